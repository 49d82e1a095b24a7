"""Readings as JSON and back: nothing is lost, whatever is in them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.attribution import Addressee, Attribution, Cue, Hedge, Hop
from sayso.domain.document import Document, Link, Removed
from sayso.domain.mention import Mention
from sayso.domain.office import KnownDate, RegistryLine, Tenure
from sayso.domain.reading import Check, Model, Reading
from sayso.domain.span import Span
from sayso.store.opening import open_store
from sayso.store.records import document_record, read_document_record, read_reading_record, reading_record
from tests.builders import flood

words = st.text(st.characters(), max_size=8)  # with lone surrogates, which a file's name may hold
numbers = st.floats(allow_nan=False)
T = TypeVar("T")


def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading; some of its spans carry the words of its text, and others do not."""
    text = draw(words)
    place = st.integers(0, 9)
    span = st.builds(partial(Span.of, text), place, place) | st.builds(Span, place, place, words)
    hedge = st.builds(Hedge, span, st.none() | span)
    cue, addressee = st.builds(Cue, span, words), st.builds(Addressee, span, st.none() | words)
    hop = st.builds(
        Hop, source=st.none() | span, cue=st.none() | cue, addressee=st.none() | addressee, hedges=some(hedge),
        described=st.none() | span,
        party=st.none() | words, name=st.none() | words,
    )  # fmt: skip
    attribution = st.builds(
        Attribution, id=words, content=some(span), chain=some(hop), hedges=some(hedge), score=numbers
    )
    removed = st.builds(Removed, words, words, st.none() | span)
    link = st.builds(Link, words, st.none() | span, st.booleans())
    named = {name: st.none() | words for name in ("title", "outlet", "author", "url", "path", "published", "language")}
    document = st.builds(
        Document, id=words, text=st.just(text), removed=some(removed), links=some(link), headline=st.none() | span,
        **named,
    )  # fmt: skip
    mention = st.builds(Mention, span=span, party=st.none() | words, name=st.none() | words)
    check = st.builds(Check, span=span, says=words, evidence=some(span))
    model = st.none() | st.builds(Model, words, words)
    return draw(st.builds(Reading, document, some(attribution), some(mention), some(check), model, notes=some(words)))


@settings(max_examples=60)
@given(readings())
def test_what_is_recorded_comes_back(reading: Reading) -> None:
    document = read_document_record(document_record(reading.document), reading.document.text)
    assert document == reading.document
    assert read_reading_record(reading_record(reading), document) == reading


@settings(max_examples=30)
@given(readings())
def test_what_is_stored_comes_back(reading: Reading) -> None:
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    document = replace(reading.document, id="doc_1", text_sha256="", bytes_sha256="")
    reading = replace(reading, document=document, attributions=tuple(attributions.values()))
    with open_store(":memory:") as store:
        store.add(b"bytes", reading, at="2026-03-02", read_by="sayso 0.1")
        assert store.reading("doc_1") == reading


def test_a_field_that_is_new_reads_as_its_default() -> None:
    record = json.loads(document_record(flood().document))
    assert "modified" not in record
    record["of another day"] = 1
    assert read_document_record(json.dumps(record), flood().document.text) == flood().document


def test_a_span_carries_its_words_only_where_the_text_has_others() -> None:
    reading = flood()
    assert "the insider" not in reading_record(replace(reading, checks=(), attributions=reading.attributions[3:]))
    moved = replace(reading, document=Document("doc_1", text="other"))
    assert read_reading_record(reading_record(moved), moved.document) == moved


def test_numbers_of_a_model_are_numbers() -> None:
    reading = flood()
    odd = replace(reading.attributions[0], score=np.float32(0.1))
    odd = replace(odd, content=(Span(np.int64(0), np.int64(5), "Mayor"),))  # type: ignore[arg-type]
    odd_reading = replace(reading, attributions=(odd,))
    assert read_reading_record(reading_record(odd_reading), reading.document) == odd_reading


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"id": 1', '{"attributions": [7]}'])
def test_a_damaged_record_is_an_error(record: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        read_reading_record(record, flood().document)


def test_a_check_keeps_the_lines_of_the_registry_that_it_rests_on() -> None:
    line = RegistryLine("Ana Rao", "Minister of Harbours", Tenure("ana-rao", "harbour", KnownDate.of("2012-05"), None))
    reading = flood()
    reading = replace(reading, checks=(replace(reading.checks[0], registry=(line,)),))
    assert read_reading_record(reading_record(reading), reading.document) == reading
