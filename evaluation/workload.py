"""News for the store's bench: documents with the readings and vectors that a perfect reader would make, 10,000 a minute.

What matters to an index is how rare its keys are, so words are drawn as often as they stand in news (`languages/en/frequencies`, and a
tail of invented ones), names and outlets by Zipf's law, and stories have from one document to five hundred (most have two), of which hundreds
go on at a time. A story has a main claim and some others, told by copies, rewrites and relays in other words; most of a document's other
statements are its own. Vectors of one claim have a cosine of 0.75, of one story 0.37, of one subject 0.12. The simulator
(`evaluation/simulator`), which knows the true graph, has few words and is for accuracy.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import accumulate
from random import Random

import numpy as np
import numpy.typing as npt

from evaluation.simulator.vocabulary import (
    AGENCY_ENDS,
    AGENCY_STARTS,
    FAMILY_ENDS,
    FAMILY_STARTS,
    FIRST_NAMES,
    MONTHS,
    PAPERS,
    TOWN_ENDS,
    TOWN_STARTS,
)
from sayso.domain.attribution import (
    Attitude,
    Attribution,
    Cue,
    Factuality,
    Hop,
    Mode,
    Naming,
    PartyKind,
    Stance,
    attribution_id,
)
from sayso.domain.document import Document, document_id
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.place import Area, PlaceCandidate, PlaceForm, PlaceKind, PlaceMention
from sayso.domain.reading import Check, CheckKind, Level, Model, Reading
from sayso.domain.span import Span
from sayso.languages.words import load_words
from sayso.pipeline.inputs import Gathered

WIDTH = 384
ACTIVE = 300
"""Stories that go on at a time."""
LARGEST = 500
"""Documents of a story at most; one story in two has one, one in a hundred more than sixty."""
A_DAY = 2000
"""Documents that are published in a day."""
_MODEL = Model("simulated", "0" * 64)
_VERBS = (
    "closed opened bought sold planned repaired inspected sealed searched delivered lost found burned flooded seized shipped demolished cleared "
    "rented detained evacuated recalled fined audited insured vaccinated moved collected planted painted counted blocked towed stored"
).split()
_ROLES = (
    "mayor spokesman director governor inspector treasurer prosecutor doctor engineer lawyer witness manager".split()
)
_TAIL = [a + b + c for a in "bra cle dro fin gar hul jas kep lor mur nad pos rin sut tov vel".split()
         for b in "ba ce di fo gu la me ni ro su ta vo".split() for c in "ker lin mot nel pard sling tron wick".split()]  # fmt: skip

Vectors = npt.NDArray[np.float32]


class _Zipf:
    """Draws from a list, the first most often: the nth as often as 1/n."""

    def __init__(self, items: Sequence[str], weights: Sequence[float] | None = None) -> None:
        self._items = items
        self._weights = list(accumulate(weights or (1 / place for place in range(1, len(items) + 1))))

    def draw(self, chance: Random) -> str:
        return chance.choices(self._items, cum_weights=self._weights)[0]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said to have happened; `direction` is what its vectors have in common."""

    agent: str
    verb: str
    number: int
    nouns: tuple[str, ...]
    place: str
    day: str
    source: str
    role: str
    direction: Vectors = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of a claim: its words, whom it is put down to (outermost first: words, name, kind), and its vector."""

    claim: _Claim
    words: str
    mode: Mode
    chain: tuple[tuple[str, str, PartyKind], ...]
    vector: Vectors = field(compare=False)


@dataclass(slots=True)
class _Story:
    size: int
    claims: list[_Claim]
    direction: Vectors
    done: int = 0
    last: list[tuple[str, tuple[_Told, ...]]] = field(default_factory=list)


class Workload:
    """An endless run of documents in order of time; one seed gives one run."""

    def __init__(self, seed: int = 1, *, width: int = WIDTH, active: int = ACTIVE) -> None:
        self._chance, self._width = Random(seed), width
        self._numbers = np.random.Generator(np.random.PCG64(seed))
        self._subjects = self._directions(200)
        words = load_words("en")
        kept = {*words.stop, *words.months, *words.weekdays}
        common = [word for word in words.rarities if word.isalpha() and len(word) > 3 and word not in kept]
        shares = [math.exp(-words.rarity(word)) for word in common]
        tail = [0.12 * sum(shares) / len(_TAIL)] * len(_TAIL)
        self._nouns = _Zipf([*common, *_TAIL], [*shares, *tail])
        shuffled = Random(seed)
        towns = [start + end for start in TOWN_STARTS for end in TOWN_ENDS]
        people = [
            f"{first} {start}{end}" for start in FAMILY_STARTS for end in FAMILY_ENDS for first in FIRST_NAMES[::4]
        ]
        bodies = [
            f"{town} {kind}" for town in towns[::3] for kind in ("Council", "Water Company", "Hospital", "Police")
        ]
        outlets = [f"{town} {paper}" for town in towns[::7] for paper in PAPERS[::3]]
        for names in (towns, people, bodies, outlets):
            shuffled.shuffle(names)
        self._towns, self._people, self._bodies, self._outlets = map(_Zipf, (towns, people, bodies, outlets))
        self._agencies = _Zipf([start + end for start in AGENCY_STARTS for end in AGENCY_ENDS])
        self._active = [self._story() for _ in range(active)]
        self._clock = datetime(2026, 1, 1, tzinfo=UTC)
        self._made = 0

    def documents(self) -> Iterator[Gathered]:
        """The documents as `sayso add` would hand them to the store."""
        while True:
            place = self._chance.randrange(len(self._active))
            story = self._active[place]
            yield self._document(story)
            story.done += 1
            if story.done >= story.size:
                self._active[place] = self._story()

    def _directions(self, count: int) -> Vectors:
        drawn = self._numbers.standard_normal((count, self._width), dtype=np.float32)
        unit: Vectors = drawn / np.sqrt(np.float32(self._width))
        return unit

    def _story(self) -> _Story:
        size = min(LARGEST, int(self._chance.paretovariate(1.1)))
        subject = self._subjects[min(199, int(self._chance.paretovariate(0.5)))]
        own = self._directions(1)[0]
        story = _Story(size, [], 0.5 * own + 0.35 * subject)
        place, people = self._towns.draw(self._chance), [self._people.draw(self._chance) for _ in range(3)]
        story.claims = [self._claim(story, place, people) for _ in range(1 + int(1.5 * math.sqrt(size)))]
        return story

    def _claim(self, story: _Story, place: str, people: Sequence[str]) -> _Claim:
        chance = self._chance
        return _Claim(
            agent=f"the {self._bodies.draw(chance)}" if chance.random() < 0.6 else chance.choice(people),
            verb=chance.choice(_VERBS),
            number=round(math.exp(chance.uniform(1.5, 9))),
            nouns=tuple(self._nouns.draw(chance) for _ in range(5)),
            place=place if chance.random() < 0.7 else self._towns.draw(chance),
            day=f"{chance.randrange(1, 29)} {chance.choice(MONTHS)}",
            source=chance.choice(people) if chance.random() < 0.7 else self._people.draw(chance),
            role=chance.choice(_ROLES),
            direction=0.6 * self._directions(1)[0] + story.direction,
        )

    def _document(self, story: _Story) -> Gathered:
        chance = self._chance
        outlet = self._outlets.draw(chance)
        if story.last and chance.random() < 0.3:
            first, told = chance.choice(story.last)
            if first == outlet:
                outlet = self._outlets.draw(chance)
            return self._write(outlet, told, credit=self._agencies.draw(chance))
        claims = [story.claims[0]]
        others = story.claims[1:]
        claims += chance.sample(others, min(len(others), chance.randrange(1, 4)))
        people = [claim.source for claim in claims[:2]]
        claims += [self._claim(story, claims[0].place, people) for _ in range(chance.randrange(1, 6))]
        told = self._tell(claims, story.last[-1][0] if story.last else None)
        story.last = [*story.last[-2:], (outlet, told)]
        return self._write(outlet, told)

    def _tell(self, claims: Sequence[_Claim], before: str | None) -> tuple[_Told, ...]:
        """The headline, and each claim in words of its own; the first perhaps as another outlet reported it."""
        chance = self._chance
        own = self._directions(len(claims) + 1)
        found = [self._told(claims[0], own[0], Mode.HEADLINE, ())]
        for place, claim in enumerate(claims):
            source = (claim.source, claim.source, PartyKind.PERSON)
            chain: tuple[tuple[str, str, PartyKind], ...] = (source,)
            if place == 0 and before is not None and chance.random() < 0.5:
                chain = ((before, before, PartyKind.ORGANISATION), source)
            elif chance.random() < 0.3:
                chain = ()
            found.append(self._told(claim, own[place + 1], Mode.INDIRECT if chain else Mode.OWN_VOICE, chain))
        return tuple(found)

    def _told(self, claim: _Claim, own: Vectors, mode: Mode, chain: tuple[tuple[str, str, PartyKind], ...]) -> _Told:
        chance = self._chance
        nouns = [noun if chance.random() < 0.85 else self._nouns.draw(chance) for noun in claim.nouns]
        bound = chance.choice(("", "", "about ", "more than "))
        counted = f"{bound}{claim.number:,} {nouns[0]} {nouns[1]}"
        day = f" on {claim.day}" if chance.random() < 0.6 and mode is not Mode.HEADLINE else ""
        rest = "" if mode is Mode.HEADLINE else f" near the {nouns[2]} {nouns[3]}"
        if chance.random() < 0.6:
            words = f"{claim.agent} {claim.verb} {counted} in {claim.place}{rest}{day}"
        else:
            words = f"{counted} were {claim.verb} by {claim.agent}{day} in {claim.place}{rest}"
        if chance.random() < 0.5 and mode is not Mode.HEADLINE:
            words += f" after a {nouns[4]}"
        vector = claim.direction + 0.5 * own
        return _Told(claim, words, mode, chain, (vector / np.linalg.norm(vector)).astype(np.float32))

    def _write(self, outlet: str, told: Sequence[_Told], credit: str | None = None) -> Gathered:
        self._made += 1
        self._clock += timedelta(days=1 / A_DAY)
        url = f"https://{outlet.lower().replace(' ', '-')}.example/{self._clock:%Y/%m/%d}/{self._made}"
        text, placed = _set(told, credit)
        data = text.encode()
        document = Document(
            id=document_id(url, data), text=text, title=told[0].words, outlet=outlet, url=url,
            published=self._clock.isoformat(timespec="seconds"), language="en",
            headline=Span.of(text, 0, len(told[0].words)), text_sha256=sha256(data).hexdigest(),
            bytes_sha256=sha256(data).hexdigest(),
        )  # fmt: skip
        attributions = [_attribution(document, item, at) for item, at in zip(told, placed, strict=True)]
        mentions = tuple(
            dict.fromkeys(
                mention for item, at in zip(told, placed, strict=True) for mention in _mentions(text, item, at[-1])
            )
        )
        vectors = {found.id: item.vector for found, item in zip(attributions, told, strict=True)}
        places = tuple(map(_place, (mention for mention in mentions if mention.kind is MentionKind.PLACE)))
        reading = Reading(document, tuple(attributions), mentions, _checks(document, self._made), _MODEL, places=places)
        return Gathered(url, data, reading, vectors)


def _set(told: Sequence[_Told], credit: str | None) -> tuple[str, list[tuple[int, ...]]]:
    """The text, and for each telling where the words for its hops, their cues and its content begin."""
    text = ""
    placed: list[tuple[int, ...]] = []
    for item in told:
        if item.mode is Mode.HEADLINE:
            placed.append((0,))
            text += f"{item.words}\n\n" + (f"({credit}) — " if credit else "")
            continue
        places: list[int] = []
        match item.chain:
            case ():
                pass
            case ((source, _, _),):
                lead = f"{item.claim.role.capitalize()} "
                places = [len(text) + len(lead), len(text) + len(lead) + len(source) + 1]
                text += f"{lead}{source} said that "
            case ((outer, _, _), (source, _, _)):
                at = len(text) + len(outer) + 1
                places = [len(text), at, at + len("reported, citing "), at + len("reported, ")]
                text += f"{outer} reported, citing {source}, that "
        placed.append((*places, len(text)))
        text += f"{item.words}. " if places else f"{item.words}.\n\n"
    return text.rstrip() + "\n", placed


_CUES = {"said": "say", "reported": "report", "citing": "cite"}


def _attribution(document: Document, told: _Told, placed: tuple[int, ...]) -> Attribution:
    text = document.text
    content = Span.of(text, placed[-1], placed[-1] + len(told.words))
    hops = []
    for depth, (words, name, kind) in enumerate(told.chain):
        at, cue = placed[2 * depth], placed[2 * depth + 1]
        verb = next(verb for verb in _CUES if text.startswith(verb, cue))
        hops.append(
            Hop(
                Span.of(text, at, at + len(words)),
                f"act_{name.lower().replace(' ', '-')}",
                name,
                kind,
                Naming.NAMED,
                Cue(Span.of(text, cue, cue + len(verb)), _CUES[verb]),
                Stance.SAYS,
                Factuality.CERTAIN,
            )  # fmt: skip
        )
    spans = (content, *(hop.source for hop in hops), *(hop.cue.span if hop.cue else None for hop in hops))
    return Attribution(
        attribution_id(document.id, spans),
        (content,),
        told.mode,
        Attitude.ASSERTION,
        tuple(hops),
        (),
        Factuality.CERTAIN,
        0.9,
    )


def _mentions(text: str, told: _Told, start: int) -> Iterator[Mention]:
    claim = told.claim
    body = claim.agent.removeprefix("the ")
    kind = MentionKind.ORGANISATION if body != claim.agent else MentionKind.PERSON
    for words, sort, name in (
        (body, kind, body),
        (claim.place, MentionKind.PLACE, claim.place),
        (f"{claim.number:,}", MentionKind.NUMBER, None),
        (claim.day, MentionKind.DATE, None),
    ):
        at = text.find(words, start, start + len(told.words))
        if at >= 0:
            party = (
                f"act_{words.lower().replace(' ', '-')}"
                if sort in {MentionKind.ORGANISATION, MentionKind.PERSON}
                else None
            )
            yield Mention(Span.of(text, at, at + len(words)), sort, party, name if party else None)


def _place(mention: Mention) -> PlaceMention:
    """An invented town in one of fifteen areas of five countries."""
    place = next(place for place, start in enumerate(TOWN_STARTS) if mention.span.exact.startswith(start))
    area, country = f"{TOWN_STARTS[place // 2]}ov Oblast", f"{TOWN_STARTS[place // 6]}ia"
    areas = (
        Area(f"sayso:{area.lower().replace(' ', '-')}", area, PlaceKind.AREA),
        Area(f"sayso:{country.lower()}", country, PlaceKind.COUNTRY),
    )
    name = mention.span.exact
    town = PlaceCandidate(f"sayso:{name.lower()}", name, PlaceKind.TOWN, 45.0 + place, 30.0 + 2 * place, areas, 1.0, ())
    return PlaceMention(mention.span, PlaceForm.NAME, (town,), f"One place is known by the name “{name}”.")


def _checks(document: Document, number: int) -> tuple[Check, ...]:
    """One document in ten has a red check, and one in four an amber one."""
    span = document.headline or Span.of(document.text, 0, 1)
    found = []
    if number % 10 == 0:
        found.append(Check(CheckKind.HEADLINE_SURER, Level.RED, span, "The headline is surer than the text.", ()))
    if number % 4 == 0:
        found.append(Check(CheckKind.UNINTRODUCED_SOURCE, Level.AMBER, span, "A source is never introduced.", ()))
    return tuple(found)
