"""What a person decides: each decision is shown in words first, then recorded with who, when and why, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheForm, TheStore, go, own_address, page
from sayso.domain.claim import Claim
from sayso.domain.judgement import Judgement
from sayso.pipeline.corrected import OF_ATTRIBUTION, OF_DOCUMENT, corrected_documents, corrected_reading, spans_in
from sayso.pipeline.correcting import correct
from sayso.pipeline.deciding import differ, merge, remove, same, split, unlink
from sayso.pipeline.keeping import undo
from sayso.pipeline.passages import passages_of
from sayso.pipeline.pointing import attribution_of
from sayso.pipeline.rating import LETTERS, Rated, rate, rating
from sayso.pipeline.verdicts import MEANS, give_verdict, judged_wording
from sayso.rendering.changes import Piece, word_changes
from sayso.rendering.graph import build_graph
from sayso.rendering.moments import when
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import roots_counted
from sayso.rendering.words import shortened
from sayso.store.interface import Store
from sayso.store.overviews import Wanted

router = APIRouter()


class Decision(StrEnum):
    """What can be decided here."""

    SAME = "same"
    DIFFER = "differ"
    NOT_A_RELAY = "not-a-relay"
    ONE_ROOT = "one-root"
    TWO_ROOTS = "two-roots"
    CORRECT = "correct"
    REMOVE = "remove"
    RATE = "rate"
    VERDICT = "verdict"


TITLES = {
    Decision.SAME: "These two say the same",
    Decision.DIFFER: "These two do not say the same",
    Decision.NOT_A_RELAY: "It was not taken from there",
    Decision.ONE_ROOT: "These two roots are one",
    Decision.TWO_ROOTS: "These are two roots",
    Decision.CORRECT: "Put right what was read wrong",
    Decision.REMOVE: "This document should not count",
    Decision.RATE: "How reliable it is",
    Decision.VERDICT: "What was found of this claim",
}
EFFECTS = {
    Decision.SAME: "Their claims become one, with all their documents, and its roots are counted again.",
    Decision.DIFFER: "They are held apart from now on; other statements stay with whichever they are nearer to.",
    Decision.NOT_A_RELAY: "The step goes; whatever else the document says of where it has it from counts then.",
    Decision.ONE_ROOT: "They are counted once.",
    Decision.TWO_ROOTS: "They are counted twice.",
    Decision.CORRECT: "It outranks what the model read, and the claims that rest on it are worked out again.",
    Decision.REMOVE: "Its statements leave all claims. The document and the reason stay in the store.",
    Decision.RATE: "Your Admiralty letter is shown with your name, the day and the reason. No count hangs on it.",
    Decision.VERDICT: "It stands with the claim, with your name, the day and the reason, and is counted for the sources that make the claim. Copies and roots count as before.",
}
_PAIRS = (Decision.SAME, Decision.DIFFER)
_ON_TWO = {
    Decision.SAME: same,
    Decision.DIFFER: differ,
    Decision.NOT_A_RELAY: unlink,
    Decision.ONE_ROOT: merge,
    Decision.TWO_ROOTS: split,
}
_RIVALS = (_PAIRS, (Decision.ONE_ROOT, Decision.TWO_ROOTS), (Decision.NOT_A_RELAY,))
"""Decisions of two things of which one is against the other."""
_REASONED = (Decision.REMOVE, Decision.RATE, Decision.VERDICT)
"""Those that need a reason."""
FIELDS = {
    "speaker": "who says it, in words of the text or as START-END",
    "span": "the words said, copied from the text, or their characters as START-END; several parts: 120-140, 150-188",
    "party": "whom these words mean, by name",
    "outlet": "who published it",
    "published": "when it was published, as 2026-01-31 or 2026-01-31T09:30:00+03:00",
}

Id = Annotated[str, Query(max_length=400)]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that a decision is about, in words."""

    id: str
    words: str
    about: str
    address: str | None = None


