"""What is known of words for comparing: dictionary forms, kinship, rarity; and that the data agree with themselves."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from sayso.languages.scales import find_scale
from sayso.languages.words import RAREST_SAYS, Words, load_words


@pytest.fixture(scope="module")
def english() -> Words:
    return load_words("en")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("raided", "raid"),
        ("Cities", "city"),
        ("detained", "detain"),
        ("forced", "force"),
        ("patrolled", "patrol"),
        ("called", "call"),
        ("planned", "plan"),
        ("damages", "damage"),
        ("colours", "color"),
        ("organised", "organise"),
        ("organized", "organise"),
        ("seize", "seize"),
        ("women's", "woman"),
        ("men", "man"),
        ("hidden", "hide"),
        ("police", "police"),
        ("summonses", "summons"),
        ("re-opened", "re-open"),
        ("round-ups", "round-up"),
        ("needs", "need"),
        ("visited", "visit"),
        ("abandoned", "abandon"),
        ("12", "12"),
        ("us", "us"),
    ],
)
def test_forms_of_one_word_have_one_lemma(english: Words, form: str, lemma: str) -> None:
    assert english.lemma(form) == lemma


def test_words_of_one_kind_share_the_first_word_of_their_group(english: Words) -> None:
    assert english.kind("arrest") == english.kind("seize") == english.kind("detain") == "detain"
    assert english.kind("bathhouse") == "bathhouse"


def test_a_rare_word_says_more_than_a_common_one(english: Words) -> None:
    assert english.rarity("bathhouse") == RAREST_SAYS > english.rarity("police") > english.rarity("country") > 0


def test_groups_of_kin_do_not_overlap_and_hold_lemmas(english: Words) -> None:
    data = tomllib.loads((files("sayso.languages") / "en" / "words.toml").read_text(encoding="utf-8"))
    listed = [word for line in data["kin"].strip().split("\n") for word in line.split(", ")]
    assert len(listed) == len(set(listed))
    assert [word for word in listed if english.lemma(word) != word] == []
    assert [word for word in listed if word in english.stop] == []


def test_opposites_go_both_ways_and_are_no_kin(english: Words) -> None:
    assert {(other, one) for one, other in english.opposites} == english.opposites
    assert [pair for pair in english.opposites if english.kind(pair[0]) == english.kind(pair[1])] == []


def test_words_are_loaded_once_and_an_unknown_language_is_refused(english: Words) -> None:
    assert load_words("en") is english
    with pytest.raises(ValueError, match="no language data for 'xx'"):
        load_words("xx")


def test_what_multiplies_a_number_is_known_in_languages_that_are_not_read() -> None:
    assert (find_scale("тысяч"), find_scale("Millionen"), find_scale("Milliarden"), find_scale("мигрантов")) == (
        1000,
        1_000_000,
        1_000_000_000,
        1,
    )
