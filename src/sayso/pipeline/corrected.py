"""Readings as analysts have put them right: outlet and date of a document; speaker, party and span of an attribution.

The store keeps what the machine read. Whatever is shown or worked out of a reading goes through here first, so that a correction
holds in all of it at once; each corrected value carries what the machine had read (`domain.correction`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.domain.attribution import Attribution, Hop, Mode, Naming, PartyKind, Stance
from sayso.domain.correction import Correction
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.mention import MentionKind
from sayso.domain.party import KnownParty, Standing
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.extract.names import party_id
from sayso.languages.language import load_language
from sayso.registry.spelling import sounds
from sayso.store.interface import Store
from sayso.tracing.bodies import names_body
from sayso.tracing.outlet_names import is_media_name

OF_ATTRIBUTION = frozenset({"speaker", "span", "party"})
OF_DOCUMENT = frozenset({"outlet", "published"})
_OLDER = {"source": "speaker", "date": "published"}
"""Fields by the names that they have borne."""
_SPAN = re.compile(r"(\d{1,9})\s*[-–:]\s*(\d{1,9})")
_SPANS = re.compile(rf"\s*{_SPAN.pattern}\s*(?:[,;]\s*{_SPAN.pattern}\s*)*")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_NAMES = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.DOCUMENT, MentionKind.GROUP})

_Place = tuple[Span | None, Span | None]
"""Where a hop's source and cue stand: what tells it from others in a chain."""


def spans_in(value: str, text: str) -> tuple[Span, ...] | None:
    """The spans of a text that "120-188" or "120-140, 150-188" means; None where it means none, or two have a letter in common."""
    if not _SPANS.fullmatch(value):
        return None
    places = [(int(start), int(end)) for start, end in _SPAN.findall(value)]
    places.sort()
    over = any(one[1] > other[0] for one, other in pairwise(places))
    if over or any(not start < end <= len(text) for start, end in places):
        return None
    return tuple(Span.of(text, start, end) for start, end in places)


def find_words(words: str, text: str, near: int) -> Span | None:
    """Where words stand in a text as words of their own, nearest to a place; in any case of letters where there is no other."""
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = [match.span() for match in re.finditer(pattern, text, flags)]
        if found:
            return Span.of(text, *min(found, key=lambda span: (abs(span[0] - near), span[0])))
    return None


class Corrections:
    """The corrections among some judgements that stand, the last of each field. Without any, every reading stays the very same value."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._of: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for judgement in judgements:
            if judgement.kind is JudgementKind.CORRECT and judgement.undone is None and judgement.field:
                field = _OLDER.get(judgement.field, judgement.field)
                self._of[judgement.subject].pop(field, None)  # so that the order is that of the last ones
                self._of[judgement.subject][field] = judgement

    def concern(self, document: str, attributions: Iterable[str]) -> bool:
        """Whether anything of a document, or of these attributions in it, was put right."""
        return bool(self._of) and (document in self._of or any(id in self._of for id in attributions))

    @property
    def subjects(self) -> frozenset[str]:
        """The documents and attributions that were put right."""
        return frozenset(self._of)

    def document(self, document: Document) -> Document:
        """A document with its outlet and date put right."""
        fields = self._of.get(document.id)
        if not fields:
            return document
        made: list[Correction] = []
        for field, judgement in fields.items():
            if field in OF_DOCUMENT:
                made.append(_correction(field, getattr(document, field), judgement))
        values: dict[str, str] = {item.field: item.value for item in made}
        return replace(document, **values, corrections=tuple(made))  # type: ignore[arg-type]

    def content(self, attribution: Attribution, document: Document) -> tuple[Span, ...]:
        """What an attribution of a document says, with its span put right."""
        judgement = self._of.get(attribution.id, {}).get("span")
        value = judgement.value if judgement is not None else None
        return (spans_in(value, document.text) if value else None) or attribution.content

    def reading(self, reading: Reading) -> Reading:
        """A reading with everything put right."""
        ids = [item.id for item in reading.attributions]
        if not self.concern(reading.document.id, ids):
            return reading
        document = self.document(reading.document)
        if any(id in self._of for id in ids):
            return _Righted(replace(reading, document=document), self._of).reading()
        return replace(reading, document=document)


def corrected_reading(store: Store, id: str) -> Reading:
    """A document's reading as analysts have put it right. Raises StoreError."""
    return Corrections(store.judgements()).reading(store.reading(id))


