"""Small invented sets of documents with their true graph: read, described, and held against a lineage.

A set is a TOML file in `sets/`: `claim` marks its statements by words of their contents; `truth` lists relays as
"a > b" between documents (by key), hops not held ("[name]") and roots ("{name}"); "{name} = a" is a root that the document
itself is. `interval` is what the roots must come to where that is not one number (how many roots stand in `truth`, or `roots`).

    python -m tests.tracing.story_sets [NAME …]     # what comes out, set by set, and the figures over all

Sets 01 to 36 were written before the rules, 51 to 71, 81 to 102 and 111 to 120 after them, each lot without a look at what
comes out of it (121 to 126, of which 121 and 124 are kept, likewise: F1 0.83 as they were first written down, two roots being called otherwise than
in the texts; 6 of 6 intervals held the truth); the first time they were run, edges had F1 0.69, 0.87 and 0.92, and 16 of 21, 22 of 22 and 9 of 10 intervals held
the truth.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sayso.domain.claim import Lineage
from sayso.domain.document import Document, Link, document_id
from sayso.domain.span import Span
from sayso.pipeline import Reader
from sayso.tracing.describing import describe
from sayso.tracing.lineage import trace_claim
from sayso.tracing.statement import Statement

SETS = Path(__file__).parent / "sets"
_EMPTY = frozenset({"the", "of", "a", "an"})

Edge = tuple[str, str]


@dataclass(frozen=True)
class StorySet:
    """A set as it stands in its file."""

    name: str
    about: str
    claim: str
    truth: tuple[str, ...]
    documents: Mapping[str, Document]
    owners: Mapping[str, str] = field(default_factory=dict)
    roots: int | None = None
    interval: tuple[int, int] | None = None
    early: bool = False
    cycle: bool = False
    direction: bool = True

    @property
    def edges(self) -> frozenset[Edge]:
        """The true relays."""
        return frozenset((a.strip(), b.strip()) for a, _, b in (line.partition(" > ") for line in self.truth) if b)

    @property
    def root_count(self) -> int:
        """How many roots there are in truth."""
        if self.roots is not None:
            return self.roots
        return len({re.split(" [>=] ", line)[0] for line in self.truth if line.startswith("{")})

    @property
    def names(self) -> list[str]:
        """The names of hops and roots."""
        ends = {end for edge in self.edges for end in edge} | {line.partition(" = ")[0] for line in self.truth}
        return sorted(end for end in ends if end[0] in "[{" and " > " not in end)


@dataclass(frozen=True)
class Score:
    """What came out of a set: edges that were found and that are true, and the interval of roots."""

    found: frozenset[Edge]
    true: frozenset[Edge]
    interval: tuple[int, int]
    roots: int
    is_expected: bool
    lineage: Lineage

    @property
    def holds(self) -> bool:
        """Whether the interval holds the truth."""
        return self.interval[0] <= self.roots <= self.interval[1]

    def __str__(self) -> str:
        notes = [f"roots {self.interval[0]}–{self.interval[1]} for {self.roots}"]
        notes += [f"not true: {sorted(self.found - self.true)}"] if self.found - self.true else []
        notes += [f"not found: {sorted(self.true - self.found)}"] if self.true - self.found else []
        return "; ".join(notes)


def load(path: Path) -> StorySet:
    """The set in a file."""
    values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    documents = {
        key: _document(key, fields) for key, fields in values.items() if isinstance(fields, dict) and "text" in fields
    }
    extra = {key: values[key] for key in ("roots", "early", "cycle", "direction", "owners") if key in values}
    if "interval" in values:
        extra["interval"] = tuple(values["interval"])
    return StorySet(path.stem, values["about"], values["claim"], tuple(values["truth"]), documents, **extra)


def all_sets(folder: Path = SETS) -> Iterator[StorySet]:
    """Every set, by name."""
    return map(load, sorted(folder.glob("*.toml")))


def _document(key: str, fields: Mapping[str, Any]) -> Document:
    text = fields["text"].strip("\n") + "\n"
    head, blank, _ = text.partition("\n\n")
    links = tuple(
        Link(href.removeprefix("origin "), origin=href.startswith("origin ")) for href in fields.get("links", ())
    )
    return Document(
        id=document_id(fields.get("url") or fields.get("outlet") or key, text.encode()),
        text=text,
        title=head if blank else None,
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        path=fields.get("path"),
        published=fields.get("published"),
        language=fields.get("language", "en"),
        headline=Span.of(text, 0, len(head)) if blank and "\n" not in head else None,
        links=links,
    )


@cache
def reader() -> Reader:
    """One reader for all sets."""
    return Reader(1)


def statements(story: StorySet) -> list[Statement]:
    """The statements of the set's claim, as reading and describing make them."""
    found: list[Statement] = []
    for order, document in enumerate(story.documents.values(), 1):
        for statement in describe(reader().read_document(document), order).statements:
            if re.search(story.claim, statement.text, re.IGNORECASE):
                found.append(statement)
    return found


def score(story: StorySet) -> Score:
    """The set, read and traced, held against its truth."""
    lineage = trace_claim("clm_set", statements(story), owners=story.owners)
    named = {node.id: node.name for node in (*lineage.hops, *lineage.roots)}
    keys = {document.id: key for key, document in story.documents.items()} | nodes(story.names, named)
    found = {(keys.get(relay.source, relay.source), keys.get(relay.to, relay.to)) for relay in lineage.relays}
    true = set(story.edges)
    if not story.direction:
        found, true = ({(min(edge), max(edge)) for edge in edges} for edges in (found, true))
    interval = lineage.claim.roots_min, lineage.claim.roots_max
    expected = interval[0] == interval[1] if story.interval is None else interval == story.interval
    return Score(frozenset(found), frozenset(true), interval, story.root_count, expected, lineage)


def nodes(names: Sequence[str], candidates: Mapping[str, str]) -> dict[str, str]:
    """For each node id the name in `names` ("[Delta Agency]") with most of its own name's words."""
    found = {}
    for identity, name in candidates.items():
        own = _words(name)
        best = max(names, key=lambda item: len(own & _words(item)), default=None)
        if best is not None and own & _words(best):
            found[identity] = best
    return found


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - _EMPTY


def f1(scores: Sequence[Score]) -> float:
    """F1 of the edges of several sets."""
    right = sum(len(item.found & item.true) for item in scores)
    return 2 * right / sum(len(item.found) + len(item.true) for item in scores)


def main(wanted: Sequence[str]) -> None:
    """Print what comes out."""
    scores = []
    for story in all_sets():
        if not wanted or any(story.name.startswith(name) for name in wanted):
            scores.append(score(story))
            sys.stdout.write(f"{story.name}: {scores[-1]}\n")
    holding, expected = sum(item.holds for item in scores), sum(item.is_expected for item in scores)
    sys.stdout.write(
        f"{len(scores)} sets: edges F1 {f1(scores):.3f}; {holding} intervals hold the truth, "
        f"{expected} are as wide as expected\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
