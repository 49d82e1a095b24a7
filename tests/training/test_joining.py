"""What tells that two statements make one claim, learned from pairs."""

from __future__ import annotations

import numpy as np

from sayso.tracing.weighing import WEIGHTS
from training.joining import VETOES, Pairs, average_precision, fit


def _pairs(sign: str, *, speaks_for: bool, count: int = 200) -> Pairs:
    """Pairs of which a sign tells nine times in ten whether they are one claim."""
    rng = np.random.default_rng(1)
    same = rng.random(count) < 0.5
    shown = same == (rng.random(count) < 0.9)
    signs = np.zeros((count, len(WEIGHTS)))
    signs[:, list(WEIGHTS).index(sign)] = shown if speaks_for else ~shown
    return Pairs("invented", signs, np.zeros(count), same, 1.0)


def test_what_tells_one_claim_comes_to_count_more() -> None:
    weights, _ = fit([_pairs("doing", speaks_for=True)], prior=1.0)
    assert dict(zip(WEIGHTS, weights, strict=True))["doing"] > 2 * WEIGHTS["doing"]


def test_what_tells_another_event_never_counts_less_and_no_sign_changes_sides() -> None:
    for sign in WEIGHTS:
        weights, _ = fit([_pairs(sign, speaks_for=WEIGHTS[sign] < 0)], prior=1.0)
        found = dict(zip(WEIGHTS, weights, strict=True))[sign]
        assert found * WEIGHTS[sign] >= 0, sign
        assert sign not in VETOES or found <= WEIGHTS[sign], sign


def test_average_precision_is_that_of_the_surest_first() -> None:
    assert average_precision(np.array([3.0, 2.0, 1.0]), np.array([True, False, True])) == (1 + 2 / 3) / 2
    assert average_precision(np.array([1.0]), np.array([False])) == 0
