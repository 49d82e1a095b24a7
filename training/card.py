"""Two builds → the model card: ``python -m training.card --full FOLDER --open FOLDER --data ../shared/data --out CARD.md``.

A build is a folder that `training.export` wrote. Both are run over the same corpora, so that the figures of the build
without PolNeAR stand beside those of the one that is shipped. A corpus that is not there is left out, which the card says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate.corpora import CORPORA, is_there
from sayso.evaluate.evaluation import evaluate
from sayso.models.network import load_network_from
from sayso.pipeline import Reader

HERE = Path(__file__).resolve().parent
SHIPPED = ("network.onnx", "pairs.bin", "tokenizer.json")
OUTERMOST = {
    **{f"{role} {kind}": f"{role}, {how}" for role in ("source", "cue", "content") for kind, how in
       (("exact", "exactly the same words"), ("token", "word by word"))},
    "whole exact": "whole attributions, all three exact",
    "whole overlap": "whole attributions, all three overlap",
}  # fmt: skip
CHAINS = {
    "chain exact": "full chains, exact",
    "chain near": "full chains, content at least 80 % alike",
    "chain exact depth 2+": "chains of two or more hops, exact",
    "chain near depth 2+": "chains of two or more hops, content at least 80 % alike",
    "paragraphs complete": "share of paragraphs of which every nested chain is exact",
}
NAMES = {
    f"mention {kind}": f"mentions: {kind}s"
    for kind in ("person", "organisation", "place", "group", "title", "date", "number")
}
LINES = {"polnear": OUTERMOST, "gum": {**OUTERMOST, **CHAINS, **NAMES}, "nested-dev": CHAINS, "nested-heldout": CHAINS}


@dataclass(frozen=True, slots=True)
class Build:
    """One build: its model's name, each file's size and SHA-256; by corpus, its figures and how many each rests on."""

    name: str
    files: Mapping[str, tuple[int, str]]
    figures: Mapping[str, Mapping[str, float]]
    gold: Mapping[str, Mapping[str, int]]


def recall(described: Path) -> Build:
    """A build that was measured before, from its record (`training/open_build.json`): figures of the rules of its day."""
    record = json.loads(described.read_bytes())
    files = {name: (size, digest) for name, (size, digest) in record["files"].items()}
    return Build(record["name"], files, record["figures"], record["gold"])


def measure(folder: Path, data: Path, nested: Path, threads: int | None) -> Build:
    """Load the build in `folder`, its digests checked, and run it over every corpus that is there."""
    network = load_network_from(folder, threads)
    reader = Reader(threads, network)
    described = json.loads((folder / "model.json").read_bytes())
    figures: dict[str, Mapping[str, float]] = {}
    gold: dict[str, Mapping[str, int]] = {}
    for corpus in CORPORA:
        place = nested if corpus.startswith("nested") else data
        if not is_there(corpus, place):
            print(f"{folder}: {corpus} is not in {place} and is left out", file=sys.stderr)
            continue
        found = evaluate(corpus, place, reader.read_text)
        figures[corpus] = found.figures()
        gold[corpus] = {name: score.gold for name, score in found.measures().items()}
        if found.chains is not None:
            gold[corpus] = {**gold[corpus], "paragraphs complete": found.chains.paragraphs}
        print(f"{folder}: {corpus} measured", file=sys.stderr, flush=True)
    files = {name: ((folder / name).stat().st_size, described["files"][name]) for name in SHIPPED}
    return Build(network.model.name, files, figures, gold)


def card(full: Build, open_data: Build) -> str:
    """The card as Markdown."""
    return "\n".join([*_head(full, open_data), *_data(), *_training(), *_figures(full, open_data), *_limits(),
                      *_files("Shipped", full), *_files("Open-data build", open_data)])  # fmt: skip


def _head(full: Build, open_data: Build) -> Iterator[str]:
    yield f"""\
# Model card: {full.name}

A network that marks who says what in English news: cues at any depth with their sources and contents, names and other
mentions, hedges. {_megabytes(full)} MB, int8, runs on a CPU. Written by `training/card.py`; do not edit by hand.

The weights in this folder are the **full build, `{full.name}`**. The **open-data build, `{open_data.name}`**, is
trained without the texts that carry no stated licence; its figures stand beside.

