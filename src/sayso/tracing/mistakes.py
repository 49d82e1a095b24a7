"""Mistakes that texts share: an odd form of a name, a wrong role, an odd number, a quotation that has lost its middle.

Shared errors prove descent, shared truth does not (the rule of textual critics since the 1800s). A mistake is what differs from what
another text of the claim has in the same place and had before it; two texts that share one were not written apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from sayso.domain.attribution import Mode
from sayso.domain.claim import Passage
from sayso.languages.language import load_language
from sayso.tracing.bodies import body_key, names_body
from sayso.tracing.held import Held
from sayso.tracing.names import in_latin, name_key, skeleton
from sayso.tracing.sounds import fold
from sayso.tracing.steps import passage

SHORTEST_NAME = 6
MOST_APART = 2
"""Letters by which two forms of one name differ at most."""
FEWEST_DIGITS = 3
"""Figures of a number below which another that is near it is no slip of the same."""
FLANK = 3
GAP = 3
"""Words on each side of a hole in a quotation, and in the hole."""
MOST_REFERENCES = 3
LONGEST_CONTENT = 120  # words
MOST_NEAR = 40
"""Forms of names with one skeleton that are held against each other."""

_ENDINGS = frozenset("s n a an ns ans ian ians e es i y ish ese er ers".split())
"""What a name has more in another form or as a word for people: "Russia", "Russian"."""
_CAPITALISED = re.compile(r"(?<![\w@#/.-])[^\W\d_a-zа-яё][^\W\d_]{5,}(?![\w@])")
_LOWER = re.compile(r"(?<![\w@#/.-])[a-zа-яё]{6,}")
_WORD = re.compile(r"\w+")
_CAP = r"[^\W\d_a-zа-яё][\w’-]+"


@dataclass(frozen=True, slots=True)
class Shared:
    """Mistakes that two documents share; `strong` where one of them is more than a number, which news may bring to both."""

    keys: frozenset[tuple[str, str, str]]
    passages: tuple[Passage, ...]
    strong: bool
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text has at a place where texts differ: `slot` the place, `value` what stands there (a variant reading, in critics' words)."""

    kind: str
    slot: str
    value: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What two texts share that have the same."""
        return self.kind, self.slot, self.value


class Mistakes:
    """The mistakes that the documents of a claim share; nothing is looked for before it is asked for."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held = held
        self._places = {item.id: place for place, item in enumerate(held)}

    def shared(self, item: Held, may_have_from: Callable[[Held], bool]) -> tuple[Held, Shared] | None:
        """The document that shares most mistakes with this one and may be where it has them from."""
        if len(self._held) < 3:
            return None
        mine = {one.key: one for one in self._mistakes.get(item.id, ())}
        if not mine:
            return None
        counts: Counter[int] = Counter()
        for key in mine:
            counts.update(place for place in self._holders[key] if place != self._places[item.id])
        for place, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
            other = self._held[place]
            if may_have_from(other):
                return other, self._describe(item, other, mine)
        return None

    def has(self, item: Held, shared: Shared) -> bool:
        """Whether a document has one of these mistakes too."""
        return any(one.key in shared.keys for one in self._mistakes.get(item.id, ()))

    def _describe(self, item: Held, other: Held, mine: dict[tuple[str, str, str], Reading]) -> Shared:
        theirs = {one.key: one for one in self._mistakes.get(other.id, ())}
        both = [key for key in mine if key in theirs]
        passages = []
        for key in both:
            passages.append(passage(other.document, theirs[key].start, theirs[key].end))
            passages.append(passage(item.document, mine[key].start, mine[key].end))
        words = item.document.text[mine[both[0]].start : mine[both[0]].end]
        return Shared(
            frozenset(both),
            tuple(passages),
            any(kind != "number" for kind, _, _ in both),
            f"{_WHY[both[0][0]]} “{' '.join(words.split())}”",
        )

    @cached_property
    def _mistakes(self) -> dict[str, list[Reading]]:
        """Each document's readings that came after another reading of the same place."""
        readings: dict[str, list[Reading]] = defaultdict(list)
        for find in (self._name_forms, self._roles, self._numbers, self._holes):
            for place, one in find():
                readings[self._held[place].id].append(one)
        return readings

    @cached_property
    def _holders(self) -> dict[tuple[str, str, str], list[int]]:
        holders: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for item, readings in self._mistakes.items():
            for one in readings:
                holders[one.key].append(self._places[item])
        return {key: sorted(places)[:MOST_NEAR] for key, places in holders.items()}

    def _name_forms(self) -> Iterator[tuple[int, Reading]]:
        where: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
        common: set[str] = set()
        for place, item in enumerate(self._held):
            text = item.document.text
            common |= _lower_words(text)
            for form, span in _capitalised_words(text).items():
                where[form].setdefault(place, span)
        # Who credits an outlet writes its name: that is no odd form of the town's.
        outlets = {word for item in self._held for word in _capitalised_words(item.document.outlet or "")}
        families: dict[str, list[str]] = defaultdict(list)
        for form in where:
            if form not in common:
                families[skeleton(name_key(form))[:3]].append(form)
        for family in families.values():
            for form in family[:MOST_NEAR]:
                for other in family[:MOST_NEAR]:
                    if (
                        form != other
                        and in_latin(form) != in_latin(other)  # an accent left out is nobody’s mistake
                        and form not in outlets
                        and min(where[other]) < min(where[form])
                        and _is_slip(form, other)
                        and not where[form].keys() & where[other].keys()
                    ):
                        for place, (start, end) in where[form].items():
                            yield place, Reading("name", other, form, start, end)

    def _roles(self) -> Iterator[tuple[int, Reading]]:
        where: dict[str, dict[str, dict[int, tuple[int, int]]]] = defaultdict(lambda: defaultdict(dict))
        for place, item in enumerate(self._held):
            for name, role, start, end in _roles(item.document.text):
                where[name][role].setdefault(place, (start, end))
        for name, roles in where.items():
            first = min(roles, key=lambda role: min(roles[role]))
            for role, places in roles.items():
                if role != first and not places.keys() & roles[first].keys():
                    for place, (start, end) in places.items():
                        yield place, Reading("role", name, role, start, end)

    def _numbers(self) -> Iterator[tuple[int, Reading]]:
        where: dict[float, dict[int, tuple[int, int]]] = defaultdict(dict)
        units: dict[float, set[str]] = defaultdict(set)
        for place, item in enumerate(self._held):
            for statement in item.statements:
                for quantity in statement.quantities:
                    where[quantity.value].setdefault(place, (quantity.start, quantity.end))
                    if quantity.unit:
                        units[quantity.value].add(quantity.unit)
        values = sorted(where, key=lambda value: (min(where[value]), value))[:MOST_NEAR]
        for value in values:
            for other in values:
                if (
                    value == other
                    or min(where[other]) >= min(where[value])
                    or where[value].keys() & where[other].keys()
                ):
                    continue
                if _is_slip_of_figures(value, other, FEWEST_DIGITS - bool(units[value] & units[other])):
                    for place, (start, end) in where[value].items():
                        yield place, Reading("number", f"{other:g}", f"{value:g}", start, end)
                    break

    def _holes(self) -> Iterator[tuple[int, Reading]]:
        contents = [
            [(one, _words(one.text)) for one in item.statements if one.attribution.mode in {Mode.DIRECT, Mode.MIXED}]
            for item in self._held
        ]
        references: dict[tuple[str, ...], int] = {}
        for place, own in enumerate(contents):
            for _, words in own:
                if len(words) >= 2 * FLANK + GAP:
                    references.setdefault(words, place)
        longest = sorted(references, key=lambda words: (-len(words), references[words]))[:MOST_REFERENCES]
        for number, reference in enumerate(longest):
            for place, own in enumerate(contents):
                if place <= references[reference]:
                    continue
                for statement, words in own:
                    for low, high in _find_holes(words, reference):
                        span = statement.attribution.content[0]
                        yield place, Reading("hole", str(number), f"{low}:{high}", span.start, span.end)


