"""Statements built by hand: `told("The Quay", "It rained, the mayor said.", "It rained", "the mayor")` finds its own spans."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.domain.attribution import (
    Addressee,
    Attitude,
    Attribution,
    Cue,
    Factuality,
    Hop,
    Mode,
    Naming,
    PartyKind,
    Stance,
    attribution_id,
)
from sayso.domain.document import Document, Link, document_id
from sayso.domain.span import Span
from sayso.tracing.statement import Quantity, Statement


def page(
    outlet: str | None,
    text: str,
    published: str | None = None,
    *,
    url: str | None = None,
    links: tuple[str, ...] = (),
    language: str = "en",
) -> Document:
    """A document; a link that begins with "origin " is one that the page calls its origin."""
    text = text.strip("\n") + "\n"
    found = tuple(Link(href.removeprefix("origin "), origin=href.startswith("origin ")) for href in links)
    return Document(
        id=document_id(url or outlet, text.encode()),
        text=text,
        outlet=outlet,
        url=url,
        published=published,
        language=language,
        links=found,
    )


def span(document: Document, words: str) -> Span:
    """Where words stand in a document for the first time."""
    start = document.text.index(words)
    return Span(start, start + len(words), words)


def hop(
    document: Document,
    words: str,
    *,
    name: str | None = None,
    kind: PartyKind | None = None,
    cue: str | None = None,
    stance: Stance = Stance.SAYS,
    told: str | None = None,
) -> Hop:
    """A hop as a reading gives it: named where its words are written with a capital or it is given a name."""
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", words)
    is_named = name is not None or bare[:1].isupper()
    return Hop(
        source=span(document, words),
        party=None,
        name=name or (bare if is_named else None),
        kind=kind or (PartyKind.ORGANISATION if is_named else PartyKind.PERSON),
        naming=Naming.NAMED if is_named else Naming.UNNAMED,
        cue=None if cue is None else Cue(span(document, cue), cue),
        stance=stance,
        factuality=Factuality.CERTAIN,
        addressee=None if told is None else Addressee(span(document, told)),
    )


def statement(
    document: Document, order: int, content: str, *chain: Hop, mode: Mode = Mode.INDIRECT, negated: bool = False
) -> Statement:
    """A statement of the document with the number `order`; in its own voice where there is no hop."""
    words = span(document, content)
    attribution = Attribution(
        id=attribution_id(document.id, (words, *(one.source for one in chain))),
        content=(words,),
        mode=mode if chain else Mode.OWN_VOICE,
        attitude=Attitude.ASSERTION,
        chain=chain,
        hedges=(),
        factuality=Factuality.CERTAIN,
        score=0.9,
    )
    numbers = tuple(
        Quantity(float(found.group().replace(",", "")), float(found.group().replace(",", "")), None, None, words.start + found.start(), words.start + found.end())
        for found in re.finditer(r"\d[\d,]*", content)
    )  # fmt: skip
    lemmas = tuple(word for word in re.findall(r"[a-z]+", content.lower()) if len(word) > 3)
    return Statement(attribution, document, order, lemmas, (), (), (), numbers, negated=negated, vector=None)


def told(
    outlet: str | None,
    text: str,
    content: str,
    *sources: str,
    order: int = 1,
    published: str | None = None,
    url: str | None = None,
    links: tuple[str, ...] = (),
    person: bool = False,
    stance: Stance = Stance.SAYS,
    mode: Mode = Mode.INDIRECT,
) -> Statement:
    """One document with one statement; `sources` are the words for its hops, outermost first. `person`: the innermost is one."""
    document = page(outlet, text, published, url=url, links=links)
    chain = [hop(document, words) for words in sources]
    if chain:
        kind = PartyKind.PERSON if person else chain[-1].kind
        chain[-1] = replace(chain[-1], kind=kind, stance=stance)
    return statement(document, order, content, *chain, mode=mode)
