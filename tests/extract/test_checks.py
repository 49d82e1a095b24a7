"""Each check where it must speak, and near misses where it must be silent."""

from __future__ import annotations

import pytest

from sayso.domain.reading import CheckKind, Level
from tests.extract.builders import checks, read, said

BODY = "The ministry is rounding people up in the markets of the town, and the raids go on."


@pytest.mark.parametrize(
    "headline",
    [
        "Minister resorts to ‘rounding up migrants’ again",
        "Minister resorts to 'rounding up migrants' again",
        'Minister resorts to "rounding up migrants" again',
        "“Rounding up migrants”: minister goes on",
    ],
)
def test_words_quoted_in_the_headline_that_stand_nowhere(headline: str) -> None:
    (check,) = checks(read(f"{headline}\n\n{BODY}"), CheckKind.HEADLINE_QUOTE)
    assert check.span.exact.lower() == "rounding up migrants"
    assert check.level is Level.RED and check.says and check.evidence


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Minister is ‘rounding people up’", BODY),
        ("Minister is ‘Rounding people up,’ we hear", BODY),
        ("Minister says it’s “over”", "The minister said it was “over” on Monday in town."),
        ("Minister says “they don’t care”", "“They don't care,” the minister said on Monday."),
        ("The ministers’ men and the boys' club", BODY),
        ("Minister is rounding up migrants", BODY),
    ],
)
def test_words_quoted_in_the_headline_that_do_stand_there(headline: str, body: str) -> None:
    assert checks(read(f"{headline}\n\n{body}"), CheckKind.HEADLINE_QUOTE) == []


def test_a_quotation_in_a_text_without_a_headline_is_no_headlines() -> None:
    assert checks(read("He spoke of “rounding up migrants” again today."), CheckKind.HEADLINE_QUOTE) == []


def test_words_that_stand_only_across_two_words_do_not_count() -> None:
    text = "Minister in “art” row\n\nThe start of the party was late on Monday."
    assert len(checks(read(text), CheckKind.HEADLINE_QUOTE)) == 1


SURER = "Minister ordered raids on markets"


@pytest.mark.parametrize(
    ("text", "found", "hedge"),
    [
        ("A source said the minister ordered raids on markets.", said("A source", "said", "the minister ordered raids on markets"), ()),
        ("The minister reportedly ordered raids on markets.", said(None, "reportedly", "The minister", "reportedly [ordered raids on markets]"), ()),
        ("Orlov said the minister possibly ordered raids on markets.", said("Orlov", "said", "the minister possibly ordered raids on markets"), ()),
    ],
)  # fmt: skip
def test_a_headline_surer_than_its_text(text: str, found: object, hedge: tuple[str, ...]) -> None:
    (check,) = checks(read(f"{SURER}\n\n{text}", found, hedges=hedge, person=["Orlov"]), CheckKind.HEADLINE_SURER)  # type: ignore[arg-type]
    assert check.span.exact == SURER and check.level is Level.AMBER


@pytest.mark.parametrize(
    ("headline", "text", "found"),
    [
        (SURER, "Orlov said the minister ordered raids on markets.", said("Orlov", "said", "the minister ordered raids on markets")),
        (SURER, "The minister ordered raids on markets on Monday. A source said it rained.", said("A source", "said", "it rained")),
        (SURER + "?", "A source said the minister ordered raids on markets.", said("A source", "said", "the minister ordered raids on markets")),
        ("Minister probably ordered raids on markets", "A source said the minister ordered raids on markets.", said("A source", "said", "the minister ordered raids on markets")),
        (SURER, "A source said the minister ordered raids on markets out of spite. The raids that the minister ordered began at two markets.", said("A source", "said", "the minister ordered raids on markets out of spite")),
        (SURER, "French police said the minister ordered raids on markets.", said("French police", "said", "the minister ordered raids on markets")),
        ("Old market to reopen on the island soon", "The old market on the island is expected to reopen soon.", said(None, "is expected", "The old market on the island", "to reopen soon")),
        (SURER, "It is also feared that the minister ordered raids on markets.", said(None, "is also feared", "that the minister ordered raids on markets")),
        ("River floods old harbour again", "A source said the minister ordered raids on markets.", said("A source", "said", "the minister ordered raids on markets")),
    ],
    ids=["named", "own-voice", "question", "hedged", "why-alone-is-open", "of-a-country", "still-to-come", "one-thing-more", "another-matter"],
)  # fmt: skip
def test_a_headline_as_sure_as_its_text(headline: str, text: str, found: object) -> None:
    assert checks(read(f"{headline}\n\n{text}", found, person=["Orlov"]), CheckKind.HEADLINE_SURER) == []  # type: ignore[arg-type]


