"""Rows, and which of them are shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.claim import DriftKind, Lineage, RelayKind
from sayso.domain.document import Document
from sayso.rendering.graph import build_graph
from sayso.rendering.outline import Folding, Row, outline
from tests.rendering.builders import Story
from tests.rendering.lineages import LINEAGES


def _copied(copies: int) -> Story:
    story = Story().root("a clerk").document("The Quay", "2026-03-02", "a clerk")
    for number in range(copies):
        story.document(f"Copy {number}", f"2026-03-{number + 3:02}", "The Quay", RelayKind.SAME_TEXT)
    return story


def _rows(story: Story, folding: Folding, **settings: int) -> list[Row]:
    lineage = story.lineage()
    return list(outline(lineage, build_graph(lineage, story.documents), folding, **settings))


def test_copies_of_one_text_share_a_row() -> None:
    *_, row = _rows(_copied(5), Folding.COPIES)
    assert row.copies
    assert [point.name for point in row.shared] == [f"Copy {number}" for number in range(5)]


def test_three_copies_have_a_row_each() -> None:
    assert len(_rows(_copied(3), Folding.COPIES)) == 5


def test_a_copy_in_which_something_changed_has_its_own_row() -> None:
    story = _copied(6).changed(DriftKind.HEDGE_LOST, "The Quay", "Copy 2", "possibly", "40")
    assert [row.point.name for row in _rows(story, Folding.COPIES) if not row.shared] == [
        "a clerk",
        "The Quay",
        "Copy 2",
    ]


def test_a_copy_that_was_taken_further_has_its_own_row() -> None:
    story = _copied(6).document("Port News", "2026-03-20", "Copy 1")
    assert "Copy 1" in [row.point.name for row in _rows(story, Folding.COPIES) if not row.shared]


def test_below_the_deepest_all_share_a_row() -> None:
    story = _copied(0)
    for number in range(9):
        story.document(f"Paper {number}", "2026-03-05", f"Paper {number - 1}" if number else "The Quay")
    rows = _rows(story, Folding.COPIES, fewest=2, deepest=3)
    assert [len(row.shared) for row in rows] == [0, 0, 0, 8]


@pytest.mark.parametrize("folding", list(Folding))
@given(made=LINEAGES, fewest=st.integers(1, 4), deepest=st.integers(1, 6))
def test_every_point_is_in_exactly_one_row(
    folding: Folding, made: tuple[Lineage, dict[str, Document]], fewest: int, deepest: int
) -> None:
    lineage, documents = made
    graph = build_graph(lineage, documents)
    rows = list(outline(lineage, graph, folding, fewest=fewest, deepest=deepest))
    assert sorted(point.id for row in rows for point in row.points) == sorted(graph.points)
    for number, row in enumerate(rows):
        assert row.above < number
        assert row.depth == (rows[row.above].depth + 1 if row.above >= 0 else 0)
