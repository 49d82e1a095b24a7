"""One name in several alphabets and transliterations; two names that only look alike."""

from __future__ import annotations

import pytest

from sayso.registry.spelling import same_given, sound


@pytest.mark.parametrize(
    "spellings",
    [
        "Колокольцев Kolokoltsev Kolokolzew Kolokoltsew Kolokoltzev",
        "Шойгу Shoigu Schoigu Shoygu",
        "Зеленский Zelensky Zelenskiy Zelenskii",
        "Герасимов Gerasimov Gerassimow",
        "Юрий Yuri Yury Juri Yuriy",
        "Кадыров Kadyrov Kadyrow",
    ],
)
def test_spellings_of_one_name(spellings: str) -> None:
    assert len({sound(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("Ivanov", "Ivanova"), ("Petrov", "Pavlov"), ("Sablin", "Sobolin"), ("Orlov", "Orlova")]
)
def test_other_names_stay_apart(left: str, right: str) -> None:
    assert sound(left) != sound(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Andriy", "Andrei"), ("Volodymyr", "Владимир"), ("S.", "Sergei"), ("Serhii", "Sergej")]
)
def test_given_names_in_two_languages(left: str, right: str) -> None:
    assert same_given(left, right)


def test_given_names_that_differ() -> None:
    assert not same_given("Sergei", "Igor")
    assert not same_given("Alexander", "Alexei")
