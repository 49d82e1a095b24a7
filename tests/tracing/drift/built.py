"""Statements built by hand: `told("a", "40 men left", by="police")` reads "40 men left, police said."; no weights needed."""

from __future__ import annotations

from sayso.domain.attribution import (
    Attitude,
    Attribution,
    Cue,
    Factuality,
    Hedge,
    Hop,
    Mode,
    Naming,
    PartyKind,
    Stance,
    attribution_id,
)
from sayso.domain.document import Document
from sayso.domain.reading import Model, Reading
from sayso.domain.span import Span
from sayso.languages.lemmas import lemmatise_cue
from sayso.tracing.describing import describe
from sayso.tracing.statement import Statement


def told(
    document: str,
    content: str,
    *,
    by: str | None = None,
    cue: str = "said",
    name: str | None = None,
    kind: PartyKind = PartyKind.PERSON,
    hedges: tuple[str, ...] = (),
    outlet: str | None = None,
    before: str = "",
    after: str = "",
    headline: str | None = None,
    language: str = "en",
    mode: Mode | None = None,
) -> Statement:
    """The statement of a document whose text is `before`, then `content`, then who said it (`by`), then `after`.

    With a `headline` the text begins with it, and the statement is still the sentence below.
    """
    top = f"{headline}\n\n" if headline is not None else ""
    start = len(top) + len(before)
    tail = f", {by} {cue}." if by else "."
    text = f"{top}{before}{content}{tail}{after}"
    made = Document(
        id=f"doc_{document}",
        text=text,
        outlet=outlet,
        language=language,
        headline=Span.of(text, 0, len(headline)) if headline is not None else None,
    )
    span = Span.of(text, start, start + len(content))
    chain = (_hop(text, span.end + 2, by, cue, name, kind),) if by else ()
    found = []
    for words in hedges:
        at = text.index(words, start)
        found.append(Hedge(Span.of(text, at, at + len(words))))
    sure = Factuality.PROBABLE if hedges else Factuality.CERTAIN
    attribution = Attribution(
        id=attribution_id(made.id, (span,)),
        content=(span,),
        mode=mode or (Mode.INDIRECT if chain else Mode.OWN_VOICE),
        attitude=Attitude.ASSERTION,
        chain=chain,
        hedges=tuple(found),
        factuality=sure,
        score=0.9,
    )
    return described(made, attribution)


def titled(document: str, line: str, below: Statement) -> Statement:
    """The headline of `below`'s document as a statement of its own."""
    text = below.document.text
    span = Span.of(text, 0, len(line))
    attribution = Attribution(
        attribution_id(below.document.id, (span,)),
        (span,),
        Mode.HEADLINE,
        Attitude.ASSERTION,
        (),
        (),
        Factuality.CERTAIN,
        0.9,
    )
    return described(below.document, attribution)


def described(document: Document, attribution: Attribution) -> Statement:
    """The one statement of a reading with this attribution."""
    reading = Reading(document, (attribution,), (), (), Model("built", "00"))
    (statement,) = describe(reading, 1).statements
    return statement


def _hop(text: str, start: int, by: str, cue: str, name: str | None, kind: PartyKind) -> Hop:
    source = Span.of(text, start, start + len(by))
    cue_span = Span.of(text, source.end + 1, source.end + 1 + len(cue))
    reading = lemmatise_cue(cue)
    stance = reading.entry.stance if reading.entry is not None else Stance.SAYS
    return Hop(
        source=source,
        party=None,
        name=name,
        kind=kind,
        naming=Naming.NAMED if name else Naming.UNNAMED,
        cue=Cue(cue_span, reading.lemma),
        stance=stance,
        factuality=Factuality.CERTAIN,
    )
