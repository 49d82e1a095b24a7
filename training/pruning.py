"""Weights with fewer heads of attention: ``python -m training.pruning --weights F --heads N --data FOLDER --encoder FOLDER --out G``.

The heads of a layer that matter least go (Michel et al. 2019): those of which the loss hangs least on what they put out, over texts of
training. What goes with them is learned again in a run of a few epochs from the result (`training.train --start`).
"""

from __future__ import annotations

import argparse
import random
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.evaluate.polnear import read_polnear
from training.losses import loss, stack
from training.network import HEAD, Network, network_of
from training.targets import cut, prepare
from training.train import batches_of
from training.written import read_written

TEXTS = {"polnear": 150, "written": 1500}
"""Texts that heads are judged on: some 120,000 pieces of either kind."""


def importance(network: Network, batches: list) -> Tensor:
    """How much the loss hangs on each head (layers × heads): the mean of |output · its gradient| over words."""
    network.eval()
    total = torch.zeros(len(network.layers), network.layers[0].heads)
    put_out: dict[int, Tensor] = {}

    def keep(number: int):  # noqa: ANN202 — a hook
        def hook(_: torch.nn.Module, inputs: tuple[Tensor, ...]) -> None:
            inputs[0].retain_grad()
            put_out[number] = inputs[0]

        return hook

    hooks = [layer.out.register_forward_pre_hook(keep(number)) for number, layer in enumerate(network.layers)]
    for batch in batches:
        network.zero_grad()
        loss(network, batch).backward()
        for number, states in put_out.items():
            product = (states * states.grad).float().unflatten(-1, (-1, HEAD)).sum(-1)
            total[number] += product[batch.mask.bool()].abs().sum(0)
    for hook in hooks:
        hook.remove()
    return total


def keep_heads(state: dict[str, Tensor], kept: list[list[int]]) -> dict[str, Tensor]:
    """The weights with only the `kept` heads of each layer."""
    pruned = dict(state)
    for number, heads in enumerate(kept):
        at = torch.cat([torch.arange(head * HEAD, (head + 1) * HEAD) for head in heads])
        size = state[f"layers.{number}.out.weight"].shape[1]
        all_three = torch.cat([at, at + size, at + 2 * size])
        for part in ("weight", "bias"):
            pruned[f"layers.{number}.qkv.{part}"] = state[f"layers.{number}.qkv.{part}"][all_three].clone()
        pruned[f"layers.{number}.out.weight"] = state[f"layers.{number}.out.weight"][:, at].clone()
    return pruned


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--heads", type=int, required=True, help="how many of each layer stay")
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora (README.md)")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    random.seed(0)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    documents = [
        *islice(read_polnear(options.data / "polnear", "train"), TEXTS["polnear"]),
        *islice(read_written(), TEXTS["written"]),
    ]
    batches = [stack(b) for b in batches_of([e for d in documents for e in cut(prepare(d, tokenizer), 254)])]
    state = torch.load(options.weights, weights_only=True)
    found = importance(network_of(state), batches)
    kept = [sorted(row.topk(options.heads).indices.tolist()) for row in found]
    for number, (row, heads) in enumerate(zip(found, kept, strict=True)):
        share = float(row[heads].sum() / row.sum())
        print(f"layer {number}: heads {heads} stay, {share:.0%} of what the loss hangs on")
    torch.save(keep_heads(state, kept), options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
