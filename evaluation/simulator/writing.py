"""Documents as they stand on the page: headline, paragraphs, datelines, credits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from .facts import Fact, clause, clause_de
from .growing import Credit, Node, Way
from .marking import capital, mark
from .rates import Rates
from .sentences import background, content, headline, tell, tell_again
from .telling import Telling
from .vocabulary import MONTHS
from .world import OutletKind, Party, World


@dataclass(frozen=True, slots=True)
class Article:
    """A text with marks. `opening` and `closing` are what is not copied: a dateline, a forward, a credit at the end."""

    headline: str
    opening: str
    body: tuple[str, ...]
    closing: tuple[str, ...] = ()

    def marked(self) -> str:
        """The whole text."""
        title = f"{self.headline}\n\n" if self.headline else ""
        return title + self.opening + "\n\n".join((*self.body, *self.closing)) + "\n"


class Writer:
    """Writes the documents of a claim in the order in which they came about, as copies need what they copy."""

    def __init__(self, chance: Random, rates: Rates, world: World) -> None:
        self._chance = chance
        self._rates = rates
        self._world = world
        self._quotations: dict[Party, str] = {}
        self._written: dict[Node, Article] = {}

    def write(self, node: Node) -> Article:
        """The article of a node whose sources have been written."""
        match node.way:
            case Way.COPY:
                article = self._copy(node)
            case Way.ABROAD:
                article = self._german(node)
            case _:
                article = self._own(node)
        self._written[node] = article
        return article

    def _own(self, node: Node) -> Article:
        chance = self._chance
        exaggerated = _exaggerated(node.tellings[0].fact) if node.exceeds else None
        node.exceeds = exaggerated is not None
        body = [mark(f"lead{number}", tell(node, number, chance)) for number in range(len(node.tellings))]
        telling = node.tellings[0]
        if telling.speaks:
            quotation = (
                self._quotation(telling)
                if not telling.changes and not telling.garbled and not telling.fact.silent
                else None
            )
            if quotation is not None and chance.random() < self._rates.quoted:
                again = tell_again(node, telling, chance, quotation)
                if self._may_quote(node, quotation):
                    body.append(again)
            elif chance.random() < 0.4:
                body.append(tell_again(node, telling, chance, None))
        body += self._background(node)
        if node.way is Way.BACK:
            closing: tuple[str, ...] = ("Translated from German.",)
        else:
            closing = self._closing(node)
        return Article(headline(node, chance, exaggerated), _dateline(node), tuple(body), closing)

    def _background(self, node: Node) -> list[str]:
        """Sentences on other things; a rewrite keeps a quarter of its source's, word for word."""
        count = self._chance.randint(*self._rates.background)
        kept: list[str] = []
        if node.way is Way.REWRITE:
            others = [part for part in self._written[node.sources[0]].body if part.startswith(mark("b", "")[:3])]
            kept = others[: max(1, len(others) // 4)]
        fresh = [mark("b", background(self._chance, self._world)) for _ in range(max(1, count - len(kept)))]
        return kept + fresh

    def _copy(self, node: Node) -> Article:
        chance, source = self._chance, node.sources[0]
        if source not in self._written:  # not held: its text is made up for the first who copies it
            self.write(source)
        original = self._written[source]
        cut = chance.choice((0, 0, 1, 1, 2))
        keep = max(2, len(original.body) - cut)
        opening = original.opening
        if node.credit is Credit.FORWARD:
            opening = f"[Forwarded from {source.outlet.name}]\n{opening}"
        elif node.credit is Credit.NONE:
            opening = ""
        title = original.headline
        if node.credit is Credit.FORWARD:
            title = ""
        elif chance.random() < 0.4:
            title = headline(node, chance, None)
        node.exceeds = title == original.headline and source.exceeds
        fresh = (mark("b", background(chance, self._world)),) if chance.random() < 0.4 else ()
        return Article(title, opening, (*original.body[:keep], *fresh), self._closing(node))

    def _closing(self, node: Node) -> tuple[str, ...]:
        if not node.sources:
            return ()
        source = node.sources[0]
        if node.credit is Credit.LINK:
            return (self._chance.choice(("Source: {}", "Read the original: {}", "Via {}")).format(source.address()),)
        if node.credit is Credit.LINE:
            lines = ("This article first appeared in {}.",) if node.way is Way.COPY else ("Source: {}", "(via {})")
            return (self._chance.choice(lines).format(source.outlet.name),)
        return ()

    def _german(self, node: Node) -> Article:
        (telling,), source = node.tellings, node.sources[0]
        words = clause_de(telling.fact)
        who = (
            ""
            if not telling.speaks
            else f" unter Berufung auf {telling.party.name if telling.role else 'eine ungenannte Quelle'}"
        )
        if telling.raised_to not in (None, source.outlet.name) and not telling.lost:
            who = f" unter Berufung auf {telling.raised_to}"
        lead = f"{content(node.claim, capital(words))}. Das berichtet {source.outlet.name}{who}."
        place = self._world.passing_town()
        more = (
            f"Die Stadt {place} hat {self._chance.randrange(3, 90)}.000 Einwohner und liegt an einer Bahnlinie, die im vergangenen Jahr stillgelegt wurde.",
            f"Am {self._chance.choice(('Montag', 'Dienstag', 'Freitag'))} wird mit Regen gerechnet. Die Behörden äußerten sich bislang nicht.",
        )
        return Article(content(node.claim, capital(words)), "", (mark("lead0", lead), *more))

    def _may_quote(self, node: Node, quotation: str) -> bool:
        """Whether an outlet can have the party's own words: it heard them, or took them from a text that has them.

        Who quotes words that the named outlet does not have has read more than that one, and the truth would be wrong.
        """
        source = node.sources[0] if node.sources else None
        if source is None or source not in self._written:
            return source is None or not source.held
        return any(quotation in part for part in self._written[source].body)

    def _quotation(self, telling: Telling) -> str | None:
        """What the party said word for word, the same wherever it is quoted."""
        if telling.party not in self._quotations:
            self._quotations[telling.party] = capital(clause(telling.fact, self._chance))
        return self._quotations[telling.party]


def _dateline(node: Node) -> str:
    if node.outlet.kind is not OutletKind.AGENCY:
        return ""
    place, day = node.tellings[0].fact.place.upper(), node.published
    return f"{place}, {MONTHS[day.month - 1]} {day.day} ({node.outlet.name}) - "


def _exaggerated(fact: Fact) -> Fact | None:
    """What a headline makes of it; None where there is nothing left to make of it."""
    louder = replace(fact, scope=fact.other_scope, hedge=None, bound=None, silent=fact.silent - {"scope"} | {"time"})
    return None if (louder.scope, louder.hedge, louder.bound) == (fact.scope, fact.hedge, fact.bound) else louder
