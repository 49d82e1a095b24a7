"""What may be said of `sayso events`."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from sayso.cli.new_command import NewCommand
from sayso.cli.redacting import add_redaction

FORMATS = ("table", "json", "csv", "geojson")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def add_events(command: NewCommand) -> None:
    parser = command(
        "events",
        help="list what happened, on whose word",
        description="List the events that texts tell of, each with whose word it is: of the files named, or else of the store's "
        "documents, where events that come from one claim are one, and values that differ stand side by side. What is denied, "
        "planned, ordered, feared or only possible is left out unless --all is given.",
    )
    parser.add_argument("inputs", nargs="*", metavar="FILE", help="read these, and leave the store alone")
    parser.add_argument(
        "--store", type=Path, metavar="FILE", help="the store (else SAYSO_STORE, else sayso.db in this folder)"
    )
    parser.add_argument(
        "--pack",
        action="append",
        metavar="PACK",
        help="a domain pack: an id or a file; may be given again (default: coerced-recruitment)",
    )
    parser.add_argument(
        "--since", type=day, metavar="DATE", help="only those of this day or later (2026-01-31, 2026-01)"
    )
    parser.add_argument("--until", type=day, metavar="DATE", help="only those of this day or earlier")
    parser.add_argument(
        "--type", action="append", metavar="TYPE", help="only this type ('sayso packs' lists them); may be given again"
    )
    parser.add_argument("--place", metavar="NAME", help="only where the place's name has this in it")
    parser.add_argument("--all", action="store_true", help="those that are not put as having happened, too")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="of files: the day that 'yesterday' is reckoned from"
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="table", help="a table, JSON records, CSV in ACLED's columns, or GeoJSON"
    )
    parser.add_argument(
        "--with-names",
        action="store_true",
        help="of json, csv and geojson: keep private persons' names, which they leave out unless told",
    )
    add_redaction(parser)


def day(words: str) -> str:
    """A day, a month or a year as ISO 8601."""
    first_day(words)
    return words


def first_day(words: str) -> str:
    """The same, and of a month or a year its first day."""
    try:
        found = date.fromisoformat(f"{words}-01-01"[:10]) if _DAY.fullmatch(words) else None
    except ValueError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError(f"{words!r} is no date; write it like 2026-01-31, 2026-01 or 2026")
    return found.isoformat()
