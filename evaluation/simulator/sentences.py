"""Sentences that tell a claim, with its source and credit, and sentences about other things; all with marks.

Marks: `t` a statement, in it `s|depth|naming|kind|name` and `c|depth|stance` of its hops (0 the outermost), `o|depth` what the
hop at that depth lets the inner ones say, and `k|claim|mode` the content; inside it the slots of the fact.
"""

from __future__ import annotations

import re
from random import Random

from sayso.domain.attribution import Naming, PartyKind

from . import vocabulary
from .facts import Fact, clause
from .growing import Credit, Node, Way
from .marking import capital, mark
from .telling import Telling
from .vocabulary import CUES
from .world import Outlet, Party, World

_ALTERNATIVES = re.compile(r"\(([^()]+)\)")
_HEADLINE_CUES = {"insinuates": "hints", "claims": "claims", "says": "says", "confirms": "confirms"}
_STANCE_OF_CUE = {cue: stance for stance, cues in CUES.items() for cue in cues}


def content(claim: str, words: str, mode: str = "indirect") -> str:
    """Words marked as what is said."""
    return mark(f"k|{claim}|{mode}", words)


def outlet_source(depth: int, outlet: str) -> str:
    """An outlet marked as who says it."""
    return mark(f"s|{depth}|{Naming.NAMED}|{PartyKind.ORGANISATION}|{outlet}", outlet)


def party_source(depth: int, party: Party, words: str) -> str:
    """A party marked as who says it."""
    return mark(f"s|{depth}|{party.naming}|{party.kind}|{party.name}", words)


def cue(depth: int, word: str) -> str:
    """A cue."""
    return mark(f"c|{depth}|{_STANCE_OF_CUE.get(word, 'reports' if word in {'reported', 'writes'} else 'says')}", word)


def tell(node: Node, number: int, chance: Random) -> str:
    """The sentence with which a document opens telling number `number`, and what it says about where it has it from."""
    telling = node.tellings[number]
    source = node.sources[min(number, len(node.sources) - 1)].outlet if node.sources else None
    named = source if node.credit is Credit.NAMED else None
    said = content(node.claim, clause(telling.fact, chance), "own-voice" if telling.lost else "indirect")
    if telling.lost:
        after = ""
        if named is not None:
            name = named.name
            after = " " + chance.choice(
                (f"{name} was the first to report it.", f"The story was first carried by {name}.")
            )
        return mark("t", f"{capital(said)}.") + after
    if telling.raised_to is not None:
        return mark("t", _raised(telling.raised_to, said, named, chance))
    return mark("t", _attributed(node, telling, said, named, chance))


def tell_again(node: Node, telling: Telling, chance: Random, quotation: str | None) -> str:
    """A second sentence on the same: the party's own words where they are given, else once more in the outlet's."""
    who = party_source(0, telling.party, telling.party.short())
    verb = cue(0, chance.choice(CUES[telling.stance]))
    if quotation is not None:
        return mark("t", f"“{content(node.claim, quotation, 'direct')},” {who} {verb}.")
    said = capital(content(node.claim, clause(telling.fact, chance)))
    return mark("t", f"{said}, {who} {verb}.")


def headline(node: Node, chance: Random, exaggerated: Fact | None) -> str:
    """A headline as sure as the text, or (`exaggerated`) one that says more."""
    telling = node.tellings[0]
    if exaggerated is not None:
        words = capital(clause(exaggerated, chance))
        return mark("t", mark("exceeds", content(node.claim, words, "headline")))
    said = capital(content(node.claim, clause(telling.fact, chance, short=True), "headline"))
    if telling.lost:
        return mark("t", said)
    if telling.raised_to is not None:
        return mark("t", f"{said}, {outlet_source(0, telling.raised_to)} {cue(0, 'reported')}")
    word = mark(f"c|0|{telling.stance}", _HEADLINE_CUES[telling.stance])
    return mark("t", f"{said}, {party_source(0, telling.party, telling.party.short())} {word}")


def _raised(to: str, said: str, named: Outlet | None, chance: Random) -> str:
    if named is not None and named.name != to:
        outer = outlet_source(0, named.name)
        inner = outlet_source(1, to)
        if chance.random() < 0.5:
            return capital(f"{outer}, {cue(1, 'citing')} {inner}, {cue(0, 'reported')} that {said}.")
        inside = mark("o|0", f"{inner} {cue(1, 'reported')} that {said}")
        return capital(f"{inside}, {outer} {cue(0, 'writes')}.")
    who = outlet_source(0, to)
    match chance.randrange(3):
        case 0:
            return capital(f"{who} {cue(0, 'reported')} that {said}.")
        case 1:
            return f"{capital(cue(0, 'according to'))} {who}, {said}."
        case _:
            return capital(f"{said}, {who} {cue(0, 'writes')}.")


