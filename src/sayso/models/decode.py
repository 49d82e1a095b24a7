"""Scores → spans: which words are cues, and for each cue its source and content.

Every cue is decoded on its own, so contents may lie in one another to any depth: nesting needs no
labels, it is where the cue stands. All rows of a document run through one Viterbi pass.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.models.distance import distance_buckets
from sayso.models.labels import ARGUMENT, CUE, HEADS, HEDGE, MENTION
from sayso.models.network import Floats, PairScorer, Scores
from sayso.models.pieces import Ints, Pieces

Range = tuple[int, int]

_EDGES = np.cumsum([0, *(len(labels) for labels in HEADS.values())]).tolist()
_SLICES = {name: slice(low, high) for name, low, high in zip(HEADS, _EDGES, _EDGES[1:], strict=False)}


SURELY_OUTSIDE: Final = 0.995
"""Probability of O from which the words before and after a cue's arguments are not looked at again."""

LONGEST: Final = 512
_BUCKETS = distance_buckets(LONGEST, 2 * LONGEST + 1)

_FORBIDDEN = -1e4

_CONTENT = ARGUMENT.index("BC")
"""The first label of a content; those of a source stand before it, those of a content from here on."""
_BEGINS = frozenset({ARGUMENT.index("BS"), _CONTENT})


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
    """A cue that awaits its arguments.

    `probabilities` are those of the argument labels for the words `words` (indices of first pieces in
    the text), from the first to the last of its window that may be anything but outside.
    """

    probabilities: Floats
    words: Ints
    cue: Range  # first and last word of the cue, as indices of first pieces
    sure: float
    cut: bool  # the last word is followed, in the same paragraph, by the next window


def decode(pieces: Pieces, windows: Sequence[Range], scores: Sequence[Scores], pairs: PairScorer) -> Found:
    """What `scores` say of `windows`, as ranges of the text's code points."""
    firsts = np.flatnonzero(pieces.first)
    ends = np.zeros(len(pieces), np.int64)
    ends[firsts] = pieces.ends[np.append(firsts[1:], len(pieces)) - 1]
    mentions: list[FoundMention] = []
    hedges: list[Range] = []
    rows: list[_Row] = []
    for (start, end), window in zip(windows, scores, strict=True):
        words = np.flatnonzero(pieces.first[start:end])
        unary = window.unary[words]
        at = words + start
        lows, highs = pieces.starts[at].tolist(), ends[at].tolist()
        for low, high, label in _segments(unary[:, _SLICES["mention"]], MENTION):
            mentions.append(FoundMention(lows[low], highs[high - 1], label))
        for low, high, _ in _segments(unary[:, _SLICES["hedge"]], HEDGE):
            hedges.append((lows[low], highs[high - 1]))
        cues = unary[:, _SLICES["cue"]]
        found = _segments(cues, CUE)
        if not found:
            continue
        sure = 1 - _softmax(cues.T)[0]
        cut = end < len(pieces) and not bool(pieces.opens[end])
        table = _softmax(_score_rows(window, words, words[[low for low, _, _ in found]], pairs))
        for row, ((low, high, _), reach) in enumerate(zip(found, _reaches(table[0]), strict=True)):
            if reach is None:
                continue
            part = slice(max(0, reach[0] - 1), reach[1] + 1)
            cue = (int(at[low]), int(at[high - 1]))
            probabilities = np.ascontiguousarray(table[:, row, part].T)
            cut_here = cut and reach[1] >= len(words)
            mean = float(sure[low]) if high - low == 1 else float(sure[low:high].mean())
            rows.append(_Row(probabilities, at[part], cue, mean, cut_here))
    return Found(tuple(_attributions(rows, pieces, ends)), tuple(mentions), tuple(hedges))


def _reaches(outside: Floats) -> list[Range | None]:
    """For each cue, from the first to behind the last word that may be anything but outside; `outside` is (cues × words)."""
    maybe: npt.NDArray[np.bool_] = np.less(outside, SURELY_OUTSIDE)
    first, behind = maybe.argmax(1), outside.shape[1] - maybe[:, ::-1].argmax(1)
    some: list[bool] = np.asarray(maybe.any(1)).tolist()
    reaches = zip(some, first.tolist(), behind.tolist(), strict=True)
    return [(low, high) if there else None for there, low, high in reaches]


def _score_rows(window: Scores, words: Ints, cues: Ints, pairs: PairScorer) -> Floats:
    """(labels × cues × words): the pair perceptron, the bilinear term and the words' own scores."""
    width, labels = pairs.out.shape
    left, right = window.cue[cues], window.word[words]
    depth = (left.shape[1] - width) // labels
    by_label = right[:, width:].reshape(-1, labels, depth).transpose(1, 0, 2)
    bilinear = by_label @ left[:, width:].reshape(-1, labels, depth).transpose(1, 2, 0)
    bilinear /= np.sqrt(np.float32(depth))
    buckets = _BUCKETS[words - cues[:, None] + LONGEST]
    scores = np.empty((len(cues), len(words), labels), np.float32)
    # Cue by cue, so that the perceptron's (words × width) stay in the processor's cache.
    lefts, rights = left[:, :width], np.ascontiguousarray(right[:, :width])
    hidden, apart, noughts = np.empty_like(rights), np.empty_like(rights), np.zeros_like(rights)
    for row, bucket in enumerate(buckets):
        np.add(lefts[row], rights, out=hidden)
        hidden += np.take(pairs.distance, bucket, axis=0, out=apart, mode="clip")
        np.maximum(hidden, noughts, out=hidden)  # against one nought it takes numpy twice as long
        np.matmul(hidden, pairs.out, out=scores[row])
    scores += bilinear.transpose(2, 1, 0)
    scores += pairs.bias + window.unary[words, _SLICES["argument"]]
    return np.ascontiguousarray(scores.transpose(2, 0, 1))