def corrected_readings(store: Store, ids: Iterable[str]) -> Iterator[Reading]:
    """The readings of several documents as analysts have put them right. Raises StoreError."""
    corrections = Corrections(store.judgements())
    return (corrections.reading(store.reading(id)) for id in ids)


def corrected_documents(store: Store, ids: Iterable[str]) -> dict[str, Document]:
    """The documents of these ids that the store holds, as analysts have put them right."""
    corrections = Corrections(store.judgements())
    kept = {id: store.find(id) for id in dict.fromkeys(ids)}
    return {id: corrections.document(item.document) for id, item in kept.items() if item is not None}


@dataclass(frozen=True, slots=True)
class _Identity:
    """Who some words mean."""

    party: str | None
    name: str | None
    kind: PartyKind
    naming: Naming


class _Righted:
    """One reading whose attributions are put right. A hop that several chains share is put right in all of them."""

    def __init__(self, reading: Reading, corrections: dict[str, dict[str, Judgement]]) -> None:
        self._reading, self._text = reading, reading.document.text
        self._added: dict[str, KnownParty] = {}
        self._spans: dict[str, Judgement] = {}
        self._hops: dict[tuple[_Place, ...], list[Judgement]] = {}
        self._alone: dict[str, list[Judgement]] = {}
        for attribution in reading.attributions:
            for field, judgement in corrections.get(attribution.id, {}).items():
                if field == "span":
                    self._spans[attribution.id] = judgement
                elif field in OF_ATTRIBUTION:
                    self._of_hop(attribution).append(judgement)

    def _of_hop(self, attribution: Attribution) -> list[Judgement]:
        """The corrections of an attribution's innermost hop; without a cue of its own it is nobody else's."""
        chain = attribution.chain
        if not chain or chain[-1].cue is None:
            return self._alone.setdefault(attribution.id, [])
        return self._hops.setdefault(_places(chain), [])

    def reading(self) -> Reading:
        attributions = tuple(self._attribution(item) for item in self._reading.attributions)
        parties = (*self._reading.parties, *self._added.values())
        return replace(self._reading, attributions=attributions, parties=parties)

    def _attribution(self, attribution: Attribution) -> Attribution:
        chain = tuple(self._hop(attribution, depth) for depth in range(len(attribution.chain)))
        alone = self._alone.get(attribution.id)
        mode = attribution.mode
        if alone and not chain:
            at = attribution.content[0].start
            nobody = Hop(
                None, None, None, PartyKind.UNKNOWN, Naming.NONE, None, Stance.SAYS, attribution.factuality
            )  # fmt: skip
            chain = (self._said(nobody, alone, at),)
            mode = Mode.INDIRECT if mode is Mode.OWN_VOICE else mode
        changed = replace(attribution, chain=chain, mode=mode)
        judgement = self._spans.get(attribution.id)
        if judgement is not None and (content := spans_in(judgement.value or "", self._text)):
            was = " … ".join(span.exact for span in attribution.content)
            changed = replace(changed, content=content, corrections=(_correction("span", was, judgement),))
        return attribution if changed == attribution else changed

    def _hop(self, attribution: Attribution, depth: int) -> Hop:
        hop = attribution.chain[depth]
        made = self._hops.get(_places(attribution.chain[: depth + 1]))
        if made is None and depth == len(attribution.chain) - 1:
            made = self._alone.get(attribution.id)
        if not made:
            return hop
        return self._said(hop, made, hop.cue.span.start if hop.cue else attribution.content[0].start)

    def _said(self, hop: Hop, made: Sequence[Judgement], near: int) -> Hop:
        """A hop as the last judgement on each field has it, in the order in which they were made."""
        was = hop.name or (hop.source.exact if hop.source else None)
        last = {
            _OLDER.get(item.field or "", item.field or ""): item for item in sorted(made, key=lambda item: item.made)
        }
        righted = hop
        for field in sorted(last, key=lambda field: (last[field].made, field != "speaker")):
            value = (last[field].value or "").strip()
            speaker = field == "speaker"
            span = self._place(value, near) if speaker or spans_in(value, self._text) else None
            if span is not None:
                identity = self._identity(span)
                righted = replace(righted, source=span) if speaker else righted
            else:
                identity = self._called(value, PartyKind.UNKNOWN if speaker else hop.kind)
            righted = replace(
                righted,
                party=identity.party,
                name=identity.name,
                kind=identity.kind,
                naming=identity.naming,
                described=None,
            )
        return replace(righted, corrections=tuple(_correction(field, was, item) for field, item in last.items()))

    def _place(self, value: str, near: int) -> Span | None:
        """The words of the text that a value means: by their place, or where they stand."""
        spans = spans_in(value, self._text)
        return spans[0] if spans else find_words(value, self._text, near)

    def _identity(self, span: Span) -> _Identity:
        """Whom words of the text mean: as another hop of the same words has it, or by the name that is all of them."""
        for attribution in self._reading.attributions:
            for hop in attribution.chain:
                if hop.source == span:
                    return _Identity(hop.party, hop.name, hop.kind, hop.naming)
        pronoun = span.exact.lower() in load_language("en").pronouns
        inside = [
            mention
            for mention in self._reading.mentions
            if mention.party is not None and mention.kind in _NAMES and mention.span.overlaps(span)
        ]
        bare = _ARTICLE.sub("", span.exact)
        for mention in sorted(inside, key=lambda item: (item.kind is not MentionKind.PERSON, item.span.start)):
            person = mention.kind is MentionKind.PERSON
            if not pronoun and (person or mention.span.exact == bare):
                name = mention.name or mention.span.exact
                return _Identity(mention.party, name, PartyKind(mention.kind.value), Naming.NAMED)
        if pronoun:
            return _Identity(None, None, PartyKind.PERSON, Naming.UNNAMED)
        return self._called(span.exact, PartyKind.UNKNOWN)

    def _called(self, words: str, kind: PartyKind) -> _Identity:
        """Whom an analyst's words mean: a party of this text by that name, or its surname alone; else one of its own."""
        bare = " ".join(_ARTICLE.sub("", words).split())
        if bare[:1].islower():
            return _Identity(self._own(bare), bare, kind, Naming.UNNAMED)
        known = self._known(bare)
        if known is not None:
            return _Identity(known.id, known.name, known.kind, Naming.NAMED)
        if names_body(bare) or is_media_name(bare):
            kind = PartyKind.ORGANISATION
        elif kind is PartyKind.UNKNOWN or bare.split()[0] in load_language("en").first_names:
            kind = PartyKind.PERSON  # doubt is private
        id = self._own(bare)
        private = kind is PartyKind.PERSON
        self._added.setdefault(
            id,
            KnownParty(
                id, bare, kind, Standing.PRIVATE if private else None, "an analyst says so" if private else None
            ),
        )  # fmt: skip
        return _Identity(id, bare, kind, Naming.NAMED)

    def _known(self, name: str) -> KnownParty | None:
        heard = sounds(name)
        named = [(sounds(party.name), party) for party in self._reading.parties if party.name]
        whole = [party for own, party in named if own == heard]
        last = [party for own, party in named if len(heard) == 1 and own[-1:] == heard]
        found = whole or last
        return found[0] if len({party.id for party in found}) == 1 else None

    def _own(self, name: str) -> str:
        """The id of a party that only an analyst speaks of; it is of this document alone."""
        return party_id(f"{self._reading.document.id}:{' '.join(name.casefold().split())}")


def _places(chain: Sequence[Hop]) -> tuple[_Place, ...]:
    return tuple((hop.source, hop.cue.span if hop.cue else None) for hop in chain)


def _correction(field: str, was: str | None, judgement: Judgement) -> Correction:
    return Correction(
        field, was, judgement.value or "", judgement.analyst, judgement.made, judgement.why, judgement.id
    )  # fmt: skip
