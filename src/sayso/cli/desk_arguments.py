"""What may be said of `sayso desk` and `sayso journal`."""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.cli.new_command import NewCommand

PORT = 8765


def add_desk(command: NewCommand) -> None:
    """The two commands."""
    parser = command(
        "desk",
        help="open the desk: read, trace and decide in the browser",
        description="Open a page on this machine in which a person reads, traces and decides. Other machines reach it only where --host"
        " says so and SAYSO_DESK_PASSWORD is set (the password, or its argon2 hash).",
    )
    _store(parser)
    parser.add_argument("--analyst", metavar="NAME", help="who decides (else SAYSO_ANALYST, else your user name)")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"0 is any free one (default: {PORT})")
    parser.add_argument(
        "--name", action="append", default=[], metavar="HOST", help="a name under which browsers call the desk"
    )
    parser.add_argument("--registry", type=Path, metavar="FOLDER", help="a folder of your own offices")
    parser.add_argument("--open", action="store_true", help="open it in the browser, too")
    parser = command(
        "journal",
        help="list who did what with a store, or check that the list is whole",
        description="Additions, judgements and exports, each entry chained to the one before by its digest."
        " --verify exits 1 where the chain is broken.",
    )
    _store(parser)
    parser.add_argument("--verify", action="store_true", help="check the chain, and print the digest of its last entry")
    parser.add_argument(
        "--head", metavar="DIGEST", help="with --verify: a last digest noted before, which must still be in it"
    )
    parser.add_argument("--json", action="store_true", help="an array of records")


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--store", type=Path, metavar="FILE", help="the store (else SAYSO_STORE, else sayso.db in this folder)"
    )


def _port(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) > 65535:
        raise argparse.ArgumentTypeError(f"{words!r} is no port; give a number up to 65535")
    return int(words)