@router.get("/decide", include_in_schema=False)
def decide(
    request: Request,
    store: TheStore,
    kind: Annotated[Decision, Query()],
    a: Id,
    b: Id = "",
    field: Annotated[str, Query(max_length=20)] = "",
    value: Annotated[str, Query(max_length=400)] = "",
    claim: Annotated[str, Query(max_length=40)] = "",
    back: Annotated[str, Query(max_length=2000)] = "/",
) -> HTMLResponse:
    sides = _sides(store, kind, a, b)
    pieces: tuple[Piece, ...] = ()
    if kind in _PAIRS:
        pieces = word_changes(sides[0].words, sides[1].words)
    if kind is Decision.CORRECT and field not in FIELDS:
        raise RefusedError(422, f"There is no {field!r} to put right. It is one of: {', '.join(FIELDS)}.")
    return page(
        request, "decide.html", kind=kind.value, title=TITLES[kind], before=_before(store, kind, [side.id for side in sides]) or _standing(store, kind, a, b), effect=EFFECTS[kind], sides=sides, pieces=pieces,
        field=field, field_words=FIELDS.get(field, ""), value=value or _now(store, a, field), selected=_selected(store, a, field, value), b=b, letters=LETTERS, verdicts={word.value: means for word, means in MEANS.items()}, reasoned=kind in _REASONED, claim=claim, back=own_address(back),
    )  # fmt: skip


@router.post("/decide", include_in_schema=False)
def record(store: TheStore, form: TheForm) -> RedirectResponse:
    try:
        kind = Decision(form.text("kind"))
    except ValueError:
        raise RefusedError(
            422, f"{form.text('kind')!r} cannot be decided here. Go back, load the page again, and repeat it."
        ) from None
    a, b, why = form.text("a"), form.text("b"), form.text("why") or None
    known = next((item for item in _before(store, kind, [a, b])[-1:] if _is_again(item, kind, form.analyst)), None)
    if known is not None:
        form.say(f"You recorded this already, {when(known.made)}; nothing is changed.", known.id)
        return go(form.back())
    before = _claim(store, form.text("claim"))
    made = _make(store, kind, a, b, form.text("field"), form.text("value"), why, form.analyst)
    claim = (store.claim_of(a) if a.startswith("att_") else None) or form.text("claim")
    after = _claim(store, claim)
    form.say(f"Recorded: {TITLES[kind][0].lower()}{TITLES[kind][1:]}.{_counted(before, after)}", made.id)
    back = form.back()
    if back.startswith("/claims/") and after is not None:
        back = f"/claims/{after.id}"
    elif back.startswith("/claims/"):
        back = "/"
    return go(back)


def _before(store: Store, kind: Decision, ids: Sequence[str]) -> list[Judgement]:
    """What was decided of these two, and stands: another window, or somebody else, may have been first."""
    if kind not in _ON_TWO:
        return []
    pair = [attribution_of(store, id) if kind in _PAIRS else id for id in ids]
    pairs = [pair] if kind is Decision.NOT_A_RELAY else [pair, pair[::-1]]
    rivals = next(group for group in _RIVALS if kind in group)
    found = store.judgements(about=pair[0])
    return [item for item in found if item.kind.value in rivals and [item.subject, item.object] in pairs]


def _standing(store: Store, kind: Decision, subject: str, sort: str) -> list[Judgement]:
    """The letter or the verdict that stands of one thing, with who gave it and why."""
    found = None
    if kind is Decision.RATE and sort in set(Rated):
        found = rating(store, Rated(sort), subject)
    elif kind is Decision.VERDICT:
        claim = subject if subject.startswith("clm_") else store.claim_of(subject)
        found = store.verdicts([claim]).get(claim) if claim else None
    return [found] if found else []


def _is_again(judgement: Judgement, kind: Decision, analyst: str) -> bool:
    return judgement.kind.value == kind.value and judgement.analyst == analyst


def _make(
    store: Store, kind: Decision, a: str, b: str, field: str, value: str, why: str | None, analyst: str
) -> Judgement:
    """The library's own call for each decision."""
    if kind in _ON_TWO:
        return _ON_TWO[kind](store, a, b, why=why, analyst=analyst)
    if kind is Decision.CORRECT:
        return correct(store, a, field, value, why=why, analyst=analyst)
    if kind is Decision.VERDICT:
        return give_verdict(store, a, value, why=why, analyst=analyst)
    if kind is Decision.RATE:
        if b not in set(Rated):
            raise RefusedError(422, f"{b!r} has no letter; a source or an outlet has one.")
        return rate(store, Rated(b), a, value, why=why, analyst=analyst)
    return remove(store, a, why=why, analyst=analyst)


