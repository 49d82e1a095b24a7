"""A claim: how many and who, the drawing of its relays, its wordings against the root's, what changed, and why so many roots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from sayso.desk.answers import RefusedError
from sayso.desk.desk import Desk, TheDesk, TheForm, TheStore, go, page
from sayso.desk.drawings import Traced
from sayso.desk.heads import only_head
from sayso.desk.pages.answers import FINDS
from sayso.desk.pages.paging import Place, paging, part_of
from sayso.desk.templating import with_query
from sayso.domain.claim import Drift, Lineage, Occurrence, Passage, first_attribution
from sayso.domain.correction import Correction
from sayso.domain.document import Document
from sayso.domain.journal import Deed
from sayso.domain.judgement import Judgement
from sayso.pipeline.corrected import OF_DOCUMENT, corrected_documents, corrected_readings
from sayso.pipeline.keeping import now
from sayso.pipeline.passages import passages_of
from sayso.pipeline.tracing import trace
from sayso.privacy import for_others
from sayso.rendering.changes import Piece, have_common_words, word_changes, word_sides
from sayso.rendering.citation import citation
from sayso.rendering.drawing import draw
from sayso.rendering.graph import Graph
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import headline, why_title
from sayso.rendering.words import quoted, shortened
from sayso.serialise import lineage_record, to_json
from sayso.serialise.claim_review import MEDIA_TYPE, claim_review_record
from sayso.store.cursors import Cursor
from sayso.store.interface import Store

router = APIRouter()

MOST_DOCUMENTS = 80
"""Documents whose titles the drawing and the lists are given (half a millisecond each); of more, those beyond are called by their outlets."""
MOST_STEPS = 40
"""Steps, and changes of each sort, that are listed; those beyond have pages of their own."""
LISTED = 100
"""Steps or changes on such a page."""
MOST_PAIRS = 8
"""Roots that each root can be joined with at one click, those that come next: all pairs of forty roots would fill the page."""
WORDINGS = 40
"""Wordings a page."""

ClaimId = Annotated[str, Path(pattern=r"^clm_[0-9a-f]{16}$", description="a claim's id")]


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as the page shows it: against the claim's own, in one line (`pieces`) and side by side (`then`, `here`), with what its document changed,
    and what analysts put right in it.

    What is of the whole document stands at its first wording.
    """

    occurrence: Occurrence
    title: str | None
    pieces: tuple[Piece, ...]
    then: tuple[Piece, ...]
    here: tuple[Piece, ...]
    is_root: bool
    drift: tuple[Drift, ...]
    corrections: tuple[Correction, ...]
    passage: Passage | None
    citation: str


def lineage_of(store: Store, claim: str) -> Lineage:
    """Worked out now, where it was put off. Raises RefusedError where there is no such claim."""
    found = store.lineage(claim)
    if found is None and store.members(claim, most=1):
        (found,) = trace(store, claim).lineages
    if found is None:
        raise _is_gone(store, claim)
    return found


def _is_gone(store: Store, claim: str) -> RefusedError:
    """Where to look for a claim that is none any more. A claim is called after its first attribution, which tells where that is now."""
    first = first_attribution(claim)
    now_in = store.claim_of(first)
    if now_in is not None:
        return RefusedError(
            404, f"The claim {claim} is part of {now_in} now.", ("Open that claim", f"/claims/{now_in}")
        )
    said = passages_of(store, [first]).get(first)
    if said is None:
        return RefusedError(404, f"There is no claim {claim}. Look for its words in the inbox.")
    return RefusedError(
        404,
        f"The claim {claim} was called after words in a text that does not count any more: {quoted(shortened(safe_line(said.exact), 160))}. "
        "Its page was edited since, or it was removed.",
        ("Look for claims that mean this", with_query("/search", {"q": said.exact[:1000], "by": "meaning"})),
    )


def documents_of(store: Store, lineage: Lineage) -> dict[str, Document]:
    """The documents of a claim, the first so many of them."""
    ids = list(dict.fromkeys(item.document for item in lineage.attributions))
    return corrected_documents(store, ids[:MOST_DOCUMENTS])


@router.get("/claims/{id}.claimreview.json", include_in_schema=False)
def claim_review(
    request: Request,
    store: TheStore,
    id: ClaimId,
    url: Annotated[str, Query(max_length=2000, description="where the review is published")] = "",
) -> Response:
    """The verdict on a claim as schema.org's ClaimReview, without the names of private persons; the journal notes it."""
    # It writes to the journal: no other site's page may have it asked for.
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        raise RefusedError(403, "Another site asked for this file, so nothing was done. Open it from the desk itself.")
    session = request.state.session
    who = session.analyst if session and session.analyst else "the desk"
    return _review(store, id, who=who, url=url.strip(), noted=not only_head(request))


