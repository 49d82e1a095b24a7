"""What a network loses on a batch of windows: against what people marked, and against what a deeper network says of it.

The second is distillation (Hinton et al. 2015): the student learns the teacher's probabilities for every word, marked or not, and,
where both are as wide, the teacher's last states (Romero et al. 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from sayso.models.distance import distance_buckets
from sayso.models.labels import CUE, HEADS
from training.network import Network
from training.targets import IGNORED, Example

BFLOAT16 = torch.cpu._is_avx512_bf16_supported()  # noqa: SLF001 — torch has no public question for it
WEIGHTS: Final = {"cue": 2.0, "argument": 4.0, "mention": 1.0, "hedge": 0.5, "outermost": 2.0}
SIZES: Final = [len(labels) for labels in HEADS.values()]

MARKED, TAUGHT, STATES = 0.5, 0.5, 2.0
"""How much the marks, the teacher's probabilities and its last states weigh beside one another."""

Outputs = tuple[Tensor, Tensor, Tensor, Tensor]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side (windows × pieces), the shorter ones filled up; `words` are first pieces of words."""

    examples: Sequence[Example]
    ids: Tensor
    features: Tensor
    mask: Tensor
    words: Tensor


def stack(examples: Sequence[Example]) -> Batch:
    """The windows as tensors."""
    return Batch(
        examples,
        ids=_stack([e.ids for e in examples], 0),
        features=_stack([e.features for e in examples], 0),
        mask=_stack([np.ones_like(e.ids) for e in examples], 0),
        words=_stack([e.first for e in examples], 0).bool(),
    )


def loss(network: Network, batch: Batch, teacher: Network | None = None) -> Tensor:
    """What the network loses, one number; with a teacher, against both."""
    states, outputs = _run(network, batch)
    marked = _marked(network, batch, outputs)
    if teacher is None:
        return marked
    with torch.no_grad():
        known, said = _run(teacher, batch)
    return (
        MARKED * marked
        + TAUGHT * _taught(network, teacher, batch, outputs, said)
        + STATES * _apart(states, known, batch)
    )


def _run(network: Network, batch: Batch) -> tuple[Tensor, Outputs]:
    with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
        states = network.encode(batch.ids, batch.features, batch.mask)
        unary, cue, word, outermost = network.read_out(states)
    return states.float(), (unary.float(), cue.float(), word.float(), outermost.float())


def _marked(network: Network, batch: Batch, outputs: Outputs) -> Tensor:
    unary, _, _, outermost = outputs
    cues, _, mentions, hedges = unary.split(SIZES, dim=-1)
    examples = batch.examples
    loss = WEIGHTS["cue"] * _cross_entropy(cues, _stack([e.cue for e in examples], IGNORED))
    loss = loss + WEIGHTS["outermost"] * _cross_entropy(outermost, _stack([e.outermost for e in examples], IGNORED))
    loss = loss + WEIGHTS["mention"] * _cross_entropy(mentions, _stack([e.mention for e in examples], IGNORED))
    loss = loss + WEIGHTS["hedge"] * _cross_entropy(hedges, _stack([e.hedge for e in examples], IGNORED))
    where = [(i, at) for i, example in enumerate(examples) for at, _ in example.rows]
    if where:
        rows = _stack([labels for e in examples for _, labels in e.rows], IGNORED)
        rows = F.pad(rows, (0, batch.ids.shape[1] - rows.shape[1]), value=IGNORED)
        i, at = (torch.tensor(index) for index in zip(*where, strict=True))
        loss = loss + WEIGHTS["argument"] * _cross_entropy(_pairs(network, outputs, i, at), rows)
    return loss


def _taught(network: Network, teacher: Network, batch: Batch, outputs: Outputs, said: Outputs) -> Tensor:
    """Cross entropy with the teacher's probabilities, for all words; its arguments for the cues that people marked and those it sees."""
    parts = zip(outputs[0].split(SIZES, dim=-1), said[0].split(SIZES, dim=-1), HEADS, strict=True)
    words = batch.words
    loss = WEIGHTS["outermost"] * _soft(outputs[3][words], said[3][words])
    cues = torch.zeros_like(words)
    for ours, theirs, head in parts:
        if head == "cue":
            cues = words & (theirs.argmax(-1) == CUE.index("B"))
        if head != "argument":
            loss = loss + WEIGHTS[head] * _soft(ours[words], theirs[words])
    for number, example in enumerate(batch.examples):
        for at, _ in example.rows:
            cues[number, at] = True
    i, at = cues.nonzero(as_tuple=True)
    if len(i):
        ours, theirs = _pairs(network, outputs, i, at), _pairs(teacher, said, i, at)
        loss = loss + WEIGHTS["argument"] * _soft(ours[words[i]], theirs[words[i]])
    return loss


def _apart(states: Tensor, known: Tensor, batch: Batch) -> Tensor:
    """Squared distance of two networks' last states, in variances of the second."""
    there = batch.mask.bool()
    return F.mse_loss(states[there], known[there]) / known[there].var()


def _pairs(network: Network, outputs: Outputs, i: Tensor, at: Tensor) -> Tensor:
    """Argument scores of cues, each the piece `at` of window `i`: (cues × pieces × labels)."""
    unary, cue, word, _ = outputs
    arguments = unary.split(SIZES, dim=-1)[1]
    width = word.shape[1]
    distances = torch.from_numpy(np.stack([distance_buckets(a, width) for a in at.tolist()]))
    return network.score_pairs(arguments[i], cue[i, at], word[i], distances)


def _soft(scores: Tensor, taught: Tensor) -> Tensor:
    return -(F.softmax(taught, -1) * F.log_softmax(scores, -1)).sum(-1).mean()


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    flat = targets.flatten()
    kept = flat != IGNORED
    if not bool(kept.any()):
        return scores.sum() * 0.0
    return F.cross_entropy(scores.flatten(0, 1)[kept], flat[kept])


def _stack(arrays: Sequence[np.ndarray], fill: int) -> Tensor:
    width = max(len(array) for array in arrays)
    return torch.from_numpy(np.stack([np.pad(a, (0, width - len(a)), constant_values=fill) for a in arrays]))
