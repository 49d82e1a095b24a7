"""Hand-made scores → attributions. The pair scorer is all noughts, so the words' own scores decide."""

from __future__ import annotations

import numpy as np

from sayso.models.decode import Found, decode
from sayso.models.labels import ARGUMENT, CUE, DISTANCES, HEADS, HEDGE, MENTION
from sayso.models.network import PairScorer, Scores
from sayso.models.pieces import Pieces

PAIRS = PairScorer(
    np.zeros((DISTANCES, 2), np.float32), np.zeros((2, len(ARGUMENT)), np.float32), np.zeros(len(ARGUMENT), np.float32)
)
SIZE = 2 + len(ARGUMENT)  # of the cue's and the word's rows: perceptron, then one bilinear value a label


def page(words: str, opens: tuple[int, ...] = (0,)) -> Pieces:
    """One piece a word; `words` are their own text."""
    parts = words.split(" ")
    starts = np.cumsum([0, *(len(part) + 1 for part in parts[:-1])])
    ends = starts + [len(part) for part in parts]
    count = len(parts)
    none, yes, no = np.zeros(count, np.int64), np.ones(count, np.bool_), np.zeros(count, np.bool_)
    opened = no.copy()
    opened[list(opens)] = True
    return Pieces(none, none, starts, ends, yes, opened, no)


def scores(arguments: str, cue: str, mention: str = "", hedge: str = "") -> Scores:
    """One label a word, its score 9 and the others' 0."""
    columns = list(HEADS.values())
    unary = np.zeros((len(cue.split()), sum(map(len, columns))), np.float32)
    given = {"cue": cue, "argument": arguments, "mention": mention, "hedge": hedge}
    low = 0
    for name, labels in HEADS.items():
        for row, label in enumerate((given[name] or "O " * len(unary)).split()):
            unary[row, low + labels.index(label)] = 9
        low += len(labels)
    rows = np.zeros((len(unary), SIZE), np.float32)
    return Scores(unary, rows, rows)


def words(text: str, found: Found) -> list[tuple[str, list[str], list[str]]]:
    return [
        (text[slice(*a.cue)], [text[slice(*s)] for s in a.source], [text[slice(*s)] for s in a.content])
        for a in found.attributions
    ]


def test_a_cue_its_source_and_its_content() -> None:
    text = "Pavel Orlov said it rained ."
    found = decode(page(text), [(0, 6)], [scores("BS IS O BC EC O", "O O B O O O")], PAIRS)
    assert words(text, found) == [("said", ["Pavel Orlov"], ["it rained"])]
    assert 0.9 < found.attributions[0].score <= 1


def test_content_may_be_cut_in_two() -> None:
    text = "it rained , Orlov said , and snowed"
    found = decode(page(text), [(0, 8)], [scores("BC EC O BS O O BC EC", "O O O O B O O O")], PAIRS)
    assert words(text, found) == [("said", ["Orlov"], ["it rained", "and snowed"])]


def test_a_cue_of_two_words() -> None:
    text = "Orlov pointed out it rained"
    found = decode(page(text), [(0, 5)], [scores("BS O O BC EC", "O B I O O")], PAIRS)
    assert words(text, found) == [("pointed out", ["Orlov"], ["it rained"])]


def test_a_cue_without_content_says_nothing() -> None:
    text = "Orlov said nothing then"
    found = decode(page(text), [(0, 4)], [scores("BS O O O", "O B O O")], PAIRS)
    assert found.attributions == ()


def test_no_cue_nothing() -> None:
    assert decode(page("it rained"), [(0, 2)], [scores("O O", "O O")], PAIRS) == Found((), (), ())


def test_content_runs_on_over_the_end_of_a_cut_window_only() -> None:
    text = "Orlov said it rained and snowed"
    first, second = scores("BS O BC IC", "O B O O"), scores("O O", "O O")
    first.unary[3, len(CUE) + ARGUMENT.index("O")] = 8  # nearly as likely as going on
    cut = decode(page(text), [(0, 4), (4, 6)], [first, second], PAIRS)
    assert words(text, cut) == [("said", ["Orlov"], ["it rained"])]
    whole = decode(page(text, opens=(0, 4)), [(0, 4), (4, 6)], [first, second], PAIRS)
    assert words(text, whole) == [("said", ["Orlov"], ["it"])]


def test_mentions_and_hedges_of_several_words() -> None:
    text = "Pavel Orlov , ISW may be late"
    found = decode(
        page(text),
        [(0, 7)],
        [scores("", "O O O O O O O", "B-person I-person O B-organisation O O O", "O O O O B I O")],
        PAIRS,
    )
    assert [(text[m.start : m.end], m.kind) for m in found.mentions] == [
        ("Pavel Orlov", "person"),
        ("ISW", "organisation"),
    ]
    assert [text[slice(*hedge)] for hedge in found.hedges] == ["may be"]


def test_offsets_of_a_second_window_point_into_the_text() -> None:
    text = "it rained Orlov said it snowed"
    first, second = scores("O O", "O O"), scores("BS O BC EC", "O B O O")
    found = decode(page(text, opens=(0, 2)), [(0, 2), (2, 6)], [first, second], PAIRS)
    assert words(text, found) == [("said", ["Orlov"], ["it snowed"])]


def test_the_labels_are_those_of_the_weights() -> None:
    assert [len(labels) for labels in (CUE, ARGUMENT, MENTION, HEDGE)] == [3, 6, 17, 3]
