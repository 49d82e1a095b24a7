"""What texts share."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from sayso.tracing.copying import (
    FEWEST_SHARED,
    MOST_CANDIDATES,
    MOST_HOLDERS,
    SKETCH,
    Copies,
    aligned,
    covers,
    grams,
    overlap,
)
from tests.tracing.making import page, span

RIVER = (
    "The river rose by two metres in the night and took the lower bridge with it. Nobody was hurt, because the mill had been "
    "empty since the autumn and the ferry lay on the other bank. The council will meet on Thursday."
)


def test_a_copy_shares_all_and_its_source_more_than_all() -> None:
    copy, source = (
        grams(page("A", RIVER)),
        grams(page("B", RIVER + " The miller wants his money back before the summer.")),
    )
    assert overlap(copy, source).whole == 1.0
    assert overlap(source, copy).whole < 0.9


def test_a_quotation_is_nobodys_own_words() -> None:
    said = "“The southern runway was hit four times and will not be used before the summer, but we fly from other places,” he said."
    one, other = (
        grams(page("A", "Long queues at the stations today, as always. " + said)),
        grams(page("B", said + " The general smiled at us.")),
    )
    assert overlap(one, other).whole > 0.5
    assert overlap(one, other).own == 0.0


def test_words_that_a_text_gives_as_somebodys_are_not_its_own_either() -> None:
    document = page("A", RIVER + " It rains on.")
    sentence = "The river rose by two metres in the night and took the lower bridge with it"
    source = grams(page("B", sentence + "."))
    assert overlap(grams(document), source).own > 0
    assert overlap(grams(document, [span(document, sentence)]), source).own == 0.0


def test_the_stretches_that_are_shared_are_shown_in_both() -> None:
    copy, source = page("A", "Storm! " + RIVER), page("B", "At dawn: " + RIVER)
    (run, *_) = aligned(grams(copy), grams(source))
    assert copy.text[run.start : run.end] == source.text[run.source_start : run.source_end] == RIVER.rstrip(".")
    assert covers([(run.start, run.end)], run.start + 3, run.end) and not covers([(run.start, run.end)], 0, run.end)


def test_texts_too_short_for_five_words_share_nothing() -> None:
    one = grams(page("A", "It rains."))
    assert overlap(one, one).whole == 0.0 and aligned(one, one) == ()


def test_of_many_copies_few_are_looked_at() -> None:
    rng = random.Random(1)
    words = [f"w{number}" for number in range(400)]
    texts = []
    for _ in range(120):
        words[rng.randrange(400)] = f"x{rng.random()}"
        texts.append(grams(page("A", " ".join(words))))
    copies = Copies(texts)
    assert all(0 < len(copies.candidates(place)) <= MOST_CANDIDATES for place in range(120))
    assert copies.candidates(119)[0] != 119


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=14), min_size=1, max_size=MOST_HOLDERS + 6))
def test_candidates_share_most_and_of_equals_the_earliest_come_first(texts: list[list[str]]) -> None:
    found = [grams(page(f"P{place}", " ".join(words))) for place, words in enumerate(texts)]
    copies = Copies(found)
    holders: dict[int, list[int]] = {}
    for place, text in enumerate(found):
        for value in text.sketch.tolist():
            holders.setdefault(value, []).append(place)
    for place, text in enumerate(found):
        counts = Counter(other for value in text.sketch.tolist() for other in holders[value][:MOST_HOLDERS])
        least = min(FEWEST_SHARED, len(text.sketch))
        near = [other for other, count in counts.items() if other != place and count >= least]
        assert copies.candidates(place) == sorted(near, key=lambda other: (-counts[other], other))[:MOST_CANDIDATES]


def test_a_paragraph_copied_from_a_long_text_is_found() -> None:
    rng = random.Random(2)
    long = " ".join(f"w{rng.randrange(10**6)}" for _ in range(8 * SKETCH))
    excerpt = " ".join(long.split()[4000:4120])
    assert Copies([grams(page("A", long)), grams(page("B", excerpt))]).candidates(1) == [0]


@given(st.text(max_size=300), st.text(max_size=300))
def test_shares_are_shares(one: str, other: str) -> None:
    found = overlap(grams(page("A", one)), grams(page("B", other)))
    assert 0.0 <= found.own <= 1.0 and 0.0 <= found.whole <= 1.0
    assert overlap(grams(page("A", one)), grams(page("B", one))).whole in (0.0, 1.0)
