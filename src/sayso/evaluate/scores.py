"""How near a reading comes to what people marked: counts that can be added up, and the rules of counting.

Spans are compared as **sets of word tokens**: a token is a run of letters and digits (``\\w+``), and a span holds every
token that it shares a character with. So white space, punctuation and quotation marks at the edges do not count, and
neither does where a discontinuous span is cut. These are the rules under which people were compared with each other on
PolNeAR (Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.evaluate.gold import GoldAttribution, Range

ROLES: Final = ("source", "cue", "content")
DEEPEST: Final = 4
"""Chains of this many hops and more are counted together."""

NEAR: Final = 0.8
"""Jaccard index of two contents from which they are near."""

Tokens = frozenset[int]
_WORD = re.compile(r"\w+")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class PRF:
    """How many were predicted, how many are gold, how many of the predicted are right; sums of them are meaningful."""

    predicted: int = 0
    gold: int = 0
    right: int = 0

    def __add__(self, other: PRF) -> PRF:
        return PRF(self.predicted + other.predicted, self.gold + other.gold, self.right + other.right)

    @property
    def precision(self) -> float:
        """Right among predicted; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right among gold; 0 where there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall: 2 · right / (predicted + gold)."""
        together = self.predicted + self.gold
        return 2 * self.right / together if together else 0.0


@dataclass(frozen=True, slots=True)
class PredictedAttribution:
    """One attribution of a reading as an annotator would have marked it: one source, one cue, its content."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One hop of a chain: empty tuples for a source or a cue that is not there."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Chained:
    """A content with all hops through which it came, outermost first."""

    content: tuple[Range, ...]
    chain: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """Spans and attributions of one text or, added up, of many.

    `exact` counts the distinct token sets of each role, right where the same set was marked in that role; `token`
    counts the tokens that lie in any span of the role. `whole_exact` counts attributions of which source, cue
    and content are all equal; `whole_overlap` those of which all three share a token.
    An empty source equals an empty source.
    """

    exact: Mapping[str, PRF] = field(default_factory=lambda: dict.fromkeys(ROLES, PRF()))
    token: Mapping[str, PRF] = field(default_factory=lambda: dict.fromkeys(ROLES, PRF()))
    whole_exact: PRF = PRF()
    whole_overlap: PRF = PRF()

    def __add__(self, other: AttributionScores) -> AttributionScores:
        return AttributionScores(
            {role: self.exact[role] + other.exact[role] for role in ROLES},
            {role: self.token[role] + other.token[role] for role in ROLES},
            self.whole_exact + other.whole_exact,
            self.whole_overlap + other.whole_overlap,
        )


@dataclass(frozen=True, slots=True)
class ChainScores:
    """Full chains by depth (1 … `DEEPEST`, the last one "and more").

    `exact`: as many hops, the sources and cues of all of them equal, and the content equal. `near`: the same hops, and
    contents whose Jaccard index is `NEAR` or more. `paragraphs` counts those that hold a gold chain of two or more
    hops: in `complete` ones all such chains are exact; in `clean` ones no other such chain is predicted besides.
    """

    exact: Mapping[int, PRF] = field(default_factory=lambda: dict.fromkeys(range(1, DEEPEST + 1), PRF()))
    near: Mapping[int, PRF] = field(default_factory=lambda: dict.fromkeys(range(1, DEEPEST + 1), PRF()))
    paragraphs: int = 0
    complete: int = 0
    clean: int = 0

    def __add__(self, other: ChainScores) -> ChainScores:
        return ChainScores(
            {depth: self.exact[depth] + other.exact[depth] for depth in self.exact},
            {depth: self.near[depth] + other.near[depth] for depth in self.near},
            self.paragraphs + other.paragraphs,
            self.complete + other.complete,
            self.clean + other.clean,
        )

    @property
    def exact_overall(self) -> PRF:
        """Exact chains of every depth."""
        return sum(self.exact.values(), PRF())

    @property
    def near_overall(self) -> PRF:
        """Near chains of every depth."""
        return sum(self.near.values(), PRF())

    @property
    def exact_nested(self) -> PRF:
        """Exact chains of two or more hops."""
        return sum((score for depth, score in self.exact.items() if depth > 1), PRF())

    @property
    def near_nested(self) -> PRF:
        """Near chains of two or more hops."""
        return sum((score for depth, score in self.near.items() if depth > 1), PRF())


