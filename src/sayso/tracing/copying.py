"""Which texts share words that nobody writes twice: word 5-grams to find them, then what share of one stands in the other, and where.

Every text keeps the smallest of its 5-grams' hashes (a MinHash sketch, Broder 1997, which tells containment as well as
resemblance); an index over them finds the texts that share any. Measured on real pages (evidence.md): copies share 0.6 to 0.98 of
their 5-grams, rewrites of an agency's text 0.1 to 0.3, two reports of one report 0.04. Quotations are counted apart: two
papers that quote one speech share his words and not each other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from sayso.domain.document import Document
from sayso.domain.quotation import find_quotations
from sayso.domain.span import Span

GRAM = 5  # words
MOST_WORDS = 20_000
"""Words of a text that are looked at; no article is longer."""
SKETCH = 1024
"""Hashes of a text that the index holds: all of most articles, and of a long one enough to find a copied paragraph of 60 words."""
MOST_HOLDERS = 24
"""Texts, the earliest, that the index keeps for a hash: a phrase in more is a formula, or one of many copies that share other phrases."""
MOST_CANDIDATES = 12
FEWEST_SHARED = 4
"""5-grams that two texts share at least: eight words in a row, or as much in pieces."""
FEWEST_OWN = 12
"""5-grams outside quotations below which the share that is found elsewhere tells nothing."""
LONGEST_RUNS = 3

_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)

Words = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """A text's word 5-grams in order: `own` are those with no word inside a quotation. `starts` and `ends` are its words'."""

    starts: Words
    ends: Words
    hashes: Hashes
    own: Flags
    distinct: Hashes
    sketch: Hashes


NO_GRAMS = Grams(
    np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.uint64), np.zeros(0, np.bool_), np.zeros(0, np.uint64), np.zeros(0, np.uint64)
)  # fmt: skip
"""Those of a text that is compared with no other."""


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in two texts: half-open code points in the copy and in what it was copied from."""

    start: int
    end: int
    source_start: int
    source_end: int
    words: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of one text stands in another.

    `whole`: share of all its 5-grams; `own`: of those outside quotations, and `own_count` how many they are;
    `longest` the words of the longest run outside quotations.
    """

    whole: float
    own: float
    shared: int
    own_count: int
    longest: int


NO_OVERLAP = Overlap(0.0, 0.0, 0, 0, 0)


def covers(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether some words of a copy lie in one of the stretches that it shares."""
    return any(low <= start and end <= high for low, high in stretches)


def grams(document: Document, said: Sequence[Span] = ()) -> Grams:
    """The word 5-grams of a document's text; `said` are words that it says are somebody's, and so not its own either."""
    found = _grams(document.text)
    if not said or not len(found.hashes):
        return found
    own = found.own.copy()
    for span in said:
        low, high = np.searchsorted(found.starts, (span.start, span.end))
        own[max(0, low - GRAM + 1) : high] = False
    return replace(found, own=own)


