"""`--redact`, `--replaced`: what a command prints, without the names of private persons."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sayso.cli.streams import say
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.domain.reading import Reading
    from sayso.privacy import Redaction
    from sayso.store.interface import Store

T = TypeVar("T")


def add_redaction(parser: argparse.ArgumentParser) -> None:
    """The options of a command that prints texts or names."""
    group = parser.add_argument_group("names of private persons")
    group.add_argument(
        "--redact",
        action="store_true",
        help="Person 1, Person 2 … in the place of private persons' names, in any output",
    )
    group.add_argument(
        "--replaced",
        type=Path,
        metavar="FILE",
        help="with --redact: list what was replaced in FILE, for you alone to read",
    )


class Redacting:
    """Passes everything through as it is, or redacted where the command was told so."""

    def __init__(self, options: argparse.Namespace, *, always: bool = False) -> None:
        self._redaction: Redaction | None = None
        self._file: Path | None = options.replaced
        self._quiet: bool = options.quiet
        if self._file is not None and not (options.redact or always or _draws_without_names(options)):
            raise SaysoError("--replaced lists what --redact replaces. Add --redact.")
        if self._file is not None and _is_output(self._file):
            raise SaysoError(
                f"--replaced {self._file} is where the output goes: names would stand beside their replacements. Name another file."
            )
        if options.redact or always:
            from sayso.privacy import Redaction

            self._redaction = Redaction()

    @property
    def on(self) -> bool:
        """Whether names are replaced."""
        return self._redaction is not None

    def learn(self, readings: Iterable[Reading]) -> None:
        """Know who is private in the documents that the output draws on."""
        if self._redaction is not None:
            self._redaction.learn(*readings)

    def learn_store(self, store: Store, documents: Iterable[str] | None = None) -> None:
        """Know the private persons of these documents, or of all that the store holds."""
        if self._redaction is None:
            return
        from sayso.pipeline.corrected import corrected_readings

        wanted = (kept.document.id for kept in store.documents(state=None)) if documents is None else documents
        ids = list(wanted)
        self._redaction.know_outlets(
            dict.fromkeys(kept.document.outlet for kept in store.documents() if kept.document.outlet)
        )
        for reading in corrected_readings(store, ids):
            self._redaction.publish(reading)
        for reading in corrected_readings(store, ids):
            self._redaction.learn(reading)

    def __call__(self, value: T) -> T:
        return value if self._redaction is None else self._redaction.redact(value)

    def close(self) -> None:
        """Write the list where one is asked for, and say how much was replaced."""
        if self._redaction is None:
            return
        people, contacts = len(self._redaction.identities), len(self._redaction.contacts)
        if self._file is not None:
            from sayso.privacy import write_replaced

            write_replaced(self._redaction, self._file)
        words = f"{people} private {'person' if people == 1 else 'persons'}"
        words += f" and {contacts} {'contact' if contacts == 1 else 'contacts'}" if contacts else ""
        say(f"{words} replaced{f'; listed in {self._file}' if self._file else ''}.", quiet=self._quiet)


def _is_output(path: Path) -> bool:
    """Whether a file is where standard output or standard error goes."""
    if str(path) == "-":
        return True
    try:
        place = path.stat()
    except OSError:
        return False
    for stream in (sys.stdout, sys.stderr):
        try:
            there = os.fstat(stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
        if (there.st_dev, there.st_ino) == (place.st_dev, place.st_ino):
            return True
    return False


def _draws_without_names(options: argparse.Namespace) -> bool:
    """Whether the command writes a drawing, which has no private names unless it is said."""
    return bool(getattr(options, "svg", None)) and not options.with_names
