"""What the model found → links to build on: slips that rules can see are put right or left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.domain.attribution import Attitude
from sayso.domain.document import Document
from sayso.domain.mention import Mention, MentionKind
from sayso.extract.crediting import credit
from sayso.extract.found import FoundAttribution
from sayso.extract.nesting import Link
from sayso.extract.noun_phrase import NAMES
from sayso.extract.ranges import Range, touches
from sayso.extract.sayings import part_adverb, stands_beside, with_hearsay, without_twins
from sayso.languages.language import Language
from sayso.languages.lemmas import lemmatise_cue

_WORD = re.compile(r"[^\W_]+")
EMPTY = frozenset("a an the what which that this it who whom whose to of in on for and or but as".split())
PRONOUNS = frozenset({"it", "this"})

_EMPTY_CUE = re.compile(r"of|to|with|on|at|the|that|a", re.IGNORECASE)
_HANGING = re.compile(r"(?:\s+(?:of|in|at|for|from|with|to|on|by|near|the))+$")
_ARTICLE = re.compile(r"\s+(?:the\s+|an?\s+)?")

_EXPLETIVE = re.compile(r"it", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:is|was|(?:has|had) been|will be|being)\s+(?:\w+ly\s+|later\s+|also\s+)*\w+(?:ed|en|wn|ght|nd|aid|ld)$"
)
"""Of "it was later determined that" and "it has been said": nobody is "it"."""
_NOT = re.compile(r"\b[a-z]+n[’']t\b", re.IGNORECASE)
_CLIPPED = re.compile(r"(?:ve|re|ll|d|m)\s")
_INITIALS = re.compile(r"(?:\.[A-Z])+\.?")
_FEW_WORDS = re.compile(r"(?:\s[\w’'-]+){0,3}\s")
_CLOSES = re.compile(r"[.’”]?\)")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_SENTENCE_BEGINS = re.compile(r"(?:\n|[.!?][”\"’')]?\s|[“\"‘])(?:Both\s+)?(?:The\s+)?$")

_MEANS = re.compile(r"\s+(?:in|during|at|through|via|by|with)\s+(?:[\w’'-]+\s+){0,3}")

_DAY = re.compile(r"\s+on (?=\w+$)")

LEAST_SCORE = 0.7
"""Score below which an attribution is wrong more often than right (whole attributions on PolNeAR dev, without it and with it: 58.4 to 59.6 F1)."""

UNKNOWN_CUE_SCORE = 0.9
"""Score that a cue needs whose words the language's data does not hold: of a hundred right ones two are such."""

PRONOUN_SCORE = 0.95
"""Score that it takes for a pronoun to be all that is said: in the development paragraphs ten of twelve such are right."""


def find_candidates(
    document: Document, found: Sequence[FoundAttribution], mentions: Sequence[Mention], language: Language
) -> list[Link]:
    """One link for each usable attribution, in order of their contents."""
    text = document.text
    furniture = sorted((span.start, span.end) for span in document.furniture)
    names = {m.span.start: m.span.end for m in mentions if m.kind in NAMES}
    dates = {m.span.start: m.span.end for m in mentions if m.kind is MentionKind.DATE}
    names_and_dates = sorted((names | dates).items())
    names_alone = sorted(names.items())
    starts = [m.span.start for m in mentions]
    links = []
    for item in found:
        if touches(furniture, item.cue):
            continue
        if _EMPTY_CUE.fullmatch(text, *item.cue) or (
            item.score < LEAST_SCORE and not stands_beside(text, item, language)
        ):
            continue
        if not _says_something(text, item.content) and not _says_it(text, item, language):
            continue
        if item.score < UNKNOWN_CUE_SCORE and lemmatise_cue(text[slice(*item.cue)], language).entry is None:
            continue
        source = _longest(text, item.source)
        if source is not None and _EXPLETIVE.fullmatch(text, *source) and _PASSIVE.match(text, *item.cue):
            source = None
        if source is not None:
            source = _to_the_end_of_its_name(text, _without_day(text, source, dates), names_and_dates, item.cue)
            source = source and _balanced(text, _with_initials(text, source, item.cue))
            source = source and _with_those_joined(text, source, names_alone, item.cue)
            source = source and (source[0], source[0] + len(text[slice(*source)].rstrip(",;: ")))
        link = credit(
            text, Link(_with_its_verb(text, item.cue), source, item.content, item.score), mentions, starts, language
        )
        if link is not None:
            links.extend(part_adverb(text, link, language))
    links.sort(key=lambda link: (link.start, -link.size))
    return with_hearsay(text, without_twins(text, _without_means(text, _without_echoes(links))))