_WHY = {
    "name": "both have the same odd form of a name,",
    "role": "both give the same other role,",
    "number": "both have the same other number,",
    "hole": "in both the same words are missing from the middle of",
}


@lru_cache(maxsize=1024)
def _capitalised_words(text: str) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for match in _CAPITALISED.finditer(text):
        found.setdefault(match.group().lower(), match.span())
    return found


@lru_cache(maxsize=1024)
def _lower_words(text: str) -> frozenset[str]:
    return frozenset(_LOWER.findall(text))


def _is_slip(form: str, other: str) -> bool:
    """Whether two words are forms of one name that no grammar makes of each other ("Russia", "Russian")."""
    if abs(len(form) - len(other)) > MOST_APART + 1 or min(len(form), len(other)) < SHORTEST_NAME:
        return False
    stem = min(len(form), len(other)) - 2
    if form[:stem] == other[:stem] and skeleton(form) == skeleton(other):
        return False
    less, more = sorted((form, other), key=len)
    if more.startswith(less) and more[len(less) :] in _ENDINGS:
        return False
    if more.startswith(less):
        return len(more) - len(less) <= MOST_APART + 1
    first, second = fold(form), fold(other)
    return first != second and _distance(first, second) <= MOST_APART


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != against))
    return row[-1]


