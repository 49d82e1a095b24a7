"""A gold corpus read by the pipeline and scored; the pipeline is passed in, so that no weights are needed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.domain.reading import Reading
from sayso.errors import CorpusError
from sayso.evaluate.gold import GoldDocument
from sayso.evaluate.gum import read_gum
from sayso.evaluate.nested import read_nested
from sayso.evaluate.polnear import read_polnear
from sayso.evaluate.scores import (
    DEEPEST,
    PRF,
    ROLES,
    AttributionScores,
    Chained,
    ChainScores,
    chains,
    chains_by_containment,
    every_hop,
    outermost,
    score_chains,
    score_document,
)

CORPORA: Final = {
    "polnear": "PolNeAR 1.0 dev: outermost attributions in US news",
    "gum": "GUM dev: attributions at every depth, six genres",
    "nested-dev": "sayso's paragraphs with full chains, for development",
    "nested-heldout": "sayso's paragraphs with full chains, held out",
}
"""Names that `evaluate` knows, and what is behind them."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out on one corpus.

    `unscored` counts gold attributions that were left out because they have no cue (GUM's bylines and credits);
    `chains` is None where the corpus marks outermost attributions only.
    """

    corpus: str
    documents: int
    words: int
    unscored: int
    scores: AttributionScores
    chains: ChainScores | None = None

    def measures(self) -> dict[str, PRF]:
        """Every count by the name that tables and floors know it by ("source exact", "chain exact depth 2")."""
        found: dict[str, PRF] = {}
        for role in ROLES:
            found[f"{role} exact"] = self.scores.exact[role]
            found[f"{role} token"] = self.scores.token[role]
        found["whole exact"] = self.scores.whole_exact
        found["whole overlap"] = self.scores.whole_overlap
        if self.chains is not None:
            for kind, overall, nested, by_depth in (
                ("exact", self.chains.exact_overall, self.chains.exact_nested, self.chains.exact),
                ("near", self.chains.near_overall, self.chains.near_nested, self.chains.near),
            ):
                found[f"chain {kind}"] = overall
                found[f"chain {kind} depth 2+"] = nested
                for depth, score in by_depth.items():
                    found[f"chain {kind} depth {depth_name(depth)}"] = score
        return found

    def figures(self) -> dict[str, float]:
        """F1 of every measure, and the shares of paragraphs of which every nested chain is right; for floors."""
        found = {name: score.f1 for name, score in self.measures().items() if score.gold}
        if self.chains is not None and self.chains.paragraphs:
            found["paragraphs complete"] = self.chains.complete / self.chains.paragraphs
            found["paragraphs clean"] = self.chains.clean / self.chains.paragraphs
        return found


def depth_name(depth: int) -> str:
    """The depth as tables show it; the deepest counts all deeper chains with it."""
    return f"{depth}+" if depth == DEEPEST else str(depth)


def evaluate(corpus: str, data: Path, read: Callable[[str], Reading]) -> Evaluation:
    """Read every text of `corpus` with `read` and score it.

    `data` is the folder that holds the corpora: `polnear/` and `gum/` (as they are published), or `nested/`
    (`evaluation/` of the repository). Raises CorpusError where the corpus is unknown, missing or damaged.
    """
    if corpus not in CORPORA:
        raise CorpusError(f"There is no corpus {corpus!r}; choose one of {', '.join(CORPORA)}.")
    documents, words, unscored, scores, by_depth = 0, 0, 0, AttributionScores(), ChainScores()
    for document, gold_chains in _corpus(corpus, data):
        reading = read(document.text)
        if reading.document.text != document.text:
            raise CorpusError(f"{document.name}: the pipeline changed the text, so that spans cannot be compared.")
        gold = document.attributions
        if corpus == "gum":
            gold = tuple(item for item in gold if item.cue)
        unscored += len(document.attributions) - len(gold)
        predicted = outermost(reading) if corpus == "polnear" else every_hop(reading, carried=corpus != "gum")
        scores += score_document(document.text, gold, predicted)
        by_depth += score_chains(document.text, gold_chains, chains(reading, carried=corpus != "gum"))
        documents, words = documents + 1, words + len(document.text.split())
    if not documents:
        raise CorpusError(f"{corpus}: no text in {data}.")
    return Evaluation(corpus, documents, words, unscored, scores, None if corpus == "polnear" else by_depth)


def is_there(corpus: str, data: Path) -> bool:
    """Whether `data` holds the files of `corpus`."""
    return _place(corpus, data).exists()


def _place(corpus: str, data: Path) -> Path:
    kind, _, part = corpus.partition("-")
    return {
        "polnear": data / "polnear" / "dev" / "text",
        "gum": data / "gum" / "rst" / "dev",
        "nested": data / "nested" / f"{part}.json",
    }[kind]


def _corpus(corpus: str, data: Path) -> Iterator[tuple[GoldDocument, Sequence[Chained]]]:
    """Each gold document with its chains, empty where the corpus has none."""
    place = _place(corpus, data)
    if not place.exists():
        raise CorpusError(f"{corpus}: {place} is not there; give the folder that holds it.")
    try:
        if corpus == "polnear":
            for document in read_polnear(data / "polnear", "dev"):
                yield document, ()
        elif corpus == "gum":
            for document in read_gum(data / "gum", "dev"):
                yield (
                    document,
                    chains_by_containment(document.text, [item for item in document.attributions if item.cue]),
                )
        else:
            for nested in read_nested(place):
                yield nested.gold, nested.chains
    except (ValueError, OSError) as error:
        raise CorpusError(f"{corpus}: {error}") from error
