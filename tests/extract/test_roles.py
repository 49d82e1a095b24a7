"""Offices that a text gives to persons: how they are read, and what the two checks say, in an invented country."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.reading import Check, CheckKind, Level
from sayso.domain.span import Span
from sayso.extract.checks import check_roles
from sayso.extract.checks.offices import find_offices
from sayso.extract.layout import lay_out
from sayso.extract.roles import Role, read_roles
from sayso.readers.plain import read_plain
from sayso.registry import load_registry
from sayso.registry.registry import Registry
from tests.extract.builders import ENGLISH
from tests.registry.offices import POLJE

FULL = (
    "Viktor Sablin",
    "Gennady Prokhov",
    "Pavel Orlov",
    "Ana Rao",
    "Lena Rao",
    "Igor Sablin",
    "Mira Dolan",
    "Nadia Holt",
)


def mentions(text: str) -> list[Mention]:
    """The invented people where they are named in full, and by a surname that the text has brought in."""
    found = []
    for name in FULL:
        for words in (name, name.split()[1]):
            at = text.find(words)
            while at >= 0:
                if not any(m.span.start <= at < m.span.end for m in found) and name in text:
                    span = Span.of(text, at, at + len(words))
                    found.append(Mention(span, MentionKind.PERSON, f"act_{name}", name))
                at = text.find(words, at + 1)
    return sorted(found, key=lambda mention: mention.span.start)


def roles(text: str) -> list[Role]:
    document = read_plain(text.encode(), path="a.txt", language="en")
    return read_roles(lay_out(document), mentions(document.text), POLJE.titles, ENGLISH)


def said(text: str, day: str | None = None) -> list[Check]:
    from datetime import date

    document = read_plain(text.encode(), path="a.txt", language="en")
    on = date.fromisoformat(day) if day else None
    return list(check_roles(find_offices(lay_out(document), mentions(document.text), ENGLISH, POLJE), POLJE, on))


def alarms(text: str, day: str | None = None) -> list[tuple[CheckKind, Level]]:
    return [(c.kind, c.level) for c in said(text, day) if c.level in {Level.RED, Level.AMBER}]


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("MHP Head Viktor Sablin spoke.", "head", ("MHP",)),
        ("He met Poljan Harbours (MHP) Minister Viktor Sablin.", "minister", ("Poljan", "Harbours")),
        ("The head of the Inquiry Office, Gennady Prokhov, spoke.", "head", ("Inquiry", "Office")),
        ("Polje’s minister of harbours, Viktor Sablin, spoke.", "minister", ("Polje", "harbours")),
        ("Gennady Prokhov, the chairman of the Inquiry Office, spoke.", "chairman", ("Inquiry", "Office")),
        ("Gennady Prokhov, FIO director, said so.", "director", ("FIO",)),
        ("Inquiry Office Chairman General Gennady Prokhov spoke.", "chairman", ("Inquiry", "Office")),
    ],
)
def test_an_office_is_read(text: str, title: str, words: tuple[str, ...]) -> None:
    (role,) = roles(text)
    assert (role.title, role.words) == (title, words)


@pytest.mark.parametrize(
    "text",
    [
        "MHP deputy head Viktor Sablin spoke.",
        "The deputy head of the MHP, Viktor Sablin, spoke.",
        "Lower Lugovsk MHP head Viktor Sablin spoke.",
        "Lugovsk's MHP head Viktor Sablin spoke.",
        "A former aide to the minister, Viktor Sablin, spoke.",
        "Viktor Sablin, a spokesman for the head of the MHP, spoke.",
        "Viktor Sablin, head of the MHP in Lugovsk, spoke.",
        "Viktor Sablin, head of the MHP's fish board, spoke.",
        "Presidential candidate Viktor Sablin spoke.",
        "The ministers Viktor Sablin and Pavel Orlov spoke.",
        "He met the MHP head. Viktor Sablin spoke.",
        "The harbour minister met Viktor Sablin.",
    ],
)
def test_what_is_no_office_or_another(text: str) -> None:
    assert POLJE.offices_called("head", ["MHP"])
    assert [r for r in roles(text) if r.title in {"head", "minister"} and "MHP" in r.words and len(r.words) == 1] == []
    assert alarms(text, "2020-01-01") == []


@pytest.mark.parametrize(("text", "former", "acting"), [
    ("Former MHP head Pavel Orlov spoke.", True, False),
    ("The ex-MHP head Pavel Orlov spoke.", True, False),
    ("Acting MHP head Pavel Orlov spoke.", False, True),
    ("Pavel Orlov, a former head of the MHP, spoke.", True, False),
])  # fmt: skip
def test_what_stands_before_an_office(text: str, former: bool, acting: bool) -> None:
    (role,) = roles(text)
    assert (role.former, role.acting) == (former, acting)


TWO = "Polje is at war. Poljan Harbours (MHP) Minister Viktor Sablin spoke.\n\nThe order came from MHP Head Gennady Prokhov."


def test_two_holders_of_one_office_in_one_text() -> None:
    (check,) = [c for c in said(TWO) if c.kind is CheckKind.ROLE_IN_TEXT]
    assert check.level is Level.RED and check.span.exact == "MHP Head Gennady Prokhov"
    assert [span.exact for span in check.evidence] == [
        "Poljan Harbours (MHP) Minister Viktor Sablin",
        "MHP Head Gennady Prokhov",
    ]


def test_without_a_date_what_no_tenure_explains_is_red_with_its_lines() -> None:
    (check,) = [c for c in said(TWO) if c.kind is CheckKind.ROLE_REGISTRY]
    assert check.level is Level.RED
    assert [line.person for line in check.registry] == ["Gennady Prokhov", "Viktor Sablin"]
    assert "Chairman of the Inquiry Office" in check.says and "since 2012-05-21" in check.says


@pytest.mark.parametrize(
    "text",
    [
        "Polje: MHP head Pavel Orlov spoke.",
        "Polje: MHP head Mira Dolan spoke.",
        "Former MHP head Viktor Sablin of Polje spoke.",
    ],
)
def test_without_a_date_what_some_tenure_could_explain_is_no_alarm(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "day", "level"),
    [
        ("Poljan harbour minister Viktor Sablin spoke.", "2020-01-01", Level.GREEN),
        ("Poljan harbour minister Pavel Orlov spoke.", "2020-01-01", Level.RED),  # "former" is missing
        ("Poljan harbour minister Pavel Orlov spoke.", "2012-06-01", Level.AMBER),  # days after the change
        ("Former Poljan harbour minister Pavel Orlov spoke.", "2020-01-01", Level.GREEN),
        ("Former Poljan harbour minister Viktor Sablin spoke.", "2020-01-01", Level.RED),  # "former" is wrong
        ("Poljan harbour minister Viktor Sablin spoke.", "2010-01-01", Level.RED),  # not yet
        ("Poljan harbour minister Gennady Prokhov spoke.", "2020-01-01", Level.RED),  # in another office
        ("Poljan harbour minister Mira Dolan spoke.", "2020-01-01", Level.RED),  # nobody knows her, and it has a holder
        ("Poljan harbour minister Igor Sablin spoke.", "2020-01-01", Level.AMBER),  # a namesake, or another given name
        ("Poljan harbour minister Viktor Sablin spoke.", "2026-06-01", Level.UNKNOWN),  # after the last sighting
        ("Poljan harbour minister Gennady Prokhov spoke.", "2026-06-01", Level.AMBER),  # the holder may have changed
        ("Poljan harbour minister Gennady Prokhov spoke.", "1999-01-01", Level.UNKNOWN),  # no holder is recorded
        ("Lugovian president Ana Rao spoke in Polje.", "2021-01-01", Level.RED),
    ],
)
def test_on_the_day_of_the_document(text: str, day: str, level: Level) -> None:
    (check,) = said(text, day)
    assert (check.kind, check.level) == (CheckKind.ROLE_REGISTRY, level)


@pytest.mark.parametrize(
    "text",
    [
        "Then Poljan harbour minister Pavel Orlov spoke.",
        "In 2008 Poljan harbour minister Pavel Orlov spoke.",
        "Acting Poljan harbour minister Gennady Prokhov spoke.",
        "Gennady Prokhov was named Poljan harbour minister.",
        "Ostranian harbour minister Gennady Prokhov spoke in Polje.",
        "Harbour minister Nadia Holt spoke.",
        "President Gennady Prokhov of the Polje Fish Club spoke.",
        "Harbour ministers of Polje and Lugovia met Gennady Prokhov.",
        "Poljan harbour minister Viktor Sablin's aide Gennady Prokhov spoke.",
    ],
)
def test_ordinary_news_is_silent(text: str) -> None:
    assert alarms(text, "2020-01-01") == []


def test_two_people_of_one_surname_are_a_question() -> None:
    text = "Polje: Poljan harbour minister Pavel Orlov spoke. Poljan harbour minister Viktor Sablin spoke too."
    kinds = [(c.kind, c.level) for c in said(text) if c.kind is CheckKind.ROLE_IN_TEXT]
    assert kinds == [(CheckKind.ROLE_IN_TEXT, Level.AMBER)]  # both have held it: one may have followed the other


def test_former_holders_who_keep_the_title_are_no_alarm() -> None:
    text = "Polje's president Ana Rao spoke. Polje's president Pavel Orlov spoke too."
    assert (CheckKind.ROLE_REGISTRY, Level.RED) in alarms(text, "2025-01-01")
    office = replace(POLJE.offices["president"], for_life=True)
    offices = [office if known.id == "president" else known for known in POLJE.offices.values()]
    registry = Registry(offices, POLJE.persons.values(), POLJE.tenures, countries=POLJE.countries)
    document = read_plain(text.encode(), path="a.txt", language="en")
    roles = find_offices(lay_out(document), mentions(document.text), ENGLISH, registry)
    found = check_roles(roles, registry, date(2025, 1, 1))
    assert {check.level for check in found} == {Level.GREEN}
    assert any("its former holders keep the title" in check.says for check in found)


def test_an_office_in_one_word_with_its_body_needs_no_country_where_the_full_name_held_it() -> None:
    text = "MHP head Gennady Prokhov said so. Harbour Minister Viktor Sablin denied that anybody had been forced."
    assert [c.level for c in said(text) if c.kind is CheckKind.ROLE_IN_TEXT] == [Level.RED]
    assert [office.id for office in load_registry().offices_called("interior minister", ["Russian"])] == [
        "ru-interior-minister"
    ]
    assert load_registry().offices_called("prime minister", ["Tatar"]) == ()


def test_one_person_in_two_offices_that_exclude_each_other() -> None:
    text = "Polje: FIO chairman Gennady Prokhov spoke. Later Poljan harbour minister Gennady Prokhov denied it."
    found = [c for c in said(text) if c.kind is CheckKind.ROLE_IN_TEXT]
    assert [c.level for c in found] == [Level.RED] and "nobody holds both" in found[0].says


def test_an_office_that_is_not_registered_only_asks() -> None:
    text = "FSX head Mira Dolan spoke.\n\nThe chief of the FSX, Nadia Holt, denied it."
    assert alarms(text) == [(CheckKind.ROLE_IN_TEXT, Level.AMBER)]
    assert alarms("FSX head Mira Dolan spoke.\n\nThe former chief of the FSX, Nadia Holt, denied it.") == []
