"""Which earlier text one tells over that names nobody: the one with which it shares most that few others of the claim have.

A paper that says in its own voice what had been in print for days has it from there, unless it says how it knows itself. A number, a name
or a rare word that only two texts have tells from where. It is the weakest evidence that there is, and counts only where there is no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from math import log

from sayso.domain.claim import Passage
from sayso.languages.words import load_words
from sayso.tracing.held import Held
from sayso.tracing.steps import passage
from sayso.tracing.voices import is_self_speaking

AROUND = 400
"""Code points before and behind what is said whose words count."""
LEAST = 6.0
"""How much must be shared: a number that two of eight texts have counts 6, a word in one text of 400 as much."""
NUMBER = 3.0
"""What a number is worth beside a word as rare."""
SHOWN = 3
MOST_COMPARED = 60
"""Earlier documents, the first and the last ones, among which the nearest is looked for."""
_TRADE = frozenset(
    "correspondent correspondents reporter reporters editor staff newspaper newspapers paper told said says reported reports according spokesman spokeswoman "
    "statement monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
"""Words of the trade: they tell nothing of where a text is from."""
_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}|\d[\d.,]*\d|\d+")
_FIRST_HAND = re.compile(
    r"\b(?:our (?:own )?(?:correspondent|reporter|journalist|newsroom|team|sources?|questions|photographer)|"
    r"(?:we|this (?:news)?paper|this (?:reporter|website|channel)) (?:have |has |had )?(?:\w+ )?(?:saw|seen|counted|visited|found|asked|spoke|spoken|met|watched|learned|learnt|established|verified|interviewed|read|obtained)|"
    r"told (?:us|me|this (?:news)?paper)|tells (?:us|me))\b",
    re.IGNORECASE,
)


def is_first_hand(item: Held) -> bool:
    """Whether a document is a body's own, or says how its own people know: "our correspondent", "we counted", "told us"."""
    return (
        is_self_speaking(item.document)
        or any(path.told_here for path in item.paths)
        or any(
            _FIRST_HAND.search(item.document.text, *_window(item, place)) is not None
            for place in range(len(item.statements))
        )
    )


class Retellings:
    """The documents of a claim by what is rare among them; nothing is looked for before it is asked for."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held = held
        self._places = {item.id: place for place, item in enumerate(held)}

    def nearest(
        self, item: Held, may_have_from: Callable[[Held], bool]
    ) -> tuple[Held, tuple[Passage, ...], str] | None:
        """The document that one tells over, the words that both have, and why."""
        mine = _telling(item)
        best: tuple[float, int, list[str]] | None = None
        for place, other in self._earlier(item, may_have_from):
            shared = [word for word in mine if word in _telling(other)]
            others = bool(item.numbers) and bool(other.numbers) and not item.numbers & other.numbers
            weight = sum(self._weight(word) for word in shared)
            weight += sum(NUMBER * self._weight(f"{number:g}") for number in item.numbers & other.numbers)
            if weight >= (2 * LEAST if others else LEAST) and (best is None or weight > best[0]):
                best = weight, place, sorted(shared, key=lambda word: (-self._weight(word), mine[word]))
        if best is None:
            return None
        other, words = self._held[best[1]], best[2][:SHOWN]
        theirs = _telling(other)
        passages = [
            passage(one.document, *where[word]) for word in words for one, where in ((other, theirs), (item, mine))
        ]
        said = f"“{item.document.text[mine[words[0]][0] : mine[words[0]][1]]}”" if words else "the same number"
        return (
            other,
            tuple(passages),
            f"it names nobody, is later, and tells the same with {said}, which few others have",
        )

    def _earlier(self, item: Held, may_have_from: Callable[[Held], bool]) -> Iterator[tuple[int, Held]]:
        places = range(len(self._held))
        if len(self._held) > MOST_COMPARED:
            at = self._places[item.id]
            places = range(max(0, at - MOST_COMPARED), at)
        for place in places:
            other = self._held[place]
            if other is not item and may_have_from(other):
                yield place, other

    def _weight(self, word: str) -> float:
        """How much it tells that two texts share a word: how rare it is in the language, and among these texts."""
        among = log((len(self._held) + 1) / max(self._counts[word], 1))
        return 0.0 if self._counts[word] < 2 else among * (1.5 if word[0].isdigit() else _rarity(word) / 4)

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for item in self._held:
            counts.update(dict.fromkeys([*_telling(item), *(f"{number:g}" for number in item.numbers)], 1).keys())
        return counts


@lru_cache(maxsize=16384)
def _rarity(word: str) -> float:
    words = load_words("en")
    return words.rarity(words.lemma(word))


def _window(item: Held, place: int) -> tuple[int, int]:
    content = item.statements[place].attribution.content
    return max(0, content[0].start - AROUND), content[-1].end + AROUND


@lru_cache(maxsize=1024)  # a document is compared with up to sixty others
def _telling(item: Held) -> dict[str, tuple[int, int]]:
    """The words near what a document says of the claim, with where they stand first."""
    found: dict[str, tuple[int, int]] = {}
    for place in range(len(item.statements)):
        for word, where in _words(item.document.text, *_window(item, place)):
            found.setdefault(word, where)
    return found


@lru_cache(maxsize=4096)
def _words(text: str, start: int, end: int) -> tuple[tuple[str, tuple[int, int]], ...]:
    words = load_words("en")
    found = []
    for match in _WORD.finditer(text, start, end):
        lower = match.group().lower()
        if lower not in words.stop and lower not in _TRADE:
            found.append((words.lemma(lower), match.span()))
    return tuple(found)
