"""Inputs → a store: each is read, kept with its bytes, and followed into the claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO

from sayso.domain.claim import Lineage
from sayso.domain.document import Document
from sayso.domain.journal import Deed
from sayso.domain.judgement import Judgement, JudgementKind, judgement_id
from sayso.domain.reading import Reading
from sayso.errors import JudgementError
from sayso.pipeline.comings import Comings
from sayso.pipeline.describing import vectors_of, with_paragraphs
from sayso.pipeline.inputs import NOTHING_KNOWN, Facts, Gathered, Skipped, gather_inputs
from sayso.pipeline.reading import Reader
from sayso.pipeline.reconsidering import Reconsidering
from sayso.pipeline.shipped import events_of
from sayso.pipeline.tracing import TOGETHER, Tracer, settle_all
from sayso.pipeline.waste import seldom_looked_for
from sayso.serialise import to_json
from sayso.serialise.kept import judgement_record
from sayso.store.interface import Added, Store
from sayso.version import VERSION

BATCH = 16
"""Documents a transaction: what is lost at most when the machine goes down, and read again by the same command."""
SETTLING = 1024
"""Documents after which lineages of small claims are worked out while more are added; those of larger ones, to which more is added, at the end. Of those
that are worked out earlier more have grown by then."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An input that the store holds now; `added.new` is False where it held it before."""

    input: str
    reading: Reading
    added: Added


