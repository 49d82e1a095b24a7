"""Checkpoint → the files that are shipped: ``python -m training.export --checkpoint F --encoder D --out D``.

The network becomes ONNX in float32, then int8: weights per channel, activations dynamic. The pair
scorer's own weights are written beside it, since it runs outside the network.
"""

from __future__ import annotations

import argparse
import json
import logging
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import WIDTH, Network, network_of

HEADS_TOGETHER = ("unary", "pair_cue", "bilinear_cue", "pair_word", "bilinear_word")
"""The heads that are read with, in the order in which their scores stand side by side: unary, cue side, word side."""


class Rows(nn.Module):
    """An embedding table of signed bytes, each row with its own scale: 11.8 MB where float32 takes 46.9."""

    table: Tensor
    scale: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-12) / 127
        self.register_buffer("table", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.table[ids].float() * self.scale[ids]


class Reading(nn.Module):
    """The network as it is read with: ids, features (one window, nothing filled up) → all scores of a piece side by side.

    The heads are one product; the head that training alone needs is left out.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.words = Rows(network.words.weight.detach())
        self.positions = nn.Parameter(network.positions.weight.detach().clone())
        self.features = network.features
        self.norm = network.norm
        self.layers = network.layers
        sides = [network.get_submodule(name) for name in HEADS_TOGETHER]
        self.heads = nn.Linear(WIDTH, sum(Network.sizes()[name] for name in HEADS_TOGETHER))
        with torch.no_grad():
            self.heads.weight.copy_(torch.cat([side.weight for side in sides]))
            self.heads.bias.copy_(torch.cat([side.bias for side in sides]))

    def forward(self, ids: Tensor, features: Tensor) -> Tensor:
        x = self.norm(self.words(ids) + self.positions[: ids.shape[1]] + self.features(features))
        for layer in self.layers:
            x = layer(x, None)
        return self.heads(x)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--checkpoint",
        type=Path,
        required=True,
        nargs="+",
        help="networkN.pt of training.train; of several, their mean",
    )
    parser.add_argument("--encoder", type=Path, required=True, help="folder of tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder of the shipped files")
    parser.add_argument("--name", required=True, help="the model's name, in every reading")
    parser.add_argument("--full-range", action="store_true", help="weights over all of int8; see _quantise")
    parser.add_argument("--float32", action="store_true", help="do not quantise, to see what quantising costs")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)

    network = network_of(_mean([torch.load(path, weights_only=True) for path in options.checkpoint])).eval()
    work = options.out / "float32.onnx"
    ids = torch.randint(5, 1000, (1, 40))
    torch.onnx.export(
        Reading(network),
        (ids, torch.zeros_like(ids)),
        str(work),
        input_names=["ids", "features"],
        output_names=["scores"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "features", "scores")},
        opset_version=17,
        dynamo=False,
    )
    if options.float32:
        work.replace(options.out / "network.onnx")
    else:
        _quantise(work, options.out / "network.onnx", full_range=options.full_range)
        work.unlink()

    pairs = [network.pair_distance.weight, network.pair_out.weight.T, network.pair_out.bias]
    arrays = [np.ascontiguousarray(part.detach().numpy(), dtype=np.float32) for part in pairs]
    (options.out / "pairs.bin").write_bytes(b"".join(array.tobytes() for array in arrays))
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    (options.out / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    files = {
        name: sha256((options.out / name).read_bytes()).hexdigest()
        for name in ("network.onnx", "pairs.bin", "tokenizer.json")
    }
    described = {"name": options.name, "files": files, "pairs": [list(array.shape) for array in arrays]}
    (options.out / "model.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    return 0


def _mean(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Weights between the last epochs: as good on one corpus as the one, on another as the other."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def _quantise(work: Path, out: Path, *, full_range: bool) -> None:
    """int8, weights per channel and, unless `full_range`, in seven bits; the heads too: in float32 they took a tenth of the time and gained nothing.

    Processors without VNNI add pairs of products in sixteen bits, which eight-bit weights overflow: GUM's spans lost
    two points on them. With seven bits every processor adds the same numbers.
    """
    logging.getLogger().setLevel(logging.ERROR)
    ready = work.with_name("ready.onnx")
    quant_pre_process(str(work), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=not full_range,
        op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    ready.unlink()


if __name__ == "__main__":
    raise SystemExit(main())
