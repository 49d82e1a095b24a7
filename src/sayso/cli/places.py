"""`sayso places`."""

from __future__ import annotations

import argparse
import sys

from sayso.cli.status import DONE, FAILED, SKIPPED
from sayso.cli.streams import closed_at_end, say, stdin
from sayso.rendering.safe import safe_line


def places(options: argparse.Namespace) -> int:
    from sayso.domain.reading import Reading
    from sayso.pipeline import Skipped, read_inputs
    from sayso.rendering.console import open_paper
    from sayso.rendering.place_table import place_table
    from sayso.rendering.table import notes, title
    from sayso.serialise import places_record, to_json

    paper = open_paper(sys.stdout)
    records = []
    skipped: list[Skipped] = []
    named = known = 0
    outcomes = read_inputs(options.inputs, fetch=options.fetch, workers=options.workers, stdin=stdin(options.inputs))
    with closed_at_end(outcomes):
        for outcome in outcomes:
            if not isinstance(outcome, Reading):
                skipped.append(outcome)
                continue
            named += len(outcome.places)
            known += sum(place.chosen is not None for place in outcome.places)
            if options.json:
                records.append(places_record(outcome))
                continue
            paper.print(title(outcome))
            for note in notes(outcome):
                paper.print(note)
            paper.print(place_table(outcome.places))
            paper.print()
    if options.json:
        sys.stdout.write(to_json(records, indent=2) + "\n")
    sys.stdout.flush()
    say(f"Places are named {named} times, {named - known} of them unknown.", quiet=options.quiet)
    for item in skipped:
        say(f"skipped: {safe_line(item.reason)}")
    if skipped and len(skipped) == len(options.inputs) == 1:
        return FAILED
    return SKIPPED if skipped else DONE
