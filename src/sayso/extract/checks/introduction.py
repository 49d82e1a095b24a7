"""Sources that a text speaks of as if it had introduced them ("The insider source")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.domain.attribution import Naming
from sayso.domain.reading import Check, CheckKind, Level
from sayso.domain.span import Span
from sayso.extract.layout import Layout
from sayso.extract.nesting import Link
from sayso.extract.parties import Speaker
from sayso.languages.language import Language

AT_COURT = frozenset("judge prosecutor magistrate coroner defendant accused jury".split())
"""Whom every trial has one of."""

_POSSESSOR = re.compile(r"\w[’']s?\s")


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
        # "a source" anywhere before, as a source or not, introduces "the source".
        if re.search(rf"\b{re.escape(phrase.noun)}s?\b", layout.text[: phrase.start], re.IGNORECASE):
            continue
        seen.add(id(speaker.party))
        span = Span.of(layout.text, phrase.start, phrase.end)
        says = f"“{span.exact}” is spoken of as known, but the text has not introduced any {phrase.noun} before."
        found.append(Check(CheckKind.UNINTRODUCED_SOURCE, Level.AMBER, span, says, (span,)))
    return found
