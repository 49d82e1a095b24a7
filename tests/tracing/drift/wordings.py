"""Invented pairs of wordings, read and described; what changed between them is known.

.venv/bin/python -m tests.tracing.drift.wordings pairs.toml kept.toml   # precision and recall by kind
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.domain.claim import DriftKind
from sayso.domain.document import Document, document_id
from sayso.domain.span import Span
from sayso.pipeline import Reader
from sayso.tracing.describing import describe
from sayso.tracing.statement import Statement

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pair:
    """Two wordings, and the kinds of what changed from the first to the second."""

    name: str
    up: str
    down: str
    drift: frozenset[DriftKind]
    claim: str = ""
    outlets: tuple[str | None, str | None] = (None, None)
    published: tuple[str | None, str | None] = (None, None)


def load(name: str) -> list[Pair]:
    """The pairs of a file in this folder."""
    values = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["pair"]
    return [
        Pair(
            name=item["name"],
            up=item["up"].strip(),
            down=item["down"].strip(),
            drift=frozenset(DriftKind(kind) for kind in item.get("drift", "").split()),
            claim=item.get("claim", ""),
            outlets=_two(item.get("by")),
            published=_two(item.get("published")),
        )
        for item in values
    ]


def _two(words: str | None) -> tuple[str | None, str | None]:
    if words is None:
        return None, None
    left, _, right = words.partition("|")
    return left.strip() or None, right.strip() or None


@cache
def reader() -> Reader:
    """One reader for all pairs."""
    return Reader(1)


def statements(pair: Pair) -> tuple[list[Statement], list[Statement]]:
    """The claim's statements in the first text and in the second."""
    both = []
    for order, text in enumerate((pair.up, pair.down)):
        head, blank, _ = text.partition("\n\n")
        titled = bool(blank) and not head.endswith(".")
        document = Document(
            id=document_id(f"{pair.name} {order}", text.encode()),
            text=text,
            outlet=pair.outlets[order],
            published=pair.published[order],
            headline=Span.of(text, 0, len(head)) if titled else None,
            language="en",
        )
        found = describe(reader().read_document(document), order).statements
        both.append([item for item in found if re.search(pair.claim, item.text, re.IGNORECASE)])
    return both[0], both[1]


@dataclass
class Score:
    """What was found of what is there."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is there."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def score(pairs: Iterable[Pair]) -> tuple[dict[DriftKind, Score], list[str]]:
    """Scores by kind, and a line for each pair that came out otherwise than it is."""
    scores = {kind: Score() for kind in DriftKind}
    lines = []
    for pair in pairs:
        changes = found(pair)
        kinds = Counter(changes)
        for kind in DriftKind:
            has, is_there = kind in kinds, kind in pair.drift
            scores[kind].right += has and is_there
            scores[kind].wrong += has and not is_there
            scores[kind].missed += is_there and not has
        if set(kinds) != pair.drift:
            missed = " ".join(sorted(pair.drift - set(kinds))) or "-"
            extra = " ".join(sorted(set(kinds) - pair.drift)) or "-"
            lines.append(f"{pair.name}: missed {missed}; too many {extra}")
            lines += [f"      {changes[kind]}" for kind in sorted(set(kinds) - pair.drift)]
    return scores, lines


def found(pair: Pair) -> dict[DriftKind, str]:
    """The kinds of change that are found in a pair, each with its reason."""
    from sayso.tracing.drift import find_drift

    up, down = statements(pair)
    if not up or not down:
        return {}
    edges = [(up[0].document.id, down[0].document.id)]
    return {item.kind: item.why for item in find_drift(edges, [*up, *down])}


def table(scores: dict[DriftKind, Score]) -> Iterator[str]:
    """Lines of a table: kind, precision, recall, and the counts that they are made of."""
    every = Score()
    for kind, item in scores.items():
        every.right, every.wrong, every.missed = (
            every.right + item.right,
            every.wrong + item.wrong,
            every.missed + item.missed,
        )
        if item.right + item.wrong + item.missed:
            yield _line(kind.value, item)
    yield _line("all", every)


def _line(name: str, item: Score) -> str:
    counts = f"{item.right} right, {item.wrong} wrong, {item.missed} missed"
    return f"{name:24} precision {item.precision:.2f}  recall {item.recall:.2f}  ({counts})"


def main(names: Sequence[str]) -> None:
    pairs = [pair for name in names for pair in load(name)]
    scores, lines = score(pairs)
    sys.stdout.write("\n".join([*lines, "", *table(scores)]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:] or ["pairs.toml", "kept.toml"])
