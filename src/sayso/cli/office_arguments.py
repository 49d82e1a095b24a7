"""What may be said of the commands that check texts and look offices up."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from sayso.cli.new_command import NewCommand
from sayso.cli.redacting import add_redaction


def add_check(command: NewCommand) -> None:
    parser = command(
        "check",
        help="list what in a text should not be taken on trust",
        description="Read texts and print every check with its evidence: headline, sources, offices and who holds them."
        " The exit status is 4 where a check is red.",
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="FILE|URL|-|FOLDER",
        help="plain text or HTML; - is standard input; a folder is read with its subfolders; a URL needs --fetch",
    )
    parser.add_argument(
        "--date", type=_day, metavar="DATE", help="when it was published (2026-01-31), where it does not say so itself"
    )
    parser.add_argument("--all", action="store_true", help="also what was found to be right, and what is not known")
    parser.add_argument("--json", action="store_true", help="an array of one record a text")
    parser.add_argument("--fetch", action="store_true", help="allow URLs; sayso opens no connection without this")
    _add_folder(parser)
    add_redaction(parser)


def add_registry(command: NewCommand) -> None:
    parser = command(
        "registry",
        help="look up who held which office, or import such a file",
        description="The registry of offices: who held what from when to when, where that stands, and when it was checked.",
    )
    actions = parser.add_subparsers(title="actions", dest="action", metavar="ACTION", required=True)
    find = actions.add_parser("find", help="by a person's, an office's or a body's name", allow_abbrev=False)
    find.add_argument(
        "name", nargs="+", metavar="NAME|OFFICE", help='"Kolokoltsev", "MVD head", "Investigative Committee", "Meduza"'
    )
    find.add_argument("--as-of", type=_day, metavar="DATE", help="only who held it, or may have held it, on this day")
    find.add_argument("--json", action="store_true", help="an array of records")
    _add_folder(find)
    taken = actions.add_parser("import", help="FollowTheMoney JSON lines, or CSV", allow_abbrev=False)
    taken.add_argument("files", nargs="+", type=Path, metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="say what would be taken, and write nothing")
    _add_folder(taken)
    show = actions.add_parser("show", help="what is in it: counts, or all lines with --json", allow_abbrev=False)
    show.add_argument("--json", action="store_true", help="every tenure, as an array of records")
    _add_folder(show)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--registry",
        type=Path,
        metavar="FOLDER",
        help="your own offices beside those of sayso (else SAYSO_REGISTRY, else sayso-registry in this folder)",
    )


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no day; write 2026-01-31") from None
