"""The shipped weights, run on the CPU with onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from sayso.domain.reading import Model
from sayso.models.labels import HEADS
from sayso.models.pieces import CLS, SEP, Pieces
from sayso.models.weights import ENGLISH, open_session, read_weights

Floats = npt.NDArray[np.float32]

FILES = ("network.onnx", "pairs.bin", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class PairScorer:
    """Weights of the (cue, word) scorer, which runs outside the network because its rows are the cues found."""

    distance: Floats  # DISTANCES × pair
    out: Floats  # pair × labels
    bias: Floats  # labels


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one window; arrays have one row a piece, [CLS] and [SEP] left out."""

    unary: Floats
    cue: Floats
    word: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Loaded weights: `run` gives the scores of windows, `pairs` what is needed to join them."""

    model: Model
    tokenizer: Tokenizer
    pairs: PairScorer
    sides: tuple[int, int]  # where the columns of the cue side and of the word side begin, in what the session gives
    session: onnxruntime.InferenceSession

    def run(self, pieces: Pieces, windows: list[tuple[int, int]]) -> list[Scores]:
        """Scores of each window, in the order given.

        One window a call: int8's scales are then the window's own, so that no score hangs on what else
        is read with it; and nothing is padded (a third faster than eight together, 80 MB less).
        """
        return [self._run_one(pieces, start, end) for start, end in windows]

    def _run_one(self, pieces: Pieces, start: int, end: int) -> Scores:
        ids, features = (np.zeros((1, end - start + 2), np.int64) for _ in range(2))
        ids[0, 0], ids[0, 1:-1], ids[0, -1] = CLS, pieces.ids[start:end], SEP
        features[0, 1:-1] = pieces.features[start:end]
        (scores,) = self.session.run(None, {"ids": ids, "features": features})
        return Scores(*np.split(scores[0, 1:-1], self.sides, axis=1))


@cache
def load_network(threads: int | None = None) -> Network:
    """The English weights of this package; `threads` None means one a core. Raises ModelError."""
    return load_network_from(ENGLISH, threads)


def load_network_from(folder: Path, threads: int | None = None) -> Network:
    """Weights in `folder`: ``model.json`` names every file with its SHA-256, and each is checked before it is used."""
    weights = read_weights(folder / "model.json", FILES, keys=("pairs",))
    contents, shapes = weights.contents, weights.described["pairs"]
    # A sliced numpy archive would be read lazily from disk; these are 60 kB and wanted at once.
    pairs = np.frombuffer(contents["pairs.bin"], np.float32)
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    distance, out, bias = (part.reshape(shape) for part, shape in zip(np.split(pairs, ends[:-1]), shapes, strict=True))
    unary = sum(len(labels) for labels in HEADS.values())
    session = open_session(contents["network.onnx"], threads)
    both = session.get_outputs()[0].shape[-1] - unary
    return Network(
        model=Model(weights.name, weights.digests["network.onnx"]),
        tokenizer=Tokenizer.from_buffer(contents["tokenizer.json"]),
        pairs=PairScorer(distance, out, bias),
        sides=(unary, unary + both // 2),
        session=session,
    )
