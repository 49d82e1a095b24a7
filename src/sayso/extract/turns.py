"""Who speaks where no sentence says so: the turns of a transcript ("WALLACE: …") and credit lines under a quotation ("… ― Ana Rao").

Layout alone attributes these. The cue is the mark itself, as in PolNeAR: the colon behind the name, the dash before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.domain.attribution import PartyKind
from sayso.extract.layout import Layout
from sayso.extract.names import Party
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range, touches

SCORE: Final = 0.9
"""Of a link that rests on layout. The rules were right in 27 of 28 places in PolNeAR train and dev."""

FEWEST_TURNS: Final = 3
"""Paragraphs that begin with a speaker's name from which a text is a transcript, and not a list ("Price: …")."""

SHORTEST: Final = 4
"""Words of a turn, or of a quotation over a credit line; less is a label ("Clinton: 547.")."""

_NAME = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}"
_TURN = re.compile(rf"[“\"'‘]*({_NAME}(?:[ ]\([^()\n]{{1,40}}\))?)(:)\s+(?=\S)")
_EXCHANGE = re.compile(r"[“\"'‘]*(?:\(\()?(Q|A|Question|Answer|Interviewer)(?:\)\))?([:.])\s+(?=\S)")
_ANSWERS = frozenset({"A", "Answer"})
FEWEST_EXCHANGES: Final = 2
"""Questions, each with its answer in the paragraph behind, from which "Q:" and "A:" are people and no list's letters."""

LONGEST_ANSWER: Final = 6
"""Paragraphs between an answer and the next question that are still the answer; more are the reporter's text."""

_LETTER = re.compile(r"Q|A|Question|Answer|Interviewer")
_INTERVIEWED = re.compile(
    r"\b(?:interview(?:ed|s)?|spoke|talked|sat down|met|conversation|chat)(?:\s(?:with|to|of))?\s(?:[\w’'-]+,?\s){0,5}$"
)
"""Before a name above an interview, that it is with this one."""

_CREDIT = re.compile(rf"\s*([―—–]|--|-)\s*({_NAME}(?:, [^.!?\n]{{1,60}})?)(?<!\.)\.?\s*$")
_NO_SPEAKER = re.compile(
    r"(?i:q|a|question|answer|correction|clarification|editor['’]s note|note|update|photo|video|watch|read more|related|source)$"
)


def find_turns(layout: Layout, links: Sequence[Link]) -> list[Link]:
    """`links` with those added that layout alone tells, in place of what they make superfluous."""
    turns = [*_transcript(layout), *_exchange(layout), *_credits(layout)]
    if not turns:
        return list(links)
    contents = sorted(turn.content[0] for turn in turns)
    speakers = sorted(turn.source for turn in turns if turn.source)
    kept = [link for link in links if not _clashes(link, contents, speakers)]
    return sorted([*kept, *turns], key=lambda link: (link.start, -link.size))


def _clashes(link: Link, contents: Sequence[Range], speakers: Sequence[Range]) -> bool:
    """Whether a link takes a turn's speaker for its own, or reaches into a turn from outside."""
    assert link.cue is not None
    if any(link.cue[0] >= start and link.cue[1] <= end for start, end in _around(contents, link.cue)):
        return False
    parts = [*link.content, *((link.source,) if link.source else ())]
    return any(touches(places, part) for part in parts for places in (contents, speakers))


def _around(places: Sequence[Range], place: Range) -> Sequence[Range]:
    """The one of `places`, which are in order and apart, that begins last before the end of `place`."""
    at = bisect_left(places, (place[1], 0))
    return places[max(0, at - 1) : at]


