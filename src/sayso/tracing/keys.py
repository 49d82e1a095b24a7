"""Index keys of a statement: two statements of one claim share at least one that few others share.

No single name or word is a key, because each of them stands in very many statements; pairs of them are: two names, a name with a number, two rare
words, a number with what it counts. The vector gives a key for each band of random planes: the sides of the planes on which it lies. How many
keys a statement has is bounded, whatever its length, and none depends on what else is in the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import combinations, islice, product
from typing import TypeVar

import numpy as np

from sayso.languages.language import load_code
from sayso.languages.words import Words, load_words
from sayso.tracing.alignment import unit_of, weight_of
from sayso.tracing.names import forms, skeleton
from sayso.tracing.statement import Quantity, Statement

Holder = TypeVar("Holder", int, str)

BANDS, BITS = 10, 14
"""Of two statements whose vectors have a cosine of 0.8, two in three share a band; of unrelated ones, 1 in 800."""
SEED = "sayso.vector-planes/1"
"""What the planes are made of. Another seed makes another index: the store would have to be rebuilt."""
MOST_NAMES, MOST_NUMBERS, MOST_WORDS = 5, 3, 6
NUMBER_ALONE = 3.5
"""Weight of a number that is a key with its unit only, or with nothing (236; 14,000 with its unit)."""
MOST_OF_A_KIND = 12
MOST_CANDIDATES = 50
"""Statements that a new one is compared with."""
NEAR, NEAR_WITH_NUMBER = 0.4, 0.2
"""Cosine below which two statements that share no number are no candidates, and two that do: of the invented stories' 1,747 pairs that share a key, 637
were below 0.4, and none of those without a number made one claim (454 did). Of the 177 below 0.25 that share a number, in them and in eight simulated stories,
none did; and in a store of 100,000 fifty statements of anything hold one number of three digits."""


@lru_cache(maxsize=64)  # asked for to look up its like, and again to keep it
def find_keys(statement: Statement) -> tuple[str, ...]:
    """The keys under which an index holds a statement; at most 100, of at most 60 code points."""
    return tuple(dict.fromkeys(key[:60] for key in _keys(statement)))


def lookup_keys(statement: Statement, own: Sequence[str] | None = None) -> tuple[str, ...]:
    """The keys by which to look for a statement's like: its own, and in each band the next bucket, to which its vector is nearest.

    `own` are those that `find_keys` gave, where they are known.
    """
    return tuple(dict.fromkeys((*(find_keys(statement) if own is None else own), *_bands(statement)[1])))


def _keys(statement: Statement) -> Iterator[str]:
    code = load_code(statement.document.language)
    words = load_words(code) if code is not None else None
    named = [*statement.names, *statement.places]
    names = _first(MOST_NAMES, (form for place in named for form in forms(place.key)))
    bones = _first(MOST_NAMES, (skeleton(place.key) for place in named if len(skeleton(place.key)) > 2))
    numbers = sorted(
        {quantity for quantity in statement.quantities if weight_of(quantity) >= 1},
        key=lambda item: (-weight_of(item), item.start),
    )
    counted = _first(MOST_NUMBERS, (_value(quantity) for quantity in numbers))
    lemmas = _rarest(statement.words, words) if words is not None else []
    yield from _pairs("nn", combinations(sorted(names), 2))
    yield from _pairs("n#", product(names, counted))
    yield from _pairs("##", combinations(sorted(counted), 2))
    yield from _pairs("nw", product(lemmas[:4], names))
    yield from _pairs("#w", product(lemmas[:4], counted))
    yield from _pairs("ww", (sorted(pair) for pair in combinations(lemmas, 2)))
    yield from _with_units(numbers, words)
    yield from _pairs("x#", product(bones, counted))
    yield from _pairs("xx", combinations(sorted(bones), 2))
    yield from _bands(statement)[0]


def _with_units(numbers: Sequence[Quantity], words: Words | None) -> Iterator[str]:
    for quantity in numbers[:MOST_NUMBERS]:
        if weight_of(quantity) >= NUMBER_ALONE:
            yield f"#|{_value(quantity)}"
        elif words is not None and (unit := unit_of(quantity, words)) is not None:
            yield f"#u|{_value(quantity)}|{unit}"


def _first(most: int, items: Iterable[str]) -> list[str]:
    return list(islice(dict.fromkeys(items), most))


def _rarest(lemmas: Sequence[str], words: Words) -> list[str]:
    """Kinds of the rarest lemmas; of equally rare ones the first in the alphabet, so that two wordings agree."""
    kinds = {words.kind(lemma): words.rarity(words.kind(lemma)) for lemma in lemmas}
    return sorted(kinds, key=lambda kind: (-kinds[kind], kind))[:MOST_WORDS]


def _value(quantity: Quantity) -> str:
    return f"{quantity.value:.10g}"


def _pairs(kind: str, pairs: Iterable[Sequence[str]]) -> Iterator[str]:
    return (f"{kind}|{one}|{other}" for one, other in islice(pairs, MOST_OF_A_KIND) if one != other)


@lru_cache(maxsize=64)
def _bands(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A key a band; and another, with the bit turned over that the vector is least sure of."""
    vector = statement.vector
    if vector is None:
        return (), ()
    sides = (_planes(len(vector)) @ vector.astype(np.float64)).reshape(BANDS, BITS)
    bits = sides > 0
    near = bits.copy()
    near[np.arange(BANDS), np.argmin(np.abs(sides), axis=1)] ^= True
    own, other = (
        tuple(f"v{band}|{number:x}" for band, number in enumerate((found @ _PLACES).tolist())) for found in (bits, near)
    )
    return own, other


_PLACES = 1 << np.arange(BITS)


@lru_cache(maxsize=4)
def _planes(width: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Planes through zero, each coordinate +1 or -1 as the bits of SHA-256 say: the same on every machine and with every numpy."""
    count = BANDS * BITS * width
    blocks = (sha256(f"{SEED}|{width}|{block}".encode()).digest() for block in range(count // 256 + 1))
    bits = np.unpackbits(np.frombuffer(b"".join(blocks), np.uint8))[:count]
    return (bits.astype(np.float64) * 2 - 1).reshape(BANDS * BITS, width)


def rank_candidates(found: Mapping[str, Sequence[Holder]], most: int = MOST_CANDIDATES) -> list[Holder]:
    """The holders of a statement's keys (`found`: key → holders), those first that share keys which few others share."""
    shared: dict[Holder, float] = {}
    for key in sorted(found):
        weight = 1 / len(found[key])
        for holder in found[key]:
            shared[holder] = shared.get(holder, 0.0) + weight
    # The second order leaves equals as the first has put them.
    return sorted(sorted(shared), key=shared.__getitem__, reverse=True)[:most]


def sharing_numbers(found: Mapping[str, Sequence[Holder]]) -> set[Holder]:
    """Of the holders of a statement's keys, those that share one with a number in it."""
    return {holder for key, holders in found.items() if "#" in key.partition("|")[0] for holder in holders}
