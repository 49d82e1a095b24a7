"""Stories of which the truth is known: their documents, and what a careful person finds in them.

A story is a folder: the documents as files, `documents.json` (what `sayso add` would be told of each, in the order in
which they are added) and `truth.json` (the claims; see `evaluation/stories/README.md`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.domain.claim import DriftKind, FlagKind, RelayKind
from sayso.domain.document import Document
from sayso.errors import CorpusError, SaysoError
from sayso.languages.language import is_read, languages, load_language
from sayso.readers.files import read_document


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A document of a story: the name of its file, its bytes, and the document that they were read into."""

    file: str
    data: bytes
    document: Document


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """Words of a document (`file`): half-open code points in its text. `unread`: its language is not read yet."""

    file: str
    start: int
    end: int
    exact: str
    unread: bool = False


@dataclass(frozen=True, slots=True)
class GoldParty:
    """Somebody that a claim came through of whom no document is held, or (`document`) who is the document's own outlet.

    `also` are other names that are right for the party. `root`: nobody stands behind it.
    """

    name: str
    also: tuple[str, ...] = ()
    root: bool = False
    document: str | None = None


@dataclass(frozen=True, slots=True)
class GoldRelay:
    """A relay to `to` from the first of `sources`, or just as well from one of the others; each is a file or a party's name.

    An optional relay is neither missed where it is not found nor wrong where it is.
    """

    sources: tuple[str, ...]
    to: str
    how: frozenset[RelayKind]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldRoots:
    """How many roots there are (`count`), and what a careful person would say who has only the documents."""

    count: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class GoldDrift:
    """A change; `source` is None where a headline is held against its own text. Optional: a matter of taste."""

    kind: DriftKind
    source: GoldPassage | None
    to: GoldPassage
    introduced: bool
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldFlag:
    """Something that is to be seen and not followed."""

    kind: FlagKind
    source: str
    to: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim with all its passages; None for `relays`, `roots` or `drift` that nobody marked.

    `denials` are passages that deny it: they may be put with it or not.
    """

    name: str
    main: bool
    passages: tuple[GoldPassage, ...]
    denials: tuple[GoldPassage, ...] = ()
    parties: tuple[GoldParty, ...] = ()
    relays: tuple[GoldRelay, ...] | None = None
    roots: GoldRoots | None = None
    drift: tuple[GoldDrift, ...] | None = None
    flags: tuple[GoldFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Documents in the order in which they are added, and the claims in them."""

    name: str
    documents: tuple[StoryDocument, ...]
    claims: tuple[GoldClaim, ...]

    def file_of(self) -> dict[str, str]:
        """The file of each document's id."""
        return {item.document.id: item.file for item in self.documents}


def find_stories(folder: Path) -> list[Path]:
    """The folders in `folder` that hold a story, by name; `folder` itself where it is one. Raises CorpusError."""
    if (folder / "truth.json").is_file():
        return [folder]
    found = sorted(path.parent for path in folder.glob("*/truth.json"))
    if not found:
        raise CorpusError(f"{folder} holds no story: no folder with a truth.json. Give evaluation/stories.")
    return found


def read_story(folder: Path) -> Story:
    """The story in `folder`. Raises CorpusError, which names what is missing or the words that stand nowhere."""
    given = _json(folder / "documents.json")
    truth = _json(folder / "truth.json")
    try:
        documents = tuple(_document(folder, item) for item in given)
        return Story(folder.name, documents, read_claims(folder.name, truth["claims"], documents))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CorpusError(
            f"{folder}: documents.json or truth.json has another form than it should ({error!r})."
        ) from error


def make_document(file: str, data: bytes, given: Mapping[str, str | None]) -> StoryDocument:
    """A document as `sayso add` reads it, with the `outlet`, `published`, `url` and `language` that are `given`."""
    document = read_document(
        data,
        path=file,
        url=given.get("url"),
        outlet=given.get("outlet"),
        published=given.get("published"),
        language=given.get("language"),
        furniture=_furniture(),
    )
    return StoryDocument(file, data, document)


