"""People whom a text describes and does not name where it does: "a clerk", "the 47-year-old"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.domain.attribution import Naming, PartyKind
from sayso.extract.layout import Layout
from sayso.extract.names import Party
from sayso.extract.ranges import Range
from sayso.languages.language import Language

_DETERMINER = re.compile(r"\b(?:an?|the|this|that|one|another|his|her|their|[\w-]+[’']s)(?=\s)", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s([\w’'-]+)")
_MOST_WORDS = 5
"""Words from a determiner to its noun ("a former senior port clerk")."""

_NO_PART = frozenset("of and or but in on at to by for from with who which that is was are were has had will".split())
_AGED = "-year-old"
_DEFINITE = frozenset({"the", "this", "that"})


def find_described(
    layout: Layout, people: Sequence[tuple[Range, Party]], language: Language
) -> list[tuple[Range, Party]]:
    """People whom the text describes and does not name there, with the party each is; `people` are all who are named, in order.

    "The minister" is who was called minister before, by name or not.
    """
    text, found = layout.text, list[tuple[Range, Party]]()
    starts = [place[0] for place, _ in people]
    ends = [place[1] for place, _ in people]
    passed, last = 0, dict[str, Party]()
    for match in _DETERMINER.finditer(text):
        head = _head(text, match.end(), language)
        if head is None or (found and match.start() < found[-1][0][1]):
            continue  # "a clerk's brother" is one
        noun, end = head
        place = (match.start(), end)
        at = bisect_left(starts, end)
        if at < len(starts) and text[end : starts[at]] in {" ", ", "}:
            continue  # "the clerk Ivo Brandt"
        near = bisect_right(ends, place[0]) - 1
        if near >= 0 and text[ends[near] : place[0]] in {", ", " "}:
            continue  # "Ivo Brandt, the clerk"
        if near + 1 < len(starts) and starts[near + 1] < end:
            continue  # "the Brandt lawyer", "Brandt's lawyer"
        while passed < len(people) and people[passed][0][0] < place[0]:
            who = people[passed][1]
            last |= dict.fromkeys(who.nouns, who)
            passed += 1
        party = last.get(noun) if match.group().lower() in _DEFINITE else None
        if party is None:
            known = language.person_nouns.get(noun)
            gender = known.gender if known is not None else None
            party = Party(
                PartyKind.PERSON, None, place[0], nouns={noun}, gender=gender, places=[place],
                naming=Naming.UNNAMED,
            )  # fmt: skip
        last[noun] = party
        found.append((place, party))
    return found


def _head(text: str, at: int, language: Language) -> tuple[str, int] | None:
    """The noun for one person that a determiner's phrase turns on, and where it ends; None where there is none."""
    found: tuple[str, int] | None = None
    for _ in range(_MOST_WORDS):
        match = _NEXT_WORD.match(text, at)
        if match is None or match.group(1).lower() in _NO_PART | language.definite:
            break  # of "that the priest" the phrase begins at "the"
        word, at = match.group(1), match.end()
        known = language.person_nouns.get(word.lower())
        if word.lower().endswith(_AGED) or (known is not None and known.number == "sg"):
            found = word.lower(), at
        elif found is not None:
            break
    return found
