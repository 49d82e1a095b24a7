"""What a minister is minister of, where a text gives no name: "the mining minister", "the finance minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.domain.claim import DriftKind
from sayso.languages.wording import load_wording
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.view import View


def compare_portfolios(upstream: View, downstream: View) -> Iterator[Change]:
    """One office of each statement, of which the other text knows nothing."""
    ups, downs = _offices(upstream), _offices(downstream)
    if len(ups) != 1 or len(downs) != 1 or ups.keys() == downs.keys():
        return
    (was, first), (now, second) = next(iter(ups.items())), next(iter(downs.items()))
    if was in _known(downstream) or now in _known(upstream):
        return
    source = passage(upstream.statement.document, *first)
    to = passage(downstream.statement.document, *second)
    why = f"{quote(source)} became {quote(to)}: another office."
    yield Change(DriftKind.ROLE_CHANGED, source, to, why, was, now)


def _offices(view: View) -> dict[str, tuple[int, int]]:
    """The offices in a content, by the first name of each, and where they stand."""
    text = view.statement.document.text
    return {office: place for span in view.spans for office, place in _found(text, span.start, span.end, view.code)}


def _known(view: View) -> frozenset[str]:
    text = view.statement.document.text
    return frozenset(office for office, _ in _found(text, 0, len(text), view.code))


@lru_cache(maxsize=1024)
def _found(text: str, start: int, end: int, code: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    portfolios = load_wording(code).portfolios
    return tuple(
        (portfolios[" ".join((match["before"] or match["after"]).lower().split())], match.span())
        for match in _pattern(code).finditer(text, start, end)
    )


@lru_cache(maxsize=8)
def _pattern(code: str) -> re.Pattern[str]:
    names = "|".join(
        re.escape(name).replace("\\ ", r"\s+") for name in sorted(load_wording(code).portfolios, key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:(?P<before>{names})\s+(?:minister|secretary|ministry)|(?:minister|ministry)\s+(?:of|for)\s+(?:the\s+)?(?P<after>{names}))\b",
        re.IGNORECASE,
    )