def _is_slip_of_figures(value: float, other: float, fewest: int) -> bool:
    """2,360 for 236, 4,512 for 4,521: a nought more or less, two figures changed round, one figure wrong."""
    first, second = f"{value:.0f}", f"{other:.0f}"
    kept = [text.rstrip("0") for text in (first, second)]
    if kept[0] == kept[1] and len(kept[0]) >= fewest - 1:
        return True
    if min(map(len, kept)) < fewest:
        return False
    return (
        len(first) == len(second)
        and (sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1)
        and len(kept[0]) > fewest
    )


@lru_cache(maxsize=1024)
def _roles(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """Persons with the posts that a text gives them in so many words: surname, post with its body, and where."""
    found = []
    for match in _role_pattern().finditer(text):
        name = match["after"] or match["before"]
        body = match["of"] or match["mine"] or ""
        if body and names_body(body):
            found.append((name_key(name).split()[-1], body_key(body), *match.span()))
    return tuple(found)


@lru_cache(maxsize=1)
def _role_pattern() -> re.Pattern[str]:
    offices = "|".join(sorted(map(re.escape, load_language("en").offices), key=len, reverse=True))
    body = rf"(?:{_CAP} ){{0,4}}{_CAP}"
    return re.compile(
        rf"(?:(?P<mine>{body})(?:[’']s)? (?i:{offices}) (?P<after>{_CAP}(?: {_CAP})?))"
        rf"|(?P<before>{_CAP}(?: {_CAP})?), (?:the |its )?(?i:{offices}) of (?:the )?(?P<of>{body}(?: (?:of|for) (?:the )?{body})?)"
    )


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text)[:LONGEST_CONTENT])


@lru_cache(maxsize=8192)
def _find_holes(words: tuple[str, ...], reference: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Ranges of the reference's words that are missing in the middle, where what stands on both sides of them has closed up."""
    if len(words) < 2 * FLANK or len(words) >= len(reference):
        return ()
    blocks = [
        block
        for block in SequenceMatcher(None, words, reference, autojunk=False).get_matching_blocks()
        if block.size >= FLANK
    ]
    found = []
    for one, two in zip(blocks, blocks[1:], strict=False):
        closed = two.a - (one.a + one.size) <= 1
        missing = two.b - (one.b + one.size)
        if closed and missing >= GAP:
            found.append((one.b + one.size, two.b))
    matched = sum(block.size for block in blocks)
    return tuple(found) if matched >= 0.7 * len(words) else ()
