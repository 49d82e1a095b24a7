"""Everything that the model is trained on, as gold documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.evaluate.gold import GoldAttribution, GoldDocument, GoldMention, Range
from sayso.evaluate.gum import read_gum
from sayso.evaluate.polnear import read_polnear
from training.names import read_names
from training.silver import find_silver


def read_corpora(data: Path, *, open_data_only: bool) -> Iterator[GoldDocument]:
    """All training documents that people marked. `open_data_only` leaves out PolNeAR, whose texts have no stated licence."""
    if not open_data_only:
        for document in read_polnear(data / "polnear", "train"):
            yield _with_hedges(document)
    for document in read_gum(data / "gum", "train"):
        yield _with_hedges(document)
    yield from read_names(data)


def read_generated(path: Path) -> Iterator[GoldDocument]:
    """What `training.nested.generate` wrote: one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield GoldDocument(
                name=record["name"],
                corpus=record["corpus"],
                text=record["text"],
                attributions=tuple(_attribution(item) for item in record["attributions"]),
                mentions=tuple(GoldMention(*mention) for mention in record["mentions"]),
                hedges=tuple((s, e) for s, e in record["hedges"]),
                layers=frozenset(record["layers"]),
            )


def read_corrections(path: Path) -> Iterator[tuple[GoldDocument, tuple[Range, ...]]]:
    """What `sayso judgements --gold` wrote: each text with its marks, and the words whose cue targets are left open.

    Only the paragraphs that an analyst looked at are taught. Raises ValueError where a line is none of these.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            if record.get("schema") != "sayso.gold/1":
                raise ValueError(
                    f"{path}, line {number}: no sayso.gold/1. Write the file with 'sayso judgements --gold'."
                )
            document = GoldDocument(
                name=record["name"],
                corpus=record["corpus"],
                text=record["text"],
                attributions=tuple(_attribution(item) for item in record["attributions"]),
                layers=frozenset({"attributions", "nested"}),
            )
            judged = [(s, e) for s, e in record["judged"]]
            outside = zip([0, *(e for _, e in judged)], [*(s for s, _ in judged), len(document.text)], strict=True)
            left_open = [(s, e) for s, e in [*outside, *record["open"]] if s < e]
            yield document, tuple(left_open)


def _attribution(item: dict[str, Any]) -> GoldAttribution:
    return GoldAttribution(*(tuple((s, e) for s, e in item[role]) for role in ("source", "cue", "content")))


def _with_hedges(document: GoldDocument) -> GoldDocument:
    return replace(document, hedges=find_silver(document.text).hedges, layers=document.layers | {"hedges"})
