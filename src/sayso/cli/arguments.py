"""What may be said on the command line: commands, options, and their help."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, cast

from sayso.cli.desk_arguments import add_desk
from sayso.cli.event_arguments import add_events
from sayso.cli.office_arguments import add_check, add_registry
from sayso.cli.pack_arguments import add_packs
from sayso.cli.party_arguments import add_parties
from sayso.cli.place_arguments import add_places
from sayso.cli.redacting import add_redaction
from sayso.cli.store_arguments import add_store_commands
from sayso.rendering.safe import safe_line
from sayso.version import VERSION

_EXAMPLES = """\
examples:
  sayso read article.txt                      who says what, through whom, how sure
  sayso read page.html --text                 the text with sources, cues, contents and hedges lit
  sayso read inbox/ --jsonl > readings.jsonl  every text in a folder, one record a line
  sayso read --fetch https://example.org/a    the only way in which sayso opens a connection
  pbpaste | sayso read -                      from standard input
  sayso read a.txt --source "Ministry" --min-score 0.5
  sayso check article.txt --date 2026-01-31   headline, sources, who holds which office
  sayso add inbox/                            keep them, and find the claims that they share
  sayso trace "40 men were forced to sign"    a claim back to its roots, hop by hop
  sayso events --since 2026-01 --format csv   what happened, on whose word, in ACLED's columns
  sayso desk                                  read, trace and decide in the browser
"""
_EXIT_CODES = """\
exit status:
  0  done         1  failed        2  wrong usage
  3  done, but inputs were skipped; each is listed with its reason on standard error
  4  a check failed
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{self.prog}: {safe_line(message)}\nTry '{self.prog} --help'.\n")
        raise SystemExit(2)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """What a command does not know is its own error: argparse has the program say it, whose help does not list the option."""
        options, rest = super().parse_known_args(args, namespace)
        if rest and self.get_default("command") is not None:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return options, rest


def command_parser() -> argparse.ArgumentParser:
    """Parses to a namespace whose `command` is the command's name; wrong usage exits with 2, its reason on standard error."""
    parser = _Parser(
        prog="sayso",
        description="Traces every statement in a news text back to who said it, through whom, and how sure each was.",
        epilog=f"{_EXAMPLES}\n{_EXIT_CODES}\n'sayso COMMAND --help' tells more about a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sayso {VERSION}", help="print the version and exit")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--workers", type=_workers, metavar="N", help="how many cores to use (default: all)")
    common.add_argument("--quiet", action="store_true", help="no progress and no closing line; skips are still listed")
    common.add_argument("--debug", action="store_true", help="show where sayso fails, if it does")
    _add_read(commands, common)
    add_check(partial(_command, commands, common))
    add_registry(partial(_command, commands, common))
    add_events(partial(_command, commands, common))
    add_places(partial(_command, commands, common))
    add_parties(partial(_command, commands, common))
    add_packs(partial(_command, commands, common))
    add_store_commands(partial(_command, commands, common))
    add_desk(partial(_command, commands, common))
    _add_demo(commands, common)
    _add_evaluate(commands, common)
    return parser


def _command(commands: Any, common: argparse.ArgumentParser, name: str, **words: str) -> argparse.ArgumentParser:
    parser = cast(
        "argparse.ArgumentParser",
        commands.add_parser(
            name,
            parents=[common],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **words,
        ),
    )
    parser.set_defaults(command=name)
    return parser


def _add_read(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _command(
        commands,
        common,
        "read",
        help="read texts and show who says what",
        description="Read plain text and web pages and show who says what, through whom, and how sure they are.",
        epilog=f"{_EXAMPLES}\n{_EXIT_CODES}",
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="FILE|URL|-|FOLDER",
        help="plain text or HTML; - is standard input; a folder is read with its subfolders; a URL needs --fetch",
    )
    form = parser.add_argument_group("what is printed (a table, unless one of these)").add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="the text itself with sources, cues, contents, hedges lit")
    form.add_argument("--json", action="store_true", help="one JSON record, or an array for several inputs or a folder")
    form.add_argument("--jsonl", action="store_true", help="one JSON record a line, as soon as each text is read")
    form.add_argument(
        "--csv", action="store_true", help="one row a hop; cells that a spreadsheet would run get an apostrophe"
    )
    choice = parser.add_argument_group("which of it")
    choice.add_argument("--source", metavar="NAME", help="only what this source says or passes on, by any of its names")
    choice.add_argument(
        "--min-score", type=_score, default=0.0, metavar="S", help="only findings with this score or more, 0 to 1"
    )
    choice.add_argument(
        "--all", action="store_true", help="plans and attempts too (--json, --jsonl and --csv always have them)"
    )
    choice.add_argument(
        "--removed", action="store_true", help="also list what of a page was not its text (the JSON always has it)"
    )
    parser.add_argument(
        "--pack", action="append", metavar="PACK", help="whose events the JSON has: an id or a file; may be given again"
    )
    parser.add_argument("--fetch", action="store_true", help="allow URLs; sayso opens no connection without this")
    add_redaction(parser)


def _add_demo(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _command(
        commands,
        common,
        "demo",
        help="read the texts that come with sayso",
        description="Read the invented texts that come with sayso, print what is in them, and end.",
    )
    parser.add_argument("--text", action="store_true", help="the texts with their spans lit, not tables")
    add_redaction(parser)


def _add_evaluate(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _command(
        commands,
        common,
        "evaluate",
        help="score sayso on a corpus that people annotated",
        description="Read a gold corpus and compare what sayso finds with what its annotators found.",
        epilog="examples, where ~/corpora holds the folder polnear, and ~/ours texts that you annotated:\n"
        "  sayso evaluate polnear --data ~/corpora\n"
        "  sayso evaluate ~/ours --errors errors.jsonl --sample 200",
    )
    parser.add_argument(
        "corpus",
        metavar="CORPUS|FOLDER",
        help="polnear, gum, nested-dev, nested-heldout, stories, simulated, checkthat, places or events; "
        "or a folder of texts annotated in PolNeAR's or Citron's form (./ before it where it is named like a corpus)",
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where a corpus that is named lies")
    parser.set_defaults(wrong=parser.error)
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write every difference from gold, one JSON a line")
    parser.add_argument("--sample", type=_count, metavar="N", help="of --errors: only N drawn at random, by --seed")
    parser.add_argument("--stories", type=int, default=100, metavar="N", help="of simulated: how many (default: 100)")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="of simulated and --sample: which (default: 1)"
    )
    parser.add_argument(
        "--part",
        default="dev",
        metavar="PART",
        help="of checkthat: which posts; of events: dev, test or unlike (default: dev)",
    )
    parser.add_argument("--pack", metavar="PACK", help="of events: only this pack (default: both that come with sayso)")
    parser.add_argument(
        "--untrained", action="store_true", help="of checkthat: weights set by hand, and no training pair known"
    )
    parser.add_argument(
        "--vectors", type=Path, metavar="FILE", help="of checkthat: keep the claims' vectors here; written if not there"
    )
    parser.add_argument(
        "--given",
        action="store_true",
        help="of places: mentions as marked alone, no text is read; of stories: drift alone, with the true claims and relays",
    )
    parser.add_argument("--json", action="store_true", help="the figures as JSON")


def _score(words: str) -> float:
    try:
        score = float(words)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:  # also turns away "nan"
        raise argparse.ArgumentTypeError(f"{words!r} is no score; give a number from 0 to 1")
    return score


def _count(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of errors; give 1 or more")
    return int(words)


def _workers(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of cores; give 1 or more")
    return int(words)
