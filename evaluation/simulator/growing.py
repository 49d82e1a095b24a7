"""Who took the claim from whom: a tree of documents that grows outlet by outlet from its roots."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from sayso.domain.claim import DriftKind

from .facts import Fact
from .rates import Rates
from .telling import Telling, drift, garble, leave_out, passed_on
from .vocabulary import CUES
from .world import Outlet, OutletKind, Party, World


class Way(StrEnum):
    """How a document came about."""

    FIRST = "first"
    COPY = "copy"
    REWRITE = "rewrite"
    RELAY = "relay"
    ABROAD = "abroad"
    BACK = "back"


class Credit(StrEnum):
    """How a document says where it has it from."""

    NAMED = "named"
    WIRE = "wire"
    FORWARD = "forward"
    LINK = "link"
    LINE = "line"
    NONE = "none"


@dataclass(eq=False, slots=True)
class Node:
    """One document of a claim. `sources` are the nodes that it took the claim from, one for each of `tellings`.

    `claim`: its name; `held`: whether the store has it; `early`: dated before its source; `exceeds`: the headline says more
    than the text; `public`: what a first outlet heard was not told to it alone, so that it must not say so.
    """

    claim: str
    outlet: Outlet
    published: datetime
    way: Way
    credit: Credit
    tellings: list[Telling]
    sources: list[Node] = field(default_factory=list)
    children: int = 0
    held: bool = True
    early: bool = False
    exceeds: bool = False
    public: bool = False

    @property
    def german(self) -> bool:
        """Whether it is written in German."""
        return self.way is Way.ABROAD

    def address(self) -> str:
        """Where it stands."""
        return f"{self.outlet.address}/{self.published:%Y/%m/%d}/{self.claim}"


_KINDS = (
    OutletKind.PAPER,
    OutletKind.PAPER,
    OutletKind.SITE,
    OutletKind.SITE,
    OutletKind.CHANNEL,
    OutletKind.INSTITUTE,
    OutletKind.AGENCY,
)
_FIRST_KINDS = (
    OutletKind.AGENCY,
    OutletKind.AGENCY,
    OutletKind.PAPER,
    OutletKind.SITE,
    OutletKind.CHANNEL,
    OutletKind.INSTITUTE,
)


def grow(
    chance: Random,
    rates: Rates,
    world: World,
    claim: str,
    fact: Fact,
    parties: list[Party],
    *,
    size: int,
    start: datetime,
) -> list[Node]:
    """`size` documents, in the order in which they were written; the first of each party stand at the beginning."""
    nodes: list[Node] = []
    for party in parties:
        stance = chance.choices(list(CUES), (0.12, 0.25, 0.55, 0.08))[0]
        telling = Telling(fact, party, party.role, stance)
        public = chance.random() < 0.3
        for _ in range(2 if public else 1):
            outlet = world.outlet(chance.choice(_FIRST_KINDS))
            published = start + timedelta(minutes=chance.randrange(20, 600))
            nodes.append(Node(claim, outlet, published, Way.FIRST, Credit.NONE, [telling], public=public))
    for node in nodes[1:]:
        node.held = chance.random() >= rates.not_held
    while sum(node.held for node in nodes) < size:
        nodes.append(_next(chance, rates, world, nodes))
    for node in list(nodes):
        if not node.held and not node.children:
            node.held = True  # nobody names it, so that it would be nowhere
    return nodes


def _next(chance: Random, rates: Rates, world: World, nodes: list[Node]) -> Node:
    source = _source(chance, nodes)
    source.children += 1
    outlet = world.outlet(chance.choice(_KINDS))
    hours = chance.expovariate(1 / 11) + 0.3
    node = Node(source.claim, outlet, source.published + timedelta(hours=hours), Way.RELAY, Credit.NAMED, [], [source])
    node.tellings = [passed_on(telling) for telling in source.tellings]
    if source.german:
        node.way = Way.BACK
        _alter(node, chance, rates, world)
        return node
    draw = chance.random()
    if draw < rates.copy and not source.early:
        _copy(node, chance, rates)
    elif draw < rates.copy + rates.abroad and len(source.tellings) == 1 and source.held:
        node.way = Way.ABROAD
    elif draw < rates.copy + rates.abroad + rates.two_sources and _second_source(node, chance, nodes):
        pass
    else:
        rewrite = source.held and chance.random() < rates.rewrite / (1 - rates.copy)
        node.way = Way.REWRITE if rewrite else Way.RELAY
        _alter(node, chance, rates, world)
        _credit(node, chance, rates)
    return node


def _source(chance: Random, nodes: list[Node]) -> Node:
    """What many have taken from is taken from again, agencies most of all, and what is far down seldom."""
    able = [node for node in nodes if not node.early and not (node.german and node.children)]
    weights = []
    for node in able:
        depth, here = 0, node
        while here.sources:
            depth, here = depth + 1, here.sources[0]
        weight = (1 + node.children) * 0.6**depth
        weights.append(weight * (3.0 if node.outlet.kind is OutletKind.AGENCY else 1.0))
    return chance.choices(able, weights)[0]


def _copy(node: Node, chance: Random, rates: Rates) -> None:
    (source,) = node.sources
    node.way = Way.COPY
    if node.outlet.kind is OutletKind.CHANNEL:
        node.credit = Credit.FORWARD
    elif source.outlet.kind is OutletKind.AGENCY and source.way is not Way.COPY:
        node.credit = Credit.WIRE if not source.held or chance.random() > rates.copy_uncredited / 2 else Credit.NONE
    else:
        may_hide = source.held and chance.random() < rates.copy_uncredited
        node.credit = Credit.NONE if may_hide else chance.choice((Credit.LINK, Credit.LINE))
    if not source.held:
        node.credit = Credit.WIRE if source.outlet.kind is OutletKind.AGENCY else Credit.LINE
        return
    if chance.random() < rates.redated:
        node.published = source.published + timedelta(days=chance.choice((15, 30)), hours=chance.random() * 5)
    elif chance.random() < rates.early and all(telling.speaks for telling in node.tellings):
        node.published = source.published - timedelta(days=chance.randrange(1, 4))
        node.early, node.credit = True, Credit.LINK


def _second_source(node: Node, chance: Random, nodes: list[Node]) -> bool:
    (source,) = node.sources
    plain = [
        item
        for item in nodes
        if item is not source and len(item.tellings) == 1 and not item.german and item.held and not item.early
    ]
    if not source.held or len(source.tellings) != 1 or not plain or not source.tellings[0].speaks:
        return False
    other = chance.choice(plain)
    other.children += 1
    node.sources.append(other)
    node.tellings.append(passed_on(other.tellings[0]))
    node.published = max(item.published for item in node.sources) + timedelta(hours=chance.expovariate(1 / 20) + 0.5)
    return True


def _alter(node: Node, chance: Random, rates: Rates, world: World) -> None:
    """What the outlet changes; nothing where the source is not held, as nobody could see it."""
    source = node.sources[0]
    if not source.held or len(node.tellings) > 1:
        return
    (telling,) = node.tellings
    telling = drift(telling, chance, rates, world, source.outlet.name)
    if not telling.garbled and chance.random() < rates.garbled:
        telling = garble(telling, chance)
    node.tellings = [leave_out(telling, chance, rates)]
    node.exceeds = chance.random() < rates.drift[DriftKind.HEADLINE_EXCEEDS_TEXT]


def _credit(node: Node, chance: Random, rates: Rates) -> None:
    source = node.sources[0]
    if (
        not source.held
        or any(telling.changes.get(DriftKind.SOURCE_RAISED) for telling in node.tellings)
        or len(node.tellings) > 1
    ):
        return  # it has to name its source
    inherited = source.tellings[0].garbled
    draw = chance.random()
    if draw < rates.link:
        node.credit = Credit.LINK
    elif draw < rates.link + rates.source_line:
        node.credit = Credit.LINE
    elif (node.way is Way.REWRITE and draw > 1 - rates.rewrite_uncredited) or (inherited and draw > 0.5):
        # Without a credit there must be something else to know it by: its sentences, or its source's mistake.
        node.credit = Credit.NONE


def draw_size(chance: Random, rates: Rates) -> int:
    """How many documents tell the main claim."""
    low, high = rates.documents
    return round(math.exp(chance.uniform(math.log(low), math.log(high))))