def traced(desk: Desk, store: Store, id: str) -> Traced:
    """A claim with its drawings; they are made once, and kept while lineage and documents stay as they are."""
    stamp = store.lineage_stamp(id)
    kept = desk.drawings.get(id, stamp)
    lineage = kept.lineage if kept is not None else lineage_of(store, id)
    documents = documents_of(store, lineage)
    if kept is None or kept.documents != documents:
        kept = desk.drawings.make(stamp, lineage, documents)
    return kept


@router.get("/claims/{id}", include_in_schema=False, response_model=None)
def claim(
    request: Request, desk: TheDesk, store: TheStore, id: ClaimId, place: Place
) -> HTMLResponse | RedirectResponse:
    try:
        found = traced(desk, store, id)
    except RefusedError:
        now_in = store.claim_of(first_attribution(id))
        session = request.state.session
        if now_in is None or session is None:
            raise
        session.said.append(("The claim that you asked for is part of this one now.", None))
        return go(f"/claims/{now_in}")
    lineage, graph = found.lineage, found.graph
    shown = part_of(_by_time(lineage, graph), lambda item: item.id, place, WORDINGS)
    return page(
        request,
        "claim.html",
        lineage=lineage,
        claim=lineage.claim,
        headline=headline(lineage, {id: point.number for id, point in graph.points.items()}),
        why=why_title(lineage.claim),
        drawn=found.drawn,
        graph=graph,
        names=_names(graph),
        roots=sorted(lineage.roots, key=lambda root: graph.points[root.id].number),
        wordings=_wordings(store, lineage, found.documents, shown.items),
        root_wording=_root_wording(lineage),
        first_attribution=lineage.attributions[0].id if lineage.attributions else None,
        paging=paging(shown, f"/claims/{id}", {}),
        introduced=[item for item in lineage.drift if item.introduced],
        inherited=[item for item in lineage.drift if not item.introduced],
        judgements=_judgements(store, lineage),
        most=MOST_STEPS,
        most_pairs=MOST_PAIRS,
        verdict=store.verdicts([id]).get(id),
    )


@router.get("/claims/{id}/changes", include_in_schema=False)
def changes(request: Request, desk: TheDesk, store: TheStore, id: ClaimId, place: Place) -> HTMLResponse:
    """All that changed on the way, what was introduced first; a page at a time."""
    found = traced(desk, store, id)
    drift = sorted(found.lineage.drift, key=lambda item: not item.introduced)
    return _list_of(request, found, "changes", drift, place)


@router.get("/claims/{id}/steps", include_in_schema=False)
def steps(request: Request, desk: TheDesk, store: TheStore, id: ClaimId, place: Place) -> HTMLResponse:
    """All that shows who took it from whom; a page at a time."""
    found = traced(desk, store, id)
    return _list_of(request, found, "steps", found.lineage.relays, place)


def _list_of(request: Request, found: Traced, what: str, items: Sequence[Any], place: Cursor | None) -> HTMLResponse:
    shown = part_of(list(enumerate(items)), lambda item: str(item[0]), place, LISTED)
    claim = found.lineage.claim
    return page(
        request, "claim_list.html", claim=claim, what=what, names=_names(found.graph),
        items=[item for _, item in shown.items], paging=paging(shown, f"/claims/{claim.id}/{what}", {}),
    )  # fmt: skip


def _names(graph: Graph) -> dict[str, str]:
    """What each node of a claim is called."""
    return {id: point.name for id, point in graph.points.items()}


@router.get(
    "/api/claims/{id}", responses=FINDS, tags=["claims"], summary="A claim with all that it rests on (sayso.lineage/1)"
)
def claim_record(store: TheStore, id: ClaimId) -> dict[str, Any]:
    # Written here: FastAPI looks through all of a record before it writes it, which took 0.1 s of a claim of 1,100 documents.
    return JSONResponse(lineage_record(lineage_of(store, id), store.verdicts([id]).get(id)))  # type: ignore[return-value]


