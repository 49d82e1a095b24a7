"""Name corpora in column formats → gold documents with their mentions.

UNER (Mayhew et al. 2024), WikiGold (Balasuriya et al. 2009), Broad Twitter Corpus (Derczynski et al. 2016).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.evaluate.gold import GoldDocument, GoldMention
from training.silver import find_silver

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "?"}
_NO_BLANK_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}’]|'s|n't|'\w+|’\w+)$")
SENTENCES_TOGETHER = 6


def read_names(data: Path) -> Iterator[GoldDocument]:
    """All three corpora; what they leave unmarked (dates, numbers, groups, titles) is marked by rule."""
    for path in sorted((data / "uner").glob("*.iob2")):
        yield from _documents("uner", path, columns=(1, 2))
    yield from _documents(
        "wikigold", data / "wikigold_btc/wikigold/CONLL-format/data/wikigold.conll.txt", columns=(0, 1)
    )
    for path in sorted((data / "wikigold_btc/BTC/CONLL-format/data").glob("*.conll")):
        yield from _documents("btc", path, columns=(0, 1))


def _documents(corpus: str, path: Path, *, columns: tuple[int, int]) -> Iterator[GoldDocument]:
    sentences = list(_sentences(path.read_text(encoding="utf-8"), columns))
    step = 1 if corpus == "btc" else SENTENCES_TOGETHER
    for at in range(0, len(sentences), step):
        document = _document(corpus, f"{path.stem}-{at}", sentences[at : at + step])
        # Seven tweets in ten name nobody: they teach little and cost a third of an epoch.
        if corpus != "btc" or document.mentions:
            yield document


def _sentences(text: str, columns: tuple[int, int]) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.startswith("# "):
            continue
        fields = line.split("\t") if "\t" in line else line.split()
        if len(fields) < 2:
            if rows:
                yield rows
            rows = []
        elif fields[columns[0]] != "-DOCSTART-":
            rows.append((fields[columns[0]], fields[columns[1]]))
    if rows:
        yield rows


def _document(corpus: str, name: str, sentences: Iterable[list[tuple[str, str]]]) -> GoldDocument:
    text = ""
    mentions: list[GoldMention] = []
    for sentence in sentences:
        before = "O"
        for word, tag in sentence:
            if text and not _NO_BLANK_BEFORE.match(word) and not text.endswith(("(", "“", "$", "#", "@")):
                text += " "
            start, text = len(text), text + word
            kind = KINDS.get(tag[2:], "?") if tag != "O" else None
            if kind is not None:
                # WikiGold is IOB1: an I- after O or another kind begins a mention.
                if tag[0] == "I" and before[2:] == tag[2:] and before != "O":
                    start = mentions.pop().start
                mentions.append(GoldMention(start, len(text), kind))
            before = tag
    silver = find_silver(text)
    taken = [(m.start, m.end) for m in mentions if m.kind != "?"]
    added = [m for m in silver.mentions if not any(m.start < end and start < m.end for start, end in taken)]
    masked = [m for m in mentions if m.kind == "?" and not any(m.start < o.end and o.start < m.end for o in added)]
    # Masks first, so that a mark that overlaps one wins.
    return GoldDocument(
        name, corpus, text, (), (*masked, *(m for m in mentions if m.kind != "?"), *added), silver.hedges,
        frozenset({"mentions", "hedges"}),
    )  # fmt: skip
