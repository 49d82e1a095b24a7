"""How sure it is put: hedges, the strength of the cue, and whether it is affirmed or denied."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.domain.attribution import Stance
from sayso.domain.claim import DriftKind
from sayso.tracing.drift.change import Change
from sayso.tracing.drift.denials import compare_polarity
from sayso.tracing.drift.hedges import compare_hedges, doubts, is_negation
from sayso.tracing.drift.stances import compare_own_voice, compare_stance, cue_is_weak, hops, is_unsure, strength
from sayso.tracing.drift.view import View


def compare_certainty(upstream: View, downstream: View) -> Iterator[Change]:
    """Hedges lost or added, a stance hardened or softened, a denial that became an assertion or the other way round."""
    flipped = list(compare_polarity(upstream, downstream))
    yield from flipped
    pairs = list(hops(upstream, downstream))
    stance = next(
        (change for pair in pairs if (change := compare_stance(upstream, downstream, *pair)) is not None), None
    )
    stance = None if flipped else stance or compare_own_voice(upstream, downstream)
    hedges = [] if flipped and is_negation(upstream, downstream) else list(compare_hedges(upstream, downstream))
    # A hedge moved into the cue, or out of it, is no change: "will probably widen" said, "expects it to widen".
    if stance is not None and bool(doubts(upstream)) != bool(doubts(downstream)):
        moved = DriftKind.STANCE_SOFTENED if doubts(upstream) else DriftKind.STANCE_HARDENED
        plain = upstream.wording.stances[Stance.SAYS]
        cue = downstream if doubts(upstream) else upstream
        taken = is_unsure(cue) or cue_is_weak(cue)  # "claims" is no doubt of his who claims
        if (
            stance.kind is moved
            and taken
            and all((strength(hop, upstream.code) or 0) <= plain for pair in pairs[:1] for hop in pair[:2])
        ):
            return
    yield from hedges
    if stance is not None:
        yield stance