def test_a_headline_that_says_who_said_it_is_not_surer() -> None:
    text = "Minister ordered raids on markets, source says\n\nA source said the minister ordered raids on markets."
    reading = read(
        text,
        said("source", "says", "Minister ordered raids on markets"),
        said("A source", "said", "the minister ordered raids on markets"),
    )
    assert checks(reading, CheckKind.HEADLINE_SURER) == []


@pytest.mark.parametrize("source", ["The insider source", "The officer", "The letter"])
def test_a_source_spoken_of_as_known(source: str) -> None:
    (check,) = checks(
        read(f"{source} said it rained.", said(source, "said", "it rained")), CheckKind.UNINTRODUCED_SOURCE
    )
    assert (check.span.exact, check.level) == (source, Level.AMBER)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("An insider source came. The insider source said it rained.", "The insider source"),
        ("A source said it rained.", "A source"),
        ("The mayor said it rained.", "The mayor"),
        ("The ministry said it rained.", "The ministry"),
        ("The officer who came on Monday said it rained.", "The officer who came on Monday"),
        ("The officers said it rained.", "The officers"),
        ("Officer Pavel Orlov left. The officer said it rained.", "The officer"),
        ("The ISW report said it rained.", "The ISW report"),
        ("A court in Polje ruled. The ruling said it rained.", "The ruling"),
        ("Clerks were questioned. The questioner said it rained.", "The questioner"),
        ("The letter, first published by ISW, said it rained.", "The letter"),
    ],
)
def test_a_source_that_needs_no_introduction(text: str, source: str) -> None:
    reading = read(text, said(source, "said", "it rained"), person=["Pavel Orlov"], organisation=["ISW"])
    assert checks(reading, CheckKind.UNINTRODUCED_SOURCE) == []


def test_a_source_is_asked_about_once() -> None:
    text = "The officer said it rained. The officer said it snowed."
    reading = read(
        text,
        said("The officer", "said", "it rained"),
        said("rained. [The officer]", "rained. The officer [said]", "it snowed"),
    )
    assert len(checks(reading, CheckKind.UNINTRODUCED_SOURCE)) == 1


def lost(middle: str, *, second: str = "ISW", organisation: tuple[str, ...] = ("ISW", "IWM")) -> list[str]:
    """Sentences of `middle` that are asked about between a passage of ISW and one of `second`."""
    text = f"ISW said it rained. {middle} {second} added it snowed."
    reading = read(
        text,
        said("ISW", "said", "it rained"),
        said(f"{middle} [{second}]", "added", "it snowed"),
        organisation=organisation,
        person=["Orlov"],
    )
    return [check.span.exact for check in checks(reading, CheckKind.LOST_ATTRIBUTION)]


def test_a_sentence_between_two_passages_of_one_report() -> None:
    assert lost("Cases are being reopened.") == ["Cases are being reopened."]
    assert len(lost("Cases are being reopened. Raids go on daily.")) == 2


def test_no_sentence_between_is_asked_about_where_the_outlet_reports_itself() -> None:
    assert lost("Cases are being reopened. Raids go on daily. Markets are closed now.") == []
    assert lost("Cases are being reopened.", second="IWM") == []
    assert lost("Cases are being reopened.", second="The ministry") == []


def test_between_two_quotations_of_a_person_nothing_is_lost() -> None:
    text = "Orlov said it rained. Cases are being reopened. Orlov added it snowed."
    reading = read(
        text,
        said("Orlov", "said", "it rained"),
        said("reopened. [Orlov]", "added", "it snowed"),
        person=["Orlov"],
    )
    assert checks(reading, CheckKind.LOST_ATTRIBUTION) == []


def test_checks_stand_in_the_order_of_the_text() -> None:
    text = "Minister is ‘rounding up migrants’\n\nThe insider source said it rained."
    reading = read(text, said("The insider source", "said", "it rained"))
    assert [check.kind for check in reading.checks] == [CheckKind.HEADLINE_QUOTE, CheckKind.UNINTRODUCED_SOURCE]


def test_a_paper_in_somebodys_own_words_is_known_to_whom_he_speaks() -> None:
    text = "“The record supports his decision,” Orlov said."
    reading = read(
        text,
        said("Orlov", "said", "“The record supports his decision,”"),
        said("The record", "supports", "his decision"),
        person=["Orlov"],
    )
    assert checks(reading, CheckKind.UNINTRODUCED_SOURCE) == []
