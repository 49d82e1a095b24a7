"""Gold documents → windows of ids, features and targets. -100 marks what has no target."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
from tokenizers import Tokenizer

from sayso.domain.quotation import find_quotations
from sayso.evaluate.gold import GoldDocument, Range
from sayso.models.labels import ARGUMENT, CUE, MENTION
from sayso.models.pieces import CLS, QUOTED, SEP, Pieces, split_pieces
from sayso.models.windows import split_windows
from training.inner import Labelled

IGNORED = -100

EDGE = 2
"""Words beside a cue that teach where it begins and ends."""

FEWEST_LETTERS = 3
"""Of a word that tells what a cue does; shorter ones are prepositions and auxiliaries."""

_AUXILIARIES = frozenset(
    "has had have having was were been being are does did would will could may might must their his her its also and for not "
    "from with about that the".split()
)
_NO_LETTER = re.compile(r"[^a-z]")
_ENDING = re.compile(r"(?:ing|ed|es|s|e|d)$")


@dataclass(frozen=True, slots=True)
class Example:
    """One window; arrays have one entry a piece, [CLS] and [SEP] included.

    `first` marks the first piece of each word. `rows` has one entry a cue: the index of its first piece and the argument
    labels of all pieces.
    """

    corpus: str
    ids: np.ndarray
    features: np.ndarray
    first: np.ndarray
    cue: np.ndarray
    mention: np.ndarray
    hedge: np.ndarray
    outermost: np.ndarray
    rows: tuple[tuple[int, np.ndarray], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A tokenised document with its targets, before it is cut into windows."""

    document: GoldDocument
    pieces: Pieces
    cue: np.ndarray
    mention: np.ndarray
    hedge: np.ndarray
    outermost: np.ndarray
    rows: tuple[tuple[int, np.ndarray], ...]


def prepare(
    document: GoldDocument, tokenizer: Tokenizer, doubtful: tuple[Range, ...] = (), foreign: tuple[Range, ...] = ()
) -> Prepared:
    """Tokenise and label a document once; windows of any size are cut from the result.

    `foreign` are cues that only the outermost head learns: acts, which the written texts do not mark. The cue targets of the words in `doubtful` are left open, where no cue is marked. A document with the layer "inner" marks
    every attribution at every depth but not what PolNeAR counts besides at the outermost ("seized on", "endorsed"): there its
    unmarked words teach nothing. Taught as "no cue", they cost PolNeAR's cues 1.2 points.
    """
    pieces = split_pieces(document.text, tokenizer, find_quotations(document.text))
    size = len(pieces)
    cue, mention, hedge = (np.full(size, IGNORED, np.int64) for _ in range(3))
    if "attributions" in document.layers:
        cue[pieces.first] = 0
        if "nested" not in document.layers:
            # Only outermost ones were marked: inside a content, no mark means nothing.
            for attribution in document.attributions:
                for span in attribution.content:
                    cue[_inside(pieces, span)] = IGNORED
            for attribution in document.attributions:
                # Where a content begins right behind its cue, the cue must learn to end.
                for span in attribution.cue:
                    after = np.searchsorted(pieces.starts, span[1])
                    cue[after : after + 2][pieces.first[after : after + 2]] = 0
        if "inner" in document.layers:
            cue[_outside(pieces, document)] = IGNORED
        for span in doubtful:
            cue[_inside(pieces, span)] = IGNORED
        for attribution in document.attributions:
            for span in attribution.cue:
                _tag(cue, _inside(pieces, span), CUE.index("B"), CUE.index("I"))
        for span in foreign:
            cue[_inside(pieces, span)] = IGNORED
    if "mentions" in document.layers:
        mention[pieces.first] = 0
        for item in document.mentions:
            at = _inside(pieces, (item.start, item.end))
            if item.kind == "?":
                mention[at] = IGNORED
            else:
                _tag(mention, at, MENTION.index(f"B-{item.kind}"), MENTION.index(f"I-{item.kind}"))
    if "hedges" in document.layers:
        hedge[pieces.first] = 0
        for span in document.hedges:
            _tag(hedge, _inside(pieces, span), 1, 2)
    rows = []
    for attribution in document.attributions:
        at = _inside(pieces, attribution.cue[0]) if attribution.cue else []
        if not len(at):
            continue
        labels = np.full(size, IGNORED, np.int64)
        labels[pieces.first] = 0
        for span in attribution.source:
            _tag(labels, _inside(pieces, span), ARGUMENT.index("BS"), ARGUMENT.index("IS"))
        for span in _join(attribution.content, document.text):
            inside = _inside(pieces, span)
            _tag(labels, inside, ARGUMENT.index("BC"), ARGUMENT.index("IC"))
            if len(inside) > 1:
                labels[inside[-1]] = ARGUMENT.index("EC")
        rows.append((int(at[0]), labels))
    return Prepared(document, pieces, cue, mention, hedge, np.full(size, IGNORED, np.int64), tuple(rows))


