"""What tells of a relay where a document does not say it of what it says: links, mentions, shared mistakes, odd wording, one house.

Each takes what has been chosen so far and gives back what is to be chosen: a clue adds a step only where nothing
stronger explains the document, or where it leads elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import FlagKind, Passage, RelayKind
from sayso.domain.document import Link
from sayso.domain.paragraphs import find_paragraphs
from sayso.languages.language import is_read
from sayso.tracing.bodies import body_key
from sayso.tracing.credits import find_passing, source_line, translation_line
from sayso.tracing.graph import Evidence
from sayso.tracing.held import Held
from sayso.tracing.interviews import is_interview, speaks_of_interview
from sayso.tracing.material import Candidate, Chosen, Material, any_passes, document_candidate
from sayso.tracing.mistakes import Mistakes
from sayso.tracing.moments import is_before
from sayso.tracing.names import name_key
from sayso.tracing.outlet_names import page_of, site_of
from sayso.tracing.retelling import Retellings, is_first_hand
from sayso.tracing.sources import MEDIA_AT_LARGE, Source
from sayso.tracing.steps import Step, passage, passing_steps
from sayso.tracing.witnesses import Witnesses
from sayso.tracing.wording import Wordings

LINK, ORIGIN_LINK = 0.8, 0.92
SHARED_ERROR, WORDING = 0.65, 0.55
NAMED_SOMEWHERE, NAMED_NEAR = 0.6, 0.75
ONE_HOUSE = 0.4
RETOLD = 0.35
_PERSON = re.compile(r"[^\W\d_a-z][\w’-]+[a-z](?: (?:van|de|von|der|da|di|al|bin))?(?: [^\W\d_a-z][\w’-]+[a-z]){1,2}")
_PAPERS_AT_LARGE = re.compile(
    r"(?:[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any|[Vv]arious|[Oo]ther|[Tt]he|[Ll]ocal|[Nn]ational|[Ff]oreign)?(?: ?[\w-]+){0,2} ?(?:newspapers|papers|media|outlets|press|reports|sites|channels|stations|agencies|news agencies)"
)
NEAR = 300
"""Code points before and behind what is said within which a name stands near it."""
ODD, ODD_FOR_TWO_HEARERS = 8.0, 10.0
"""How odd the wording must be that two texts alone have: a word in none but one text of 400 counts 6. Two who heard one speaker share some."""


class Clues:
    """The weaker evidence for one claim's relays."""

    def __init__(self, material: Material, witnesses: Witnesses) -> None:
        self._material, self._witnesses = material, witnesses
        self._mistakes = Mistakes(material.held)
        self._wordings = Wordings(material.held)
        self._retellings = Retellings(material.held)

    # links

    def with_links(self, item: Held, chosen: Chosen) -> Chosen:
        """A link to a held document; one that the page calls its origin outranks the names in the text."""
        material = self._material
        for link in item.document.links:
            other = material.by_page.get(page_of(link.href))
            if other is None or other is item or material.is_barred(other.id, item):
                continue
            evidence = self._link(item, other, link)
            if other.id in chosen:
                chosen[other.id].evidence.append(evidence)
            elif is_before(item.moment, other.moment):
                theirs, its = other.document.published, item.document.published
                why = f"It links to a document that is dated later ({theirs}) than it is itself ({its})."
                material.flag(FlagKind.EARLIER_THAN_SOURCE, other.id, item.id, why)
            elif self._explains_more(other, chosen, origin=link.origin):
                left = {
                    node: party
                    for node, party in chosen.items()
                    if party.passes or self._witnesses.is_own(item, other, party)
                }
                chosen = {other.id: document_candidate(other, evidence), **left}
        return chosen if any_passes(chosen) else self._with_origin(item, chosen)

    def _link(self, item: Held, other: Held, link: Link) -> Evidence:
        how = RelayKind.TRANSLATION if self._material.is_translated(item, other) else RelayKind.LINK
        return Evidence(how, _link_words(item, link), ORIGIN_LINK if link.origin else LINK, f"it links to {link.href}")

    def _explains_more(self, other: Held, chosen: Chosen, *, origin: bool) -> bool:
        material = self._material
        if not origin:
            if any_passes(chosen):
                return False
            # A page that has it from somebody else only says more about it: "read also".
            if any(party.source.is_known and not material.names(other, node) for node, party in chosen.items()):
                return False
        return not any(
            material.graph.leads(node, other.id) for node, candidate in chosen.items() if candidate.is_document
        )

    def _with_origin(self, item: Held, chosen: Chosen) -> Chosen:
        """A page that a document says it has it from, and that is not held."""
        for link in item.document.links:
            site = site_of(link.href)
            if (
                not link.origin
                or site is None
                or site == site_of(item.document.url)
                or page_of(link.href) in self._material.by_page
            ):
                continue
            words = _link_words(item, link)
            start, end = (words[0].start, words[0].end) if words else (0, 0)
            source = Source(
                site, site, PartyKind.ORGANISATION, Naming.NAMED, body=body_key(site), voice=True, start=start, end=end
            )
            step = Step(source, passage(item.document, start, end), RelayKind.LINK)
            node = self._material.parties.key(source, item.id)
            if self._material.is_barred(node, item):
                continue
            evidence = Evidence(RelayKind.LINK, words, ORIGIN_LINK, f"it says that it has it from {link.href}")
            return {node: Candidate(node, [evidence], [step], _behind(chosen), passes=True)}
        return chosen

    # mentions

    def with_mentions(self, item: Held, chosen: Chosen) -> Chosen:
        """An outlet that the text names somewhere, and that has published the same before."""
        best: Evidence | None = None
        found: Held | None = None
        most = (0.0, 0)
        near = [
            (statement.attribution.content[0].start - NEAR, statement.attribution.content[-1].end + NEAR)
            for statement in item.statements
        ]
        for outlet, low, high in self._mentions(item, near):
            other = self._published_before(outlet, item)
            if other is None or any(
                self._witnesses.is_own(item, other, party, named=True) for party in chosen.values()
            ):
                continue
            score = NAMED_NEAR if any(start <= low < end for start, end in near) else NAMED_SOMEWHERE
            rank = score, len(item.numbers & other.numbers)
            if rank > most:
                most = rank
                how = RelayKind.TRANSLATION if self._material.is_translated(item, other) else RelayKind.NAMES_IT
                words = passage(item.document, low, high)
                found, best = (
                    other,
                    Evidence(how, (words,), score, f"it names {words.exact}, which has published the same"),
                )
        if found is not None and best is not None:
            return {found.id: document_candidate(found, best)}
        return (
            self._with_passing(item, chosen)
            if chosen
            else self._with_speakers(item) or self._with_passing(item, chosen)
        )

    def _with_speakers(self, item: Held) -> Chosen:
        """Somebody who says it in another text, and whom this one names near what it says in its own voice."""
        for named, low, high in _full_names(item):
            for node, step in self._material.speakers(named):
                other = self._material.by_id.get(node)
                if other is not None and (other.outlet == item.outlet or not self._material.may_follow(item, other)):
                    continue
                if self._material.is_barred(node, item):
                    continue
                words = passage(item.document, low, high)
                evidence = Evidence(
                    RelayKind.NAMES_IT, (words,), NAMED_NEAR, f"it names {words.exact}, who says so elsewhere"
                )
                if other is not None:
                    return {node: document_candidate(other, evidence)}
                return {node: Candidate(node, [evidence], [replace(step, passage=words)])}
        return {}

    def with_retelling(self, item: Held, chosen: Chosen) -> Chosen:
        """The earlier text that one tells over that names nobody and says nothing of how it knows."""
        if self._material.outlets.is_own_page(item.document):
            return {node: party for node, party in chosen.items() if party.source.naming is not Naming.NONE}
        if self._material.is_alone or is_first_hand(item):
            return chosen
        if any(
            not _is_hearsay(party.source) and self._witnesses.has_own_words(item, party) for party in chosen.values()
        ):
            return chosen
        found = self._retellings.nearest(item, lambda other: self._material.may_follow(item, other))
        if found is None:
            return chosen
        other, passages, why = found
        if chosen and not self._material.named[other.id]:
            return chosen  # whose words it has is told only here
        how = RelayKind.TRANSLATION if self._material.is_translated(item, other) else RelayKind.SAME_TEXT
        return {other.id: document_candidate(other, Evidence(how, passages, RETOLD, why))}

    def _mentions(self, item: Held, near: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
        if not self._material.has_others(item.outlet):
            return []  # nothing of whomever it names has been published
        text, outlets = item.document.text, self._material.outlets
        places = [
            (named.outlet, named.start, named.end) for named in (*outlets.scan(text), *outlets.scan_foreign(text))
        ]
        if not is_read(item.document.language):
            places += [(named.outlet, named.start, named.end) for named in outlets.scan_inflected(text)]
        for start, end in near:
            for credit in find_passing(text, max(0, start), min(len(text), end)):
                outlet = outlets.find(credit.name)
                if outlet is not None:
                    places.append((outlet, credit.start, credit.end))
        for statement in item.statements:
            low, high = statement.attribution.content[0].start, statement.attribution.content[-1].end
            places += [(named.outlet, named.start, named.end) for named in outlets.scan_bodies(text, low, high)]
        return [place for place in places if place[0] != item.outlet]

    def _published_before(self, outlet: str, item: Held) -> Held | None:
        earlier = [other for other in self._material.of_outlet(outlet, item) if self._material.may_follow(item, other)]
        return max(
            earlier,
            key=lambda other: (len(item.numbers & other.numbers), self._material.places[other.id]),
            default=None,
        )

    def _with_passing(self, item: Held, chosen: Chosen) -> Chosen:
        """An outlet of which nothing is held, named near what the document says in its own voice."""
        if any(party.source.naming is not Naming.NONE for party in chosen.values()):
            return chosen
        text, outlets = item.document.text, self._material.outlets
        for start, end in _paragraphs(item):
            for credit in find_passing(text, max(0, start), min(len(text), end)):
                if not (credit.sure or outlets.is_outlet(credit.name)) or outlets.find(credit.name) is not None:
                    continue
                step, *inner = passing_steps(item.document, credit, alone=True)
                node = self._material.parties.key(step.source, item.id)
                if self._material.is_barred(node, item):
                    continue
                evidence = Evidence(
                    RelayKind.NAMES_IT, (step.passage,), NAMED_SOMEWHERE, f"it names {step.source.shown} near it"
                )
                tail = [(self._material.parties.key(one.source, node), one) for one in inner]
                return {node: Candidate(node, [evidence], [step], tail, passes=True)}
        return chosen

    # mistakes

    def with_mistakes(self, item: Held, chosen: Chosen) -> Chosen:
        """A mistake that two texts share was made by one hand: that outranks the name of the source that both give."""
        if self._material.is_alone:
            return chosen
        found = self._mistakes.shared(item, lambda other: self._material.may_follow(item, other))
        if found is None:
            return chosen
        other, shared = found
        evidence = Evidence(RelayKind.SHARED_ERROR, shared.passages, SHARED_ERROR, shared.why)
        if other.id in chosen:
            chosen[other.id].evidence.append(evidence)
            return chosen
        parties = [party for party in chosen.values() if not party.passes]
        if not shared.strong and any(party.source.is_known for party in parties):
            return chosen  # a newer number may have come to both from one who told it
        for candidate in chosen.values():
            if not candidate.passes:
                continue
            if not candidate.is_document or candidate.whole or not self._material.names(other, candidate.node):
                return chosen
            if self._mistakes.has(self._material.by_id[candidate.node], shared):
                return chosen
        own = [party for party in parties if self._witnesses.is_own(item, other, party)]
        if any(party.source.is_known for party in own):
            return chosen
        return {other.id: document_candidate(other, evidence), **{party.node: party for party in own}}

    def with_wording(self, item: Held, chosen: Chosen) -> Chosen:
        """Turns of phrase that hardly another text has, with nobody but the first speaker named, or nobody at all."""
        if self._material.is_alone or any(path.told_here for path in item.paths):
            return chosen
        least = ODD_FOR_TWO_HEARERS if any(party.source.is_known for party in chosen.values()) else ODD
        found = self._wordings.shared(item, lambda other: self._material.may_follow(item, other), least)
        if found is None or any(self._witnesses.is_own(item, found[0], party) for party in chosen.values()):
            return chosen
        other, shared = found
        return {
            other.id: document_candidate(other, Evidence(RelayKind.SHARED_ERROR, shared.passages, WORDING, shared.why))
        }

    # what an outlet has from itself

    def with_original(self, item: Held) -> Chosen:
        """The page in another language of which a text says that it is a translation: its own outlet's, or of one that it names."""
        line = translation_line(item.document)
        if line is None:
            return {}
        named = {item.outlet, *self._material.mentions(item)}
        for outlet in sorted(named, key=lambda outlet: (outlet != item.outlet, outlet)):
            for other in self._material.of_outlet(outlet, item):
                if self._material.is_translated(item, other) and self._material.may_follow(item, other):
                    words = passage(item.document, *line)
                    why = f"it says that it is a translation, and {self._material.outlets.outlet(outlet).shown} published it first"
                    return {
                        other.id: document_candidate(other, Evidence(RelayKind.TRANSLATION, (words,), ORIGIN_LINK, why))
                    }
        return {}

    def with_own_interview(self, item: Held, chosen: Chosen) -> Chosen:
        """The page with the whole interview, where the same outlet says again what was told to it there."""
        places = (
            place
            for start, end in _paragraphs(item)
            if (place := speaks_of_interview(item.document.text, start, end)) is not None
        )
        said = next(places, None)
        if said is None or not chosen:
            return chosen
        for other in self._material.of_house(item):
            if other.outlet != item.outlet or not is_interview(other.document):
                continue
            if self._material.may_follow(item, other) and all(self._has_speaker(other, one) for one in chosen.values()):
                words = passage(item.document, *said)
                evidence = Evidence(RelayKind.NAMES_IT, (words,), LINK, "it speaks of the interview, which is held")
                return {other.id: document_candidate(other, evidence)}
        return chosen

    def _has_speaker(self, other: Held, party: Candidate) -> bool:
        """Whether a document has it from a person whom another one names: by the whole name, or by the last of it."""
        name = (party.source.person or "").split()
        theirs = [one.source.person or "" for one in self._material.named[other.id].values()]
        return bool(name) and any(person.split()[-len(name) :] == name for person in theirs)

    # owners

    def with_own_earlier(self, item: Held) -> Chosen:
        """What the same outlet had told before of the same figures: it has it from its own report."""
        own = [
            other
            for other in self._material.of_house(item)
            if other.outlet == item.outlet and self._material.may_follow(item, other) and other.numbers & item.numbers
        ]
        if not own:
            return {}
        other = own[0]
        evidence = Evidence(RelayKind.SAME_OWNER, (), ONE_HOUSE, "the same outlet had told the same before")
        return {other.id: document_candidate(other, evidence)}

    def with_owner(self, item: Held) -> Chosen:
        """Another document of the same outlet or owner, where nothing else tells."""
        house = [other for other in self._material.of_house(item) if self._material.may_follow(item, other)]
        if not house:
            return {}
        other = min(house, key=lambda one: (one.outlet != item.outlet, self._material.places[one.id]))
        owner = self._material.owners.get(item.outlet)
        why = "one outlet published both" if other.outlet == item.outlet else f"both belong to {owner}"
        return {other.id: document_candidate(other, Evidence(RelayKind.SAME_OWNER, (), ONE_HOUSE, why))}


def _is_hearsay(source: Source) -> bool:
    """ "Reportedly", "local media report", "two Dutch papers have it": nobody that can be asked."""
    if source.naming is Naming.NONE or source.noun in MEDIA_AT_LARGE:
        return True
    return source.naming is not Naming.NAMED and _PAPERS_AT_LARGE.fullmatch(source.words) is not None


def _paragraphs(item: Held) -> Iterator[tuple[int, int]]:
    """What of the paragraphs in which a document says it is near what it says."""
    paragraphs = find_paragraphs(item.document.text)
    for statement in item.statements:
        low, high = statement.attribution.content[0].start, statement.attribution.content[-1].end
        for start, end in paragraphs:
            if start < high and low < end:
                yield max(start, low - NEAR), min(end, high + NEAR)


def _full_names(item: Held) -> Iterator[tuple[str, int, int]]:
    """The full names near what a document says, each with where it stands."""
    text = item.document.text
    for statement in item.statements:
        content = statement.attribution.content
        for match in _PERSON.finditer(text, max(0, content[0].start - NEAR), min(len(text), content[-1].end + NEAR)):
            yield name_key(match.group()), match.start(), match.end()


def _link_words(item: Held, link: Link) -> tuple[Passage, ...]:
    """Where a link's words stand, or the line that calls it the source."""
    span = (
        (link.words.start, link.words.end)
        if link.words is not None
        else source_line(item.document)
        if link.origin
        else None
    )
    return (passage(item.document, *span),) if span is not None else ()


def _behind(chosen: Chosen) -> list[tuple[str, Step]]:
    return [(party.node, party.steps[0]) for party in chosen.values()]
