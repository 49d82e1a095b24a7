"""Fine-tune the network: ``python -m training.train --data FOLDER --encoder FOLDER --out FOLDER``.

Writes a checkpoint after each epoch and goes on from the newest one. bfloat16 autocast on the CPU
is a third faster than float32 where the processor has it, and 18 times slower where it has not; weights stay float32.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.evaluate.gold import GoldDocument
from sayso.models.network import Network as ReadingNetwork
from sayso.models.network import load_network_from
from training.corpora import read_corpora, read_corrections, read_generated
from training.inner import label_inner
from training.losses import loss, stack
from training.network import Network, choose_layers, load_encoder, network_of
from training.targets import Example, Prepared, cue_words, cut, prepare, prepare_outermost
from training.written import read_written

PIECES_A_BATCH = 2048
WINDOW_SIZES = (254, 254, 254, 200, 128)
WARM_UP = 0.08
AVERAGING = 0.99  # what the shadow weights keep of themselves each time
AVERAGED_EVERY = 4  # steps
REPEATS = {"gum": 2}
WRITTEN_TURNS = 3  # an epoch, each with quotation marks in another style
CORRECTIONS_TURNS = 4  # an epoch: they are few, and what a newsroom cares for


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, help="the folder of corpora (README.md); without it, texts of our own only"
    )
    parser.add_argument("--corrections", type=Path, help="your own: what `sayso judgements --gold` wrote")
    parser.add_argument("--corrections-turns", type=int, default=CORRECTIONS_TURNS, help="times an epoch reads them")
    parser.add_argument("--nested", type=int, default=2500, help="generated texts an epoch, new ones each time")
    parser.add_argument(
        "--encoder",
        type=Path,
        required=True,
        help="folder of model.safetensors and tokenizer.json; with --start, of the latter",
    )
    parser.add_argument("--start", type=Path, help="weights (networkN.pt, or a mean of them) to go on from")
    parser.add_argument("--teacher", type=Path, help="exported build that labels what PolNeAR leaves unmarked")
    parser.add_argument(
        "--distil", type=Path, help="weights of a deeper network that teaches this one its probabilities and states"
    )
    parser.add_argument(
        "--layers", type=_layers, help="which layers of --start a shallower network begins with, as in 0,1,3,5"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of checkpoints, outside the repository")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--share", type=_share, action="append", default=[], help="CORPUS=PART of its texts an epoch, drawn anew"
    )
    parser.add_argument("--turns", type=int, default=WRITTEN_TURNS, help="times an epoch reads the written texts")
    parser.add_argument("--open-data-only", action="store_true", help="leave out what has no stated licence")
    options = parser.parse_args(arguments)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)

    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    documents = list(read_corpora(options.data, open_data_only=options.open_data_only)) if options.data else []
    teacher = load_network_from(options.teacher, options.threads) if options.teacher else None
    known = _known_cues(options.out) if any(_marks_outermost(document) for document in documents) else frozenset()
    prepared = [
        item
        for document in documents
        for item in [_prepare(document, tokenizer, teacher, known)] * REPEATS.get(document.corpus, 1)
    ]
    _say(f"{len(documents)} documents, {sum(len(p.pieces) for p in prepared)} pieces an epoch")
    corrected = [
        prepare(document, tokenizer, left_open)
        for document, left_open in (read_corrections(options.corrections) if options.corrections else ())
    ]
    if options.corrections:
        taught = sum(len(item.rows) for item in corrected)
        _say(
            f"{len(corrected)} corrected texts, {taught} attributions in them, {options.corrections_turns} times an epoch"
        )

    network = _begin(options.start, options.layers, options.encoder)
    deeper = network_of(torch.load(options.distil, weights_only=True)).eval() if options.distil else None
    shadow = {name: value.detach().clone() for name, value in network.state_dict().items()}
    heads = [
        p for n, p in network.named_parameters() if n.split(".")[0] not in {"words", "positions", "norm", "layers"}
    ]
    body = [p for n, p in network.named_parameters() if n.split(".")[0] in {"words", "positions", "norm", "layers"}]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": 5 * options.rate}], weight_decay=0.01, fused=True
    )
    shares = dict(options.share)
    done = 0
    for epoch in range(options.epochs):
        if (options.out / f"epoch{epoch}.pt").exists():
            done = epoch + 1
    if done:
        state = torch.load(options.out / f"epoch{done - 1}.pt", weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        shadow = state["shadow"]
    for epoch in range(done, options.epochs):
        nested = options.out / f"nested{epoch}.jsonl"
        _generate(nested, options.nested, seed=1000 * options.seed + epoch + 1)
        fresh = [prepare(document, tokenizer) for document in read_generated(nested)]
        written = [
            prepare(document, tokenizer)
            for turn in range(options.turns)
            for document in read_written(seed=options.turns * epoch + turn)
        ]
        _say(f"{len(fresh)} generated texts, {sum(len(p.pieces) for p in fresh)} pieces")
        _say(f"{len(written)} written texts, {sum(len(p.pieces) for p in written)} pieces")
        drawn = [item for item in prepared if random.random() < shares.get(item.document.corpus, 1.0)]
        rates = Rates(options.rate, epoch, options.epochs)
        _run_epoch(
            network, drawn + fresh + written + corrected * options.corrections_turns, optimizer, rates, shadow, deeper
        )
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "shadow": shadow}
        torch.save(state, options.out / f"epoch{epoch}.part")
        (options.out / f"epoch{epoch}.part").rename(options.out / f"epoch{epoch}.pt")
        torch.save(shadow, options.out / f"network{epoch}.pt")
        (options.out / f"epoch{epoch - 1}.pt").unlink(missing_ok=True)
    return 0


def _begin(start: Path | None, layers: tuple[int, ...] | None, encoder: Path) -> Network:
    """The network that training begins with: a run's weights or some layers of them, else the bare encoder."""
    if start is None:
        network = Network()
        load_encoder(network, encoder)
        return network
    state = torch.load(start, weights_only=True)
    return network_of(choose_layers(state, layers) if layers else state)


