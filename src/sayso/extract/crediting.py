"""Sources that the model takes for speakers although their sentence makes them something else, and names that it cuts off."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.domain.mention import Mention, MentionKind
from sayso.extract.idle_cues import is_idle, is_nobodys_it
from sayso.extract.nesting import Link
from sayso.extract.noun_phrase import NAMES, read_noun_phrase
from sayso.extract.passives import read_passive
from sayso.extract.ranges import Range
from sayso.languages.language import Language

_ADJECTIVE = re.compile(r"alleged|supposed|purported|suspected|so-called", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(?:that|to|how|whether)\b", re.IGNORECASE)
_HELPING = re.compile(r"\s+(?:(?:has|have|had|also|later|never|who|is|are|was|were|\w+ly)\s+)*", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\s*$")
_WHO_DID = re.compile(r"who(?=\s+[a-z])")
_REFUSED = re.compile(
    r"(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)*(?:(denied)|dismissed(?=\s+(?:from|for|after|without)\b))",
    re.IGNORECASE,
)
_THAT = re.compile(r"[\s“\"]*(?:that|having|any)\b", re.IGNORECASE)
_KIND_OF_PAPER = re.compile(r"written|signed|sworn|prepared|published|leaked", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+([a-z]+)")
_NORM = re.compile(
    r"\b(?:polic(?:y|ies)|rules?|laws?|schedules?|traditions?|customs?|principles?|criteria|needs?|guidelines|standards?|"
    r"terms|procedures?|protocols?|regulations?|plan|size|age|merit|wishes)$"
)
_COURTS = re.compile(
    r"(?:(?:will|would|won’t|won't|to|has|have|had|is|was|be|not)\s+)*(?:hear|heard|hearing|judge|judged|judging|try|tried|trying)",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,3}?(?:cases?|appeals?|lawsuits?|suits?|petitions?|motions?|trials?|arguments|evidence|testimony)\b",
    re.IGNORECASE,
)
_THE_SAME = re.compile(r"\W*(?:the same|as much)\W*", re.IGNORECASE)
_CAN_BE_SAID = re.compile(r"(?:can|could|may|might|must)\s?(?:not|n[’']t)?\s+(?:also\s+)?be\s+said", re.IGNORECASE)
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?:\s(?:(?:of|in|at|for|to|from|on)\s[^,.;:()“”\"\n]{1,50}|[a-z]+))?,\s(?:[Tt]he\s)?(?:[A-Z][\w.’'-]*\s){0,2}$"
)
_TO_THE_CUE = re.compile(r",?\s(?:[a-z]+\s){0,2}")
_MOST_INSIDE = 4
_LONGEST_NAME = 80  # code points from a description's end to the end of the name behind it


def credit(
    text: str, link: Link, mentions: Sequence[Mention], starts: Sequence[int], language: Language
) -> Link | None:
    """`link` with the source that its sentence gives it; None where its cue says nothing at all.

    `starts` are where `mentions`, which are in order, begin.
    """
    if link.cue is None:
        return link
    if _is_refused(text, link):
        return None
    if _is_kind_of_paper(text, link.cue, language) or _is_the_same(text, link) or _is_tried(text, link):
        return None
    if is_idle(text, link, _inside(link, mentions, starts), language):
        return None
    if link.source is None:
        return link
    if _is_norm(text, link.source, link.cue):
        return None
    if is_nobodys_it(text, link.source, link.cue) or _is_spoken_of(text, link.source, link):
        return replace(link, source=None)
    link = read_passive(text, link)
    if link.source is None:
        return link
    if match := _WHO_DID.match(text, *link.source):
        return replace(link, source=match.span())
    return _with_description(
        text, _with_name_behind(text, link, mentions, starts, language), mentions, starts, language
    )


def _inside(link: Link, mentions: Sequence[Mention], starts: Sequence[int]) -> list[Mention]:
    """The mentions in a link's source, and those that its content begins with."""
    found: list[Mention] = []
    for start, end in (*([link.source] if link.source else ()), *link.content[:1]):
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        found.extend(mentions[low : min(high, low + _MOST_INSIDE)])
    return found


def _is_kind_of_paper(text: str, cue: Range, language: Language) -> bool:
    """ "A written statement", "a sworn affidavit": what sort it is, and nobody's saying."""
    if not _KIND_OF_PAPER.fullmatch(text, *cue):
        return False
    word = _NEXT_WORD.match(text, cue[1])
    return word is not None and word.group(1) in language.document_nouns


def _is_the_same(text: str, link: Link) -> bool:
    """ "The same cannot be said for the others": a figure of speech, and no saying of theirs."""
    assert link.cue is not None
    return _CAN_BE_SAID.match(text, *link.cue) is not None and any(
        _THE_SAME.fullmatch(text, *span) for span in link.content
    )


