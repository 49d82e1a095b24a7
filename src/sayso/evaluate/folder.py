"""Any folder of annotated texts → a corpus: its form is told by what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from sayso.errors import CorpusError
from sayso.evaluate.citron import is_citron, read_citron, read_json
from sayso.evaluate.corpora import Corpus, with_chains
from sayso.evaluate.gold import GoldDocument
from sayso.evaluate.scores import Words
from sayso.evaluate.standoff import read_standoff

FORMS: Final = (
    "PolNeAR's (text/*.txt with attributions/*.ann, or NAME.txt beside NAME.ann) "
    "or Citron's (*.json, each an object with 'text' and 'quotes')"
)

NESTED: Final = 0.01
"""Share of attributions inside another's content from which a corpus marks every depth: of PolNeAR's 22,026 none is."""

_SHOWN = 5


def open_folder(folder: Path) -> Corpus:
    """The corpus in `folder`, in PolNeAR's or Citron's form, read whole.

    Where attributions inside others are marked, every depth is compared, else outermost ones only. Raises CorpusError where
    there is no such folder, where neither form is in it, or where what is in it is damaged.
    """
    form, read = _recognise(folder)
    documents = list(read())
    inner, marked = _count(documents)
    if not marked:
        raise CorpusError(f"{folder}: {len(documents)} texts in {form} form, and no attribution is marked in them.")
    nested = inner > NESTED * marked
    about = f"{form} form, attributions at every depth" if nested else f"{form} form, outermost attributions"
    if nested:
        return Corpus(folder.resolve().name, about, True, False, lambda: with_chains(iter(documents)))
    return Corpus(folder.resolve().name, about, False, False, lambda: ((item, ()) for item in documents))


def _recognise(folder: Path) -> tuple[str, Callable[[], Iterator[GoldDocument]]]:
    if not folder.is_dir():
        raise CorpusError(f"{folder} is no folder; give one with texts in {FORMS} form.")
    for texts, marks in ((folder / "text", folder / "attributions"), (folder, folder)):
        if any(texts.glob("*.txt")) and any(marks.glob("*.ann")):
            return "PolNeAR's", partial(read_standoff, texts, marks, "polnear")
    files = sorted(folder.rglob("*.json"))
    if files and is_citron(read_json(files[0])):
        return "Citron's", partial(read_citron, files, folder)
    parts = sorted(path.name for path in folder.iterdir() if (path / "text").is_dir())
    if parts:
        raise CorpusError(
            f"{folder} holds parts, and one is scored at a time: {folder / parts[0]} (of {', '.join(parts)})."
        )
    seen = [path.name for path in islice(sorted(folder.iterdir()), _SHOWN + 1)]
    listed = ", ".join(seen[:_SHOWN]) + (", …" if len(seen) > _SHOWN else "") if seen else "nothing"
    raise CorpusError(f"{folder} holds {listed}: no form that is known. It must be in {FORMS} form.")


def _count(documents: list[GoldDocument]) -> tuple[int, int]:
    """Attributions whose cue stands in another's content, and all of them."""
    inner = marked = 0
    for document in documents:
        words = Words(document.text)
        sets = [(words.of(item.cue), words.of(item.content)) for item in document.attributions]
        marked += len(sets)
        inner += sum(
            any(cue and cue <= content for other, (_, content) in enumerate(sets) if other != number)
            for number, (cue, _) in enumerate(sets)
        )
    return inner, marked