@router.post("/undo", include_in_schema=False)
def take_back(store: TheStore, form: TheForm) -> RedirectResponse:
    """A judgement, or one's own last."""
    id = form.text("judgement")
    claim = form.text("claim")
    before = _claim(store, claim)
    if not id and not any(item.analyst == form.analyst for item in store.judgements()):
        form.say("There is no decision of yours to take back.")
        return go(form.back())
    undone = undo(store, id or None, analyst=None if id else form.analyst, by=form.analyst)
    claim = (store.claim_of(undone.subject) if undone.subject.startswith("att_") else None) or claim
    after = _claim(store, claim)
    form.say(
        f"Taken back: {undone.kind.value.replace('-', ' ')}, by {undone.analyst}, {when(undone.made)}.{_counted(before, after)}"
    )
    back = form.back()
    if back.startswith("/claims/"):
        back = "/" if after is None else f"/claims/{after.id}"
    return go(back)


def _claim(store: Store, id: str) -> Claim | None:
    """A claim's counts; its lineage is not read for them."""
    found = store.summaries(Wanted(ids=(id,)), most=1).items if id else ()
    return found[0].claim if found else None


def _counted(before: Claim | None, after: Claim | None) -> str:
    """What it did to the count, where it did something."""
    if before is None or after is None:
        return ""
    was, now = (f"{claim.documents} documents, {roots_counted(claim)}" for claim in (before, after))
    return f" Before: {was}. Now: {now}." if was != now else f" The count stays: {now}."


def _sides(store: Store, kind: Decision, a: str, b: str) -> list[Side]:
    if kind in _PAIRS:
        return [_statement(store, attribution_of(store, item)) for item in (a, b)]
    if kind is Decision.RATE:
        return [Side(a, a, b)]
    if kind is Decision.VERDICT:
        return [replace(_statement(store, judged_wording(store, a)), id=a)]
    if kind in (Decision.CORRECT, Decision.REMOVE):
        return [_statement(store, a) if a.startswith("att_") else _document(store, a)]
    return [_node(store, item) for item in (a, b)]


def _statement(store: Store, id: str) -> Side:
    passage = passages_of(store, [id]).get(id)
    if passage is None:
        raise RefusedError(404, f"The store holds no statement {id}. Go back and load the page again.")
    return Side(
        id, passage.exact, _document(store, passage.document).words, f"/documents/{passage.document}?attribution={id}"
    )


def _document(store: Store, id: str) -> Side:
    document = corrected_documents(store, [id]).get(id)
    if document is None:
        raise RefusedError(404, f"The store holds no document {id}. Go back and load the page again.")
    facts = (document.outlet, document.title, when(document.published))
    told = " · ".join(shortened(safe_line(fact), 120) for fact in facts if fact)
    return Side(document.id, told, "document", f"/documents/{document.id}")


def _node(store: Store, id: str) -> Side:
    """A document, or a hop or root by the name that its claim gives it."""
    if not id.startswith(("hop_", "root_")):
        return _document(store, id)
    for claim in store.claims_with(id):
        lineage = store.lineage(claim)
        if lineage is not None:
            graph = build_graph(lineage, {})
            named = graph.points[id].name if id in graph.points else id
            return Side(id, named, "a root" if id.startswith("root_") else "named in a text, not held")
    raise RefusedError(404, f"The store shows no root or hop {id}. Go back and load the page again.")


def _selected(store: Store, subject: str, field: str, value: str) -> str:
    """The words of a span that was selected in the text; empty where none was."""
    within = store.document_of(subject) if field == "span" and value else None
    spans = spans_in(value, corrected_reading(store, within).document.text) if within is not None else None
    return " … ".join(span.exact for span in spans or ())


def _now(store: Store, subject: str, field: str) -> str:
    """What is held of a field now, where that is one value."""
    if field in OF_DOCUMENT:
        document = corrected_documents(store, [subject]).get(subject)
        value = None if document is None else document.outlet if field == "outlet" else document.published
        return value or ""
    within = store.document_of(subject) if field in OF_ATTRIBUTION else None
    if within is None:
        return ""
    (attribution,) = (item for item in corrected_reading(store, within).attributions if item.id == subject)
    if field == "span":
        return ", ".join(f"{span.start}-{span.end}" for span in attribution.content)
    return (attribution.chain[-1].name or "") if attribution.chain else ""
