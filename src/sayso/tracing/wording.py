"""Turns of phrase that two texts have and hardly another: nobody hits upon "ferries and blinds" twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.quotation import find_quotations
from sayso.languages.words import load_words
from sayso.tracing.held import Held
from sayso.tracing.mistakes import Shared
from sayso.tracing.statement import Statement
from sayso.tracing.steps import passage

FEWEST_FOR_WORDING = 4
"""Documents below which a phrase that only two have says little."""
FEWEST_PHRASES = 2
NEAR = 120
"""Code points before and behind what is said, in its own paragraph, in which a phrase still belongs to it: its sentence, and half of the next."""
SHOWN_PHRASES = 3
MOST_PHRASES = 1500
MOST_WITH_PHRASE = 6
"""Documents that may have a turn of phrase that is still odd."""
MOST_SMALL = 2
"""Small words that may stand inside a turn of phrase ("ferries and blinds")."""
_LETTERS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Wordings:
    """The phrases of a claim's documents; nothing is looked for before it is asked for."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held = held
        self._places = {item.id: place for place, item in enumerate(held)}

    def shared(self, item: Held, may_have_from: Callable[[Held], bool], least: float) -> tuple[Held, Shared] | None:
        """The document with which this one shares most turns of phrase that hardly another document of the claim has.

        `least`: how odd they must be together, as the rarities of their commoner words add up.
        """
        count = len(self._held)
        if count < FEWEST_FOR_WORDING:
            return None
        mine = _own_phrases(item)
        most = min(max(2, count // 5), MOST_WITH_PHRASE)
        weights: dict[int, float] = defaultdict(float)
        for phrase in mine:
            holders = self._phrases[phrase]
            if 1 < len(holders) <= most:
                odd = _oddness(phrase)
                for place in holders:
                    weights[place] += odd
        weights.pop(self._places[item.id], None)
        for place, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
            other = self._held[place]
            if weight < least:
                break
            if other.outlet == item.outlet or not may_have_from(other):
                continue
            theirs = _own_phrases(other)
            both = [phrase for phrase in mine if phrase in theirs and len(self._phrases[phrase]) <= most]
            passages = []
            both.sort(key=lambda phrase: -_oddness(phrase))
            if len(both) < FEWEST_PHRASES:
                continue
            for phrase in both[:SHOWN_PHRASES]:
                passages.append(passage(other.document, *theirs[phrase]))
                passages.append(passage(item.document, *mine[phrase]))
            return other, Shared(
                frozenset(("wording", phrase, "") for phrase in both),
                tuple(passages),
                True,
                f"both have words that no other text has, “{both[0]}”",
            )
        return None

    @cached_property
    def _phrases(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self._held):
            for phrase in _own_phrases(item):
                if len(holders[phrase]) <= MOST_WITH_PHRASE:
                    holders[phrase].append(place)
        return holders


def _own_phrases(item: Held) -> dict[str, tuple[int, int]]:
    """Those near what is said and outside the words for who said it: whoever names one speaker names him alike, and what
    stands elsewhere tells where the other news on the page is from."""
    paragraphs = find_paragraphs(item.document.text)
    near = [_around(statement, paragraphs) for statement in item.statements]
    return {
        phrase: (start, end)
        for phrase, (start, end) in _phrases(item.document.text).items()
        if any(low <= start and end <= high for low, high in near)
        and not any(span.start < end and start < span.end for span in item.credits)
    }


def _around(statement: Statement, paragraphs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """What stands near a statement, no further than its paragraphs reach: the next one may be of anything."""
    start, end = statement.attribution.content[0].start, statement.attribution.content[-1].end
    reached = [(low, high) for low, high in paragraphs if low < end and start < high]
    low, high = (reached[0][0], reached[-1][1]) if reached else (start, end)
    return max(low, start - NEAR), min(high, end + NEAR)


@lru_cache(maxsize=16384)
def _oddness(phrase: str) -> float:
    words = load_words("en")
    return min(words.rarity(words.lemma(word)) for word in phrase.lower().split())


@lru_cache(maxsize=1024)
def _phrases(text: str) -> dict[str, tuple[int, int]]:
    """Pairs of words that mean something and stand next to each other, but for small ones, outside quotations."""
    stop = load_words("en").stop
    quoted = [(one.start, one.end) for one in find_quotations(text)]
    found: dict[str, tuple[int, int]] = {}
    last: re.Match[str] | None = None
    between = at = 0
    for match in _LETTERS.finditer(text):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        if match.group().lower() in stop:
            between += 1
            continue
        inside = at < len(quoted) and quoted[at][0] <= match.start()
        if (
            last is not None
            and between <= MOST_SMALL
            and not inside
            and "\n" not in text[last.end() : match.start()]
            and text[last.end()] not in ".!?"
            and last.group().islower()
            and match.group().islower()  # names are no turns of phrase
        ):
            found.setdefault(f"{last.group()} {match.group()}".lower(), (last.start(), match.end()))
        last, between = (None if inside else match), 0
        if len(found) >= MOST_PHRASES:
            break
    return found