def _attributed(node: Node, telling: Telling, said: str, named: Outlet | None, chance: Random) -> str:
    party, plain = telling.party, telling.stance == "says"
    verb = chance.choice(CUES[telling.stance])
    full = party.full(telling.role, role_first=chance.random() < 0.4)
    at_end = full.removesuffix(",")
    if named is None:
        who, last = party_source(0, party, full), party_source(0, party, at_end)
        told = node.way is Way.FIRST and not node.public and plain and party.kind is not PartyKind.DOCUMENT
        if told and chance.random() < 0.5:
            return capital(f"{said}, {who} {cue(0, 'told')} {node.outlet.name}.")
        if plain and chance.random() < 0.3:
            return capital(f"{said}, {cue(0, 'according to')} {last}.")
        if chance.random() < 0.5:
            return capital(f"{who} {cue(0, verb)} that {said}.")
        return capital(f"{said}, {who} {cue(0, verb)}.")
    outer = outlet_source(0, named.name)
    who, last = party_source(1, party, full), party_source(1, party, at_end)
    draw = chance.random()
    if plain and draw < 0.3:
        return capital(f"{outer}, {cue(1, 'citing')} {last}, {cue(0, 'reported')} that {said}.")
    first = any(item.outlet is named and item.way is Way.FIRST and not item.public for item in node.sources)
    if plain and draw < 0.5 and first and party.kind is not PartyKind.DOCUMENT:
        return capital(f"{said}, {party_source(0, party, full)} {cue(0, 'told')} {named.name}.")
    if draw < 0.75:
        return capital(f"{mark('o|0', f'{who} {cue(1, verb)} that {said}')}, {outer} {cue(0, 'reported')}.")
    return capital(f"{mark('o|0', f'{said}, {who} {cue(1, verb)}')}, {cue(0, 'according to')} {outer}.")


def background(chance: Random, world: World) -> str:
    """A sentence about something else, with names and numbers of its own."""
    pattern = _ALTERNATIVES.sub(lambda found: chance.choice(found[1].split("|")), chance.choice(vocabulary.BACKGROUND))
    place, name = world.passing_town(), world.passing_person() if "{Name}" in pattern else ""
    job = chance.choice(vocabulary.JOBS)
    words = pattern.format(
        adjective=chance.choice(vocabulary.ADJECTIVES),
        thing=chance.choice(vocabulary.THINGS).removeprefix("the ")
        if "{adjective}" in pattern
        else chance.choice(vocabulary.THINGS),
        place=place,
        place_c=place,
        place2=world.passing_town() if "{place2}" in pattern else "",
        number=chance.randrange(11, 400),
        number2=f"{chance.randrange(2_000, 90_000):,}",
        small=chance.randrange(12, 60),
        small2=chance.choice(("twice", "three")).replace("twice", "two"),
        small3=chance.randrange(2, 9),
        month=chance.choice(vocabulary.MONTHS),
        year=chance.randrange(1961, 2024),
        Name=mark(f"s|0|{Naming.NAMED}|{PartyKind.PERSON}|{name}", name),
        job=job,
        craft=chance.choice(vocabulary.CRAFTS),
        day=chance.choice(vocabulary.DAYS),
        good=chance.choice(vocabulary.GOODS),
        street=chance.choice(vocabulary.STREETS),
        weather=chance.choice(vocabulary.WEATHER),
    )
    return mark("t", _with_cue(words, job))


def _with_cue(words: str, job: str) -> str:
    """A background sentence with its cue and content marked, or all of it as the outlet's own."""
    for before, word, after in (
        (", said that ", "said", "."),
        (" has announced that ", "has announced", "."),
        (", doubts that ", "doubts", "."),
    ):
        if before in words:
            who, said = words.split(before, 1)
            gap, rest = before.split(word)
            return f"{who}{gap}{mark('c|0|says', word)}{rest}{content('-', said.removesuffix(after))}{after}"
    if words.startswith("“"):
        said, rest = words[1:].split(",” ", 1)
        return f"“{content('-', said, 'direct')},” {rest.replace(' said.', ' ' + mark('c|0|says', 'said') + '.')}"
    return content("-", words.removesuffix("."), "own-voice") + "."
