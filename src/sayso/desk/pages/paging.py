"""Lists a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from sayso.desk.templating import with_query

A_PAGE = 30
FURTHEST = 100_000
"""Pages; what lies beyond is found by a filter."""

PageNumber = Annotated[int, Query(ge=1, le=FURTHEST, description="which page of the list, from 1")]
PageOf = Annotated[int, Query(alias="page", ge=1, le=FURTHEST)]
"""The same where “page” is what makes one."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list of `total` is shown; `path` and `query` are its own address."""

    number: int
    total: int
    path: str
    query: Mapping[str, Any]
    size: int = A_PAGE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def before(self) -> str | None:
        return self._address(self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        return self._address(self.number + 1) if self.number < self.pages else None

    def _address(self, number: int) -> str:
        return with_query(self.path, {**self.query, "page": number if number > 1 else None})


def first_of(number: int, size: int = A_PAGE) -> int:
    """The place of a page's first item, from 0."""
    return (number - 1) * size
