"""Quotations that a noun brings in, and no verb of saying: "the clerk's response was “…”", "a letter with the message: “…”"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.extract.layout import Layout
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range

SCORE: Final = 0.8
"""Of a link that rests on the words around a quotation alone."""

SHORTEST: Final = 3
"""Words of a quotation that somebody said; fewer are a name or a word set apart."""

_BEFORE = 160  # code points before a quotation in which its noun and whose it is stand
_WORDS = r"(?:(?!(?:an?|the|with|and)\s)[\w’'.-]+\s)"
_MORE = r"(?:\s(?!(?:an?|the|with|and)\s)[\w’'.-]+)"
_ANSWER = re.compile(
    r"(?P<source>(?:[Tt]he|[Aa]n?|[A-Z])[^,.;:!?“”\"\n]{0,70}?[’']s?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\s"
    r"(?P<cue>(?:only\s|first\s|last\s|final\s|brief\s|immediate\s)?(?:response|answer|reply|reaction|comment|message|verdict|explanation|advice|warning|words)"
    r"\s(?:to(?:\s[\w’'.-]+){1,6}\s)?(?:was|is|were|are|read|reads)(?:\s(?:that|simply|simple|short|blunt|clear|this))?[:,]?)\s*$"
)
_PAPER = re.compile(
    rf"(?P<source>(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Tt]wo|[Ss]everal)\s{_WORDS}{{0,3}}?"
    rf"(?:letters?|notes?|e-?mails?|posts?|posters?|banners?|signs?|placards?|leaflets?|texts?|cards?|stickers?|billboards?|videos?|tweets?|messages?|plaques?)"
    rf"{_MORE}{{0,4}}?)\s(?P<cue>(?:with|bearing|carrying|containing)\sthe\s(?:message|words|text|caption|inscription|slogan|title|line|sentence)[:,]?)\s*$"
)


def find_noun_speech(layout: Layout, links: Sequence[Link]) -> list[Link]:
    """`links` with those added whose quotation nobody says yet and a noun brings in, in order of their contents."""
    said = [(link.cue, span) for link in links if link.cue for span in link.content]
    found = []
    for quotation in layout.quotations:
        place = (quotation.start, quotation.end)
        words = len(layout.text[slice(*place)].split())
        if quotation.depth or words < SHORTEST or layout.in_headline(place[0]) or _is_said(said, place):
            continue
        begins, _ = layout.sentences[layout.sentence_at(place[0])]
        low = max(begins, place[0] - _BEFORE)
        match = _ANSWER.search(layout.text, low, place[0]) or _PAPER.search(layout.text, low, place[0])
        if match is None:
            continue
        source = match.span("source")
        start, end = match.span("cue")
        end -= len(match["cue"]) - len(match["cue"].rstrip(":, "))
        found.append(Link((start, end), source, (place,), SCORE))
    return sorted([*links, *found], key=lambda link: (link.start, -link.size)) if found else list(links)


def _is_said(said: Sequence[tuple[Range, Range]], place: Range) -> bool:
    """Whether a cue outside of a quotation has some of it as what is said."""
    low, high = place
    return any(start < high and low < end and not (low <= cue[0] and cue[1] <= high) for cue, (start, end) in said)
