"""Words gone from the middle of a quotation, with no mark that says so."""

from __future__ import annotations

import re

from sayso.domain.claim import DriftKind
from sayso.tracing.drift.change import Change, content, passage, quote
from sayso.tracing.drift.spans import quoted
from sayso.tracing.drift.view import View

FEWEST_QUOTED = 4
"""Words of a quotation on either side of a gap, and in it."""
LONGEST_QUOTED = 250
"""Words of a quotation up to which a gap is looked for."""
IN_QUOTATION = frozenset({"“”"})
"""Marks a change of somebody's very words: that they are told elsewhere in other words makes up for nothing."""
_ELLIPSIS = re.compile(r"…|\.\.\.|\[[^\]]*\]|\(\.\.\.\)")
_QUOTED_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|…|\.\.\.|\[[^\]]*\]")


def find_cut(upstream: View, downstream: View) -> Change | None:
    """Words gone from the middle of a quotation without an ellipsis."""
    for now in _quoted(downstream):
        if len(now) < 2 * FEWEST_QUOTED or any(_ELLIPSIS.fullmatch(word[0]) for word in now):
            continue
        for was in _runs(upstream):
            gap = _gap([word[0] for word in was], [word[0] for word in now])
            if gap is None:
                continue
            low, high, at = gap
            if not _says_something(upstream, was[low][1], was[high - 1][2]):
                continue
            source = passage(upstream.statement.document, was[low][1], was[high - 1][2])
            to = passage(downstream.statement.document, now[at - 1][1], now[at][2])
            whole = content(downstream.statement)
            why = f"{quote(source)} is gone from the quotation, and no mark says so: {quote(whole)}."
            gone = " ".join(word[0] for word in was[low:high])
            return Change(DriftKind.SCOPE_CHANGED, source, to, why, gone, "", IN_QUOTATION)
    return None


def _runs(view: View) -> list[list[tuple[str, int, int]]]:
    """The words of each span of the content: what a quotation may have been cut from."""
    text = view.statement.document.text
    return [_tokens(text, span.start, span.end) for span in view.spans]


def _quoted(view: View) -> list[list[tuple[str, int, int]]]:
    """The words inside each quotation of the content."""
    text = view.statement.document.text
    found = []
    for span in view.spans:
        for first, last in quoted(text):
            start, end = max(span.start, first), min(span.end, last)
            if start < end:
                found.append(_tokens(text, start, end))
    return found


def _tokens(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    return [
        (match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in _QUOTED_WORD.finditer(text, start, end)
    ][:LONGEST_QUOTED]


def _gap(was: list[str], now: list[str]) -> tuple[int, int, int] | None:
    """Where `was` goes on, left out of `now`: (from, to) in `was` and the place in `now`; None unless all else is the same.

    An "and" at the seam may have been put in, or taken from the words left out.
    """
    for begin in range(len(was)):
        if was[begin] != now[0]:
            continue
        same = 0
        while same < len(now) and begin + same < len(was) and was[begin + same] == now[same]:
            same += 1
        if same < FEWEST_QUOTED or same == len(now):
            continue
        for at in (same, same - 1) if now[same - 1] == "and" else (same,):
            for skip in (0, 1) if now[at] == "and" else (0,):
                rest = now[at + skip :]
                if len(rest) < FEWEST_QUOTED - 1:
                    continue
                for resume in range(begin + at + 1, len(was) - len(rest) + 1):
                    if was[resume : resume + len(rest)] == rest:
                        high = resume - 1 if skip and was[resume - 1] == "and" else resume
                        if high > begin + at:
                            return begin + at, high, at
    return None


def _says_something(view: View, start: int, end: int) -> bool:
    """Whether the words left out say more than "today" or "of course"."""
    gone = [word for word in view.words if start <= word.start < end and not word.is_mark]
    return len(gone) >= FEWEST_QUOTED and any(word.kind for word in gone)
