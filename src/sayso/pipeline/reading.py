"""Bytes → document → reading, with what each stage needs handed to it."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from typing import BinaryIO

from sayso.domain.document import Document
from sayso.domain.pack import Pack
from sayso.domain.reading import Reading
from sayso.extract.events.finding import with_events
from sayso.extract.extraction import extract
from sayso.gazetteer import Gazetteer, load_gazetteer
from sayso.languages.language import Language, languages, load_code, load_language
from sayso.models.finding import find
from sayso.models.network import Network, load_network
from sayso.packs.loading import DEFAULT_PACK, load_pack
from sayso.readers.files import read_document
from sayso.readers.language import detect_language
from sayso.registry import Registry, load_registry


class Reader:
    """Reads documents; make one and keep it.

    `threads` None means one a core, `network` None the shipped weights, `registry` None the shipped offices, `packs` None the
    events of the shipped domain that sayso began with; without packs a reading has no events.
    """

    def __init__(
        self,
        threads: int | None = None,
        network: Network | None = None,
        registry: Registry | None = None,
        packs: tuple[Pack, ...] | None = None,
    ) -> None:
        self.threads = threads
        self._network = network
        self._registry = registry
        self._packs = packs

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs whose events are found. Raises PackError."""
        return (load_pack(DEFAULT_PACK),) if self._packs is None else self._packs

    @property
    def registry(self) -> Registry:
        """The offices that roles are held against; the shipped ones, unless others were given. Raises RegistryError."""
        return self._registry or load_registry()

    @property
    def gazetteer(self) -> Gazetteer:
        """The places that come with sayso, opened when first asked for. Raises GazetteerError."""
        return load_gazetteer()

    @property
    def network(self) -> Network:
        """The weights, loaded when first asked for. Raises ModelError."""
        return self._network or load_network(self.threads)

    def read_text(self, text: str, path: str | None = None) -> Reading:
        """The reading of a text as it stands. Raises InputError (empty, too large)."""
        return self.read(text.encode("utf-8", "surrogatepass"), path=path)

    def read_dated(self, text: str, published: str) -> Reading:
        """The reading of a text as it stands, published on this day. Raises InputError."""
        return self.read(text.encode("utf-8", "surrogatepass"), published=published)

    def read(
        self,
        source: str | os.PathLike[str] | bytes | BinaryIO,
        *,
        path: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
    ) -> Reading:
        """The reading of a file, of bytes or of an open binary stream. Raises InputError.

        `url`: where it was read; `outlet`, `published`: what is known of it where it does not say so itself.
        """
        notes: list[str] = []
        document = read_document(
            source, path=path, url=url, outlet=outlet, published=published, furniture=_furniture(), on_note=notes.append
        )
        return self.read_document(document, tuple(notes))

    def read_document(self, document: Document, notes: tuple[str, ...] = ()) -> Reading:
        """The reading of a document; one in a language that is not read yet has nothing but a note."""
        code = document.language or detect_language(document.text)
        document = replace(document, language=code)
        language = _language(code)
        if language is None:
            known = ", ".join(languages())
            note = f"The text is in a language that sayso does not read yet ({code}; it reads: {known}). The document is kept as it is."
            return Reading(document, (), (), (), None, (*notes, note))
        network = self.network
        reading = extract(
            document, find(document.text, network), language, network.model, notes, self.registry, self.gazetteer
        )
        return with_events(reading, self.packs) if self.packs else reading


def _language(code: str | None) -> Language | None:
    """The language's data; English where a text is too short to tell."""
    known = load_code(code)
    return load_language(known) if known is not None else None


@cache
def _furniture() -> tuple[str, ...]:
    return tuple(line for code in languages() for line in load_language(code).furniture)
