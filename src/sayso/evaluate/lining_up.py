"""What tracing found, lined up with what is known of a story: which passage is which, which node is whom."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from sayso.domain.claim import Lineage
from sayso.evaluate.scores import Tokens, Words
from sayso.evaluate.story import GoldClaim, GoldPassage, Story

ENOUGH: Final = 0.5
"""Share of the shorter one's words that an occurrence and a passage must have in common: one sentence may be read as two
attributions, or two as one, and that is not what tracing is measured on."""

JOINT: Final = " … "
"""What stands between an occurrence's spans in its words."""

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "a an the of in at on by for from to who has have had seen said is not held unnamed and with its his her".split()
)

_Left = TypeVar("_Left", bound=Hashable)
_Right = TypeVar("_Right", bound=Hashable)


def pair(worths: Iterable[tuple[float, _Left, _Right]]) -> dict[_Left, _Right]:
    """One-to-one pairs, the worthiest first and of equal ones the first given; a pair of worth 0 is none."""
    found: dict[_Left, _Right] = {}
    taken: set[_Right] = set()
    for worth, left, right in sorted(worths, key=lambda item: -item[0]):
        if worth > 0 and left not in found and right not in taken:
            found[left] = right
            taken.add(right)
    return found


def find_passages(story: Story, lineages: Sequence[Lineage]) -> dict[GoldPassage, int]:
    """The number of the lineage in which each gold passage was found; passages that were not found are left out."""
    texts = {item.file: Text(item.document.text) for item in story.documents}
    file_of = story.file_of()
    passages: dict[str, list[GoldPassage]] = {}
    for passage in dict.fromkeys(passage for claim in story.claims for passage in claim.passages):
        passages.setdefault(passage.file, []).append(passage)
    worths: list[tuple[float, GoldPassage, tuple[int, int]]] = []
    for number, lineage in enumerate(lineages):
        for place, occurrence in enumerate(lineage.attributions):
            file = file_of.get(occurrence.document)
            for passage in passages.get(file or "", ()):
                worth = texts[passage.file].nearness(passage, occurrence.exact)
                worths.append((worth, passage, (number, place)))
    return {passage: number for passage, (number, _) in pair(worths).items()}


def choose_lineages(story: Story, found: Mapping[GoldPassage, int]) -> dict[str, int]:
    """The lineage that each claim is scored by: the one with most of its passages. No lineage stands for two claims."""
    counts: dict[tuple[str, int], int] = {}
    for claim in story.claims:
        for passage in claim.passages:
            if passage in found:
                key = claim.name, found[passage]
                counts[key] = counts.get(key, 0) + 1
    return pair((count, name, number) for (name, number), count in counts.items())


class Text:
    """A document's text, in which an occurrence's words are looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = Words(text)

    def nearness(self, passage: GoldPassage, exact: str) -> float:
        """The Jaccard index of a passage's words and an occurrence's, or 0 where less than `ENOUGH` of the shorter one is shared."""
        gold = self._words.of([(passage.start, passage.end)])
        ours = self._tokens(exact, passage)
        shared = len(gold & ours)
        if not shared or shared < ENOUGH * min(len(gold), len(ours)):
            return 0.0
        return shared / len(gold | ours)

    def _tokens(self, exact: str, near: GoldPassage) -> Tokens:
        """The words of an occurrence; of words that stand at several places, those that overlap `near` most."""
        found: set[int] = set()
        for part in exact.split(JOINT):
            places = (
                [(match.start(), match.end()) for match in re.finditer(re.escape(part), self._text)] if part else []
            )
            if places:
                found |= self._words.of(
                    [max(places, key=lambda place: min(place[1], near.end) - max(place[0], near.start))]
                )
        return frozenset(found)


class Nodes:
    """The files and parties that a lineage's nodes stand for."""

    def __init__(self, story: Story, claim: GoldClaim, lineage: Lineage) -> None:
        self._parties = {name: party for party in claim.parties for name in (party.name, *party.also)}
        self._own = {party.name: party.document for party in claim.parties if party.document}
        self._names: dict[str, str | None] = dict(story.file_of())
        outlets = {item.document.outlet: item.file for item in story.documents if item.document.outlet}
        self._names |= {hop.id: self._named(hop.name) for hop in lineage.hops}
        self._names |= {root.id: self._named(root.name) for root in lineage.roots}
        for root in lineage.roots:
            outlet = _best(root.name, outlets) if self._names[root.id] is None else None
            if outlet is not None and any(self._names.get(id) == outlets[outlet] for id in root.documents):
                self._names[root.id] = outlets[outlet]

    def name(self, node: str) -> str | None:
        """The file or party that a node is; None for one that is not in the truth. A party's own document stands for it."""
        found = self._names.get(node)
        return self._own.get(found, found) if found is not None else None

    def canonical(self, name: str) -> str:
        """A file's or party's name as `name` gives it."""
        return self._own.get(name, name)

    def _named(self, name: str) -> str | None:
        best = _best(name, self._parties)
        return None if best is None else self._parties[best].name


def _best(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`: of one of the two, all words that mean something stand in the other."""
    ours = _words(name)
    best: tuple[float, str] | None = None
    for other in known:
        theirs = _words(other)
        if ours and theirs and (ours <= theirs or theirs <= ours):
            likeness = len(ours & theirs) / len(ours | theirs)
            if best is None or likeness > best[0]:
                best = likeness, other
    return None if best is None else best[1]


def _words(name: str) -> frozenset[str]:
    words = (word.removesuffix("s") for word in _WORD.findall(name.casefold()))
    return frozenset(word for word in words if word not in _EMPTY and len(word) > 1)
