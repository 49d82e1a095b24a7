"""Where a page of a list ends: the values that its last row is ordered by. The next page is found by them, however far down it is."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.errors import ListError

Value = str | int | float
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: between the row of these values and the next (`back`: the one before)."""

    values: tuple[Value, ...]
    back: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """A part of a list of `total` items; `before` and `after` are where the pages on either side begin, None where there is none."""

    items: tuple[_T, ...]
    total: int
    before: Cursor | None = None
    after: Cursor | None = None


def write_cursor(cursor: Cursor) -> str:
    """The cursor as a word that may stand in an address."""
    values = json.dumps(cursor.values, ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(values.encode("utf-8", "surrogatepass")).decode().rstrip("=")


def read_cursor(word: str, *, back: bool = False) -> Cursor:
    """The cursor that was written so. Raises ListError."""
    try:
        padded = word.encode("ascii") + b"=" * (-len(word) % 4)
        values = json.loads(urlsafe_b64decode(padded).decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, list) or not values or not all(type(value) in (str, int, float) for value in values):
        raise ListError(f"{word[:40]!r} is no place in a list. Begin at the list's first page.")
    return Cursor(tuple(values), back)


def page_of(found: Sequence[tuple[_T, tuple[Value, ...]]], total: int, most: int, cursor: Cursor | None) -> Page[_T]:
    """Rows that were read from a cursor on, one more than a page has if there is one, each with what it is ordered by → the page."""
    back = cursor is not None and cursor.back
    shown = found[:most]
    if back:
        shown = shown[::-1]
    if not shown:
        return Page((), total)
    more = len(found) > most
    before = Cursor(tuple(shown[0][1]), back=True) if (more if back else cursor is not None) else None
    after = Cursor(tuple(shown[-1][1])) if back or more else None
    return Page(tuple(item for item, _ in shown), total, before, after)
