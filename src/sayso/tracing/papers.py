"""Papers that somebody has seen: "under one of two options in an internal memo seen by Delta" names no speaker, and says where it is from.

A text may say so in the sentence itself ("an email to which we have had access shows"), in the next ("This emerges from a letter in our
possession"), or once for all that it tells ("De Stem has seen the file").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.document import Document
from sayso.languages.telling import load_telling
from sayso.tracing.outlets import Outlets
from sayso.tracing.roles import RUN
from sayso.tracing.sources import describe_source
from sayso.tracing.steps import Step, name_step, passage

NEAR = 700
"""Code points between what a text tells in its own voice and where it says which paper it has seen."""
OPENING = 900
"""Code points at a text's head: what stands there is told of whatever it says further on that it has seen."""
_MEDIUM = "(?:news )?(?:agency|newspaper|paper|site|channel|newsletter|magazine|broadcaster|daily|weekly)"
_NOUNS = (
    "memo memorandum document draft letter report note email e-mail presentation file paper copy list order protocol ruling indictment spreadsheet "
    "workbook register log logbook database contract agreement invoice receipt bill message chat recording transcript slide plan filing dossier record "
    "ledger certificate minute statement complaint correspondence footage video photograph folder archive notice decision warrant deed voucher roster "
    "schedule survey study audit assessment account questionnaire table"
).split()
_NOUN = "(?:" + "|".join(sorted((f"{noun}s?" for noun in (*_NOUNS, "copie")), key=len, reverse=True)) + "|minutes)"
_NO_PREPOSITION = r"(?!(?i:an?|the|its|from|to|of|by|in|into|that|which|with|and|or|on|at|as|for|this|it|is|are|was|were|has|have|had|than|says?|said|shows?) )"
_PAPER = rf"(?P<paper>(?:(?i:an?|the|its|their|his|her|two|three|several|some|internal|confidential|leaked) )?(?:{_NO_PREPOSITION}[\w’'-]+ ){{0,4}}?{_NOUN})\b"
_OF = r"(?: (?:of|from|by|between|to|about|on|for) [^.!?;,\n]{2,60}?)?"
_WHO = rf"(?:the )?(?P<who>us\b|we\b|me\b|this (?:news)?paper\b|this (?:site|website|magazine|agency|channel|newsroom)\b|our \w+|(?:{_MEDIUM} )?{RUN.pattern})"
_SEEN = r"(?:seen|obtained|reviewed|read|viewed|inspected|examined|consulted|accessed|acquired|studied)"
_REACHED = "|".join(map(re.escape, load_telling("en").reaching))
_HOLDS = "|".join(map(re.escape, load_telling("en").having))
_ACCESS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_PAPER}{_OF},? (?:also )?(?:(?:that|which) )?(?:(?:was|were|has been|had been|have been) )?(?:also )?{_SEEN} by {_WHO}",
        rf"\b{_PAPER}{_OF},? (?:that|which) {_WHO} (?:has |have |had )?(?:also |itself )?(?:{_SEEN}|got hold of|been shown|been given|been sent)",
        rf"\b{_PAPER}{_OF},? (?:in)?to which {_WHO} (?:has|have|had|was given|were given|gained|got)(?: \w+)? access",
        rf"\b{_PAPER}{_OF},? (?:(?:that|which) )?(?:(?:has|have|had) (?:come|passed|fallen) |(?:came|is|are|was|were) )?(?:now )?in(?:to)? (?:the )?(?:possession|hands) of {_WHO}",
        rf"\b{_PAPER}{_OF},? (?:that|which) (?:has |have |had )?(?:also |first )?(?:{_REACHED}) {_WHO}",
        rf"\b{_PAPER}{_OF},? (?:that|which) {_WHO} (?:also )?(?:{_HOLDS})",
        rf"\b{_PAPER}{_OF},? of which {_WHO} (?:also )?(?:{_HOLDS}|has|have) a copy",
        rf"(?:^|(?<=[.!?] )|(?<=\n)|(?<=, ))(?i:{_WHO.replace('(?P<who>', '(?P<who>(?-i:')})) (?:also )?(?:{_HOLDS}) (?:a copy of |copies of )?{_PAPER}",
        rf"\b{_PAPER}{_OF},? in {_WHO}(?:[’']s)? (?:possession|hands)",
        rf"\b{_PAPER}{_OF},? (?:(?:that|which) )?(?:(?:was|were|has been|had been|have been) )?(?:leaked|shown|shared|passed|provided|given|sent|supplied) (?:to|with) {_WHO}",
        rf"(?:^|(?<=[.!?] )|(?<=\n)|(?<=, )|(?<=[“”\"] )|(?<=that )|(?<=which ))(?i:{_WHO.replace('(?P<who>', '(?P<who>(?-i:')})) (?:has |have |had )(?:also |itself |now )?(?:{_SEEN}|got hold of|been shown|been given|been sent|been able to (?:see|read|inspect|view)|had access to|had sight of) (?:a copy of |copies of |parts of |extracts of |excerpts from )?{_PAPER}",
    )
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A paper in a text, and the words for who has seen it."""

    start: int
    end: int
    who: str
    who_start: int


def seen_paper(document: Document, start: int, end: int, outlets: Outlets) -> tuple[tuple[Step, ...], bool] | None:
    """The paper that a stretch of a text has it from, with who has seen it outside it; and whether that is the text's own outlet."""
    for seen in _find(document.text):
        if not start <= seen.start < end:
            continue
        paper = _step(document, seen)
        if _is_here(seen, document, outlets):
            return (paper,), True
        if outlets.is_outlet(seen.who):
            return (name_step(document, seen.who, seen.who_start), paper), False
    return None


