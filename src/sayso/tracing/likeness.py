"""Which roots probably are one: an official and an official of one body with the same words, a source that nobody names, a rewrite."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Passage
from sayso.languages.language import is_read
from sayso.languages.words import load_words
from sayso.tracing.access import WITNESSES
from sayso.tracing.held import Held
from sayso.tracing.moments import is_before
from sayso.tracing.outlet_names import is_media_name
from sayso.tracing.parties import OUTLET
from sayso.tracing.relays import Relays
from sayso.tracing.retelling import is_first_hand
from sayso.tracing.sources import ANYBODY, MEDIA_AT_LARGE, Source, may_be_one, noun_of
from sayso.tracing.steps import passage

GRAM = 4
"""Words in a row, in what is said, that two texts share where they share its wording."""
FEWEST_GRAMS = 2
SMALL = 12
"""Numbers up to this come about by chance."""
ENOUGH_BESIDE_NUMBERS = 4
"""Names and rarer words that two texts share from which on one may be the other's, though their numbers differ: numbers change on the way."""
MOST_HOLDERS = 24
"""Roots, the first ones, that are kept for four words, a noun or a body."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A way out of the graph: a party, or an outlet in its own voice, and the node that it leads to.

    `document` is the first document below; `rewrites` the one whose text a document in its own voice resembles.
    """

    key: str
    to: str
    document: str
    sources: tuple[Source, ...]
    own_voice: bool = False
    rewrites: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether another document can mean the same by name or office."""
        return self.own_voice or any(source.is_known for source in self.sources)

    @property
    def is_outlet(self) -> bool:
        """Whether it is an outlet that others name, and of which nothing is known."""
        return not self.own_voice and all(
            source.name is not None and is_media_name(source.name) for source in self.sources
        )

    @property
    def is_nobody(self) -> bool:
        """Whether the text says "reportedly" or "local media report" and no more."""
        return not self.own_voice and all(
            source.naming is Naming.NONE or (source.noun in MEDIA_AT_LARGE and not source.is_known)
            for source in self.sources
        )


Group = tuple[int, Sequence[Beginning]]
Likely = tuple[int, int, str, tuple[Passage, ...]]


def probably_one(groups: Sequence[Group], held: Mapping[str, Held], relays: Relays) -> Iterator[Likely]:
    """Pairs of certainly different roots that probably are one, with the reason and the words that it rests on."""
    return _Likeness(groups, held, relays).pairs() if len(groups) > 1 else iter(())


def same_unnamed(one: Beginning, other: Beginning) -> bool:
    """Whether two parties without a name may be one: neither calling nor body stands against it."""
    return any(may_be_one(first, second) for first in one.sources for second in other.sources)


class _Likeness:
    def __init__(self, groups: Sequence[Group], held: Mapping[str, Held], relays: Relays) -> None:
        self._groups, self._held, self._relays = groups, held, relays
        self._roots: dict[str, list[int]] = defaultdict(list)
        for place, group in groups:
            for one in group:
                self._roots[one.to if one.own_voice else one.key].append(place)
        self._by_place = dict(groups)
        self._numbers: dict[int, set[float]] = {}
        self._wordings = {place: self._wording(group) for place, group in groups}
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, wording in self._wordings.items():
            for gram in wording:
                if len(self._holders[gram]) < MOST_HOLDERS:
                    self._holders[gram].append(place)

    def _wording(self, group: Sequence[Beginning]) -> frozenset[str]:
        grams: set[str] = set()
        stop = load_words("en").stop
        for one in group[:MOST_HOLDERS]:
            for statement in self._held[one.document].statements:
                words = re.findall(r"\w+", statement.text.lower())
                telling = [word not in stop for word in words]
                grams.update(
                    " ".join(words[at : at + GRAM])
                    for at in range(len(words) - GRAM + 1)
                    if sum(telling[at : at + GRAM]) > 1
                )
        return frozenset(grams)

    def pairs(self) -> Iterator[Likely]:
        yield from self._of_one_body()
        yield from self._later_reports()
        yield from self._unnamed()
        yield from self._nobody_and_own_voice()
        yield from self._one_figure()

    def _one_figure(self) -> Iterator[Likely]:
        """Who tells the very figure that had been told before, and not what he saw or read himself: two who count apart rarely come to one."""
        for place, group in self._groups:
            if any(
                one.own_voice or source.kind is PartyKind.DOCUMENT or source.noun in WITNESSES
                for one in group
                for source in one.sources
            ):
                continue
            items = [self._held[one.document] for one in group[:MOST_HOLDERS]]
            if any(is_first_hand(item) for item in items):
                continue
            for other, _ in self._groups[:MOST_HOLDERS]:
                if other != place and all(self._is_later(item, other) for item in items):
                    figures = set.intersection(*(set(item.numbers) for item in items)) & self._figures(other)
                    if any(number > SMALL for number in figures):
                        why = f"It tells of {max(figures):g}, as the other had before; two who count apart rarely come to one figure."
                        yield other, place, why, self._said(other, place)
                        break

    def _figures(self, place: int) -> set[float]:
        if place not in self._numbers:
            documents = [self._held[one.document] for one in self._by_place[place]]
            self._numbers[place] = {number for item in documents for number in item.numbers}
        return self._numbers[place]

    def _of_one_body(self) -> Iterator[Likely]:
        """A ministry, its minister, and officials of it who bear no name."""
        first: dict[str, tuple[int, Source]] = {}
        unnamed: dict[str, tuple[int, Source]] = {}
        for place, group in self._groups:
            for source in _sources(group):
                if source.body is None or (source.person is not None and source.office is None and not source.voice):
                    continue
                if not source.is_known:
                    unnamed.setdefault(source.body, (place, source))
                    near: tuple[int, Source] | None = first.get(source.body) or unnamed[source.body]
                else:
                    near = first.get(source.body) or unnamed.get(source.body)
                    if near is not None and near[1].person is not None and source.person is not None:
                        near = None  # two who are named are two
                    first.setdefault(source.body, (place, source))
                if near is not None and near[0] != place:
                    why = f"“{near[1].words}” and “{source.words}” are of one body and say the same."
                    yield near[0], place, why, self._said(near[0], place)

    def _later_reports(self) -> Iterator[Likely]:
        """An outlet that a text names, and of which only a later document is held."""
        by_outlet: dict[str, list[Held]] = defaultdict(list)
        for item in self._held.values():
            by_outlet[OUTLET + item.outlet].append(item)
        for place, group in self._groups:
            for one in group:
                if one.own_voice or one.key not in by_outlet:
                    continue
                for item in by_outlet[one.key][:MOST_HOLDERS]:
                    for other in self._above(item.id):
                        if other != place:
                            why = f"{one.sources[0].shown} is named as the source, and what is held of it, though dated later, leads back here."
                            yield other, place, why, self._said(other, place)

    def _unnamed(self) -> Iterator[Likely]:
        by_noun: dict[str, int] = {}
        for place, group in self._groups:
            if any(one.is_known or one.is_nobody for one in group):
                continue
            for other, shared in self._nearest(place):
                if other != place and (self._may_be_one(place, other) or self._has_nobody(other)):
                    yield (
                        other,
                        place,
                        f"Two that are not both named, and the texts share the words “{shared}”.",
                        self._said(other, place),
                    )
            for other, _ in self._groups[:MOST_HOLDERS]:
                if other != place and self._has_nobody(other) and self._tell_the_same(place, other):
                    yield (
                        other,
                        place,
                        "One text does not say whom it has it from, the other gives no name.",
                        self._said(other, place),
                    )
                    break
            for other, _ in self._groups[:MOST_HOLDERS]:
                if other != place and self._is_second_hand(place, other):
                    yield (
                        other,
                        place,
                        "Whom it has it from bears no name, and was not asked by its own people; the other had said the same before.",
                        self._said(other, place),
                    )
                    break
            for source in _sources(group):
                noun = noun_of(source)
                if not noun or noun in ANYBODY:
                    continue
                other = by_noun.setdefault(noun, place)
                if other != place and self._may_be_one(place, other):
                    yield (
                        other,
                        place,
                        f"Both texts have it from “{source.words}”, without a name.",
                        self._said(other, place),
                    )

    def _is_second_hand(self, place: int, other: int) -> bool:
        """Whether all documents of an unnamed root are later than one of another, tell the same, and were not told it themselves."""
        group = self._by_place[place][:MOST_HOLDERS]
        if any(
            source.kind is PartyKind.DOCUMENT or source.body is not None or source.noun in WITNESSES
            for source in _sources(group)
        ):
            return False
        items = [self._held[one.document] for one in group]
        return all(not is_first_hand(item) and self._is_later(item, other) for item in items)

    def _may_be_one(self, unnamed: int, other: int) -> bool:
        for one in _sources(self._by_place[unnamed]):
            for their in _sources(self._by_place[other]):
                if may_be_one(one, their):
                    return True
        return False

    def _has_nobody(self, place: int) -> bool:
        """Whether a root is an outlet that does not say whom it has it from."""
        return all(one.own_voice or one.is_nobody for one in self._by_place[place])

    def _nobody_and_own_voice(self) -> Iterator[Likely]:
        """Those who say it of themselves, or "reportedly", after somebody else had said it."""
        for place, group in self._groups:
            if not all(one.own_voice or one.is_nobody or one.is_outlet for one in group):
                continue
            for one in group[:MOST_HOLDERS]:
                item = self._held[one.document]
                if one.rewrites is not None:
                    for other in self._above(one.rewrites):
                        if other != place:
                            yield (
                                other,
                                place,
                                "It is a rewrite without a credit of a text that leads back here.",
                                self._relay_words(one),
                            )
                            break
                    continue
                near = [
                    (other, f"and the texts share the words “{words}”")
                    for other, words in self._nearest(place)
                    if other != place
                ]
                near += [
                    (other, "and nothing says that it knows of its own")
                    for other, _ in self._groups[:MOST_HOLDERS]
                    if other != place
                ]
                for other, reason in near:
                    if self._is_later(item, other):
                        voice = (
                            "It names nobody"
                            if one.is_nobody
                            else "It says so in its own voice"
                            if one.own_voice
                            else "Whom that outlet has it from is not told"
                        )
                        yield other, place, f"{voice}, later than the other, {reason}.", self._said(other, place)
                        break

    def _is_later(self, item: Held, other: int) -> bool:
        """Whether a document may have been written after one that another root is known from, and tells of the same things.

        Of one whose language is not read it is not known whom it names, and so not that it names nobody.
        """
        theirs = [self._held[one.document] for one in self._by_place[other][:MOST_HOLDERS]]
        unread = not is_read(item.document.language)
        return any(
            (unread or _tell_the_same(item, known))
            and (
                is_before(known.moment, item.moment)
                or (not is_before(item.moment, known.moment) and known.order < item.order)
            )
            for known in theirs
        )

    def _tell_the_same(self, one: int, other: int) -> bool:
        first, second = (self._held[self._by_place[place][0].document] for place in (one, other))
        return bool(first.numbers & second.numbers)

    def _nearest(self, place: int) -> list[tuple[int, str]]:
        """Other roots in order of the words that they share with one, with some of those words."""
        counts: Counter[int] = Counter()
        example: dict[int, str] = {}
        for gram in sorted(self._wordings[place]):
            for other in self._holders[gram]:
                counts[other] += 1
                example.setdefault(other, gram)
        del counts[place]
        fewest = min(FEWEST_GRAMS, len(self._wordings[place]))
        return [
            (other, example[other])
            for other, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            if count >= fewest
        ]

    def _above(self, document: str) -> list[int]:
        nodes = [document, *self._relays.graph.above(document)]
        return [place for node in nodes for place in self._roots.get(node, ())]

    def _said(self, one: int, other: int) -> tuple[Passage, ...]:
        """What is said, in the words of both."""
        found = []
        for place in (one, other):
            document = self._held[self._by_place[place][0].document]
            span = document.statements[-1].attribution.content[0]
            found.append(passage(document.document, span.start, span.end))
        return tuple(found)

    def _relay_words(self, one: Beginning) -> tuple[Passage, ...]:
        if one.rewrites is None or one.rewrites not in self._relays.graph.sources(one.to):
            return ()
        return tuple(words for item in self._relays.graph.evidence(one.rewrites, one.to) for words in item.passages)


def _sources(group: Sequence[Beginning]) -> list[Source]:
    return list(dict.fromkeys(source for one in group for source in one.sources))


def _tell_the_same(item: Held, other: Held) -> bool:
    """Whether two documents' statements share names, words or numbers; where both give other numbers, several names or words."""
    shared = len(_specifics(item) & _specifics(other))
    if item.numbers and other.numbers and not item.numbers & other.numbers:
        return shared >= ENOUGH_BESIDE_NUMBERS
    return shared > 0


def _specifics(item: Held) -> set[str]:
    """Names, numbers and rarer words of what a document says of the claim."""
    found: set[str] = set()
    for statement in item.statements:
        found |= {name.key for name in (*statement.names, *statement.places)}
        found |= {str(quantity.value) for quantity in statement.quantities}
        found |= set(statement.words)
    return found
