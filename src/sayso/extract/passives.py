"""Whose saying a passive is: who "was ordered to leave" ordered nothing and is part of what was ordered; who "was told" heard it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.extract.nesting import Link
from sayso.extract.ranges import Range

_BE = r"(?:is|are|was|were|am|be|been|being|stands?|stood|remains?|[’']s|[’']re)"
_BETWEEN = (
    r"(?:\s+(?:not|never|also|later|now|still|already|since|then|once|twice|again|first|yet|immediately|only|\w+ly))*"
)

_TOLD = r"(?:told|informed|assured|reassured|warned|reminded|notified|advised)"
"""With a clause their subject is the one through whom it comes; with an infinitive it is part of what was ordered."""

_SPOKEN_TO = (
    r"(?:accused|charged|urged|ordered|appointed|sentenced|convicted|blamed|criticised|criticized|condemned|denounced|"
    r"instructed|forbidden|sued|questioned|interrogated|found\s+guilty|said|alleged|rumou?red|reported|suspected|given|"
    r"asked|begged|commanded|invited|encouraged|allowed|permitted|required|requested|threatened|promised|offered|"
    r"thought|believed|understood|assumed|presumed|expected|supposed|feared|estimated|pressed|obliged)"
)

_PASSIVE = re.compile(rf"{_BE}{_BETWEEN}\s+(?:({_TOLD})|{_SPOKEN_TO})\b", re.IGNORECASE)
_ACCUSED = re.compile(
    r"(?:(?:once|also|later|already|\w+ly)\s+)*(?:(?:accused|suspected|convicted|acquitted|cleared|(?:found\s+)?guilty)\s+of|charged\s+with|"
    r"blamed\s+for|sentenced\s+to)",
    re.IGNORECASE,
)
"""Right behind a name, without whom: "an officer accused of taking bribes" is the accused, "the officer accused her of it" is not."""

_THOUGHT = re.compile(
    r"(?:thought|believed|understood|known|rumou?red|alleged|reported|supposed|presumed)", re.IGNORECASE
)
_HELD = re.compile(r"(?:said|reported|alleged|rumou?red|claimed|believed|thought|understood|considered)", re.IGNORECASE)
_TO_BE = re.compile(r"\s*to\s+(?:be|have|has|contain|include|come|belong)\b")
_BY = re.compile(r"\s*,?\s+by\b")
_INFINITIVE = re.compile(r"[“\"‘]?(?:not\s+)?to\s", re.IGNORECASE)
_HELPING = re.compile(rf"\s+(?:(?:has|have|had|also|later|never|who|\w+ly)\s+)*(?:{_BE}\s+)?", re.IGNORECASE)
_NEAR = 40  # code points between a subject and its passive


def read_passive(text: str, link: Link) -> Link:
    """`link` without a source that is only spoken to or of; such a subject is part of what is said, as PolNeAR has it
    ("expected": 66 of 70 times in its train part, "charged", "called", "criticized": 17 of 19).
    """
    assert link.cue is not None
    source = link.source
    if source is None or source[1] > link.cue[0]:
        return link
    if _is_held_to_be(text, source, link):
        return replace(link, source=None)
    if _ACCUSED.fullmatch(text, *link.cue) and text[source[1] : link.cue[0]].strip(" ,") == "":
        return _with_subject(link, source)
    order = any(_INFINITIVE.match(text, low) for low, _ in link.content if low >= link.cue[1])
    if order and _THOUGHT.fullmatch(text, *link.cue) and text[source[1] : link.cue[0]] in {" ", ", "}:
        return _with_subject(link, source)  # "the gang, thought to be from Osten"
    passive = _PASSIVE.match(text, *link.cue) or _passive_before(text, source, link.cue)
    if passive is None or (passive.group(1) and not order):
        return link
    if _BY.match(text, passive.end()):
        return link  # "the mayor, it was said by his aide": whoever it is, not the subject
    return _with_subject(link, source)


def _is_held_to_be(text: str, source: Range, link: Link) -> bool:
    """ "Police have yet to find the pistol, said to be black": whoever says so is not the sentence's subject."""
    assert link.cue is not None
    start, end = link.cue
    if not _HELD.fullmatch(text, start, end) or not any(
        _TO_BE.match(text, *span) for span in link.content if span[0] >= end
    ):
        return False
    return (
        source[1] < start
        and text[max(0, start - 2) : start].rstrip().endswith(",")
        and text[source[1] : start].strip(" ,") != ""
    )


def _passive_before(text: str, source: Range, cue: Range) -> re.Match[str] | None:
    """The passive of a cue that begins behind its auxiliary ("was" appointed)."""
    if cue[0] - source[1] > _NEAR:
        return None
    match = _HELPING.match(text, source[1], cue[1])
    at = match.end() if match else source[1]
    begins = next((m.start() for m in re.finditer(rf"\b{_BE}\b", text[source[1] : at])), None)
    passive = _PASSIVE.match(text, source[1] + begins if begins is not None else cue[0])
    return passive if passive and cue[0] < passive.end() <= cue[1] else None


def _with_subject(link: Link, subject: Range) -> Link:
    """The link without a source, its subject before what is said of it."""
    content = [span for span in link.content if span[0] >= subject[1] or span[1] <= subject[0]]
    return replace(link, source=None, content=tuple(sorted((subject, *content))))
