"""Inner attributions of texts in which people marked the outermost ones only, as an earlier network sees them.

Self-training: where the first network is sure of an inner cue, or sure that a word is none, its word is taken; what it
doubts stays without a target. Without this, the cue head never sees the inside of a PolNeAR content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sayso.domain.quotation import find_quotations
from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range
from sayso.models.decode import decode
from sayso.models.labels import CUE
from sayso.models.network import Network
from sayso.models.pieces import split_pieces
from sayso.models.windows import split_windows

SURE: Final = 0.7
"""Score from which an inner attribution is taken."""

SURELY_NONE: Final = 0.9
"""Probability of O from which a word is taken to be no cue."""

SLACK: Final = 2
"""Code points (a quotation mark and a blank) by which an inner content may reach over the outer one."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with inner attributions added; cue targets of the words in `doubtful` are left open."""

    document: GoldDocument
    doubtful: tuple[Range, ...]


def label_inner(document: GoldDocument, network: Network) -> Labelled:
    """`document` with what `network` finds inside its contents; every mark that people made stays as it is."""
    pieces = split_pieces(document.text, network.tokenizer, find_quotations(document.text))
    windows = split_windows(pieces)
    scores = network.run(pieces, windows)
    contents = [item.content for item in document.attributions]
    cues = [span for item in document.attributions for span in item.cue]
    inner, taken = [], set[Range]()
    for found in decode(pieces, windows, scores, network.pairs).attributions:
        if found.score < SURE or any(_meet(found.cue, cue) for cue in cues):
            continue
        if any(_inside((found.cue, *found.source, *found.content), content) for content in contents):
            source = (max(found.source, key=lambda s: s[1] - s[0]),) if found.source else ()
            inner.append(GoldAttribution(source, (found.cue,), found.content))
            taken.add(found.cue)
    doubtful = []
    for (start, end), window in zip(windows, scores, strict=True):
        logits = window.unary[:, : len(CUE)]
        outside = 1 / np.exp(logits - logits[:, :1]).sum(-1)
        for at in np.flatnonzero(pieces.first[start:end] & (outside < SURELY_NONE)) + start:
            word = (int(pieces.starts[at]), int(pieces.ends[at]))
            if any(_inside((word,), content) for content in contents) and not any(_meet(word, cue) for cue in taken):
                doubtful.append(word)
    marked = replace(document, attributions=(*document.attributions, *inner), layers=document.layers | {"nested"})
    return Labelled(marked, tuple(doubtful))


def _inside(parts: tuple[Range, ...], content: tuple[Range, ...]) -> bool:
    return all(any(low - SLACK <= s and e <= high + SLACK for low, high in content) for s, e in parts)


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
