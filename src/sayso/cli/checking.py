"""`sayso check`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from sayso.cli.redacting import Redacting
from sayso.cli.status import CHECK_FAILED, DONE, FAILED, SKIPPED
from sayso.cli.streams import closed_at_end, say, stdin
from sayso.rendering.safe import safe_line

OWN_REGISTRY = "sayso-registry"


def own_registry(given: Path | None) -> Path | None:
    """The folder of one's own offices: as given, as SAYSO_REGISTRY says, or in this folder, where it is there."""
    if given is not None:
        return given
    if named := os.environ.get("SAYSO_REGISTRY"):
        return Path(named)
    return Path(OWN_REGISTRY) if Path(OWN_REGISTRY).is_dir() else None


def check(options: argparse.Namespace) -> int:
    from sayso.domain.reading import Level, Reading
    from sayso.pipeline import Facts, Skipped, read_inputs
    from sayso.rendering.console import open_paper
    from sayso.rendering.table import ALARMS, check_text, notes, title
    from sayso.serialise import check_records, to_json

    redacting = Redacting(options)
    facts = Facts(published=options.date.isoformat() if options.date else None)
    levels = frozenset(Level) if options.all else ALARMS
    paper = open_paper(sys.stdout)
    records = []
    skipped: list[Skipped] = []
    counts = dict.fromkeys(Level, 0)
    outcomes = read_inputs(
        options.inputs, facts=facts, registry=own_registry(options.registry), packs=(), fetch=options.fetch,
        workers=options.workers, stdin=stdin(options.inputs),
    )  # fmt: skip
    with closed_at_end(outcomes):
        for outcome in outcomes:
            if not isinstance(outcome, Reading):
                skipped.append(redacting(outcome))
                continue
            outcome = redacting(outcome)
            for found in outcome.checks:
                counts[found.level] += 1
            shown = [found for found in outcome.checks if found.level in levels]
            if options.json:
                records.append(check_records(outcome))
                continue
            paper.print(title(outcome))
            for note in notes(outcome):
                paper.print(note)
            for found in shown:
                paper.print(check_text(found))
            if not shown:
                paper.print("Nothing to question.", style="dim")
            paper.print()
    if options.json:
        sys.stdout.write(to_json(records, indent=2) + "\n")
    sys.stdout.flush()
    told = ", ".join(f"{counts[level]} {level.value}" for level in Level if counts[level]) or "no checks"
    say(f"{told}.", quiet=options.quiet)
    redacting.close()
    for item in skipped:
        say(f"skipped: {safe_line(item.reason)}")
    if skipped and len(skipped) == len(options.inputs) == 1:
        return FAILED
    if counts[Level.RED]:
        return CHECK_FAILED
    return SKIPPED if skipped else DONE
