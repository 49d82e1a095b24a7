"""`sayso add`, `documents`, `show`: what the store holds."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE, FAILED, SKIPPED
from sayso.cli.streams import closed_at_end, say, stdin
from sayso.errors import SaysoError, StoreError
from sayso.rendering.safe import safe_line

if TYPE_CHECKING:
    from sayso.pipeline.keeping import Taken
    from sayso.store.interface import Kept, Store

DEFAULT_STORE = "sayso.db"


def store_file(options: argparse.Namespace) -> Path:
    """The store's file: `--store`, else `SAYSO_STORE`, else `sayso.db` in this folder."""
    return Path(options.store or os.environ.get("SAYSO_STORE") or DEFAULT_STORE)


def opened(options: argparse.Namespace, *, create: bool = False, reading: bool = False) -> Store:
    """The store that the command works on; only `add` makes one. With `reading`, one that may only be read will do."""
    from sayso.store.opening import open_store

    path = store_file(options)
    if not create and not path.exists():
        raise StoreError(f"There is no store at {path}. 'sayso add FILE' makes one, or name another with --store.")
    store = open_store(path, create=create, reading=reading)
    if not store.writable:
        _say_only_read(store, path, quiet=options.quiet)
    return store


def _say_only_read(store: Store, path: Path, *, quiet: bool) -> None:
    """What a store that may not be written to cannot tell; that claims are missing is said even where little is to be said."""
    from sayso.rendering.sentences import counted

    claims, documents = len(store.unsettled()), len(store.without_events())
    waiting = [f"{counted(claims, 'claim')} without roots yet"] if claims else []
    waiting += [f"{counted(documents, 'document')} without events yet"] if documents else []
    say(
        f"sayso: {safe_line(str(path))} may not be written to, and is only read."
        + (f" What waits to be worked out is left: {' and '.join(waiting)}. A copy shows it." if waiting else ""),
        quiet=quiet and not waiting,
    )


def analyst(options: argparse.Namespace) -> str:
    """Who decides: `--analyst`, else `SAYSO_ANALYST`, else the user's name."""
    name = options.analyst or os.environ.get("SAYSO_ANALYST")
    if name:
        return str(name).strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise SaysoError("Who decides? Name yourself with --analyst NAME, or set SAYSO_ANALYST.") from error


def _adding() -> str:
    """Who adds, for the journal; adding needs no name."""
    try:
        return os.environ.get("SAYSO_ANALYST") or getpass.getuser()
    except (OSError, KeyError):
        return ""


def held(store: Store, what: str) -> Kept:
    """The document with this id or address. Raises StoreError where there is none."""
    kept = store.find(what)
    if kept is None:
        raise StoreError(f"The store holds no document {what!r}. 'sayso documents' lists what it holds.")
    return kept


def add(options: argparse.Namespace) -> int:
    from sayso.pipeline.inputs import Skipped, count_inputs, told_facts
    from sayso.pipeline.keeping import add_inputs
    from sayso.rendering.progress import Progress

    if options.url and (len(options.inputs) != 1 or Path(options.inputs[0]).is_dir()):
        raise SaysoError(
            "--url is the address of one document, and several inputs were given. Add that file by itself."
        )
    redacting = Redacting(options)
    facts = told_facts(options.outlet, options.published, options.url)
    live = sys.stderr.isatty() and not options.quiet
    progress = Progress(sys.stderr, count_inputs(options.inputs)) if live else None
    taken: list[Taken] = []
    skipped: list[Skipped] = []
    with opened(options, create=True) as store:
        outcomes = add_inputs(
            store,
            options.inputs,
            facts=facts,
            fetch=options.fetch,
            workers=options.workers,
            stdin=stdin(options.inputs),
            by=_adding(),
        )
        with closed_at_end(outcomes):
            for outcome in outcomes:
                if progress:
                    progress.wipe()
                if isinstance(outcome, Skipped):
                    skipped.append(redacting(outcome))
                else:
                    outcome = redacting(outcome)
                    taken.append(outcome)
                    print(_line(outcome), flush=True)
                    if alike := outcome.added.alike:
                        say(
                            f"{safe_line(outcome.input)}: {alike} has the very same bytes, and both count."
                            f" If they are one document, take one out: sayso remove {alike} --why REASON"
                        )
                    for note in outcome.reading.notes:
                        say(f"{safe_line(outcome.input)}: {safe_line(note)}", quiet=options.quiet)
                if progress:
                    progress.show(len(taken) + len(skipped))
        if progress:
            progress.wipe()
    _close(taken, skipped, quiet=options.quiet)
    redacting.close()
    if skipped and not taken and len(skipped) == 1:
        return FAILED
    return SKIPPED if skipped else DONE


