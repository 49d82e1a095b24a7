"""The yardstick for speed: a first network of this kind with its decoder, given as one file of weights that is not in the repository.

Tags of words (source, cue, content) and, for each piece, a pointer to its cue; eight windows at once, the shorter ones filled up; Viterbi over the
tags in Python; every span joined to the cue that its pieces point to most. What it finds is not used: it is here so that sayso's speed can be told as a
ratio, on the same texts in the same run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.models.pieces import CLS, QUOTED, SEP, split_pieces
from sayso.models.windows import split_windows

TAGS = ("O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C")
AT_ONCE = 8
_NEVER = -1e4


@dataclass(frozen=True, slots=True, eq=False)
class Yardstick:
    """Weights whose inputs are `ids`, `sh` (letter shapes) and `mask`, and whose outputs are tags and pointers."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer

    def read(self, text: str) -> list[tuple[tuple[int, int], str, tuple[int, int]]]:
        """(cue, role, span) for every source and content, as code points of `text`."""
        pieces = split_pieces(text, self.tokenizer, ())
        windows = split_windows(pieces)
        found = []
        for first in range(0, len(windows), AT_ONCE):
            some = windows[first : first + AT_ONCE]
            size = max(end - start for start, end in some) + 2
            ids, shapes, mask = (np.zeros((len(some), size), np.int64) for _ in range(3))
            for row, (start, end) in enumerate(some):
                ids[row, : end - start + 2] = [CLS, *pieces.ids[start:end], SEP]
                shapes[row, 1 : end - start + 1] = pieces.features[start:end] // (2 * QUOTED)
                mask[row, : end - start + 2] = 1
            tags, pointers = self.session.run(None, {"ids": ids, "sh": shapes, "mask": mask})
            for row, (start, end) in enumerate(some):
                size = end - start
                words = np.flatnonzero(pieces.first[start:end])
                if not len(words):
                    continue
                ends = np.append(words[1:], size)
                spans = _spans(tags[row, 1 : size + 1][words])
                cues = [span for span in spans if span[0] == "Q"]
                if not cues:
                    continue
                at = np.array([words[low] + 1 for _, low, _ in cues])
                chances = pointers[row, 1 : size + 1, : size + 2]
                chances = np.exp(chances - chances.max(-1, keepdims=True))
                chances /= chances.sum(-1, keepdims=True)
                for role, low, high in spans:
                    if role == "Q":
                        continue
                    means = chances[words[low] : ends[high - 1]][:, at].mean(0)
                    _, cue_low, cue_high = cues[int(means.argmax())]
                    places = [
                        (int(pieces.starts[start + words[a]]), int(pieces.ends[start + ends[b - 1] - 1]))
                        for a, b in ((cue_low, cue_high), (low, high))
                    ]
                    found.append((places[0], role, places[1]))
        return found


def load_yardstick(path: Path, tokenizer: Tokenizer, threads: int) -> Yardstick:
    """The weights in `path`; `tokenizer` is BERT's uncased one."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return Yardstick(onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]), tokenizer)


def _spans(scores: np.ndarray) -> list[tuple[str, int, int]]:
    """Runs of one role, as (role, first word, behind the last)."""
    likely = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    spans: list[list[int | str]] = []
    for at, tag in enumerate(_best_path(likely)):
        name = TAGS[tag]
        if name == "O":
            continue
        if name[0] == "B" or not spans or spans[-1][0] != name[2:] or spans[-1][2] != at:
            spans.append([name[2:], at, at + 1])
        else:
            spans[-1][2] = at + 1
    return [(str(role), int(low), int(high)) for role, low, high in spans]


def _best_path(likely: np.ndarray) -> list[int]:
    best, back = _START + likely[0], []
    for row in likely[1:]:
        through = best[:, None] + _STEPS
        came = through.argmax(0)
        back.append(came)
        best = through[came, range(len(TAGS))] + row
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]


_START = np.array([_NEVER if tag[0] == "I" else 0.0 for tag in TAGS])
_STEPS = np.array([[_NEVER if b[0] == "I" and a[1:] != b[1:] else 0.0 for b in TAGS] for a in TAGS])
