"""An invented country's offices, for tests."""

from __future__ import annotations

from sayso.domain.office import KnownDate, Office, Organisation, Person, Tenure
from sayso.registry.registry import Registry


def tenure(
    person: str, office: str, since: str, until: str | None = None, *, seen: str | None = None, checked: bool = True
) -> Tenure:
    return Tenure(
        person,
        office,
        KnownDate.of(since),
        KnownDate.of(until) if until else None,
        KnownDate.of(seen) if seen else None,
        source="Register of Posts" if checked else None,
        checked="2026-11-28" if checked else None,
    )


OFFICES = (
    Office(
        "harbour",
        "Minister of Harbours of Polje",
        "harbours",
        "pj",
        ("minister", "head"),
        ("Harbours", "Harbour", "MHP"),
    ),
    Office(
        "inquiry",
        "Chairman of the Inquiry Office of Polje",
        None,
        "pj",
        ("chairman", "head", "director"),
        ("Inquiry Office", "FIO"),
    ),
    Office("president", "President of Polje", None, "pj", ("president",), ()),
    Office("crown-president", "President of Lugovia", None, "lg", ("president",), ()),
    Office(
        "crown-harbour", "Minister of Harbours of Lugovia", None, "lg", ("minister",), ("Harbours", "Harbour", "MHP")
    ),
)
PERSONS = (
    Person("viktor-sablin", "Viktor Sablin", ("Wiktor Sablin", "Виктор Саблин"), "pj"),
    Person("gennady-prokhov", "Gennady Prokhov", ("Геннадий Прохов",), "pj"),
    Person("pavel-orlov", "Pavel Orlov", (), "pj"),
    Person("ana-rao", "Ana Rao", (), "pj"),
    Person("lena-rao", "Lena Rao", (), "lg"),
)
TENURES = (
    tenure("pavel-orlov", "harbour", "2004-03-01", "2012-05-21"),
    tenure("viktor-sablin", "harbour", "2012-05-21", seen="2025-09-01"),
    tenure("gennady-prokhov", "inquiry", "2011-01-15", seen="2025-09-01"),
    tenure("ana-rao", "president", "2018-05-07", "2024-05-07"),
    tenure("pavel-orlov", "president", "2024-05-07", seen="2025-09-01"),
    tenure("lena-rao", "crown-president", "2020-01-01", seen="2025-09-01"),
)
POLJE = Registry(
    OFFICES,
    PERSONS,
    TENURES,
    (
        Organisation(
            "harbours",
            "Ministry of Harbours",
            ("MHP", "Harbour Ministry"),
            "pj",
            "state",
            owner="state of Polje",
            party="Polje",
        ),
    ),
    {"pj": ("Polje", "Poljan"), "lg": ("Lugovia", "Lugovian")},
)
