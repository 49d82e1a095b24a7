"""Inputs → outcomes in order, whatever they hold. A model that finds nothing stands in, except where workers run."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import sayso
from sayso.domain.reading import Model, Reading
from sayso.errors import EmptyTextError, InputError, NotTextError, TooLargeError, UnreadableError
from sayso.pipeline import Outcome, Reader, Skipped, count_inputs, read_inputs
from tests.extract.builders import Found, check_spans
from tests.models.english import needs_weights

TEXT = "It rained on the town and the river rose. The mayor said that the dam of the lake had broken on Monday.\n"


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that finds nothing."""
    monkeypatch.setattr(
        "sayso.pipeline.reading.load_network", lambda threads: SimpleNamespace(model=Model("tiny", "00"))
    )
    monkeypatch.setattr("sayso.pipeline.reading.find", lambda text, network: Found())


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with something of each kind."""
    (tmp_path / "a.txt").write_text(TEXT + "A")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "c.txt").write_text("  \n")
    (tmp_path / "d.html").write_text(f"<html><body><article><h1>Rain</h1><p>{TEXT * 5}</p></article></body></html>")
    (tmp_path / "e.pdf").write_text("x")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "f.txt").write_text(TEXT + "F")
    return tmp_path


def outcomes(found: Iterator[Outcome], folder: Path) -> list[tuple[str, str]]:
    """The name of each input below `folder`, and "read" or why not."""
    pairs = [
        (item.input, item.code)
        if isinstance(item, Skipped)
        else (item.document.path or item.document.url or "", "read")
        for item in found
    ]
    return [(name.removeprefix(f"{folder}/"), code) for name, code in pairs]


def test_a_folder_gives_an_outcome_for_everything_in_it(tiny: None, files: Path) -> None:
    found = outcomes(read_inputs([str(files)], workers=1), files)
    assert sorted(found) == [
        (".hidden.txt", "kind"), ("a.txt", "read"), ("b.txt", "not-text"), ("c.txt", "empty"),
        ("d.html", "read"), ("e.pdf", "kind"), ("z/f.txt", "read"),
    ]  # fmt: skip
    whys = [item.reason for item in read_inputs([str(files)], workers=1) if isinstance(item, Skipped)]
    assert any(f"{files}/e.pdf is of a kind that is not read (.pdf; read are" in why for why in whys)
    assert [name for name, code in found if code != "kind"] == ["a.txt", "b.txt", "c.txt", "d.html", "z/f.txt"]


def test_outcomes_come_in_the_order_of_the_inputs(tiny: None, files: Path) -> None:
    inputs = [str(files / "z"), str(files / "none.txt"), "https://example.org/a", "-", str(files / "a.txt")]
    found = read_inputs(inputs, workers=1, stdin=io.BytesIO(TEXT.encode()))
    assert outcomes(found, files) == [
        ("z/f.txt", "read"), ("none.txt", "unreadable"), ("https://example.org/a", "not-fetched"), ("-", "read"), ("a.txt", "read"),
    ]  # fmt: skip


def test_as_many_outcomes_as_were_counted(tiny: None, files: Path) -> None:
    inputs = [str(files), str(files / "none.txt"), "https://example.org/a", "-"]
    found = list(read_inputs(inputs, workers=1, stdin=io.BytesIO(b"")))
    assert count_inputs(inputs) == len(found) == 10


def test_each_reason_is_a_sentence_that_names_the_input(tiny: None, files: Path) -> None:
    inputs = [str(files), str(files / "none.txt"), "https://example.org/a"]
    skipped = [item for item in read_inputs(inputs, workers=1) if isinstance(item, Skipped)]
    assert len(skipped) == 6
    assert all(item.input in item.reason and item.reason.endswith(".") for item in skipped)


@pytest.mark.parametrize(
    ("data", "code"), [(None, "unreadable"), (b"", "empty"), (b"\xff\xfe\x00\x00\x01", "not-text")]
)
def test_standard_input_that_cannot_be_read(tiny: None, data: bytes | None, code: str) -> None:
    (outcome,) = read_inputs(["-"], stdin=io.BytesIO(data) if data is not None else None)
    assert isinstance(outcome, Skipped) and (outcome.input, outcome.code) == ("-", code)


def test_addresses_are_fetched_when_asked(tiny: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.pipeline.inputs.fetch_page", lambda url: (TEXT.encode(), url + "/final"))
    (outcome,) = read_inputs(["https://example.org/a"], fetch=True)
    assert isinstance(outcome, Reading) and outcome.document.url == "https://example.org/a/final"


@needs_weights
def test_many_workers_read_as_one_does(files: Path) -> None:
    for i in range(9):
        (files / f"g{i}.txt").write_text(TEXT * (i + 1))
    inputs = [str(files), str(files / "none.txt"), "https://example.org/a", "-", str(files / "a.txt")]
    one, two = (list(read_inputs(inputs, workers=n, stdin=io.BytesIO(TEXT.encode()))) for n in (1, 2))
    assert one == two
    assert sum(isinstance(item, Reading) for item in one) == 14


def test_a_text_in_another_language_is_kept_with_a_note(tiny: None) -> None:
    text = "Вчера в городе шёл сильный дождь, и река вышла из берегов, сообщил мэр города журналистам. " * 3
    reading = Reader().read_text(text)
    assert (reading.document.text, reading.document.language, reading.model) == (text, "ru", None)
    assert reading.attributions == reading.mentions == reading.checks == ()
    assert "ru" in reading.notes[-1]


def test_a_text_too_short_to_tell_its_language_is_read(tiny: None) -> None:
    assert Reader().read_text("It rained today.").attributions


def test_a_text_and_a_file_of_it_have_one_text(tiny: None, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    by_text, by_name, by_path = sayso.read(TEXT), sayso.read(str(path)), sayso.read(path)
    assert by_text.document.text == by_name.document.text == TEXT
    assert by_name == by_path and by_name.document.path == str(path) and by_text.document.path is None


@pytest.mark.parametrize("text", ["no such file.txt at all", "a/" * 5_000, "x\0y.txt and more", "~", "."])
def test_what_is_no_file_is_a_text_or_an_input_error(tiny: None, text: str) -> None:
    try:
        assert sayso.read(text).document.text == text
    except InputError as error:
        assert "\0" in text or text == ".", error


@pytest.mark.parametrize("name", ["/no/such/file.txt", "artcle.html", "C:\\a.txt"])
def test_the_name_of_a_file_that_is_not_there_is_no_text(tiny: None, name: str) -> None:
    with pytest.raises(UnreadableError, match="looks like the name of a file"):
        sayso.read(name)


def test_a_missing_path_is_no_text(tiny: None, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none"):
        sayso.read(tmp_path / "none.txt")


@pytest.mark.parametrize(("text", "error"), [("", EmptyTextError), (" \n", EmptyTextError), ("a" * 2_000_001, TooLargeError), ("\x01" * 100, NotTextError)])  # fmt: skip
def test_texts_that_cannot_be_read(tiny: None, text: str, error: type[InputError]) -> None:
    with pytest.raises(error):
        sayso.read(text)


def test_a_lone_surrogate_is_an_input_error_and_never_other_letters(tiny: None) -> None:
    text = "It rained \ud800 on the town, the mayor said on Monday."
    try:
        found = sayso.read(text).document.text
    except InputError:
        return
    assert found == text or found == text.replace("\ud800", "\ufffd")


HOSTILE = {
    "one line": ("It rained on the town and the mayor said so. " * 25_000)[:1_000_000],
    "no blanks": "a" * 1_000_000,
    "marks": "The town said “so” and " + "“" * 100_000,
    "straight marks": "The town said so and " + '"' * 100_000,
    "controls": "The town said\x01\x07 that it rained\x0b\x0c on it. " * 2_000,
    "right to left": "The town שלום said \u202eעולם that it rained. " * 2_000,
    "emoji": "The 👩‍👩‍👧 town 😀 said that e\u0301 it rained. " * 2_000,
    "combining": "The town said e" + "\u0301" * 100_000 + " it rained.",
    "line breaks": "It rained.\n" + "\n \r\n" * 50_000 + "It rained.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(tiny: None, name: str) -> None:
    reading = Reader().read_text(HOSTILE[name])
    check_spans(reading)
    assert reading.document.text == HOSTILE[name]


@needs_weights
@pytest.mark.parametrize("name", ["marks", "controls", "right to left", "emoji", "combining"])
def test_hostile_texts_get_right_offsets_from_the_weights(name: str) -> None:
    check_spans(Reader().read_text("The mayor said that it rained on the town. " + HOSTILE[name][:8_000]))
