import subprocess
import sys

import pytest

from sayso.readers.language import detect_language

ENGLISH = (
    "The mayor said that the bridge would be opened in the spring, and that the council had agreed to it. "
    "Residents of the town, who have waited for years, were not convinced by what they had heard from her."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("Мэр сообщил, что мост откроют весной, однако жители города в этом сомневаются.", "ru"),
        ("Міський голова повідомив, що міст відкриють навесні, але мешканці міста в цьому сумніваються.", "uk"),
        ("Der Bürgermeister sagte, dass die Brücke im Frühling geöffnet werde, was viele bezweifeln.", "de"),
        ("Le maire a déclaré que le pont serait ouvert au printemps, ce dont les habitants doutent.", "fr"),
        ("Ο δήμαρχος είπε ότι η γέφυρα θα ανοίξει την άνοιξη.", "el"),
        (
            "De burgemeester zei dat de brug in het voorjaar open is en was; the bridge of the town was with him.",
            "nl",
        ),
        ("The mayor said it.", None),
        ("12345 67890 !!!", None),
        ("", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert detect_language(text) == code


def test_clear_english_loads_no_model() -> None:
    program = "import sys; from sayso.readers.language import detect_language as d"
    program += f"; print(d({ENGLISH!r}), 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "en False\n"


def test_lone_surrogate() -> None:
    detect_language("\udcff" * 3 + "Der Mann sagte, dass er nicht kommen werde")
