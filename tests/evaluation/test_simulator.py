"""Simulated stories: one seed gives one story, and its truth is true of its texts."""

from __future__ import annotations

import re
from itertools import combinations, islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.simulator import RATES, read_perfectly, simulate, simulate_readings, simulate_story
from evaluation.simulator.folder import write_story
from evaluation.simulator.marking import capital, flatten, mark, plain
from evaluation.simulator.stories import simulate_marked
from sayso.domain.claim import DriftKind, RelayKind
from sayso.evaluate.stories import score_story
from sayso.evaluate.story import GoldDrift, Story, read_story
from tests.evaluate.known import perfect

MANY = 40


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return list(simulate(MANY, seed=7))


def test_one_seed_gives_one_story(stories: list[Story]) -> None:
    assert list(simulate(3, seed=7)) == stories[:3]
    assert simulate_story(8, 0).story != stories[0]
    assert len({story.name for story in stories}) == MANY


def test_the_truth_scores_everything(stories: list[Story]) -> None:
    for story in stories:
        scores = score_story(story, perfect(story))
        assert set(scores.figures().values()) == {1.0}, story.name
        assert scores.drift.pointed == scores.drift.overall.right


def test_a_story_survives_its_folder(stories: list[Story], tmp_path: Path) -> None:
    story = stories[0]
    write_story(story, tmp_path / story.name)
    assert read_story(tmp_path / story.name) == story


def test_every_drift_and_nearly_every_relay_occurs(stories: list[Story]) -> None:
    claims = [claim for story in stories for claim in story.claims]
    marked = [drift for claim in claims for drift in claim.drift or () if not drift.optional]
    assert {drift.kind for drift in marked} == set(DriftKind)
    assert {how for claim in claims for relay in claim.relays or () for how in relay.how} == set(RelayKind) - {
        RelayKind.SAME_OWNER
    }
    assert {claim.roots.count for claim in claims if claim.roots} >= {1, 2, 3}
    assert any(claim.flags for claim in claims) or RATES.early < 0.05


def _words(drift: GoldDrift) -> tuple[str, str]:
    assert drift.source is not None
    return drift.source.exact, drift.to.exact


def test_drift_shows_in_the_words(stories: list[Story]) -> None:
    marked = [drift for story in stories for claim in story.claims for drift in claim.drift or ()]
    introduced = [drift for drift in marked if drift.introduced and not drift.optional]
    for drift in introduced:
        if drift.source is None or drift.source.unread:
            continue
        before, after = _words(drift)
        match drift.kind:
            case DriftKind.NUMBER_CHANGED:
                assert re.findall(r"[\d,]+", before) != re.findall(r"[\d,]+", after)
            case DriftKind.NUMBER_BOUND_LOST:
                assert re.match(r"\d", after) and not re.match(r"\d", before)
            case DriftKind.POLARITY_FLIPPED:
                assert ("not" in before.split()) != ("not" in after.split())
            case DriftKind.HEDGE_ADDED:
                assert re.search("reportedly|apparently|allegedly", after)
            case DriftKind.HEDGE_LOST:
                assert not re.search("possibly|probably| may ", after)
            case DriftKind.ACTOR_CHANGED | DriftKind.PLACE_CHANGED | DriftKind.TIME_CHANGED | DriftKind.SCOPE_CHANGED:
                assert before != after


def test_who_names_one_source_quotes_no_more_than_that_has(stories: list[Story]) -> None:
    for story in stories:
        texts = {item.file: item.document.text for item in story.documents}
        for relay in (relay for claim in story.claims for relay in claim.relays or ()):
            source, to = texts.get(relay.sources[0]), texts.get(relay.to)
            if source is None or to is None or relay.how & {RelayKind.SAME_TEXT, RelayKind.TRANSLATION}:
                continue
            others = [one.sources[0] for claim in story.claims for one in claim.relays or () if one.to == relay.to]
            for passage in (one for claim in story.claims for one in claim.passages if one.file == relay.to):
                if to[passage.start - 1 : passage.start] == "“":
                    assert any(passage.exact in texts.get(one, passage.exact) for one in others)


