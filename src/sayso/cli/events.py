"""`sayso events`: what happened, on whose word."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from sayso.cli.keeping import opened
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE, FAILED, SKIPPED
from sayso.cli.streams import say, stdin
from sayso.rendering.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.domain.happening import Happening
    from sayso.domain.pack import Pack
    from sayso.domain.reading import Reading
    from sayso.pipeline import Skipped
    from sayso.store.overviews import WantedEvents


def events(options: argparse.Namespace) -> int:
    from sayso.packs import find_packs
    from sayso.packs.loading import DEFAULT_PACK
    from sayso.pipeline.events import known_types, of_store
    from sayso.store.overviews import WantedEvents

    packs = find_packs(options.pack or [DEFAULT_PACK])
    ids = tuple(pack.id for pack in packs)
    types = known_types(options.type or (), packs)
    wanted = WantedEvents(ids, types, options.since, options.until, options.place, options.all)
    skipped: list[Skipped] = []
    redacting = Redacting(options, always=options.format != "table" and not options.with_names)
    if options.inputs:
        found, skipped = _of_files(options, packs, wanted, redacting)
    else:
        with opened(options, reading=True) as store:
            found = of_store(store, packs, wanted)
            redacting.learn_store(store)
    _write(redacting(found), options.format)
    sys.stdout.flush()
    redacting.close()
    for item in skipped:
        say(f"{safe_line(item.input)}: {safe_line(item.reason)}")
    if skipped and len(skipped) == len(options.inputs) == 1:
        return FAILED
    return SKIPPED if skipped else DONE


def _of_files(
    options: argparse.Namespace, packs: tuple[Pack, ...], wanted: WantedEvents, redacting: Redacting
) -> tuple[list[Happening], list[Skipped]]:
    from sayso.pipeline import Facts, Skipped, read_inputs
    from sayso.pipeline.events import has, of_readings

    skipped: list[Skipped] = []
    found: list[Happening] = []
    readings: list[Reading] = []
    outcomes = read_inputs(
        options.inputs,
        facts=Facts(published=options.published),
        packs=packs,
        workers=options.workers,
        stdin=stdin(options.inputs),
    )
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
        else:
            readings.append(outcome)
            found += [happening for happening in of_readings([outcome]) if has(wanted, happening)]
    redacting.learn(readings)
    return found, skipped


def _write(found: Sequence[Happening], form: str) -> None:
    if form == "csv":
        from sayso.serialise.events import events_csv

        sys.stdout.write(events_csv(found))
    elif form == "json":
        from sayso.serialise import to_json
        from sayso.serialise.events import happening_record

        sys.stdout.write(to_json([happening_record(item) for item in found], indent=2) + "\n")
    elif form == "geojson":
        from sayso.serialise import to_json
        from sayso.serialise.events import events_geojson

        sys.stdout.write(to_json(events_geojson(found), indent=2) + "\n")
    else:
        from sayso.rendering.console import open_paper
        from sayso.rendering.events import events_table

        paper = open_paper(sys.stdout)
        for part in events_table(found):
            paper.print(part)
