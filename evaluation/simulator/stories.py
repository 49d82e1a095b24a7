"""A whole story: the main claim's documents, other events that share its names, and the truth about all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random

from sayso.domain.document import Document, Link, document_id
from sayso.domain.span import Span
from sayso.evaluate.story import GoldClaim, GoldPassage, Story, StoryDocument, make_document

from .facts import Fact, clause, invent_fact, invent_number
from .families import FAMILIES
from .growing import Node, draw_size, grow
from .marking import Mark, capital, flatten, mark
from .rates import RATES, Rates
from .sentences import background, content
from .truth import Written, claim_truth, make_passage
from .vocabulary import ROLES
from .world import Outlet, OutletKind, Party, World, slug
from .writing import Writer

__all__ = ["Simulated", "simulate", "simulate_marked", "simulate_story"]

MAIN = "main"
LONGEST_HEADLINE = 300  # as sayso.readers.plain has it

_ADDRESS = re.compile(r"https://\S+")


@dataclass(frozen=True, slots=True)
class Simulated:
    """A story, and the marks in each of its files, from which perfect readings are made."""

    story: Story
    marks: Mapping[str, tuple[Mark, ...]]


def simulate(count: int, seed: int = 1, rates: Rates = RATES) -> Iterator[Story]:
    """`count` stories; the same seed gives the same ones, and the first ones of a longer run are those of a shorter."""
    return (item.story for item in simulate_marked(count, seed, rates))


def simulate_marked(count: int, seed: int = 1, rates: Rates = RATES) -> Iterator[Simulated]:
    """The same with marks."""
    return (simulate_story(seed, number, rates) for number in range(count))


def simulate_story(
    seed: int, number: int, rates: Rates = RATES, *, size: int | None = None, read: bool = True
) -> Simulated:
    """Story number `number` of a seed, with `size` documents of its main claim (None: as the rates have it).

    `read`: whether the documents are read as files are; else they are put together, which takes a third of the time.
    """
    return _Maker(Random(f"{seed}:{number}"), rates, f"simulated-{seed}-{number:05d}", read=read).make(size)


@dataclass(frozen=True, slots=True)
class _Loose:
    """A document that is no node of a claim's tree: a denial, or something else altogether."""

    outlet: Outlet
    published: datetime
    text: str


@dataclass(frozen=True, slots=True)
class _Tree:
    """A claim and its documents."""

    claim: str
    nodes: list[Node]