def test_an_inherited_change_was_introduced_above(stories: list[Story]) -> None:
    for story in stories:
        for claim in story.claims:
            kinds = {(drift.kind, drift.to.file) for drift in claim.drift or ()}
            for drift in claim.drift or ():
                if not drift.introduced and drift.source is not None:
                    assert (drift.kind, drift.source.file) in kinds, (story.name, drift)


def test_a_relay_comes_after_its_source_unless_flagged(stories: list[Story]) -> None:
    for story in stories:
        published = {item.file: item.document.published or "" for item in story.documents}
        for claim in story.claims:
            flagged = {flag.to for flag in claim.flags}
            for relay in claim.relays or ():
                if relay.sources[0] in published and relay.to in published:
                    earlier = published[relay.sources[0]] > published[relay.to]
                    assert earlier == (relay.to in flagged)


def _shared(one: str, other: str) -> float:
    grams = [set(zip(*(re.findall(r"\w+", text)[start:] for start in range(5)), strict=False)) for text in (one, other)]
    return len(grams[0] & grams[1]) / len(grams[0])


def test_copies_share_their_text_and_relays_do_not(stories: list[Story]) -> None:
    copies, relays = [], []
    for story in stories:
        texts = {item.file: item.document.text for item in story.documents}
        for relay in (relay for claim in story.claims for relay in claim.relays or ()):
            if relay.sources[0] in texts and RelayKind.TRANSLATION not in relay.how:
                shared = _shared(texts[relay.to], texts[relay.sources[0]])
                if RelayKind.WIRE_CREDIT in relay.how and RelayKind.SAME_TEXT in relay.how:
                    copies.append(shared)
                elif relay.how == {RelayKind.NAMES_IT}:
                    relays.append(shared)
    assert min(copies) > 0.5
    assert sorted(relays)[len(relays) // 2] < 0.25


def test_perfect_readings_fit_their_texts() -> None:
    for simulated in simulate_marked(5, seed=7):
        claimed = {passage.exact: claim.name for claim in simulated.story.claims for passage in claim.passages}
        found = {}
        for item in read_perfectly(simulated):
            text = item.reading.document.text
            assert item.data == text.encode()
            assert set(item.vectors) == {attribution.id for attribution in item.reading.attributions}
            for attribution in item.reading.attributions:
                hops = [span for hop in attribution.chain for span in (hop.source, hop.cue and hop.cue.span) if span]
                for span in (*attribution.content, *hops, *(hedge.span for hedge in attribution.hedges)):
                    assert text[span.start : span.end] == span.exact
                found.setdefault(claimed.get(attribution.content[0].exact, "-"), []).append(
                    item.vectors[attribution.id]
                )
        same = [float(a @ b) for a, b in combinations(found["main"], 2)]
        other = [float(a @ b) for a in found["main"] for b in found["-"]]
        assert min(same) > 0.6 and np.mean(np.abs(other)) < 0.2


def test_readings_come_until_there_are_enough() -> None:
    found = list(simulate_readings(300, seed=3, width=32))
    count = sum(len(item.reading.attributions) for item in found)
    assert 300 <= count < 340
    assert all(np.isclose(np.linalg.norm(vector), 1, atol=1e-5) for item in found for vector in item.vectors.values())
    assert [item.reading.document.id for item in islice(simulate_readings(10**9, seed=3, width=8), 5)] == [
        item.reading.document.id for item in found[:5]
    ]


def test_a_story_of_any_size() -> None:
    story = simulate_story(1, 0, size=120).story
    main = next(claim for claim in story.claims if claim.main)
    assert len({relay.to for relay in main.relays or ()}) >= 120


@given(st.lists(st.tuples(st.text("ab| ", max_size=3), st.text("xyz\n", max_size=5)), max_size=6))
def test_marks_stand_where_their_words_do(parts: list[tuple[str, str]]) -> None:
    marked = "".join(mark(label, mark("inner", words)) + "-" for label, words in parts)
    text, marks = flatten(marked)
    assert text == plain(marked) == "".join(f"{words}-" for _, words in parts)
    outer = [text[found.start : found.end] for found in marks if found.label != "inner"]
    assert sorted(outer) == sorted(words for label, words in parts)
    assert plain(capital(marked)) == text[:1].upper() + text[1:]