def prepare_outermost(
    document: GoldDocument, tokenizer: Tokenizer, inner: Labelled | None, known: frozenset[str]
) -> Prepared:
    """A PolNeAR document: its marks teach the outermost head; the cue head learns them, and what a teacher found inside
    them (`inner`), but no cue of whose words none is in `known`. Those are acts ("seized on", "documents"), which
    PolNeAR marks at the outermost level only.
    """
    foreign = tuple(
        span
        for item in document.attributions
        for span in item.cue
        if (words := cue_words(document.text[slice(*span)])) and not known.intersection(words)
    )
    marked, doubtful = (inner.document, inner.doubtful) if inner else (document, ())
    outermost = prepare(document, tokenizer).cue
    return replace(prepare(marked, tokenizer, doubtful, foreign), outermost=outermost)


def cue_words(cue: str) -> list[str]:
    """The words of a cue that tell what is done, without their endings; prepositions and auxiliaries are left out."""
    words = (_ENDING.sub("", _NO_LETTER.sub("", word)) for word in cue.lower().split() if word not in _AUXILIARIES)
    return [word for word in words if len(word) >= FEWEST_LETTERS]


def cut(prepared: Prepared, most: int) -> list[Example]:
    """The document in windows of at most `most` pieces."""
    examples = []
    pieces = prepared.pieces
    for start, end in split_windows(pieces, most):
        rows = tuple(
            (at - start + 1, _padded(labels[start:end], IGNORED)) for at, labels in prepared.rows if start <= at < end
        )
        examples.append(
            Example(
                corpus=prepared.document.corpus,
                ids=np.concatenate([[CLS], pieces.ids[start:end], [SEP]]),
                features=_padded(pieces.features[start:end], 0),
                first=_padded(pieces.first[start:end], False),
                cue=_padded(prepared.cue[start:end], IGNORED),
                mention=_padded(prepared.mention[start:end], IGNORED),
                hedge=_padded(prepared.hedge[start:end], IGNORED),
                outermost=_padded(prepared.outermost[start:end], IGNORED),
                rows=rows,
            )
        )
    return examples


def _outside(pieces: Pieces, document: GoldDocument) -> np.ndarray:
    """First pieces of the words outside of every content and further than `EDGE` words from every cue."""
    outside = pieces.first.copy()
    for attribution in document.attributions:
        for span in attribution.content:
            outside[_inside(pieces, span)] = False
        for span in attribution.cue:
            words = np.flatnonzero(pieces.first)
            at = np.searchsorted(words, _inside(pieces, span))
            if len(at):
                outside[words[max(0, at[0] - EDGE) : at[-1] + EDGE + 1]] = False
    return np.flatnonzero(outside)


def _padded(values: np.ndarray, edge: int | bool) -> np.ndarray:
    return np.concatenate([[edge], values, [edge]])


def _inside(pieces: Pieces, span: Range) -> np.ndarray:
    """First pieces of the words that touch `span`, punctuation at its edges left out where words remain."""
    low = int(np.searchsorted(pieces.ends, span[0], side="right"))
    high = int(np.searchsorted(pieces.starts, span[1], side="left"))
    at = np.arange(low, high)
    at = at[pieces.first[low:high]]
    words = np.flatnonzero(pieces.features[at] // (2 * QUOTED) != 0)  # shape 0: punctuation
    return at[words[0] : words[-1] + 1] if len(words) else at


def _tag(labels: np.ndarray, at: np.ndarray, begin: int, inside: int) -> None:
    if len(at):
        labels[at[0]] = begin
        labels[at[1:]] = inside


def _join(spans: tuple[Range, ...], text: str) -> list[Range]:
    """Spans with nothing but blanks between them are one."""
    joined: list[Range] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