class Words:
    """The word tokens of one text, by number."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __len__(self) -> int:
        return len(self._starts)

    def of(self, ranges: Iterable[Range]) -> Tokens:
        """The tokens that share a character with any of `ranges`."""
        found: set[int] = set()
        for start, end in ranges:
            if start < end:
                found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def start(self, token: int) -> int:
        """The code point at which a token begins."""
        return self._starts[token]

    def end(self, token: int) -> int:
        """The code point behind a token."""
        return self._ends[token]

    def ranges(self, tokens: Tokens) -> tuple[Range, ...]:
        """`tokens` as stretches of the text, those that follow each other as one."""
        found: list[Range] = []
        before = -2
        for token in sorted(tokens):
            if token == before + 1:
                found[-1] = (found[-1][0], self._ends[token])
            else:
                found.append((self._starts[token], self._ends[token]))
            before = token
        return tuple(found)


def score_document(
    text: str,
    gold: Sequence[GoldAttribution | PredictedAttribution],
    predicted: Sequence[GoldAttribution | PredictedAttribution],
) -> AttributionScores:
    """Compare two readings of `text` by spans and by whole attributions."""
    words = Words(text)
    ours, theirs = ([_roles(words, item) for item in items] for items in (predicted, gold))
    exact, token = {}, {}
    for place, role in enumerate(ROLES):
        left, right = ({item[place] for item in items if item[place]} for items in (ours, theirs))
        exact[role] = PRF(len(left), len(right), len(left & right))
        covered, marked = (frozenset().union(*sets) for sets in (left, right))
        token[role] = PRF(len(covered), len(marked), len(covered & marked))
    return AttributionScores(
        exact,
        token,
        PRF(len(ours), len(theirs), _in_common(ours, theirs)),
        PRF(len(ours), len(theirs), len(pair_up(ours, theirs, _shared_by_all))),
    )


def score_chains(text: str, gold: Sequence[Chained], predicted: Sequence[Chained]) -> ChainScores:
    """Compare two readings of `text` by full chains; what has no chain (the outlet's own voice) is left out of both."""
    words = Words(text)
    ours, theirs = ([_chain(words, item) for item in items if item.chain] for items in (predicted, gold))
    exact, near = {}, {}
    for depth in range(1, DEEPEST + 1):
        mine, marked = ([item for item in items if min(len(item[0]), DEEPEST) == depth] for items in (ours, theirs))
        exact[depth] = PRF(len(mine), len(marked), _in_common(mine, marked))
        near[depth] = PRF(len(mine), len(marked), len(pair_up(mine, marked, _nearness)))
    paragraph = _paragraphs(text)
    ours_by, theirs_by = (
        _group((paragraph(item), _chain(words, item)) for item in items if len(item.chain) > 1)
        for items in (predicted, gold)
    )
    missed = {place: marked - ours_by.get(place, Counter()) for place, marked in theirs_by.items()}
    return ChainScores(
        exact,
        near,
        len(theirs_by),
        sum(not left for left in missed.values()),
        sum(not left and ours_by[place] == theirs_by[place] for place, left in missed.items()),
    )


def outermost(reading: Reading) -> list[PredictedAttribution]:
    """What PolNeAR would mark: attributions of one hop that has a cue.

    The outlet's own voice has no hop. A quotation that goes on in the next paragraph has no cue of its own and PolNeAR
    seldom marks it as an attribution, so it is left out.
    """
    return [
        predicted
        for attribution, predicted in zip(reading.attributions, _last_hops(reading), strict=True)
        if predicted is not None and len(attribution.chain) == 1 and predicted.cue
    ]


def every_hop(reading: Reading, *, carried: bool = True) -> list[PredictedAttribution]:
    """Each attribution with the source and cue of its last hop; without those that have no cue unless `carried`."""
    return [item for item in _last_hops(reading) if item is not None and (carried or item.cue)]


def chains(reading: Reading, *, carried: bool = True) -> list[Chained]:
    """Each attribution of `reading` with its chain; without those whose last hop has no cue unless `carried`."""
    return [
        Chained(
            _ranges(attribution.content),
            tuple(Link(_range(hop.source), _range(hop.cue.span if hop.cue else None)) for hop in attribution.chain),
        )
        for attribution in reading.attributions
        if attribution.chain and (carried or attribution.chain[-1].cue)
    ]


def chains_by_containment(text: str, attributions: Sequence[GoldAttribution | PredictedAttribution]) -> list[Chained]:
    """Chains of gold that marks attributions one by one: the next hop outwards is the one with the smallest content
    that holds all tokens of this one's cue."""
    words = Words(text)
    sets = [_roles(words, item) for item in attributions]
    outer: list[int | None] = []
    for number, (_, cue, content) in enumerate(sets):
        holders = [
            n for n, other in enumerate(sets) if n != number and cue and cue <= other[2] and not other[1] <= content
        ]
        outer.append(min(holders, key=lambda n: (len(sets[n][2]), n), default=None))
    found = []
    for number, item in enumerate(attributions):
        line: list[int] = []
        here: int | None = number
        while here is not None and here not in line:
            line.append(here)
            here = outer[here]
        hops = tuple(Link(attributions[n].source, attributions[n].cue) for n in reversed(line))
        found.append(Chained(item.content, hops))
    return found


_Roles = tuple[Tokens, Tokens, Tokens]
_ChainSets = tuple[tuple[tuple[Tokens, Tokens], ...], Tokens]


def _roles(words: Words, item: GoldAttribution | PredictedAttribution) -> _Roles:
    return words.of(item.source), words.of(item.cue), words.of(item.content)


def _chain(words: Words, item: Chained) -> _ChainSets:
    return tuple((words.of(link.source), words.of(link.cue)) for link in item.chain), words.of(item.content)


def _in_common(left: Iterable[Hashable], right: Iterable[Hashable]) -> int:
    return (Counter(left) & Counter(right)).total()


def _shared_by_all(one: _Roles, other: _Roles) -> float:
    """How many tokens two attributions share, or 0 where they do not overlap in all three roles."""
    if not all(a & b or not (a or b) for a, b in zip(one, other, strict=True)):
        return 0.0
    return float(sum(len(a & b) for a, b in zip(one, other, strict=True)))


def _nearness(one: _ChainSets, other: _ChainSets) -> float:
    """The Jaccard index of two contents that came through equal hops, or 0 where it is below `NEAR`."""
    if one[0] != other[0]:
        return 0.0
    jaccard = len(one[1] & other[1]) / len(one[1] | other[1]) if one[1] or other[1] else 1.0
    return jaccard if jaccard >= NEAR else 0.0


def pair_up(
    ours: Sequence[_Item], theirs: Sequence[_Item], worth: Callable[[_Item, _Item], float]
) -> list[tuple[int, int]]:
    """One-to-one pairs, the worthiest first; a pair of worth 0 is none."""
    worths = [(worth(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)]
    taken_ours, taken_theirs = set[int](), set[int]()
    pairs = []
    for value, i, j in sorted(worths, key=lambda w: (-w[0], w[1], w[2])):
        if value > 0 and i not in taken_ours and j not in taken_theirs:
            taken_ours.add(i)
            taken_theirs.add(j)
            pairs.append((i, j))
    return pairs


def _paragraphs(text: str) -> Callable[[Chained], int]:
    """The number of the paragraph in which a content begins; blank lines part paragraphs."""
    ends = [match.start() for match in _PARAGRAPH_END.finditer(text)]
    return lambda item: bisect_right(ends, min((start for start, _ in item.content), default=0))


def _group(items: Iterable[tuple[int, _ChainSets]]) -> dict[int, Counter[_ChainSets]]:
    groups: dict[int, Counter[_ChainSets]] = {}
    for place, item in items:
        groups.setdefault(place, Counter())[item] += 1
    return groups


def _last_hops(reading: Reading) -> list[PredictedAttribution | None]:
    found: list[PredictedAttribution | None] = []
    for attribution in reading.attributions:
        if not attribution.chain:
            found.append(None)
            continue
        hop = attribution.chain[-1]
        cue = _range(hop.cue.span if hop.cue else None)
        found.append(PredictedAttribution(_range(hop.source), cue, _ranges(attribution.content)))
    return found


def _ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans)


def _range(span: Span | None) -> tuple[Range, ...]:
    return () if span is None else ((span.start, span.end),)
