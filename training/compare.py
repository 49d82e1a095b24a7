"""Two builds on the same texts, attribution by attribution: ``python -m training.compare --before BUILD --after BUILD TEXTS``.

TEXTS is what `sayso judgements --gold` wrote (a file), a folder in PolNeAR's or Citron's form, or a folder of plain
texts (`*.txt`), of which nothing is known: then what either build alone finds is listed. Exit status 1 where something gets worse.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.domain.reading import Reading
from sayso.evaluate.folder import open_folder
from sayso.evaluate.gold import GoldAttribution, Range
from sayso.evaluate.scores import PredictedAttribution, Tokens, Words, every_hop, outermost
from sayso.models.network import load_network_from
from sayso.pipeline import Reader
from training.corpora import read_corrections

LONGEST: Final = 70
"""Code points of a content that are shown."""
_KINDS: Final = {
    "found": ("+", "now right"),
    "dropped": ("+", "no longer found, and none"),
    "lost": ("-", "no longer right"),
    "invented": ("-", "now found, and none"),
}

Marked = GoldAttribution | PredictedAttribution
Roles = tuple[Tokens, Tokens, Tokens]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, what people marked in it (None: nothing is known), and whether only outermost attributions are marked.

    What lies in `left_open` is not compared.
    """

    name: str
    text: str
    gold: tuple[GoldAttribution, ...] | None
    outermost: bool = False
    left_open: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One attribution that two builds see differently: `kind` is a key of `_KINDS`, or "before" and "after" where nothing is known of it."""

    kind: str
    words: str


@dataclass(slots=True)
class Comparison:
    """What changed over all texts, and how much of the gold each build has right."""

    gold: int = 0
    before: int = 0
    after: int = 0
    invented_before: int = 0
    invented_after: int = 0
    changes: list[tuple[str, Change]] | None = None


def changes(text: Text, before: Sequence[Marked], after: Sequence[Marked], total: Comparison) -> Iterator[Change]:
    """What two builds see differently in one text; adds to `total`. An attribution is right where source, cue and content have the same words."""
    words = Words(text.text)
    closed = frozenset(range(len(words))) - words.of(text.left_open)
    one, other = (
        {roles: item for item in found if (roles := _roles(words, item))[1] & closed} for found in (before, after)
    )
    if text.gold is None:
        yield from (Change("before", _shown(text.text, one[roles])) for roles in one if roles not in other)
        yield from (Change("after", _shown(text.text, other[roles])) for roles in other if roles not in one)
        return
    gold = {_roles(words, item): item for item in text.gold if item.cue}
    total.gold += len(gold)
    total.before += len(gold.keys() & one.keys())
    total.after += len(gold.keys() & other.keys())
    total.invented_before += len(one.keys() - gold.keys())
    total.invented_after += len(other.keys() - gold.keys())
    for roles, item in gold.items():
        if (roles in one) != (roles in other):
            yield Change("found" if roles in other else "lost", _shown(text.text, item))
    for kind, here, there in (("dropped", one, other), ("invented", other, one)):
        for roles, found in here.items():
            if roles not in there and roles not in gold:
                yield Change(kind, _shown(text.text, found))


def compare(texts: Iterator[Text], before: Callable[[str], Reading], after: Callable[[str], Reading]) -> Comparison:
    """Read every text with both builds."""
    total = Comparison(changes=[])
    assert total.changes is not None
    for text in texts:
        found = [
            outermost(read(text.text)) if text.outermost else every_hop(read(text.text), carried=False)
            for read in (before, after)
        ]
        total.changes += [(text.name, change) for change in changes(text, *found, total)]
    return total


def read_texts(place: Path) -> Iterator[Text]:
    """The texts of a file or folder. Raises CorpusError where it holds none."""
    if place.is_file():
        for document, left_open in read_corrections(place):
            yield Text(document.name, document.text, document.attributions, left_open=left_open)
        return
    files = sorted(place.glob("*.txt"))
    if files and not any(place.glob("*.ann")):
        for file in files:
            yield Text(file.stem, file.read_bytes().decode("utf-8"), None)
        return
    corpus = open_folder(place)
    for document, _ in corpus.documents():
        yield Text(document.name, document.text, document.attributions, outermost=not corpus.every_depth)


def report(total: Comparison) -> Iterator[str]:
    """The lines for a person: each change under its text, and the counts."""
    name = ""
    for text, change in total.changes or ():
        if text != name:
            name = text
            yield name
        sign, means = _KINDS.get(change.kind, ("·", f"only {change.kind}"))
        yield f"  {sign} {means}: {change.words}"
    if total.gold:
        yield (
            f"{total.gold} marked: right before {total.before}, after {total.after}; "
            f"found and not marked: before {total.invented_before}, after {total.invented_after}"
        )


def _roles(words: Words, item: Marked) -> Roles:
    return words.of(item.source), words.of(item.cue), words.of(item.content)


def _shown(text: str, item: Marked) -> str:
    """source | cue | content."""
    parts = (
        " … ".join(" ".join(text[start:end].split()) for start, end in part)
        for part in (item.source, item.cue, item.content)
    )
    source, cue, content = parts
    return f"{source or 'nobody'} | {cue} | {content if len(content) <= LONGEST else content[: LONGEST - 2] + ' …'}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, required=True, help="a build's folder: the one in use")
    parser.add_argument("--after", type=Path, required=True, help="a build's folder: the one that might be")
    parser.add_argument("--threads", type=int, help="cores (else all)")
    parser.add_argument("texts", type=Path, metavar="TEXTS")
    options = parser.parse_args(arguments)
    before, after = (
        Reader(network=load_network_from(folder, options.threads), packs=()).read_text
        for folder in (options.before, options.after)
    )
    total = compare(read_texts(options.texts), before, after)
    print("\n".join(report(total)))
    return int(any(_KINDS.get(change.kind, " ")[0] == "-" for _, change in total.changes or ()))


if __name__ == "__main__":
    raise SystemExit(main())