@router.post("/claims/{id}/export", include_in_schema=False)
def export(store: TheStore, id: ClaimId, form: TheForm) -> Response:
    """The claim as a file for others, without the names of private persons unless it is said so; the journal notes it."""
    kind, with_names = form.text("form"), form.text("names") == "true"
    if kind == "claimreview":
        return _review(store, id, who=form.analyst, with_names=with_names)
    lineage = lineage_of(store, id)
    documents = documents_of(store, lineage)
    cited = [item.citation for item in _wordings(store, lineage, documents, list(lineage.attributions))]
    readings = corrected_readings(store, dict.fromkeys(item.document for item in lineage.attributions))
    told = lineage, tuple(documents.values()), cited, store.verdicts([id]).get(id)
    (lineage, held, cited, verdict), _ = for_others(told, readings, with_names=with_names)
    if kind == "json":
        body, media = to_json([lineage_record(lineage, verdict)], indent=2) + "\n", "application/json"
    elif kind == "svg":
        body, media = draw(lineage, {document.id: document for document in held}), "image/svg+xml"
    elif kind == "txt":
        body, media = "\n\n".join(cited) + "\n", "text/plain"
    else:
        raise RefusedError(422, f"A claim cannot be taken out as {kind!r}. Choose json, svg, txt or claimreview.")
    return _taken_out(store, id, body, media, kind=kind, name=f"{id}.{kind}", who=form.analyst, with_names=with_names)


def _review(
    store: Store, id: str, *, who: str, url: str = "", with_names: bool = False, noted: bool = True
) -> Response:
    verdict = store.verdicts([id]).get(id)
    if verdict is None:
        lineage_of(store, id)
        raise RefusedError(
            404,
            f"Nobody has recorded a verdict on {id}, and a review says what a person found. Record one on the claim's page.",
        )
    lineage = lineage_of(store, id)
    ids = list(dict.fromkeys(item.document for item in lineage.attributions))
    told = lineage, tuple(corrected_documents(store, ids).values()), verdict
    (lineage, held, verdict), _ = for_others(told, corrected_readings(store, ids), with_names=with_names)
    record = claim_review_record(lineage, verdict, {document.id: document for document in held}, url=url or None)
    body, name = to_json(record, indent=2) + "\n", f"{id}.claimreview.json"
    return _taken_out(
        store, id, body, MEDIA_TYPE, kind="claimreview", name=name, who=who, with_names=with_names, noted=noted
    )


def _taken_out(
    store: Store,
    id: str,
    body: str,
    media: str,
    *,
    kind: str,
    name: str,
    who: str,
    with_names: bool,
    noted: bool = True,
) -> Response:
    """A file for others, once the journal has noted it; `noted` is false where nothing leaves."""
    if noted:
        detail = f"{kind}, with private names" if with_names else kind
        store.write_journal(at=now(), who=who, what=Deed.EXPORT, about=id, detail=detail)
    return Response(
        body.encode("utf-8", "backslashreplace"),
        media_type=media,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _by_time(lineage: Lineage, graph: Graph) -> list[Occurrence]:
    """Wordings in the order in which they were published, those without a date last."""
    late = float("inf")
    return sorted(lineage.attributions, key=lambda item: graph.earliest.get(item.document, late))


def _root_wording(lineage: Lineage) -> str | None:
    """The attribution whose wording is the claim's own."""
    return next((item.id for item in lineage.attributions if item.exact == lineage.claim.text), None)


def _wordings(
    store: Store, lineage: Lineage, documents: Mapping[str, Document], shown: Sequence[Occurrence]
) -> list[Wording]:
    passages = passages_of(store, [item.id for item in shown])
    root = _root_wording(lineage)
    introduced: dict[str, list[Drift]] = defaultdict(list)
    for drift in lineage.drift:
        if drift.introduced:
            introduced[drift.to.document].append(drift)
    told: set[str] = set()
    found = []
    for item in shown:
        first = item.document not in told
        told.add(item.document)
        passage = passages.get(item.id)
        document = documents.get(item.document)
        found.append(
            Wording(
                item,
                document.title if document else None,
                _against(lineage.claim.text, item.exact),
                *word_sides(lineage.claim.text, item.exact),
                item.id == root,
                tuple(introduced[item.document]) if first else (),
                tuple(right for right in item.corrections if first or right.field not in OF_DOCUMENT),
                passage,
                citation(document, passage) if document and passage else f"{quoted(item.exact)} — {item.document}",
            )
        )
    return found


def _judgements(store: Store, lineage: Lineage) -> list[Judgement]:
    """What analysts decided about anything that this claim rests on; those taken back too."""
    ids = {item.id for item in lineage.attributions} | {item.document for item in lineage.attributions}
    ids |= {root.id for root in lineage.roots} | {hop.id for hop in lineage.hops}
    ids |= {id for collapse in lineage.collapses for id in (collapse.kept, collapse.merged)}
    return [item for item in store.judgements(undone=True) if item.subject in ids or item.object in ids]


def _against(root: str, wording: str) -> tuple[Piece, ...]:
    """A wording word by word against the root's; empty where nothing is in common, as in another language: it is shown as it is."""
    pieces = word_changes(root, wording)
    return pieces if have_common_words(pieces) else ()
