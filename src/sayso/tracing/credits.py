"""What a text says about where it has itself from: datelines, bylines, "Source: X", "Forwarded from X", "X reported".

A credit of the whole text stands in a place of its own: at its head, in its first sentence's dateline, in a line at its end. Others
stand in a sentence and hold for what is said near them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.claim import RelayKind
from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.languages.language import load_language
from sayso.languages.telling import load_telling
from sayso.tracing.aliases import JOINERS
from sayso.tracing.outlet_names import is_media_name

HEAD, TAIL = 4, 8
"""Paragraphs at the beginning and at the end of a text in which a credit of the whole text may stand."""
LONGEST_LINE = 200
"""Code points; a longer line is prose, whatever it begins with."""

_BIG = r"[^\W\d_a-zа-яё]"
_NAME = rf"(?:@\w{{3,40}}|(?:https?://)?(?:[\w-]{{1,40}}\.){{1,4}}[a-z]{{2,12}}(?:/[\w./-]*)?|{_BIG}[\w’'&-]{{0,40}}(?:[ ](?:(?:{JOINERS})[ ]){{0,2}}{_BIG}[\w’'&-]{{0,40}}){{0,6}})"
_KIND = (
    r"(?:(?:news |press )?(?:agency|site|portal|outlet|website|service|channel)|newspaper|paper|daily|weekly|magazine|broadcaster|blog|wire"
    r"|telegram(?: channel)?|radio station|television channel|tv channel)"
)
_CREDITED = rf"(?:the )?(?:\w+ )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]?"
_CREDITED_PLAIN = rf"(?:the )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]?"

_DATELINE = re.compile(
    rf"\s*(?:{_BIG}[\w .'’/-]{{1,40}}(?:,[ ][\w .,]{{2,30}})?[ ,.]{{1,2}})?[(/](?P<name>{_BIG}[\w .&-]{{1,40}}?)[)/]\.?\s*[—–-]+\s"
    rf"|\s*{_BIG}[\w .'’-]{{1,40}}[,.][ ][\w .,]{{2,30}}[/(](?P<slashed>{_BIG}[\w .&-]{{1,30}}?)[)/]\.?\s"
    rf"|\s*{_BIG}[A-Z .'’-]{{2,40}},[ ](?P<plain>{_BIG}[\w&]{{1,20}}(?:[ ]{_BIG}\w{{1,20}}){{0,3}})\s[—–-]\s"
)
_BYLINE = re.compile(rf"By (?P<name>(?:the )?{_NAME})(?: staff| correspondents?| reporters?)?\.?")
_BARE = re.compile(rf"[—–\-(©/]*\s*(?P<name>(?:the )?{_NAME})\s*[)/]?\.?")
_BRACKETED = re.compile(rf"[(\[](?P<name>(?:the )?{_NAME})[)\]]\.?\s*$")
_WITH = re.compile(
    rf"\(?(?i:(?:with )?(?:additional |further )?(?:reporting|files?|material|information) (?:by|from)|with) {_CREDITED_PLAIN}\.?\)?\.?"
    rf"|\(?{_CREDITED_PLAIN.replace('?P<name>', '?P<second>')} contributed (?:reporting )?to this (?:report|story|article)\.?\)?"
    rf"|(?:©|\([Cc]\)|Copyright)\s*{_CREDITED_PLAIN.replace('?P<name>', '?P<third>')}.{{0,40}}"
)
_SOURCE = re.compile(
    r"\W{0,3}(?i:(?:original |article |news )?sources?|via|origin|credit|h/t|hat tip|первоисточник|источник|джерело|першоджерело|quelle|fuente|fonte|źródło)"
    rf"(?:\s*[:：]|\s+[—–-]\s|(?<=[Vv]ia)\s|(?<=[Hh]/[Tt])\s)\s*(?i:the )?(?i:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]?.{{0,100}}"
)
_FIRST = re.compile(
    r"\W{0,3}(?i:(?:this|the|our) (?:\w+ )?(?:article|story|post|report|text|piece|interview|version|translation) )?(?i:(?:was|is|has been) )?"
    r"(?i:(?:first|originally|previously) (?:published|posted|printed|appeared|ran)|(?:re-?published|re-?printed|re-?posted|translated|adapted|syndicated)(?: with permission)?)"
    rf"(?i: (?:in \w+ )?(?:by|in|on|at|from|with))? (?i:permission (?:of|from) )?{_CREDITED_PLAIN}.{{0,100}}"
)
_SOURCE_LINK = re.compile(
    r"\W*(?:source link|original source|read (?:the )?(?:original|full story)|original article|link to source)\W*",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\W{0,3}(?i:forwarded(?: message)?|re-?posted|repost(?:ed)?|fwd|переслано|репост)(?i: from| of| by|:| из| от)?:? (?P<name>.{2,80})"
)

_SAY = r"(?:reports?|reported|writes?|wrote|says?|said|notes?|noted|claims?|claimed|reveals?|revealed|found|adds?|added|learned|announced|posted|quotes?|quoted|cites?|cited|shows?|showed|broadcast|aired|carried|published)"
_BY = re.compile(
    rf"\b(?:reported|quoted|cited|carried|published|relayed|broadcast|posted|revealed|disclosed|circulated|unearthed|uncovered|leaked|made public|brought to light|made known|obtained|seen|reviewed|interviewed|told)(?: \w+ly)?(?: earlier| first| on \w+| as (?:saying|telling|writing))? by {_CREDITED_PLAIN}"
)
_CITING = re.compile(
    rf"\b(?:[Cc]iting|[Qq]uoting|[Ww]ith reference to|[Rr]eferring to|[Aa]ccording to|[Vv]ia|[Ii]n an interview (?:with|to)|[Tt]old|[Tt]ells|[Cc]omments (?:carried|published) by|[Rr]eport(?:ed)? (?:by|in|on)|[Ff]irst (?:reported|published) (?:by|in|on)) {_CREDITED}"
)
_OWNED_BY = rf"(?:[\w’'-]+-(?:{'|'.join(load_telling('en').owning)}) )?"
_INTERVIEW = re.compile(
    rf"\b[Ii]n (?:an?|the|his|her|their) (?:[\w’'-]+ ){{0,3}}(?:{'|'.join(load_telling('en').interviews)}) (?:with|to|for|given to) "
    rf"(?:the )?{_OWNED_BY}(?:[a-z][\w-]* )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]?"
)
"""Whom somebody was interviewed by, whatever the text says of the day and of the outlet: "in a May 4 interview with the state-run wire Delta"."""
_UNEARTHED = re.compile(
    rf"(?:^|[\s(“\"])(?:[Tt]he )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]? (?:has |have |had )?(?:also )?(?:{'|'.join(load_telling('en').unearthing)}) (?:an?|the|its|their|documents|papers|files)\b"
)
_HANDED = re.compile(
    rf"\b(?:{'|'.join(load_telling('en').handing)}) (?:the )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]? (?:an?|the|its|this|that|these|his|her|their)\b"
)
"""Who was told it, behind a verb of giving: "a nurse had given the Quay the same date"."""
_DESCRIBED = re.compile(rf"\b(?:{'|'.join(load_telling('en').describing)}) by {_CREDITED_PLAIN}")
_THEIR_REPORT = re.compile(
    rf"(?:^|[\s(“\"])(?:[Tt]he )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[’']s? (?:[\w-]+ )?(?:claims?|reports?|stor(?:y|ies)|articles?|revelations?|allegations?|accounts?|scoop|investigations?|exclusive|reporting)\b"
)
"""Whose report a text speaks of: "denies the Post's claim that …"."""
_WAS_FIRST = re.compile(
    rf"(?:^|[\s(“\"])(?:[Tt]he )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]? (?:was|were) (?:the )?first to (?:report|publish|carry|write|tell)"
)
_CITES = re.compile(r",? (?:(?:with|in) reference to|citing|quoting|referring to) (?P<inner>[^,.;:!?\n“”\"]{2,80})")
_CITER = re.compile(
    rf"(?:^|(?<=[.!?\n] )|(?<=\n))(?:[Tt]he )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]?, (?:citing|quoting|with reference to|in reference to|referring to)\b"
)
"""Who reports it with reference to somebody, wherever the verb stands."""
_SAYS = re.compile(
    rf"(?:^|[\s(“\"])(?:[Aa]s )?(?:[Tt]he )?(?:{_KIND} )?[«“\"]?(?P<name>{_NAME})[»”\"]?(?: (?:newspaper|agency|news agency|website|site|channel|portal))? (?:has |have |had |also |first |earlier |later ){{0,2}}{_SAY}\b"
)

_BRINGING = ("iting ", "uoting ", "ith reference to ", "eferring to ", "ccording to ", "ia ", "n an interview ", "old ", "ells ", "omments ", "eport", "irst ")  # fmt: skip
_SAYING = tuple(
    f" {word}"
    for word in "report write wrote say said note claim reveal found add learned announced posted quote cite show broadcast aired carried published".split()
)

_PASSING: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_INTERVIEW, tuple(f" {noun} " for noun in load_telling("en").interviews)),
    (_UNEARTHED, tuple(f" {verb} " for verb in load_telling("en").unearthing)),
    (_HANDED, tuple(f"{verb} " for verb in load_telling("en").handing)),
    (_DESCRIBED, tuple(f"{verb} by " for verb in load_telling("en").describing)),
    (_BY, (" by ",)),
    (_CITER, (", citing", ", quoting", " reference to", ", referring to")),
    (_CITING, _BRINGING),
    (_SAYS, _SAYING),
    (_WAS_FIRST, (" first to ",)),
    (_THEIR_REPORT, ("’", "'")),
)
"""How somebody is named who said or published it, each with words of which one must stand there."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody whom a text names as the one that it has its words from.

    `start` and `end` are where the credit stands, `name` the words that name. `whole`: whether it holds for all of the text.
    `sure`: whether its place tells that it is a credit; "By Anna Berg" and "(Harl)" name writers and towns, and of
    such names only outlets' count. `inner`: where it says whom that one cites.
    """

    how: RelayKind
    name: str
    start: int
    end: int
    whole: bool
    sure: bool
    inner: tuple[int, int] | None = None


@lru_cache(maxsize=1024)
def find_credits(document_text: str) -> tuple[Credit, ...]:
    """The credits of a whole text, the first first, each name once."""
    found: dict[str, Credit] = {}
    paragraphs = find_paragraphs(document_text)
    for place, (start, end) in enumerate(paragraphs):
        if HEAD <= place < len(paragraphs) - TAIL:
            continue
        for credit in _in_paragraph(document_text, start, end, place, len(paragraphs)):
            found.setdefault(credit.name.lower(), credit)
    return tuple(found.values())


@lru_cache(maxsize=4096)  # asked for of each claim that a sentence may be of, and again to see who passes it on
def find_passing(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Names in a stretch of a text that stand where a text says who said or published it ("reported by X", "citing X", "X writes")."""
    return tuple(_find_passing(text, start, end))


