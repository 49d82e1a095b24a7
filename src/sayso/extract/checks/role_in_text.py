"""One text that contradicts itself on offices: two holders of one, or one person in two that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.domain.reading import Check, CheckKind, Level
from sayso.extract.checks.offices import Offices, Said

_TOPS = frozenset("head chief boss".split())
"""Words for the one at the top of a body, between which texts choose."""
_ONE_HOLDER = _TOPS | frozenset(
    "minister,mayor,governor,chairman,chairwoman,chair,prime minister,president,director,prosecutor general,attorney general,"
    "chief executive,ceo,editor-in-chief,police chief,speaker,secretary general,ombudsman,commander-in-chief".split(",")
)


def check_roles_in_text(said: Sequence[Said], offices: Offices) -> list[Check]:
    """Both kinds; each pair of names once."""
    present = [item for item in said if item.present]
    return [*_two_holders(present, offices), *_two_offices(present, offices)]


def _two_holders(present: Sequence[Said], offices: Offices) -> list[Check]:
    by_office: dict[object, dict[str, Said]] = defaultdict(dict)
    for item in present:
        key = _office_key(item)
        if key is not None:
            by_office[key].setdefault(_person_key(item), item)
    found = []
    for holders in by_office.values():
        first, *others = holders.values()
        for other in others:
            if not _can_differ(first, other):
                continue
            one, two = (first, other) if _has_held(first, offices) or not _has_held(other, offices) else (other, first)
            registered = one.office is not None
            succession = registered and _has_held(one, offices) and _has_held(two, offices)
            if succession and one.office is not None and one.office.for_life:
                continue
            if registered and not succession and (one.is_full_name and two.is_full_name):
                level, question = Level.RED, ""
            else:
                level, question = Level.AMBER, " Has one followed the other?"
            what = one.office.name if one.office is not None else _called(one)
            says = f"The same text calls {one.name} and {two.name} {what}: two holders of one office.{question}"
            found.append(Check(CheckKind.ROLE_IN_TEXT, level, two.role.span, says, (one.role.span, two.role.span)))
    return found


def _two_offices(present: Sequence[Said], offices: Offices) -> list[Check]:
    by_person: dict[str, list[Said]] = defaultdict(list)
    for item in present:
        if item.office is not None:
            by_person[_person_key(item)].append(item)
    found = []
    for roles in by_person.values():
        first = roles[0]
        assert first.office is not None
        for other in roles[1:]:
            assert other.office is not None
            if first.office.id == other.office.id or not _exclude(first, other):
                continue
            held = _has_held(first, offices) and _has_held(other, offices)
            level = Level.AMBER if held or not first.is_full_name else Level.RED
            one, two = (first, other) if _has_held(first, offices) or not _has_held(other, offices) else (other, first)
            assert one.office is not None and two.office is not None
            says = f"The same text calls {one.name} {one.office.name} and {two.office.name}: nobody holds both."
            if level is Level.AMBER:
                says += " Is one of them past?"
            found.append(Check(CheckKind.ROLE_IN_TEXT, level, two.role.span, says, (one.role.span, two.role.span)))
            break
    return found


def _exclude(first: Said, other: Said) -> bool:
    assert first.office is not None and other.office is not None
    return other.office.id not in first.office.beside and first.office.id not in other.office.beside


def _office_key(item: Said) -> object | None:
    """The office; of one that is not registered its title and body, where both are told."""
    if item.office is not None:
        return item.office.id
    role = item.role
    if role.title not in _ONE_HOLDER or not role.words or not item.is_full_name:
        return None
    if role.title in _TOPS and len(role.words) == 1 and not role.words[0].isupper():
        return None  # "campaign chief", "party head": of which?
    title = "head" if role.title in _TOPS else role.title
    return title, frozenset(word.lower() for word in role.words)


def _person_key(item: Said) -> str:
    if len(item.persons) == 1:
        return item.persons[0].id
    return item.role.person.party or item.name


def _can_differ(first: Said, other: Said) -> bool:
    """Whether the two are two people; one surname may be one person with two spellings of a given name."""
    return first.name.split()[-1].lower() != other.name.split()[-1].lower()


def _has_held(item: Said, offices: Offices) -> bool:
    return item.office is not None and any(
        tenure.office == item.office.id for person in item.persons for tenure in offices.tenures_of(person.id)
    )


def _called(item: Said) -> str:
    return " ".join((*item.role.words, item.role.title))
