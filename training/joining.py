"""Marked stories → the weights by which two statements are taken for one claim: ``python -m training.joining``.

Every statement that the reader finds in `training/stories` and in simulated stories belongs to the claim whose marked passage it meets. Of the pairs of two documents of one story
that could be compared (their vectors are near, or they share a key), a logistic regression learns what tells that both make one claim: the signs of `tracing.weighing.weigh`. The
weights are drawn to those that stand there now (a Gaussian prior around them), and keep their side of nought: what speaks for one claim never
comes to speak against it. Prints the new weights, with the average precision of the old and of the new on the held stories; nothing is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.domain.reading import Reading
from sayso.evaluate.lining_up import Text
from sayso.evaluate.simulated import simulated_stories
from sayso.evaluate.story import Story
from sayso.pipeline import Reader
from sayso.pipeline.describing import vectors_of, with_paragraphs
from sayso.tracing.describing import describe
from sayso.tracing.keys import NEAR, find_keys, lookup_keys
from sayso.tracing.measuring import measure
from sayso.tracing.statement import Statement
from sayso.tracing.weighing import BIAS, WEIGHTS, total, weigh
from training.marked import FOLDER, read_marked

Floats = npt.NDArray[np.float64]

PRIOR = 30.0
"""How strongly weights are drawn to where they were, per unit of a sign's own spread."""
A_STORY = 1000.0
"""What the pairs of a story count together."""
SIMULATED, SEED = 12, 4711
SHARE = 0.5
"""What a simulated story counts beside a marked one."""
VETOES = frozenset(
    ("other person", "other body", "other place", "place elsewhere", "other time", "other number", "counted again", "other count",
     "strange name", "all other", "denial", "rejected", "other register", "days apart", "strange company")
)  # fmt: skip
"""What tells that another event is meant: it may come to count more, and never less. A story tells of few events, and of a store's hardly two are one."""
STRANGE, STRANGE_COUNT = 8000, 10.0
"""Pairs of two stories that are looked at, and what they count together beside a marked story."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A story's statements, and the claims whose passages each of them meets, the nearest first."""

    story: str
    statements: tuple[Statement, ...]
    claims: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of statements: their signs, the sum that they have now, whether they are of one claim, and what all of them count together."""

    name: str
    signs: Floats
    sums: Floats
    same: npt.NDArray[np.bool_]
    counts: float


def tell(story: Story, readings: Sequence[Reading]) -> Told:
    """The statements of a story whose documents were read; those without a vector are left out."""
    statements = tuple(
        statement
        for number, reading in enumerate(readings, 1)
        for statement in describe(reading, number, vectors_of(reading, 1)).statements
        if statement.vector is not None
    )
    return Told(story.name, statements, tuple(_claims_of(story, statements)))


def pairs_in(told: Told, counts: float) -> Pairs:
    """The pairs of two documents of a story that could be compared, and of which it is known whether they are one claim."""
    keys = [(set(find_keys(item)), set(lookup_keys(item))) for item in told.statements]
    found = []
    for one, other in combinations(range(len(told.statements)), 2):
        first, second = told.statements[one], told.statements[other]
        mine, yours = told.claims[one], told.claims[other]
        if first.document.id == second.document.id or not (mine or yours):
            continue
        if mine[:1] != yours[:1] and set(mine) & set(yours):
            continue  # one says two things, and the other the second of them
        near = first.vector is not None and second.vector is not None and first.vector @ second.vector >= NEAR
        if near or keys[one][0] & keys[other][1] or keys[other][0] & keys[one][1]:
            found.append((first, second, mine[:1] == yours[:1]))
    return _weighed(told.story, found, counts)


def pairs_between(stories: Sequence[Told], most: int, counts: float, seed: int = 0) -> Pairs:
    """Pairs of two stories whose vectors are near: like things, and never one claim. A store holds more of these than of any others."""
    statements = [statement for told in stories for statement in told.statements]
    owners = np.array([number for number, told in enumerate(stories) for _ in told.statements])
    vectors = np.stack([item.vector for item in statements if item.vector is not None])
    places = np.argwhere(np.triu(vectors @ vectors.T >= NEAR) & (owners[:, None] != owners[None, :]))
    chosen = np.random.default_rng(seed).permutation(len(places))[:most]
    pairs = [(statements[one], statements[other], False) for one, other in places[np.sort(chosen)]]
    return _weighed("of two stories", pairs, counts)


def _weighed(name: str, pairs: Iterable[tuple[Statement, Statement, bool]], counts: float) -> Pairs:
    signs, sums, same = [], [], []
    for one, other, is_same in pairs:
        measures = measure(one, other)
        weighed = weigh(measures)
        signs.append([weighed[sign] for sign in WEIGHTS])
        sums.append(total(measures, weighed))
        same.append(is_same)
    return Pairs(name, np.array(signs), np.array(sums), np.array(same), counts)


def _claims_of(story: Story, statements: Iterable[Statement]) -> Iterator[tuple[str, ...]]:
    """The claims whose passages each statement meets, the nearest first."""
    file_of = story.file_of()
    texts = {item.file: Text(item.document.text) for item in story.documents}
    for statement in statements:
        file = file_of[statement.document.id]
        found = [
            (texts[file].nearness(passage, statement.text), claim.name)
            for claim in story.claims
            for passage in claim.passages
            if passage.file == file
        ]
        near = sorted((item for item in found if item[0] > 0), key=lambda item: -item[0])
        yield tuple(dict.fromkeys(name for _, name in near))


def fit(pairs: Sequence[Pairs], prior: float = PRIOR, steps: int = 100) -> tuple[Floats, float]:
    """The weights and the constant, by Newton's method with the sides of the old weights as bounds. Every story counts as much as another of its kind."""
    old = np.array([*WEIGHTS.values(), BIAS])
    signs = np.concatenate([np.column_stack((item.signs, np.ones(len(item.signs)))) for item in pairs])
    same = np.concatenate([item.same for item in pairs]).astype(np.float64)
    counts = np.concatenate([np.full(len(item.same), A_STORY * item.counts / len(item.same)) for item in pairs])
    pull = prior * np.maximum(signs.std(axis=0), 0.05) ** 2
    pull[-1] = 0.0
    low = np.array([0.0 if weight > 0 else -np.inf for weight in WEIGHTS.values()] + [-np.inf])
    high = np.array(
        [np.inf if weight > 0 else weight if name in VETOES else 0.0 for name, weight in WEIGHTS.items()] + [np.inf]
    )

    def loss(weights: Floats) -> float:
        sums = signs @ weights
        return float(counts @ (np.logaddexp(0, sums) - same * sums) + pull @ (weights - old) ** 2 / 2)

    weights, before = old, loss(old)
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(signs @ weights, -30, 30)))
        slope = signs.T @ (counts * (chance - same)) + pull * (weights - old)
        free = ~(((weights <= low) & (slope > 0)) | ((weights >= high) & (slope < 0)))  # at a bound, and drawn over it
        curve = (signs * (counts * chance * (1 - chance))[:, None]).T @ signs + np.diag(pull + 1e-6)
        move = np.zeros_like(weights)
        move[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        for length in 0.5 ** np.arange(20):
            tried = np.clip(weights - length * move, low, high)
            if (after := loss(tried)) < before:
                break
        else:
            break
        weights, before = tried, after
    return weights[:-1], float(weights[-1])


def average_precision(scores: Floats, same: npt.NDArray[np.bool_]) -> float:
    """Mean of the precision at each pair of one claim, the surest first; 0 where there is none."""
    ranked = same[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1))[ranked].mean()) if ranked.any() else 0.0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluation", type=Path, default=Path("evaluation"), help="folder of the simulator")
    parser.add_argument("--prior", type=float, default=PRIOR, help="how strongly weights are drawn to where they were")
    options = parser.parse_args(arguments)
    reader = Reader(packs=())

    def read(stories: Iterable[Story]) -> list[Told]:
        return [
            tell(story, [with_paragraphs(reader.read_document(item.document)) for item in story.documents])
            for story in stories
        ]

    marked = read(read_marked(FOLDER))
    simulated = read(islice(simulated_stories(options.evaluation, SIMULATED, SEED), SIMULATED))
    taught = [pairs_in(told, 1.0) for told in marked] + [pairs_in(told, SHARE) for told in simulated]
    taught.append(pairs_between(marked, STRANGE, STRANGE_COUNT))
    held = [pairs_in(told, 1.0) for told in read(read_marked(FOLDER / "held"))]
    weights, bias = fit(taught, options.prior)
    for name, weight, before in zip(WEIGHTS, weights, WEIGHTS.values(), strict=True):
        print(f'    "{name}": {weight:.2f},  # was {before}')
    print(f"BIAS = {bias:.2f}  # was {BIAS}")
    for item in held:
        now = average_precision(item.signs @ weights, item.same)
        print(f"{item.name}: {average_precision(item.sums, item.same):.3f} → {now:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
