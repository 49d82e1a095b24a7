"""Which attributions of a reading are shown."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.attribution import Attitude, Attribution, Hop
from sayso.domain.reading import Check, Reading
from sayso.domain.span import Span


def select(
    reading: Reading, *, source: str | None = None, min_score: float = 0.0, eventualities: bool = True
) -> Reading:
    """`reading` with only what is asked for.

    `source` is looked for in the names and words of every hop and in everything else that the text
    calls the same party, so "ISW" finds "the think tank". Checks that touch nothing shown go with it.
    """
    kept = tuple(
        attribution
        for attribution in reading.attributions
        if attribution.score >= min_score and (eventualities or attribution.attitude is not Attitude.EVENTUALITY)
    )
    if source is None:
        return replace(reading, attributions=kept)
    needle = _folded(source)
    parties = _parties(reading, needle)
    kept = tuple(attribution for attribution in kept if any(_is_by(hop, needle, parties) for hop in attribution.chain))
    shown = [span for attribution in kept for span in _spans(attribution)]
    checks = tuple(check for check in reading.checks if _touches(check, shown))
    return replace(reading, attributions=kept, checks=checks)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _parties(reading: Reading, needle: str) -> frozenset[str]:
    """The parties that the text calls by something in which `needle` stands."""
    found = set()
    for attribution in reading.attributions:
        found |= {hop.party for hop in attribution.chain if hop.party and _is_by(hop, needle, frozenset())}
    for mention in reading.mentions:
        if mention.party and any(needle in _folded(words) for words in (mention.span.exact, mention.name or "")):
            found.add(mention.party)
    return frozenset(found)


def _is_by(hop: Hop, needle: str, parties: frozenset[str]) -> bool:
    words = (hop.name or "", hop.source.exact if hop.source else "", hop.called or "")
    return hop.party in parties or any(needle in _folded(word) for word in words)


def _spans(attribution: Attribution) -> tuple[Span, ...]:
    return attribution.content + tuple(hop.source for hop in attribution.chain if hop.source is not None)


def _touches(check: Check, shown: list[Span]) -> bool:
    return any(span.overlaps(other) for span in (check.span, *check.evidence) for other in shown)
