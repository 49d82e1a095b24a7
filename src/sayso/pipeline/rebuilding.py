"""All claims from documents and judgements again, with the same ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.pipeline.corrected import Corrections
from sayso.pipeline.describing import vectors_of, with_paragraphs
from sayso.pipeline.events import look_through
from sayso.pipeline.keeping import BATCH
from sayso.pipeline.reading import Reader
from sayso.pipeline.tracing import Tracer
from sayso.store.interface import Store
from sayso.version import VERSION


def rebuild(store: Store, *, read_again: bool = False, workers: int | None = None) -> Iterator[int]:
    """Forget what was derived and derive it again, in one transaction: a rebuild that is stopped changes nothing.

    Gives the number of documents done, from time to time. With `read_again` every document is read anew with the present model.
    """
    reader = Reader(workers, packs=()) if read_again else None
    with store.batch():
        store.forget_derived()
        tracer = Tracer(store)
        corrections = Corrections(store.judgements())
        done = 0
        for kept in list(store.documents()):
            if reader is not None:
                reading = with_paragraphs(reader.read_document(kept.document))
                vectors = vectors_of(corrections.reading(reading))
                store.reread(reading, read_by=f"sayso {VERSION}", vectors=vectors)
            _put_right(store, corrections, kept.document.id)
            look_through(store, kept.document.id, corrections)
            tracer.follow(kept.document.id)
            done += 1
            if done % BATCH == 0:
                yield done
        store.sort_in_keys()
        tracer.settle()
    yield done


def _put_right(store: Store, corrections: Corrections, document: str) -> None:
    """Lists, counts and vectors of a document as analysts have put it right."""
    read = store.reading(document)
    reading = corrections.reading(read)
    if reading is not read:
        store.relabel(reading)
        said = tuple(item for item in reading.attributions if item.corrections)
        store.put_vectors(vectors_of(replace(reading, attributions=said)))
