"""Wordings of invented claims → the vector model's weights: ``python -m training.claims --encoder D --out FILE``.

`training/stories/*.txt` hold invented documents in which the passages of each claim are marked, `training/claims/*.txt` stories' claims with some wordings of each and no
document around them. Two wordings of one claim are drawn together, those of other claims of the same story and what nobody marked pushed apart (supervised contrastive loss,
Khosla et al. 2020, over whole stories), so that the vectors tell what is said and not only what it is about. So that they stay vectors of any text, the cosines of other texts (`--keep`, one a line) are held where they were.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from sayso.domain.paragraphs import find_paragraphs
from sayso.models.pieces import CLS, SEP
from training.marked import read_marked
from training.network import Network, load_encoder

logger = logging.getLogger(__name__)

FOLDER = Path(__file__).parent / "claims"
LONGEST = 96
"""Word pieces of a wording that are looked at."""
TEMPERATURE = 0.07
STORIES = 3
"""Stories in a batch."""
PARTS = 4
"""Runs of the network for a batch, by length."""
KEPT = 32
"""Other texts in a batch."""
OTHERS, SHORT = 40, 30
"""Sentences of a story that nobody marked which are pushed away in a batch, at most, and code points of those that are too short for it."""
NO_CLAIM = -1
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[\"“‘'A-Z0-9])")


@dataclass(frozen=True, slots=True)
class InventedStory:
    """A story's claims, each with its wordings, and what is said in it besides."""

    name: str
    claims: tuple[tuple[str, ...], ...]
    others: tuple[str, ...] = ()


def read_invented(folder: Path = FOLDER) -> Iterator[InventedStory]:
    """Every story of the folder's lists of wordings, in order."""
    for path in sorted(folder.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
        for part in "\n".join(lines).strip().removeprefix("## ").split("\n## "):
            name, _, rest = part.partition("\n")
            yield InventedStory(name, tuple(tuple(block.strip().split("\n")) for block in rest.strip().split("\n\n")))


def read_passages(folder: Path) -> Iterator[InventedStory]:
    """Every marked story of a folder: the passages of each claim, and the sentences that nobody marked."""
    for story in read_marked(folder):
        others: list[str] = []
        for item in story.documents:
            text = item.document.text
            marked = [
                (passage.start, passage.end)
                for claim in story.claims
                for passage in claim.passages
                if passage.file == item.file
            ]
            others += [
                text[start:end]
                for paragraph in find_paragraphs(text)
                for start, end in _sentences(text, *paragraph)
                if end - start > SHORT and not any(low < end and start < high for low, high in marked)
            ]
        claims = tuple(tuple(passage.exact for passage in claim.passages) for claim in story.claims)
        yield InventedStory(story.name, claims, tuple(others))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def encode(network: Network, tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    """Unit vectors of texts; long and short ones go through the network apart, which halves what is filled up."""
    pieces = [[CLS, *tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST], SEP] for text in texts]
    order = sorted(range(len(pieces)), key=lambda place: len(pieces[place]))
    size = -(-len(order) // PARTS)
    parts = [order[at : at + size] for at in range(0, len(order), size)]
    found = torch.cat([_encode(network, [pieces[place] for place in part]) for part in parts])
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return found[back]


def _encode(network: Network, pieces: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, pieces))
    ids = torch.tensor([[*item, *[0] * (longest - len(item))] for item in pieces])
    mask = torch.tensor([[1.0] * len(item) + [0.0] * (longest - len(item)) for item in pieces])
    states = network.encode(ids, torch.zeros_like(ids), mask)
    means = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    return F.normalize(means, dim=-1)


def contrast(vectors: Tensor, claims: Tensor, temperature: float = TEMPERATURE) -> Tensor:
    """The supervised contrastive loss: every other wording of a claim is to be nearer than those of other claims.

    What is of `NO_CLAIM` is pushed away and draws nothing.
    """
    itself = torch.eye(len(vectors), dtype=torch.bool)
    scores = (vectors @ vectors.T / temperature).masked_fill(itself, -1e4)
    logs = scores - scores.logsumexp(1, keepdim=True)
    same = (claims[:, None] == claims[None, :]) & ~itself & (claims[:, None] != NO_CLAIM)
    usable = same.any(1)
    return -((logs * same).sum(1)[usable] / same.sum(1)[usable]).mean()


def train(
    network: Network,
    tokenizer: Tokenizer,
    groups: Sequence[Sequence[InventedStory]],
    kept: Sequence[str],
    out: Path,
    *,
    rounds: int,
    rate: float,
    holding: float,
    seed: int = 0,
) -> None:
    """`rounds` over all stories; a batch holds stories of one group. The weights after each round are left beside `out`."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    old: dict[str, Tensor] = {}
    network.eval()
    with torch.no_grad():
        for at in range(0, len(kept), 64):
            old |= dict(zip(kept[at : at + 64], encode(network, tokenizer, kept[at : at + 64]), strict=True))
    network.words.weight.requires_grad_(False)
    network.positions.weight.requires_grad_(False)
    optimiser = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=0.01)
    steps = rounds * sum((len(group) + STORIES - 1) // STORIES for group in groups)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.1 * steps), (steps - step) / (0.9 * steps))
    )
    network.train()
    for turn in range(rounds):
        batches = []
        for group in groups:
            order = list(group)
            rng.shuffle(order)
            batches += [order[at : at + STORIES] for at in range(0, len(order), STORIES)]
        rng.shuffle(batches)
        losses = []
        for batch in batches:
            texts, claims = _batch(batch, rng)
            loss = contrast(encode(network, tokenizer, texts), torch.tensor(claims))
            losses.append(float(loss.detach()))
            if kept and holding:
                some = rng.sample(list(kept), min(KEPT, len(kept)))
                before = torch.stack([old[item] for item in some])
                now = encode(network, tokenizer, some)
                loss = loss + holding * ((now @ now.T - before @ before.T) ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        logger.info("round %d of %d: loss %.3f", turn + 1, rounds, sum(losses) / len(losses))
        torch.save(network.state_dict(), out.with_suffix(f".{turn + 1}{out.suffix}"))
    network.eval()


def _batch(stories: Sequence[InventedStory], rng: random.Random) -> tuple[list[str], list[int]]:
    texts: list[str] = []
    claims: list[int] = []
    for place, story in enumerate(stories):
        for number, claim in enumerate(story.claims):
            texts += claim
            claims += [place * 1000 + number] * len(claim)
        others = rng.sample(story.others, min(OTHERS, len(story.others)))
        texts += others
        claims += [NO_CLAIM] * len(others)
    return texts, claims


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="file of the trained weights")
    parser.add_argument("--keep", type=Path, help="texts whose cosines are to stay, one a line")
    parser.add_argument("--stories", type=Path, default=FOLDER.parent / "stories", help="folder of marked stories")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--holding", type=float, default=20.0, help="weight of the cosines that are to stay")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network()
    load_encoder(network, options.encoder)
    kept = options.keep.read_text(encoding="utf-8").splitlines() if options.keep else []
    train(
        network, tokenizer, [list(read_invented()), list(read_passages(options.stories))], kept, options.out,
        rounds=options.rounds, rate=options.rate, holding=options.holding,
    )  # fmt: skip
    torch.save(network.state_dict(), options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
