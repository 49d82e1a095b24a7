"""`sayso same`, `differ`, `unlink`, `merge`, `split`, `correct`, `remove`, `verdict`, `undo`, `judgements`: what an analyst decides."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from sayso.cli.keeping import analyst, opened
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE
from sayso.cli.streams import say, write
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
    from sayso.rendering.decisions import decision_words

    with opened(options) as store:
        who = None if options.judgement else analyst(options)
        judgement = take_back(store, options.judgement, analyst=who, by=analyst(options))
    print(f"{judgement.id}  taken back ({safe_line(judgement.analyst)}): {decision_words(judgement)}")
    return DONE


def judgements(options: argparse.Namespace) -> int:
    if options.gold is not None:
        return _gold(options)
    redacting = Redacting(options)
    with opened(options, reading=True) as store:
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


def _gold(options: argparse.Namespace) -> int:
    """Corrected attributions as marks for training; the journal notes that texts were taken out."""
    from collections import Counter

    from sayso.domain.journal import Deed
    from sayso.pipeline.corrected import Corrections, corrected_readings
    from sayso.pipeline.keeping import now
    from sayso.rendering.sentences import counted
    from sayso.serialise import to_json
    from sayso.serialise.gold import gold_record

    redacting = Redacting(options)
    with opened(options) as store:
        subjects = Corrections(store.judgements()).subjects
        within = store.documents_of([id for id in sorted(subjects) if id.startswith("att_")])
        documents = sorted(set(within.values()), key=store.number_of)
        redacting.learn_store(store, documents)
        made = [gold_record(redacting(reading)) for reading in corrected_readings(store, documents)]
        records = [item.record for item in made if item.record is not None]
        write(options.gold, "".join(f"{to_json(record)}\n" for record in records))
        store.write_journal(
            at=now(),
            who=analyst(options),
            what=Deed.EXPORT,
            about="corrections",
            detail=f"gold of {len(records)} texts",
        )
    redacting.close()
    taught = sum(item.taught for item in made)
    reasons = Counter(why for item in made for _, why in item.left_out)
    words = f"{counted(taught, 'corrected attribution')} in {counted(len(records), 'text')}"
    left = "".join(f"\n  {count} left out: {why}" for why, count in reasons.most_common())
    say(words + (":" if left else ".") + left, quiet=options.quiet and not left)
    return DONE
