"""A reading as data: the JSON record `sayso.reading/1`, and CSV with one row a hop.

Nothing is shortened here and no character of a text is changed. CSV is RFC 4180. A text cell that a spreadsheet
would run as a formula (a leading `=`, `+`, `-`, `@`, tab or line break) gets an apostrophe in front; a program that
needs the exact words reads the JSON.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from sayso.domain.attribution import Addressee, Attribution, Cue, Hedge, Hop
from sayso.domain.document import Document, Removed
from sayso.domain.mention import Mention
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.serialise.cells import guarded
from sayso.serialise.events import event_record
from sayso.serialise.offices import check_record
from sayso.serialise.parties import party_record
from sayso.serialise.places import place_record
from sayso.serialise.record import Record, corrections_record, span_record
from sayso.version import VERSION

SCHEMA = "sayso.reading/1"

COLUMNS = (
    "document",
    "attribution",
    "mode",
    "attitude",
    "hop",
    "hops",
    "source",
    "source_start",
    "source_end",
    "party",
    "name",
    "kind",
    "naming",
    "cue",
    "cue_start",
    "cue_end",
    "lemma",
    "stance",
    "addressee",
    "hedges",
    "factuality",
    "carried",
    "content",
    "content_spans",
    "attribution_factuality",
    "score",
)


def to_record(reading: Reading) -> Record:
    """The record of one reading, its keys in the order of the format."""
    model = reading.model
    return {
        "schema": SCHEMA,
        "document": _document(reading.document),
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "parties": [party_record(party) for party in reading.parties],
        "places": [place_record(place) for place in reading.places],
        "events": [event_record(event) for event in reading.events],
        "checks": [check_record(check) for check in reading.checks],
        "model": None if model is None else {"name": model.name, "sha256": model.sha256},
        "sayso": VERSION,
        "notes": list(reading.notes),
    }


def csv_header() -> str:
    """The first line of the CSV."""
    return _csv_line(COLUMNS)


def to_csv(reading: Reading) -> str:
    """The rows of one reading, without the header."""
    return "".join(_csv_line([row.get(column, "") for column in COLUMNS]) for row in _rows(reading))


def _span_or_none(span: Span | None) -> Record | None:
    return None if span is None else span_record(span)


def _document(document: Document) -> Record:
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "url": document.url,
        "path": document.path,
        "published": document.published,
        "language": document.language,
        "text": document.text,
        "headline": _span_or_none(document.headline),
        "text_sha256": document.text_sha256,
        "bytes_sha256": document.bytes_sha256,
        "removed": [_removed(removed) for removed in document.removed],
        **corrections_record(document.corrections),
    }


def _removed(removed: Removed) -> Record:
    return {"exact": removed.exact, "why": removed.why, "span": _span_or_none(removed.span)}


def _attribution(attribution: Attribution) -> Record:
    return {
        "id": attribution.id,
        "content": [span_record(span) for span in attribution.content],
        "mode": attribution.mode.value,
        "attitude": attribution.attitude.value,
        "chain": [_hop(hop) for hop in attribution.chain],
        "hedges": [_hedge(hedge) for hedge in attribution.hedges],
        "factuality": attribution.factuality.value,
        # A model's float32 is no JSON number.
        "score": float(attribution.score),
        **corrections_record(attribution.corrections),
    }


def _hop(hop: Hop) -> Record:
    return {
        "source": _span_or_none(hop.source),
        "party": hop.party,
        "name": hop.name,
        "kind": hop.kind.value,
        "naming": hop.naming.value,
        "described": _span_or_none(hop.described),
        "cue": _cue(hop.cue),
        "stance": hop.stance.value,
        "addressee": _addressee(hop.addressee),
        "hedges": [_hedge(hedge) for hedge in hop.hedges],
        "factuality": hop.factuality.value,
        "carried": hop.carried,
        **corrections_record(hop.corrections),
    }


def _cue(cue: Cue | None) -> Record | None:
    return None if cue is None else {**span_record(cue.span), "lemma": cue.lemma}


def _addressee(addressee: Addressee | None) -> Record | None:
    return None if addressee is None else {**span_record(addressee.span), "party": addressee.party}


def _hedge(hedge: Hedge) -> Record:
    return {**span_record(hedge.span), "weakens": _span_or_none(hedge.weakens)}


def _mention(mention: Mention) -> Record:
    return {
        **span_record(mention.span),
        "kind": mention.kind.value,
        "party": mention.party,
        "name": mention.name,
        "private": mention.private,
    }


def _rows(reading: Reading) -> Iterator[Record]:
    document = reading.document
    place = document.url or document.path or document.id
    for attribution in reading.attributions:
        row: Record = {
            "document": place,
            "attribution": attribution.id,
            "mode": attribution.mode.value,
            "attitude": attribution.attitude.value,
            "hops": len(attribution.chain),
            "content": " … ".join(span.exact for span in attribution.content),
            "content_spans": ";".join(f"{span.start}-{span.end}" for span in attribution.content),
            "attribution_factuality": attribution.factuality.value,
            "score": float(attribution.score),
        }
        if not attribution.chain:
            # The outlet's own hedges have no hop to stand in; dropping them would make the outlet surer than it is.
            yield {**row, "hedges": _joined(attribution.hedges)}
        for number, hop in enumerate(attribution.chain, start=1):
            yield {**row, "hop": number, **_hop_cells(hop)}


def _hop_cells(hop: Hop) -> Record:
    cells: Record = {
        "party": hop.party or "",
        "name": hop.name or "",
        "kind": hop.kind.value,
        "naming": hop.naming.value,
        "stance": hop.stance.value,
        "hedges": _joined(hop.hedges),
        "factuality": hop.factuality.value,
        "carried": "true" if hop.carried else "false",
    }
    if hop.source is not None:
        cells |= {"source": hop.source.exact, "source_start": hop.source.start, "source_end": hop.source.end}
    if hop.cue is not None:
        span = hop.cue.span
        cells |= {"cue": span.exact, "cue_start": span.start, "cue_end": span.end, "lemma": hop.cue.lemma}
    if hop.addressee is not None:
        cells["addressee"] = hop.addressee.span.exact
    return cells


def _joined(hedges: tuple[Hedge, ...]) -> str:
    return "; ".join(hedge.span.exact for hedge in hedges)


def _csv_line(cells: tuple[str, ...] | list[Any]) -> str:
    line = StringIO(newline="")
    # The dialect's "\r\n" matters: before Python 3.13 a lone "\r" in a cell is quoted only if the line end has one.
    csv.writer(line).writerow([guarded(cell) for cell in cells])
    return line.getvalue()
