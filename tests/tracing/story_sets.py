"""Small invented sets of documents with their true graph: read, described, and held against a lineage.

A set is a TOML file in `sets/`: `claim` marks its statements by words of their contents; `truth` lists relays as
"a > b" between documents (by key), hops not held ("[name]") and roots ("{name}"); "{name} = a" is a root that the document
itself is. `interval` is what the roots must come to where that is not one number (how many roots stand in `truth`, or `roots`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sayso.domain.document import Document, Link, document_id
from sayso.domain.span import Span
from sayso.pipeline import Reader
from sayso.tracing.describing import describe
from sayso.tracing.statement import Statement

SETS = Path(__file__).parent / "sets"


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
    def edges(self) -> frozenset[tuple[str, str]]:
        """The true relays."""
        return frozenset((a.strip(), b.strip()) for a, _, b in (line.partition(" > ") for line in self.truth) if b)

    @property
    def root_count(self) -> int:
        """How many roots there are in truth."""
        if self.roots is not None:
            return self.roots
        return len({re.split(" [>=] ", line)[0] for line in self.truth if line.startswith("{")})


def load(path: Path) -> StorySet:
    """A set of the file."""
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
    links = []
    for href in fields.get("links", ()):
        words = href.removeprefix("origin ")
        links.append(Link(words, origin=words != href))
    head, blank, _ = text.partition("\n\n")
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
        links=tuple(links),
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


def nodes(names: Sequence[str], candidates: Mapping[str, str]) -> dict[str, str]:
    """For each node id the name in `names` ("[Delta Agency]") that its own name has words of."""
    found = {}
    for identity, name in candidates.items():
        own = set(re.findall(r"\w+", name.lower()))
        best = max(names, key=lambda item: len(own & set(re.findall(r"\w+", item.lower()))), default=None)
        if best is not None and own & set(re.findall(r"\w+", best.lower())) - {"the", "of", "a", "an"}:
            found[identity] = best
    return found
