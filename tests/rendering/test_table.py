"""Tables for people."""

from dataclasses import replace
from io import StringIO

import pytest

from sayso.domain.reading import Reading
from sayso.rendering.console import Paper
from sayso.rendering.table import tables
from tests.builders import Text, flood


def _printed(reading: Reading, width: int = 80, *, removed: bool = False) -> str:
    file = StringIO()
    paper = Paper(file=file, width=width, markup=False, emoji=False, highlight=False)
    for part in tables(reading, width=width, removed=removed):
        paper.print(part)
    return file.getvalue()


def _words(reading: Reading, width: int = 80, *, removed: bool = False) -> str:
    return " ".join(_printed(reading, width, removed=removed).split())


def test_a_row_says_who_through_whom_what_and_how_sure() -> None:
    row = next(line for line in _printed(flood(), 150).splitlines() if line.startswith("the insider"))
    assert row.split("  ") != [row]
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == [
        "the insider (unnamed)",
        "Harbour Institute",
        "that the mayor, possibly in May, hid the flood",
        "claims, possible",
    ]


def test_who_is_heard_directly_came_through_nobody() -> None:
    row = next(line for line in _printed(flood(), 150).splitlines() if line.startswith("Critics"))
    assert "—" in row


def test_title_outlet_and_date_stand_above() -> None:
    lines = _printed(flood()).splitlines()
    assert lines[:2] == ["Mayor hid the flood, aide says", "The Quay · 2026-03-02 · flood.txt"]


def test_the_outlets_own_voice_is_a_list_of_its_own() -> None:
    assert "In the outlet's own voice • The river rose again on Monday." in _words(flood())


def test_a_check_shows_level_words_reason_and_evidence() -> None:
    assert (
        "amber “the insider” a definite mention of a source that the text never introduced “the insider claimed”"
    ) in _words(flood())


def test_notes_stand_above_the_table() -> None:
    assert "Note: The language is not read." in _words(replace(flood(), notes=("The language is not read.",)))


def test_what_was_not_text_is_listed_when_asked() -> None:
    assert "“Menu” navigation" in _words(flood(), removed=True)
    assert "Menu" not in _words(flood())


@pytest.mark.parametrize("width", [20, 40, 63, 64, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in _printed(flood(), width).splitlines()) <= width


def test_a_narrow_terminal_has_one_finding_under_the_other() -> None:
    assert "via Harbour Institute what that the mayor," in _words(flood(), 40)


def test_words_are_never_markup_or_escape_codes() -> None:
    text = Text("[bold]He[/bold] said \x1b[31m[link=x]:smile:")
    reading = text.reading(text.said("\x1b[31m[link=x]:smile:", text.hop("[bold]He[/bold]", "said")))
    printed = _printed(reading, 150)
    assert "[bold]He[/bold]" in printed
    assert "␛[31m[link=x]:smile:" in printed


def test_a_text_in_which_nobody_speaks_says_so() -> None:
    assert "Nobody else's words are shown here." in _words(Text("Rain.").reading())
