"""Passages in the outlet's own voice inside a run that was taken from one source."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.attribution import Attitude, Attribution, Mode, PartyKind
from sayso.domain.reading import Check, CheckKind, Level
from sayso.domain.span import Span
from sayso.extract.layout import Layout

LONGEST_RUN = 2
"""Own-voice sentences between two passages of one source; more are the outlet's own reporting."""

RELAYED = frozenset({PartyKind.ORGANISATION, PartyKind.DOCUMENT})
"""A text retells reports; between two quotations of one person it tells of that person."""


def check_lost_attributions(layout: Layout, attributions: Sequence[Attribution]) -> list[Check]:
    """A question, not a verdict: does the sentence in between come from the same source?"""
    outermost = [
        a
        for a in attributions
        if a.mode is not Mode.HEADLINE and len(a.chain) <= 1 and a.attitude is not Attitude.EVENTUALITY
    ]
    outermost.sort(key=lambda a: a.content[0].start)
    found: list[Check] = []
    at = 0
    while at < len(outermost):
        if outermost[at].chain:
            at += 1
            continue
        end = at
        while end < len(outermost) and not outermost[end].chain:
            end += 1
        if at > 0 and end < len(outermost) and end - at <= LONGEST_RUN:
            before, after = outermost[at - 1], outermost[end]
            if _same_report(before, after):
                found.extend(
                    _question(sentence, before, after)
                    for sentence in outermost[at:end]
                    if not _names_source(sentence, before) and not _names_source(sentence, after)
                )
        at = end
    return found


def _same_report(before: Attribution, after: Attribution) -> bool:
    left, right = before.chain[0], after.chain[0]
    return left.party is not None and left.party == right.party and left.kind in RELAYED and left.name is not None


def _names_source(sentence: Attribution, beside: Attribution) -> bool:
    """Whether a sentence has the words by which what stands beside it is taken from its source: "Tayga said A, and B"."""
    span, cue = sentence.content[0], beside.chain[0].cue
    return cue is not None and span.start <= cue.span.start < span.end


def _question(sentence: Attribution, before: Attribution, after: Attribution) -> Check:
    name = before.chain[0].name
    says = f"Stated in the outlet's own voice between two passages taken from {name}: does this come from {name}, too?"
    around: list[Span] = []
    for attribution in (before, after):
        hop = attribution.chain[0]
        around.append(hop.source if hop.source is not None and not hop.carried else attribution.content[0])
    return Check(CheckKind.LOST_ATTRIBUTION, Level.AMBER, sentence.content[0], says, tuple(around))