def own_paper(document: Document, at: int, outlets: Outlets) -> Step | None:
    """The paper that a text says its own outlet has seen, for what it tells at a place in its own voice."""
    mine = [seen for seen in _find(document.text) if _is_here(seen, document, outlets)]
    near = [seen for seen in mine if abs(seen.start - at) <= NEAR or at <= OPENING]
    return _step(document, min(near, key=lambda seen: abs(seen.start - at))) if near else None


def has_seen_one(document: Document, outlets: Outlets) -> bool:
    """Whether a text says anywhere that its own outlet has seen a paper."""
    return any(_is_here(seen, document, outlets) for seen in _find(document.text))


@lru_cache(maxsize=1024)
def _find(text: str) -> tuple[_Seen, ...]:
    return tuple(_matches(text))


def _matches(text: str) -> Iterator[_Seen]:
    if not any(words in text for words in _PARTS) or _ANY.search(text) is None:
        return
    for pattern in _ACCESS:
        for match in pattern.finditer(text):
            yield _Seen(*match.span("paper"), _FULL_STOP.split(match["who"])[0], match.start("who"))


_FULL_STOP = re.compile(r"\.\s")
_ANY = re.compile(
    rf"\b{_SEEN}\b|\baccess\b|\bpossession\b|\bhands\b|\b(?:leaked|shown|shared|passed|provided|given|sent|supplied)\b|got hold of|had sight of|been able to|\ba copy\b|\b(?:{_REACHED}|{_HOLDS})\b"
)
"""What one of these phrases must hold; most texts hold none."""
_PARTS = (
    *(
        "seen obtained reviewed read viewed inspected examined consulted accessed acquired studied access possession hands leaked shown shared passed provided "
        "given sent supplied"
    ).split(),
    *("got hold of", "had sight of", "been able to", "a copy"),
    *load_telling("en").reaching,
    *load_telling("en").having,
)
"""The same as mere letters, which are looked for in a hundredth of the time."""


def _step(document: Document, seen: _Seen) -> Step:
    words = document.text[seen.start : seen.end]
    source = describe_source(words, seen.start, None, PartyKind.DOCUMENT, Naming.UNNAMED, document)
    return Step(replace(source, kind=PartyKind.DOCUMENT), passage(document, seen.start, seen.end))


def _is_here(seen: _Seen, document: Document, outlets: Outlets) -> bool:
    who = seen.who.lower()
    if who in {"us", "we", "me"} or who.startswith(("this ", "our ")):
        return True
    return outlets.find(seen.who) == outlets.key_of(document)
