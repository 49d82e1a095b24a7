"""What may be said of `sayso places`."""

from __future__ import annotations

from sayso.cli.new_command import NewCommand


def add_places(command: NewCommand) -> None:
    parser = command(
        "places",
        help="list the places that a text names, where they lie and why it is those",
        description="Read texts and print every place that they name: what it means, the areas above it, its coordinates,"
        " what else it could mean, and why.",
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="FILE|URL|-|FOLDER",
        help="plain text or HTML; - is standard input; a folder is read with its subfolders; a URL needs --fetch",
    )
    parser.add_argument("--json", action="store_true", help="an array of one record a text, every mention apart")
    parser.add_argument("--fetch", action="store_true", help="allow URLs; sayso opens no connection without this")
