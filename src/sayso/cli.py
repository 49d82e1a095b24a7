"""The command line: one thin command per library call. Data goes to stdout, messages to stderr.

argparse, not Typer: importing Typer took 43 to 87 ms here, argparse 7 to 11; a cold `sayso read x.txt` should spend
its time on the model. rich is imported only where a table or lit text is printed.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from sayso.command_line import command_parser
from sayso.errors import SaysoError
from sayso.rendering.safe import safe, safe_line

if TYPE_CHECKING:
    from sayso.domain.reading import Reading
    from sayso.pipeline import Outcome, Skipped

DONE, FAILED, USAGE, SKIPPED, STOPPED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no exception leaves this function."""
    parser = command_parser()
    try:
        options = parser.parse_args(argv)
        _prepare_output()
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
        return status
    except SystemExit as end:  # argparse: 0 after --help, 2 on wrong usage
        return end.code if isinstance(end.code, int) else USAGE
    except KeyboardInterrupt:
        _say("\nsayso: stopped.")
        return STOPPED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except SaysoError as error:
        _say(f"sayso: {safe(str(error))}")
        return FAILED
    except Exception as error:
        if "options" in locals() and options.debug:
            raise
        _flush_or_drop()
        if isinstance(error, OSError):
            _say(f"sayso: {safe_line(str(error))}")
        else:
            _say(f"sayso: a fault in sayso itself: {type(error).__name__}: {safe_line(str(error))}")
            _say("Run it again with --debug to see where, and please report it.")
        return FAILED


# The commands


class _Writer(Protocol):
    """Prints readings as they come."""

    def add(self, reading: Reading) -> None: ...

    def end(self) -> None: ...


def _read(options: argparse.Namespace) -> int:
    return _read_all(options, options.inputs, _writer(options))


def _demo(options: argparse.Namespace) -> int:
    from importlib.resources import files

    folder = Path(str(files("sayso").joinpath("demo")))
    inputs = sorted(str(path) for path in folder.glob("*") if path.suffix in {".txt", ".html"})
    if not inputs:
        raise SaysoError(f"The demo texts are missing from {folder}; install sayso again.")
    options.fetch, options.source, options.min_score, options.all = False, None, 0.0, False
    status = _read_all(options, inputs, _People(text=options.text, removed=False, several=True))
    _say("Now your own: sayso read FILE", quiet=options.quiet)
    return status


def _evaluate(options: argparse.Namespace) -> int:
    from sayso.evaluate.evaluation import evaluate
    from sayso.evaluate.table import render, to_json
    from sayso.pipeline import Reader

    evaluation = evaluate(options.corpus, options.data, Reader(threads=options.workers).read_text)
    words = to_json(evaluation) if options.json else safe(render(evaluation))
    print(words.rstrip("\n"))
    return DONE


def _read_all(options: argparse.Namespace, inputs: Sequence[str], writer: _Writer) -> int:
    from sayso.domain.reading import Reading
    from sayso.pipeline import count_inputs, read_inputs
    from sayso.rendering.progress import Progress
    from sayso.rendering.selection import select

    live = sys.stderr.isatty() and not options.quiet
    # Counting walks folders, so it is left out where nobody sees the figure.
    progress = Progress(sys.stderr, count_inputs(inputs)) if live else None
    people = isinstance(writer, _People)
    read = 0
    skipped: list[Skipped] = []
    outcomes = read_inputs(inputs, fetch=options.fetch, workers=options.workers, stdin=_stdin(inputs))
    with _closed_at_end(outcomes):
        if progress:
            progress.show(0)
        for outcome in outcomes:
            if isinstance(outcome, Reading):
                read += 1
                reading = select(
                    outcome,
                    source=options.source,
                    min_score=options.min_score,
                    eventualities=options.all or not people,
                )
                if progress:
                    progress.wipe()
                writer.add(reading)
            else:
                skipped.append(outcome)
            if progress:
                progress.show(read + len(skipped))
        if progress:
            progress.wipe()
    writer.end()
    sys.stdout.flush()
    _say(_closing_line(read, skipped), quiet=options.quiet and not skipped)
    if skipped and not read and len(skipped) == 1:
        return FAILED  # the one thing that was asked for
    return SKIPPED if skipped else DONE


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
            _say(f"{safe_line(place)}: {safe_line(note)}")

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


# Streams


def _prepare_output() -> None:
    """UTF-8 and "\\n" whatever the platform's habit; a lone surrogate in a file name must not end the run."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def _flush_or_drop() -> None:
    """What was read before a failure still gets out, unless writing is what failed."""
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Send what is still buffered nowhere: the flush at exit would fail a second time and say so."""
    with suppress(OSError, ValueError):  # no real file behind stdout
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)


def _say(words: str, *, quiet: bool = False) -> None:
    if not quiet:
        with suppress(OSError):  # nobody listens: the exit status still tells
            print(words, file=sys.stderr, flush=True)


def _stdin(inputs: Sequence[str]) -> BinaryIO | None:
    if "-" not in inputs or sys.stdin is None:
        return None
    if sys.stdin.isatty():
        _say("Type or paste the text, then end it with Ctrl-D on a line of its own.")
    return sys.stdin.buffer


def _closed_at_end(outcomes: Iterator[Outcome]) -> AbstractContextManager[object]:
    """Worker processes end with the generator, also after Ctrl-C; another iterator has nothing to close."""
    return closing(outcomes) if isinstance(outcomes, Generator) else nullcontext()


# Arguments


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {"read": _read, "demo": _demo, "evaluate": _evaluate}
