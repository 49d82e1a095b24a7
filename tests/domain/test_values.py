"""Spans and ids."""

from __future__ import annotations

from sayso.domain.attribution import attribution_id
from sayso.domain.document import Document, Removed, document_id
from sayso.domain.span import Span


def test_span_carries_its_words() -> None:
    assert Span.of("it rained", 3, 9) == Span(3, 9, "rained")


def test_spans_that_touch_do_not_overlap() -> None:
    left, right, whole = Span(0, 2, "ab"), Span(2, 4, "cd"), Span(0, 4, "abcd")
    assert not left.overlaps(right) and left.overlaps(whole)
    assert whole.covers(left) and whole.covers(whole) and not left.covers(whole)


def test_attribution_ids_depend_on_the_document_and_every_span() -> None:
    one, two = Span(0, 2, "ab"), Span(2, 4, "cd")
    ids = [
        attribution_id(document, spans)
        for document, spans in [("doc_1", (one,)), ("doc_2", (one,)), ("doc_1", (one, two)), ("doc_1", (one, None))]
    ]
    assert len(set(ids)) == 4
    assert ids[0] == attribution_id("doc_1", (one,)) and ids[0].startswith("att_") and len(ids[0]) == 20


def test_document_ids_depend_on_place_and_bytes() -> None:
    assert document_id("a", b"x") == document_id("a", b"x")
    assert len({document_id("a", b"x"), document_id("b", b"x"), document_id("a", b"y"), document_id(None, b"x")}) == 4


def test_furniture_is_what_stands_in_the_text() -> None:
    span = Span(0, 4, "Menu")
    document = Document("doc_1", "Menu", removed=(Removed("Menu", "navigation", span), Removed("Ads", "ads")))
    assert document.furniture == (span,)
