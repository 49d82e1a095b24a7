"""Which outlet a text means where it gives no name: "the paper notes", "a local channel", "the town's newspaper", "two Dutch papers".

It is the one that the text has named last before, or names next, or the one outlet of that kind that had published on it before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.languages.language import load_language
from sayso.tracing.bodies import names_body
from sayso.tracing.credits import find_passing
from sayso.tracing.kinds import KINDS_OF_NOUN
from sayso.tracing.outlet_names import is_media_name
from sayso.tracing.outlets import Outlets
from sayso.tracing.roles import RUN
from sayso.tracing.sources import MEDIA_AT_LARGE, described_medium
from sayso.tracing.voices import COMPANY

_THE_PAPER = re.compile(
    r"[Tt]he (?:[a-z]+ )?(?:news)?(?:paper|agency|site|website|portal|outlet|channel|publication|broadcaster|magazine|daily|weekly|journal|station|newsletter)"
)
_APPOSED = re.compile(rf"\b[Tt]he (?:\w+ )?(?P<noun>[a-z]+), (?P<name>{RUN.pattern}),")
_MODIFIERS = frozenset(
    "a an the one another its their same own local regional national foreign state state-run state-owned independent opposition popular "
    "leading private anonymous small big morning evening daily weekly sunday news press telegram radio tv television online internet digital public "
    "investigative rights human campaign campaigning pro-government anti-government liberal conservative left-wing right-wing student trade "
    "industry business financial sports consumer community new old other rival respected influential well-known unnamed unidentified tabloid "
    "town's city's village's country's island's region's province's state's nation's university's paper's think".split()
)
"""Words that say of an outlet what it is like; "the environment agency" and "the building site" are none."""
_DESCRIBED = re.compile(
    r"(?:(?:an?|the|one|another|its|their) )?(?P<before>(?:[\w.’'-]+ ){0,5}?)(?P<noun>[a-z]+)(?P<after>(?:,? (?:in|of|from|based|close|followed|read|run|that|which|with|there)\b.{0,100})?)",
    re.IGNORECASE,
)
_BOSSES = re.compile(r"(?:the )?(?P<field>[a-z]{4,}) (?:bosses|chiefs|officials|leaders|authorities)", re.IGNORECASE)
_COMPANY = re.compile(r"(?:the|its) (?:[a-z-]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)
LOOK_BACK = 2000
"""Code points in which the outlet that "the paper" points back to is looked for."""
LOOK_AHEAD = 900
"""Code points in which a text names the outlet that it first calls "a local channel": two or three paragraphs."""


def point(document: Document, span: Span, outlets: Outlets) -> tuple[str, int] | None:
    """The name of the outlet that some words mean, and where it stands, or the words where the text names it nowhere."""
    return (
        _back(document, span, outlets)
        or _ahead(document, span, outlets)
        or of_its_kind(document, span, outlets)
        or _company(document, span, outlets)
    )


def _company(document: Document, span: Span, outlets: Outlets) -> tuple[str, int] | None:
    """ "The company", "its owner": the one whose own page is held and that the text names."""
    words = " ".join(span.exact.split())
    bosses = _BOSSES.fullmatch(words)
    if bosses is not None:
        name = outlets.own_page_of(bosses["field"].lower(), document)
        return None if name is None else (name, span.start)
    found = _COMPANY.fullmatch(words)
    if found is None or found["noun"].lower() not in COMPANY:
        return None
    name = outlets.own_page_in(document)
    return None if name is None else (name, span.start)


def of_its_kind(document: Document, span: Span, outlets: Outlets) -> tuple[str, int] | None:
    """The one outlet with earlier documents that is what the words speak of: Radio Polje for "a local radio station"."""
    found = _DESCRIBED.fullmatch(" ".join(span.exact.split()))
    if found is None or found["noun"].lower() not in KINDS_OF_NOUN:
        return None
    modifiers = found["before"].split()
    if any(_tells_else(word) for word in modifiers):
        return None
    if not modifiers and not found["after"] and not span.exact.lower().startswith(("the ", "a ", "an ", "one ")):
        return None
    names = frozenset(
        word.removesuffix("'s").removesuffix("’s").lower()
        for word in modifiers
        if word[:1].isupper() and word not in {"Telegram", "TV"}
    )
    if outlets.find(span.exact) is not None:
        return None
    loosely = span.exact.lower().startswith(("a ", "an ", "one ", "another ")) or names <= _peoples()
    name = outlets.of_kind(found["noun"].lower(), names, document, loosely=loosely)
    return None if name is None else (name, span.start)


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    return frozenset(word.lower() for word in load_language("en").demonyms)


def _tells_else(word: str) -> bool:
    """Whether a word before the noun makes it no outlet: "environment", of an agency."""
    lower = word.lower().replace("’", "'")
    return word[:1].islower() and lower not in _MODIFIERS and not lower.endswith(("-language", "-based"))


def _back(document: Document, span: Span, outlets: Outlets) -> tuple[str, int] | None:
    """ "The paper notes": the outlet that the text has named last before."""
    if not _THE_PAPER.fullmatch(span.exact):
        return None
    own = outlets.key_of(document)
    named = [
        item for item in outlets.scan(document.text, max(0, span.start - LOOK_BACK), span.start) if item.outlet != own
    ]
    return (document.text[named[-1].start : named[-1].end], named[-1].start) if named else None


def _ahead(document: Document, span: Span, outlets: Outlets) -> tuple[str, int] | None:
    """ "A local channel reports": the outlet that the text names next ("The channel, Harl Live, said"), held or called so there."""
    medium = described_medium(span.exact)
    if medium is None or medium in MEDIA_AT_LARGE:
        return None
    text, own = document.text, outlets.key_of(document)
    low, high = span.end, min(len(document.text), span.end + LOOK_AHEAD)
    found = [
        (match.start("name"), match["name"]) for match in _APPOSED.finditer(text, low, high) if match["noun"] == medium
    ]
    found += [
        (credit.start, text[credit.start : credit.end])
        for credit in find_passing(text, low, high)
        if outlets.find(credit.name) not in {None, own} and (medium == "tank" or not _is_mere_body(credit.name))
    ]
    if not found:
        return None
    start, words = min(found)
    return words, start


def _is_mere_body(name: str) -> bool:
    return names_body(name) and not is_media_name(name)
