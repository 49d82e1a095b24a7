"""`sayso parties`: who is spoken of and quoted, across documents."""

from __future__ import annotations

import argparse
import sys

from sayso.cli.keeping import opened
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE, FAILED
from sayso.cli.streams import say
from sayso.domain.attribution import PartyKind
from sayso.domain.joined_party import JoinedParty
from sayso.rendering.safe import safe_line


def parties(options: argparse.Namespace) -> int:
    from sayso.pipeline.parties import called, parties_of
    from sayso.rendering.console import open_paper
    from sayso.rendering.party_list import party_list
    from sayso.serialise import to_json
    from sayso.serialise.joined_parties import joined_party_record

    redacting = Redacting(options)
    words = " ".join(options.name)
    with opened(options, reading=True) as store:
        everybody = parties_of(store)
        redacting.learn_store(store)
    found = called(everybody, words) if words else everybody
    if not options.json and not options.all and not words:
        found = [party for party in found if _is_shown(party)]
    shown = [redacting(party) for party in found]
    if options.json:
        sys.stdout.write(to_json([joined_party_record(party) for party in shown], indent=2) + "\n")
    else:
        paper = open_paper(sys.stdout)
        for part in party_list(shown, whole=bool(words)):
            paper.print(part)
    sys.stdout.flush()
    redacting.close()
    if words and not found:
        say(f"The store's documents speak of nobody called {safe_line(redacting(words))}.")
        return FAILED
    left = len(everybody) - len(found)
    if left and not words:
        say(f"{left} more are never quoted, or bear no name and stand in one text: --all.", quiet=options.quiet)
    return DONE


def _is_shown(party: JoinedParty) -> bool:
    """Whether a party is in the list unasked: who is quoted and has a name or stands in several texts, and whoever leaves a question."""
    if party.doubts and party.kind is PartyKind.PERSON:
        return True
    return bool(party.quoted) and (bool(party.names) or len(party.appearances) > 1)