def _find_passing(text: str, start: int, end: int) -> Iterator[Credit]:
    for pattern, needed in _PASSING:
        # A look for the words that it needs takes a hundredth of the time that it takes itself to find nothing.
        if needed and not any(text.find(words, start, end) >= 0 for words in needed):
            continue
        for match in pattern.finditer(text, start, end):
            # Who reports "citing the ministry" passes on, whatever its name.
            cited = _CITES.match(text, match.end(), end) if pattern is _SAYS else None
            if match["name"] in _DAYS:
                continue
            sure = is_media_name(match["name"]) or cited is not None or pattern is _CITER
            yield Credit(
                RelayKind.NAMES_IT, _tidy(match["name"]), match.start("name"), match.end("name"), whole=False, sure=sure,
                inner=cited.span("inner") if cited is not None else None,
            )  # fmt: skip


def is_in_dateline(text: str, start: int, end: int) -> bool:
    """Whether words stand before the agency's name in a dateline: the place, or the day."""
    for low, high in find_paragraphs(text)[:HEAD]:
        match = _DATELINE.match(text, low, min(high, low + LONGEST_LINE)) if low <= start < high else None
        if match is not None:
            return end <= min(match.start(key) for key in ("name", "plain", "slashed") if match[key])
    return False


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a passage is no more than a dateline: "QUAY, March 4. /DELTA/."."""
    match = _DATELINE.match(f"{text[start:end].strip()} ") if end - start <= LONGEST_LINE else None
    return match is not None and match.end() >= len(text[start:end].strip())


_TRANSLATED = re.compile(rf"\b(?:{'|'.join(map(re.escape, load_telling('en').translated))})\b", re.IGNORECASE)


def translation_line(document: Document) -> tuple[int, int] | None:
    """Where a text says at its head or its end that it is a translation, whoever's."""
    paragraphs = find_paragraphs(document.text)
    for place, (start, end) in enumerate(paragraphs):
        near = (place < HEAD or place >= len(paragraphs) - TAIL) and end - start <= LONGEST_LINE
        if near and _TRANSLATED.search(document.text, start, end) is not None:
            return start, end
    return None