def _transcript(layout: Layout) -> list[Link]:
    """A link for each turn, where a text has enough of them and one speaker has two or more.

    Who is brought in by a full name and goes on by its last word is one speaker. Of those who speak once, one who is in
    capitals or answers or is answered by somebody in the paragraph beside is none the less a speaker.
    """
    turns: dict[int, tuple[str, Link]] = {}
    for number, (start, end) in enumerate(layout.paragraphs):
        match = _TURN.match(layout.text, start, end)
        if match is None or layout.in_headline(start) or _NO_SPEAKER.match(match.group(1)):
            continue
        if len(layout.text[match.end() : end].split()) >= SHORTEST:
            turns[number] = match.group(1), Link(match.span(2), match.span(1), ((match.end(), end),), SCORE)
    speakers = Counter(_surname(name) for name, _ in turns.values())
    if len(turns) < FEWEST_TURNS or max(speakers.values()) < 2:
        return []
    again = {number for number, (name, _) in turns.items() if speakers[_surname(name)] > 1 or name.isupper()}
    return [link for number, (_, link) in turns.items() if again & {number - 1, number, number + 1}]


def _exchange(layout: Layout) -> list[Link]:
    """A link for each question and each answer of an interview that names nobody: "Q: …", "A: …".

    Paragraphs without a letter between an answer and the next question are the rest of the answer.
    """
    found: dict[int, tuple[bool, Link]] = {}
    for number, (start, end) in enumerate(layout.paragraphs):
        match = _EXCHANGE.match(layout.text, start, end)
        if match is not None and not layout.in_headline(start):
            link = Link(match.span(2), match.span(1), ((match.end(), end),), SCORE)
            found[number] = match.group(1) in _ANSWERS, link
    answered = [number for number, (answer, _) in found.items() if not answer and found.get(number + 1, (False,))[0]]
    if len(answered) < FEWEST_EXCHANGES:
        return []
    numbers = sorted(found)
    for number, following in zip(numbers, numbers[1:], strict=False):
        answer, link = found[number]
        rest = layout.paragraphs[number + 1 : following]
        if answer and len(rest) <= LONGEST_ANSWER:
            found[number] = answer, replace(link, content=(*link.content, *rest))
    return [link for _, link in found.values()]


def find_interviewee(layout: Layout, links: Sequence[Link], named: Mapping[Range, Party]) -> Party | None:
    """Who answers as "A" in an interview: the one person named above it, or the one with whom the text says that it is."""
    first = min((link.source[0] for link in links if link.source and is_answer(layout.text, link)), default=None)
    if first is None:
        return None
    question = min(link.source[0] for link in links if link.source and _LETTER.fullmatch(layout.text, *link.source))
    above = [(place, party) for place, party in named.items() if place[0] < min(first, question)]
    people = {id(party): (place, party) for place, party in above if party.kind is PartyKind.PERSON}
    if len(people) == 1:
        return next(iter(people.values()))[1]
    met = {
        id(party): party
        for place, party in above
        if party.kind is PartyKind.PERSON and _INTERVIEWED.search(layout.text, max(0, place[0] - 90), place[0])
    }
    return next(iter(met.values())) if len(met) == 1 else None


def is_answer(text: str, link: Link) -> bool:
    """Whether a link's source is the letter of an answer."""
    assert link.source is not None
    return link.cue is not None and text[slice(*link.source)] in _ANSWERS and text[slice(*link.cue)] in {":", "."}


def _surname(name: str) -> str:
    return name.partition(" (")[0].split()[-1].casefold()


def _credits(layout: Layout) -> list[Link]:
    """A link for each quotation that fills its paragraph up to a dash and a name, there or on the next line."""
    found = []
    for quotation in layout.quotations:
        if quotation.depth or len(layout.text[quotation.start : quotation.end].split()) < SHORTEST:
            continue
        at = layout.paragraph_at(quotation.start)
        start, end = layout.paragraphs[at]
        if quotation.start - start > 1:
            continue
        if not layout.text[quotation.end : end].strip():
            if at + 1 == len(layout.paragraphs):
                continue
            low, high = layout.paragraphs[at + 1]
        else:
            low, high = quotation.end, end
        match = _CREDIT.match(layout.text, low, high)
        if match is not None:
            found.append(Link(match.span(1), match.span(2), ((quotation.start, quotation.end),), SCORE))
    return found