def read_claims(
    name: str, claims: Iterable[Mapping[str, Any]], documents: Iterable[StoryDocument]
) -> tuple[GoldClaim, ...]:
    """The claims of a truth.json, every passage found in its document. Raises CorpusError."""
    held = {item.file: item.document for item in documents}
    claims = list(claims)
    if len({item["name"] for item in claims}) < len(claims):
        raise CorpusError(f"{name}: two claims have one name; rename one.")
    return tuple(_Claim(f"{name}, {item['name']!r}", held).read(item) for item in claims)


class _Claim:
    """One claim of a truth.json while it is read; `where` goes into every complaint."""

    def __init__(self, where: str, held: Mapping[str, Document]) -> None:
        self._where = where
        self._held = held

    def read(self, item: Mapping[str, Any]) -> GoldClaim:
        parties = tuple(
            GoldParty(party["name"], tuple(party.get("also", ())), party.get("root", False), party.get("document"))
            for party in item.get("parties", ())
        )
        nodes = {*self._held, *(party.name for party in parties)}
        relays, roots, drift = item.get("relays"), item.get("roots"), item.get("drift")
        return GoldClaim(
            name=item["name"],
            main=item.get("main", False),
            passages=self._passages(item["passages"]),
            denials=self._passages(item.get("denials", ())),
            parties=parties,
            relays=None if relays is None else tuple(self._relay(relay, nodes) for relay in relays),
            roots=None if roots is None else GoldRoots(roots["count"], roots["min"], roots["max"]),
            drift=None if drift is None else tuple(map(self._drift, drift)),
            flags=tuple(
                GoldFlag(FlagKind(flag["kind"]), self._node(flag["from"], nodes), self._node(flag["to"], nodes))
                for flag in item.get("flags", ())
            ),
        )

    def _passages(self, items: Iterable[Mapping[str, Any]]) -> tuple[GoldPassage, ...]:
        return tuple(map(self._passage, items))

    def _passage(self, item: Mapping[str, Any]) -> GoldPassage:
        file, exact, occurrence = item["file"], item["exact"], item.get("at", 0)
        if file not in self._held:
            raise CorpusError(f"{self._where}: {file!r} is not in documents.json.")
        document = self._held[file]
        start = -1
        for _ in range(occurrence + 1):
            start = document.text.find(exact, start + 1)
            if start < 0 or not exact:
                which = f"occurrence {occurrence} (counted from 0) of " if occurrence else ""
                raise CorpusError(f"{self._where}: {which}{exact!r} is not in the text of {file}.")
        return GoldPassage(file, start, start + len(exact), exact, unread=not is_read(document.language))

    def _relay(self, item: Mapping[str, Any], nodes: set[str]) -> GoldRelay:
        sources = tuple(self._node(name, nodes) for name in (item["from"], *item.get("or", ())))
        how = frozenset(map(RelayKind, item["how"]))
        return GoldRelay(sources, self._node(item["to"], nodes), how, item.get("optional", False))

    def _drift(self, item: Mapping[str, Any]) -> GoldDrift:
        source = None if item["from"] is None else self._passage(item["from"])
        to, optional = self._passage(item["to"]), item.get("optional", False)
        return GoldDrift(DriftKind(item["kind"]), source, to, item["introduced"], optional)

    def _node(self, name: str, nodes: set[str]) -> str:
        if name not in nodes:
            raise CorpusError(f"{self._where}: {name!r} is neither a document nor a party of the claim.")
        return name


def _document(folder: Path, item: Mapping[str, Any]) -> StoryDocument:
    try:
        return make_document(item["file"], (folder / item["file"]).read_bytes(), item)
    except (OSError, SaysoError) as error:
        raise CorpusError(f"{folder / item['file']} cannot be read: {error}") from error


@cache
def _furniture() -> tuple[str, ...]:
    return tuple(line for code in languages() for line in load_language(code).furniture)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}); a story needs it.") from error
    except ValueError as error:
        raise CorpusError(f"{path} is no JSON in UTF-8: {error}") from error
