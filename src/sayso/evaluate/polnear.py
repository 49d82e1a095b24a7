"""PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018) → gold documents.

Brat standoff: `T` lines are spans (`;` between the fragments of a discontinuous one), `E` lines
join a source, a cue and a content. Only the outermost attribution of a passage is marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range


def read_polnear(folder: Path, part: str) -> Iterator[GoldDocument]:
    """Documents of `folder/part` in order of their names; of several annotators, the first."""
    for path in sorted((folder / part / "text").glob("*.txt")):
        text = path.read_bytes().decode()
        annotations = sorted((folder / part / "attributions").glob(f"{path.stem}*.ann"))
        if not annotations:
            raise ValueError(f"{path} has no .ann beside it in {folder / part / 'attributions'}")
        yield GoldDocument(
            name=path.stem,
            corpus="polnear",
            text=text,
            attributions=tuple(_read_attributions(annotations[0])),
            layers=frozenset({"attributions"}),
        )


def _read_attributions(path: Path) -> Iterator[GoldAttribution]:
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in path.read_bytes().decode().split("\n"):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue  # the tail of a mark whose words hold a line break
        if fields[0].startswith("T"):
            _, _, offsets = fields[1].partition(" ")
            spans[fields[0]] = tuple(
                (int(start), int(end)) for start, end in (piece.split() for piece in offsets.split(";"))
            )
        elif fields[0].startswith("E"):
            events.append([(role, key) for role, _, key in (part.partition(":") for part in fields[1].split())])
    for event in events:
        roles: dict[str, list[Range]] = defaultdict(list)
        for role, key in event:
            roles[role.rstrip("0123456789")].extend(spans[key])
        if roles["Cue"] or roles["Content"]:
            yield GoldAttribution(
                source=tuple(sorted(roles["Source"])),
                cue=tuple(sorted(roles["Cue"])),
                content=tuple(sorted(roles["Content"])),
            )
