"""Search: documents in which words stand, and claims that mean what a sentence says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.desk import TheStore, page
from sayso.desk.pages.answers import COMMON
from sayso.pipeline.tracing import trace
from sayso.serialise.kept import kept_record
from sayso.serialise.overviews import summary_record
from sayso.store.interface import Kept, Store
from sayso.store.overviews import Summary, Wanted

router = APIRouter()
MOST = 40
AROUND = 90
"""Characters shown on either side of the first word that was found."""
LONGEST_WORD = 30
"""Characters within which a blank is looked for to begin or end at."""


class By(StrEnum):
    """How it is searched."""

    WORDS = "words"
    MEANING = "meaning"


Sought = Annotated[str, Query(max_length=1000, description="words, or a sentence")]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with the words around the first that was found, cut into what was sought and what was not."""

    kept: Kept
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Claims for a sentence; where none says the same, the nearest with what speaks for each."""

    same: bool
    claims: tuple[tuple[Summary, tuple[str, ...]], ...]


@router.get("/search", include_in_schema=False)
def search(request: Request, store: TheStore, q: Sought = "", by: Annotated[By, Query()] = By.WORDS) -> HTMLResponse:
    sought = q.strip()
    hits = _hits(store, sought) if sought and by is By.WORDS else []
    meant = _meant(store, sought) if sought and by is By.MEANING else None
    return page(
        request,
        "search.html",
        q=sought,
        by=by.value,
        hits=hits[:MOST],
        more=len(hits) > MOST,
        meant=meant,
        wordless=not _has_words(sought),
        held=bool(hits) or store.counts().documents > 0,
    )


@router.get(
    "/api/search", responses=COMMON, tags=["search"], summary="Documents by their words, or claims by their meaning"
)
def search_record(store: TheStore, q: Sought, by: Annotated[By, Query()] = By.WORDS) -> dict[str, Any]:
    if by is By.WORDS:
        return {"documents": [kept_record(hit.kept) for hit in _hits(store, q.strip())[:MOST]]}
    meant = _meant(store, q.strip())
    return {
        "same": meant.same,
        "claims": [{**summary_record(summary), "reasons": list(reasons)} for summary, reasons in meant.claims],
    }


def _has_words(sought: str) -> bool:
    """Whether there is anything in it to look for: a letter or a digit."""
    return any(character.isalnum() for character in sought)


def _hits(store: Store, sought: str) -> list[Hit]:
    if not _has_words(sought):
        return []
    words = [re.escape(word.strip('"*').casefold()) for word in sought.split()]
    pattern = re.compile("|".join(word for word in words if word), re.IGNORECASE)
    found = store.documents(search=sought, most=MOST + 1)
    return [Hit(kept, _pieces(kept.document.text, pattern)) for kept in found]


def _pieces(text: str, pattern: re.Pattern[str]) -> tuple[tuple[str, bool], ...]:
    # The first line is the title, which stands above: what is found below it tells more.
    match = pattern.search(text, max(0, text.find("\n"))) or pattern.search(text)
    centre = match.start() if match else 0
    start, end = _word_ends(text, max(0, centre - AROUND), min(len(text), centre + 2 * AROUND))
    found: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for hit in pattern.finditer(text, start, end):
        found += [(text[at : hit.start()], False), (hit.group(), True)]
        at = hit.end()
    return (*found, (text[at:end], False), (" …" if end < len(text) else "", False))


def _word_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """The same places, moved inwards to blanks where there are any nearby: no word is cut."""
    if start and (blank := text.find(" ", start, start + LONGEST_WORD)) >= 0:
        start = blank + 1
    if end < len(text) and (blank := text.rfind(" ", end - LONGEST_WORD, end)) >= 0:
        end = blank
    return start, end


def _meant(store: Store, sought: str) -> Meant:
    if not _has_words(sought) or sought.startswith(("clm_", "att_", "doc_", "http://", "https://")):
        return Meant(False, ())
    found = trace(store, sought)
    reasons: dict[str, tuple[str, ...]] = {lineage.claim.id: () for lineage in found.lineages}
    if not reasons:
        reasons = {near.claim: near.reasons for near in found.nearest}
    listed = store.summaries(Wanted(ids=tuple(reasons)), most=max(1, len(reasons))).items
    summaries = {item.claim.id: item for item in listed}
    claims = tuple((summaries[id], why) for id, why in reasons.items() if id in summaries)
    return Meant(bool(found.lineages), claims)
