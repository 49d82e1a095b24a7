"""One text's people, places and nouns, so that they recur; and templates filled from them.

A template's ``[S1:`` / ``[C1:`` / ``[K1:`` numbers are local; ``Scene.t`` makes them fresh.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from training.nested import lexicon as lex
from training.nested.clauses import Stock, gerund, mark_org, regular
from training.nested.markup import cap
from training.nested.topics import Topic

_TAGS = re.compile(r"\[[A-Za-z]\d*:|[\]‹]")
_LOCAL = re.compile(r"\[([SCK])(\d+):")
_ONE = [
    "a senior official",
    "an official",
    "a source close to the talks",
    "a person familiar with the matter",
    "a law enforcement source",
    "a diplomat",
    "a former employee",
    "a whistleblower",
    "a security source",
    "an aide",
    "an insider",
    "the insider source",
    "a lawyer for the families",
    "a union official",
    "a police source",
    "a witness",
    "a source in [o:the Interior Ministry]",
    "an official who was not authorised to speak publicly",
]
_MANY = [
    "residents",
    "officials",
    "[n:two] employees",
    "[n:three] people briefed on the plan",
    "witnesses",
    "activists",
    "critics",
    "relatives",
    "neighbours",
    "[n:two] officials familiar with the discussions",
    "opposition lawmakers",
    "industry experts",
    "lawyers",
    "campaigners",
    "local authorities",
    "analysts",
    "people familiar with the matter",
    "[n:four] former members of staff",
    "rights groups",
    "several workers",
]
_DOCS = [
    "the [d:report]",
    "the [d:document]",
    "the leaked [d:memo]",
    "the [d:letter]",
    "an internal [d:email]",
    "the [d:audit]",
    "the [d:filing]",
    "a draft [d:order]",
]
_ROLES = [
    "[t:spokeswoman]",
    "[t:chairman]",
    "[t:director]",
    "[t:deputy head]",
    "[t:head]",
    "[t:chief executive]",
    "[t:adviser]",
]


def starts(before: str) -> bool:
    """Whether a sentence begins after this much of a text."""
    opened = before.endswith(("‹", "]", ":")) and _TAGS.sub("", before[before.rfind("‹") :]) == "" and "‹" in before
    left = _TAGS.sub("", before).rstrip("›")
    return opened or not left or left[-1] == "\n" or left[-1] == " " and left.rstrip(" ›")[-1:] in (".", "!", "?")


@dataclass
class Person:
    """Somebody who recurs in a text."""

    first: str
    last: str
    female: bool
    title: str
    seen: int = 0
    honorific: str = ""


@dataclass
class Dossier:
    """Hand-written matter on one affair."""

    adj: str
    titles: list[str]
    agencies: list[tuple[str, str]]
    issues: list[str]
    claims: list[str]
    acts: list[str]
    goals: list[str]
    own: list[str]
    extra: dict[str, list[str]] = field(default_factory=dict)


class Scene(Stock):
    """A stock whose names, places and nouns are few and come back."""

    def __init__(self, rng: random.Random, topic: Topic, dossier: Dossier | None = None) -> None:
        super().__init__(rng, topic)
        self.dossier = dossier
        self.pools: dict[str, list[str]] = {}
        self.cities = rng.sample(lex.CITIES, 3)
        self.countries = rng.sample(lex.COUNTRIES, 2)
        self.nation = dossier.adj if dossier else rng.choice(lex.NATIONAL)
        self.orgs = rng.sample([o for o in lex.ORGS if o not in ("ISW", "the Airborne Forces")], 2)
        bodies = [re.sub(r"\[o:(.*)\]", r"\1", a) for a in topic.agents if re.fullmatch(r"(the )?\[o:[^\]]+\]", a)]
        if dossier:
            self.cities, self.countries = (
                rng.sample(dossier.extra[key], count) for key, count in (("cities", 3), ("countries", 2))
            )
            bodies = dossier.extra["bodies"]
        if bodies and self.chance(0.85):
            self.orgs[0] = rng.choice(bodies)
        self.outlets = rng.sample(lex.OUTLETS, 3)
        people = [a for a in topic.agents if "{person}" not in a]
        self.agents = rng.sample(people, min(4, len(people)))
        self.things = rng.sample(topic.things, min(3, len(topic.things)))
        self.last: Person | None = None
        self.recent: Person | None = None
        formal = self.british and self.chance(0.4)
        self.people: dict[str, Person] = {}
        lasts = rng.sample(lex.SURNAMES, 6)
        for key, last in zip("ABDXYZ", lasts, strict=True):
            female = self.chance(0.45)
            title = rng.choice(dossier.titles) if dossier and key in "AB" else self._title(female)
            self.people[key] = Person(
                rng.choice(lex.FEMALE if female else lex.MALE),
                last,
                female,
                title,
                0,
                ("Ms" if female else "Mr") if formal else "",
            )
        self.fixed: dict[str, str] = {}
        self.ones = rng.sample(_ONE, 2)
        self.manys = rng.sample(_MANY, 3)
        self.docs = rng.sample(_DOCS, 2)
        self.raw: dict[int, str] = {}

    def _title(self, female: bool) -> str:
        roll = self.rng.random()
        if roll < 0.4:
            return f"[t:{self.rng.choice([t for t in lex.OFFICES if t != 'Congresswoman'])}]"
        if roll < 0.6:
            return f"[g:{self.nation}] [t:{self.rng.choice(['Interior Minister', 'Foreign Minister', 'Health Minister', 'Prime Minister', 'President'])}]"
        if roll < 0.8:
            org = self.rng.choice([o for o in lex.ORGS if not o.startswith("the ") and not o.endswith("'s")])
            role = self.rng.choice(_ROLES)
            if not female:
                role = role.replace("spokeswoman", "spokesman")
            elif role == "[t:chairman]":
                role = "[t:chairwoman]"
            return f"[o:{org}] {role}"
        return self.rng.choice(
            [
                "defence lawyer",
                "local resident",
                "opposition politician",
                "economist",
                "military blogger",
                "historian",
                "human rights activist",
                "villager",
                "student",
                "analyst",
                "shopkeeper",
                "whistleblower",
                "former police officer",
                "union organiser",
                "doctor",
            ]
        )

    # -- who -------------------------------------------------------------
    def name(self, key: str) -> str:
        """A place for a name, settled when the whole text stands."""
        return "{@" + key + "}"

    def settle(self, text: str) -> str:
        """Put the names in: in full with title at first, then a surname, sometimes a pronoun."""
        out = ""
        for part in re.split(r"(\{@\w+\})", text):
            if not part.startswith("{@"):
                out += part
                if "\n" in part:
                    self.recent = None
                continue
            words = self._settled(part[2:-1], starts(out))
            out += cap(words) if starts(out) else words
        return out

    def _settled(self, key: str, start: bool) -> str:
        if key in ("he", "his"):
            if self.last:
                return ({"he": "she", "his": "her"}[key]) if self.last.female else key
            return self._settled("A", start) + ("'s" if key == "his" else "")
        who = self.people[key]
        again, self.recent, self.last = self.recent is who, who, who
        who.seen += 1
        if who.seen == 1:
            return f"{who.title} [p:{who.first} {who.last}]"
        if again and start and self.chance(0.4):
            return "she" if who.female else "he"
        return (f"[t:{who.honorific}] " if who.honorific else "") + f"[p:{who.last}]"

    def cycle(self, key: str, items: list[str]) -> str:
        """Next of a shuffled list, so that nothing repeats before all were used."""
        pool = self.pools.get(key)
        if not pool:
            pool = self.pools[key] = self.rng.sample(items, len(items))
        return pool.pop()

    def subject(self) -> tuple[str, bool, list[str]]:
        """As in the stock, from few agents and things."""
        if self.chance(0.66):
            raw = self.rng.choice(self.agents)
            return self.once(raw.lstrip("+")), raw.startswith("+"), [self.cycle("acts", self.topic.acts)]
        raw = self.rng.choice(self.things)
        return self.once(raw.lstrip("+")), raw.startswith("+"), [self.cycle("events", self.topic.events)]

    def once(self, raw: str) -> str:
        """Fill a template once for the whole text; an indefinite article turns definite later."""
        if raw not in self.fixed:
            self.fixed[raw] = self.fill(raw)
            return self.fixed[raw]
        return re.sub(r"^an? ", "the ", self.fixed[raw])

    def agent(self) -> tuple[str, bool]:
        """One of the few agents."""
        raw = self.rng.choice(self.agents)
        return self.once(raw.lstrip("+")), raw.startswith("+")

    def thing(self) -> str:
        """One of the few things."""
        if self.dossier and self.chance(0.95):
            return self.fill(self.cycle("issues", self.dossier.issues))
        return self.once(self.rng.choice(self.things))

    def act(self, form: str = "base") -> str:
        """An act not used just now."""
        if self.dossier and self.chance(0.9):
            phrase = self.fill(self.cycle("dacts", self.dossier.acts))
        else:
            phrase = self.fill(self.cycle("plainacts", [a for a in self.topic.acts if not a.startswith("~")]))
        verb, _, rest = phrase.partition(" ")
        return f"{ {'base': verb, 'ger': gerund(verb), 'pp': regular(verb)[1], 'past': regular(verb)[0]}[form] } {rest}".strip()

    def clause(self, past: bool = True) -> str:
        """A clause, from the dossier where there is one."""
        if self.dossier and self.chance(0.85):
            return self.fill(self.cycle("claims", self.dossier.claims))
        return self.base(past)

    def _slot(self, name: str) -> str:
        rng = self.rng
        if name in self.people:
            return self.name(name)
        if name in ("he", "his"):
            return "{@" + name + "}"
        if name in ("city", "City"):
            return f"[l:{rng.choice(self.cities)}]"
        if name == "country":
            return f"[l:{rng.choice(self.countries)}]"
        if name == "national_":
            return self.nation
        if name in ("person", "Person"):
            return self.name(rng.choice("YZ"))
        if name == "org":
            return mark_org(rng.choice(self.orgs))
        if name == "M":
            return mark_org(self.orgs[0])
        if name in ("O", "O2", "O3"):
            return mark_org(self.outlets[int(name[1:] or 1) - 1])
        if name == "outlet":
            return mark_org(self.outlets[2])
        if name == "U":
            return self.once(rng.choice(self.ones)) if self.chance(0.8) else rng.choice(_ONE)
        if name == "UU":
            return rng.choice(self.manys)
        if name == "doc":
            return self.once(rng.choice(self.docs))
        if name == "G":
            return self.agent()[0]
        if name in ("c", "f"):
            return self.clause(name == "c")
        if name in ("CC", "FF"):
            return cap(self.clause(name == "CC"))
        if name in ("act", "ger"):
            return self.act("base" if name == "act" else "ger")
        if name == "acted":
            return self.act("past")
        if name == "np":
            return self.thing()
        if name == "say":
            return self.spoken()
        if name == "goal":
            return self.cycle(
                "goals",
                self.dossier.goals
                if self.dossier
                else ["calm the public", "win time before the vote", "avoid a scandal", "shift the blame"],
            )
        if name == "day":
            return self.fill(rng.choice(["{daymonth}", "{wday}", "{rel}"]))
        return super()._slot(name)

    def t(self, template: str, *marks: str, **given: str) -> str:
        """A filled template with fresh attribution numbers."""
        fresh: dict[str, int] = {}

        def number(match: re.Match[str]) -> str:
            if match.group(2) not in fresh:
                fresh[match.group(2)] = self.new_id()
            return f"[{match.group(1)}{fresh[match.group(2)]}:"

        made = _LOCAL.sub(number, template)
        for key, words in given.items():
            made = made.replace("{" + key + "}", words)
        while match := re.search(r"\{(\w+)\}", made):
            made = made[: match.start()] + self.fill("{" + match.group(1) + "}") + made[match.end() :]
        return made

    def one(self, key: str, templates: list[str], **given: str) -> str:
        """A capitalised sentence from a list, none twice in a row."""
        return cap(self.t(self.cycle(key, templates), **given))
