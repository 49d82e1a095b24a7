"""Pages built by hand: an invented article with what a test puts into its head and its body."""

from __future__ import annotations

import json
from datetime import date

from sayso.domain.document import Document
from sayso.readers.html import read_html
from sayso.readers.metadata import Metadata, read_metadata
from sayso.readers.pages import parse

HEADLINE = "Bridge over the Tarn to open in spring"
LEAD = (
    "The mayor of Lugovsk said on Tuesday that the old bridge would open in spring, after a delay and a long dispute."
)
LAST = "Nobody had asked the residents of the lower town what they thought of it, one of them told the reporters."


def page(body: str = "", head: str = "", *, headline: str = HEADLINE) -> bytes:
    """A page with a menu, an article that holds `body` between two paragraphs, and a footer."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">All the news</a></nav>
<article><h1>{headline}</h1><p>{LEAD}</p>{body}<p>{LAST}</p></article>
<footer><a href="/imprint">Imprint</a></footer></body></html>""".encode()


def json_ld(*nodes: object) -> str:
    """A script for each node, with schema.org's context where it is an object."""
    return "".join(
        f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **node} if isinstance(node, dict) else node)}</script>'
        for node in nodes
    )


def article(**fields: object) -> dict[str, object]:
    """A NewsArticle with the headline of `page`."""
    return {"@type": "NewsArticle", "headline": HEADLINE, **fields}


def says(head: str = "", body: str = "", *, url: str | None = None, notes: list[str] | None = None) -> Metadata:
    """What a page with that head says of itself, on 1 June 2026."""
    tree = parse(page(body, head).decode(), "page.html")
    on_note = notes.append if notes is not None else lambda _note: None
    return read_metadata(tree, url=url, titles=[HEADLINE], name="page.html", on_note=on_note, today=date(2026, 6, 1))


def linked(document: Document) -> list[tuple[str, str | None, bool]]:
    """A document's links, each with its words, whose span is checked."""
    for link in document.links:
        assert link.words is None or document.text[link.words.start : link.words.end] == link.words.exact
    return [(link.href, link.words.exact if link.words else None, link.origin) for link in document.links]


def links_of(
    body: str, head: str = "", *, url: str | None = "https://quay.example/bridge"
) -> list[tuple[str, str | None, bool]]:
    """The links of a page with that body, read at `url`."""
    return linked(read_html(page(body, head), url=url))
