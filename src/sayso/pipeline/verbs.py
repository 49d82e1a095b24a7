"""What can be asked of a store, and decided in it: each verb of the command line as one call.

`store` is an open one, or the name of its file, which is then opened for the call and closed after it. Only `add` makes
a file where there is none. Who decides is always named: `analyst`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.domain.judgement import Judgement
from sayso.domain.reading import Reading
from sayso.errors import StoreError, UsageError
from sayso.packs import find_packs, shipped_packs
from sayso.pipeline import correcting, deciding, keeping, rebuilding, tracing, verdicts
from sayso.pipeline.corrected import Corrections, corrected_reading
from sayso.pipeline.events import known_types, look_through_rest
from sayso.pipeline.inputs import Skipped, told_facts
from sayso.pipeline.keeping import Taken
from sayso.pipeline.tracing import Traced
from sayso.store.interface import Kept, Listed, State, Store
from sayso.store.opening import open_store
from sayso.store.overviews import Wanted

AStore = Store | str | os.PathLike[str]

_SORTED: dict[str, Callable[[Listed], tuple[int, int]]] = {
    "documents": lambda item: (-item.claim.documents, -item.claim.outlets),
    "roots": lambda item: (-item.claim.roots_max, -item.claim.documents),
    "drift": lambda item: (-item.drift, -item.claim.documents),
}
SORTS = tuple(_SORTED)
"""What claims can be sorted by, most first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document of a store: how it is kept, what was found in it, and the versions of its address, the oldest first; all as analysts put it right."""

    kept: Kept
    reading: Reading
    versions: tuple[Kept, ...]


def add(
    store: AStore,
    *inputs: str | os.PathLike[str],
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    fetch: bool = False,
    workers: int | None = None,
    by: str = "",
) -> list[Taken | Skipped]:
    """Read files, folders and (with `fetch`) addresses, and keep them; one outcome each, in order.

    `outlet`, `published` and `url` say what a file does not say of itself. Raises StoreError, UsageError.
    """
    facts = told_facts(outlet, published, url)
    names = [os.fspath(item) for item in inputs]
    with _opened(store, create=True) as held:
        return list(
            keeping.add_inputs(held, names, facts=facts, fetch=fetch, workers=workers, by=by)
        )  # fmt: skip


def documents(store: AStore, *, search: str | None = None, state: str | None = "current") -> list[Kept]:
    """The documents that count, or those `"superseded"` or `"removed"`, or (None) all; with `search`, those with all its words, the best first."""
    with _opened(store, reading=True) as held:
        corrections = Corrections(held.judgements())
        found = held.documents(state=None if state is None else State(state), search=search)
        return [replace(kept, document=corrections.document(kept.document)) for kept in found]


def show(store: AStore, document: str) -> Shown:
    """One document, by its id or address. Raises StoreError where there is none."""
    with _opened(store, reading=True) as held:
        kept = held.find(document)
        if kept is None:
            raise StoreError(f"The store holds no document {document!r}.")
        reading = corrected_reading(held, kept.document.id)
        return Shown(replace(kept, document=reading.document), reading, tuple(held.versions(kept.document.id)))


def trace(store: AStore, what: str) -> Traced:
    """The lineages of a sentence's claim, of a claim (`clm_…`), of an attribution's (`att_…`), or of all claims in a document (id or address).

    Where nothing in the store says a sentence, `lineages` is empty and `nearest` has up to five claims. Raises StoreError.
    """
    with _opened(store, reading=True) as held:
        return tracing.trace(held, what)


def claims(
    store: AStore,
    *,
    since: str | None = None,
    outlet: str | None = None,
    source: str | None = None,
    place: str | None = None,
    event: str | None = None,
    min_documents: int = 0,
    sort: str = "documents",
) -> list[Listed]:
    """Claims, those in most documents first, or (`sort`) with most `roots`, or most `drift`. `since` is a day, as 2026-01-31.

    Raises StoreError; UsageError where there is no such event type, or order.
    """
    if sort not in _SORTED:
        raise UsageError(f"Claims are sorted by {', '.join(SORTS)}, and not by {sort!r}.")
    known_types([event] if event else (), find_packs(shipped_packs()))
    wanted = Wanted(
        since=since, outlet=outlet, source=source, place=place, event=event, min_documents=min_documents
    )  # fmt: skip
    with _opened(store, reading=True) as held:
        tracing.settle_all(held)
        if place or event:
            for _ in look_through_rest(held):
                pass
        return sorted(held.list_claims(wanted), key=_SORTED[sort])


def same(store: AStore, one: str, other: str, *, analyst: str, why: str | None = None) -> Judgement:
    """Record that two attributions (or claims, by their first) make one claim. Raises JudgementError."""
    with _opened(store) as held:
        return deciding.same(held, one, other, why=why, analyst=analyst)


def differ(store: AStore, one: str, other: str, *, analyst: str, why: str | None = None) -> Judgement:
    """Record that they do not. Raises JudgementError."""
    with _opened(store) as held:
        return deciding.differ(held, one, other, why=why, analyst=analyst)


def unlink(store: AStore, source: str, to: str, *, analyst: str, why: str | None = None) -> Judgement:
    """Record that document `to` did not take its claim from `source`. Raises JudgementError."""
    with _opened(store) as held:
        return deciding.unlink(held, source, to, why=why, analyst=analyst)


def merge(store: AStore, one: str, other: str, *, analyst: str, why: str | None = None) -> Judgement:
    """Record that two roots of a claim, or two parties, are one. Raises JudgementError."""
    with _opened(store) as held:
        return deciding.merge(held, one, other, why=why, analyst=analyst)


def split(store: AStore, one: str, other: str, *, analyst: str, why: str | None = None) -> Judgement:
    """Record that they are two. Raises JudgementError."""
    with _opened(store) as held:
        return deciding.split(held, one, other, why=why, analyst=analyst)


def correct(
    store: AStore, subject: str, field: str, value: str, *, analyst: str, why: str | None = None
) -> Judgement:  # fmt: skip
    """Put right the speaker, party or span of an attribution, the outlet or date (`published`) of a document. Raises JudgementError."""
    with _opened(store) as held:
        return correcting.correct(held, subject, field, value, why=why, analyst=analyst)


def remove(store: AStore, document: str, *, analyst: str, why: str) -> Judgement:
    """Record that a document no longer counts, and why. Raises JudgementError."""
    with _opened(store) as held:
        return deciding.remove(held, document, why=why, analyst=analyst)


def verdict(store: AStore, claim: str, word: str, *, analyst: str, why: str) -> Judgement:
    """Record what was found of a claim: confirmed, refuted or open. Raises JudgementError."""
    with _opened(store) as held:
        return verdicts.give_verdict(held, claim, word, why=why, analyst=analyst)


def undo(store: AStore, judgement: str | None = None, *, analyst: str) -> Judgement:
    """Take back a judgement, or the analyst's last one. Raises JudgementError where there is none."""
    with _opened(store) as held:
        return keeping.undo(held, judgement, analyst=None if judgement else analyst, by=analyst)


def judgements(store: AStore, *, undone: bool = False) -> list[Judgement]:
    """What was decided, in the order in which it was; with `undone`, what was taken back too."""
    with _opened(store, reading=True) as held:
        return list(held.judgements(undone=undone))


def rebuild(store: AStore, *, read_again: bool = False, workers: int | None = None) -> int:
    """Derive everything again from documents and judgements, with the same ids; how many documents there were. Raises StoreError."""
    with _opened(store) as held:
        return max(rebuilding.rebuild(held, read_again=read_again, workers=workers), default=0)


@contextmanager
def _opened(store: AStore, *, create: bool = False, reading: bool = False) -> Iterator[Store]:
    """The store as it is, or the one in a file, closed at the end."""
    if not isinstance(store, (str, os.PathLike)):
        yield store
        return
    if not create and not Path(store).exists():
        raise StoreError(f"There is no store at {os.fspath(store)}. sayso.add({os.fspath(store)!r}, …) makes one.")
    with open_store(store, create=create, reading=reading) as held:
        yield held
