"""CheckThat! pairs → the weights of the ranking of claims: one number a sign, so that the claim that is meant comes first.

    python -m training.ranking --data ../shared/data --vectors ../vectors.npz                cross-validated figures
    python -m training.ranking --data ../shared/data --vectors ../vectors.npz --write        and writes the shipped weights

A linear model under a softmax over the claims compared with one post (listwise; Cao et al. 2007), with a penalty on the squares of the
weights. Every post is ranked as a store would rank it: the other posts are known as wordings of their claims, itself left out. Folds keep
all posts of one claim together, so that no weight is learned from a post of the claim that it is measured on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.evaluate.checkthat import Posts, find_checkthat, read_claims, read_posts
from sayso.evaluate.retrieval import figures_of, told_of
from sayso.models.ranking import FILE
from sayso.models.weights import ENGLISH
from sayso.pipeline.ranking import Ranker, ranking_weights
from sayso.tracing.ranking.signs import COUNTED

FOLDS = 5
PENALTIES = (0.003, 0.01, 0.03)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A post: the claims compared with it (those told in the same words together), their signs, which of them are meant, and all that are."""

    post: str
    claims: tuple[tuple[str, ...], ...]
    signs: Floats
    right: npt.NDArray[np.bool_]
    gold: frozenset[str]


def gather(ranker: Ranker, posts: Posts) -> list[Case]:
    """A case for every post, with the signs as the product finds them where all posts but this one are known."""
    found = []
    for post, gold in posts.gold.items():
        compared = ranker.ranking.compare(
            posts.posts[post], ranker.vectors_of(posts.posts[post]), without=posts.posts[post]
        )
        claims = tuple(map(ranker.ranking.alike, compared))
        signs = np.array([item.signs for item in compared])
        found.append(Case(post, claims, signs, np.array([not gold.isdisjoint(alike) for alike in claims]), gold))
    return found


def fit(cases: Sequence[Case], penalty: float, steps: int = 20) -> Floats:
    """Weights of the signs, in their own units, by Newton's method: the loss is convex, and a few steps end it."""
    usable = [case for case in cases if case.right.any()]
    most = max(len(case.claims) for case in usable)
    signs = np.zeros((len(usable), most, len(COUNTED)))
    there = np.zeros((len(usable), most), np.bool_)
    wanted = np.zeros((len(usable), most))
    for row, case in enumerate(usable):
        signs[row, : len(case.claims)] = case.signs
        there[row, : len(case.claims)] = True
        wanted[row, : len(case.claims)] = case.right / case.right.sum()
    spread = signs[there].std(axis=0) + 1e-6
    signs /= spread
    meant = np.einsum("pc,pcs->s", wanted, signs) / len(usable)
    weights = np.zeros(len(COUNTED))
    loss, shares = _loss(weights, signs, there, wanted, penalty)
    for _ in range(steps):
        means = np.einsum("pc,pcs->ps", shares, signs)
        slope = means.mean(axis=0) - meant + 2 * penalty * weights
        seen = (signs * np.sqrt(shares)[:, :, None]).reshape(-1, len(COUNTED))
        curve = (seen.T @ seen - means.T @ means) / len(usable) + 2 * penalty * np.eye(len(COUNTED))
        move = np.linalg.solve(curve, slope)
        before, length = loss, 1.0
        loss, shares = _loss(weights - move, signs, there, wanted, penalty)
        while loss > before and length > 1e-3:
            length /= 2
            loss, shares = _loss(weights - length * move, signs, there, wanted, penalty)
        weights = weights - length * move
        if before - loss < 1e-9:
            break
    fitted: Floats = weights / spread
    return fitted


