"""Documents, readings and lineages built by hand, small and invented."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.attribution import Attribution, Factuality, Naming, PartyKind, attribution_id
from sayso.domain.claim import (
    Access,
    Claim,
    Collapse,
    Drift,
    DriftKind,
    Flag,
    FlagKind,
    Lineage,
    Node,
    Occurrence,
    Passage,
    Relay,
    RelayKind,
    Root,
    claim_id,
)
from sayso.domain.document import document_id
from sayso.domain.event import Event, EventPlace, EventTime, GeoPrecision, Reality, TimePrecision, event_id
from sayso.domain.place import Area, PlaceCandidate, PlaceForm, PlaceKind, PlaceMention
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.store.digests import digest, encode
from sayso.store.interface import Added, Store
from tests.builders import Text

AT = "2026-03-02T06:00:00+00:00"
READ_BY = "sayso 0.1"


def article(
    words: str = "the dam would hold",
    *,
    url: str | None = None,
    outlet: str | None = "The Quay",
    title: str | None = "Dam will hold",
    **fields: object,
) -> Reading:
    """An article in which the Harbour Institute says `words`, and the outlet that it rained."""
    text = Text(f"{title}\n\nThe Harbour Institute said that {words}. It rained on Monday.\n")
    data = page(text.text)
    id = document_id(url or outlet, data)
    institute = text.hop("The Harbour Institute", "said", name="Harbour Institute", kind=PartyKind.ORGANISATION)
    return text.reading(
        _of(id, text.said(f"that {words}", institute)),
        _of(id, text.said("It rained on Monday.", score=0.5)),
        id=id,
        url=url,
        outlet=outlet,
        title=title,
        path=None,
        language="en",
        published="2026-03-02",
        text_sha256=digest(encode(text.text)),
        bytes_sha256=digest(data),
        **fields,
    )


def _of(document: str, attribution: Attribution) -> Attribution:
    return replace(attribution, id=attribution_id(document, attribution.content))


def page(text: str) -> bytes:
    """The bytes of a page with this text."""
    return f"<html><body>{text}</body></html>".encode()


def add(store: Store, reading: Reading, **values: object) -> Added:
    """Add a reading whose bytes are its page's."""
    data = page(reading.document.text)
    return store.add(data, reading, **{"at": AT, "read_by": READ_BY, **values})  # type: ignore[arg-type]


def passage(reading: Reading, exact: str) -> Passage:
    """Words of a document."""
    start = reading.document.text.index(exact)
    return Passage(reading.document.id, start, start + len(exact), exact)


def occurrence(reading: Reading, **fields: object) -> Occurrence:
    """A reading's first attribution as a claim shows it."""
    attribution, document = reading.attributions[0], reading.document
    values = {"outlet": document.outlet, "published": document.published, "chain": ("Harbour Institute",), **fields}
    return Occurrence(
        attribution.id, document.id, exact=attribution.content[0].exact, factuality=Factuality.CERTAIN, **values
    )  # type: ignore[arg-type]


def lineage(first: Reading, second: Reading) -> Lineage:
    """A lineage with a bit of everything in it: `second` took the claim from `first`, which names a report."""
    report = Node("hop_report", "ISW report", PartyKind.DOCUMENT, Naming.NAMED)
    one, two = first.document.id, second.document.id
    insider = Root(
        "root_insider", "an insider", PartyKind.PERSON, Naming.UNNAMED, Access.OFFICIAL, True, documents=(one, two)
    )
    clerk = Root("root_clerk", "a clerk", PartyKind.PERSON, Naming.UNNAMED, Access.UNKNOWN, None, documents=(two,))
    institute = passage(first, "The Harbour Institute said")
    return Lineage(
        claim=Claim(claim_id(first.attributions[0].id), "the dam would hold", 2, 2, 1, 2),
        attributions=(
            occurrence(first, published="2026-03-02T23:00:00-05:00"),
            occurrence(second, published="2026-03-03T01:00:00+00:00"),
        ),
        relays=(
            Relay("root_insider", "hop_report", RelayKind.NAMES_IT, (institute,), 0.9, "It names an insider."),
            Relay("hop_report", one, RelayKind.LINK, (), 0.8),
            Relay(one, two, RelayKind.SAME_TEXT, (passage(first, "the dam"), passage(second, "that")), 0.97),
        ),
        hops=(report,),
        roots=(insider, clerk),
        collapses=(
            Collapse("root_insider", "root_clerk", False, "both are of the harbour office", (institute,)),
            Collapse("root_insider", "root_merged", True, "both name the same post"),
        ),
        drift=(
            Drift(DriftKind.HEDGE_LOST, passage(first, "would"), passage(second, "said that"), True, "no hedge"),
            Drift(DriftKind.HEADLINE_EXCEEDS_TEXT, None, passage(second, "Dam"), False, "the headline is surer"),
        ),
        flags=(Flag(FlagKind.EARLIER_THAN_SOURCE, one, two, "the copy is dated a day before its source"),),
    )


def with_place(reading: Reading, exact: str, *areas: str) -> Reading:
    """The reading with a place that it names, in areas from the smallest on."""
    held = tuple(Area(f"sayso:{area.lower()}", area, PlaceKind.AREA) for area in areas)
    at = reading.document.text.index(exact)
    span = Span.of(reading.document.text, at, at + len(exact))
    place = PlaceCandidate(f"sayso:{exact.lower()}", exact, PlaceKind.TOWN, 55.0, 49.0, held, 1.0, ())
    return replace(
        reading, places=(*reading.places, PlaceMention(span, PlaceForm.NAME, (place,), "One place is known."))
    )


def event(
    reading: Reading, cue: str, type: str = "raid", *, edtf: str | None = None, reality: Reality = Reality.HAPPENED
) -> Event:
    """An event that the reading's first attribution tells of, at the reading's first place."""
    text, told = reading.document.text, reading.attributions[0]
    at = text.index(cue)
    span = Span.of(text, at, at + len(cue))
    place = None
    if reading.places:
        known = reading.places[0].candidates[0]
        place = EventPlace(
            reading.places[0].span, known.name, known.id, None, known.latitude, known.longitude, GeoPrecision.EXACT
        )
    return Event(
        event_id(reading.document.id, type, span), told.id, told.chain, (), told.factuality, "coerced-recruitment", type,
        "COERCE", None, None, (), span, (), (), place, EventTime(span, edtf, TimePrecision.DAY) if edtf else None, (), reality,
    )  # fmt: skip
