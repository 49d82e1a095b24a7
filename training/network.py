"""The network: MiniLM's encoder, unary heads, and a scorer of (cue, word) pairs.

The encoder is BERT (Devlin et al. 2019) in MiniLM's size (Wang et al. 2020): 6 layers, 384 wide,
12 heads. A pair's score is that of a small perceptron on the cue's and the word's states and their
distance, plus a bilinear term (Dozat and Manning 2017), plus the word's own unary score.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from sayso.models.labels import ARGUMENT, CUE, DISTANCES, HEADS
from sayso.models.pieces import FEATURES

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
PAIR, BILINEAR = 160, 48


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        heads = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        q, k, v = heads.permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(2, 3) / math.sqrt(WIDTH // ATTENTION_HEADS)
            y = torch.softmax(scores + mask, dim=-1) @ v
        else:
            # In float32 also under autocast: forth and back this takes half the time of bfloat16 on the CPU.
            with torch.autocast("cpu", enabled=False):
                y = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask.float())
        y = y.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + F.dropout(self.out(y), self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Network(nn.Module):
    """ids, features, mask (batch × pieces) → unary scores and the pair scorer's inputs for every piece.

    `outermost` is a head for training alone: cues as PolNeAR counts them outside of every content, acts and showings among
    them. With a head of their own they do not pull at the cues of the written texts, which mark none.
    """

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.unary = nn.Linear(WIDTH, sum(len(labels) for labels in HEADS.values()))
        self.outermost = nn.Linear(WIDTH, len(CUE))
        self.pair_cue = nn.Linear(WIDTH, PAIR)
        self.pair_word = nn.Linear(WIDTH, PAIR)
        self.pair_distance = nn.Embedding(DISTANCES, PAIR)
        nn.init.normal_(self.pair_distance.weight, std=0.05)
        self.pair_out = nn.Linear(PAIR, len(ARGUMENT))
        self.bilinear_cue = nn.Linear(WIDTH, len(ARGUMENT) * BILINEAR)
        self.bilinear_word = nn.Linear(WIDTH, len(ARGUMENT) * BILINEAR)
        self.dropout = dropout

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(positions)[None] + self.features(features)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = ((1 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return F.dropout(x, self.dropout, self.training)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Unary scores; the cue side and the word side of the pair scorer (perceptron, then bilinear); outermost cues."""
        return self.read_out(self.encode(ids, features, mask))

    def read_out(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The heads' outputs for the encoder's last states."""
        cue = torch.cat([self.pair_cue(x), self.bilinear_cue(x)], dim=-1)
        word = torch.cat([self.pair_word(x), self.bilinear_word(x)], dim=-1)
        return self.unary(x), cue, word, self.outermost(x)

    def score_pairs(self, unary: Tensor, cue: Tensor, word: Tensor, distances: Tensor) -> Tensor:
        """Rows of cues against all words of their window: (rows × pieces × labels).

        `unary` and `word` are already gathered by row; `cue` is one vector a row.
        """
        hidden = F.relu(cue[:, None, :PAIR] + word[..., :PAIR] + self.pair_distance(distances))
        left = cue[:, PAIR:].view(-1, 1, len(ARGUMENT), BILINEAR)
        right = word[..., PAIR:].view(*word.shape[:2], len(ARGUMENT), BILINEAR)
        bilinear = (left * right).sum(-1) / math.sqrt(BILINEAR)
        return self.pair_out(hidden) + bilinear + unary


def layers_of(state: dict[str, Tensor]) -> int:
    """How many layers a network with these weights has."""
    return 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))


def choose_layers(state: dict[str, Tensor], chosen: Sequence[int]) -> dict[str, Tensor]:
    """The weights of a shallower network that has only the `chosen` layers, in this order, and everything else as it is."""
    place = {layer: number for number, layer in enumerate(chosen)}
    kept: dict[str, Tensor] = {}
    for name, value in state.items():
        kind, _, rest = name.partition(".")
        if kind != "layers":
            kept[name] = value
            continue
        layer, _, parameter = rest.partition(".")
        if int(layer) in place:
            kept[f"layers.{place[int(layer)]}.{parameter}"] = value
    return kept


def load_encoder(network: Network, folder: Path) -> None:
    """Fill the encoder with the weights of a BERT checkpoint in `folder`/model.safetensors."""
    weights = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    with torch.no_grad():
        network.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        network.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        network.positions.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
        _copy(network.norm, weights, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            at = f"encoder.layer.{i}"
            for part in ("weight", "bias"):
                joined = [weights[f"{at}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(joined))
            _copy(layer.out, weights, f"{at}.attention.output.dense")
            _copy(layer.norm1, weights, f"{at}.attention.output.LayerNorm")
            _copy(layer.up, weights, f"{at}.intermediate.dense")
            _copy(layer.down, weights, f"{at}.output.dense")
            _copy(layer.norm2, weights, f"{at}.output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
