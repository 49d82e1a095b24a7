"""Papers that somebody has seen: "under one of two options in an internal memo seen by Delta" names no speaker, and says where it is from."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.document import Document
from sayso.tracing.outlets import Outlets
from sayso.tracing.roles import RUN
from sayso.tracing.sources import describe_source
from sayso.tracing.steps import Step, name_step, passage

_MEDIUM = "(?:news )?(?:agency|newspaper|paper|site|channel|newsletter|magazine|broadcaster)"
_SEEN_PAPER = re.compile(
    r"\b(?P<paper>(?i:an?) (?:[\w-]+ ){0,3}(?:memo|memorandum|document|draft|letter|report|note|e-?mail|presentation|file|paper|copy|list|order|protocol|ruling|indictment)\b)"
    rf"(?: of [^.!?;]{{2,60}}?)?,? (?:(?:that|which) )?(?:(?:was|has been|had been|have been) )?(?:seen|obtained|reviewed|read|viewed|inspected) by (?:the )?(?:us\b|this (?:news)?paper\b|our \w+|(?:{_MEDIUM} )?(?P<name>{RUN.pattern}))"
)


def seen_paper(document: Document, start: int, end: int, outlets: Outlets) -> tuple[tuple[Step, ...], bool] | None:
    """The paper that a stretch of a text has it from, with who has seen it outside it; and whether that is the text's own outlet."""
    found = _SEEN_PAPER.search(document.text, start, end)
    if found is None:
        return None
    words, at = found["paper"], found.start("paper")
    source = describe_source(words, at, None, PartyKind.DOCUMENT, Naming.UNNAMED, document)
    paper = Step(replace(source, kind=PartyKind.DOCUMENT), passage(document, at, at + len(words)))
    if _is_here(found, document, outlets):
        return (paper,), True
    if not outlets.is_outlet(found["name"]):
        return None
    return (name_step(document, found["name"], found.start("name")), paper), False


def has_seen_one(document: Document, outlets: Outlets) -> bool:
    """Whether a text says anywhere that its own outlet has seen a paper."""
    return any(_is_here(found, document, outlets) for found in _SEEN_PAPER.finditer(document.text))


def _is_here(found: re.Match[str], document: Document, outlets: Outlets) -> bool:
    return found["name"] is None or outlets.find(found["name"]) == outlets.key_of(document)
