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
HEAD = WIDTH // ATTENTION_HEADS
PAIR, BILINEAR = 160, 48


class Layer(nn.Module):
    """One layer; `heads` of its attention may be fewer than the encoder has (`training.pruning`)."""

    def __init__(self, dropout: float, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """States → states; `mask` is added to the attention's scores, and None where nothing was filled up."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3 * self.heads, HEAD).transpose(1, 2).split(self.heads, dim=1)
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(2, 3) / math.sqrt(HEAD)
            y = torch.softmax(scores if mask is None else scores + mask, dim=-1) @ v
        else:
            # In float32 also under autocast: forth and back this takes half the time of bfloat16 on the CPU.
            with torch.autocast("cpu", enabled=False):
                added = None if mask is None else mask.float()
                y = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=added)
        y = y.transpose(1, 2).reshape(batch, length, self.heads * HEAD)
        x = self.norm1(x + F.dropout(self.out(y), self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Network(nn.Module):
    """ids, features, mask (batch × pieces) → unary scores and the pair scorer's inputs for every piece.

    `outermost` is a head for training alone: cues as PolNeAR counts them outside of every content, acts and showings among
    them. With a head of their own they do not pull at the cues of the written texts, which mark none.
    """

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS, heads: int = ATTENTION_HEADS) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout, heads) for _ in range(layers))
        size = self.sizes()
        self.unary = nn.Linear(WIDTH, size["unary"])
        self.outermost = nn.Linear(WIDTH, size["outermost"])
        self.pair_cue = nn.Linear(WIDTH, size["pair_cue"])
        self.pair_word = nn.Linear(WIDTH, size["pair_word"])
        self.pair_distance = nn.Embedding(DISTANCES, PAIR)
        nn.init.normal_(self.pair_distance.weight, std=0.05)
        self.pair_out = nn.Linear(PAIR, len(ARGUMENT))
        self.bilinear_cue = nn.Linear(WIDTH, size["bilinear_cue"])
        self.bilinear_word = nn.Linear(WIDTH, size["bilinear_word"])
        self.dropout = dropout

    @staticmethod
    def sizes() -> dict[str, int]:
        """How many scores each head gives a piece."""
        return {
            "unary": sum(len(labels) for labels in HEADS.values()),
            "outermost": len(CUE),
            "pair_cue": PAIR,
            "pair_word": PAIR,
            "bilinear_cue": len(ARGUMENT) * BILINEAR,
            "bilinear_word": len(ARGUMENT) * BILINEAR,
        }

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


def network_of(state: dict[str, Tensor]) -> Network:
    """A network with these weights; how many layers and heads it has is told by them."""
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    network = Network(layers=layers, heads=state["layers.0.out.weight"].shape[1] // HEAD)
    network.load_state_dict(state)
    return network


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
