"""Lists a page at a time. A page is found by where its neighbour ended, which stands in its address: the hundredth costs what the first does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query

from sayso.desk.answers import RefusedError
from sayso.desk.templating import with_query
from sayso.store.cursors import Cursor, Page, read_cursor, write_cursor

A_PAGE = 30
_T = TypeVar("_T")


def _place(
    after: Annotated[
        str, Query(max_length=4000, description="go on behind this place, as the page before gave it")
    ] = "",
    before: Annotated[
        str, Query(max_length=4000, description="end before this place, as the page behind gave it")
    ] = "",
) -> Cursor | None:
    if after and before:
        raise RefusedError(
            422, "A page begins after a place or ends before one; the address names both. Leave one out."
        )
    return read_cursor(after or before, back=bool(before)) if after or before else None


Place = Annotated[Cursor | None, Depends(_place)]


def page_at(place: Cursor | None, ask: Callable[[Cursor | None], Page[_T]]) -> Page[_T]:
    """The page at a place, or the first one where it is cut short."""
    found = ask(place)
    return ask(None) if is_cut_short(place, found) else found


def is_cut_short(place: Cursor | None, found: Page[Any]) -> bool:
    """What is left before a place may be less than a page by now: then the list's first page is shown."""
    return place is not None and place.back and found.before is None


def part_of(items: Sequence[_T], id_of: Callable[[_T], str], place: Cursor | None, size: int) -> Page[_T]:
    """A page of a list that is held whole, by the ids of its items. Raises RefusedError where the one that the page begins at is gone."""
    if place is None:
        first = 0
    else:
        found = next((at for at, item in enumerate(items) if place.values == (id_of(item),)), None)
        if found is None:
            raise RefusedError(422, "What the page was to begin at is no longer in this list. Begin at its first page.")
        first = max(0, found - size) if place.back else found + 1
    shown = tuple(items[first : first + size])
    before = Cursor((id_of(shown[0]),), back=True) if shown and first else None
    after = Cursor((id_of(shown[-1]),)) if first + size < len(items) else None
    return Page(shown, len(items), before, after)


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages on either side of one; None where there is none. `first` is the list's first page, where this is another."""

    total: int
    before: str | None
    after: str | None
    first: str | None


def paging(found: Page[Any], path: str, query: Mapping[str, Any]) -> Paging:
    """Where the pages around this one are; `path` and `query` are the list's own address."""

    def address(name: str, cursor: Cursor | None) -> str | None:
        return None if cursor is None else with_query(path, {**query, name: write_cursor(cursor)})

    first = with_query(path, dict(query)) if found.before is not None else None
    return Paging(found.total, address("before", found.before), address("after", found.after), first)


def paging_record(found: Page[Any]) -> dict[str, Any]:
    """The same as JSON: `before` and `after` go back into the address."""
    return {
        "total": found.total,
        "before": None if found.before is None else write_cursor(found.before),
        "after": None if found.after is None else write_cursor(found.after),
    }
