"""The command line: one thin command per library call. Data goes to stdout, messages to stderr.

argparse, not Typer: importing Typer took 43 to 87 ms here, argparse 7 to 11; a cold `sayso read x.txt` should spend
its time on the model. rich is imported only where a table or lit text is printed.
"""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable, Sequence

from sayso.cli import (
    checking,
    desks,
    evaluating,
    events,
    judging,
    keeping,
    offices,
    packs,
    parties,
    places,
    reading,
    tracing,
)
from sayso.cli.arguments import command_parser
from sayso.cli.status import FAILED, PIPE_CLOSED, STOPPED, USAGE
from sayso.cli.streams import drop_output, flush_or_drop, prepare_output, say
from sayso.errors import SaysoError, UsageError
from sayso.rendering.safe import safe, safe_line

COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "read": reading.read,
    "check": checking.check,
    "registry": offices.registry,
    "events": events.events,
    "places": places.places,
    "parties": parties.parties,
    "packs": packs.packs,
    "pack": packs.pack,
    "add": keeping.add,
    "documents": keeping.documents,
    "show": keeping.show,
    "remove": judging.remove,
    "correct": judging.correct,
    "verdict": judging.verdict,
    "trace": tracing.trace,
    "claims": tracing.claims,
    "same": judging.same,
    "differ": judging.differ,
    "unlink": judging.unlink,
    "merge": judging.merge,
    "split": judging.split,
    "undo": judging.undo,
    "judgements": judging.judgements,
    "rebuild": tracing.rebuild,
    "desk": desks.desk,
    "journal": desks.journal,
    "demo": reading.demo,
    "evaluate": evaluating.evaluate,
}


_OF_OUTPUT = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF})
"""What goes wrong where standard output is written: a store says so of itself, and other files have a name."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no exception leaves this function."""
    parser = command_parser()
    try:
        prepare_output()
        options = parser.parse_args(argv)
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
        return status
    except SystemExit as end:  # argparse: 0 after --help, 2 on wrong usage
        return end.code if isinstance(end.code, int) else USAGE
    except KeyboardInterrupt:
        say("\nsayso: stopped.")
        return STOPPED
    except BrokenPipeError:
        drop_output()
        return PIPE_CLOSED
    except SaysoError as error:
        say(f"sayso: {safe(str(error))}")
        return USAGE if isinstance(error, UsageError) else FAILED
    except Exception as error:
        if "options" in locals() and options.debug:
            raise
        flush_or_drop()
        if isinstance(error, OSError) and error.filename is None and error.errno in _OF_OUTPUT:
            say(f"sayso: The output cannot be written: {error.strerror}. What was printed of it is not whole.")
        elif isinstance(error, OSError):
            say(f"sayso: {safe_line(str(error))}")
        else:
            say(f"sayso: a fault in sayso itself: {type(error).__name__}: {safe_line(str(error))}")
            say("Run it again with --debug to see where, and please report it.")
        return FAILED
