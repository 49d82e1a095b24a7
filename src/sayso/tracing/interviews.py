"""Pages of questions and answers: who answers there, and where another text says that it has something from one.

A page's opening names the one who answers ("Anna Berg: the water is safe", "The mayor talks to Delta about …"), and no answer says again whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.span import Span
from sayso.languages.language import load_language
from sayso.languages.telling import load_telling
from sayso.tracing.bodies import names_body
from sayso.tracing.roles import CAPITAL

FEWEST_QUESTIONS = 3
"""Paragraphs that end with a question and are followed by one that does not: from here on a page is an interview."""
OPENING = 4
"""Paragraphs before the first question at most, in which the page says whom it asks."""
_FULL = rf"{CAPITAL}(?: (?:van|de|von|der|da|di|al|bin|del))?(?: {CAPITAL}){{1,2}}"
_LABEL = re.compile(rf"(?P<who>{_FULL})(?:, [a-z][^:“”\"]{{2,60}})?: ")
_SPEAKING = "|".join(map(re.escape, load_telling("en").speaking))
_INTERVIEWS = "|".join(map(re.escape, load_telling("en").interviews))
_TALKS = re.compile(rf"(?P<who>[^.!?“”\"\n]{{4,140}}?),? (?:{_SPEAKING}) (?:to|with) ")
_WITH = re.compile(rf"\b(?i:{_INTERVIEWS}) with (?P<who>[^.!?:“”\"\n]{{4,100}})")
_SAYS_SO = re.compile(rf"\b(?:{_INTERVIEWS})\b", re.IGNORECASE)


def find_answerer(document: Document, at: int) -> Span | None:
    """Who says what stands at a place of an interview: the one whom its opening names; None for a question, and outside it."""
    found = _read(document.text)
    if found is None:
        return None
    who, answers = found
    return who if any(start <= at < end for start, end in answers) else None


def is_interview(document: Document) -> bool:
    """Whether a document is a page of questions to somebody whom it names, and answers."""
    return _read(document.text) is not None


def speaks_of_interview(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of a text says that something was said in an interview."""
    found = _SAYS_SO.search(text, start, end)
    return None if found is None else found.span()


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[Span, Sequence[tuple[int, int]]] | None:
    """Who answers in a text, and where; None where it is no interview."""
    if text.count("?") < FEWEST_QUESTIONS:
        return None
    paragraphs = find_paragraphs(text)
    asked = [
        place
        for place, (start, end) in enumerate(paragraphs[:-1])
        if place and _asks(text, start, end) and not _asks(text, *paragraphs[place + 1])
    ]
    if len(asked) < FEWEST_QUESTIONS or asked[0] > OPENING:
        return None
    who = _asked_one(text, paragraphs[: asked[0]])
    if who is None:
        return None
    return who, [span for place, span in enumerate(paragraphs) if place > asked[0] and not _asks(text, *span)]


def _asks(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip(' ”"’»').endswith("?")


def _asked_one(text: str, opening: Sequence[tuple[int, int]]) -> Span | None:
    """Whom the opening names, by a full name if it does anywhere, else by what it calls the one who speaks there."""
    for start, end in opening:
        label = _LABEL.match(text, start, end)
        if label is not None and not names_body(label["who"]):
            return Span.of(text, *label.span("who"))
    for start, end in opening:
        for pattern in (_TALKS, _WITH):
            found = pattern.search(text, start, end)
            if found is not None and _is_person(found["who"]):
                return Span.of(text, *found.span("who"))
    return None


def _is_person(words: str) -> bool:
    """Whether words name a person or say what one is: "the mayor of Harl"."""
    if re.search(_FULL, words) is not None and not names_body(words):
        return True
    language = load_language("en")
    known = language.titles | language.offices | language.person_nouns.keys()
    return any(word in known for word in re.findall(r"[\w-]+", words.lower()))
