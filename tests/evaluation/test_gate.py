"""Floors rise with what was measured, by as much as noise allows, and only where there are floors."""

from __future__ import annotations

from evaluation.gate import raised


def test_a_floor_rises_to_what_was_measured_less_the_slack_and_never_falls() -> None:
    floors = {"gum": {"whole exact": 0.3, "cue exact": 0.9}}
    assert raised(floors, {"gum": {"whole exact": 0.4567, "cue exact": 0.5}}) == {
        "gum": {"whole exact": 0.454, "cue exact": 0.9}
    }


def test_a_corpus_with_floors_gets_no_new_lines_and_a_new_one_gets_all() -> None:
    lifted = raised({"gum": {"cue exact": 0.5}}, {"gum": {"chain near": 0.9}, "new": {"type": 0.802}})
    assert lifted == {"gum": {"cue exact": 0.5}, "new": {"type": 0.8}}


def test_few_sentences_leave_more_room() -> None:
    floors = {name: {"type": 0.1} for name in ("events-protest-test", "events-protest-unlike")}
    lifted = raised(floors, {name: {"type": 0.9005} for name in floors})
    assert [lifted[name]["type"] for name in floors] == [0.885, 0.86]
