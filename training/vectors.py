"""all-MiniLM-L6-v2 → the second packaged model: ``python -m training.vectors --encoder D --trained F --out src/sayso/models/en``.

Texts become unit vectors: the mean of the last states, scaled to length 1. Word embeddings are kept in int8 with a scale a
row; matrices in int8 with a scale a column, activations dynamic. The vocabulary is the first model's, so its file is shared.
"""

from __future__ import annotations

import argparse
import json
import logging
from hashlib import sha256
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.export import Rows
from training.network import Network, load_encoder


class Vectors(nn.Module):
    """ids (batch × pieces, [CLS] and [SEP] with them, nothing padded) → unit vectors (batch × 384)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.words = Rows(network.words.weight.detach())
        self.positions = nn.Parameter(network.positions.weight.detach().clone())
        self.norm = network.norm
        self.layers = network.layers

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        x = self.norm(self.words(ids) + self.positions[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, None)
        return nn.functional.normalize(x.mean(1), dim=-1), nn.functional.normalize(x, dim=-1)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder of the shipped files, the first model's too")
    parser.add_argument(
        "--trained", type=Path, help="weights that training.claims has written, in the place of the encoder's"
    )
    parser.add_argument("--name", default="sayso-en-vectors-1", help="the model's name")
    parser.add_argument("--layers", type=int, default=6, help="how many of the encoder's layers to keep")
    parser.add_argument("--float32", action="store_true", help="do not quantise, to see what quantising costs")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    network = Network()
    load_encoder(network, options.encoder)
    if options.trained is not None:
        network.load_state_dict(torch.load(options.trained))
    network.eval()
    del network.layers[options.layers :]
    export(network, options.out, float32=options.float32)
    describe(options.out, options.encoder, options.name)
    return 0


def export(network: Network, out: Path, *, float32: bool = False) -> None:
    """Write `vectors.onnx`."""
    logging.getLogger().setLevel(logging.ERROR)
    work, ready = out / "float32.onnx", out / "ready.onnx"
    torch.onnx.export(
        Vectors(network).eval(),
        (torch.randint(5, 1000, (2, 40)),),
        str(work),
        input_names=["ids"],
        output_names=["vectors", "states"],
        dynamic_axes={"ids": {0: "texts", 1: "pieces"}, "vectors": {0: "texts"}, "states": {0: "texts", 1: "pieces"}},
        opset_version=17,
        dynamo=False,
    )
    if float32:
        work.replace(out / "vectors.onnx")
        return
    quant_pre_process(str(work), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready), str(out / "vectors.onnx"), weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    ready.unlink()
    work.unlink()


def describe(out: Path, encoder: Path, name: str) -> None:
    """Write `vectors.json`, and `tokenizer.json` where the first model has not put it there already."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    vocabulary = out / "tokenizer.json"
    if not vocabulary.exists():
        vocabulary.write_text(tokenizer.to_str(), encoding="utf-8")
    elif Tokenizer.from_file(str(vocabulary)).to_str() != tokenizer.to_str():
        raise SystemExit(f"{vocabulary} has another vocabulary than {encoder}: the two models cannot share it.")
    files = {file: sha256((out / file).read_bytes()).hexdigest() for file in ("vectors.onnx", "tokenizer.json")}
    (out / "vectors.json").write_text(json.dumps({"name": name, "files": files}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
