"""Scores → spans: which words are cues, and for each cue its source and content.

Every cue is decoded on its own, so contents may lie in one another to any depth: nesting needs no
labels, it is where the cue stands. All rows of a document run through one Viterbi pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sayso.models.distance import distance_buckets
from sayso.models.labels import ARGUMENT, CUE, HEADS, HEDGE, MENTION
from sayso.models.network import Floats, PairScorer, Scores
from sayso.models.pieces import Ints, Pieces

Range = tuple[int, int]

_EDGES = np.cumsum([0, *(len(labels) for labels in HEADS.values())]).tolist()
_SLICES = {name: slice(low, high) for name, low, high in zip(HEADS, _EDGES, _EDGES[1:], strict=False)}

CUE_BIAS: Final = 0.0
"""Added to the scores of cue words; PolNeAR dev is flat between -0.3 and 0.5."""

_FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One cue with what hangs on it; ranges are code points into the text, content in order and discontinuous where the text is."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FoundMention:
    """One mention; `kind` is a `MentionKind` value."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that the model finds in one text."""

    attributions: tuple[FoundAttribution, ...]
    mentions: tuple[FoundMention, ...]
    hedges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A cue that awaits its arguments: scores of all words of its window for each argument label."""

    scores: Floats
    words: Ints
    cue: Range
    probability: float
    cut: bool  # the window ends within a paragraph


def decode(pieces: Pieces, windows: Sequence[Range], scores: Sequence[Scores], pairs: PairScorer) -> Found:
    """What `scores` say of `windows`, as ranges of the text's code points."""
    mentions: list[FoundMention] = []
    hedges: list[Range] = []
    rows: list[_Row] = []
    for (start, end), window in zip(windows, scores, strict=True):
        words = np.flatnonzero(pieces.first[start:end])
        unary = window.unary[words]
        at = words + start
        lows = pieces.starts[at]
        highs = pieces.ends[np.append(at[1:], end) - 1]
        for low, high, label in _segments(unary[:, _SLICES["mention"]], MENTION):
            mentions.append(FoundMention(int(lows[low]), int(highs[high - 1]), label))
        hedges.extend(
            (int(lows[low]), int(highs[high - 1])) for low, high, _ in _segments(unary[:, _SLICES["hedge"]], HEDGE)
        )
        cut = end < len(pieces) and not pieces.opens[end]
        cues = unary[:, _SLICES["cue"]] + np.array([0, CUE_BIAS, CUE_BIAS], np.float32)
        sure = 1 - _softmax(cues)[:, 0]
        for low, high, _ in _segments(cues, CUE):
            row = _score_row(window, words, int(words[low]), pairs)
            rows.append(_Row(row, at, (int(lows[low]), int(highs[high - 1])), float(sure[low:high].mean()), bool(cut)))
    return Found(tuple(_attributions(rows, pieces)), tuple(mentions), tuple(hedges))


def _score_row(window: Scores, words: Ints, cue: int, pairs: PairScorer) -> Floats:
    """(words × labels): the pair perceptron, the bilinear term and the words' own scores."""
    width, labels = pairs.out.shape
    left, right = window.cue[cue], window.word[words]
    buckets = distance_buckets(cue, len(window.word))[words]
    hidden = np.maximum(left[:width] + right[:, :width] + pairs.distance[buckets], 0)
    depth = (len(left) - width) // labels
    bilinear = np.einsum("wld,ld->wl", right[:, width:].reshape(-1, labels, depth), left[width:].reshape(labels, depth))
    row: Floats = (
        hidden @ pairs.out + pairs.bias + bilinear / np.sqrt(depth) + window.unary[words][:, _SLICES["argument"]]
    )
    return row