## Intended use

- Finding attributions in English news and reports, for a person who reads and checks them: each finding points to its
  words in the text.
- As part of sayso, whose rules join chains, tell parties apart, and read stance and certainty.

Not intended: deciding whether a statement is true; judging or profiling a person; acting on what it finds without
reading the passage; other languages than English.
"""


def _data() -> Iterator[str]:
    yield """\
## Data

| data | used for | terms as stated by its authors | full | open |
|---|---|---|---|---|
| PolNeAR 1.0, train: 840 US news articles of 2015–16 | attributions (outermost) | the texts carry no stated licence; released for modelling | yes | no |
| GUM, train, six genres (news, interview, academic, court, bio, voyage) | attributions (all depths), names | annotations CC BY 4.0; texts CC BY 2.5 and 4.0, of bio and voyage CC BY-SA 3.0 | yes | yes |
| Universal NER: English EWT, PUD | names | CC BY-SA | yes | yes |
| WikiGold, Broad Twitter Corpus | names | CC BY 4.0 | yes | yes |
| generated texts (`training/nested`) | attributions (all depths), names, hedges | the project's own, Apache-2.0 | yes | yes |
| 7,797 paragraphs written for the project (`training/written`) | attributions (all depths) | the project's own, Apache-2.0 | yes | not yet |
| PolNeAR, train, labelled by the run before (`training/inner.py`) | inner attributions | as PolNeAR | yes | no |
| CheckThat! 2020 task 2, train: 800 posts | the 37 weights by which `sayso trace` and `sayso evaluate` rank claims (`ranking-weights.json`), no network | free for research | yes | yes |
| GAP, development part: 2,000 paragraphs; 360 invented passages (`training/written_pronouns`) | what the signs weigh by which it is told whom “he” and “she” mean (`languages/en/pronouns.json`), no network | Apache-2.0; the project's own | yes | yes |
| encoder weights: all-MiniLM-L6-v2 | the network to start from | Apache-2.0 | yes | yes |

Hedges, and dates, numbers, groups and titles where a corpus leaves them unmarked, are marked by rule
(`training/silver.py`). No text of these corpora is in the weights' folder or anywhere else in this repository.
Dev and test parts of PolNeAR and GUM, and the paragraphs in `evaluation/nested`, are trained on in neither build.

Whether weights trained on a text carry its terms is not settled law. Whoever must rule out texts without a stated licence
takes the open-data build: `python -m training.train --open-data-only` makes it.
"""


def _training() -> Iterator[str]:
    yield """\
## Training

On a CPU; AdamW, weight decay 0.01; batches of 2,048 pieces; dropout 0.1; gradients clipped at 1; warm-up over the first 8 % of the
steps, then linear decay; the heads learn five times as fast as the encoder.