def is_source_link(text: str, start: int, end: int) -> bool:
    """Whether a line says that a link in it leads to where the text is from, and names nobody."""
    return end - start <= LONGEST_LINE and _SOURCE_LINK.fullmatch(text, start, end) is not None


def source_line(document: Document) -> tuple[int, int] | None:
    """Where a text says "Source link"."""
    for start, end in reversed(find_paragraphs(document.text)[-TAIL:]):
        if is_source_link(document.text, start, end):
            return start, end
    return None


def _in_paragraph(text: str, start: int, end: int, place: int, count: int) -> Iterator[Credit]:
    short = end - start <= LONGEST_LINE
    head, tail = place < HEAD, place >= count - TAIL
    if head:
        match = _DATELINE.match(text, start, min(end, start + LONGEST_LINE))
        if match is not None:
            name = next(key for key in ("name", "plain", "slashed") if match[key])
            if not _is_date(match[name]):
                yield Credit(
                    RelayKind.WIRE_CREDIT, _tidy(match[name]), match.start(name), match.end(name), whole=True, sure=True
                )
    if short:
        match = _FORWARD.fullmatch(text, start, end) if head or tail else None
        if match is not None:
            yield _credit(RelayKind.FORWARD, match, sure=True)
            return
        for pattern in (_SOURCE, _FIRST):
            match = pattern.fullmatch(text, start, end)
            if match is not None and not _is_language(_tidy(match["name"])):
                yield _credit(RelayKind.WIRE_CREDIT, match, sure=True)
                return
        match = _WITH.fullmatch(text, start, end) if tail else None
        if match is not None:
            yield _credit(RelayKind.WIRE_CREDIT, match, next(key for key in ("name", "second", "third") if match[key]))
            return
        match = _BYLINE.fullmatch(text, start, end) if head else None
        if match is not None:
            yield _credit(RelayKind.WIRE_CREDIT, match)
            return
        match = _BARE.fullmatch(text, start, end) if (tail and place > 0) or (head and 0 < place < 3) else None
        if match is not None:
            yield _credit(RelayKind.WIRE_CREDIT, match)
            return
    if tail or head:
        match = _BRACKETED.search(text, max(start, end - 60), end)
        if match is not None and not _is_date(match["name"]):
            yield _credit(RelayKind.WIRE_CREDIT, match)


def _is_language(name: str) -> bool:
    """ "Translated from German"."""
    return name in load_language("en").demonyms


def _credit(how: RelayKind, match: re.Match[str], group: str = "name", *, sure: bool = False) -> Credit:
    name = _tidy(match[group])
    return Credit(how, name, match.start(), match.end(), whole=True, sure=sure or is_media_name(name))


def _tidy(name: str) -> str:
    name = " ".join(name.split()).strip(' .,;:“”"«»()[]')
    return re.sub(r"^(?:the|The)\s+", "", re.sub(r"[’']s$", "", name))


_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)
_DATE = re.compile(
    r"(?i)(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|updated|video|photos?|with\b)"
)


def _is_date(words: str) -> bool:
    return _DATE.match(words.strip()) is not None