def _prepare(
    document: GoldDocument, tokenizer: Tokenizer, teacher: ReadingNetwork | None, known: frozenset[str]
) -> Prepared:
    """Targets of a document that people marked; with a teacher, inner attributions are taken from it where they marked none."""
    if not _marks_outermost(document):
        return prepare(document, tokenizer)
    return prepare_outermost(document, tokenizer, label_inner(document, teacher) if teacher else None, known)


def _marks_outermost(document: GoldDocument) -> bool:
    """Whether people marked its outermost attributions and no inner ones, as PolNeAR's did."""
    return "attributions" in document.layers and "nested" not in document.layers


def _known_cues(out: Path) -> frozenset[str]:
    """Words of the cues of our own texts, written and generated."""
    sample = out / "known.jsonl"
    _generate(sample, 2000, seed=0)
    documents = (*read_written(), *read_generated(sample))
    return frozenset(
        word
        for document in documents
        for item in document.attributions
        for span in item.cue
        for word in cue_words(document.text[slice(*span)])
    )


def _generate(path: Path, count: int, *, seed: int) -> None:
    command = [sys.executable, "-m", "training.nested.generate", "--count", str(count), "--seed", str(seed)]
    subprocess.run([*command, "--out", str(path)], check=True)


@dataclass(frozen=True, slots=True)
class Rates:
    """The learning rates of one epoch of several: linear warm-up over the whole run, then linear decay to nothing.

    By the share of the run that is done, and not by a number of steps: the written texts may grow from epoch to epoch.
    """

    body: float
    epoch: int
    epochs: int

    def at(self, done: float) -> tuple[float, float]:
        """Rates of the encoder and of the heads when `done` of this epoch is done."""
        progress = (self.epoch + done) / self.epochs
        part = progress / WARM_UP if progress < WARM_UP else (1 - progress) / (1 - WARM_UP)
        return self.body * part, 5 * self.body * part


def _layers(value: str) -> tuple[int, ...]:
    return tuple(int(number) for number in value.split(","))


def _share(value: str) -> tuple[str, float]:
    corpus, _, part = value.partition("=")
    return corpus, float(part)


def _run_epoch(
    network: Network,
    prepared: list[Prepared],
    optimizer: torch.optim.Optimizer,
    rates: Rates,
    shadow: dict[str, Tensor],
    teacher: Network | None,
) -> None:
    network.train()
    began, losses = time.monotonic(), []
    batches = list(batches_of([example for item in prepared for example in cut(item, random.choice(WINDOW_SIZES))]))
    for count, batch in enumerate(batches, 1):
        for group, rate in zip(optimizer.param_groups, rates.at((count - 0.5) / len(batches)), strict=True):
            group["lr"] = rate
        lost = loss(network, stack(batch), teacher)
        optimizer.zero_grad()
        lost.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        if count % AVERAGED_EVERY == 0:
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    shadow[name].lerp_(value, 1 - AVERAGING)
        losses.append(lost.item())
        if count % 50 == 0 or count == len(batches):
            recent = np.mean(losses[-50:])
            _say(f"epoch {rates.epoch} batch {count}/{len(batches)} loss {recent:.3f} {time.monotonic() - began:.0f} s")


def batches_of(examples: list[Example]) -> list[list[Example]]:
    """Windows of like length together, each batch within a number of pieces."""
    random.shuffle(examples)
    examples.sort(key=lambda example: len(example.ids) + random.random() * 24)
    batches: list[list[Example]] = [[]]
    for example in examples:
        widest = max([len(example.ids), *(len(other.ids) for other in batches[-1])])
        if batches[-1] and widest * (len(batches[-1]) + 1) > PIECES_A_BATCH:
            batches.append([])
        batches[-1].append(example)
    random.shuffle(batches)
    return batches


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
