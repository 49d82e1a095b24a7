"""`sayso packs`, `sayso pack check`."""

from __future__ import annotations

import argparse
import sys

from sayso.cli.status import CHECK_FAILED, DONE
from sayso.cli.streams import say
from sayso.errors import PackError
from sayso.rendering.safe import safe, safe_line


def packs(options: argparse.Namespace) -> int:
    from sayso.packs import find_packs, shipped_packs
    from sayso.serialise import to_json
    from sayso.serialise.packs import pack_record

    found = find_packs(options.pack or shipped_packs())
    if options.json:
        sys.stdout.write(to_json([pack_record(pack) for pack in found], indent=2) + "\n")
        return DONE
    for pack in found:
        print(safe_line(f"{pack.id}: {pack.title}, {len(pack.types)} types ({pack.language})"))
        for type in pack.types:
            code = type.plover + (f"/{type.mode}" if type.mode else "")
            print(f"  {safe_line(type.id):22}{safe_line(code):20}{safe_line(type.definition)}")
    return DONE


def pack(options: argparse.Namespace) -> int:
    """`sayso pack check`: the only action."""
    from sayso.packs import load_pack

    faulty = 0
    for name in options.files:
        try:
            found = load_pack(name)
        except PackError as error:
            faulty += 1
            say(safe(str(error)))
            continue
        cues = sum(len(cue.words) for type in found.types for cue in type.cues)
        print(safe_line(f"{name}: nothing wrong: {found.id}, {len(found.types)} types, {cues} cues."))
    return CHECK_FAILED if faulty else DONE
