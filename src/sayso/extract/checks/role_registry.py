"""Offices that a text gives to persons, held against dated tenures. What the registry does not know is no error."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sayso.domain.office import Holding, Office, Person, Tenure, period
from sayso.domain.reading import Check, CheckKind, Level
from sayso.extract.checks.offices import Offices, Said

AROUND_A_CHANGE = 30
"""Days before and after a change of holder in which texts still or already say the other."""
LATE = timedelta(days=730)
"""How much earlier an office's last sighting may lie than a person's, for its list of holders to count as whole."""


def check_roles_against_registry(said: Sequence[Said], offices: Offices, day: date | None) -> list[Check]:
    """One check for each person and office, the gravest level first where a text says it in several ways."""
    found: dict[tuple[str, str, bool], Check] = {}
    for item in said:
        if item.office is None or item.role.acting:
            continue
        check = _judge(item, item.office, offices, day)
        if check is not None:
            found.setdefault((item.name, item.office.id, item.role.former), check)
    return list(found.values())


def _judge(item: Said, office: Office, offices: Offices, day: date | None) -> Check | None:
    held = [t for person in item.persons for t in offices.tenures_of(person.id) if t.office == office.id]
    if held:
        return _of_a_holder(item, office, held, offices, day) if day is not None else None
    if not item.persons:
        return _of_a_stranger(item, office, offices, day)
    if not item.is_full_name:
        return None  # "Minister Ivanov": of many Ivanovs the registry knows two
    if len(item.persons) > 1:
        names = ", ".join(_last_post(person, offices) for person in item.persons)
        says = f"Several people of the name {item.name} are in the registry, and none as {office.name}: {names}. Who is meant?"
        return _check(item, Level.AMBER, says, (), offices)
    return _of_somebody_else(item, office, item.persons[0], offices, day)


def _of_a_holder(item: Said, office: Office, held: Sequence[Tenure], offices: Offices, day: date) -> Check | None:
    """Somebody who held, holds or is to hold the office."""
    on = {tenure.on(day) for tenure in held}
    near = any(tenure.near(day, AROUND_A_CHANGE) for tenure in held)
    current = _current(office, offices, day)
    if item.role.former:
        if Holding.AFTER in on:
            return _check(item, Level.GREEN, f"{item.name} held the office before {day}.", held, offices)
        if Holding.UNKNOWN in on or item.past:
            return None
        if Holding.DURING in on:
            says = f"“former” is wrong on {day}: the registry has {item.name} as {office.name}, {_period(held)}."
        else:
            says = f"On {day} {item.name} had not been {office.name} yet: the registry has {_period(held)}."
        return _check(item, Level.AMBER if near else Level.RED, says, held, offices)
    if Holding.DURING in on:
        now = [tenure for tenure in held if tenure.on(day) is Holding.DURING]
        return _check(
            item, Level.GREEN, f"The registry has {item.name} as {office.name}, {_period(now)}.", now, offices
        )
    if item.role.then or item.past:
        return None
    if Holding.UNKNOWN in on:
        says = f"Whether {item.name} was {office.name} on {day} is not known: the registry has {_period(held)}."
        return _check(item, Level.UNKNOWN, says, held, offices)
    if Holding.AFTER in on and office.for_life:
        says = f"{item.name} held the office before {day}, {_period(held)}; its former holders keep the title."
        return _check(item, Level.GREEN, says, held, offices)
    if Holding.AFTER in on:
        who = f", then {_named(current, offices)}" if current else ""
        says = f"Out of date on {day}, or “former” is missing: the registry has {item.name} as {office.name} {_period(held)}{who}."
    else:
        says = f"{item.name} was not yet {office.name} on {day}: the registry has {_period(held)}."
    level = Level.RED if current and not near else Level.AMBER
    return _check(item, level, says, [*held, *current], offices)


def _of_a_stranger(item: Said, office: Office, offices: Offices, day: date | None) -> Check | None:
    """Somebody whom the registry does not know."""
    if not item.is_full_name or not item.present:
        return None
    namesakes = [
        tenure
        for person in offices.bearers_of_surname(item.name)
        for tenure in offices.tenures_of(person.id)
        if tenure.office == office.id
    ]
    if namesakes:
        says = f"The registry has {_named(namesakes, offices)} as {office.name}, not {item.name}: somebody else, or another given name?"
        return _check(item, Level.AMBER, says, namesakes, offices)
    current = _current(office, offices, day) if day is not None else ()
    if not current:
        says = f"The registry does not know {item.name}, nor who was {office.name} then."
        return _check(item, Level.UNKNOWN, says, (), offices)
    if any(tenure.near(day, AROUND_A_CHANGE) for tenure in current if day is not None):
        return None
    says = f"On {day} the registry has {_named(current, offices)} as {office.name}, and does not know {item.name}."
    # A line that nobody has checked can only ask.
    level = Level.RED if all(tenure.checked for tenure in current) else Level.AMBER
    return _check(item, level, says, current, offices)


def _of_somebody_else(item: Said, office: Office, person: Person, offices: Offices, day: date | None) -> Check | None:
    """Somebody whom the registry knows in other offices only."""
    if item.role.then or (item.past and not item.role.former):
        return None
    career = offices.tenures_of(person.id)
    holders = offices.holders(office.id)
    if not career or not holders:
        return None
    if item.role.former:
        says = f"The registry never has {item.name} as {office.name}."
        return _check(item, Level.AMBER, says, career, offices)
    current = _current(office, offices, day) if day is not None else tuple(holders[-1:])
    theirs = [t for t in career if day is None or t.on(day) is Holding.DURING] or list(career[-1:])
    sure = bool(current) if day is not None else _covers(holders, career)
    holders_open = day is not None and bool(offices.holders(office.id, day))
    if day is not None and any(tenure.near(day, AROUND_A_CHANGE) for tenure in current):
        sure = False
    at = f" on {day}" if day is not None else ""
    posts = "; ".join(f"{offices.line(t).office} ({period(t)})" for t in theirs[-2:])
    who = _named(current or holders[-1:], offices)
    says = f"The registry has {item.name}{at} as {posts}, never as {office.name}; that it has {who}."
    if sure:
        level = Level.RED
    elif holders_open or person.country != office.country:
        level = Level.AMBER
    else:
        level = Level.UNKNOWN  # its holders are not recorded for that time: he may well have been one
    return _check(item, level, says, [*theirs[-2:], *(current or holders[-1:])], offices)


def _current(office: Office, offices: Offices, day: date) -> tuple[Tenure, ...]:
    return tuple(t for t in offices.holders(office.id, day) if t.on(day) is Holding.DURING)


def _covers(holders: Sequence[Tenure], career: Sequence[Tenure]) -> bool:
    """Whether the office's holders are recorded over all the time for which the person's posts are."""
    begins = [tenure.since.first for tenure in holders if tenure.since is not None]
    posts = [tenure.since.first for tenure in career if tenure.since is not None]
    return bool(begins and posts) and min(begins) <= min(posts) and _end(holders) + LATE >= _end(career)


def _end(tenures: Sequence[Tenure]) -> date:
    ends = [known.last for t in tenures for known in (t.until, t.seen) if known is not None]
    return max(ends, default=date.min)


def _named(tenures: Sequence[Tenure], offices: Offices) -> str:
    return " and ".join(f"{offices.line(tenure).person} ({period(tenure)})" for tenure in tenures)


def _period(held: Sequence[Tenure]) -> str:
    return " and ".join(period(tenure) for tenure in held)


def _last_post(person: Person, offices: Offices) -> str:
    career = offices.tenures_of(person.id)
    return f"{person.name}, {offices.line(career[-1]).office}" if career else person.name


def _check(item: Said, level: Level, says: str, tenures: Sequence[Tenure], offices: Offices) -> Check:
    lines = tuple(dict.fromkeys(offices.line(tenure) for tenure in tenures))
    return Check(CheckKind.ROLE_REGISTRY, level, item.role.span, says, (item.role.span,), lines)