def now() -> str:
    """The time as it is recorded: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add_inputs(
    store: Store,
    inputs: Sequence[str],
    *,
    facts: Facts | Mapping[str, Facts] = NOTHING_KNOWN,
    fetch: bool = False,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
    trace: bool = True,
    by: str = "",
) -> Iterator[Taken | Skipped]:
    """Keep every input; one outcome each, in order, given when it is safely in the file. `by` is who adds them, for the journal.

    Reading goes on while nothing is locked: a transaction is opened only when a batch is ready. Lineages are worked out
    after every `SETTLING`th document and the last; those of claims that are large beside what was added, when somebody asks for them.
    `trace` False leaves the claims to a later `rebuild`. Raises StoreError.
    """
    gathered = gather_inputs(inputs, facts=facts, fetch=fetch, workers=workers, stdin=stdin)
    yield from add_each(store, gathered, trace=trace, by=by)


def add_each(
    store: Store, gathered: Iterable[Gathered | Skipped], *, trace: bool = True, by: str = ""
) -> Iterator[Taken | Skipped]:
    """Keep what was read already, however much it is, in batches."""
    tracer = Tracer(store) if trace else None
    comings = Comings(store)
    batches = 0
    rest = iter(gathered)
    while waiting := list(islice(rest, BATCH)):
        yield from _keep(store, tracer, waiting, by, comings)
        batches += 1
        if tracer is not None and batches % (SETTLING // BATCH) == 0:
            _settle(store, tracer, BATCH * batches, whole=False)
    if tracer is not None and batches:
        with store.batch():
            store.sort_in_keys()
        _settle(store, tracer, BATCH * batches)


def add_gathered(
    store: Store, gathered: Sequence[Gathered | Skipped], *, trace: bool = True, by: str = ""
) -> list[Taken | Skipped]:
    """Keep what was read already, in one transaction."""
    tracer = Tracer(store) if trace else None
    with store.batch():
        outcomes = _keep(store, tracer, gathered, by, Comings(store))
        if tracer is not None:
            store.sort_in_keys()
            tracer.settle(len(gathered))
    return outcomes


def settle_put_off(store: Store) -> int:
    """Work out the lineages that were put off, in transactions of their own; how many. What somebody else is adding just now is left to him."""
    at_work = frozenset(store.unsettled(put_off=False))
    waiting = [claim for claim in store.unsettled() if claim not in at_work]
    _work_out(store, Tracer(store), waiting)
    return len(waiting)


def trace_documents(documents: Iterable[tuple[bytes, Document]], reader: Reader | None = None) -> list[Lineage]:
    """The lineage of every claim in these documents, added in this order to a store in memory."""
    from sayso.store.opening import open_store

    reader = reader or Reader(packs=())
    gathered: list[Gathered | Skipped] = []
    for data, document in documents:
        reading = with_paragraphs(reader.read_document(document))
        gathered.append(Gathered(document.path or document.id, data, reading, vectors_of(reading, reader.threads)))
    with open_store(":memory:") as store:
        add_gathered(store, gathered)
        settle_all(store)
        found = (store.lineage(claim) for claim in store.claims())
        return [lineage for lineage in found if lineage is not None]


def _settle(store: Store, tracer: Tracer, documents: int, *, whole: bool = True) -> None:
    """Work out what is due after so many documents, in transactions of their own: whatever stops it leaves the rest to be asked for."""
    with store.batch():
        due = tracer.due(documents, whole=whole)
    _work_out(store, tracer, due)


def _work_out(store: Store, tracer: Tracer, claims: Sequence[str]) -> None:
    for first in range(0, len(claims), TOGETHER):
        with seldom_looked_for(), store.batch():
            tracer.settle_claims(claims[first : first + TOGETHER])


def _keep(
    store: Store, tracer: Tracer | None, gathered: Sequence[Gathered | Skipped], by: str, comings: Comings
) -> list[Taken | Skipped]:
    outcomes: list[Taken | Skipped] = []
    at = now()
    comings.expect(item.reading.document.id for item in gathered if isinstance(item, Gathered))
    with seldom_looked_for(), store.batch():
        for item in gathered:
            if isinstance(item, Skipped):
                store.turn_away(item.input, item.reason, item.code, at=at)
                store.write_journal(at=at, who=by, what=Deed.TURN_AWAY, about=item.input, detail=item.reason)
                outcomes.append(item)
                continue
            added = store.add(item.data, item.reading, at=at, read_by=f"sayso {VERSION}", vectors=item.vectors)
            added = comings.of(added, item.reading.document.url, at=at)
            outcomes.append(Taken(item.input, item.reading, added))
            if added.returned:
                store.write_journal(
                    at=at, who=by, what=Deed.ADD, about=added.id, detail="its page is back at this version"
                )
                if tracer is not None:
                    tracer.follow(added.id)
            if added.new:
                events = events_of(item.reading) if item.events is None else item.events
                store.put_events(item.reading, events)
                detail = item.reading.document.bytes_sha256
                store.write_journal(at=at, who=by, what=Deed.ADD, about=added.id, detail=detail)
            if tracer is not None and added.new:
                tracer.follow(added.id, item.reading)
    return outcomes


def judge(
    store: Store,
    kind: JudgementKind,
    subject: str,
    about: str | None = None,
    *,
    field: str | None = None,
    value: str | None = None,
    why: str | None = None,
    analyst: str,
) -> Judgement:
    """Record a decision and let the claims follow it. Raises JudgementError where there is nothing to decide on."""
    made = now()
    judgement = Judgement(
        judgement_id(kind, subject, about, analyst, made, field=field, value=value),
        kind,
        subject,
        about,
        field,
        value,
        why,
        analyst,
        made,
    )
    with store.batch():
        removed = subject if kind is JudgementKind.REMOVE else None
        touched = Tracer(store).claims_in(removed) if removed else []
        store.judge(judgement)
        told = to_json(judgement_record(judgement))
        store.write_journal(at=made, who=analyst, what=Deed.JUDGE, about=judgement.id, detail=told)
        Reconsidering(store).reconsider(judgement, touched)
    return judgement


def undo(store: Store, id: str | None = None, *, analyst: str | None = None, by: str | None = None) -> Judgement:
    """Take back a judgement, or the last one (of `analyst`). `by` is who does so, where it is not who made it. Raises JudgementError where there is none."""
    at = now()
    with store.batch():
        judgement = store.undo(id, at=at, analyst=analyst)
        if judgement is None:
            what = f"There is no judgement {id} that stands." if id else "There is no judgement to take back."
            raise JudgementError(f"{what} 'sayso judgements' lists them.")
        who = by or analyst or judgement.analyst
        store.write_journal(at=at, who=who, what=Deed.UNDO, about=judgement.id)
        Reconsidering(store).reconsider(judgement)
    return judgement
