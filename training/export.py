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
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import Network, layers_of

KEPT_FLOAT = ("unary", "pair_cue", "pair_word", "bilinear_cue", "bilinear_word")
"""Heads left in float32: 1.7 MB, and their scores are differences of a few tenths."""


class Outputs(nn.Module):
    """The network as it is exported: one output tensor a kind, without the head that training alone needs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        unary, cue, word, _ = self.network(ids, features, mask)
        return unary, cue, word


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

    state = _mean([torch.load(path, weights_only=True) for path in options.checkpoint])
    network = Network(layers=layers_of(state))
    network.load_state_dict(state)
    network.eval()
    work = options.out / "float32.onnx"
    ids = torch.randint(5, 1000, (2, 40))
    names = ["unary", "cue", "word"]
    torch.onnx.export(
        Outputs(network),
        (ids, torch.zeros_like(ids), torch.ones_like(ids)),
        str(work),
        input_names=["ids", "features", "mask"],
        output_names=names,
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in ("ids", "features", "mask", *names)},
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
    """int8, weights per channel and, unless `full_range`, in seven bits.

    Processors without VNNI add pairs of products in sixteen bits, which eight-bit weights overflow: GUM's spans lost
    two points on them. With seven bits every processor adds the same numbers.
    """
    logging.getLogger().setLevel(logging.ERROR)
    ready = work.with_name("ready.onnx")
    quant_pre_process(str(work), str(ready), skip_symbolic_shape=True)
    graph = onnx.load(str(ready)).graph
    kept = [
        node.name
        for node in graph.node
        if node.op_type in {"MatMul", "Gemm"} and any(h in node.name for h in KEPT_FLOAT)
    ]
    quantize_dynamic(
        str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=not full_range, nodes_to_exclude=kept,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    ready.unlink()


if __name__ == "__main__":
    raise SystemExit(main())
