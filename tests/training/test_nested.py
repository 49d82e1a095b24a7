"""Invented training texts: their labels stand where they say, and one seed gives one set of texts."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from sayso.models.labels import MENTION_KINDS
from training.nested.generate import bracketed, documents
from training.nested.markup import QUOTE_STYLES, cap, plain, render


def test_markup_becomes_text_and_ranges() -> None:
    record = render("[S1:[p:Orlov]] [C1:said] [K1:‹it [h:maybe] rained [S2:he] [C2:said] [K2:‹so›]›]", QUOTE_STYLES[1])
    text = record["text"]
    assert text == "Orlov said “it maybe rained he said ‘so’”"
    outer, inner = (
        {role: [text[a:b] for a, b in found] for role, found in item.items()} for item in record["attributions"]
    )
    assert outer == {"source": ["Orlov"], "cue": ["said"], "content": ["“it maybe rained he said ‘so’”"]}
    assert inner == {"source": ["he"], "cue": ["said"], "content": ["‘so’"]}
    assert [(text[a:b], kind) for a, b, kind in record["mentions"]] == [("Orlov", "person")]
    assert [text[a:b] for a, b in record["hedges"]] == ["maybe"]


def test_content_in_two_pieces_is_one_attribution() -> None:
    record = render("[K1:‹A,›] [S1:he] [C1:said], [K1:‹b.›]", QUOTE_STYLES[0])
    assert record["attributions"] == [{"source": [[5, 7]], "cue": [[8, 12]], "content": [[0, 4], [14, 18]]}]


def test_the_apostrophe_goes_with_the_style() -> None:
    assert render("it's", QUOTE_STYLES[1])["text"] == "it’s"


@pytest.mark.parametrize("marked", ["[S1:he", "[S1:he] ›", "[C1:said]"])
def test_markup_that_is_wrong_stops(marked: str) -> None:
    with pytest.raises(AssertionError):
        render(marked, QUOTE_STYLES[0])


def test_plain_and_capitalised() -> None:
    assert plain("[S1:[p:Orlov]] left") == "Orlov left"
    assert cap("[K1:‹[p:orlov]›]") == "[K1:‹[p:Orlov]›]"


@pytest.fixture(scope="module")
def made() -> list[tuple[dict[str, Any], Any]]:
    return [(record, list(depths)) for record, depths in documents(60, 7)]


def test_every_label_stands_on_words(made: list[tuple[dict[str, Any], Any]]) -> None:
    for record, _ in made:
        text = record["text"]
        labels = [tuple(s[:2]) for s in (*record["mentions"], *record["hedges"])]
        labels += [tuple(span) for item in record["attributions"] for role in item.values() for span in role]
        assert all(0 <= a < b <= len(text) and text[a:b] == text[a:b].strip() for a, b in labels)
        assert {kind for _, _, kind in record["mentions"]} <= set(MENTION_KINDS)
        assert not set("[]‹›{}") & set(text), bracketed(record)


def test_a_cue_never_stands_in_its_own_content(made: list[tuple[dict[str, Any], Any]]) -> None:
    for record, _ in made:
        for item in record["attributions"]:
            inside = [1 for a, b in item["cue"] for c, d in item["content"] if a < d and c < b]
            assert not inside, bracketed(record)


def test_there_are_chains_of_three(made: list[tuple[dict[str, Any], Any]]) -> None:
    depths = Counter(depth for _, found in made for depth in found)
    assert depths[1] and depths[2] and sum(n for depth, n in depths.items() if depth >= 3)


def test_one_seed_one_set_of_texts() -> None:
    one, two, other = ([record["text"] for record, _ in documents(5, seed)] for seed in (3, 3, 4))
    assert one == two and one != other
