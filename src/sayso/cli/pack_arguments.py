"""What may be said of the commands about packs."""

from __future__ import annotations

from sayso.cli.new_command import NewCommand


def add_packs(command: NewCommand) -> None:
    parser = command(
        "packs",
        help="list the kinds of events that domain packs describe",
        description="List domain packs with their event types. A pack is one TOML file; docs/events.md tells how to write one.",
    )
    parser.add_argument("pack", nargs="*", metavar="PACK", help="only these: an id, or a file of your own")
    parser.add_argument("--json", action="store_true", help="an array of records, with examples and near misses")
    parser = command(
        "pack",
        help="check a domain pack of your own",
        description="Say everything that is wrong with a pack. The exit status is 4 where anything is.",
    )
    actions = parser.add_subparsers(title="actions", dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help="say what is wrong with a pack's file", allow_abbrev=False)
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="a TOML file, or the id of a pack that comes with sayso"
    )