Full build, eight runs. First: six epochs at 2e-4 from the encoder, with 2,500 newly generated texts in each, inner cues of PolNeAR masked.
Second: four epochs at 1.5e-4 from the first, with the written texts that there were (1,680) and inner attributions of PolNeAR's train
part as the first run labels them where it is sure (`training/inner.py`). Third: three epochs at 1.5e-4 from the second's int8 build
(`training/restore.py`) and labelled by it, with 3,653 written texts twice in each, 500 generated ones, half of PolNeAR and parts of the rest drawn anew
(the command is in `training/README.md`); the mean of the running averages after its three epochs was `sayso-en-3`. Fourth: three epochs at 1.5e-4
from that int8 build and labelled by it, with 4,706 written texts in the first and 6,135 in the others, 250 generated ones, half of PolNeAR. Of the
written texts, in the last two epochs, the outermost words that have no mark and stand beside no cue taught nothing. Two parts of its
running average after the last epoch and three of `sayso-en-3` were `sayso-en-4`. Fifth: three epochs at 1.5e-4 from that, 6,135 and then 6,708 written
texts, half of PolNeAR; from here on PolNeAR's outermost cues have a head of their own in training, and the shared one does not learn cues of whose
words none is one in our own texts (a tenth of PolNeAR's: acts). Sixth: three epochs at 1e-4 from the mean of the fifth's first and last, with 6,708, 7,320
and 7,570 written texts and 0.4 of PolNeAR; two parts of its running average after its last epoch and one of the fifth's after its first were `sayso-en-5`.
These networks have six layers. Two parts of `sayso-en-5` and one of `sayso-en-3` taught a network of four layers (its own 1, 2, 3 and 5) their probabilities for every word and their
last states, beside the marks (`training/losses.py`), in the seventh run: four epochs of five at 2.5e-4 with 7,630 written texts, 0.7 of PolNeAR. Three of the twelve heads
of attention in each layer, those that mattered least (`training/pruning.py`), were taken away, and the eighth run of three epochs at 2e-4, with 7,797 written texts,
made up for it. Shipped is its running average after the last.

Open-data build: two epochs at 2e-4 from the encoder, made before there were written texts, the running average after the
last; fewer, for want of time, and measured with the rules of 2026-11-23, so its figures are a lower bound. On the present nested paragraphs it was
not measured.
"""


def _figures(full: Build, open_data: Build) -> Iterator[str]:
    yield "## Figures\n"
    yield (
        "F1 in per cent, unless the line says share; under gold, how many items it rests on (few say little). Spans are compared as sets of words; every line is defined in"
        " `docs/evaluation.md`.\n"
    )
    for corpus, lines in LINES.items():
        yield f"### {CORPORA[corpus]} (`{corpus}`)\n"
        if corpus not in full.figures and corpus not in open_data.figures:
            yield "Not measured: the corpus was not there.\n"
            continue
        yield "| | gold | full | open data |\n|---|---|---|---|"
        for name, label in lines.items():
            cells = (_percent(build.figures.get(corpus, {}).get(name)) for build in (full, open_data))
            count = full.gold.get(corpus, open_data.gold.get(corpus, {})).get(name)
            yield f"| {label} | {'–' if count is None else format(count, ',')} | {' | '.join(cells)} |"
        yield ""


def _limits() -> Iterator[str]:
    yield """\
## Limits and biases

- It learned from US news of 2015–16 about an election, and from English Wikipedia, Wikinews, travel guides, interviews,
  academic texts, court transcripts and tweets. Expect more mistakes in other countries' news, in older texts, in speech written down
  and in text translated from other languages.
- Nested attributions were learned from generated and from invented texts: what nobody thought of is not in them. The paragraphs that nesting is measured on here are few and invented, too, and real
  texts with marked chains are fewer still (the gold column of GUM).
- PolNeAR marks outermost attributions only, so a cue inside a content that only real news would show can be missed.
- Names that are rare in English news are found less often and cut wrongly more often. The lists of first names and
  nationalities that the rules use are short and lean to Europe, North America and the Russian-speaking countries.
- Pronouns for persons are resolved by lists of first names with a gender; a person outside them may be left open or
  mistaken. “They” for one person is taken for several.
- Hedges in training are marked by a rule, so the network knows little more of them than the rule.
- A content that runs on beyond 254 word pieces is cut. Scores are not calibrated.
- Weights are in seven bits of int8, so that processors with and without VNNI add the same numbers; scores may still differ in their last digits.
- No figure here measures parties, stance, factuality or the checks, which are rules and not part of the weights.
"""


def _files(title: str, build: Build) -> Iterator[str]:
    yield f"## {title}: files\n\n| file | bytes | SHA-256 |\n|---|---|---|"
    for name, (size, digest) in build.files.items():
        yield f"| `{name}` | {size:,} | `{digest}` |"
    yield ""


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _megabytes(build: Build) -> str:
    return f"{sum(size for size, _ in build.files.values()) / 1e6:.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", type=Path, required=True, help="folder of the build that is shipped")
    parser.add_argument(
        "--open", type=Path, required=True, help="folder of the build without unlicensed texts, or the record of it"
    )
    parser.add_argument("--data", type=Path, required=True, help="holds polnear/ and gum/")
    parser.add_argument("--nested", type=Path, default=HERE.parent / "evaluation", help="holds nested/")
    parser.add_argument("--out", type=Path, required=True, help="the card to write")
    parser.add_argument("--threads", type=int)
    options = parser.parse_args(arguments)
    full = measure(options.full, options.data, options.nested, options.threads)
    open_data = (
        recall(options.open)
        if options.open.is_file()
        else measure(options.open, options.data, options.nested, options.threads)
    )
    options.out.write_text(card(full, open_data), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
