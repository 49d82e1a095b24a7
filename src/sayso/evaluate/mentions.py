"""Names and other mentions held against a corpus that marks them: kind and exact words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.domain.mention import Mention, MentionKind
from sayso.evaluate.gold import GoldMention
from sayso.evaluate.scores import PRF, Words

SCORED: Final = tuple(kind for kind in MentionKind if kind is not MentionKind.DOCUMENT)
"""Every kind but documents, which no corpus marks."""

_UNKNOWN: Final = "?"
"""A mark that says that something is named and not what (`training/names.py`)."""


def score_mentions(text: str, gold: Sequence[GoldMention], found: Sequence[Mention]) -> dict[MentionKind, PRF]:
    """For each kind how many there are and how many are right: of that kind, with exactly the same words.

    What overlaps a mark of which the kind is unknown is not counted.
    """
    words = Words(text)
    open_to_doubt = words.of([(item.start, item.end) for item in gold if item.kind == _UNKNOWN])
    marked = {(item.kind, words.of([(item.start, item.end)])) for item in gold if item.kind != _UNKNOWN}
    ours = {(item.kind.value, words.of([(item.span.start, item.span.end)])) for item in found}
    ours = {(kind, tokens) for kind, tokens in ours if not tokens & open_to_doubt}
    scores: dict[MentionKind, PRF] = {}
    for kind in SCORED:
        theirs = {tokens for name, tokens in marked if name == kind}
        mine = {tokens for name, tokens in ours if name == kind}
        scores[kind] = PRF(len(mine), len(theirs), len(mine & theirs))
    return scores
