"""Gold corpora by name: what they hold, where they lie, and how much of a reading is held against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.errors import CorpusError
from sayso.evaluate.gold import GoldDocument
from sayso.evaluate.gum import read_gum
from sayso.evaluate.nested import read_nested
from sayso.evaluate.polnear import read_polnear
from sayso.evaluate.scores import Chained, chains_by_containment

CORPORA: Final = {
    "polnear": "PolNeAR 1.0 dev: outermost attributions in US news",
    "gum": "GUM dev: attributions at every depth, six genres",
    "nested-dev": "sayso's paragraphs with full chains, for development",
    "nested-heldout": "sayso's paragraphs with full chains, held out",
}
"""Names that `evaluate` knows, and what is behind them."""

Marked = tuple[GoldDocument, Sequence[Chained]]
"""A gold document with its chains; none where the corpus marks outermost attributions only."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with what people marked in them.

    `every_depth`: attributions inside others are marked too. `carried`: so are quotations without a cue that go on from
    the paragraph before. `documents` opens the corpus and raises CorpusError, ValueError or OSError where it is damaged.
    """

    name: str
    about: str
    every_depth: bool
    carried: bool
    documents: Callable[[], Iterator[Marked]]


def named_corpus(name: str, data: Path) -> Corpus:
    """The corpus of this name; `data` is the folder that holds `polnear/` and `gum/` as published, or `nested/`.

    Raises CorpusError where the name is unknown or the corpus is not there.
    """
    if name not in CORPORA:
        raise CorpusError(f"There is no corpus {name!r}; choose one of {', '.join(CORPORA)}.")
    place = _place(name, data)
    if not place.exists():
        raise CorpusError(f"{name}: {place} is not there; give the folder that holds it.")
    about = CORPORA[name]
    if name == "polnear":
        return Corpus(name, about, False, False, lambda: ((item, ()) for item in read_polnear(data / name, "dev")))
    if name == "gum":
        return Corpus(name, about, True, False, lambda: with_chains(read_gum(data / name, "dev")))
    return Corpus(name, about, True, True, lambda: ((item.gold, item.chains) for item in read_nested(place)))


def is_there(name: str, data: Path) -> bool:
    """Whether `data` holds the files of the corpus `name`."""
    return _place(name, data).exists()


def with_chains(documents: Iterator[GoldDocument]) -> Iterator[Marked]:
    """Documents of a corpus that marks every depth, but no chains: they are told by what stands in what."""
    for document in documents:
        marked = [item for item in document.attributions if item.cue]
        yield document, chains_by_containment(document.text, marked)


def _place(name: str, data: Path) -> Path:
    kind, _, part = name.partition("-")
    return {
        "polnear": data / "polnear" / "dev" / "text",
        "gum": data / "gum" / "rst" / "dev",
        "nested": data / "nested" / f"{part}.json",
    }[kind]
