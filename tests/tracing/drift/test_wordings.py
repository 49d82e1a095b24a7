"""Invented wordings, read by the shipped model and compared: floors, so that a new model may differ in a pair or two."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.domain.claim import DriftKind
from tests.tracing.drift.wordings import Score, found, load, score

DRIFTED = ("pairs.toml", "held_out.toml", "held_out_2.toml", "held_out_3.toml", "held_out_4.toml", "held_out_5.toml")
WRONG_AT_MOST = 4
"""Of the pairs between which nothing changed, how many may show something."""


@cache
def scores() -> dict[DriftKind, Score]:
    pairs = [pair for name in (*DRIFTED, "kept.toml") for pair in load(name)]
    return score(pairs)[0]


def test_every_kind_has_pairs() -> None:
    there = {kind: item.right + item.missed for kind, item in scores().items()}
    assert min(there.values()) >= 3, there


def test_overall() -> None:
    every = Score()
    for item in scores().values():
        every.right, every.wrong, every.missed = (
            every.right + item.right,
            every.wrong + item.wrong,
            every.missed + item.missed,
        )
    assert every.precision >= 0.95, every
    assert every.recall >= 0.93, every


@pytest.mark.parametrize("kind", list(DriftKind))
def test_each_kind(kind: DriftKind) -> None:
    item = scores()[kind]
    assert item.precision >= 0.75, item
    assert item.recall >= 0.75, item


def test_paraphrase_is_no_drift() -> None:
    kept = [pair for name in ("kept.toml", *DRIFTED) for pair in load(name) if not pair.drift]
    wrong = {pair.name: found(pair) for pair in kept if found(pair)}
    assert len(kept) > 130
    assert len(wrong) <= WRONG_AT_MOST, wrong
