"""Lists of claims and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import RenderableType

from sayso.domain.claim import Claim, DriftKind
from sayso.domain.document import Document
from sayso.rendering import listing
from sayso.rendering.console import Paper
from sayso.rendering.listing import claims_table, documents_table, state_words
from sayso.store.interface import Kept, Listed, State

CLAIM = Claim("clm_0", "about 40 men were taken", 38, 31, 1, 2)
LISTED = Listed(CLAIM, "2026-03-02T06:12:00Z", "2026-04-01", 7)
DOCUMENT = Document(
    "doc_0123456789abcdef", "words", title="Flood at Varn", outlet="The Quay", published="2026-03-02T06:12Z"
)
KEPT = Kept(DOCUMENT, 1, "2026-03-06T00:00:00Z", State.CURRENT, 1, None, None, None, "en")
REMOVED = replace(KEPT, state=State.REMOVED, removed="2026-03-07T01:02:03Z", why_removed="a test page")
SUPERSEDED = replace(KEPT, state=State.SUPERSEDED, superseded_by="doc_fedcba9876543210")


def _printed(parts: Iterable[RenderableType], width: int) -> list[str]:
    file = StringIO()
    paper = Paper(file=file, width=width, markup=False, emoji=False, highlight=False)
    for part in parts:
        paper.print(part)
    return file.getvalue().splitlines()


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_a_claim_is_a_row_on_a_wide_terminal() -> None:
    row = _printed(claims_table([LISTED], width=120, worst={"clm_0": DriftKind.ACTOR_CHANGED}), 120)[2]
    assert _cells(row) == ["“about 40 men were taken”", "38", "31", "1–2", "7: actor changed", "2026-03-02 06:12"]


def test_a_claim_is_three_lines_on_a_narrow_one() -> None:
    assert _printed(claims_table([LISTED], width=99), 99)[:3] == [
        "“about 40 men were taken”",
        "38 documents, 31 outlets, 1–2 roots · changed on the way 7 · 2026-03-02 06:12 – 2026-04-01 · clm_0",
        "",
    ]


def test_a_claim_without_changes_or_dates_says_so() -> None:
    row = _printed(claims_table([Listed(CLAIM, None, None, 0)], width=120), 120)[2]
    assert _cells(row)[-2:] == ["—", "date unknown"]


def test_a_document_is_a_row() -> None:
    row = _printed(documents_table([KEPT], width=100), 100)[2]
    assert _cells(row) == ["doc_0123456789abcdef", "2026-03-02", "The Quay", "Flood at Varn", "current"]


def test_a_document_that_does_not_count_says_why() -> None:
    lines = _printed(documents_table([REMOVED], width=120), 120)
    assert _cells(lines[2])[-1] == "removed"
    assert _cells(lines[3]) == ["removed 2026-03-07 01:02: a test page"]
    assert state_words(SUPERSEDED) == "superseded by doc_fedcba9876543210"


def test_a_document_is_a_line_on_a_narrow_terminal() -> None:
    assert _printed(documents_table([KEPT], width=71), 71) == [
        "2026-03-02 · The Quay · Flood at Varn · doc_0123456789abcdef"
    ]


def test_a_long_list_begins_before_it_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_AT_ONCE", 2)
    taken = []

    def kept() -> Iterator[Kept]:
        for number in range(6):
            taken.append(number)
            yield KEPT

    next(documents_table(kept(), width=100))
    assert taken == [0, 1]


def test_columns_stand_under_each_other_in_a_long_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_AT_ONCE", 2)
    long = replace(KEPT, document=replace(DOCUMENT, title="word " * 20))
    lines = _printed(documents_table([KEPT, KEPT, long, KEPT], width=100), 100)
    assert len({line.index("The Quay") for line in lines if "The Quay" in line}) == 1
    assert sum("Title" in line for line in lines) == 1


def test_an_empty_list_says_so() -> None:
    assert _printed(claims_table([], width=80), 80) == ["No claims."]
    assert _printed(documents_table([], width=80), 80) == ["No documents."]


@pytest.mark.parametrize("width", [30, 72, 100, 150])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    hostile = replace(KEPT, document=replace(DOCUMENT, outlet="W" * 500, title="\x1b[2J" + "新聞" * 200))
    lines = _printed([*documents_table([hostile], width=width), *claims_table([LISTED], width=width)], width)
    assert max(map(len, lines)) <= width
    assert "\x1b" not in "".join(lines)
