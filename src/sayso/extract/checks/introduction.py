"""Sources that a text speaks of as if it had introduced them ("The insider source")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.domain.attribution import Naming
from sayso.domain.reading import Check, CheckKind, Level
from sayso.domain.span import Span
from sayso.extract.layout import Layout
from sayso.extract.nesting import Link
from sayso.extract.speaker import Speaker
from sayso.languages.language import Language

AT_COURT = frozenset("judge prosecutor magistrate coroner defendant accused jury".split())
"""Whom every trial has one of."""

_POSSESSOR = re.compile(r"\w[’']s?\s")


_EXPLAINED = re.compile(
    r",?\s+(?:(?:\w+ly|first|also)\s+)?(?:released|published|written|issued|compiled|prepared|drafted|signed|commissioned|obtained|seen|leaked|"
    r"which|who|that)\b"
)
"""Behind a source, what tells which one it is: "The report, first published by Tayga, says"."""

_MADE_OF_A_VERB = re.compile(r"(?<=\w{3})(?:ing|ment|er|or)$")


def _is_spoken_of(noun: str, before: str) -> bool:
    """Whether a text has a noun already, or the verb that it is made of: "a court ruled" introduces "the ruling", "was questioned" the questioner."""
    stem = re.escape(_MADE_OF_A_VERB.sub("", noun))
    return re.search(rf"\b(?:{re.escape(noun)}s?|{stem}(?:s|e|es|ed|d))\b", before, re.IGNORECASE) is not None


def check_introductions(
    layout: Layout, links: Sequence[Link], speakers: Sequence[Speaker], language: Language
) -> list[Check]:
    """Unnamed sources with a definite article whom nothing before explains.

    Holders of an office ("the mayor", "the judge") and bodies ("the ministry") are known without an introduction;
    a person or a paper is not.
    """
    found: list[Check] = []
    seen: set[int] = set()
    for link, speaker in zip(links, speakers, strict=True):
        phrase = speaker.phrase
        if phrase is None or speaker.introduced or link.cue is None or speaker.naming is not Naming.UNNAMED:
            continue
        if (
            phrase.head not in {"person", "document"}
            or phrase.noun in language.offices | AT_COURT
            or phrase.owner is not None
        ):
            continue
        # "his wife", "the office's clerk": who it is hangs on somebody who is known.
        words = layout.text[phrase.start : phrase.end]
        if words.split()[0].lower() in language.pronouns or _POSSESSOR.search(words):
            continue
        if id(speaker.party) in seen or layout.in_headline(phrase.start):
            continue
        if phrase.head == "document" and layout.quotations_over(phrase.start, phrase.end):
            continue  # “The record supports his decision,” Osten said: those whom he told know which
        # "a source" anywhere before, as a source or not, introduces "the source".
        if _is_spoken_of(phrase.noun, layout.text[: phrase.start]) or _EXPLAINED.match(layout.text, phrase.end):
            continue
        seen.add(id(speaker.party))
        span = Span.of(layout.text, phrase.start, phrase.end)
        says = f"“{span.exact}” is spoken of as known, but the text has not introduced any {phrase.noun} before."
        found.append(Check(CheckKind.UNINTRODUCED_SOURCE, Level.AMBER, span, says, (span,)))
    return found
