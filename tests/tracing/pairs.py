"""Pairs of attributions, written in TOML, as statements: `{S source} {C cue} {X content}` marks who says what.

A content without a source is the outlet's own sentence. `names` lists the mentions by kind ("place: Harl, Vesk; person: Orlov"); words for
peoples are found by themselves. `cosine` is that of the two contents' vectors (MiniLM), so that no model needs to run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from sayso.domain.mention import MentionKind
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.languages.language import load_language
from sayso.tracing.describing import describe
from sayso.tracing.statement import Statement
from tests.extract.builders import Found, FoundAttribution, FoundMention, read_found

FOLDER = Path(__file__).parent / "pairs"
_MARK = re.compile(r"\{([SCX]) |\}")
_DEMONYM = re.compile("|".join(sorted(map(re.escape, load_language("en").demonyms), key=len, reverse=True)))


@dataclass(frozen=True)
class Pair:
    """Two statements and whether they make one claim; `taking` says in words that one takes from the other."""

    kind: str
    same: bool
    one: Statement
    other: Statement
    taking: str | None


@cache
def load_pairs(name: str) -> tuple[Pair, ...]:
    """The pairs of a file."""
    return tuple(_pair(item, number) for number, item in enumerate(tomllib.loads((FOLDER / name).read_text())["pair"]))


def state(
    marked: str, *, names: str = "", outlet: str | None = None, published: str | None = None, order: int = 1
) -> Statement:
    """The statement that a marked text makes."""
    reading = read_marked(marked, names=names, outlet=outlet, published=published, document=f"doc_{order}")
    content = _content(marked)
    made = [item for item in describe(reading, order).statements if _holds(item, reading, content)]
    assert made, f"no statement of {content!r}"
    return max(made, key=lambda item: len(item.attribution.chain))


def read_marked(marked: str, *, names: str, outlet: str | None, published: str | None, document: str) -> Reading:
    """The reading of a marked text, if a model had found what is marked."""
    text, places = _unmark(marked)
    attributions = []
    if "C" in places or "S" in places:
        source = (places["S"],) if "S" in places else ()
        attributions = [FoundAttribution(places["C"], source, (places["X"],))]
    reading = read_found(text, Found(attributions, list(_mentions(text, names))))
    return replace(reading, document=replace(reading.document, id=document, outlet=outlet, published=published))


def with_cosine(one: Statement, other: Statement, cosine: float) -> tuple[Statement, Statement]:
    """Both with vectors of that cosine."""
    first: Vector = np.array([1, 0], np.float32)
    second: Vector = np.array([cosine, (1 - cosine**2) ** 0.5], np.float32)
    return replace(one, vector=first), replace(other, vector=second)


def _pair(item: dict[str, str], number: int) -> Pair:
    one, other = (
        state(
            item[side],
            names=item.get("names", ""),
            outlet=item.get(f"{side}_outlet"),
            published=item.get(f"{side}_at"),
            order=2 * number + at,
        )
        for at, side in enumerate("ab")
    )
    if "cosine" in item:
        one, other = with_cosine(one, other, float(item["cosine"]))
    return Pair(item["is"], bool(item["same"]), one, other, item.get("taking"))


def _unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    text, opened, places, at = "", "", {}, 0
    start = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group(1):
            opened, start = match.group(1), len(text)
        else:
            places[opened] = (start, len(text))
    return text + marked[at:], places


def _content(marked: str) -> str:
    text, places = _unmark(marked)
    start, end = places["X"]
    return text[start:end]


def _holds(statement: Statement, reading: Reading, content: str) -> bool:
    start = reading.document.text.index(content)
    return any(span.start < start + len(content) and start < span.end for span in statement.attribution.content)


def _mentions(text: str, names: str) -> Iterator[FoundMention]:
    known = [
        (name.strip(), kind.strip())
        for kind, _, listed in (group.partition(":") for group in names.split(";"))
        for name in listed.split(",")
        if name.strip()
    ]
    found = [
        (match.start(), match.end(), MentionKind(kind).value)
        for name, kind in known
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    found += [(match.start(), match.end(), "group") for match in _DEMONYM.finditer(text)]
    end = 0
    for start, stop, kind in sorted(found, key=lambda item: (item[0], -item[1])):
        if start >= end:
            end = stop
            yield FoundMention(start, stop, kind)