def _loss(
    weights: Floats, signs: Floats, there: npt.NDArray[np.bool_], wanted: Floats, penalty: float
) -> tuple[float, Floats]:
    """How far the claims that are meant are from having all of the softmax, and each claim's share of it."""
    sums = signs @ weights
    shares = np.where(there, np.exp(sums - np.where(there, sums, -np.inf).max(axis=1, keepdims=True)), 0.0)
    shares /= shares.sum(axis=1, keepdims=True)
    logs = np.log(np.where(wanted > 0, np.maximum(shares, 1e-300), 1.0))
    return float(-(wanted * logs).sum(axis=1).mean() + penalty * weights @ weights), shares


def order(case: Case, weights: Floats) -> list[str]:
    """The case's claims, the likeliest first, each once."""
    places = np.argsort(-(case.signs @ weights), kind="stable")
    return list(dict.fromkeys(claim for place in places for claim in case.claims[place]))


def even_sum(cases: Sequence[Case], weights: Floats) -> float:
    """The sum above which the first claim is the right one as often as not, by a logistic regression on the sum alone (bias only)."""
    firsts = [(float((case.signs @ weights).max()), order(case, weights)[0] in case.gold) for case in cases]
    sums, right = np.array([one for one, _ in firsts]), np.array([float(one) for _, one in firsts])
    low, high = float(sums.min()) - 10, float(sums.max()) + 10
    for _ in range(60):
        middle = (low + high) / 2
        if (1 / (1 + np.exp(middle - sums))).mean() > right.mean():
            low = middle
        else:
            high = middle
    return (low + high) / 2


def folds_of(cases: Sequence[Case]) -> list[int]:
    """A fold for each case by its claim, the same on every machine."""
    return [int(sha256(min(case.gold).encode()).hexdigest(), 16) % FOLDS for case in cases]


def cross_validate(cases: Sequence[Case], penalty: float) -> dict[str, float]:
    """Figures over all cases, each ranked by weights of the other folds."""
    folds = folds_of(cases)
    ranked = []
    for fold in range(FOLDS):
        weights = fit([case for case, one in zip(cases, folds, strict=True) if one != fold], penalty)
        ranked += [(order(case, weights), case.gold) for case, one in zip(cases, folds, strict=True) if one == fold]
    return figures_of(ranked)


def write(folder: Path, weights: Floats, even: float, trained_on: str) -> None:
    """The weights and the manifest that gives their digest."""
    values = {sign: round(float(weight), 4) for sign, weight in zip(COUNTED, weights, strict=True)}
    written = json.dumps({"trained on": trained_on, "even": round(even, 4), "weights": values}, indent=1) + "\n"
    (folder / FILE).write_text(written, encoding="utf-8")
    manifest = {"name": "sayso-en-ranking-3", "files": {FILE: sha256(written.encode()).hexdigest()}}
    (folder / "ranking.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="holds checkthat2020/")
    parser.add_argument("--vectors", type=Path, help="keeps the vectors of the claims")
    parser.add_argument("--write", action="store_true", help=f"write {FILE} into the package")
    arguments = parser.parse_args()
    folder = find_checkthat(arguments.data)
    posts = read_posts(folder, "train")
    ranker = Ranker(told_of(read_claims(folder), posts), ranking_weights(trained=False), kept=arguments.vectors)
    cases = gather(ranker, posts)
    by_hand = np.array(ranker.ranking.weights.values)
    print("by hand, train:", _shown(figures_of([(order(case, by_hand), case.gold) for case in cases])))
    best = max(PENALTIES, key=lambda penalty: cross_validate(cases, penalty)["MAP@5"])
    print(f"cross-validated, penalty {best}:", _shown(cross_validate(cases, best)))
    weights = fit(cases, best)
    for sign, weight in zip(COUNTED, weights, strict=True):
        print(f"  {weight:8.3f}  {sign}")
    if arguments.write:
        write(ENGLISH, weights, even_sum(cases, weights), "CLEF CheckThat! 2020 task 2, train part")


def _shown(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.4f}" for name, value in figures.items())


if __name__ == "__main__":
    main()
