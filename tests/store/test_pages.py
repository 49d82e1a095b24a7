"""Pages of lists: found by where the one before ended, whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.claim import claim_id
from sayso.domain.journal import Deed
from sayso.errors import ListError
from sayso.store.cursors import Cursor, Page, read_cursor, write_cursor
from sayso.store.interface import Store
from sayso.store.overviews import Order, Wanted
from tests.store.builders import AT, add, article, lineage

HELD = 7
Ask = Callable[[Cursor | None], Page[object]]


@pytest.fixture
def filled(store: Store) -> Store:
    """Claims that no order but the last, that of their making, tells apart; sources, outlets, and a journal."""
    for number in range(HELD):
        first, second = (
            article(f"the dam {number} would hold", outlet=f"Paper {number}{part}", title=f"Dam {number}{part}")
            for part in "ab"
        )
        claim = claim_id(first.attributions[0].id)
        told = lineage(first, second)
        for reading in (first, second):
            add(store, reading)
            store.assign(reading.attributions[0].id, claim)
        store.put_lineage(replace(told, claim=replace(told.claim, text=f"dam {number} would hold")))
        store.turn_away(f"{number}.pdf", "It is no text.", "not-text", at=AT)
        store.write_journal(at=AT, who="Ada", what=Deed.ADD, about=first.document.id)
    return store


def _ask(store: Store, name: str, most: int) -> Ask:
    if name in list(Order):
        return lambda cursor: store.summaries(Wanted(), order=Order(name), cursor=cursor, most=most)
    if name == "quoted":
        return lambda cursor: store.quoted("Harbour Institute", cursor=cursor, most=most)
    asked: dict[str, Callable[..., Page[object]]] = {
        "sources": store.sources, "outlets": store.outlets, "journal": store.journal_page, "turned away": store.turned_away_page,
    }  # fmt: skip
    return lambda cursor: asked[name](cursor=cursor, most=most)


LISTS = (*map(str, Order), "quoted", "sources", "outlets", "journal", "turned away")


@pytest.mark.parametrize("name", LISTS)
def test_pages_give_everything_once_and_lead_back(filled: Store, name: str) -> None:
    whole = _ask(filled, name, 100)(None)
    assert (whole.before, whole.after, whole.total) == (None, None, len(whole.items))
    ask = _ask(filled, name, 3)
    pages = [ask(None)]
    while pages[-1].after is not None:
        pages.append(ask(pages[-1].after))
    assert [item for page in pages for item in page.items] == list(whole.items)
    assert {page.total for page in pages} == {whole.total}
    for before, page in zip(pages, pages[1:], strict=False):
        assert page.before is not None
        assert ask(page.before).items == before.items


def test_what_is_added_before_a_place_moves_nothing_behind_it(filled: Store) -> None:
    first = filled.journal_page(most=3)
    expected = filled.journal_page(cursor=first.after, most=3).items
    filled.write_journal(at=AT, who="Ada", what=Deed.ADD, about="doc_new")
    assert filled.journal_page(cursor=first.after, most=3).items == expected


@pytest.mark.parametrize(
    "values", [("2026-03-02",), (1, 2, 3, 4), ("2026-03-02", 1, 2, 1 << 70), ("2026-03-02", 1, 2, "4")]
)
def test_a_place_in_another_list_is_none_in_this(filled: Store, values: tuple[str | int, ...]) -> None:
    with pytest.raises(ListError, match="Begin at its first page"):
        filled.summaries(Wanted(), cursor=Cursor(values))


@given(st.lists(st.text() | st.integers() | st.floats(allow_nan=False), min_size=1, max_size=4))
def test_a_cursor_comes_back_from_an_address(values: list[str | int | float]) -> None:
    assert read_cursor(write_cursor(Cursor(tuple(values)))) == Cursor(tuple(values))


@pytest.mark.parametrize("word", ["", "x", "é", "W10", "bnVsbA", "W251bGxd", "W1tdXQ", "////"])
def test_what_is_no_cursor_is_refused(word: str) -> None:
    with pytest.raises(ListError, match="no place in a list"):
        read_cursor(word)
