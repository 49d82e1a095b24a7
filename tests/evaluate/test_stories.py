"""What counts as right in a story, on lineages made by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import DriftKind, Lineage, Node, Relay, RelayKind, Root
from sayso.errors import CorpusError
from sayso.evaluate.scores import PRF
from sayso.evaluate.stories import BCubed, StoryScores, evaluate_stories, score_story
from sayso.evaluate.story import StoryDocument, find_stories, read_story
from sayso.evaluate.story_table import render_stories, stories_to_json
from tests.evaluate.known import ferry, perfect

STORIES = Path(__file__).parents[2] / "evaluation" / "stories"


@pytest.fixture
def crates() -> Lineage:
    return perfect(ferry())[0]


def scored(*lineages: Lineage) -> StoryScores:
    return score_story(ferry(), lineages)


def test_the_truth_scores_everything() -> None:
    scores = scored(*perfect(ferry()))
    assert set(scores.figures().values()) == {1.0}
    assert (scores.relays, scores.how_right) == (PRF(4, 4, 4), 4)
    assert (scores.drift.introduced, scores.drift.inherited, scores.drift.pointed) == (PRF(1, 1, 1), PRF(1, 1, 1), 2)
    assert (scores.main_roots.claims, scores.roots.right, scores.roots.mean_width) == (1, 2, 0.0)


def test_nothing_found_is_no_error() -> None:
    scores = scored()
    assert scores.claims == BCubed(0, 0, 0, 4)
    assert scores.relays == PRF(0, 4, 0)
    assert (scores.roots.claims, scores.roots.found, scores.roots.right) == (2, 0, 0)
    assert scores.drift.overall == PRF(0, 2, 0)


def test_two_claims_in_one_lineage_cost_precision() -> None:
    crates, closed = perfect(ferry())
    scores = scored(replace(crates, attributions=(*crates.attributions, *closed.attributions)))
    assert scores.claims.precision == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)
    assert scores.claims.recall == 1.0
    assert scores.roots.found == 1  # a lineage stands for one claim only


def test_a_claim_is_scored_by_the_lineage_that_is_given(crates: Lineage) -> None:
    story = ferry()
    wrong = replace(crates, relays=())
    by_name = {story.claims[0].name: 1}
    assert score_story(story, [crates, wrong]).relays.right > 0
    assert score_story(story, [crates, wrong], by_name).relays.right == 0


def test_one_claim_in_two_lineages_costs_recall(crates: Lineage) -> None:
    first, second, third = crates.attributions
    scores = scored(replace(crates, attributions=(first, second)), replace(crates, attributions=(third,)))
    assert scores.claims.precision == 1.0
    assert scores.claims.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 0) / 4)


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("the ferry lost about 40 crates, the clerk told", 1),
        ("lost about 40 … crates", 1),
        ("told The Quay", 0),
        ("other words", 0),
    ],
)
def test_a_passage_is_found_by_its_words(crates: Lineage, exact: str, found: int) -> None:
    occurrence = replace(crates.attributions[0], exact=exact.replace("the ferry", "The ferry"))
    assert scored(replace(crates, attributions=(occurrence,))).claims.found == found


def test_another_true_source_is_right_and_an_odd_one_wrong(crates: Lineage) -> None:
    quay, wire, echo, note = (item.document.id for item in ferry().documents)
    other = Relay(quay, echo, RelayKind.NAMES_IT, (), 0.5)
    scores = scored(replace(crates, relays=(*crates.relays[:2], other)))
    assert (scores.relays, scores.how_right) == (PRF(3, 4, 3), 2)
    assert scored(replace(crates, relays=(Relay(echo, wire, RelayKind.LINK, (), 0.5),))).relays == PRF(1, 4, 0)
    denial = Relay(wire, note, RelayKind.NAMES_IT, (), 0.5)
    assert scored(replace(crates, relays=(denial,))).relays == PRF(0, 4, 0)


def test_nodes_are_known_by_their_names(crates: Lineage) -> None:
    quay, wire, *_ = (item.document.id for item in ferry().documents)
    (root,) = crates.roots
    hop = Node("hop_9", "The harbour's clerk, unnamed", PartyKind.PERSON, Naming.UNNAMED)
    relays = (Relay("hop_9", quay, RelayKind.NAMES_IT, (), 0.5), Relay(root.id, "hop_9", RelayKind.NAMES_IT, (), 0.5))
    assert scored(replace(crates, hops=(hop,), relays=relays)).relays == PRF(1, 4, 1)
    stranger = replace(hop, name="a sailor")
    assert scored(replace(crates, hops=(stranger,), relays=relays)).relays == PRF(2, 4, 0)
    outlet = Root("root_9", "Quay", PartyKind.UNKNOWN, Naming.NAMED, root.access, None, (quay,))
    itself = Relay("root_9", quay, RelayKind.NAMES_IT, (), 0.5), Relay("root_9", wire, RelayKind.NAMES_IT, (), 0.5)
    assert scored(replace(crates, roots=(outlet,), relays=itself)).relays == PRF(1, 4, 1)


@pytest.mark.parametrize(("least", "most", "right"), [(1, 2, 1), (2, 2, 0), (0, 1, 1)])
def test_an_interval_is_right_where_it_holds_the_truth(crates: Lineage, least: int, most: int, right: int) -> None:
    roots = scored(replace(crates, claim=replace(crates.claim, roots_min=least, roots_max=most))).main_roots
    assert (roots.right, roots.mean_width, roots.widest) == (right, most - least, most - least)


def test_drift_counts_once_a_document_and_taste_is_free(crates: Lineage) -> None:
    first, second = crates.drift
    twice = replace(crates, drift=(first, replace(first, to=replace(first.to, start=0, end=4)), second))
    assert scored(twice).drift.overall == PRF(2, 2, 2)
    taste = replace(second, kind=DriftKind.PLACE_CHANGED, introduced=True)
    assert scored(replace(crates, drift=(taste,))).drift.overall == PRF(0, 2, 0)
    wrong = scored(replace(crates, drift=(replace(first, kind=DriftKind.UNIT_CHANGED),))).drift
    assert wrong.kinds == {DriftKind.NUMBER_BOUND_LOST: PRF(0, 2, 0), DriftKind.UNIT_CHANGED: PRF(1, 0, 0)}
    late = scored(replace(crates, drift=(replace(second, introduced=True),))).drift
    assert (late.overall, late.introduced, late.inherited) == (PRF(1, 2, 1), PRF(1, 1, 0), PRF(0, 1, 0))


def test_stories_are_added_up_and_shown() -> None:
    def trace(documents: Sequence[StoryDocument]) -> Sequence[Lineage]:
        assert [item.file for item in documents][0] == "quay.txt"
        return perfect(ferry())

    evaluation = evaluate_stories("stories", [ferry(), replace(ferry(), name="again")], trace)
    table = render_stories(evaluation)
    assert table.startswith("stories\n2 stories, 8 documents\n")
    assert "relays, both ends right        100.0   100.0  100.0     8          8" in table
    described = json.loads(stories_to_json(evaluation))
    assert described["drift"]["kinds"]["number-bound-lost"]["right"] == 4
    assert described["stories"]["ferry"]["roots"]["main"]["share"] == 1.0


def no_lineage(documents: Sequence[StoryDocument]) -> Sequence[Lineage]:
    return []


def test_several_processes_score_as_one_does() -> None:
    several = [replace(ferry(), name=f"ferry {number}") for number in range(9)]
    alone = evaluate_stories("stories", several, no_lineage)
    assert evaluate_stories("stories", several, no_lineage, workers=2) == alone


def test_no_story_and_a_name_twice_are_refused() -> None:
    with pytest.raises(CorpusError, match="no story"):
        evaluate_stories("stories", [], lambda documents: [])
    with pytest.raises(CorpusError, match="'ferry'"):
        evaluate_stories("stories", [ferry(), ferry()], lambda documents: [])


@pytest.mark.parametrize("folder", find_stories(STORIES), ids=lambda folder: folder.name)
def test_the_invented_stories_are_whole(folder: Path) -> None:
    story = read_story(folder)
    assert 10 <= len(story.documents) <= 15
    assert {item.name for item in folder.iterdir()} == {
        *(item.file for item in story.documents),
        "documents.json",
        "truth.json",
    }
    assert sum(claim.main for claim in story.claims) == 1
    assert all(claim.roots.least <= claim.roots.count <= claim.roots.most for claim in story.claims if claim.roots)
    for item in story.documents:
        assert item.document.outlet and item.document.published and item.document.url, item.file
    scores = score_story(story, perfect(story))
    assert set(scores.figures().values()) == {1.0}
    assert scores.drift.pointed == scores.drift.overall.right


def test_the_invented_stories_have_every_drift_and_every_relay() -> None:
    claims = [claim for folder in find_stories(STORIES) for claim in read_story(folder).claims]
    marked = [drift for claim in claims for drift in claim.drift or () if not drift.optional]
    assert {drift.kind for drift in marked} == set(DriftKind)
    assert sum(not drift.introduced for drift in marked) >= 10
    assert {how for claim in claims for relay in claim.relays or () for how in relay.how} == set(RelayKind)
