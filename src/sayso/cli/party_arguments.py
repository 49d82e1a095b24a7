"""What may be said of `sayso parties`."""

from __future__ import annotations

from pathlib import Path

from sayso.cli.new_command import NewCommand
from sayso.cli.redacting import add_redaction


def add_parties(command: NewCommand) -> None:
    parser = command(
        "parties",
        help="list who is quoted, across documents, and why mentions were taken for one",
        description="List the parties of the store's documents: names, public or private, how often they are quoted and by whom, why"
        " mentions in several documents were taken for one party, and the questions that are left. With a NAME, every document and every reason.",
    )
    parser.add_argument(
        "name", nargs="*", metavar="NAME", help="only those whose name has this in it, in any spelling; or an id"
    )
    parser.add_argument(
        "--store", type=Path, metavar="FILE", help="the store (else SAYSO_STORE, else sayso.db in this folder)"
    )
    parser.add_argument("--all", action="store_true", help="those that are never quoted or bear no name, too")
    parser.add_argument("--json", action="store_true", help="an array of records, one a party, all of them")
    add_redaction(parser)