def _line(taken: Taken) -> str:
    added = taken.added
    what = (
        "back again" if added.returned else "known" if not added.new else "new version" if added.supersedes else "new"
    )
    if not added.new and added.state.value != "current":
        what = f"known, {added.state.value}"
    document = taken.reading.document
    name = document.title or document.url or document.path or ""
    return f"{added.id}  {what:11}  {safe_line(document.outlet or '-')}  {safe_line(name)}".rstrip()


def _close(taken: list[Taken], skipped: list, *, quiet: bool) -> None:  # type: ignore[type-arg]
    new = sum(item.added.new for item in taken)
    parts = [f"{new} added"]
    back = sum(item.added.returned for item in taken)
    if back:
        parts.append(f"{back} back at an earlier version")
    if known := len(taken) - new - back:
        parts.append(f"{known} known already")
    reasons = [f"{safe_line(item.input)}: {safe_line(item.reason)}" for item in skipped]
    if reasons:
        parts.append(f"{len(reasons)} turned away")
    say("\n  ".join([", ".join(parts) + (":" if reasons else "."), *reasons]), quiet=quiet and not reasons)


def documents(options: argparse.Namespace) -> int:
    from sayso.pipeline.corrected import Corrections
    from sayso.rendering.console import open_paper
    from sayso.store.interface import State

    redacting = Redacting(options)
    with opened(options, reading=True) as store:
        redacting.learn_store(store)
        if options.turned_away:
            for turned in map(redacting, store.turned_away()):
                # Most reasons begin with the name.
                named = turned.reason.startswith(turned.input)
                print(f"{turned.at}  {'' if named else safe_line(turned.input) + '  '}{safe_line(turned.reason)}")
            return DONE
        state = None if options.all else State.REMOVED if options.removed else State.CURRENT
        corrections = Corrections(store.judgements())
        held = store.documents(state=state, search=options.search)
        found = (redacting(replace(kept, document=corrections.document(kept.document))) for kept in held)
        if options.json:
            from sayso.serialise import to_json
            from sayso.serialise.kept import kept_record

            print(to_json([kept_record(kept) for kept in found], indent=2))
            redacting.close()
            return DONE
        from sayso.rendering.listing import documents_table

        paper = open_paper(sys.stdout)
        for part in documents_table(found, width=paper.width):
            paper.print(part)
    redacting.close()
    return DONE


def show(options: argparse.Namespace) -> int:
    from sayso.pipeline.corrected import corrected_reading
    from sayso.rendering.console import open_paper

    redacting = Redacting(options)
    if options.raw and redacting.on:
        raise SaysoError(
            "--raw gives the bytes as they came in, and --redact cannot change them. Leave one of the two out."
        )
    with opened(options, reading=True) as store:
        kept = held(store, options.document)
        id = kept.document.id
        if options.raw:
            sys.stdout.flush()
            sys.stdout.buffer.write(store.data(id))
            return DONE
        versions = store.versions(id)
        redacting.learn_store(store, [id, *(version.document.id for version in versions)])
        reading = corrected_reading(store, id)
        kept = replace(kept, document=reading.document)
        reading, kept, versions = redacting(reading), redacting(kept), [redacting(item) for item in versions]
        redacting.close()
        if options.json:
            from sayso.serialise import to_json, to_record
            from sayso.serialise.kept import kept_record

            print(to_json({**to_record(reading), "kept": kept_record(kept)}, indent=2))
            return DONE
        from sayso.rendering.page import document_page

        paper = open_paper(sys.stdout)
        for part in document_page(kept, reading, versions, width=paper.width, text=options.text):
            paper.print(part)
    return DONE
