"""Drift with the true claims and relays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.domain.claim import DriftKind
from sayso.evaluate.given import evaluate_given, give
from sayso.evaluate.story import Story
from sayso.evaluate.story_table import render_stories
from sayso.tracing.statement import Statement
from tests.evaluate import known
from tests.tracing.drift.built import told


def statements(story: Story) -> dict[str, Sequence[Statement]]:
    contents = {
        "quay.txt": told("a", "The ferry lost about 40 crates", by="the clerk", cue="told The Quay"),
        "wire.txt": told(
            "b", "The ferry lost 40 crates", by="The Quay", cue="reported", before="PORT, May 2 (Wire) - "
        ),
    }
    ids = {file: id for id, file in story.file_of().items()}
    moved = {}
    for file, item in contents.items():
        document = replace(item.document, id=ids[file], text=item.document.text)
        moved[file] = [replace(item, document=document)]
    return moved


def test_a_claim_is_given_its_passages_and_relays() -> None:
    story = known.ferry()
    (claim, *_) = story.claims
    given = give(story, claim, {})
    assert len(given.edges) == 3
    assert [passage.file for passage in given.unread] == ["quay.txt", "wire.txt", "echo.txt"]


def test_drift_is_scored_alone() -> None:
    evaluation = evaluate_given("stories", [known.ferry()], statements)
    score = evaluation.scores.drift.kinds[DriftKind.NUMBER_BOUND_LOST]
    assert score.right == 1
    assert score.gold == 2  # no statement of echo.txt is given
    words = render_stories(evaluation)
    assert "number-bound-lost" in words
    assert "claims" not in words
