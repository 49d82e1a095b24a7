"""How often what happens. Where a figure was counted it says so; the others are set so that every kind occurs often
enough to be measured at 1,000 stories.

"Counted" means on 94 real pages around five stories (4, 7, 12, 19 and 38 relays with 2, 1, 4, 1 and 1 roots).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.domain.claim import DriftKind

_DRIFT = {
    # The commonest losses: a level of attribution, a hedge, the bound of a number (counted in each of the five stories).
    DriftKind.ATTRIBUTION_LOST: 0.12,
    DriftKind.SOURCE_RAISED: 0.12,
    DriftKind.HEDGE_LOST: 0.35,
    DriftKind.NUMBER_BOUND_LOST: 0.30,
    DriftKind.STANCE_HARDENED: 0.15,
    # Certainty falls too, less often (counted: one rewrite of nineteen added "reportedly").
    DriftKind.HEDGE_ADDED: 0.06,
    DriftKind.STANCE_SOFTENED: 0.05,
    DriftKind.UNIT_CHANGED: 0.08,
    DriftKind.ACTOR_CHANGED: 0.08,
    DriftKind.ROLE_CHANGED: 0.08,
    DriftKind.SCOPE_CHANGED: 0.08,
    DriftKind.NUMBER_CHANGED: 0.05,
    DriftKind.TIME_CHANGED: 0.05,
    DriftKind.PLACE_CHANGED: 0.04,
    DriftKind.POLARITY_FLIPPED: 0.02,
    DriftKind.HEADLINE_EXCEEDS_TEXT: 0.10,
}


@dataclass(frozen=True, slots=True)
class Rates:
    """Chances from 0 to 1, and sizes.

    Attributes:
        documents: fewest and most documents of a story's main claim; drawn evenly on a logarithmic scale.
        roots: the chance of one, two, three and four roots (counted: three of five stories have one).
        copy, rewrite: shares of what is not a relay in the outlet's own words. Copies hold 0.6 to 0.98 of their source's word
            5-grams, rewrites 0.1 to 0.3, relays 0.04 (counted).
        drift: the chance of each kind in a document that is no copy, where there is something to change.
        most_drift: so many changes at most in one document.
        copy_uncredited, rewrite_uncredited: no word and no link of where it is from.
        link, source_line: of relays and rewrites, how many credit by a link, or by a line at the end, alone.
        garbled: a rare mistake in a name, which all below it inherit.
        left_out: when or what for is not said, and nobody below says it.
        not_held: outlets that took it from the root and of which the store has no document.
        two_sources: documents that relay two others.
        abroad: relays in German, half of which are translated back.
        redated: copies dated 15 or 30 days after their source (counted). early: copies dated before it.
        hedged, bounded: roots whose words are hedged, and whose number has a bound.
        quoted: documents without changes that carry the root's own words.
        background: sentences about other things in a document, fewest and most.
        denial, update: stories with somebody who denies it, and with a later number of the same speaker.
        near_misses: other events with some of the same names, as a share of the story's documents; unrelated: the same.
    """

    documents: tuple[int, int] = (4, 38)
    roots: tuple[float, ...] = (0.6, 0.2, 0.1, 0.1)
    copy: float = 0.35
    rewrite: float = 0.20
    drift: Mapping[DriftKind, float] = field(default_factory=lambda: dict(_DRIFT))
    most_drift: int = 3
    copy_uncredited: float = 0.35
    rewrite_uncredited: float = 0.20
    link: float = 0.12
    source_line: float = 0.10
    garbled: float = 0.06
    left_out: float = 0.12
    not_held: float = 0.10
    two_sources: float = 0.05
    abroad: float = 0.08
    redated: float = 0.08
    early: float = 0.02
    hedged: float = 0.40
    bounded: float = 0.65
    quoted: float = 0.40
    background: tuple[int, int] = (4, 9)
    denial: float = 0.15
    update: float = 0.20
    near_misses: float = 0.20
    unrelated: float = 0.15


RATES = Rates()
