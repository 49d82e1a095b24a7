"""Texts in words: dictionary forms, names, numbers, quotations, dates."""

from __future__ import annotations

import pytest

from sayso.tracing.ranking.wording import family, read_wording


def test_words_are_dictionary_forms_without_small_ones() -> None:
    assert read_wording("The ferries were sinking in the cities").terms == ("ferry", "sink", "city")


def test_names_are_what_bears_a_capital_inside_a_sentence() -> None:
    wording = read_wording("Ferries to Ostrand are late. Harbour master Vik left.")
    assert wording.names == {"ostrand", "vik"}


@pytest.mark.parametrize("written", ["14,000", "14000"])
def test_a_number_is_one_however_it_is_written(written: str) -> None:
    assert read_wording(f"They lost {written} crowns").numbers == {"14000"}


def test_initials_are_one_word() -> None:
    assert read_wording("the U.S. envoy").terms == read_wording("the US envoy").terms


def test_who_wrote_a_post_stands_apart() -> None:
    wording = read_wording("No ferry today — Ada Vik (@adavik) May 1, 2026")
    assert wording.speaker == {"ada", "vik"}
    assert "vik" not in wording.terms
    assert wording.dates == ((2026, 5),)


def test_quotations_are_runs_of_words() -> None:
    assert read_wording("She called it a “rotten old ferry” today").quoted == (("rotten", "old", "ferry"),)


def test_a_sentence_s_dates_are_its_years() -> None:
    assert read_wording("In July 2024 the ferry sank").dates == ((2024, 7),)
    assert read_wording("The ferry sank in 2019").dates == ((2019, 0),)


def test_words_of_one_family_begin_alike() -> None:
    assert family("syrian") == family("syria") == "syria"
    assert family("ship") == "ship"
    assert family("123456") == "123456"


def test_nothing_is_no_words() -> None:
    assert read_wording("").terms == ()
    assert read_wording("https://t.co/abc").terms == ()
