"""Base clauses without attribution: inflection, slots, subjects and sources."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from training.nested import cues
from training.nested import lexicon as lex
from training.nested.markup import cap
from training.nested.topics import TOPICS, Topic

_IRREGULAR = {row.split()[0]: tuple(row.split()[1:]) for row in cues.IRREGULAR.replace("\n", "").split(";")}
_VOWELS = "aeiou"
_SMALL = re.compile(
    r"\{num\}(?= (?:months|weeks|days|hours|years|titles|goals|councillors|metres|villages|babies|seats|stores|titles|tenants|schools|species|new|turbines|dogs|concerts|matches|pages|errors|cameras|wolves))"
)
_DOUBLING = {
    "begin",
    "forbid",
    "admit",
    "commit",
    "cut",
    "run",
    "set",
    "put",
    "bet",
    "hit",
    "win",
    "dig",
    "split",
    "quit",
    "shut",
    "plan",
    "ban",
    "drop",
    "map",
    "skip",
    "flip",
    "cap",
    "scrap",
    "jam",
    "spin",
    "beg",
    "compel",
    "transfer",
    "quip",
    "expel",
    "regroup_",
    "flop",
    "rig",
    "step",
    "hid",
    "refer",
    "ship",
    "snap",
    "cancel",
    "label",
}


def regular(verb: str) -> tuple[str, str]:
    """Past and participle."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]  # type: ignore[return-value]
    if verb.endswith("e"):
        past = verb + "d"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past = verb[:-1] + "ied"
    elif verb in _DOUBLING:
        past = verb + verb[-1] + "ed"
    else:
        past = verb + "ed"
    return past, past


