"""What the model found → links to build on: slips that rules can see are put right or left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from sayso.domain.document import Document
from sayso.domain.mention import Mention, MentionKind
from sayso.extract.nesting import Link
from sayso.extract.noun_phrase import NAMES
from sayso.extract.ranges import Range, touches
from sayso.languages.language import Language
from sayso.languages.lemmas import lemmatise_cue

_WORD = re.compile(r"[^\W_]+")
_REPORTEDLY = re.compile(r"(?:reportedly|allegedly|supposedly|purportedly|apparently)\b", re.IGNORECASE)
EMPTY = frozenset("a an the what which that this it who whom whose to of in on for and or but as".split())

_HANGING = re.compile(r"(?:\s+(?:of|in|at|for|from|with|to|on|by|near|the))+$")
_ARTICLE = re.compile(r"\s+(?:the\s+|an?\s+)?")

_DAY = re.compile(r"\s+on (?=\w+$)")

LEAST_SCORE = 0.7
"""Score below which an attribution is wrong more often than right (whole attributions on PolNeAR dev, without it and with it: 58.4 to 59.6 F1)."""

UNKNOWN_CUE_SCORE = 0.9
"""Score that a cue needs whose words the language's data does not hold: of a hundred right ones two are such."""


class FoundAttribution(Protocol):
    """One cue with what hangs on it, as the model found it."""

    @property
    def cue(self) -> Range: ...
    @property
    def source(self) -> tuple[Range, ...]: ...
    @property
    def content(self) -> tuple[Range, ...]: ...
    @property
    def score(self) -> float: ...


def find_candidates(
    document: Document, found: Sequence[FoundAttribution], mentions: Sequence[Mention], language: Language
) -> list[Link]:
    """One link for each usable attribution, in order of their contents."""
    text = document.text
    furniture = sorted((span.start, span.end) for span in document.furniture)
    names = {m.span.start: m.span.end for m in mentions if m.kind in NAMES}
    dates = {m.span.start: m.span.end for m in mentions if m.kind is MentionKind.DATE}
    names_and_dates = sorted((names | dates).items())
    links = []
    for item in found:
        if touches(furniture, item.cue):
            continue
        if item.score < LEAST_SCORE or not _says_something(text, item.content):
            continue
        if item.score < UNKNOWN_CUE_SCORE and lemmatise_cue(text[slice(*item.cue)], language).entry is None:
            continue
        source = _longest(text, item.source)
        if source is not None:
            source = _to_the_end_of_its_name(text, _without_day(text, source, dates), names_and_dates, item.cue)
        links.append(_with_adverb_alone(text, Link(item.cue, source, item.content, item.score)))
    links.sort(key=lambda link: (link.start, -link.size))
    return links


def _says_something(text: str, content: Sequence[Range]) -> bool:
    """Whether a content has a word that could be said: a lone "what" or "a" is the end of another."""
    words = [word for start, end in content for word in _WORD.findall(text, start, end)]
    return any(word.lower() not in EMPTY for word in words)


def _longest(text: str, spans: Sequence[Range]) -> Range | None:
    """The longest span of a source; two that one mark inside a word parts are one ("the site Tayga.info")."""
    joined: list[Range] = []
    for start, end in spans:
        if joined and len(gap := text[joined[-1][1] : start]) == 1 and not gap.isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return max(joined, key=lambda span: span[1] - span[0], default=None)


def _without_day(text: str, source: Range, dates: dict[int, int]) -> Range:
    """A source without the day of the saying behind it ("a captain" on Friday)."""
    match = _DAY.search(text, *source)
    if match is None or match.start() == source[0] or dates.get(match.end()) != source[1]:
        return source
    return source[0], match.start()


def _to_the_end_of_its_name(text: str, source: Range, names: Sequence[Range], cue: Range) -> Range | None:
    """A source that breaks off inside a name or right before one ("a clerk in" Tula); None for a lone article."""
    start, end = source
    if text[start:end].lower() in {"the", "a", "an"}:
        return None
    if match := _HANGING.search(text, start, end):
        gap = _ARTICLE.match(text, end)
        named = gap.end() if gap else end
        at = bisect_left(names, (named, named))
        end = names[at][1] if at < len(names) and names[at][0] == named else match.start()
    inside = names[bisect_left(names, (start, start)) : bisect_left(names, (end, end))]
    end = max((end, *(behind for _, behind in inside)))
    return (start, end) if end <= cue[0] or cue[1] <= start else source


def _with_adverb_alone(text: str, link: Link) -> Link:
    """ "is reportedly squeezing X": the adverb is the cue, and the verb belongs to what is said."""
    assert link.cue is not None
    start, end = link.cue
    match = _REPORTEDLY.match(text, start, end)
    if match is None or link.source is not None or match.end() == end:
        return link
    verb = match.end() + 1
    content = [(verb, high) if low in range(end, end + 2) else (low, high) for low, high in link.content]
    if all(low != verb for low, _ in content):
        content.append((verb, end))
    return Link((start, match.end()), None, tuple(sorted(content)), link.score)
