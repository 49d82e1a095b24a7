import pytest

from sayso.errors import NotTextError
from sayso.readers.decoding import decode

RUSSIAN = "Мэр сообщил, что мост откроют весной. Жители в этом сомневаются, и у них есть на то причины. "


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_chooses_the_encoding_and_is_not_text(codec: str) -> None:
    assert decode("мост open".encode(codec)).text == "мост open"


def test_mark_is_taken_off_once() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfx").text == "\ufeffx"


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_cyrillic_of_old_files_is_guessed_with_a_note(codec: str) -> None:
    decoded = decode((RUSSIAN * 3).encode(codec))
    assert decoded.text == RUSSIAN * 3
    assert "guess" in decoded.notes[0]


def test_windows_quotation_marks_are_guessed_with_a_note() -> None:
    text = "The mayor said: “The bridge’s opening is near – at last.” Nobody in the café believed her. " * 3
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, len(decoded.notes)) == (text, 1)


def test_damaged_utf8_is_refused_with_its_offset() -> None:
    data = ("“The bridge’s opening”, said the mayor. " * 3).encode()
    with pytest.raises(NotTextError, match=f"byte {len(data)} "):
        decode(data + b"\xff and more")


def test_cut_utf16_is_refused() -> None:
    with pytest.raises(NotTextError, match="utf-16-le"):
        decode(b"\xff\xfea\0b")


def test_page_declares_its_charset() -> None:
    page = b'<html><head><meta charset="windows-1251"></head><p>' + RUSSIAN.encode("cp1251")
    decoded = decode(page, html=True)
    assert RUSSIAN in decoded.text
    assert decoded.encoding == "windows-1251"


@pytest.mark.parametrize("charset", ["base64", "rot13", "utf-8", "nonsense", "x" * 40])
def test_declared_charset_that_does_not_fit_is_not_believed(charset: str) -> None:
    assert decode((RUSSIAN * 3).encode("cp1251"), declared=charset).text == RUSSIAN * 3


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "Word"),
        (b"PK\x03\x04\x14", "ZIP"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"\x7fELF\x02", "ELF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"{\\rtf1 x", "RTF"),
        (b"abc\0def", "byte 3 is NUL"),
        ("plain words".encode("utf-16-le"), "UTF-16 without"),
        (b"\x01\x02\x03\x04abc", "control"),
        (bytes(range(128, 256)) * 4, "not valid UTF-8 at byte 0"),
    ],
)
def test_binary_is_refused_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(NotTextError, match=kind):
        decode(data)


def test_few_control_characters_stay() -> None:
    assert decode(b"The \x07 mayor\x0c said so.").text == "The \x07 mayor\x0c said so."


def test_lost_characters_are_noted() -> None:
    assert "U+FFFD" in decode("caf\ufffd".encode()).notes[0]
