"""What is said to have happened, as slots, and the clauses that say it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .families import OTHER_ACTORS, Family, Wording
from .marking import capital, mark
from .vocabulary import BOUNDS, BOUNDS_DE, HEDGES, HEDGES_DE, MONTHS, MONTHS_DE


@dataclass(frozen=True, slots=True)
class Fact:
    """One happening. `unit` and `scope` come with what they can be mistaken for; `day` is a deadline's where it is to come.

    `silent`: what is left out, of "time" and "scope".
    """

    family: Family
    actor: str
    number: int
    bound: str | None
    unit: Wording
    other_unit: Wording
    site: Wording
    place: str
    day: date
    scope: Wording
    other_scope: Wording
    hedge: str | None = None
    negated: bool = False
    silent: frozenset[str] = frozenset()

    @property
    def proper(self) -> str:
        """The name in the site ("Meteor")."""
        return next(word for word in re.split(r"[ |]", self.site.en) if word[:1].isupper())


def invent_fact(
    chance: Random, family: Family, *, place: str, propers: tuple[str, str], day: date, hedged: float, bounded: float
) -> Fact:
    """A happening of this kind on or by `day`; `propers` name the site and, where it has a name, the actor."""
    unit, other_unit = chance.choice(family.units)
    scope, other_scope = chance.choice(family.scopes)
    site = chance.choice(family.sites)
    return Fact(
        family=family,
        actor=chance.choice(family.actors).format(town=place, proper=propers[1]),
        number=invent_number(chance, family),
        bound=chance.choice(list(BOUNDS)) if chance.random() < bounded else None,
        unit=unit,
        other_unit=other_unit,
        site=Wording(site.en.format(proper=propers[0]), site.de.format(proper=propers[0])),
        place=place,
        day=date(day.year + chance.randrange(1, 3), 12, 31) if family.future else day,
        scope=scope,
        other_scope=other_scope,
        hedge=chance.choice(HEDGES) if chance.random() < hedged else None,
    )


def invent_number(chance: Random, family: Family) -> int:
    """A number such as people give: round where it is large, small ones more often than large ones."""
    low, high = family.numbers
    number = round(math.exp(chance.uniform(math.log(low), math.log(high))))
    if number > 1000:
        return round(number, -2)
    return round(number, -1) if number > 100 and chance.random() < 0.6 else number


def other_number(chance: Random, number: int) -> int:
    """What a number turns into: two digits change places, a digit is heard wrong, or a nought comes or goes."""
    digits = str(number)
    found = {number * 10, round(number * 1.4), round(number * 0.6)}
    if len(digits) > 1:
        found.add(int(digits[1] + digits[0] + digits[2:]))
    if number % 100 == 0:
        found.add(number // 10)
    return chance.choice(sorted(item for item in found if item not in (0, number) and item > 9))


def other_day(chance: Random, fact: Fact) -> date:
    """Another date than the true one, near it."""
    if fact.family.future:
        return date(fact.day.year + chance.choice((-1, 1)), 12, 31)
    return fact.day + timedelta(days=chance.choice((-9, -4, 3, 5, 11)))


def other_actor(chance: Random, fact: Fact) -> str:
    """A greater body than the true one."""
    return chance.choice([actor for actor in OTHER_ACTORS if actor != fact.actor])


def clause(fact: Fact, chance: Random, *, short: bool = False) -> str:
    """The fact as a clause with its slots marked; `short` leaves out when and what for, as headlines do."""
    passive = chance.random() < 0.45
    verb = mark("verb", _verb_group(fact, chance, passive=passive))
    actor, quantity = mark("actor", fact.actor), _quantity(fact, chance)
    place = chance.choice(("in {}", "in {}", "in the town of {}")).format(mark("place", fact.place))
    site, scope = (chance.choice(words.en.split("|")) for words in (fact.site, fact.scope))
    if passive:
        parts = [quantity, site, verb] if fact.family.site_of_unit else [quantity, verb, site]
        parts.append(f"by {actor}")
    else:
        parts = [actor, verb, quantity, site]
    if short:
        return " ".join([*parts, place])
    when = "" if "time" in fact.silent else mark("time", _time(fact, chance))
    what_for = "" if "scope" in fact.silent else mark("scope", scope)
    draw = chance.random()
    if when and draw < 0.3:
        parts = [f"{when},", *parts, place, what_for]
    elif draw < 0.6:
        parts += [what_for, place, when]
    else:
        parts += [place, what_for, when]
    return " ".join(part for part in parts if part)


def clause_de(fact: Fact) -> str:
    """The fact as a German clause with its slots marked."""
    bound = f"{BOUNDS_DE[fact.bound]} " if fact.bound else ""
    number = f"{fact.number:,}".replace(",", ".")
    words = [HEDGES_DE[fact.hedge]] if fact.hedge else []
    words += ["nicht"] if fact.negated else []
    verb = mark("verb", " ".join(["will" if fact.family.future else "hat", *words]))
    day = f"bis Ende {fact.day.year}" if fact.family.future else f"am {fact.day.day}. {MONTHS_DE[fact.day.month - 1]}"
    return " ".join(
        [
            mark("actor", capital(fact.actor.removeprefix("the "))),
            verb,
            mark("quantity", f"{bound}{number} {fact.unit.de}"),
            fact.site.de,
            f"in {mark('place', fact.place)}",
            "" if "time" in fact.silent else mark("time", day),
            "" if "scope" in fact.silent else mark("scope", fact.scope.de),
            fact.family.participle_de,
        ]
    ).replace("  ", " ")


def _quantity(fact: Fact, chance: Random) -> str:
    bound = f"{chance.choice(BOUNDS[fact.bound])} " if fact.bound else ""
    return mark("quantity", f"{bound}{mark('number', f'{fact.number:,}')} {fact.unit.en}")


def _time(fact: Fact, chance: Random) -> str:
    if fact.family.future:
        return f"by the end of {fact.day.year}"
    month = MONTHS[fact.day.month - 1]
    return f"on {fact.day.day} {month}" if chance.random() < 0.6 else f"on {month} {fact.day.day}"


def _verb_group(fact: Fact, chance: Random, *, passive: bool) -> str:
    verb = chance.choice(fact.family.verbs)
    may = [mark("hedge", "may")] if fact.hedge == "may" else []
    adverb = [mark("hedge", fact.hedge)] if fact.hedge and not may else []
    no = [mark("not", "not")] if fact.negated else []
    if fact.family.future:
        return " ".join([*(may or ["will"]), *no, *adverb, *(["be", verb.participle] if passive else [verb.base])])
    if may:
        return " ".join([*may, *no, "have", *(["been"] if passive else []), verb.participle])
    if passive:
        return " ".join(["were", *no, *adverb, verb.participle])
    return " ".join([*adverb, *(["did", *no, verb.base] if no else [verb.past])])
