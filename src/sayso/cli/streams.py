"""Standard output, standard error and standard input as the commands use them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SaysoError


def prepare_output() -> None:
    """UTF-8 and "\\n" whatever the platform's habit; a lone surrogate in a file name must not end the run."""
    _replace_closed()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def _replace_closed() -> None:
    """A standard stream that was closed before sayso began (`>&-`) goes nowhere.

    Without it Python has None there, and the next file that is opened, the store perhaps, takes its number.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        pass
    os.close(number)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (open until the end)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (open until the end)


_LAST_STANDARD = 2  # standard error


def flush_or_drop() -> None:
    """What was read before a failure still gets out, unless writing is what failed."""
    try:
        sys.stdout.flush()
    except OSError:
        drop_output()


def drop_output() -> None:
    """Send what is still buffered nowhere: the flush at exit would fail a second time and say so."""
    with suppress(OSError, ValueError):  # no real file behind stdout
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)


def say(words: str, *, quiet: bool = False) -> None:
    if not quiet:
        with suppress(OSError):  # nobody listens: the exit status still tells
            print(words, file=sys.stderr, flush=True)


def write(path: Path, words: str) -> None:
    """Into a file, or where it is "-" to standard output. Raises SaysoError."""
    if str(path) == "-":
        sys.stdout.write(words)
        return
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        raise SaysoError(f"{path} cannot be written: {error.strerror}. Name another file.") from error


def stdin(inputs: Sequence[str]) -> BinaryIO | None:
    if "-" not in inputs or sys.stdin is None:
        return None
    if sys.stdin.isatty():
        say("Type or paste the text, then end it with Ctrl-D on a line of its own.")
    return sys.stdin.buffer


def closed_at_end(outcomes: Iterator[object]) -> AbstractContextManager[object]:
    """Worker processes end with the generator, also after Ctrl-C; another iterator has nothing to close."""
    return closing(outcomes) if isinstance(outcomes, Generator) else nullcontext()
