"""What counts as right, on invented sentences."""

import json
from pathlib import Path

import pytest

from sayso.domain.attribution import Attitude, Attribution, Cue, Factuality, Hop, Mode, Naming, PartyKind, Stance
from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.errors import CorpusError
from sayso.evaluate.evaluation import evaluate
from sayso.evaluate.gold import GoldAttribution
from sayso.evaluate.scores import (
    PRF,
    Chained,
    Link,
    Words,
    chains,
    chains_by_containment,
    every_hop,
    outermost,
    score_chains,
    score_document,
)
from sayso.evaluate.table import align, render, to_json

TEXT = 'ISW said that a clerk claimed "they left". Ann denied it.'


def at(words: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    return ((text.index(words), text.index(words) + len(words)),) if words else ()


def gold(source: str, cue: str, content: str) -> GoldAttribution:
    return GoldAttribution(at(source), at(cue), at(content))


def chained(content: str, *hops: tuple[str, str]) -> Chained:
    return Chained(at(content), tuple(Link(at(source), at(cue)) for source, cue in hops))


OUTER = gold("ISW", "said", 'that a clerk claimed "they left"')
INNER = gold("a clerk", "claimed", "they left")
DENIED = gold("Ann", "denied", "it")


def reading(*attributions: tuple[str, list[tuple[str, str]]], text: str = TEXT) -> Reading:
    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    def hop(source: str, cue: str) -> Hop:
        return Hop(
            span(source) if source else None, None, None, PartyKind.UNKNOWN, Naming.NONE,
            Cue(span(cue), cue) if cue else None, Stance.SAYS, Factuality.CERTAIN, carried=not cue,
        )  # fmt: skip

    found = tuple(
        Attribution(
            f"att_{i}", (span(content),), Mode.INDIRECT, Attitude.ASSERTION, tuple(hop(*h) for h in hops), (),
            Factuality.CERTAIN, 1.0,
        )
        for i, (content, hops) in enumerate(attributions)
    )  # fmt: skip
    return Reading(Document("doc_1", text), found, (), (), None)


def test_counts_add_up() -> None:
    both = PRF(2, 3, 1) + PRF(2, 1, 1)
    assert both == PRF(4, 4, 2)
    assert (both.precision, both.recall, both.f1) == (0.5, 0.5, 0.5)
    assert PRF().f1 == PRF().precision == PRF().recall == 0.0


def test_marks_and_blanks_at_the_edges_do_not_count() -> None:
    words = Words(TEXT)
    assert words.of(at(' "they left".')) == words.of(at("they left")) == {6, 7}
    assert words.of(at('"')) == words.of([(3, 3)]) == frozenset()
    assert len(words) == 11


def test_a_whole_attribution_needs_all_three() -> None:
    wrong_source = gold("that a clerk", "claimed", "they left")
    scores = score_document(TEXT, [INNER, DENIED], [wrong_source, DENIED])
    assert scores.exact["source"] == PRF(2, 2, 1)
    assert scores.token["source"] == PRF(4, 3, 3)
    assert scores.exact["content"] == PRF(2, 2, 2)
    assert scores.whole_exact == PRF(2, 2, 1)
    assert scores.whole_overlap == PRF(2, 2, 2)


def test_the_same_span_of_two_attributions_counts_once_as_a_span() -> None:
    twice = [gold("ISW", "said", "they left"), gold("ISW", "denied", "it")]
    assert score_document(TEXT, twice, twice[:1]).exact["source"] == PRF(1, 1, 1)
    assert score_document(TEXT, twice, twice[:1]).whole_exact == PRF(1, 2, 1)


@pytest.mark.parametrize(("mine", "overlap"), [("", 1), ("Ann", 0)])
def test_no_source_agrees_only_with_no_source(mine: str, overlap: int) -> None:
    scores = score_document(TEXT, [gold("", "said", "they left")], [gold(mine, "said", "they left")])
    assert scores.whole_overlap.right == scores.whole_exact.right == overlap


def test_one_prediction_overlaps_with_one_gold_attribution() -> None:
    halves = [gold("Ann", "denied", "they"), gold("Ann", "denied", "left")]
    assert score_document(TEXT, halves, [gold("Ann", "denied", "they left")]).whole_overlap == PRF(1, 2, 1)


def test_a_chain_is_right_where_every_hop_is() -> None:
    marked = [chained("they left", ("ISW", "said"), ("a clerk", "claimed")), chained("it", ("Ann", "denied"))]
    assert score_chains(TEXT, marked, marked).clean == 1
    short = score_chains(TEXT, marked, [chained("they left", ("a clerk", "claimed")), marked[1]])
    assert short.exact[1] == PRF(2, 1, 1)
    assert short.exact[2] == PRF(0, 1, 0)
    assert short.exact_overall == PRF(2, 2, 1)
    assert (short.paragraphs, short.complete, short.clean) == (1, 0, 0)


def test_a_near_content_counts_only_as_near() -> None:
    five = 'clerk claimed "they left". Ann'
    hops = (("ISW", "said"), ("", "denied"))
    scores = score_chains(TEXT, [chained(five, *hops)], [chained('clerk claimed "they left"', *hops)])
    assert (scores.exact_nested.right, scores.near_nested.right) == (0, 1)


def test_chains_of_four_and_more_hops_are_counted_together() -> None:
    long = chained("it", *[("Ann", "denied")] * 6)
    assert score_chains(TEXT, [long], [long]).exact[4] == PRF(1, 1, 1)


def test_a_further_chain_makes_a_paragraph_unclean_and_not_incomplete() -> None:
    right = chained("they left", ("ISW", "said"), ("a clerk", "claimed"))
    more = chained("it", ("ISW", "said"), ("Ann", "denied"))
    scores = score_chains(TEXT, [right], [right, more])
    assert (scores.paragraphs, scores.complete, scores.clean) == (1, 1, 0)


def test_a_cue_within_a_content_makes_a_hop() -> None:
    found = chains_by_containment(TEXT, [INNER, OUTER, DENIED])
    assert [len(item.chain) for item in found] == [2, 1, 1]
    assert found[0].chain == (Link(OUTER.source, OUTER.cue), Link(INNER.source, INNER.cue))


def test_what_a_reading_is_held_against() -> None:
    read = reading(
        ('that a clerk claimed "they left"', [("ISW", "said")]),
        ("they left", [("ISW", "said"), ("a clerk", "claimed")]),
        ("Ann denied it", []),
        ("it", [("Ann", "")]),
        ("left", [("", "claimed")]),
    )
    assert [item.cue for item in outermost(read)] == [at("said"), at("claimed")]
    assert [item.content for item in every_hop(read)] == [
        at('that a clerk claimed "they left"'), at("they left"), at("it"), at("left"),
    ]  # fmt: skip
    assert len(every_hop(read, carried=False)) == len(chains(read, carried=False)) == 3
    assert chains(read)[1] == chained("they left", ("ISW", "said"), ("a clerk", "claimed"))


def test_a_perfect_reading_of_nested_gold(tmp_path: Path) -> None:
    data = tmp_path
    (data / "nested").mkdir()
    hops = [
        {"source": source, "cue": cue, "carried": False} for source, cue in (("ISW", "said"), ("a clerk", "claimed"))
    ]
    marked = [
        {"content": ['that a clerk claimed "they left"'], "chain": hops[:1]},
        {"content": ["they left"], "chain": hops},
    ]
    path = data / "nested" / "dev.json"
    path.write_text(json.dumps([{"name": "dev-01", "text": TEXT, "attributions": marked}]), encoding="utf-8")
    read = reading(
        ('that a clerk claimed "they left"', [("ISW", "said")]),
        ("they left", [("ISW", "said"), ("a clerk", "claimed")]),
    )
    result = evaluate("nested-dev", data, lambda _: read)
    assert set(result.figures().values()) == {1.0}
    assert "chain exact depth 2" in result.figures()
    assert "chain exact depth 3" not in result.figures()  # no gold, no figure
    assert json.loads(to_json(result))["paragraphs"] == {"gold": 1, "complete": 1, "clean": 1}
    assert "1 of 1 (100.0 %)" in render(result)
    with pytest.raises(CorpusError, match="changed the text"):
        evaluate("nested-dev", data, lambda _: reading(text="ISW said"))
    with pytest.raises(CorpusError, match="polnear"):
        evaluate("polnear", data, lambda _: read)
    with pytest.raises(CorpusError, match="'other'"):
        evaluate("other", data, lambda _: read)


def test_polnear_has_outermost_attributions_only(tmp_path: Path) -> None:
    data = tmp_path
    marks = 'T1\tSource 0 3\tISW\nT2\tCue 4 8\tsaid\nT3\tContent 9 41\tthat a clerk claimed "they left"\nE1\tCue:T2 Source:T1 Content:T3\n'
    for kind, name, text in (("text", "a.txt", TEXT), ("attributions", "a.ann", marks)):
        folder = data / "polnear" / "dev" / kind
        folder.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    read = reading(
        ('that a clerk claimed "they left"', [("ISW", "said")]),
        ("they left", [("ISW", "said"), ("a clerk", "claimed")]),
    )
    result = evaluate("polnear", data, lambda _: read)
    assert result.scores.whole_exact == PRF(1, 1, 1)
    assert result.chains is None
    assert "full chains" not in render(result)


def test_columns_stand_under_each_other() -> None:
    assert align([["a", "10"], ["bbb", "2"]]) == "a    10\nbbb   2"
