"""What may be said of the commands that work on a store."""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.cli.event_arguments import first_day
from sayso.cli.new_command import NewCommand
from sayso.cli.redacting import add_redaction

FIELDS = ("speaker", "span", "party", "outlet", "published")
"""What `sayso correct` puts right: the first three of an attribution, the others of a document."""
VERDICTS = ("confirmed", "refuted", "open")


def add_store_commands(command: NewCommand) -> None:
    """The commands from `add` to `rebuild`, in the order of a day's work."""
    _add(command)
    _documents(command)
    _trace(command)
    _claims(command)
    _judgements(command)
    _rebuild(command)


def _number(words: str) -> int:
    if not words.isascii() or not words.isdigit():
        raise argparse.ArgumentTypeError(f"{words!r} is no number of documents; give 0 or more")
    return int(words)


def _store(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "--store", type=Path, metavar="FILE", help="the store (else SAYSO_STORE, else sayso.db in this folder)"
    )
    return parser


def _analyst(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--analyst", metavar="NAME", help="who decides (else SAYSO_ANALYST, else your user name)")


def _add(command: NewCommand) -> None:
    parser = _store(
        command(
            "add",
            help="read texts and keep them in the store",
            description="Read plain text and web pages, keep them with their bytes, and find the claims that they share."
            " The same document twice adds nothing; a changed page at a known address is a new version.",
        )
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="FILE|URL|-|FOLDER",
        help="plain text or HTML; - is standard input; a folder is read with its subfolders; a URL needs --fetch",
    )
    parser.add_argument("--outlet", metavar="NAME", help="who published it, where the file does not say")
    parser.add_argument(
        "--published", metavar="DATE", help="when (2026-01-31, or with time and zone), where it does not say"
    )
    parser.add_argument("--url", metavar="URL", help="where it stands, for a single file")
    parser.add_argument("--fetch", action="store_true", help="allow URLs; sayso opens no connection without this")
    add_redaction(parser)


def _documents(command: NewCommand) -> None:
    parser = _store(
        command(
            "documents",
            help="list what the store holds",
            description="List the documents in the order in which they were added.",
        )
    )
    parser.add_argument(
        "--search", metavar="WORDS", help='only those with these words; "a phrase", migrant* for a beginning'
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="removed documents and older versions too")
    which.add_argument("--removed", action="store_true", help="only removed ones")
    which.add_argument("--turned-away", action="store_true", help="inputs that were not kept, with the reason")
    parser.add_argument("--json", action="store_true", help="an array of records")
    add_redaction(parser)

    parser = _store(
        command(
            "show", help="show one document", description="Show a document with its versions and what is said in it."
        )
    )
    parser.add_argument("document", metavar="ID|URL", help="a document's id (doc_…) or address")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="the whole text, not only how it begins")
    form.add_argument("--json", action="store_true", help="the reading as sayso.reading/1")
    form.add_argument("--raw", action="store_true", help="the bytes exactly as they came in")
    add_redaction(parser)

    parser = _store(
        command(
            "remove",
            help="take a document out of all counts",
            description="A removed document no longer counts. Its tombstone stays with the reason; 'sayso undo' brings it back.",
        )
    )
    parser.add_argument("document", metavar="ID|URL")
    parser.add_argument("--why", required=True, metavar="REASON", help="why it is removed")
    _analyst(parser)

    parser = _store(
        command(
            "correct",
            help="put right what was read wrong",
            description="Correct a speaker, a span or a party of an attribution (att_…), or outlet and date of a document (doc_…)."
            " A speaker is other words of the text, or who they mean; a party is who the words that were read mean."
            " A correction is a judgement: it outranks the model, survives a rebuild, and can be undone.",
        )
    )
    parser.add_argument("subject", metavar="ATTRIBUTION|DOCUMENT")
    parser.add_argument(
        "field",
        metavar="FIELD",
        choices=FIELDS,
        type=lambda word: "published" if word == "date" else word,
        help=f"{', '.join(FIELDS)} (or date)",
    )
    parser.add_argument(
        "value",
        metavar="VALUE",
        help="a speaker's name, or where it stands as START-END; a party's name; a span as START-END, or several; an outlet's name; a date",
    )
    parser.add_argument("--why", metavar="REASON")
    _analyst(parser)


def _trace(command: NewCommand) -> None:
    parser = _store(
        command(
            "trace",
            help="follow a claim back to its roots",
            description="Show who first said it, through whom it travelled, and what changed on the way."
            " Where nothing fits, the five nearest claims are listed and the exit status is 1.",
        )
    )
    parser.add_argument(
        "what", metavar="TEXT|ATTRIBUTION|CLAIM|URL", help="a sentence, an id (att_…, clm_…, doc_…), or an address"
    )
    parser.add_argument("--json", action="store_true", help="an array of sayso.lineage/1")
    parser.add_argument(
        "--svg", type=Path, metavar="FILE", help="also write a drawing (of the first claim, where there are several)"
    )
    parser.add_argument("--evidence", action="store_true", help="the words that each step rests on, and every copy")
    parser.add_argument(
        "--with-names",
        action="store_true",
        help="of --svg: keep private persons' names, which a drawing leaves out unless told",
    )
    add_redaction(parser)


