"""Keys of names, and which of them may mean one."""

from __future__ import annotations

import pytest

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.span import Span
from sayso.languages.language import load_language
from sayso.tracing.names import agree, agreeing, find_capitalised, find_names, forms, is_body, name_key, skeleton

ENGLISH = load_language("en")


def found(text: str, **kinds: list[str]) -> tuple[list[str], list[str]]:
    """Keys of the names and of the places in a text, if a model had found these mentions."""
    mentions = [
        Mention(Span.of(text, text.index(word), text.index(word) + len(word)), MentionKind(kind), name=word)
        for kind, words in kinds.items()
        for word in words
    ]
    mentions.sort(key=lambda mention: mention.span.start)
    names, places = find_names(text, mentions, 0, len(text), ENGLISH)
    return [name.key for name in names], [place.key for place in places]


def test_a_key_is_plain_latin_without_article_and_possessive() -> None:
    assert name_key("the Élysée Palace’s") == "elysee palace"
    assert name_key("Колокольцев") == "kolokoltsev"
    assert name_key("Новый берег") == "novyy bereg"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sablin", "viktor sablin"),
        ("v. sablin", "viktor sablin"),
        ("aleksei petrov", "alexey petrov"),
        ("isw", "institute for the study of war"),
        ("halden", "halden institute"),
        ("ministry of defence", "defense ministry"),
        ("migration service", "federal migration service"),
        ("kotelniki", "kotelnyki"),
        ("sosnoyarsk", "sosnoyarske"),
    ],
)
def test_names_that_may_mean_one_agree(one: str, other: str) -> None:
    assert agree(name_key(one), name_key(other)) and agree(name_key(other), name_key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("farrukh nazirov", "rukhshona nazirova"),
        ("nazirov", "nazirova"),
        ("ivan petrov", "sergei petrov"),
        ("interior ministry", "investigative committee"),
        ("lugovsk police", "police"),
        ("interior ministry", "defense ministry"),
        ("north korea", "south korea"),
        ("lugovsk", "kamensk"),
        ("", "sablin"),
    ],
)
def test_names_of_two_do_not_agree(one: str, other: str) -> None:
    assert not agree(one, other) and not agree(other, one)


def test_places_peoples_and_bodies_are_told_apart() -> None:
    text = "Police in Lugovsk held Tajik men near the Volga, the MVD said. The interior ministry in Moscow denied it. Moscow denied it."
    names, places = found(text, organisation=["Lugovsk", "MVD"], group=["Tajik"], place=["Volga", "Moscow"])
    assert names == ["tajikistan", "interior ministry", "interior ministry"]
    assert places == ["lugovsk", "volga", "moscow"]


def test_a_capital_that_acts_is_a_name_and_one_where_something_is_a_place() -> None:
    assert found("Moscow denied it.", place=["Moscow"]) == (["moscow"], [])
    assert found("Nobody in Moscow denied it.", place=["Moscow"]) == ([], ["moscow"])


def test_the_name_of_a_region_is_its_towns() -> None:
    assert found("Raids in the Lugovsk region grew.", place=["Lugovsk region"]) == ([], ["lugovsk"])


def test_a_title_is_no_part_of_a_persons_key() -> None:
    assert found("Colonel Yury Tsapin left.", person=["Colonel Yury Tsapin"]) == (["yury tsapin"], [])


def test_an_index_form_is_shared_by_names_that_agree() -> None:
    assert set(forms("viktor sablin")) & set(forms("sablin"))
    assert set(forms("ministry of defense")) & set(forms("defense ministry"))
    assert forms("the of") == ()


def test_a_skeleton_is_shared_across_alphabets_and_cases() -> None:
    assert skeleton(name_key("Котельниках")) == skeleton("kotelniki")
    assert skeleton(name_key("Сосноярске")) == skeleton("sosnoyarsk")


def test_capitalised_words_that_begin_no_sentence_are_names() -> None:
    text = "Генеральный прокурор Аркадий Веляминов сказал это в Заречинске. Он уехал."
    assert [name.key for name in find_capitalised(text, 0, len(text))] == ["arkadiy velyaminov", "zarechinske"]


def test_bodies_are_known_by_their_words() -> None:
    assert is_body("migration control service") and not is_body("viktor sablin")


def test_each_key_agrees_with_one_other_at_most() -> None:
    assert agreeing(["sablin", "orlov"], ["viktor sablin", "sablin"]) == [("sablin", "sablin")]
