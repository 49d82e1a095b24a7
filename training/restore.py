"""A shipped build → weights to go on from: ``python -m training.restore --build FOLDER --out FILE``.

The checkpoints of a training run are not kept; the build is. Its int8 weights, multiplied out, start a further run
(`training.train --start`): what int8 rounded off is learned again within the first steps.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from sayso.models.labels import CUE
from sayso.models.network import load_network_from
from training.export import HEADS_TOGETHER
from training.network import Network, network_of


def restore(build: Path) -> dict[str, Tensor]:
    """The state of a `training.network.Network` whose scores are those of `build`, up to how int8 rounds activations."""
    graph = onnx.load(str(build / "network.onnx")).graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = {name: value for name, value in values.items() if name.split(".")[0] in {"features", "norm", "layers"}}
    found["words.weight"] = values["words.table"].astype(np.float32) * values["words.scale"]
    found["positions.weight"] = values["positions"]
    products: dict[str, np.ndarray] = {}
    for node in graph.node:
        name = node.name.removeprefix("/").rpartition("/")[0].replace("/", ".")
        if node.op_type == "MatMulInteger":
            products[name] = _multiplied_out(values, node.input[1].removesuffix("_quantized")).T
        elif node.op_type == "MatMul" and node.input[1] in values:
            products[name] = values[node.input[1]].T
    heads, bias = products.pop("heads"), values["heads.bias"]
    found |= {f"{name}.weight": value for name, value in products.items()}
    sizes = [Network.sizes()[name] for name in HEADS_TOGETHER]
    for name, (low, high) in zip(HEADS_TOGETHER, pairwise(np.cumsum([0, *sizes]).tolist()), strict=True):
        found |= {f"{name}.weight": heads[low:high], f"{name}.bias": bias[low:high]}
    pairs = load_network_from(build).pairs
    found |= {
        "pair_distance.weight": pairs.distance,
        "pair_out.weight": pairs.out.T,
        "pair_out.bias": pairs.bias,
    }
    for part in ("weight", "bias"):  # of the head that no build has: it starts as a copy of the cue head
        found[f"outermost.{part}"] = found[f"unary.{part}"][: len(CUE)]
    state = {name: torch.from_numpy(np.array(value, np.float32)) for name, value in found.items()}
    try:
        network_of(state)
    except (RuntimeError, KeyError, ValueError) as error:
        raise SystemExit(f"{build} is not a build of this network: {error}") from error
    return state


def _multiplied_out(values: dict[str, np.ndarray], name: str) -> np.ndarray:
    """int8 × scale: one scale for all, or one a column."""
    whole = values[f"{name}_quantized"].astype(np.float32)
    result: np.ndarray = (whole - values[f"{name}_zero_point"].astype(np.float32)) * values[f"{name}_scale"]
    return result


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True, help="folder of network.onnx, pairs.bin and model.json")
    parser.add_argument("--out", type=Path, required=True, help="file of weights, for training.train --start")
    options = parser.parse_args(arguments)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(restore(options.build), options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
