"""`sayso same`, `differ`, `unlink`, `merge`, `split`, `correct`, `remove`, `verdict`, `undo`, `judgements`: what an analyst decides."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from sayso.cli.keeping import analyst, opened
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE
from sayso.cli.streams import say
from sayso.rendering.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.domain.judgement import Judgement
    from sayso.store.interface import Store


def same(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import same as decide

    return _on_two(options, decide)


def differ(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import differ as decide

    return _on_two(options, decide)


def merge(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import merge as decide

    return _on_two(options, decide)


def split(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import split as decide

    return _on_two(options, decide)


def unlink(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import unlink as decide

    return _decide(options, lambda store: decide(store, options.source, options.to, **_by(options)))


def correct(options: argparse.Namespace) -> int:
    from sayso.pipeline.correcting import correct as decide

    return _decide(
        options, lambda store: decide(store, options.subject, options.field, options.value, **_by(options))
    )  # fmt: skip


def remove(options: argparse.Namespace) -> int:
    from sayso.pipeline.deciding import remove as decide

    return _decide(options, lambda store: decide(store, options.document, **_by(options)))


def verdict(options: argparse.Namespace) -> int:
    from sayso.pipeline.verdicts import give_verdict

    return _decide(options, lambda store: give_verdict(store, options.claim, options.verdict, **_by(options)))


def _on_two(options: argparse.Namespace, decide: Callable[..., Judgement]) -> int:
    return _decide(options, lambda store: decide(store, options.first, options.second, **_by(options)))


def _by(options: argparse.Namespace) -> dict[str, Any]:
    """Who decides, and why."""
    return {"why": options.why, "analyst": analyst(options)}


def _decide(options: argparse.Namespace, decide: Callable[[Store], Judgement]) -> int:
    """Record a decision, and say it."""
    from sayso.rendering.decisions import decision_words

    with opened(options) as store:
        made = decide(store)
    print(f"{made.id}  {decision_words(made)} 'sayso undo {made.id}' takes it back.")
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