def _attributions(rows: Sequence[_Row], pieces: Pieces, ends: Ints) -> list[FoundAttribution]:
    found = []
    lows, highs = pieces.starts.tolist(), ends.tolist()
    for row, labels in zip(rows, _best_paths(rows), strict=True):
        source, content = _runs(labels)
        if not content:
            continue
        said = sum(float(row.probabilities[low:high, _CONTENT:].sum()) for low, high in content)
        size = sum(high - low for low, high in content)
        words = row.words.tolist()
        spans = [tuple((lows[words[low]], highs[words[high - 1]]) for low, high in runs) for runs in (source, content)]
        cue = (lows[row.cue[0]], highs[_last_of_cue(row, words, labels)])
        found.append(FoundAttribution(cue, spans[0], spans[1], round(row.sure * said / size, 4)))
    return found


def _last_of_cue(row: _Row, words: Sequence[int], labels: Sequence[int]) -> int:
    """The cue's last word before its own source or content begins: "declined" and not "declined to threaten".

    Cue tags are learned without the words inside contents, whose inner cues most corpora leave unmarked,
    and so run over; the pair scores know better (6 points of cue F1 on PolNeAR dev).
    """
    if row.cue[0] == row.cue[1] or words[-1] < row.cue[1]:
        return row.cue[1]
    last = row.cue[0]
    for at in range(bisect_right(words, row.cue[0]), bisect_right(words, row.cue[1])):
        if labels[at] >= _CONTENT:
            break
        last = words[at]
    return last


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


def _runs(labels: Sequence[int]) -> tuple[list[Range], list[Range]]:
    """Stretches of source and of content labels; one that begins anew right after another is its own."""
    source: list[Range] = []
    content: list[Range] = []
    for at, label in enumerate(labels):
        if label:
            runs = content if label >= _CONTENT else source
            if runs and runs[-1][1] == at and label not in _BEGINS:
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
    return source, content


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


def _best_paths(rows: Sequence[_Row]) -> list[list[int]]:
    """The best allowed path of each row.

    The likeliest labels are that path where they follow each other as they may, which they do in 85 of 100 rows; only
    the others are searched. Labels taken one by one lose 17 points of content F1 on PolNeAR dev against allowed paths.
    """
    if not rows:
        return []
    sizes = np.array([len(row.words) for row in rows], np.int64)
    likeliest = np.concatenate([row.probabilities for row in rows]).argmax(1)
    behind: Ints = np.cumsum(sizes)
    starts: Ints = behind - sizes
    wrong = np.zeros(len(likeliest), np.bool_)
    wrong[1:] = _TRANSITIONS[likeliest[:-1], likeliest[1:]] < 0
    wrong[starts] = _START[likeliest[starts]] < 0
    wrong[behind - 1] |= (_STOP[likeliest[behind - 1]] < 0) & [not row.cut for row in rows]
    searched = np.flatnonzero(np.logical_or.reduceat(wrong, starts)).tolist()
    labels: list[int] = likeliest.tolist()
    paths = [labels[low:high] for low, high in zip(starts.tolist(), behind.tolist(), strict=True)]
    for place, path in zip(searched, _search([rows[place] for place in searched]), strict=True):
        paths[place] = path
    return paths


def _search(rows: Sequence[_Row]) -> list[list[int]]:
    """The best allowed path of each row (Viterbi), all rows side by side; shorter ones are padded with O."""
    if not rows:
        return []
    longest = max(len(row.words) for row in rows)
    # (words × labels × rows): numpy is five times faster along rows than along six labels.
    scores = np.full((longest, len(ARGUMENT), len(rows)), _FORBIDDEN, np.float32)
    scores[:, 0] = 0
    for i, row in enumerate(rows):
        scores[: len(row.words), :, i] = np.log(row.probabilities + 1e-9)
        if row.cut:  # a content may run over the window's end, so what follows may be anything
            scores[len(row.words) :, :, i] = 0
        else:
            scores[len(row.words) - 1, :, i] += _STOP
    scores[0] += _START[:, None]
    transitions = _TRANSITIONS[:, :, None]
    for at in range(1, longest):  # from here on each word's scores are those of the best path up to it
        scores[at] += np.maximum.reduce(scores[at - 1][:, None] + transitions)
    path = np.zeros((longest, len(rows)), np.int8)
    path[-1] = scores[-1].argmax(0)
    for at in range(longest - 1, 0, -1):
        path[at - 1] = (scores[at - 1] + _TRANSITIONS[:, path[at]]).argmax(0)
    return [path[: len(row.words), i].tolist() for i, row in enumerate(rows)]


def _softmax(scores: Floats) -> Floats:
    """Probabilities along the first axis: numpy is several times faster across a few long rows than along many short ones."""
    shifted = np.exp(scores - scores.max(0))
    result: Floats = shifted / shifted.sum(0)
    return result
