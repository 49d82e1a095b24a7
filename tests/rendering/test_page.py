"""One document of a store."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from sayso.domain.document import Document, Link
from sayso.domain.reading import Reading
from sayso.rendering.console import Paper
from sayso.rendering.page import BEGINNING, document_page
from sayso.store.interface import Kept, State
from tests.builders import flood

KEPT = Kept(flood().document, 1, "2026-03-06T00:00:00Z", State.CURRENT, 1, None, None, None, "tiny 00")


def _printed(kept: Kept, reading: Reading, versions: tuple[Kept, ...] = (), *, text: bool = False) -> list[str]:
    file = StringIO()
    paper = Paper(file=file, width=80, markup=False, emoji=False, highlight=False)
    for part in document_page(kept, reading, versions, width=80, text=text):
        paper.print(part)
    return file.getvalue().splitlines()


def _with_text(words: str) -> list[str]:
    document = Document("doc_1", words)
    return _printed(replace(KEPT, document=document), Reading(document, (), (), (), None))


def test_digests_stand_on_one_line_and_can_be_copied() -> None:
    digest = "0123456789abcdef" * 4
    document = replace(KEPT.document, bytes_sha256=digest, text_sha256=digest)
    lines = _printed(replace(KEPT, document=document), flood())
    assert f"bytes sha256  {digest}" in lines and f"text sha256   {digest}" in lines


def test_of_a_text_that_is_not_read_it_is_not_said_that_nobody_speaks() -> None:
    document = Document("doc_1", "Der Damm hält, sagte Ana Orr.", language="de")
    lines = _printed(replace(KEPT, document=document), Reading(document, (), (), (), None))
    assert "Who says what in it was not looked for: its language is not read." in lines
    assert not any("Nobody else" in line or "own voice" in line for line in lines)


def test_what_is_known_stands_above() -> None:
    assert _printed(KEPT, flood())[:7] == [
        "Mayor hid the flood, aide says",
        "id         doc_1",
        "outlet     The Quay",
        "published  2026-03-02",
        "language   en",
        "path       flood.txt",
        "added      2026-03-06 00:00",
    ]


def test_who_says_what_stands_below() -> None:
    words = " ".join(" ".join(_printed(KEPT, flood())).split())
    assert "2 the insider (unnamed), through Harbour Institute: that the mayor, possibly in May, hid the flood" in words
    assert "and 1 statement in the outlet's own voice" in words


def test_a_removed_document_says_so_at_once() -> None:
    removed = replace(KEPT, state=State.REMOVED, removed="2026-03-07T01:02:03Z", why_removed="a test page")
    assert _printed(removed, flood())[1] == "Removed 2026-03-07 01:02: a test page. It does not count."


def test_versions_are_listed_and_the_shown_one_is_marked() -> None:
    older = replace(KEPT, document=Document("doc_0", "x"), state=State.SUPERSEDED, superseded_by="doc_1")
    lines = _printed(replace(KEPT, version=2), flood(), (older, replace(KEPT, version=2)))
    assert "  1  doc_0  added 2026-03-06 00:00  superseded by doc_1" in lines
    assert "▸ 2  doc_1  added 2026-03-06 00:00  current" in lines


def test_where_it_says_it_has_it_from_is_shown() -> None:
    document = replace(
        flood().document, links=(Link("https://quay.example/1", origin=True), Link("https://other.example"))
    )
    lines = _printed(replace(KEPT, document=document), flood())
    assert "taken from  https://quay.example/1" in lines
    assert "other.example" not in "".join(lines)


def test_of_a_long_text_the_beginning_is_shown() -> None:
    lines = _with_text("word " * 1000)
    assert f"{BEGINNING - 1} of 4,999 characters shown" in lines
    assert "Nobody else's words are in it." in lines


def test_the_whole_text_is_shown_when_asked() -> None:
    document = Document("doc_1", "rain " * 1000)
    lines = _printed(replace(KEPT, document=document), Reading(document, (), (), (), None), text=True)
    assert sum(line.count("rain") for line in lines) == 1000


def test_a_text_cannot_drive_the_terminal() -> None:
    assert "a␛[2J" in _with_text("a\x1b[2J")