def third(verb: str) -> str:
    """Third person singular present."""
    if verb in ("be", "have", "do"):
        return {"be": "is", "have": "has", "do": "does"}[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z", "go")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def gerund(verb: str) -> str:
    """The -ing form."""
    if verb == "be":
        return "being"
    if verb == "lie":
        return "lying"
    if verb in _DOUBLING:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"


@dataclass
class Source:
    """Someone or something that can be a subject and a source."""

    text: str
    plural: bool = False
    pronoun: str = "they"
    kind: str = "unnamed"  # person, org, unnamed, doc, pronoun
    short: list[str] = field(default_factory=list)
    comma: bool = False  # an appositive is open and wants a closing comma


class Stock:
    """Random fillers for one document, kept to one topic."""

    def __init__(self, rng: random.Random, topic: Topic | None = None) -> None:
        self.rng = rng
        self.topic = topic or rng.choice(TOPICS)
        self.cast: list[Source] = []
        self.used: list[Source] = []  # sources of the sentence under way
        self.ids = 0
        self.british = rng.random() < 0.6

    def new_id(self) -> int:
        """A fresh attribution number."""
        self.ids += 1
        return self.ids

    def chance(self, share: float) -> bool:
        """True with this probability."""
        return self.rng.random() < share

    # -- slots -----------------------------------------------------------
    def number(self, small: bool = False) -> str:
        """A number, sometimes with an approximating hedge."""
        roll = self.rng.random() * (0.5 if small else 1)
        if roll < 0.35:
            words = self.rng.choice(lex.NUMWORDS)
        elif roll < 0.7:
            words = str(self.rng.randint(11, 90 if small else 990))
        elif roll < 0.9:
            words = f"{self.rng.randint(1, 90) * 1000:,}"
        else:
            words = f"{self.rng.randint(2, 9)},{self.rng.randint(100, 999)}"
        marked = f"[n:{words}]"
        if self.chance(0.28):
            marked = f"[h:{self.rng.choice(lex.APPROX)}] {marked}"
        return marked

    def person(self) -> str:
        """A marked full name."""
        first = self.rng.choice(lex.MALE + lex.FEMALE)
        return f"[p:{first} {self.rng.choice(lex.SURNAMES)}]"

    def fill(self, template: str) -> str:
        """Replace the slots of a template."""

        def one(match: re.Match[str]) -> str:
            return self._slot(match.group(1))

        previous = ""
        while previous != template:
            previous, template = template, re.sub(r"\{(\w+)\}", one, _SMALL.sub("{few}", template))
        return template.replace("[o:the ", "the [o:")

    def _slot(self, name: str) -> str:
        rng = self.rng
        if name == "num":
            return self.number()
        if name == "few":
            return self.number(small=True)
        if name in ("person", "Person"):
            return self.person()
        if name in ("city", "City"):
            return f"[l:{rng.choice(lex.CITIES)}]"
        if name == "country":
            return f"[l:{rng.choice(lex.COUNTRIES)}]"
        if name == "national_":
            return rng.choice(lex.NATIONAL)
        if name == "people_":
            return rng.choice(lex.PEOPLES)
        if name == "month_":
            return rng.choice(lex.MONTHS)
        if name == "month":
            return f"[w:{rng.choice(lex.MONTHS)}]"
        if name == "wday":
            return f"[w:{rng.choice(lex.WEEKDAYS)}]"
        if name == "daymonth":
            day, month = rng.randint(1, 28), rng.choice(lex.MONTHS)
            return f"[w:{day} {month}]" if self.british else f"[w:{month} {day}]"
        if name == "rel":
            return f"[w:{rng.choice(lex.RELATIVE_DATES)}]"
        if name == "rel2":
            return f"[w:{rng.choice(['this week', 'this month', 'this year'])}]"
        if name == "year":
            return str(rng.randint(1988, 2025))
        if name == "pct":
            unit = "%" if self.chance(0.4) else (" per cent" if self.british else " percent")
            return f"[n:{rng.randint(2, 74)}]{unit}"
        if name == "money":
            sign, scale = rng.choice(lex.MONEY_UNITS), rng.choice(["", "m", "bn", " million", ",000"])
            amount = f"{sign}[n:{rng.randint(2, 900)}{scale}]"
            return f"[h:{rng.choice(lex.APPROX)}] {amount}" if self.chance(0.15) else amount
        if name in ("org", "outlet"):
            return mark_org(rng.choice(lex.ORGS if name == "org" else lex.OUTLETS))
        if name == "orgbare":
            return mark_org(rng.choice([o for o in lex.ORGS if not o.endswith("s")]))
        raise KeyError(name)

    # -- sources ---------------------------------------------------------
    def named(self) -> Source:
        """A person introduced with a title or an appositive."""
        rng = self.rng
        female = self.chance(0.45)
        first, last = rng.choice(lex.FEMALE if female else lex.MALE), rng.choice(lex.SURNAMES)
        full = f"[p:{first} {last}]"
        source = Source(full, False, "she" if female else "he", "person", [f"[p:{last}]"])
        honor = rng.choice(["Ms", "Mrs", "Dr"] if female else ["Mr", "Mr", "Dr"])
        if self.british and self.chance(0.4):
            source.short.append(f"[t:{honor}] [p:{last}]")
        roll = rng.random()
        if roll < 0.22:
            title = rng.choice([t for t in lex.OFFICES if not (t == "Congresswoman" and not female)])
            source.text = f"[t:{title}] {full}"
        elif roll < 0.36:
            offices = [t for t in lex.OFFICES if t.endswith("Minister") or t in ("President", "General", "Ambassador")]
            source.text = f"[g:{rng.choice(lex.NATIONAL)}] [t:{rng.choice(offices)}] {full}"
        elif roll < 0.44:
            org = rng.choice([o for o in lex.ORGS if not o.startswith("the ") and not o.endswith("'s")])
            role = rng.choice(
                [
                    "spokeswoman" if female else "spokesman",
                    "analyst_",
                    "director",
                    "chairman" if not female else "chairwoman",
                    "chief executive",
                ]
            )
            head = "analyst" if role == "analyst_" else f"[t:{role}]"
            source.text = f"[o:{org}] {head} {full}"
        elif roll < 0.78:
            role = rng.choice(lex.ROLE_APPOS)
            swaps = (
                {"spokeswoman": "spokesman", "a mother of": "a father of"}
                if not female
                else {"spokesman": "spokeswoman", "chairman": "chairwoman"}
            )
            for old, new in swaps.items():
                role = role.replace(old, new)
            source.text, source.comma = f"{full}, {self.fill(role)}", True
        return source

    def source(self, kinds: str = "poudr") -> Source:
        """A source: p person, o organisation, u unnamed, d document, r recurring."""
        rng = self.rng
        weights = {"p": 30, "o": 20, "u": 34, "d": 9, "r": 22 if self.cast else 0}
        allowed = [k for k in kinds if weights[k]] or ["u"]
        kind = rng.choices(allowed, [weights[k] for k in allowed])[0]
        if kind == "r":
            old = rng.choice(self.cast[-4:])
            fresh = old not in self.used
            if not fresh and not self.chance(0.35):
                return self.source(kinds.replace("r", ""))
            self.used.append(old)
            if fresh and old.short and self.chance(0.6):
                return Source(rng.choice(old.short), old.plural, old.pronoun, old.kind)
            return Source(old.pronoun, old.pronoun == "they", old.pronoun, "doc" if old.kind == "doc" else "pronoun")
        if kind == "p":
            made = self.named()
        elif kind == "o":
            near_war = self.topic.name in ("war", "migration") and self.chance(0.2)
            made = Source(mark_org("ISW" if near_war else rng.choice(lex.ORGS + lex.OUTLETS)), False, "it", "org")
            made.short = [made.text]
        else:
            raw = self.fill(rng.choice(lex.UNNAMED if kind == "u" else lex.DOCS))
            plural = raw.startswith(("+", "[d:documents]"))
            made = Source(
                raw.lstrip("+"),
                plural,
                "they" if plural else ("it" if kind == "d" else rng.choice(["he", "she"])),
                "doc" if kind == "d" else "unnamed",
            )
            institutional = re.search(
                r"^the (ministry|company|council|club|union|agency|channel|newspaper|outlet|website|broadcaster|think tank|embassy|bank|hospital|"
                r"school|regulator|court|prosecution|defence|airline)|channel$|site$|tabloid$|union$",
                raw,
            )
            if institutional:
                made.pronoun = "it"
        self.cast.append(made)
        self.used.append(made)
        return made

    # -- clauses ---------------------------------------------------------
    def subject(self) -> tuple[str, bool, list[str]]:
        """Subject, whether plural, and the verb phrases it may take."""
        agentive = self.chance(0.72)
        raw = self.rng.choice(self.topic.agents if agentive else self.topic.things)
        return self.fill(raw.lstrip("+")), raw.startswith("+"), self.topic.acts if agentive else self.topic.events

    def agent(self) -> tuple[str, bool]:
        """An agent of the topic."""
        raw = self.rng.choice(self.topic.agents)
        return self.fill(raw.lstrip("+")), raw.startswith("+")

    def thing(self) -> str:
        """A noun phrase of the topic."""
        return self.fill(self.rng.choice(self.topic.things))

    def act(self, form: str = "base") -> str:
        """An act without subject: base, ger or pp."""
        phrase = self.fill(self.rng.choice([a for a in self.topic.acts if not a.startswith("~")]))
        verb, _, rest = phrase.partition(" ")
        word = {"base": verb, "ger": gerund(verb), "pp": regular(verb)[1]}[form]
        return f"{word} {rest}".strip()

    def predicate(self, phrase: str, plural: bool, past: bool, person: int = 3) -> str:
        """Finite predicate; ``past`` asks for tenses that go under a past cue."""
        rng = self.rng
        state = (
            phrase.startswith("~")
            or phrase.startswith("be ")
            and not re.match(r"be \w+(ed|wn|nt|ld|ilt|lt|ught|ken|ten|rt|nd)\b", phrase)
        )
        verb, _, rest = self.fill(phrase.lstrip("~")).partition(" ")
        base_plural = plural or person != 3
        was, has, present = ("were", "have", "are") if base_plural else ("was", "has", "is")
        simple, participle = regular(verb)
        simple = was if verb == "be" else simple
        now = present if verb == "be" else (verb if base_plural else third(verb))
        if state:
            word = rng.choice([simple, simple, now] if past else [now, now, simple])
        else:
            options = (
                ["past", "past", "pluperf", "pluperf", "would", "mod", "prog"]
                if past
                else ["past", "past", "perf", "perf", "fut", "mod", "prog"]
            )
            tense = rng.choice(options)
            if verb == "be" and tense == "prog":
                tense = "past"
            negative = " not" if self.chance(0.08) else ""
            modal = rng.choice(["may", "might", "might", "could"])
            modal = modal if modal == "could" else f"[h:{modal}]"
            word = {
                "past": (f"{was} not" if verb == "be" else f"did not {verb}") if negative else simple,
                "pluperf": f"had{negative} {participle}",
                "perf": f"{has}{negative} {participle}",
                "would": f"would{negative} {verb}",
                "fut": f"will{negative} {verb}",
                "mod": f"{modal} {verb}" if past else f"{modal} {rng.choice([verb, 'have ' + participle])}",
                "prog": f"{was if past else present} {gerund(verb)}",
            }[tense]
            if not negative and tense in ("past", "pluperf", "perf") and verb != "be" and self.chance(0.08):
                adverb = rng.choice(["possibly", "likely", "probably", "perhaps", "apparently"])
                word = f"[h:{adverb}] {word}" if tense == "past" else word.replace(" ", f" [h:{adverb}] ", 1)
        return f"{word} {rest}".strip()

    def base(self, past: bool = True) -> str:
        """A clause without attribution, lower case."""
        subject, plural, phrases = self.subject()
        phrase = self.rng.choice(phrases)
        roll = self.rng.random()
        if roll < 0.05 and not phrase.startswith("~"):
            verb = (
                ("seemed" if past else "seem" if plural else "seems")
                if self.chance(0.5)
                else ("appeared" if past else "appear" if plural else "appears")
            )
            clause = f"{subject} [h:{verb}] to have {regular(phrase.split()[0])[1]} {self.fill(phrase.partition(' ')[2])}".strip()
        elif roll < 0.08 and not phrase.startswith("~"):
            verb = ("were" if plural else "was") if past else ("are" if plural else "is")
            clause = f"{subject} {verb} [h:likely] to {self.fill(phrase)}"
        elif roll < 0.10:
            clause = (
                f"[h:it {'was' if past else 'is'} unclear] whether {subject} {self.predicate(phrase, plural, past)}"
            )
        else:
            clause = f"{subject} {self.predicate(phrase, plural, past)}"
        if not re.search(r"\[w:|\bby\b|until|\bif\b", clause) and self.chance(0.2):
            clause += self.fill(
                self.rng.choice(
                    [
                        " in {city}",
                        " {rel}",
                        " on {wday}",
                        " in {month}",
                        " despite the warnings",
                        " without explanation",
                        " to avoid a scandal",
                        " because of a lack of money",
                        " for the second time",
                        " in secret",
                        " since {month}",
                    ][:10]
                )
            )
        return clause

    def spoken(self) -> str:
        """A sentence as someone might say it, capitalised, without its stop."""
        roll = self.rng.random()
        if roll < 0.4:
            from training.nested.topics import SPOKEN, TAILS

            line = self.rng.choice(SPOKEN)
            return f"{line}, {self.rng.choice(TAILS)}" if self.chance(0.25) else line
        if roll < 0.7:
            person = self.rng.choice(["We", "They", "We", "You people"])
            phrase = self.rng.choice(self.topic.acts)
            return f"{person} {self.predicate(phrase, True, False, 1)}"
        return cap(self.base(False))


def mark_org(name: str) -> str:
    """Mark an organisation, its article outside the span."""
    return f"the [o:{name[4:]}]" if name.startswith("the ") else f"[o:{name}]"