class _Maker:
    """Makes one story."""

    def __init__(self, chance: Random, rates: Rates, name: str, *, read: bool) -> None:
        self._chance = chance
        self._rates = rates
        self._name = name
        self._read = read
        self._world = World(chance)
        self._start = datetime(2024, 1, 1, 5) + timedelta(days=chance.randrange(900))
        self._marks: dict[str, tuple[Mark, ...]] = {}

    def make(self, size: int | None) -> Simulated:
        chance, rates = self._chance, self._rates
        size = size or draw_size(chance, rates)
        fact = self._fact(self._world.town())
        roots = min(1 + chance.choices(range(len(rates.roots)), rates.roots)[0], size)
        parties = [self._world.party(fact) for _ in range(roots)]
        trees = [self._tree(MAIN, fact, parties, size, rates)]
        if chance.random() < rates.update:
            later = replace(fact, number=round(fact.number * chance.uniform(1.15, 1.6)) + 1)
            trees.append(self._tree("update", later, parties[:1], 1, _calm(rates), days=chance.randrange(4, 20)))
        for number in range(round(size * rates.near_misses)):
            trees.append(self._near_miss(f"near-miss-{number}", fact, parties[0]))
        loose = [self._elsewhere() for _ in range(round(size * rates.unrelated))]
        denial = self._denial(fact) if chance.random() < rates.denial else None
        return self._assemble(trees, loose, denial)

    def _fact(self, place: str) -> Fact:
        propers = self._world.proper(), self._world.proper(numbered=False)
        day = (self._start - timedelta(days=self._chance.randrange(3))).date()
        family = self._chance.choice(FAMILIES)
        return invent_fact(
            self._chance,
            family,
            place=place,
            propers=propers,
            day=day,
            hedged=self._rates.hedged,
            bounded=self._rates.bounded,
        )

    def _tree(self, claim: str, fact: Fact, parties: list[Party], size: int, rates: Rates, *, days: int = 0) -> _Tree:
        start = self._start + timedelta(days=days)
        return _Tree(claim, grow(self._chance, rates, self._world, claim, fact, parties, size=size, start=start))

    def _near_miss(self, claim: str, fact: Fact, party: Party) -> _Tree:
        """Another event of the same kind: of the names, the town or the party is the same, never all."""
        chance, rates = self._chance, self._rates
        same_town, days = chance.random() < 0.5, chance.choice((-19, -12, -8, 9, 14, 20))
        other = invent_fact(
            chance,
            fact.family,
            place=fact.place if same_town else self._world.town(),
            propers=(self._world.proper(), self._world.proper(numbered=False)),
            day=(self._start + timedelta(days=days - chance.randrange(3))).date(),
            hedged=rates.hedged,
            bounded=rates.bounded,
        )
        while other.number == fact.number and same_town:
            other = replace(other, number=invent_number(chance, fact.family))
        if not same_town and chance.random() < 0.3:
            other = replace(other, number=fact.number, bound=fact.bound)  # as many, elsewhere
        speaker = self._world.party(other) if same_town or party.role is None else party
        return self._tree(
            claim, other, [speaker], chance.choice((1, 1, 2, 3)), _calm(rates), days=chance.randrange(-20, 20)
        )

    def _elsewhere(self) -> _Loose:
        sentences = [background(self._chance, self._world) for _ in range(self._chance.randint(4, 8))]
        outlet = self._world.outlet(self._chance.choice((OutletKind.PAPER, OutletKind.SITE)))
        return _Loose(outlet, self._start + timedelta(hours=self._chance.randrange(500)), "\n\n".join(sentences) + "\n")

    def _denial(self, fact: Fact) -> _Loose:
        chance = self._chance
        who = f"{self._world.person()}, {chance.choice(ROLES)} of {fact.actor}"
        said = content("denial", clause(fact, chance), "indirect")
        sentences = [
            mark("t", capital(f"{who}, denied that {said}.")),
            *(background(chance, self._world) for _ in range(3)),
        ]
        outlet = self._world.outlet(OutletKind.PAPER)
        return _Loose(outlet, self._start + timedelta(hours=chance.randrange(20, 120)), "\n\n".join(sentences) + "\n")

    def _assemble(self, trees: Sequence[_Tree], loose: Sequence[_Loose], denial: _Loose | None) -> Simulated:
        documents: list[StoryDocument] = []
        claims: list[GoldClaim] = []
        denials: tuple[GoldPassage, ...] = ()
        for item in (*loose, *([denial] if denial else ())):
            text, marks = flatten(item.text)
            document = self._document(
                item.outlet, item.published, f"{item.outlet.address}/{item.published:%Y/%m/%d}/news", text, marks
            )
            documents.append(document)
            if item is denial:
                denials = tuple(make_passage(document, found) for found in marks if found.label.startswith("k|denial|"))
        for tree in trees:
            writer = Writer(self._chance, self._rates, self._world)
            written: dict[Node, Written] = {}
            for node in tree.nodes:
                if node.held:
                    text, marks = flatten(writer.write(node).marked())
                    document = self._document(
                        node.outlet, node.published, node.address(), text, marks, german=node.german
                    )
                    written[node] = Written(node, document, marks)
                    documents.append(document)
            claims.append(
                claim_truth(
                    tree.claim,
                    tree.nodes,
                    written,
                    main=tree.claim == MAIN,
                    denials=denials if tree.claim == MAIN else (),
                )
            )
        self._chance.shuffle(documents)
        return Simulated(Story(self._name, tuple(documents), tuple(claims)), self._marks)

    def _document(
        self, outlet: Outlet, published: datetime, url: str, text: str, marks: tuple[Mark, ...], *, german: bool = False
    ) -> StoryDocument:
        file = f"{len(self._marks) + 1:03d}-{slug(outlet.name)}.txt"
        self._marks[file] = marks
        language = "de" if german else "en"
        when = f"{published:%Y-%m-%dT%H:%M:00Z}"
        if self._read:
            given = {"outlet": outlet.name, "published": when, "url": url, "language": language}
            return make_document(file, text.encode(), given)
        return StoryDocument(file, text.encode(), _put_together(text, file, outlet, when, url, language))


def _put_together(text: str, file: str, outlet: Outlet, published: str, url: str, language: str) -> Document:
    """The document that reading gives, without the reading."""
    data = text.encode()
    title, blank, _ = text.partition("\n\n")
    headline = Span.of(text, 0, len(title)) if blank and "\n" not in title and len(title) < LONGEST_HEADLINE else None
    links = tuple(
        Link(found.group(), Span.of(text, found.start(), found.end()), origin=True) for found in _ADDRESS.finditer(text)
    )
    digest = sha256(data).hexdigest()
    return Document(
        id=document_id(url, data),
        text=text,
        title=headline.exact if headline else None,
        outlet=outlet.name,
        url=url,
        path=file,
        published=published,
        language=language,
        headline=headline,
        text_sha256=digest,
        bytes_sha256=digest,
        links=links,
    )


def _calm(rates: Rates) -> Rates:
    """The same without drift and without outlets that are not held, for events beside the main one."""
    return replace(rates, drift=dict.fromkeys(rates.drift, 0.0), not_held=0.0, garbled=0.0, early=0.0)