def _without_echoes(links: Sequence[Link]) -> list[Link]:
    """Links without those that a source's own noun makes: "reports said" is one saying, and not a report of it besides."""
    sources = {(link.content, link.source) for link in links if link.source is not None}
    return [
        link
        for link in links
        if link.source is not None
        or link.cue is None
        or not any(
            content == link.content and source and source[0] <= link.cue[0] and link.cue[1] <= source[1]
            for content, source in sources
        )
    ]


def _without_means(text: str, links: Sequence[Link]) -> list[Link]:
    """Links without those of the noun that tells where somebody said it: "he claimed in his court testimony that C"."""
    said: dict[tuple[Range, ...], list[Link]] = {}
    for link in links:
        if link.cue is not None and link.source is not None:
            said.setdefault(link.content, []).append(link)
    return [link for link in links if not any(_is_means(text, link, other) for other in said.get(link.content, ()))]


def _is_means(text: str, link: Link, other: Link) -> bool:
    if link.cue is None or other.cue is None or link.cue == other.cue or link.cue[1] > link.start:
        return False
    low = min(link.cue[0], link.source[0] if link.source else link.cue[0])
    return other.cue[1] <= low and _MEANS.fullmatch(text, other.cue[1], low) is not None


def _says_something(text: str, content: Sequence[Range]) -> bool:
    """Whether a content has a word that could be said: a lone "what" or "a" is the end of another."""
    words = [match.group().lower() for span in content for match in _WORD.finditer(text, *span)]
    if len(words) == 1 and words[0].endswith("ly"):
        return False  # "his health had declined severely"
    return any(word not in EMPTY for word in words)


def _says_it(text: str, item: FoundAttribution, language: Language) -> bool:
    """ "Osten denied it": a pronoun can be all that is said or thought; what is opposed, enforced or done is a thing."""
    if item.score < PRONOUN_SCORE:
        return False
    if not any(match.group().lower() in PRONOUNS for span in item.content for match in _WORD.finditer(text, *span)):
        return False
    entry = lemmatise_cue(text[slice(*item.cue)], language).entry
    return entry is not None and entry.attitude in {Attitude.ASSERTION, Attitude.BELIEF}


def _longest(text: str, spans: Sequence[Range]) -> Range | None:
    """The longest span of a source; two that one mark parts are one ("the site Tayga.info"; "the leader of the port", General Ivo Brandt)."""
    joined: list[Range] = []
    for start, end in spans:
        gap = text[joined[-1][1] : start] if joined else ""
        if gap == ", " or (len(gap) == 1 and not gap.isspace()):
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


def _with_its_verb(text: str, cue: Range) -> Range:
    """A cue that begins inside "hasn't", "didn't" or "'ve", from the verb or the mark on."""
    if text[max(0, cue[0] - 1)] in "'’" and _CLIPPED.match(text, *cue):
        return cue[0] - 1, cue[1]
    match = _NOT.search(text, max(0, cue[0] - 8), cue[0] + 2) if text[cue[0]] in "'’t" else None
    return (match.start(), cue[1]) if match and match.end() > cue[0] else cue


def _with_initials(text: str, source: Range, cue: Range) -> Range:
    """A source that breaks off inside initials, with what stands before its cue: "U" of U.S. intelligence showed."""
    match = _INITIALS.match(text, source[1]) if text[source[1] - 1].isupper() else None
    if match is None or match.end() > cue[0] > source[0]:
        return source
    rest = _FEW_WORDS.fullmatch(text, match.end(), cue[0]) if cue[0] >= match.end() else None
    return source[0], cue[0] - 1 if rest and rest.group().strip() else match.end()


def _balanced(text: str, source: Range) -> Range:
    """A source without half a pair of brackets: "the Fire Department (FDNY" ends behind its bracket, or before it."""
    start, end = source
    opened = text.rfind("(", start, end)
    if opened <= start or text.find(")", opened, end) >= 0:
        return source
    closed = _CLOSES.match(text, end)
    return (start, closed.end()) if closed else (start, len(text[:opened].rstrip()))


def _with_those_joined(text: str, source: Range, names: Sequence[Range], cue: Range) -> Range:
    """A name with the other that speaks with it: "Reuters" and the BBC reported; Germany and "France" said."""
    start, end = source
    if (start, end) not in names:
        return source
    at = bisect_left(names, source)
    if at + 1 < len(names) and cue[0] > end:
        low, high = names[at + 1]
        if _AND.fullmatch(text, end, low) and high < cue[0] and text[high : cue[0]].isspace():
            end = high
    if at > 0 and _AND.fullmatch(text, names[at - 1][1], start) and _begins_sentence(text, names[at - 1][0]):
        start = names[at - 1][0]
    return start, end


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 14) : at]  # a full stop, marks and "Both the"
    return _SENTENCE_BEGINS.search(before if at > 14 else "\n" + before) is not None
