"""PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018) → gold documents. Only the outermost attribution of a passage is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.evaluate.gold import GoldDocument
from sayso.evaluate.standoff import read_standoff


def read_polnear(folder: Path, part: str) -> Iterator[GoldDocument]:
    """Documents of `folder/part` in order of their names; of several annotators, the first. Raises CorpusError."""
    return read_standoff(folder / part / "text", folder / part / "attributions", "polnear")
