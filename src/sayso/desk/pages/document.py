"""A document: its text exactly as published with what was found in it, and a card for each attribution."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheStore, page
from sayso.desk.pages.answers import FINDS
from sayso.desk.templating import words_digest
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Passage
from sayso.domain.correction import Correction
from sayso.domain.judgement import Judgement
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.pipeline.corrected import corrected_reading
from sayso.pipeline.passages import find_span
from sayso.rendering.changes import text_changes
from sayso.rendering.citation import citation
from sayso.rendering.layers import numbered
from sayso.rendering.segments import alarming, segments
from sayso.rendering.words import corrections_of
from sayso.serialise import to_record
from sayso.serialise.kept import kept_record
from sayso.store.interface import Kept, Store
from sayso.store.overviews import Summary, Wanted

router = APIRouter()

LIGHTS = 6
"""Colours, each with an underline of its own, that sources are given in the order in which they speak."""
_AT = re.compile(r"(\d{1,9})-(\d{1,9})\Z")

DocumentId = Annotated[str, Path(pattern=r"^doc_[0-9a-f]{16}$", description="a document's id")]


@dataclass(frozen=True, slots=True)
class Card:
    """An attribution as its card shows it; `light` is its source's colour. `claim` is where else it is said, where it is said elsewhere.

    `judgements` are those that no correction of it shows: an older one of the same field.
    """

    number: int
    attribution: Attribution
    light: int
    passage: Passage
    citation: str
    claim: Summary | None
    corrections: tuple[Correction, ...]
    judgements: tuple[Judgement, ...]


@router.get("/documents/{id}", include_in_schema=False)
def document(
    request: Request,
    store: TheStore,
    id: DocumentId,
    at: Annotated[str, Query(max_length=30)] = "",
    words: Annotated[str, Query(max_length=64)] = "",
    attribution: Annotated[str, Query(max_length=40)] = "",
) -> HTMLResponse:
    kept = _kept(store, id)
    reading = corrected_reading(store, id)
    subjects = {id, *(item.id for item in reading.attributions)}
    judgements = tuple(item for item in store.judgements() if item.subject in subjects)
    cards = _cards(store, reading, judgements)
    sought, gone = _sought(reading, at, words, attribution)
    return page(
        request,
        "document.html",
        kept=kept,
        document=reading.document,
        reading=reading,
        segments=segments(reading, sought),
        cards=cards,
        lights={card.number: card.light for card in cards},
        chosen=next((card.number for card in cards if card.attribution.id == attribution), None),
        sought=sought,
        gone=gone,
        checks=alarming(reading),
        own=[item for item in reading.attributions if not item.chain],
        versions=store.versions(id),
        judgements=_others(judgements, id, reading.document.corrections),
    )  # fmt: skip


@router.get(
    "/api/documents/{id}", responses=FINDS, tags=["documents"], summary="A document with its reading (sayso.reading/1)"
)
def document_record(store: TheStore, id: DocumentId) -> dict[str, Any]:
    kept = _kept(store, id)
    reading = corrected_reading(store, id)
    return {**to_record(reading), "kept": kept_record(replace(kept, document=reading.document))}


@router.get("/documents/{id}/changes", include_in_schema=False)
def changes(
    request: Request, store: TheStore, id: DocumentId, since: Annotated[str, Query(max_length=40)] = ""
) -> HTMLResponse:
    """What became of the version before, or of `since`."""
    before, after, versions = _compared(store, id, since)
    paragraphs = text_changes(before.document.text, after.document.text)
    return page(request, "changes.html", before=before, after=after, paragraphs=paragraphs, versions=versions)


@router.get(
    "/api/documents/{id}/changes",
    responses=FINDS,
    tags=["documents"],
    summary="What became of an older version's text, paragraph by paragraph",
)
def changes_record(
    store: TheStore,
    id: DocumentId,
    since: Annotated[str, Query(max_length=40, description="the older version's id; else the version before")] = "",
) -> dict[str, Any]:
    before, after, _ = _compared(store, id, since)
    return {
        "before": kept_record(before),
        "after": kept_record(after),
        "paragraphs": [
            {
                "unchanged_before": item.skipped,
                "pieces": [{"change": piece.change.value, "words": piece.words} for piece in item.pieces],
            }
            for item in text_changes(before.document.text, after.document.text)
        ],
    }


def _compared(store: Store, id: str, since: str) -> tuple[Kept, Kept, list[Kept]]:
    """An older version, the document, and all its versions."""
    _kept(store, id)
    versions = list(store.versions(id))
    here = next(place for place, item in enumerate(versions) if item.document.id == id)
    older = [item for item in versions if item.document.id == since] if since else versions[max(0, here - 1) : here]
    if not older:
        raise RefusedError(404, "There is no other version of this document to compare it with.")
    return older[0], versions[here], versions


def _kept(store: Store, id: str) -> Kept:
    kept = store.find(id)
    if kept is None:
        raise RefusedError(404, f"The store holds no document {id}. The search finds what it holds.")
    return kept


def _sought(reading: Reading, at: str, words: str, attribution: str) -> tuple[Span | None, str | None]:
    """The passage that the address means, or a sentence that says that it is gone; never one that looks like it."""
    if attribution:
        found = next((item for item in reading.attributions if item.id == attribution), None)
        if found is None or not found.content:
            return (
                None,
                "The statement that this link means is not in the document's reading any more: it was read again since.",
            )
        start, end = min(span.start for span in found.content), max(span.end for span in found.content)
        return Span.of(reading.document.text, start, end), None
    if not at:
        return None, None
    match = _AT.match(at)
    span = find_span(reading.document, int(match[1]), int(match[2])) if match else None
    if span is None or (words and words_digest(span.exact) != words):
        return (
            None,
            "The passage that this link means does not stand here any more: at its place are other words, or none.",
        )
    return span, None


def _cards(store: Store, reading: Reading, judgements: tuple[Judgement, ...]) -> list[Card]:
    listed = list(numbered(reading))
    claims = store.claims_of([item.id for _, item in listed])
    found = store.summaries(Wanted(ids=tuple(dict.fromkeys(claims.values()))), most=len(claims) or 1).items
    summaries = {item.claim.id: item for item in found}
    lights: dict[str, int] = {}
    cards = []
    for number, item in listed:
        last = item.chain[-1]
        source = last.party or last.name or (last.source.exact if last.source else "")
        light = lights.setdefault(source, len(lights) % LIGHTS + 1)
        start, end = min(span.start for span in item.content), max(span.end for span in item.content)
        passage = Passage(reading.document.id, start, end, reading.document.text[start:end])
        cards.append(
            Card(
                number,
                item,
                light,
                passage,
                citation(reading.document, passage),
                summaries.get(claims.get(item.id, "")),
                corrections := corrections_of(item),
                _others(judgements, item.id, corrections),
            )
        )
    return cards


def _others(
    judgements: tuple[Judgement, ...], subject: str, corrections: tuple[Correction, ...]
) -> tuple[Judgement, ...]:
    """The judgements on something that are not shown as its corrections."""
    shown = {item.judgement for item in corrections}
    return tuple(item for item in judgements if item.subject == subject and item.id not in shown)
