"""Events as lists: what their first account leaves out. All is invented."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from sayso.domain.attribution import Factuality
from sayso.domain.event import Event, EventTime, Reality, TimePrecision
from sayso.domain.happening import Account, Happening
from sayso.domain.span import Span
from sayso.rendering.console import open_paper
from sayso.rendering.events import events_table
from sayso.serialise.events import events_csv

HEADLINE = Event(
    "evt_1", "att_1", (), (), Factuality.CERTAIN, "coerced-recruitment", "raid", "COERCE", None, None, (),
    Span(3, 9, "raided"), (), (), None, None, (), Reality.HAPPENED,
)  # fmt: skip
FRIDAY = EventTime(Span(0, 6, "Friday"), "2026-03-06", TimePrecision.DAY)
SATURDAY = EventTime(Span(0, 8, "Saturday"), "2026-03-07", TimePrecision.DAY)


def told(*events: Event) -> Happening:
    return Happening(
        tuple(Account(event, f"doc_{at}", f"Outlet {at}", "2026-03-08") for at, event in enumerate(events))
    )


def listed(happening: Happening) -> str:
    out = StringIO()
    paper = open_paper(out)
    for part in events_table([happening]):
        paper.print(part)
    return out.getvalue()


def test_a_happening_has_the_date_of_the_first_account_that_gives_one():
    happening = told(HEADLINE, replace(HEADLINE, time=FRIDAY), replace(HEADLINE, time=SATURDAY))
    assert listed(happening).startswith("2026-03-06  raid")
    assert next(csv.DictReader(StringIO(events_csv([happening]))))["event_date"] == "2026-03-06"
    assert happening.first.time is None


def test_a_happening_of_which_nobody_gives_a_date_has_none():
    assert listed(told(HEADLINE, HEADLINE)).startswith("no date  raid")
    assert next(csv.DictReader(StringIO(events_csv([told(HEADLINE)]))))["event_date"] == ""