def _attributions(rows: Sequence[_Row], pieces: Pieces) -> list[FoundAttribution]:
    if not rows:
        return []
    paths = _viterbi([_log_softmax(row.scores) for row in rows], [row.cut for row in rows])
    word_ends = np.append(np.flatnonzero(pieces.first)[1:], len(pieces)) - 1
    ends = np.zeros(len(pieces), np.int64)
    ends[np.flatnonzero(pieces.first)] = pieces.ends[word_ends]
    found = []
    for row, path in zip(rows, paths, strict=True):
        labels = path[: len(row.words)]
        content = _runs(labels, begin=3, inside=(4, 5))
        if not content:
            continue
        source = _runs(labels, begin=1, inside=(2,))
        probabilities = _softmax(row.scores)
        inside = np.concatenate([np.arange(low, high) for low, high in content])
        score = row.probability * float(probabilities[inside][:, 3:].sum(-1).mean())
        spans = [
            tuple((int(pieces.starts[row.words[low]]), int(ends[row.words[high - 1]])) for low, high in runs)
            for runs in (source, content)
        ]
        found.append(FoundAttribution(row.cue, spans[0], spans[1], round(score, 4)))
    return found


def _segments(scores: Floats, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """BIO runs of the likeliest labels, as (first word, end, kind)."""
    best = scores.argmax(-1)
    runs: list[tuple[int, int, str]] = []
    for at in np.flatnonzero(best).tolist():
        prefix, _, kind = labels[best[at]].partition("-")
        if prefix == "I" and runs and runs[-1][1] == at and runs[-1][2] == kind:
            runs[-1] = (runs[-1][0], at + 1, kind)
        else:
            runs.append((at, at + 1, kind))
    return runs


def _runs(labels: Ints, *, begin: int, inside: tuple[int, ...]) -> list[Range]:
    runs: list[Range] = []
    for at in np.flatnonzero((labels == begin) | np.isin(labels, inside)).tolist():
        if runs and runs[-1][1] == at and labels[at] != begin:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _transitions() -> Floats:
    """What may follow what: a source runs BS IS…, a content BC IC… EC (or BC alone)."""
    allowed = {
        "O": ("O", "BS", "BC"),
        "BS": ("O", "IS", "BC"),
        "IS": ("O", "IS", "BC"),
        "BC": ("O", "BS", "IC", "EC"),
        "IC": ("IC", "EC"),
        "EC": ("O", "BS", "BC"),
    }
    table = [[0.0 if after in allowed[before] else _FORBIDDEN for after in ARGUMENT] for before in ARGUMENT]
    return np.array(table, np.float32)


_TRANSITIONS = _transitions()
_START = np.array([0, 0, _FORBIDDEN, 0, _FORBIDDEN, _FORBIDDEN], np.float32)
_STOP = np.array([0, 0, 0, 0, _FORBIDDEN, 0], np.float32)


def _viterbi(rows: Sequence[Floats], cut: Sequence[bool]) -> list[Ints]:
    """The best allowed path of each row; rows are padded with O and run side by side."""
    longest = max(len(row) for row in rows)
    scores = np.full((longest, len(rows), len(ARGUMENT)), _FORBIDDEN, np.float32)
    scores[:, :, 0] = 0
    for i, row in enumerate(rows):
        scores[: len(row), i] = row
        if not cut[i]:
            scores[len(row) - 1, i] += _STOP
        else:  # a content may run over the window's end, so what follows may be anything
            scores[len(row) :, i] = 0
    back = np.zeros((longest, len(rows), len(ARGUMENT)), np.int8)
    best = scores[0] + _START
    for at in range(1, longest):
        options = best[:, :, None] + _TRANSITIONS
        back[at] = options.argmax(1)
        best = options.max(1) + scores[at]
    path = np.zeros((longest, len(rows)), np.int64)
    path[-1] = best.argmax(-1)
    index = np.arange(len(rows))
    for at in range(longest - 1, 0, -1):
        path[at - 1] = back[at, index, path[at]]
    return [path[: len(row), i] for i, row in enumerate(rows)]


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = shifted / shifted.sum(-1, keepdims=True)
    return result


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result