@lru_cache(maxsize=2048)
def _grams(text: str) -> Grams:
    starts: list[int] = []
    ends: list[int] = []
    values: list[int] = []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        values.append(_hash(match.group().lower()))
        if len(values) == MOST_WORDS:
            break
    count = max(0, len(values) - GRAM + 1)
    words = np.array(values, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(GRAM if count else 0):
        hashes = (hashes ^ words[place : place + count]) * _MULTIPLIER
        hashes ^= hashes >> np.uint64(29)
    first, last = np.array(starts, dtype=np.int32), np.array(ends, dtype=np.int32)
    distinct = np.unique(hashes)
    return Grams(first, last, hashes, _own(text, first, count), distinct, distinct[:SKETCH])


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _own(text: str, starts: Words, count: int) -> Flags:
    quoted = np.zeros(len(starts), dtype=np.int32)
    for quotation in find_quotations(text):
        # A lone word in scare quotes is still the writer's sentence.
        low, high = np.searchsorted(starts, (quotation.start, quotation.end))
        if high - low > 2:
            quoted[low:high] = 1
    total = np.concatenate(([0], np.cumsum(quoted)))
    return np.asarray((total[GRAM : GRAM + count] - total[:count]) == 0)


class Copies:
    """The texts that share words with each other. Give them in order of time: of many copies the earliest are kept in view."""

    def __init__(self, texts: Sequence[Grams]) -> None:
        self._texts = texts
        if len(texts) < 2:
            return
        hashes = np.concatenate([text.sketch for text in texts])
        holders = np.repeat(np.arange(len(texts)), [len(text.sketch) for text in texts])
        order = np.argsort(hashes, kind="stable")  # so that of each hash the earliest stand first
        self._hashes, self._holders = hashes[order], holders[order]

    def candidates(self, place: int) -> list[int]:
        """The other texts that share most with this one, the most first."""
        sketch = self._texts[place].sketch
        if len(self._texts) < 2 or not len(sketch):
            return []
        low = np.searchsorted(self._hashes, sketch)
        lengths = np.minimum(np.searchsorted(self._hashes, sketch, side="right") - low, MOST_HOLDERS)
        begins = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(low - begins, lengths)
        counts = np.bincount(self._holders[places], minlength=len(self._texts))
        counts[place] = 0
        found = np.flatnonzero(counts >= min(FEWEST_SHARED, len(sketch)))
        ranked: list[int] = found[np.argsort(-counts[found], kind="stable")].tolist()
        return ranked[:MOST_CANDIDATES]


@lru_cache(maxsize=4096)
def share_of_text(copy: str, source: str) -> float:
    """The share of one text's 5-grams that stands in another text."""
    mine, yours = _grams(copy), _grams(source)
    if not len(mine.hashes) or not len(yours.distinct):
        return 0.0
    return int(_shared(mine, yours).sum()) / len(mine.hashes)


def overlap(copy: Grams, source: Grams) -> Overlap:
    """How much of `copy` stands in `source`, and where."""
    if not len(copy.hashes) or not len(source.distinct):
        return NO_OVERLAP
    shared = _shared(copy, source)
    count = int(shared.sum())
    if not count:
        return NO_OVERLAP
    own_count = int(copy.own.sum())
    own_shared = shared & copy.own
    bounds = _stretches(own_shared)
    longest = int((bounds[:, 1] - bounds[:, 0]).max()) + GRAM - 1 if len(bounds) else 0
    own = float(own_shared.sum()) / own_count if own_count else 0.0
    return Overlap(count / len(shared), own, count, own_count, longest)


def common(copy: Grams, source: Grams) -> tuple[tuple[int, int], ...]:
    """Every stretch of five and more words of one text that stands in another: half-open code points in the first."""
    if not len(copy.hashes) or not len(source.distinct):
        return ()
    bounds = _stretches(_shared(copy, source))
    return tuple((int(copy.starts[low]), int(copy.ends[high + GRAM - 2])) for low, high in bounds.tolist())


def _stretches(flags: Flags) -> npt.NDArray[np.intp]:
    """Half-open ranges of the flags that are set, one a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return edges.reshape(-1, 2)


def _shared(copy: Grams, source: Grams) -> Flags:
    places = np.minimum(np.searchsorted(source.distinct, copy.hashes), len(source.distinct) - 1)
    return np.asarray(source.distinct[places] == copy.hashes)


def aligned(copy: Grams, source: Grams) -> tuple[Run, ...]:
    """The longest stretches that one text shares with another, in the order of the copy."""
    if not len(copy.hashes) or not len(source.distinct):
        return ()
    bounds = _stretches(_shared(copy, source))
    longest = sorted(bounds.tolist(), key=lambda bound: (bound[0] - bound[1], bound[0]))[:LONGEST_RUNS]
    order = np.argsort(source.hashes, kind="stable")
    runs = []
    for low, high in sorted(longest):
        at = int(order[np.searchsorted(source.hashes, copy.hashes[low], sorter=order)])
        length = 1
        while (
            low + length < high
            and at + length < len(source.hashes)
            and source.hashes[at + length] == copy.hashes[low + length]
        ):
            length += 1
        words = length + GRAM - 1
        runs.append(
            Run(
                int(copy.starts[low]), int(copy.ends[low + words - 1]),
                int(source.starts[at]), int(source.ends[at + words - 1]), words,
            )
        )  # fmt: skip
    return tuple(runs)
