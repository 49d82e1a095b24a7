"""Two cues of one subject: "she noted that A, and wondered whether B" says A and B, and B is no part of A."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.nesting import TOLD, Link
from sayso.extract.ranges import Range, covers
from sayso.languages.language import Language

_BEFORE = 40
_JOINED = re.compile(
    r"(?:\s*[,;–—]\s*(?:(?:and|but|yet|or|then|while)\s+)?|\s+(?:and|but|yet)\s+)(?:\w+ly\s+|also\s+|later\s+|then\s+)*$"
)
_JOINED_BY_WORD = re.compile(r"[;]|\b(?:and|but|yet|or|then|while)\b")
_PASSIVE = re.compile(r"\b(?:been|was|were|being|be|are|is)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|own|aid|ept|ought|ade|eld)\b")
_HALF_A_CLAUSE = re.compile(r"(?:that\s+)?(?:he|she|it)\s+(?:(?:also|now|still|\w+ly)\s+)*[a-z]+s", re.IGNORECASE)
_ONE_VERB = re.compile(r"[a-z]+s")
_HEADING = re.compile(r"[A-Z][a-z]+ing\b")
_TO_MAIN_CLAUSE = re.compile(r"[^.!?;:\n]{1,200},[”\"]?\s+")
_SAYING = re.compile(r"saying")
_WORD_BEFORE = re.compile(r"([\w’'-]+)(,?)\s+$")
_NO_STOP = re.compile(r"[^.!?;\n“”\"]*")
_PREPOSITIONS = frozenset(
    "as by of for in from with without before after than and or not was were is are been be kept keep keeps like".split()
)
_PARTICIPLE = re.compile(r"\w+ing\b")


def part_coordinated(links: Sequence[Link], text: str, language: Language) -> list[Link]:
    """Links whose content ends where a second cue of the same source, outside of the content, begins.

    Six of a hundred chains in the development paragraphs failed by this: the first content ran on over the second cue.
    """
    parted = _with_participles(_with_subject_behind(links, text), text, language)
    by_source: dict[int, list[int]] = defaultdict(
        list
    )  # by where it begins: "Halle, the mayor," said A and called B absurd
    for index, link in enumerate(links):
        if link.source is not None and link.cue is not None:
            by_source[link.source[0]].append(index)
    for indices in by_source.values():
        for first in indices:
            for second in indices:
                link, other = parted[first], parted[second]
                if first == second or not _runs_over(link, other):
                    continue
                end = _join_before(text, link, other)
                if end is not None:
                    parted[first] = replace(link, content=_up_to(link.content, end))
    return parted


def _with_subject_behind(links: Sequence[Link], text: str) -> list[Link]:
    """Links whose participle heads a sentence, with the subject of its main clause: "Describing the raid, Osten said that C": he describes it."""
    speaking = sorted(
        (link for link in links if link.cue and link.source and link.source[1] <= link.cue[0]),
        key=lambda link: link.source or (0, 0),
    )
    starts = [link.source[0] for link in speaking if link.source]
    found = []
    for link in links:
        if (
            link.source is None
            and link.cue is not None
            and _HEADING.match(text, *link.cue)
            and _begins(text, link.cue[0])
        ):
            at = bisect_left(starts, link.cue[1])
            subject = speaking[at].source if at < len(speaking) else None
            if subject is not None and _TO_MAIN_CLAUSE.fullmatch(text, link.cue[1], subject[0]):
                found.append(replace(link, source=subject))
                continue
        found.append(link)
    return found


def _begins(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n" or text[max(0, at - 3) : at].rstrip('”"’ ').endswith((".", "!", "?"))


def _with_participles(links: Sequence[Link], text: str, language: Language) -> list[Link]:
    """Links in which "saying" has the subject of the verb before it: "he excused the delay, saying it was short" says two things.

    Not where it belongs to the noun or the preposition right before it ("a letter saying", "quoted as saying").
    """
    parted = list(links)
    order = sorted(range(len(links)), key=lambda i: links[i].cue or (0, 0))
    for index in order:
        link = links[index]
        if link.cue is None or not _SAYING.fullmatch(text, *link.cue) or link.start < link.cue[1]:
            continue
        before = _WORD_BEFORE.search(text, max(0, link.cue[0] - _BEFORE), link.cue[0])
        if before is None or (not before.group(2) and _holds_words(before.group(1), language)):
            continue
        near = [i for i in order if _is_before(parted[i], link, text)]
        if not near:
            continue
        other = parted[near[-1]]
        if link.source is not None and not covers(other.content, link.source):
            continue
        parted[index] = replace(link, source=other.source)
        content = _up_to(other.content, before.end(1))
        if content and content != other.content:
            parted[near[-1]] = replace(other, content=content)
    return parted


def _is_before(other: Link, link: Link, text: str) -> bool:
    """Whether `other` has a subject and ends, if at all, behind the participle that is `link`'s cue, in its sentence."""
    assert link.cue is not None
    if other.cue is None or other.source is None or other.cue[1] > link.cue[0] or other.source[1] > other.cue[0]:
        return False
    return covers(other.content, link.cue) and _NO_STOP.fullmatch(text, other.cue[1], link.cue[0]) is not None


def _holds_words(word: str, language: Language) -> bool:
    word = word.lower()
    singular = word.removesuffix("s")
    return (
        word in _PREPOSITIONS
        or word in language.pronouns
        or word in language.person_nouns
        or word in language.collective_nouns
        or bool({word, singular} & (language.document_nouns | language.organisation_nouns))
    )


def _runs_over(link: Link, other: Link) -> bool:
    assert link.cue is not None and link.source is not None and other.cue is not None
    return link.cue[1] <= other.cue[0] and covers(link.content, other.cue) and not covers(link.content, link.source)


def _join_before(text: str, link: Link, other: Link) -> int | None:
    """Where the words begin that join `other`'s cue to what comes before; None where it directly continues ("denied paying")."""
    assert link.cue is not None and other.cue is not None
    low = max(link.content[0][0], other.cue[0] - _BEFORE)
    match = _JOINED.search(text, low, other.cue[0])
    if match is None or match.start() <= link.content[0][0]:
        return None
    half = _HALF_A_CLAUSE.fullmatch(text, link.content[0][0], match.start())
    if half and match.group() == " and " and _ONE_VERB.fullmatch(text, *other.cue):
        return None  # "said that he rejects and condemns it": he does both
    if TOLD.fullmatch(text, *other.cue) and _PASSIVE.search(text, link.cue[1], match.start()):
        return None  # "that two had been shown papers and told": they were told, by nobody who is named
    by_word = _JOINED_BY_WORD.search(match.group()) is not None
    comma = match.group().lstrip()[:1] in ",;–—"
    participle = _PARTICIPLE.match(text, *other.cue) is not None
    # "denied planning and ordering": a bare "and" before a participle joins what is denied
    return match.start() if (by_word and not (participle and not comma)) or (comma and participle) else None


def _up_to(content: Sequence[Range], end: int) -> tuple[Range, ...]:
    return tuple((low, min(high, end)) for low, high in content if low < end)
