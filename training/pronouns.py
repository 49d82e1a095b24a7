"""Texts with marked pronouns → what the signs weigh by which it is told whom a pronoun means.

    python -m training.pronouns --data ../shared/data             learns, and prints what the weights do on texts kept apart
    python -m training.pronouns --data ../shared/data --write     and writes the shipped weights

It learns from GAP's development part (Webster et al. 2018; Apache-2.0) and from the passages in `written_pronouns/`, invented for this; kept apart are
GAP's validation part and `evaluation/pronouns`. A perceptron with one hidden layer under a softmax over everybody whom a pronoun could mean, and
nobody (listwise). Whom the pronouns before it meant is a sign too, so each round reads the texts with the weights of the last.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

import sayso.languages
from sayso.evaluate.pronouns import MarkedText, PronounScores, evaluate_pronouns, open_pronouns, read_gap, read_passages
from sayso.extract.pronouns import Weighed
from sayso.extract.pronouns.signs import SIGNS
from sayso.extract.ranges import shared
from sayso.languages.pronouns import PronounWeights
from sayso.models.network import load_network
from sayso.pipeline.pronouns import Weighing, prepare

WRITTEN = Path(__file__).parent / "written_pronouns"
APART = Path(__file__).parent.parent / "evaluation"
SHIPPED = Path(str(sayso.languages.__file__)).parent / "en" / "pronouns.json"
HIDDEN, EPOCHS, BATCH, RATE, DECAY, DROPOUT = 24, 12, 32, 3e-3, 1e-3, 0.2
ROUNDS = 2
TOGETHER = 5
REPEATS = 2  # times an epoch reads a written passage: there are half as many pronouns in them as in GAP with its two names each


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A pronoun: the signs of everybody whom it could mean, and of each whether it is meant (1), not (0) or not known (-1)."""

    rows: Tensor
    known: tuple[int, ...]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds gap/ as published")
    parser.add_argument("--write", action="store_true", help="write the weights that are shipped")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(1)
    network = load_network(1)

    def prepared(texts: Sequence[MarkedText]) -> list[tuple[MarkedText, Weighing]]:
        return [(marked, prepare(marked.text, network)) for marked in texts]

    gap = prepared(list(read_gap(options.data / "gap" / "gap-development.tsv")))
    written = prepared(list(read_passages(WRITTEN)))
    apart = {
        name: prepared(list(open_pronouns(name, folder)))
        for name, folder in (("gap", options.data), ("pronouns", APART))
    }
    weights = by_guess()
    for turn in range(options.rounds + 1):
        for name, texts in apart.items():
            print(f"round {turn} {name}: {_figures(texts, weights)}", file=sys.stderr, flush=True)
        if turn < options.rounds:
            cases = [case for marked, weigh in gap for case in cases_of(marked, weigh(weights))]
            cases += [case for marked, weigh in written for case in cases_of(marked, weigh(weights))] * REPEATS
            weights = fit(cases)
    if options.write:
        parts = {name: np.round(getattr(weights, name).astype(float), 4).tolist() for name in ("into", "bias", "out")}
        SHIPPED.write_text(json.dumps(parts, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


def by_guess() -> PronounWeights:
    """Weights by which a pronoun means whom the rules take it for: what the first round reads with."""
    into = np.zeros((SIGNS, 1), np.float32)
    into[SIGNS - 4] = 1  # the sign `guessed`
    return PronounWeights(into, np.zeros(1, np.float32), np.full(1, 2, np.float32))


def cases_of(marked: MarkedText, weighed: Sequence[Weighed]) -> list[Case]:
    """The pronouns of a text of which it is known whom they mean."""
    gold = {pronoun.place: pronoun for pronoun in marked.pronouns}
    cases = []
    for item in weighed:
        pronoun = gold.get((item.pronoun.start, item.pronoun.end))
        if pronoun is None or not item.candidates:
            continue
        known = tuple(
            1 if shared(places, pronoun.is_it) else 0 if shared(places, pronoun.is_not) else -1 for places in item.known
        )
        cases.append(Case(torch.tensor(item.rows), known))
    return cases


def fit(cases: Sequence[Case]) -> PronounWeights:
    """Several perceptrons, learned alike from other beginnings, as one that gives their mean: one alone is a point better or worse by chance."""
    several = [_fit(cases) for _ in range(TOGETHER)]
    return PronounWeights(
        np.concatenate([one.into for one in several], axis=1),
        np.concatenate([one.bias for one in several]),
        np.concatenate([one.out for one in several]) / TOGETHER,
    )


def _fit(cases: Sequence[Case]) -> PronounWeights:
    """Weights that give whom each pronoun means the highest score; nobody has the score 0."""
    network = nn.Sequential(nn.Linear(SIGNS, HIDDEN), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, 1, bias=False))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    shuffled = list(cases)
    for epoch in range(EPOCHS):
        random.shuffle(shuffled)
        for group in optimizer.param_groups:
            group["lr"] = RATE * 0.85**epoch
        for at in range(0, len(shuffled), BATCH):
            batch = shuffled[at : at + BATCH]
            scores = network(torch.cat([case.rows for case in batch])).squeeze(-1)
            parts = scores.split([len(case.rows) for case in batch])
            lost = torch.stack([_lost(part, case.known) for part, case in zip(parts, batch, strict=True)]).mean()
            optimizer.zero_grad()
            lost.backward()
            optimizer.step()
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    return PronounWeights(state["0.weight"].T.copy(), state["0.bias"], state["3.weight"][0])


def _lost(scores: Tensor, known: tuple[int, ...]) -> Tensor:
    chances = F.log_softmax(torch.cat([scores, scores.new_zeros(1)]), 0)
    right = [index for index, is_it in enumerate(known) if is_it == 1]
    if right:
        return -torch.logsumexp(chances[right], 0)
    if all(is_it == 0 for is_it in known):
        return -chances[-1]
    wrong = [index for index, is_it in enumerate(known) if is_it == 0]
    return -torch.log((1 - chances[wrong].exp().sum()).clamp(min=1e-4))


def _figures(texts: Sequence[tuple[MarkedText, Weighing]], weights: PronounWeights) -> str:
    weighings = {marked.text: weigh for marked, weigh in texts}
    scores: PronounScores = evaluate_pronouns(
        (marked for marked, _ in texts),
        lambda text: weighings[text](weights),
    )
    return ", ".join(f"{name} {100 * value:.1f}" for name, value in scores.figures().items())


if __name__ == "__main__":
    raise SystemExit(main())
