"""Numbers with bounds and units, in words and in digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.named import Quantity
from sayso.languages.quantities import find_quantities


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("236 rulings had been drawn up", 236, "ruling"),
        ("3,000 naturalised citizens are serving", 3000, "citizen"),
        ("10 000 conscripts", 10000, "conscript"),
        ("10.000 Menschen", 10000, None),
        ("около 10 000 человек", 10000, None),
        ("1.5 million people", 1500000, "person"),
        ("twenty-three officers", 23, "officer"),
        ("two hundred and forty soldiers", 240, "soldier"),
        ("one hundred and twenty thousand five hundred roubles", 120500, "rouble"),
        ("half a million people", 500000, "person"),
        ("a million and a half tonnes", 1500000, "tonne"),
        ("a dozen women", 12, "woman"),
        ("two dozen women", 24, "woman"),
        ("£3m was paid", 3000000, "pound"),
        ("$2.5 billion", 2500000000, "dollar"),
        ("€10k", 10000, "euro"),
        ("60 per cent of crimes", 60, "percent"),
        ("60% of crimes", 60, "percent"),
        ("3 percentage points", 3, "percentage-point"),
        ("a quarter of the men", 25, "percent"),
        ("one in five migrants", 20, "percent"),
        ("nine out of ten residents", 90, "percent"),
        ("half the men", 50, "percent"),
        ("a three-day visit", 3, "day"),
        ("a 34-year-old man", 34, "year-old"),
        ("one police officer died", 1, "officer"),
        ("40 wounded soldiers", 40, "soldier"),
        ("12 dead", 12, "dead"),
        ("two men arrested in", 2, "man"),
        ("two Chinese nationals", 2, "national"),
        ("236 of the men", 236, "man"),
        ("40 “volunteers” left", 40, "volunteer"),
        ("the number of detainees has risen to 236", 236, "detainee"),
    ],
)
def test_a_number_and_what_it_counts(text: str, value: float, unit: str | None) -> None:
    (quantity,) = read(text)
    assert (quantity.value, quantity.high, quantity.unit) == (value, value, unit)
    assert quantity.bound is None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 30 and 40 people", 30, 40, "person"),
        ("30 to 40 of the men", 30, 40, "man"),
        ("30–40 men", 30, 40, "man"),
        ("30-40% of the men", 30, 40, "percent"),
        ("three or four cars", 3, 4, "car"),
        ("3 to 4 million people", 3000000, 4000000, "person"),
        ("dozens of people", 24, 99, "person"),
        ("tens of thousands of troops", 20000, 99999, "troop"),
        ("several hundred men", 200, 900, "man"),
    ],
)
def test_a_range(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = read(text)
    assert (quantity.value, quantity.high, quantity.unit) == (low, high, unit)
    assert quantity.bound is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("about 40 men", "about"),
        ("an estimated 40 men", "about"),
        ("40-odd men", "about"),
        ("40 men or so", "about"),
        ("almost 40 men", "almost"),
        ("very nearly 40 men", "almost"),
        ("at least 40 men", "at-least"),
        ("no fewer than another 40 men", "at-least"),
        ("40 or more men", "at-least"),
        ("40 men or more", "at-least"),
        ("40+ men", "at-least"),
        ("up to 40 men", "at-most"),
        ("as many as 40 men", "at-most"),
        ("40 men at most", "at-most"),
        ("more than 40 men", "more-than"),
        ("just over 40 men", "more-than"),
        ("fewer than 40 men", "less-than"),
        ("under 40 men", "less-than"),
    ],
)
def test_a_bound_is_found_and_its_words_are_taken_in(text: str, bound: str) -> None:
    (quantity,) = read(text)
    assert (quantity.bound, quantity.value, quantity.unit) == (bound, 40, "man")
    assert text[quantity.start : quantity.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "on 14 January 2026",
        "January 14, 2026",
        "since Dec. 31",
        "14–16 January",
        "the 2024 elections",
        "in 2023",
        "the 1990s",
        "10:30",
        "at 9 a.m.",
        "at 7pm",
        "2026-01-02",
        "02.01.2026",
        "call +7 495 123-45-67",
        "call 986-8456",
        "a T-72 tank",
        "under Article 205",
        "he told Channel 4",
        "the 22nd brigade",
        "the third man",
        "a third suspect was held",
        "no one came",
        "one of the worst",
        "two years ago",
        "three days later",
        "half an hour",
        "",
    ],
)
def test_dates_ordinals_and_names_are_left_out(text: str) -> None:
    assert read(text) == ()


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    low, high = read("the number of detainees rose from 30 to 40")
    assert (low.value, low.high, low.unit) == (30, 30, "detainee")
    assert (high.value, high.high, high.unit) == (40, 40, "detainee")


def test_a_year_that_counts_people_is_a_number() -> None:
    assert [quantity.value for quantity in read("2000 people came")] == [2000]
    assert [quantity.value for quantity in read("about 2000 came")] == [2000]


def test_only_the_range_asked_for_is_read_and_offsets_are_the_texts() -> None:
    text = "12 men. 40 women. 50 cars."
    (quantity,) = find_quantities(text, 8, 17)
    assert text[quantity.start : quantity.end] == "40 women"


_WORDS = st.sampled_from(
    "about at least 40 30 to - – 3,000 10 000 2026 May one two hundred thousand million and a half third of the people men"
    " % per cent £ dozens tens several or more between from rose number 1/3 in out . , “ ”".split(" ")
)


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_any_words_give_quantities_in_order_that_do_not_overlap(text: str) -> None:
    last = 0
    for quantity in read(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.value <= quantity.high
        last = quantity.end


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    "words",
    ["hundred one trillion ", "thousand ", "one hundred ", "1 000 ", "30-", "dozens of ", "a half ", "number of "],
)
def test_rows_of_number_words_take_no_longer_than_their_length(words: str) -> None:
    read(words * 5000)
