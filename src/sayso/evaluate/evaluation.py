"""A gold corpus read by the pipeline and scored; the pipeline is passed in, so that no weights are needed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.domain.mention import MentionKind
from sayso.domain.reading import Reading
from sayso.errors import CorpusError
from sayso.evaluate.corpora import Corpus, Marked, named_corpus
from sayso.evaluate.differences import Difference, differences
from sayso.evaluate.mentions import score_mentions
from sayso.evaluate.scores import (
    DEEPEST,
    PRF,
    ROLES,
    AttributionScores,
    ChainScores,
    chains,
    every_hop,
    outermost,
    score_chains,
    score_document,
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out on one corpus.

    `unscored` counts gold attributions that were left out because they have no cue (GUM's bylines and credits);
    `chains` is None where the corpus marks outermost attributions only; `mentions` is empty where it marks no names.
    """

    corpus: str
    about: str
    documents: int
    words: int
    unscored: int
    scores: AttributionScores
    chains: ChainScores | None = None
    differences: tuple[Difference, ...] = ()
    mentions: Mapping[MentionKind, PRF] = field(default_factory=dict)

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
        found |= {f"mention {kind}": score for kind, score in self.mentions.items()}
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
    """Read every text of the corpus named `corpus` in the folder `data` with `read` and score it.

    Raises CorpusError where the corpus is unknown, missing or damaged.
    """
    return evaluate_corpus(named_corpus(corpus, data), read)


def evaluate_corpus(corpus: Corpus, read: Callable[[str], Reading]) -> Evaluation:
    """Read every text of `corpus` with `read` and score it. Raises CorpusError where it is empty or damaged."""
    documents, words, unscored, scores, by_depth = 0, 0, 0, AttributionScores(), ChainScores()
    listed: list[Difference] = []
    mentions: dict[MentionKind, PRF] = {}
    for document, gold_chains in _opened(corpus):
        reading = read(document.text)
        if reading.document.text != document.text:
            raise CorpusError(f"{document.name}: the pipeline changed the text, so that spans cannot be compared.")
        every = every_hop(reading, carried=corpus.carried)
        gold, predicted, inner = document.attributions, outermost(reading), every
        if corpus.every_depth:
            gold, predicted, inner = tuple(item for item in gold if item.cue or corpus.carried), every, []
        unscored += len(document.attributions) - len(gold)
        scores += score_document(document.text, gold, predicted)
        by_depth += score_chains(document.text, gold_chains, chains(reading, carried=corpus.carried))
        listed += differences(replace(document, attributions=gold), predicted, inner)
        if "mentions" in document.layers:
            named = score_mentions(document.text, document.mentions, reading.mentions)
            mentions = {kind: mentions.get(kind, PRF()) + score for kind, score in named.items()}
        documents, words = documents + 1, words + len(document.text.split())
    if not documents:
        raise CorpusError(f"{corpus.name}: there is no text in it.")
    depths = by_depth if corpus.every_depth else None
    return Evaluation(corpus.name, corpus.about, documents, words, unscored, scores, depths, tuple(listed), mentions)


def _opened(corpus: Corpus) -> Iterator[Marked]:
    try:
        yield from corpus.documents()
    except (ValueError, OSError) as error:
        raise CorpusError(f"{corpus.name}: {error}") from error
