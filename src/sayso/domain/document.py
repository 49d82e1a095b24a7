"""A text exactly as published, and where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

from sayso.domain.correction import Correction
from sayso.domain.span import Span

_FROM_ROOT = re.compile(r"[/\\~]|[A-Za-z]:[/\\]|\.\.[/\\]")
_FOLDER = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Removed:
    """Words of a page that are not part of its text (menus, cookie notes), and why they were left out.

    For plain text, where nothing may be taken out of the text, `span` says where they stand.
    """

    exact: str
    why: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a document points to; `words` is where the link's words stand in the text, if they do.

    `origin` is True where the page itself says that this is where it has it from (`isBasedOn`, "Source: …").
    """

    href: str
    words: Span | None = None
    origin: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as published; every span in a reading points into `text`. `corrections` are of outlet and date."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    headline: Span | None = None
    text_sha256: str = ""
    bytes_sha256: str = ""
    removed: tuple[Removed, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def shown_path(self) -> str | None:
        """The path as it may be passed on: of one that begins at a disk's root, or climbs out of the folder, only the file's name.

        The folders above would tell whose machine it lay on ("/home/ana.rao/…").
        """
        if self.path is None or not _FROM_ROOT.match(self.path):
            return self.path
        return _FOLDER.split(self.path.rstrip("/\\"))[-1]

    @property
    def furniture(self) -> tuple[Span, ...]:
        """Where in `text` there stand words that are not the article's ("Leave a Reply")."""
        return tuple(item.span for item in self.removed if item.span is not None)


def document_id(place: str | None, data: bytes) -> str:
    """`doc_` and 16 hexadecimal digits of what identifies a document: its address (or outlet, or path) and its bytes."""
    return "doc_" + sha256((place or "").encode() + b"\0" + sha256(data).digest()).hexdigest()[:16]


@lru_cache(maxsize=4096)  # comparing claims asks for the same few days again and again
def day_of(published: str | None) -> date | None:
    """The day of a date of publication, as a document has it; None where it is not known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
