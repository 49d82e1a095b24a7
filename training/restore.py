"""A shipped build → weights to go on from: ``python -m training.restore --build FOLDER --out FILE``.

The checkpoints of a training run are not kept; the build is. Its int8 weights, multiplied out, start a further run
(`training.train --start`): what int8 rounded off is learned again within the first steps.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from sayso.models.labels import CUE
from sayso.models.network import load_network_from
from training.network import Network

WORDS = "network.words.weight"
_SUFFIXES = ("_quantized", "_scale", "_zero_point")


def restore(build: Path) -> dict[str, Tensor]:
    """The state of a `training.network.Network` whose scores are those of `build`, up to how int8 rounds activations."""
    graph = onnx.load(str(build / "network.onnx")).graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    state = dict(Network().state_dict())
    found: dict[str, np.ndarray] = {
        name.removeprefix("network."): value
        for name, value in values.items()
        if name.startswith("network.") and _plain(name)
    }
    for name in {
        name.removesuffix("_quantized")
        for name in values
        if name.startswith("network.") and name.endswith("_quantized")
    }:
        found[name.removeprefix("network.")] = _multiplied_out(values, name)
    for node in graph.node:
        if node.op_type not in {"MatMul", "MatMulInteger"} or not node.name.startswith("/network/"):
            continue
        weight = node.input[1]
        name = _parameter(node.name)
        if name is None:
            continue
        if node.op_type == "MatMul" and weight in values:
            found[name] = values[weight].T
        elif node.op_type == "MatMulInteger":
            found[name] = _multiplied_out(values, weight.removesuffix("_quantized")).T
    pairs = load_network_from(build).pairs
    found |= {
        "pair_distance.weight": pairs.distance,
        "pair_out.weight": pairs.out.T,
        "pair_out.bias": pairs.bias,
    }
    for part in ("weight", "bias"):  # of the head that no build has: it starts as a copy of the cue head
        found[f"outermost.{part}"] = found[f"unary.{part}"][: len(CUE)]
    missing = sorted(set(state) - set(found))
    wrong = [name for name in state if name in found and tuple(found[name].shape) != tuple(state[name].shape)]
    if missing or wrong:
        raise SystemExit(f"{build} is not a build of this network: missing {missing}, of another shape {wrong}.")
    return {name: torch.from_numpy(np.array(found[name], np.float32)) for name in state}


def _plain(name: str) -> bool:
    return not name.endswith(_SUFFIXES)


def _multiplied_out(values: dict[str, np.ndarray], name: str) -> np.ndarray:
    """int8 × scale: one scale for all, or one a column."""
    whole = values[f"{name}_quantized"].astype(np.float32)
    result: np.ndarray = (whole - values[f"{name}_zero_point"].astype(np.float32)) * values[f"{name}_scale"]
    return result


def _parameter(node: str) -> str | None:
    """The parameter that a matrix product of the exported graph multiplies with ("/network/layers.0/qkv/MatMul_quant")."""
    parts = node.removeprefix("/network/").split("/")
    if not parts[-1].startswith("MatMul") or len(parts) < 2:
        return None
    return ".".join([*parts[:-1], "weight"])


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