def _is_tried(text: str, link: Link) -> bool:
    """ "The court won't hear the case until July", "she will judge the case": what a court does with it, and nothing found or thought."""
    assert link.cue is not None
    if not _COURTS.fullmatch(text, *link.cue):
        return False
    return any(_CASE.match(text, *span) for span in link.content if span[0] >= link.cue[1])


def _is_norm(text: str, source: Range, cue: Range) -> bool:
    """ "Settled according to the government's wages policy": in keeping with it, and not on its word."""
    before = text[max(0, cue[0] - 2) : cue[0]].strip(" \n")
    if not _ACCORDING.fullmatch(text, *cue) or not before or before.endswith((",", "—", ".")):
        return False
    return _NORM.search(text, *source) is not None


def _with_description(
    text: str, link: Link, mentions: Sequence[Mention], starts: Sequence[int], language: Language
) -> Link:
    """A name with the title before it that was taken for what is said: "The head of the port", Ivo Brandt said, "It rained"."""
    if link.source is None or len(link.content) < 2:
        return link
    (start, end), rest = link.content[0], link.content[1:]
    if end + 2 != link.source[0] or text[end : end + 2] != ", " or end - start > _LONGEST_NAME:
        return link
    at = bisect_left(starts, link.source[0])
    if at == len(mentions) or mentions[at].kind is not MentionKind.PERSON or mentions[at].span.start != link.source[0]:
        return link
    inside = mentions[bisect_left(starts, start) : at]
    phrase = read_noun_phrase(text, start, end, inside, language)
    if phrase.head != "person" or phrase.name is not None or phrase.plural:
        return link
    return replace(link, source=(start, link.source[1]), content=rest)


def _is_spoken_of(text: str, source: Range, link: Link) -> bool:
    """ "Orlov's alleged fraud", "the film shows an alleged fraud": the adjective is nobody's saying, least of all Orlov's."""
    assert link.cue is not None
    start, end = link.cue
    if not _ADJECTIVE.fullmatch(text, start, end) or source[1] > start or _CLAUSE.match(text, end):
        return False
    if not any(0 <= low - end <= 2 for low, _ in link.content):
        return False
    between = text[source[1] : start]
    return _POSSESSIVE.search(text[source[0] : source[1]] + between) is not None or not _HELPING.fullmatch(between)


def _is_refused(text: str, link: Link) -> bool:
    """ "The club was denied a goal", "he was dismissed from the army": nobody says that something is not so."""
    assert link.cue is not None
    match = _REFUSED.match(text, *link.cue) if text[link.cue[0]].isalpha() else None
    if match is None:
        # "dismissed" looks at the word behind the cue
        match = _REFUSED.match(text, link.cue[0], min(len(text), link.cue[1] + 12))
    if match is None or match.end() > link.cue[1]:
        return False
    behind = next((low for low, _ in link.content if low >= link.cue[1]), None)
    if match.group(1):
        return behind is not None and not _THAT.match(text, behind)
    return True


def _with_name_behind(
    text: str, link: Link, mentions: Sequence[Mention], starts: Sequence[int], language: Language
) -> Link:
    """A description with the name that stands behind it between commas: "the head of the port", Ivo Brandt, said."""
    assert link.cue is not None
    assert link.source is not None
    start, end = link.source
    at = bisect_left(starts, end)
    while at < len(mentions) and not _APPOSED.fullmatch(text, end, mentions[at].span.start):
        at += 1  # "the ambassador" in the United Kingdom, Ivo Brandt: the country's name is passed over
        if at < len(mentions) and mentions[at].span.start > end + _LONGEST_NAME:
            return link
    if at == len(mentions) or mentions[at].kind not in NAMES or mentions[at].span.end > end + _LONGEST_NAME:
        return link
    name = mentions[at].span
    inside = [m for m in mentions[bisect_left(starts, start) : at] if m.span.end <= end]
    phrase = read_noun_phrase(text, start, end, inside, language)
    wanted = {MentionKind.PERSON: "person", MentionKind.ORGANISATION: "organisation"}.get(mentions[at].kind)
    if phrase.name is not None or phrase.plural or phrase.head != wanted:
        return link
    if _ACCORDING.fullmatch(text, *link.cue) and link.cue[1] < start:
        # "According to the head of the port, Ivo Brandt, it rained": the content begins with his name.
        first = link.content[0]
        if not end <= first[0] <= name.start or not text.startswith(", ", name.end) or first[1] <= name.end + 2:
            return link
        return replace(link, source=(start, name.end), content=((name.end + 2, first[1]), *link.content[1:]))
    gap = _TO_THE_CUE.fullmatch(text, name.end, link.cue[0]) if link.cue[0] > name.end else None
    return replace(link, source=(start, name.end)) if gap else link
