"""Lineages out of a seed: any graph, any names, any dates, however little sense they make.

Hypothesis draws the seed only: drawing the hundred values of a lineage one by one took it a minute for a hundred lineages.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from sayso.domain.attribution import Factuality, Naming, PartyKind
from sayso.domain.claim import (
    Access,
    Claim,
    Collapse,
    Drift,
    DriftKind,
    Flag,
    FlagKind,
    Lineage,
    Node,
    Occurrence,
    Passage,
    Relay,
    RelayKind,
    Root,
)
from sayso.domain.document import Document

_T = TypeVar("_T")
_CHARACTERS = "abc DEF,.&<>\"'%{}[]\\\x00\t\n\r\x1b\x7f\x85\x9b\u0301\u200f\u2028\u202e\u2066\ufffe\uffff\ud800\udfffصحيفة説👩‍🚒\U000e0001"
_NAMES = [
    "The Quay",
    "صحيفة النهار",
    "<b>&\x1b[31m\ud800\uffff",
    "W" * 400,
    "新聞社" * 40,
    "é" + "\u0301" * 50,
    "",
    " ",
    "]]>",
]
_DATES = [
    None, "", "yesterday", "2026", "2026-03", "2026-03-02", "2026-02-30", "0001-01-01", "9999-12-31T23:59:59-14:00",
    "2026-03-02T06:12:00+03:00",
]  # fmt: skip


class _Inventor:
    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._size = self._random.choice((2, 5, 12, 40))

    def lineage(self) -> Lineage:
        counts = [self._random.randrange(50) for _ in range(4)]
        return Lineage(
            Claim("clm_0", self._words(), *counts),
            self._some(self._occurrence, self._size + 3),
            self._some(self._relay, 3 * self._size),
            self._some(self._hop, 3),
            self._some(self._root, 3),
            self._some(self._collapse, 3),
            self._some(self._drift, self._size),
            self._some(self._flag, 3),
        )

    def documents(self) -> dict[str, Document]:
        held = self._some(self._document, self._size)
        return {
            id: Document(id, "words", title=self._words(), outlet=self._words(), published=self._date()) for id in held
        }

    def _some(self, make: Callable[[], _T], most: int) -> tuple[_T, ...]:
        return tuple(make() for _ in range(self._random.randint(0, most)))

    def _words(self) -> str:
        if self._random.random() < 0.3:
            return self._random.choice(_NAMES)
        return "".join(self._random.choices(_CHARACTERS, k=self._random.randrange(60)))

    def _date(self) -> str | None:
        if self._random.random() < 0.3:
            return self._random.choice(_DATES)
        days = self._random.choice((0.01, 3, 90, 9000))
        return (datetime(2026, 3, 2) + timedelta(days=self._random.uniform(0, days))).isoformat()

    def _document(self) -> str:
        return f"doc_{self._random.randrange(self._size)}"

    def _node(self) -> str:
        return self._random.choice(
            (self._document(), self._document(), f"hop_{self._random.randrange(3)}", self._root_id())
        )

    def _root_id(self) -> str:
        return f"root_{self._random.randrange(3)}"

    def _passage(self) -> Passage:
        return Passage(self._document(), 0, 1, self._words())

    def _occurrence(self) -> Occurrence:
        factuality = self._random.choice(list(Factuality))
        outlet = self._random.choice((None, self._words()))
        return Occurrence(
            "att_0", self._document(), outlet, self._date(), self._words(), self._some(self._words, 3), factuality
        )

    def _relay(self) -> Relay:
        how = self._random.choice([RelayKind.SAME_TEXT, *RelayKind])
        return Relay(self._node(), self._node(), how, self._some(self._passage, 2), self._random.random())

    def _hop(self) -> Node:
        return Node(f"hop_{self._random.randrange(3)}", self._words(), *self._nature())

    def _root(self) -> Root:
        access, interested = self._random.choice(list(Access)), self._random.choice((None, True, False))
        return Root(self._root_id(), self._words(), *self._nature(), access, interested, self._some(self._document, 4))

    def _nature(self) -> tuple[PartyKind, Naming]:
        return self._random.choice(list(PartyKind)), self._random.choice(list(Naming))

    def _collapse(self) -> Collapse:
        certain = self._random.random() < 0.5
        return Collapse(self._root_id(), self._root_id(), certain, self._words(), self._some(self._passage, 1))

    def _drift(self) -> Drift:
        source = self._random.choice((None, self._passage()))
        kind, introduced = self._random.choice(list(DriftKind)), self._random.random() < 0.5
        return Drift(kind, source, self._passage(), introduced, self._words())

    def _flag(self) -> Flag:
        return Flag(self._random.choice(list(FlagKind)), self._node(), self._node(), self._words())


def _invented(seed: int) -> tuple[Lineage, dict[str, Document]]:
    inventor = _Inventor(seed)
    return inventor.lineage(), inventor.documents()


LINEAGES = st.integers(0, 2**40).map(_invented)
"""A lineage, and the documents of it that are held."""
