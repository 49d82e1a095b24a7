"""A passage as it is cited: its words, who published them, when, where, and the place in the text."""

from __future__ import annotations

from sayso.domain.claim import Passage
from sayso.domain.document import Document
from sayso.rendering.moments import when
from sayso.rendering.safe import safe_line
from sayso.rendering.words import quoted


def citation(document: Document, passage: Passage) -> str:
    """One line: “words” — outlet, “title”, date, address, characters 120–188 of doc_…."""
    title = f"“{safe_line(document.title)}”" if document.title else None
    place = f"characters {passage.start}–{passage.end} of {passage.document}"
    facts = (document.outlet or document.author, title, when(document.published), document.url, place)
    return f"{quoted(safe_line(passage.exact))} — {', '.join(safe_line(fact) for fact in facts if fact)}"
