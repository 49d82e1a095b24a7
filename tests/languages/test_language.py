"""The English data: what is there, that it agrees with itself, and that it loads."""

from __future__ import annotations

import re

import pytest

from sayso.domain.attribution import Attitude, Factuality, Stance
from sayso.languages.language import Language, languages, load_language


@pytest.fixture(scope="module")
def english() -> Language:
    return load_language("en")


def test_a_language_is_loaded_once_and_an_unknown_one_is_refused(english: Language) -> None:
    assert load_language("en") is english
    assert languages() == ("en",)
    with pytest.raises(ValueError, match="no language data for 'xx'"):
        load_language("xx")


@pytest.mark.parametrize(
    ("lemma", "stance", "attitude", "factuality", "weak", "factive"),
    [
        ("say", Stance.SAYS, Attitude.ASSERTION, Factuality.CERTAIN, False, False),
        ("report", Stance.REPORTS, Attitude.ASSERTION, Factuality.CERTAIN, False, False),
        ("claim", Stance.CLAIMS, Attitude.ASSERTION, Factuality.CERTAIN, True, False),
        ("insinuate", Stance.INSINUATES, Attitude.ASSERTION, Factuality.POSSIBLE, True, False),
        ("point out", Stance.POINTS_OUT, Attitude.FACT, Factuality.CERTAIN, False, True),
        ("believe", Stance.BELIEVES, Attitude.BELIEF, Factuality.PROBABLE, True, False),
        ("suspect", Stance.BELIEVES, Attitude.BELIEF, Factuality.POSSIBLE, True, False),
        ("deny", Stance.DENIES, Attitude.ASSERTION, Factuality.CERTAINLY_NOT, False, False),
        ("doubt", Stance.DOUBTS, Attitude.BELIEF, Factuality.PROBABLY_NOT, False, False),
        ("advocate", Stance.ADVOCATES, Attitude.EVENTUALITY, Factuality.UNKNOWN, False, False),
        ("order", Stance.ORDERS, Attitude.EVENTUALITY, Factuality.UNKNOWN, False, False),
        ("ask", Stance.ASKS, Attitude.ASSERTION, Factuality.UNKNOWN, False, False),
        ("reportedly", Stance.RUMOURED, Attitude.ASSERTION, Factuality.PROBABLE, True, False),
        ("is understood", Stance.BELIEVES, Attitude.BELIEF, Factuality.PROBABLE, True, False),
    ],
)
def test_cues_tell_how_the_source_stands_to_its_words(
    english: Language,
    lemma: str,
    stance: Stance,
    attitude: Attitude,
    factuality: Factuality,
    weak: bool,
    factive: bool,
) -> None:
    entry = english.cues[lemma]
    assert (entry.stance, entry.attitude, entry.factuality) == (stance, attitude, factuality)
    assert (entry.weak, entry.factive) == (weak, factive)


def test_no_cue_both_weakens_and_vouches(english: Language) -> None:
    assert [lemma for lemma, entry in english.cues.items() if entry.weak and entry.factive] == []


def test_everything_but_names_is_lower_case(english: Language) -> None:
    words = {
        *english.cues,
        *english.hedges,
        *english.titles,
        *english.person_nouns,
        *english.collective_nouns,
        *english.organisation_nouns,
        *english.document_nouns,
    }
    assert [word for word in words if word != word.lower() or "  " in word] == []


def test_hedges_say_how_much_they_weaken(english: Language) -> None:
    assert english.hedges["possibly"].factuality is Factuality.POSSIBLE
    assert english.hedges["likely"].factuality is Factuality.PROBABLE
    assert english.hedges["more than"].weakens == "number"
    assert english.hedges["in part"].weakens == "phrase"
    assert english.hedges["is understood to"].weakens == "clause"


def test_words_for_people(english: Language) -> None:
    assert (english.person_nouns["spokeswomen"].number, english.person_nouns["spokeswomen"].gender) == ("pl", "f")
    assert english.person_nouns["insider"].gender is None
    assert english.person_nouns["deputies"].number == "pl"
    assert english.pronouns["hers"].gender == "f"
    assert english.pronouns["they"].number == "pl"
    assert english.offices <= english.titles
    assert "colonel" in english.titles - english.offices
    assert (english.first_names["Olena"], english.first_names["Askar"], english.first_names["Sasha"]) == (
        "f",
        "m",
        None,
    )


def test_peoples_and_places(english: Language) -> None:
    assert english.demonyms["Buryats"] == "Buryatia"
    assert english.demonyms["Yakut"] == english.demonyms["Sakha"]
    assert {"Kremlin", "Bishkek", "Downing Street"} <= english.places_for_government


def _furniture(language: Language, line: str) -> bool:
    return any(re.fullmatch(pattern, line, re.IGNORECASE) for pattern in language.furniture)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published.",
        "Required fields are marked *",
        "Read more: Mayor opens bridge",
        "Share this",
        "ADVERTISEMENT",
        "Sign up for our daily newsletter",
        "We use cookies to improve your visit.",
        "Related articles",
        "Follow us on Telegram",
        "© 2025 The Valley Post. All rights reserved.",
        "Photo: Anna Example/Valley Post",
        "Image credit: Valley Post",
        "Skip to main content",
        "Most read",
        "Tags: bridges, floods",
        "Filed under: Local news",
        "12 Comments",
        "Updated 3 March 2025 at 14:05",
    ],
)
def test_furniture_is_known(english: Language, line: str) -> None:
    assert _furniture(english, line)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said the bridge would open in May.",
        "Comments by the minister were left out of the record.",
        "Related cases were reported in two other towns, the clerk said.",
        "Photographs seen by the paper show the damage.",
        "Follow the river, the guide says, and it will bring you to the mill.",
        "Read more than a page of it and you will be lost, she wrote.",
        "Photo: the word stood alone on the wall. Nobody knew who had written it.",
        "Copyright law protects the map, a judge ruled.",
        "Share prices fell by a tenth.",
        "Watch: how a village lost its well. The story begins in 1998, when the first pump failed.",
        "Tags were found on two of the animals.",
        "Posted to the front in March, he wrote home every week.",
        "By signing the paper you agree to serve, the recruit was told.",
    ],
)
def test_no_sentence_of_an_article_is_furniture(english: Language, line: str) -> None:
    assert not _furniture(english, line)
