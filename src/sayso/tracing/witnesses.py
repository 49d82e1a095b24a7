"""Whether somebody whom a document names was its own to hear, or came with what it took from another document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from sayso.domain.attribution import Mode, Naming, PartyKind
from sayso.domain.span import Span
from sayso.languages.language import load_language
from sayso.tracing.held import Held
from sayso.tracing.material import Candidate, Material
from sayso.tracing.resemblance import Resemblance
from sayso.tracing.sources import Source, may_be_one
from sayso.tracing.steps import Step

_REPORTS = frozenset("report reports media outlets press rumour rumours rumor rumors accounts posts".split())
KNOWN_QUOTE = 0.5
"""Share of a quotation that stands in another text from which on it may be from there; of what is said, two speakers share some words."""
MOST_ABOVE = 64
"""Nodes above a document, the nearest, among which one without a name is looked for."""


class Witnesses:
    """Tells a document's own speakers from those that it read of."""

    def __init__(self, material: Material, resemblance: Resemblance) -> None:
        self._material, self._resemblance = material, resemblance

    def is_own(self, item: Held, other: Held, party: Candidate, *, named: bool = False) -> bool:
        """Whether a speaker is not to be had from the other text: told to this one itself, or another witness.

        Where it `named` the other one, a speaker without a name is its own only if it was told it, or quotes words that are new.
        """
        if self._material.names(other, party.node) or all(
            self._resemblance.has(item, other, step) for step in party.steps
        ):
            return False
        source = party.source
        if source.kind is PartyKind.PLACE_FOR_GOVERNMENT:
            # "Moscow insists": what the other text has from a ministry or one who speaks for it.
            return not any(their.is_known and their.kind is not source.kind for their in self._speakers(other))
        if source.is_known:
            return True
        if not _is_somebody(source):
            return False
        # What was told to "us" a week ago, in the same paper, was told then.
        told_here = item.outlet != other.outlet and any(self._is_told_here(item, step) for step in party.steps)
        quoted = self._quoted(item, party)
        common = self._resemblance.common(item, other) if quoted else ()
        new = [span for span in quoted if _covered(span, common) < KNOWN_QUOTE * (span.end - span.start)]
        if told_here or new or named:
            return told_here or bool(new)
        theirs = self._speakers(other)
        if quoted and not theirs:
            return False  # the other has the quotation, and whose it is was not seen
        return source.naming is not Naming.NONE and not any(may_be_one(source, their, strict=True) for their in theirs)

    def has_own_words(self, item: Held, party: Candidate) -> bool:
        """Whether a speaker is somebody by name or office, was told to the document's outlet, or is quoted."""
        source = party.source
        if party.passes or source.is_known or source.kind is PartyKind.DOCUMENT or source.body is not None:
            return True
        return any(self._is_told_here(item, step) for step in party.steps) or bool(self._quoted(item, party))

    def _is_told_here(self, item: Held, step: Step) -> bool:
        return any(path.told_here for path in item.paths if step in path.steps)

    def _quoted(self, item: Held, party: Candidate) -> list[Span]:
        """Where a document quotes a speaker word for word."""
        said = {path.statement for path in item.paths if any(step in path.steps for step in party.steps)}
        direct = [one for one in item.statements if one.id in said and one.attribution.mode is Mode.DIRECT]
        return [span for one in direct for span in one.attribution.content]

    def _speakers(self, other: Held) -> list[Source]:
        """Whom a document names, and whom those that it leads back to name."""
        material = self._material
        found = [step.source for candidate in material.named[other.id].values() for step in candidate.steps]
        for node in islice(material.graph.above(other.id), MOST_ABOVE):
            found += [source for _, source in material.sources.get(node, ())]
        return found


def _covered(span: Span, stretches: Sequence[tuple[int, int]]) -> int:
    """Code points of a span that lie in some stretches."""
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in stretches)


def _is_somebody(source: Source) -> bool:
    """Whether a party without a name is a person, a body or one paper, and not "reports from the country"."""
    if source.kind is PartyKind.DOCUMENT:
        return source.naming is Naming.UNNAMED and source.noun not in _REPORTS
    people = load_language("en").person_nouns
    return source.kind is not PartyKind.UNKNOWN and source.noun not in _REPORTS or source.noun in people