def _claims(command: NewCommand) -> None:
    parser = _store(
        command("claims", help="list the claims", description="List claims with their documents, outlets and roots.")
    )
    parser.add_argument(
        "--since", type=first_day, metavar="DATE", help="only with a document published on this day or later"
    )
    parser.add_argument("--outlet", metavar="NAME", help="only in this outlet")
    parser.add_argument("--source", metavar="NAME", help="only with this root or source")
    parser.add_argument(
        "--place", metavar="NAME", help="only where a place of this name, or in an area of it, is named"
    )
    parser.add_argument("--event", metavar="TYPE", help="only with an event of this type ('sayso packs' lists them)")
    parser.add_argument(
        "--min-documents", type=_number, default=0, metavar="N", help="only in so many documents or more"
    )
    parser.add_argument("--sort", choices=("documents", "roots", "drift"), help="most first (documents)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="an array of records")
    form.add_argument(
        "--claimreview",
        metavar="CLAIM",
        help="instead of the list: the verdict on this claim (clm_… or att_…) as schema.org's ClaimReview (JSON-LD), without private persons' names",
    )
    parser.add_argument("--review-url", metavar="URL", help="of --claimreview: the page where the review is published")
    parser.add_argument("--with-names", action="store_true", help="of --claimreview: keep private persons' names")
    _analyst(parser)
    add_redaction(parser)


def _judgements(command: NewCommand) -> None:
    for name, words in (("same", "say that two attributions make one claim"), ("differ", "say that they do not")):
        parser = _store(command(name, help=words, description=f"{words[0].upper()}{words[1:]}. It outranks the model."))
        parser.add_argument("first", metavar="A", help="an attribution (att_…) or a claim (clm_…)")
        parser.add_argument("second", metavar="B")
        parser.add_argument("--why", metavar="REASON")
        _analyst(parser)
    parser = _store(
        command(
            "unlink",
            help="say that a document did not take it from there",
            description="Say that document TO did not take its claim from FROM. What else it says of where it has it from then counts.",
        )
    )
    parser.add_argument(
        "source",
        metavar="FROM",
        help="a document (doc_… or its address), or a hop or root (hop_…, root_…) of its lineage",
    )
    parser.add_argument("to", metavar="TO", help="a document (doc_… or its address)")
    parser.add_argument("--why", metavar="REASON")
    _analyst(parser)
    for name, words in (
        ("merge", "say that two roots of a claim, or two parties, are one"),
        ("split", "say that they are two"),
    ):
        parser = _store(command(name, help=words, description=f"{words[0].upper()}{words[1:]}. It outranks the rules."))
        parser.add_argument(
            "first",
            metavar="ROOT|PARTY",
            help="root_…, as 'sayso trace --evidence' or --json shows it; pty_…, as 'sayso parties' does",
        )
        parser.add_argument("second", metavar="ROOT|PARTY")
        parser.add_argument("--why", metavar="REASON")
        _analyst(parser)
    parser = _store(
        command(
            "verdict",
            help="record what was found of a claim",
            description="Record that evidence shows a claim to be so (confirmed), or not (refuted), or that it was looked into and is not settled (open)."
            " The word is yours: nothing works one out.",
        )
    )
    parser.add_argument("claim", metavar="CLAIM|ATTRIBUTION", help="a claim (clm_…) or an attribution (att_…)")
    parser.add_argument("verdict", metavar="VERDICT", choices=VERDICTS, help=", ".join(VERDICTS))
    parser.add_argument("--why", required=True, metavar="REASON", help="what shows it")
    _analyst(parser)
    parser = _store(
        command(
            "undo", help="take a judgement back", description="Take back a judgement: the last one, or the one named."
        )
    )
    parser.add_argument("judgement", nargs="?", metavar="JUDGEMENT", help="its id (jdg_…)")
    _analyst(parser)
    parser = _store(
        command("judgements", help="list what was decided", description="List judgements, who made them, when and why.")
    )
    parser.add_argument("--all", action="store_true", help="those taken back too")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="an array of records")
    form.add_argument(
        "--gold",
        type=Path,
        metavar="FILE",
        help="write the texts whose attributions were corrected, with their marks, to train a model on (JSON lines; - is standard output)",
    )
    _analyst(parser)
    add_redaction(parser)


def _rebuild(command: NewCommand) -> None:
    parser = _store(
        command(
            "rebuild",
            help="derive all claims again",
            description="Forget claims, relays, roots and drift, and derive them again from documents and judgements, with the same ids.",
        )
    )
    parser.add_argument(
        "--read-again", action="store_true", help="read every document again too, with the present model"
    )
