"""`sayso desk`, `sayso journal`."""

from __future__ import annotations

import argparse
import os
import sys

from sayso.cli.checking import own_registry
from sayso.cli.keeping import analyst, opened, store_file
from sayso.cli.status import DONE, FAILED
from sayso.cli.streams import say
from sayso.rendering.safe import safe_line


def desk(options: argparse.Namespace) -> int:
    from sayso.desk.safety.passwords import hash_password
    from sayso.desk.serving import serve
    from sayso.desk.settings import Settings

    password = os.environ.get("SAYSO_DESK_PASSWORD")
    settings = Settings(
        store=store_file(options),
        analyst=analyst(options),
        host=options.host,
        port=options.port,
        password=hash_password(password) if password else None,
        names=tuple(options.name),
        registry=own_registry(options.registry),
    )

    def ready(address: str) -> None:
        print(f"The desk is open at {address} (store: {settings.store}). Ctrl-C closes it.", flush=True)
        # Without a screen a text browser would take the terminal.
        if options.open and (sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            import webbrowser

            webbrowser.open(address)

    serve(settings, on_ready=ready, debug=options.debug)
    return DONE


def journal(options: argparse.Namespace) -> int:
    from sayso.domain.journal import find_break

    with opened(options, reading=True) as store:
        if options.verify:
            broken = find_break(store.journal())
            if broken is not None:
                say(
                    f"sayso: the journal's chain is broken at entry {broken.number} ({broken.at}): it, or one before it, is not what was written."
                )
                return FAILED
            digests = [entry.digest for entry in store.journal()]
            if options.head and options.head not in digests:
                say(
                    f"sayso: no entry has the digest {safe_line(options.head)}: entries were cut off, or it is of another store."
                )
                return FAILED
            print(f"{len(digests)} entries, all as they were written; the last is {digests[-1] if digests else 'none'}")
            return DONE
        if options.json:
            from sayso.serialise import to_json
            from sayso.serialise.overviews import entry_record

            print(to_json([entry_record(entry) for entry in store.journal()], indent=2))
            return DONE
        for entry in store.journal():
            print(
                safe_line(
                    f"{entry.number}  {entry.at}  {entry.who or '-'}  {entry.what.value}  {entry.about}  {entry.detail[:120]}"
                )
            )
    return DONE
