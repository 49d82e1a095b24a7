"""Texts → unit vectors by the second packaged model: texts that say the same lie near each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.domain.reading import Model
from sayso.domain.vector import Vector
from sayso.models.pieces import CLS, SEP
from sayso.models.weights import ENGLISH, open_session, read_weights

WIDTH = 384
MOST_PIECES = 254
"""Word pieces that are looked at, about 190 words; with [CLS] and [SEP], 256: what MiniLM was trained on."""

REMEMBERED = 1024
"""Texts whose vectors stay in memory: 1.5 kB each, and the text."""

FILES = ("vectors.onnx", "tokenizer.json")


@dataclass(frozen=True, slots=True, eq=False)
class VectorModel:
    """Loaded weights. `encode` gives the same vector for the same text, whatever it is asked together with."""

    model: Model
    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession
    remembered: dict[str, Vector] = field(default_factory=dict)

    def encode(self, texts: Iterable[str]) -> list[Vector]:
        """A vector for each text, in order; noughts for a text without words. A text's end beyond `MOST_PIECES` is left out.

        One text a run: int8's scales are those of a whole run, so that in a batch a vector would hang on its neighbours.
        The last `REMEMBERED` texts are remembered: of documents that are read together, many say the same word for word.
        """
        return [self._remember(text) for text in texts]

    def encode_many(self, texts: Sequence[str], workers: int) -> list[Vector]:
        """The same for thousands of texts, shared by `workers` callers of one session and not remembered.

        A text of twenty words is too short to share by threads: with two in the session it takes 6.2 ms of CPU, with one 2.4.
        """
        with ThreadPoolExecutor(max(1, workers)) as callers:
            return list(callers.map(self._encode, texts))

    def encode_words(self, text: str) -> list[tuple[str, Vector]]:
        """Each word of a text, as it stands, with a unit vector: what the model makes of its pieces in this text, in the mean."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        pieces = encoding.ids[:MOST_PIECES]
        if not pieces:
            return []
        (states,) = self.session.run(["states"], {"ids": np.array([[CLS, *pieces, SEP]], np.int64)})
        words: dict[int, list[int]] = {}
        for place, word in enumerate(encoding.word_ids[:MOST_PIECES]):
            if word is not None:  # only [CLS] and the like are of no word
                words.setdefault(word, []).append(place)
        found = []
        for places in words.values():
            mean: Vector = states[0, places[0] + 1 : places[-1] + 2].mean(axis=0)  # [CLS] stands before them
            form = text[encoding.offsets[places[0]][0] : encoding.offsets[places[-1]][1]]
            found.append((form, mean / max(float(np.linalg.norm(mean)), 1e-9)))
        return found

    def _remember(self, text: str) -> Vector:
        known = self.remembered.pop(text, None)
        vector = self.remembered[text] = self._encode(text) if known is None else known
        if len(self.remembered) > REMEMBERED:
            self.remembered.pop(next(iter(self.remembered)))
        return vector

    def _encode(self, text: str) -> Vector:
        pieces = self.tokenizer.encode(text, add_special_tokens=False).ids[:MOST_PIECES]
        if not pieces:
            return np.zeros(WIDTH, np.float32)
        (vectors,) = self.session.run(["vectors"], {"ids": np.array([[CLS, *pieces, SEP]], np.int64)})
        vector: Vector = vectors[0]
        return vector


@cache
def load_vector_model(threads: int | None = None) -> VectorModel:
    """The English weights of this package; `threads` None means one a core. Raises ModelError."""
    return load_vector_model_from(ENGLISH, threads)


def load_vector_model_from(folder: Path, threads: int | None = None) -> VectorModel:
    """Weights in `folder`, each file checked by the SHA-256 that ``vectors.json`` gives. Raises ModelError."""
    weights = read_weights(folder / "vectors.json", FILES)
    return VectorModel(
        model=Model(weights.name, weights.digests["vectors.onnx"]),
        tokenizer=Tokenizer.from_buffer(weights.contents["tokenizer.json"]),
        session=open_session(weights.contents["vectors.onnx"], threads),
    )
