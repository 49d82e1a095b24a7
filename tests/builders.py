"""Readings built by hand: `said("The report", "said", "it rained")` finds its own spans in the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.domain.attribution import (
    Addressee,
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
from sayso.domain.document import Document, Removed
from sayso.domain.reading import Check, CheckKind, Level, Model, Reading
from sayso.domain.span import Span

TEXT = (
    "Mayor hid the flood, aide says\n\n"
    "The Harbour Institute reported that the insider claimed that the mayor, possibly in May, hid the flood.\n\n"
    "Critics doubt it. The river rose again on Monday.\n\n"
    "Leave a Reply\n"
)


@dataclass(frozen=True)
class Text:
    """A text in which spans are found by their words."""

    text: str = TEXT

    def span(self, exact: str, nth: int = 0) -> Span:
        """The `nth` place at which `exact` stands."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(exact, start + 1)
        return Span.of(self.text, start, start + len(exact))

    def hop(self, source: str | None, cue: str | None = None, *, hedges: tuple[str, ...] = (), **fields: object) -> Hop:
        """A hop that is certain, named after its own words and says things plainly, unless `fields` differ."""
        values: dict[str, object] = {
            "source": None if source is None else self.span(source),
            "party": None if source is None else f"act_{source.lower().replace(' ', '-')}",
            "name": source,
            "kind": PartyKind.UNKNOWN,
            "naming": Naming.NONE if source is None else Naming.NAMED,
            "cue": None if cue is None else Cue(self.span(cue), lemma=cue),
            "stance": Stance.SAYS,
            "factuality": Factuality.CERTAIN,
            "hedges": tuple(Hedge(self.span(hedge)) for hedge in hedges),
        }
        return Hop(**{**values, **fields})  # type: ignore[arg-type]

    def said(
        self,
        content: str | tuple[str, ...],
        *chain: Hop,
        mode: Mode = Mode.INDIRECT,
        attitude: Attitude = Attitude.ASSERTION,
        factuality: Factuality = Factuality.CERTAIN,
        score: float = 0.9,
    ) -> Attribution:
        """An attribution of `content` to `chain`, outermost hop first."""
        spans = tuple(self.span(part) for part in ((content,) if isinstance(content, str) else content))
        return Attribution(
            id=attribution_id("doc_1", spans),
            content=spans,
            mode=mode if chain else Mode.OWN_VOICE,
            attitude=attitude,
            chain=chain,
            hedges=(),
            factuality=factuality,
            score=score,
        )

    def reading(self, *attributions: Attribution, **fields: object) -> Reading:
        """A reading of this text; `fields` are the document's."""
        document = replace(Document(id="doc_1", text=self.text, path="flood.txt"), **fields)  # type: ignore[arg-type]
        return Reading(document, attributions, mentions=(), checks=(), model=Model("tiny", "00"))


def flood() -> Reading:
    """One reading with a bit of everything in it."""
    text = Text()
    institute = text.hop("The Harbour Institute", "reported", name="Harbour Institute", stance=Stance.REPORTS)
    insider = text.hop(
        "the insider", "claimed", name=None, naming=Naming.UNNAMED, stance=Stance.CLAIMS, hedges=("possibly",)
    )
    critics = text.hop("Critics", "doubt", naming=Naming.COLLECTIVE, stance=Stance.DOUBTS)
    reading = text.reading(
        text.said("that the insider claimed that the mayor, possibly in May, hid the flood", institute),
        text.said("that the mayor, possibly in May, hid the flood", institute, insider, factuality=Factuality.POSSIBLE),
        text.said("it.", critics, attitude=Attitude.BELIEF, factuality=Factuality.UNKNOWN, score=0.4),
        text.said("The river rose again on Monday."),
        title="Mayor hid the flood, aide says",
        outlet="The Quay",
        published="2026-03-02",
        language="en",
        headline=text.span("Mayor hid the flood, aide says"),
        removed=(Removed("Leave a Reply", "a comment form", text.span("Leave a Reply")), Removed("Menu", "navigation")),
    )
    check = Check(
        CheckKind.UNINTRODUCED_SOURCE,
        Level.AMBER,
        text.span("the insider"),
        "a definite mention of a source that the text never introduced",
        (text.span("the insider claimed"),),
    )
    return replace(reading, checks=(check,))


def addressed(hop: Hop, span: Span) -> Hop:
    """`hop` with the words told to somebody."""
    return replace(hop, addressee=Addressee(span, party="act_bbc"))
