"""Texts and claims → vectors → `tracing.ranking`: the claims that a text may mean, nearest first."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from sayso.domain.vector import Vector
from sayso.errors import ModelError, SaysoError
from sayso.models.ranking import load_ranking_weights
from sayso.models.vectors import WIDTH, VectorModel, load_vector_model
from sayso.tracing.ranking.meeting import Meant
from sayso.tracing.ranking.posts import read_post
from sayso.tracing.ranking.ranking import Near, Ranking, Told
from sayso.tracing.ranking.weights import HAND_SET, Weights
from sayso.tracing.ranking.wording import term_of

MOST_MEANT = 10_000
"""Texts whose words' vectors stay in memory: of a claim, 10 kB."""


def ranking_weights(*, trained: bool = True) -> Weights:
    """The weights that come with the package, or those set by hand. Raises ModelError."""
    if not trained:
        return HAND_SET
    read = load_ranking_weights()
    try:
        return Weights.named(read.model.name, read.weights, read.even)
    except ValueError as error:
        raise ModelError(f"The weights of the ranking are of another version: {error}. Install sayso again.") from error


def ways_of(text: str) -> tuple[str, ...]:
    """A text as it stands, and as news puts a post: without addresses and tags, its author before it."""
    post = read_post(text)
    signed = f"{', '.join(post.authors)}: {post.text}" if post.authors else post.text
    return tuple(dict.fromkeys((text, signed)))


class WordVectors:
    """The vectors of texts' words, made when they are asked for; the last `MOST_MEANT` texts are remembered."""

    def __init__(self, model: VectorModel) -> None:
        self._model = model
        self._known: dict[str, Meant] = {}

    def meant(self, text: str) -> Meant:
        """The words of a text, or of a post as news puts it, that say something."""
        found = self._known.pop(text, None)
        if found is None:
            words = [(term_of(form), vector) for form, vector in self._model.encode_words(ways_of(text)[-1])]
            words = [(term, vector) for term, vector in words if term]
            vectors = np.array([vector for _, vector in words], np.float16).reshape(len(words), WIDTH)
            found = Meant(tuple(term for term, _ in words), vectors)
        self._known[text] = found
        if len(self._known) > MOST_MEANT:
            self._known.pop(next(iter(self._known)))
        return found


class Ranker:
    """Ranks claims for texts. The vectors of the claims are made once, and kept in a file where one is named."""

    def __init__(
        self, told: Sequence[Told], weights: Weights, *, kept: Path | None = None, threads: int | None = None
    ) -> None:
        """`told`: wordings of claims, without vectors. `kept`: a file of vectors, written where it is not there. `threads`: None is one a core."""
        self._model = load_vector_model(1)
        workers = threads or len(os.sched_getaffinity(0))
        texts = dict.fromkeys(text for item in told for text in (item.text, item.headline) if text)
        self._vectors = dict(zip(texts, encode_once(list(texts), self._model, kept, workers), strict=True))
        self.ranking = Ranking(
            [
                Told(
                    item.claim, item.text, item.headline, self._vectors.get(item.text), self._vectors.get(item.headline)
                )
                for item in told
            ],
            weights,
            meant=WordVectors(self._model).meant,
        )

    def vectors_of(self, text: str) -> list[Vector]:
        """The vectors of a text, one for each way of putting it."""
        return self._model.encode(ways_of(text))

    def nearest(self, text: str, most: int = 5) -> list[Near]:
        """The claims that a text may mean, the likeliest first."""
        return self.ranking.nearest(text, self.vectors_of(text), most)


def encode_once(texts: Sequence[str], model: VectorModel, kept: Path | None, workers: int = 1) -> list[Vector]:
    """Vectors of texts, those from the file `kept` that it holds of this model; the others are made, and kept there."""
    if kept is None:
        return model.encode_many(texts, workers)
    try:
        known = _read(kept, model) if kept.exists() else {}
        wanted = {_mark(text): text for text in texts}
        missing = [mark for mark in wanted if mark not in known]
        if missing:
            known |= zip(missing, model.encode_many([wanted[mark] for mark in missing], workers), strict=True)
            data = io.BytesIO()
            np.savez(
                data,
                model=np.array(model.model.sha256),
                marks=np.array(list(known)),
                vectors=np.stack(list(known.values())),
            )
            kept.write_bytes(data.getvalue())
    except (OSError, ValueError, KeyError) as error:
        raise SaysoError(
            f"{kept} cannot be read or written as a file of vectors ({error}). Name another one."
        ) from error
    return [known[_mark(text)] for text in texts]


def _read(kept: Path, model: VectorModel) -> dict[str, Vector]:
    with np.load(io.BytesIO(kept.read_bytes()), allow_pickle=False) as read:
        if str(read["model"]) != model.model.sha256:
            return {}
        return dict(zip(read["marks"].tolist(), read["vectors"].astype(np.float32), strict=True))


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:24]
