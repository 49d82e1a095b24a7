"""What has no mark has a target only where that says something."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range
from sayso.models.network import load_network
from training.targets import IGNORED, cue_words, prepare, prepare_outermost

TEXT = "The mayor of the town seized on the report. Pavel Orlov said the harbour master denied that the old dam broke."


def at(part: str) -> tuple[Range, ...]:
    return ((TEXT.index(part), TEXT.index(part) + len(part)),)


def cue_targets(*layers: str) -> dict[str, int]:
    """The cue target of each word of a text in which one attribution of several is marked."""
    said = GoldAttribution(at("Pavel Orlov"), at("said"), at("the harbour master denied that the old dam broke"))
    document = GoldDocument("one", "made up", TEXT, (said,), layers=frozenset({"attributions", *layers}))
    made = prepare(document, load_network().tokenizer)
    first = np.flatnonzero(made.pieces.first)
    return {TEXT[made.pieces.starts[i] : made.pieces.ends[i]]: int(made.cue[i]) for i in first}


def test_where_only_the_outermost_is_marked_the_inside_of_a_content_teaches_nothing() -> None:
    targets = cue_targets()
    assert (targets["seized"], targets["said"], targets["denied"], targets["dam"]) == (0, 1, IGNORED, IGNORED)


def test_where_every_depth_is_marked_every_word_teaches() -> None:
    targets = cue_targets("nested")
    assert (targets["seized"], targets["said"], targets["denied"], targets["dam"]) == (0, 1, 0, 0)


def test_outside_of_what_a_written_text_marks_only_the_edges_of_cues_teach() -> None:
    targets = cue_targets("nested", "inner")
    assert (targets["seized"], targets["said"], targets["denied"], targets["dam"]) == (IGNORED, 1, 0, 0)
    assert targets["Pavel"] == 0


def test_an_act_teaches_the_head_of_outermost_cues_alone() -> None:
    seized = GoldAttribution(at("The mayor of the town"), at("seized on"), at("the report"))
    said = GoldAttribution(at("Pavel Orlov"), at("said"), at("the harbour master denied that the old dam broke"))
    document = GoldDocument("one", "polnear", TEXT, (seized, said), layers=frozenset({"attributions"}))
    made = prepare_outermost(document, load_network().tokenizer, None, frozenset(cue_words("said")))
    first = np.flatnonzero(made.pieces.first)
    targets = {
        TEXT[made.pieces.starts[i] : made.pieces.ends[i]]: (int(made.cue[i]), int(made.outermost[i])) for i in first
    }
    assert (targets["seized"], targets["on"]) == ((IGNORED, 1), (IGNORED, 2))
    assert (targets["said"], targets["Pavel"], targets["denied"]) == ((1, 1), (0, 0), (IGNORED, IGNORED))


@pytest.mark.parametrize(
    ("cue", "words"),
    [("had been accused of", ["accus"]), ("also warns", ["warn"]), ("said:", ["sai"]), (":", []), ("according to", ["accord"])],
)  # fmt: skip
def test_the_words_of_a_cue_are_compared_without_their_endings(cue: str, words: list[str]) -> None:
    assert cue_words(cue) == words
