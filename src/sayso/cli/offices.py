"""`sayso registry find`, `import` and `show`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sayso.cli.checking import OWN_REGISTRY, own_registry
from sayso.cli.status import DONE, FAILED, SKIPPED
from sayso.cli.streams import say
from sayso.errors import RegistryError, UsageError
from sayso.rendering.safe import safe_line


def registry(options: argparse.Namespace) -> int:
    return {"find": _find, "import": _import, "show": _show}[options.action](options)


def _find(options: argparse.Namespace) -> int:
    from sayso.domain.office import Holding
    from sayso.registry import load_registry
    from sayso.serialise import organisation_record, tenure_record, to_json

    known = load_registry(own_registry(options.registry))
    words = " ".join(options.name)
    if not any(character.isalnum() for character in words):
        raise UsageError('Say whom to look for, a name, an office or a body: sayso registry find "MVD head"')
    bodies = known.bodies_called(words)
    tenures = [
        tenure
        for tenure in known.find(words)
        if options.as_of is None or tenure.on(options.as_of) in (Holding.DURING, Holding.UNKNOWN)
    ]
    if options.json:
        records = [*map(organisation_record, bodies), *(tenure_record(known.line(tenure)) for tenure in tenures)]
        sys.stdout.write(to_json(records, indent=2) + "\n")
    else:
        for body in bodies:
            facts = (body.kind, body.country, f"owner: {body.owner}" if body.owner else None)
            party = f"party to the matter: {body.party}" if body.party else None
            looked = f"checked {body.checked}" if body.checked else "unchecked"
            print(safe_line(f"{body.name} — {', '.join(filter(None, (*facts, party)))} ({looked})"))
        for tenure in tenures:
            unsure = options.as_of is not None and tenure.on(options.as_of) is Holding.UNKNOWN
            print(safe_line(known.line(tenure).words + (f" — not known for {options.as_of}" if unsure else "")))
    if not bodies and not tenures:
        say(f"The registry has nothing under “{safe_line(words)}”{f' on {options.as_of}' if options.as_of else ''}.")
        return FAILED
    return DONE


def _import(options: argparse.Namespace) -> int:
    from sayso.registry import load_registry
    from sayso.registry.entities import read_entities
    from sayso.registry.importing import take_in, write_own

    own = own_registry(options.registry)
    into = own or Path(OWN_REGISTRY)
    left_out = 0
    for place in options.files:
        load_registry.cache_clear()  # the file before has added lines
        known = load_registry(into if into.is_dir() else None)
        try:
            text = place.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise RegistryError(f"{place} cannot be read: {error}.") from error
        entities = read_entities(text, str(place))
        taken = take_in(known, entities, str(place))
        if not options.dry_run:
            write_own(into, taken)
        verb = "would be added to" if options.dry_run else "added to"
        say(
            f"{safe_line(str(place))}: {len(taken.tenures)} tenures, {len(taken.persons)} people, {len(taken.offices)} offices and"
            f" {len(taken.organisations)} bodies {verb} {safe_line(str(into))}; {taken.known} known already.",
            quiet=options.quiet,
        )
        for line in taken.replaced:
            print(f"replaced: {safe_line(line)}")
        for line in taken.conflicts:
            print(f"conflict: {safe_line(line)}")
        for line in entities.skipped:
            print(f"skipped: {safe_line(line)}")
        left_out += len(taken.conflicts) + len(entities.skipped)
    return SKIPPED if left_out else DONE


def _show(options: argparse.Namespace) -> int:
    from sayso.registry import load_registry
    from sayso.serialise import tenure_record, to_json

    known = load_registry(own_registry(options.registry))
    if options.json:
        sys.stdout.write(to_json([tenure_record(known.line(tenure)) for tenure in known.tenures], indent=2) + "\n")
        return DONE
    checked = sum(1 for tenure in known.tenures if tenure.checked)
    print(f"{len(known.tenures)} tenures, {checked} checked, {len(known.tenures) - checked} unchecked")
    print(
        f"{len(known.offices)} offices, {len(known.persons)} people, {len(known.organisations)} bodies, outlets and channels"
    )
    by_country: dict[str, int] = {}
    for office in known.offices.values():
        by_country[office.country] = by_country.get(office.country, 0) + 1
    print("offices by country: " + ", ".join(f"{code} {count}" for code, count in sorted(by_country.items())))
    return DONE
