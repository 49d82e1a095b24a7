"""Rankings against the claims that were meant: mean average precision, reciprocal rank, precision."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate.checkthat import Checked, Posts, find_checkthat, has_part, read_claims, read_posts
from sayso.evaluate.table import align
from sayso.pipeline.ranking import Ranker, ranking_weights
from sayso.tracing.ranking.ranking import Told

SCHEMA = "sayso.evaluation/1"
CHECKTHAT = {"checkthat": True, "checkthat-untrained": False}
"""Names in the floors, and whether the trained weights and the training pairs are used."""
DEPTHS = (1, 3, 5)
TRAIN = "train"
LOOKED_AT = 20
"""Claims of a ranking that count for the reciprocal rank."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What came out on one part. Figures by name ("MAP@5"), over all posts and over those whose claims no training pair has."""

    part: str
    claims: int
    posts: int
    unscored: int
    weights: str
    known: int
    all: Mapping[str, float]
    new_posts: int
    new: Mapping[str, float]

    def figures(self) -> dict[str, float]:
        """What floors hold."""
        return {name: self.all[name] for name in ("MAP@1", "MAP@3", "MAP@5", "MRR")}


def evaluate_checkthat(
    data: Path, part: str, *, trained: bool = True, kept: Path | None = None, threads: int | None = None
) -> Retrieval:
    """Rank the claims in `data` for the posts of a part, with the product's own ranking.

    Trained: with the trained weights, and the train part's posts as wordings of the claims that they make. Not so: with weights set by hand
    and the claims alone. The train part is never among its own wordings. Raises CorpusError.
    """
    folder = find_checkthat(data)
    claims, posts = read_claims(folder), read_posts(folder, part)
    pairs = read_posts(folder, TRAIN) if trained and part != TRAIN and has_part(folder, TRAIN) else None
    weights = ranking_weights(trained=trained)
    ranker = Ranker(told_of(claims, pairs), weights, kept=kept, threads=threads)
    return evaluate_ranking(
        posts,
        len(claims),
        lambda text: [claim for near in ranker.nearest(text, LOOKED_AT) for claim in (near.claim, *near.also)],
        weights=weights.name,
        known=list(pairs.gold.values()) if pairs else (),
    )


def told_of(claims: Sequence[Checked], pairs: Posts | None = None) -> list[Told]:
    """The claims as they can be ranked, each in its own words, and in those of the posts that are known to make it."""
    by_id = {claim.id: claim for claim in claims}
    told = [Told(claim.id, claim.text, claim.title) for claim in claims]
    if pairs is not None:
        told += [
            Told(id, pairs.posts[post], by_id[id].title)
            for post, ids in pairs.gold.items()
            for id in sorted(ids & by_id.keys())
        ]
    return told


def evaluate_ranking(
    posts: Posts,
    claims: int,
    rank: Callable[[str], Sequence[str]],
    *,
    weights: str,
    known: Sequence[frozenset[str]] = (),
) -> Retrieval:
    """Rank the claims for every post; `rank` gives ids of claims, the likeliest first. `known`: the claims of each training pair in use."""
    seen = frozenset().union(*known)
    rankings = {post: rank(posts.posts[post])[:LOOKED_AT] for post in posts.gold}
    new = [post for post, gold in posts.gold.items() if not gold & seen]
    return Retrieval(
        posts.part,
        claims,
        len(rankings),
        len(posts.posts) - len(rankings),
        weights,
        len(known),
        figures_of([(rankings[post], gold) for post, gold in posts.gold.items()]),
        len(new),
        figures_of([(rankings[post], posts.gold[post]) for post in new]),
    )


def figures_of(ranked: Sequence[tuple[Sequence[str], frozenset[str]]]) -> dict[str, float]:
    """Means over posts: MAP@k, MRR, P@k."""
    count = len(ranked) or 1
    found = {f"MAP@{k}": sum(average_precision(ids, gold, k) for ids, gold in ranked) / count for k in DEPTHS}
    found["MRR"] = sum(reciprocal_rank(ids, gold) for ids, gold in ranked) / count
    found |= {f"P@{k}": sum(len(gold.intersection(ids[:k])) / k for ids, gold in ranked) / count for k in DEPTHS}
    return found


def average_precision(ids: Sequence[str], gold: frozenset[str], depth: int) -> float:
    """Mean of the precisions at each right claim among the first `depth`, of as many as there could be."""
    right, total = 0, 0.0
    for place, id in enumerate(ids[:depth], 1):
        if id in gold:
            right += 1
            total += right / place
    return total / min(len(gold), depth) if gold else 0.0


def reciprocal_rank(ids: Sequence[str], gold: frozenset[str]) -> float:
    """One over the place of the first right claim; 0 where there is none."""
    return next((1 / place for place, id in enumerate(ids, 1) if id in gold), 0.0)


def render_retrieval(found: Retrieval) -> str:
    """The table that `sayso evaluate checkthat` prints."""
    what = f"checkthat {found.part}: which checked claim a post makes (CLEF CheckThat! task 2)"
    size = f"{found.posts:,} posts, {found.claims:,} claims; weights: {found.weights}"
    size += f"; {found.known:,} training pairs known" if found.known else "; no training pair used"
    if found.unscored:
        size += f"; {found.unscored:,} posts without a claim not scored"
    names = list(found.all)
    rows = [["posts", *names, "count"], _row("all", found.all, found.posts)]
    if found.known:
        rows.append(_row("of claims that no training pair has", found.new, found.new_posts))
    return f"{what}\n{size}\n\n{align(rows)}\n"


def retrieval_to_json(found: Retrieval) -> str:
    """One JSON object; figures from 0 to 1."""
    described: dict[str, object] = {
        "schema": SCHEMA,
        "corpus": "checkthat",
        "part": found.part,
        "claims": found.claims,
        "posts": found.posts,
        "unscored": found.unscored,
        "weights": found.weights,
        "training_pairs": found.known,
        "measures": {name: round(value, 4) for name, value in found.all.items()},
        "new_claims": {
            "posts": found.new_posts,
            "measures": {name: round(value, 4) for name, value in found.new.items()},
        },
    }
    return json.dumps(described, indent=1, ensure_ascii=False)


def _row(name: str, figures: Mapping[str, float], count: int) -> list[str]:
    return [name, *(f"{value:.4f}" for value in figures.values()), str(count)]
