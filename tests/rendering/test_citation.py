"""How a passage is cited."""

from __future__ import annotations

from sayso.domain.claim import Passage
from sayso.domain.document import Document
from sayso.rendering.citation import citation


def test_a_citation_names_words_publisher_date_and_place() -> None:
    document = Document(
        "doc_1", "It rained.", title="Rain", outlet="The Quay", published="2026-03-02", url="https://q.example/1"
    )
    said = citation(document, Passage("doc_1", 0, 9, "It rained"))
    assert said == "“It rained” — The Quay, “Rain”, 2026-03-02, https://q.example/1, characters 0–9 of doc_1"


def test_what_is_not_known_is_left_out_or_said() -> None:
    assert (
        citation(Document("doc_1", "It rained."), Passage("doc_1", 0, 2, "It"))
        == "“It” — date unknown, characters 0–2 of doc_1"
    )
