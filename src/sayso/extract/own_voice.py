"""Sentences that the outlet states itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.domain.attribution import Attitude, Attribution, Factuality, Mode, attribution_id
from sayso.domain.span import Span
from sayso.extract.certainty import tie, weaken
from sayso.extract.layout import Layout
from sayso.extract.ranges import Range
from sayso.languages.language import Language

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
_BYLINE = re.compile(
    r"(?:By|Reporting by|Editing by|Written by|Photo(?:graph)?s? by)\s+[A-Z][\w.’'-]+(?:(?:,|;| and| in|)\s+[A-Z][\w.’'-]+){0,7}$"
)
OWN_SHARE = 0.6
"""Share of a sentence's words that must lie outside everything attributed for the sentence to be the outlet's own."""

FEWEST_WORDS = 3
LONGEST_DATE = 5


def find_own_voice(
    document: str, layout: Layout, attributions: Sequence[Attribution], hedges: Sequence[Range], language: Language
) -> list[Attribution]:
    """One attribution with an empty chain for each sentence of the outlet's own; in the headline too.

    An eventuality ("has looked to take") takes nothing away: that somebody plans it is the outlet's statement.
    """
    text = layout.text
    taken = bytearray(len(text))
    for attribution in attributions:
        if attribution.attitude is Attitude.EVENTUALITY and len(attribution.chain) == 1:
            continue
        spans: list[Span] = [*attribution.content]
        for hop in attribution.chain:
            spans += [part for part in (hop.source, hop.cue.span if hop.cue else None) if part and not hop.carried]
        for span in spans:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    free_hedges = [hedge for hedge in hedges if not taken[hedge[0]]]
    hedge_starts = [start for start, _ in free_hedges]
    found = []
    places = layout.sentences
    if layout.headline is not None:
        headline = (layout.headline.start, layout.headline.end)
        places = (headline, *(place for place in places if place[0] >= headline[1]))
    for start, end in places:
        words = [match.start() for match in _WORD.finditer(text, start, end)]
        free = [at for at in words if not taken[at]]
        if len(words) < FEWEST_WORDS or len(free) <= OWN_SHARE * len(words) or _BYLINE.match(text[start:end]):
            continue
        if _is_date(text[start:end], language):
            continue
        here = free_hedges[bisect_left(hedge_starts, start) : bisect_left(hedge_starts, end)]
        ties = [tie(text, hedge, end, language) for hedge in here]
        span = Span.of(text, start, end)
        found.append(
            Attribution(
                id=attribution_id(document, (span,)),
                content=(span,),
                mode=Mode.HEADLINE if layout.in_headline(start) else Mode.OWN_VOICE,
                attitude=Attitude.ASSERTION,
                chain=(),
                hedges=tuple(ties),
                factuality=weaken(
                    Factuality.UNKNOWN if text[start:end].endswith("?") else Factuality.CERTAIN, ties, language
                ),
                score=round(len(free) / len(words), 4),
            )
        )
    return found


def _is_date(sentence: str, language: Language) -> bool:
    """Whether a sentence is nothing but the day of a report: "Tuesday, August 25, 2007"."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    if len(words) > LONGEST_DATE or not any(word in language.months for word in words):
        return False
    return all(_NUMBER.fullmatch(word) or word in language.months or word in language.weekdays for word in words)
