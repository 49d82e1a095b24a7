"""`sayso read`, `sayso demo`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sayso.cli.checking import own_registry
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE, FAILED, SKIPPED
from sayso.cli.streams import closed_at_end, say, stdin
from sayso.errors import SaysoError
from sayso.rendering.safe import safe, safe_line

if TYPE_CHECKING:
    from sayso.domain.pack import Pack
    from sayso.domain.reading import Reading
    from sayso.pipeline import Skipped


class _Writer(Protocol):
    """Prints readings as they come."""

    def add(self, reading: Reading) -> None: ...

    def end(self) -> None: ...


def read(options: argparse.Namespace) -> int:
    return _read_all(options, options.inputs, _writer(options))


def demo(options: argparse.Namespace) -> int:
    from importlib.resources import files

    folder = Path(str(files("sayso").joinpath("demo")))
    inputs = sorted(str(path) for path in folder.glob("*") if path.suffix in {".txt", ".html"})
    if not inputs:
        raise SaysoError(f"The demo texts are missing from {folder}; install sayso again.")
    options.fetch, options.source, options.min_score, options.all = False, None, 0.0, False
    options.pack = None
    status = _read_all(options, inputs, _People(text=options.text, removed=False, several=True))
    say("Now your own: sayso read FILE", quiet=options.quiet)
    return status


def _read_all(options: argparse.Namespace, inputs: Sequence[str], writer: _Writer) -> int:
    from sayso.domain.reading import Reading
    from sayso.pipeline import count_inputs, read_inputs
    from sayso.rendering.progress import Progress
    from sayso.rendering.selection import select

    redacting = Redacting(options)
    live = sys.stderr.isatty() and not options.quiet
    # Counting walks folders, so it is left out where nobody sees the figure.
    progress = Progress(sys.stderr, count_inputs(inputs)) if live else None
    people = isinstance(writer, _People)
    done = 0
    skipped: list[Skipped] = []
    outcomes = read_inputs(
        inputs,
        registry=own_registry(None),
        packs=_packs(options, writer),
        fetch=options.fetch,
        workers=options.workers,
        stdin=stdin(inputs),
    )
    with closed_at_end(outcomes):
        if progress:
            progress.show(0)
        for outcome in outcomes:
            if isinstance(outcome, Reading):
                done += 1
                reading = select(
                    outcome,
                    source=options.source,
                    min_score=options.min_score,
                    eventualities=options.all or not people,
                )
                if progress:
                    progress.wipe()
                writer.add(redacting(reading))
            else:
                skipped.append(redacting(outcome))
            if progress:
                progress.show(done + len(skipped))
        if progress:
            progress.wipe()
    writer.end()
    sys.stdout.flush()
    say(_closing_line(done, skipped), quiet=options.quiet and not skipped)
    redacting.close()
    if skipped and not done and len(skipped) == 1:
        return FAILED  # the one thing that was asked for
    return SKIPPED if skipped else DONE


def _packs(options: argparse.Namespace, writer: _Writer) -> tuple[Pack, ...] | None:
    """Packs of the events that the JSON has; tables and CSV have none."""
    if isinstance(writer, (_People, _Csv)):
        return ()
    if not options.pack:
        return None
    from sayso.packs import find_packs

    return find_packs(options.pack)


def _closing_line(read: int, skipped: Sequence[Skipped]) -> str:
    line = f"{read} document{'' if read == 1 else 's'} read"
    reasons = [_reason(item) for item in skipped]
    if not reasons:
        return f"{line}."
    if len(reasons) == 1:
        return f"{line}, 1 skipped: {reasons[0]}"
    return "\n  ".join([f"{line}, {len(reasons)} skipped:", *reasons])


def _reason(skipped: Skipped) -> str:
    """The input and why it was skipped; the reason alone where it names the input already."""
    name, reason = safe_line(skipped.input), safe_line(skipped.reason).rstrip(".")
    return reason if name in reason else f"{name} ({reason})"


# How readings are printed


def _writer(options: argparse.Namespace) -> _Writer:
    several = len(options.inputs) != 1 or Path(options.inputs[0]).is_dir()
    if options.jsonl:
        return _JsonLines()
    if options.json:
        return _JsonArray() if several else _JsonObject()
    if options.csv:
        return _Csv()
    return _People(text=options.text, removed=options.removed, several=several)


class _JsonLines:
    def add(self, reading: Reading) -> None:
        from sayso.serialise import to_json, to_record

        sys.stdout.write(to_json(to_record(reading)) + "\n")
        sys.stdout.flush()  # whoever reads the pipe sees a document as soon as it is read

    def end(self) -> None:
        pass


class _JsonArray:
    """One record a line, so that memory holds one document however many there are."""

    def __init__(self) -> None:
        self._before = "[\n"

    def add(self, reading: Reading) -> None:
        from sayso.serialise import to_json, to_record

        sys.stdout.write(self._before + to_json(to_record(reading)))
        self._before = ",\n"

    def end(self) -> None:
        sys.stdout.write("[]\n" if self._before == "[\n" else "\n]\n")


class _JsonObject:
    """The one document's record; `[]` where it was skipped, so that what is printed is always JSON."""

    def __init__(self) -> None:
        self._readings: list[Reading] = []

    def add(self, reading: Reading) -> None:
        self._readings.append(reading)

    def end(self) -> None:
        from sayso.serialise import to_json, to_record

        records: list[dict[str, Any]] = [to_record(reading) for reading in self._readings]
        sys.stdout.write(to_json(records[0] if len(records) == 1 else records, indent=2) + "\n")


class _Csv:
    def __init__(self) -> None:
        from sayso.serialise import csv_header

        # In a pipe the cells are exact; on a terminal somebody's escape codes must not run.
        self._clean = safe if sys.stdout.isatty() else str
        sys.stdout.write(csv_header())

    def add(self, reading: Reading) -> None:
        from sayso.serialise import to_csv

        sys.stdout.write(self._clean(to_csv(reading)))
        place = reading.document.path or reading.document.url or reading.document.id
        for note in reading.notes:  # there is no column for them, and they must not get lost
            say(f"{safe_line(place)}: {safe_line(note)}")

    def end(self) -> None:
        pass


class _People:
    """Tables, or the texts with their spans lit; `several` texts get their names above them."""

    def __init__(self, *, text: bool, removed: bool, several: bool) -> None:
        from sayso.rendering.console import open_paper

        self._text = text
        self._removed = removed
        self._several = several
        self._paper = open_paper(sys.stdout)

    def add(self, reading: Reading) -> None:
        from sayso.rendering.table import tables

        if self._text:
            self._add_text(reading)
        else:
            for part in tables(reading, width=self._paper.width, removed=self._removed):
                self._paper.print(part)

    def _add_text(self, reading: Reading) -> None:
        from sayso.rendering.lit import lit_text
        from sayso.rendering.table import notes, removed_list, title

        if self._several:
            self._paper.rule(title(reading), align="left", style="dim")
        if self._paper.has_colour or self._paper.is_terminal:
            for line in lit_text(reading, colour=self._paper.has_colour):
                self._paper.print(line)
        else:
            from sayso.rendering.marked import marked

            sys.stdout.write(marked(reading))  # not wrapped: a pipe wants the text's own lines
        for note in notes(reading):
            self._paper.print(note)
        if self._removed:
            self._paper.print(removed_list(reading))

    def end(self) -> None:
        pass
