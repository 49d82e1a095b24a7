"""`sayso same`, `differ`, `unlink`, `merge`, `split`, `undo`, `judgements`: what an analyst decides."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sayso.cli.keeping import analyst, opened
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE
from sayso.cli.streams import say
from sayso.domain.judgement import JudgementKind
from sayso.rendering.safe import safe_line

if TYPE_CHECKING:
    from sayso.domain.judgement import Judgement


def same(options: argparse.Namespace) -> int:
    return _pair(options, JudgementKind.SAME, "make one claim")


def differ(options: argparse.Namespace) -> int:
    return _pair(options, JudgementKind.DIFFER, "make two claims")


def _pair(options: argparse.Namespace, kind: JudgementKind, words: str) -> int:
    from sayso.pipeline.keeping import judge
    from sayso.pipeline.tracing import attribution_of

    with opened(options) as store:
        first, second = (attribution_of(store, item) for item in (options.first, options.second))
        made = judge(store, kind, first, second, why=options.why, analyst=analyst(options))
    return _recorded(made, f"{first} and {second} {words}.")


def unlink(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import unlink as decide

    with opened(options) as store:
        made = decide(store, options.source, options.to, why=options.why, analyst=analyst(options))
    return _recorded(made, f"{made.object} did not take it from {made.subject}.")


def merge(options: argparse.Namespace) -> int:
    if _names_parties(options):
        return _on_parties(options, JudgementKind.ONE_PARTY, "are one party")
    from sayso.pipeline.deciding import merge as decide

    with opened(options) as store:
        made = decide(store, options.first, options.second, why=options.why, analyst=analyst(options))
    return _recorded(made, f"{made.subject} and {made.object} are one root.")


def split(options: argparse.Namespace) -> int:
    if _names_parties(options):
        return _on_parties(options, JudgementKind.TWO_PARTIES, "are two parties")
    from sayso.pipeline.deciding import split as decide

    with opened(options) as store:
        made = decide(store, options.first, options.second, why=options.why, analyst=analyst(options))
    return _recorded(made, f"{made.subject} and {made.object} are two roots.")


def _names_parties(options: argparse.Namespace) -> bool:
    return all(id.startswith("pty_") for id in (options.first, options.second))


def _on_parties(options: argparse.Namespace, kind: JudgementKind, words: str) -> int:
    from sayso.pipeline.parties import decide

    with opened(options) as store:
        made = decide(store, kind, options.first, options.second, why=options.why, analyst=analyst(options))
    return _recorded(made, f"{made.subject} and {made.object} {words}.")


def _recorded(made: Judgement, words: str) -> int:
    print(f"{made.id}  {words} 'sayso undo {made.id}' takes it back.")
    return DONE


def undo(options: argparse.Namespace) -> int:
    from sayso.pipeline.keeping import undo as take_back

    with opened(options) as store:
        who = None if options.judgement else analyst(options)
        judgement = take_back(store, options.judgement, analyst=who, by=analyst(options))
    about = f" and {judgement.object}" if judgement.object else ""
    print(
        f"{judgement.id}  taken back: {judgement.kind.value} {judgement.subject}{about} ({safe_line(judgement.analyst)})"
    )
    return DONE


def judgements(options: argparse.Namespace) -> int:
    redacting = Redacting(options)
    with opened(options) as store:
        redacting.learn_store(store)
        found = [redacting(item) for item in store.judgements(undone=options.all)]
        redacting.close()
        if options.json:
            from sayso.serialise import to_json
            from sayso.serialise.kept import judgement_record

            print(to_json([judgement_record(item) for item in found], indent=2))
            return DONE
        for item in found:
            what = " ".join(part for part in (item.subject, item.object, item.field, item.value) if part)
            state = f"  taken back {item.undone}" if item.undone else ""
            why = f"  ({safe_line(item.why)})" if item.why else ""
            print(f"{item.id}  {item.made}  {safe_line(item.analyst)}  {item.kind.value} {safe_line(what)}{why}{state}")
        if not found:
            say("Nobody has decided anything yet.", quiet=options.quiet)
    return DONE
