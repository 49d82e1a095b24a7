"""Outlets that are the bodies of which the news tells, and who speaks for them: a health authority's page, a maker's press release.

Such a page is what a paper has it from that names the body, whoever signs it ("Dr Irma Toller, director"), or just "the company".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.tracing.aliases import COMPANY_SUFFIX
from sayso.tracing.bodies import names_body
from sayso.tracing.kinds import kinds_of_name
from sayso.tracing.names import name_key
from sayso.tracing.roles import CAPITAL

COMPANY = frozenset(
    "company firm maker manufacturer owner operator producer developer carrier airline retailer chain supplier utility bank insurer builder "
    "contractor shipowner shipbuilder brewer group business plant club hospital university school union charity owners bosses brand".split()
)
"""What texts call a body by that does not stand in its name."""
_OWN_PAGE = re.compile(
    r"/(?:press|media-cent|statement|advisor|announcement|communiqu|newsroom|post|briefing|release)", re.IGNORECASE
)
_FIRST_LINE = re.compile(
    r"\W*(?:(?:press|media) (?:release|statement)|statement|communiqu|announcement|advisory|for immediate release)\b",
    re.IGNORECASE,
)
_NEWS = frozenset({"newspaper", "agency", "radio", "television", "site", "magazine"})
_REGIONS = frozenset(
    "region krai oblast province county district republic kingdom state borough front wing house".split()
)
HEAD, TAIL = 3, 6
LONGEST_SIGNATURE = 120
_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Atty|Capt|Col|Gen|Sir|Dame|Rev|Hon)\.? |(?:Professor|Doctor|Captain|Colonel|General|Commander|Inspector) )"
_FULL = rf"{CAPITAL}(?: (?:van|de|von|der|da|di|al|bin|del))?(?: {CAPITAL}){{1,2}}"
_SIGNED = re.compile(
    rf"\W{{0,3}}(?:\((?:sgd|signed)\.?\) |[Ss]igned:? |[Bb]y |[Cc]ontact:? )?{_TITLE}?(?P<name>{_FULL})(?P<rest>,.{{3,80}}|\.)?"
)
_AUTHORS = re.compile(rf"(?:^|[.,;:] ){_TITLE}?(?P<name>{_FULL})(?: and (?P<other>{_FULL}))?(?=, |$)")
_ROLE = r"(?i:(?:the|our|its) |chief|managing|general|executive|deputy|vice|acting|head|director|president|chair|ceo|secretary|spokes|founder|coordinator|manager|minister|commander|legal|counsel|officer)"
_SAYS = re.compile(rf"\b(?:[Ss]ays?|said|according to|explained|stressed) (?P<name>{_FULL}), {_ROLE}")


@lru_cache(maxsize=1024)
def is_self_speaking(document: Document) -> bool:
    """Whether a document is a body's own: by its outlet's name, its address, or what its first line calls it."""
    name = document.outlet or ""
    kinds = kinds_of_name(name)
    if not name or kinds & _NEWS:
        return False
    if _names_body(name) or kinds & {"institute", "group"} or COMPANY_SUFFIX.search(name):
        return True
    path = (document.url or "").partition("://")[2].partition("/")[2]
    if _FIRST_LINE.match(document.text) is not None:
        return True
    return _OWN_PAGE.search(f"/{path}") is not None and (_speaks_of(name, document.text) or _is_signed(document.text))


def _names_body(name: str) -> bool:
    return names_body(" ".join(word for word in name.split() if word.lower() not in _REGIONS))


def _is_signed(text: str) -> bool:
    """Whether a text ends with a name and a post: "Hugh Tanner, director"."""
    matches = (
        _SIGNED.fullmatch(text, start, end)
        for start, end in find_paragraphs(text)[-TAIL:]
        if end - start <= LONGEST_SIGNATURE
    )
    return any(match is not None and match["rest"] and re.search(_ROLE, match["rest"]) for match in matches)


def _speaks_of(name: str, text: str) -> bool:
    """Whether a text tells what its outlet does: "Velorra is recalling all bikes"."""
    word = re.escape(re.split(r"[ ,]", name)[0])
    return (
        re.search(rf"\b{word}[\w. ,]{{0,20}}? (?:is|are|has|have|was|will|today|announces?|says?|knows?)\b", text)
        is not None
    )


@lru_cache(maxsize=1024)
def speakers(document: Document) -> frozenset[str]:
    """Keys of the persons who sign a body's own document, wrote it, or speak in it as who they are there."""
    return frozenset(name_key(name) for name in _speakers(document))


def _speakers(document: Document) -> Iterator[str]:
    text, paragraphs = document.text, find_paragraphs(document.text)
    for place, (start, end) in enumerate(paragraphs):
        if end - start > LONGEST_SIGNATURE:
            continue
        if place >= len(paragraphs) - TAIL:
            match = _SIGNED.fullmatch(text, start, end)
            if match is not None and not names_body(match["name"]):
                yield match["name"]
        if 0 < place < HEAD:
            for match in _AUTHORS.finditer(text, start, end):
                yield from (
                    name
                    for name in (match["name"], match["other"])
                    if name and not names_body(name) and not _is_date(name)
                )
    yield from (match["name"] for match in _SAYS.finditer(text) if not match["name"].islower())
    if document.author:
        yield from (name.strip() for name in re.split(r",| and ", document.author) if " " in name.strip())


def _is_date(name: str) -> bool:
    return re.search(r"\d", name) is not None
