"""Whose figures a text gives, where a later sentence says so: "The figure was given by Lena Tomas", "she disclosed the numbers in an interview with Delta"."""

from __future__ import annotations

import re

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.document import Document
from sayso.languages.telling import load_telling
from sayso.tracing.credits import Credit, find_passing
from sayso.tracing.sources import describe_source
from sayso.tracing.steps import Step, passage

SENTENCE_END = re.compile(r"[.!?…][”\"’»)]*\s+(?=[^\W\d_a-z]|[“\"«(])")
_GIVEN_BY = re.compile(
    r"\b(?:The|This|That|These|Both) (?:\w+ ){0,2}(?:figures?|numbers?|toll|count|estimates?|total|tally|information|account|warning|details) "
    r"(?:was|were|is|are|has been|have been|comes?|came) (?:(?:given|provided|announced|released|confirmed|published|issued|supplied|disclosed) by|from) (?P<who>[^.;:\n“”\"]{3,90})"
)
_GAVE = re.compile(
    rf"\b(?:{'|'.join(load_telling('en').giving)}) (?:the|these|those|this|that|both)(?: \w+)? (?:{'|'.join(load_telling('en').figures)})\b"
)
"""A later sentence says in which way the figures came: "Tomas disclosed the figures in an interview with Delta"."""
GIVEN_NEAR = 320
"""Code points behind a sentence in which the text may say whose figure it is."""


def giver_of(document: Document, end: int) -> Step | None:
    """Who is said right behind to have given what a text tells: "The new figure was given by Lena Tomas, head of the disaster office"."""
    found = _GIVEN_BY.search(document.text, end, end + GIVEN_NEAR)
    if found is None:
        return None
    source = describe_source(found["who"], found.start("who"), None, PartyKind.UNKNOWN, Naming.UNNAMED, document)
    return Step(source, passage(document, found.start(), found.end()))


def figures_given(text: str, end: int) -> tuple[Credit, ...]:
    """The outlets that a sentence right behind names by which somebody gave the figures."""
    found = _GAVE.search(text, end, end + GIVEN_NEAR)
    if found is None:
        return ()
    stop = SENTENCE_END.search(text, found.end())
    line = text.find("\n", found.end())
    ends = [stop.end() if stop is not None else len(text), line if line >= 0 else len(text)]
    return find_passing(text, found.end(), min(ends))
