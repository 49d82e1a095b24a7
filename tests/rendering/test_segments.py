"""A text cut into pieces that do not overlap."""

from __future__ import annotations

from sayso.rendering.layers import Layer
from sayso.rendering.segments import segments
from tests.builders import TEXT, Text, flood


def test_the_pieces_make_the_text_again() -> None:
    assert "".join(piece.words for piece in segments(flood())) == flood().document.text


def test_a_piece_tells_what_it_is_part_of() -> None:
    text = Text()
    inner = text.said(
        "the mayor, possibly in May, hid the flood", text.hop("the insider", "claimed", hedges=("possibly",))
    )
    outer = text.said(
        "the insider claimed that the mayor, possibly in May, hid the flood",
        text.hop("The Harbour Institute", "reported"),
    )
    found = segments(text.reading(outer, inner))
    hedge = next(piece for piece in found if piece.words == "possibly")
    assert Layer.HEDGE in hedge.layers
    assert hedge.numbers == (1, 2)
    ends = [piece for piece in found if piece.last]
    assert [sorted(piece.last) for piece in ends] == [[1, 2]]


def test_the_sought_passage_is_marked_and_nothing_else() -> None:
    span = Text().span("The river rose again")
    found = segments(flood(), span)
    assert "".join(piece.words for piece in found if piece.sought) == "The river rose again"
    assert "".join(piece.words for piece in found) == TEXT
