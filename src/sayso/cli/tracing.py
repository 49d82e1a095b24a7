"""`sayso trace`, `claims`, `rebuild`: what documents say in common."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from sayso.cli.keeping import analyst, opened
from sayso.cli.redacting import Redacting
from sayso.cli.status import DONE, FAILED
from sayso.cli.streams import say, write
from sayso.errors import SaysoError, UsageError
from sayso.rendering.safe import safe_line

if TYPE_CHECKING:
    from sayso.domain.claim import Lineage
    from sayso.domain.document import Document
    from sayso.store.interface import Store
    from sayso.tracing.ranking.ranking import Near


def trace(options: argparse.Namespace) -> int:
    from sayso.pipeline.tracing import trace as follow
    from sayso.rendering.console import open_paper

    redacting = Redacting(options)
    # A drawing is a file, which is made to be passed on.
    drawing = redacting if redacting.on or options.with_names else Redacting(options, always=bool(options.svg))
    with opened(options, reading=True) as store:
        found = follow(store, options.what)
        if not found.lineages:
            redacting.learn_store(store)
            _say_nearest(redacting(options.what), redacting(found.nearest))
            redacting.close()
            if options.json:
                print("[]")
            return FAILED
        documents = _documents(store, found.lineages)
        if options.svg:
            from sayso.rendering.drawing import draw

            drawing.learn_store(store, documents)
            write(options.svg, draw(drawing(found.lineages[0]), drawing(documents)))
        redacting.learn_store(store, documents)
        verdicts = redacting(store.verdicts([lineage.claim.id for lineage in found.lineages]))
        lineages, documents = redacting(found.lineages), redacting(documents)
        (drawing if options.svg else redacting).close()
        if options.json:
            from sayso.serialise import lineage_records, to_json

            print(to_json(lineage_records(lineages, verdicts), indent=2))
            return DONE
        from sayso.rendering.tree import tree

        paper = open_paper(sys.stdout)
        for lineage in lineages:
            verdict = verdicts.get(lineage.claim.id)
            for part in tree(lineage, documents, width=paper.width, evidence=options.evidence, verdict=verdict):
                paper.print(part)
    return DONE


def _say_nearest(what: str, nearest: tuple[Near, ...]) -> None:
    if not nearest:
        say(f"sayso: nothing in the store says {safe_line(what)!r}, and nothing is near it.")
        return
    say(f"sayso: nothing in the store says {safe_line(what)!r}. The nearest claims:")
    for near in nearest:
        say(f"  {near.score:.2f}  {near.claim}  {safe_line(near.text)}")
        for claim in near.also:
            say(f"        {claim}  in the same words")
        say(f"        {safe_line('; '.join(near.reasons) or 'hardly anything speaks for it')}")
    say("'sayso trace CLM_ID' follows one of them.")


def _documents(store: Store, lineages: tuple[Lineage, ...]) -> dict[str, Document]:
    from sayso.pipeline.corrected import corrected_documents

    return corrected_documents(store, sorted({item.document for lineage in lineages for item in lineage.attributions}))


def claims(options: argparse.Namespace) -> int:
    if options.claimreview is not None:
        given = [option for option in _OF_THE_LIST if getattr(options, option) not in (None, 0)]
        if given:
            names = ", ".join(f"--{option.replace('_', '-')}" for option in given)
            raise UsageError(
                f"--claimreview writes the verdict on one claim, and {names} would choose among many. Leave out one or the other."
            )
        return _review(options)
    if options.review_url or options.with_names:
        raise UsageError("--review-url and --with-names say how --claimreview is written. Add --claimreview CLAIM.")
    return _list_claims(options)


_OF_THE_LIST = ("since", "outlet", "source", "place", "event", "min_documents", "sort")
"""Options that choose and order claims."""


def _review(options: argparse.Namespace) -> int:
    """The verdict on a claim, as others take it over: a file to be passed on, so that private names are left out unless it is said."""
    from sayso.domain.journal import Deed
    from sayso.pipeline.keeping import now
    from sayso.pipeline.tracing import trace as follow
    from sayso.serialise import to_json
    from sayso.serialise.claim_review import claim_review_record

    what = options.claimreview
    redacting = Redacting(options, always=not options.with_names)
    with opened(options) as store:
        found = follow(store, what).lineages if what.startswith(("clm_", "att_")) else ()
        if not found:
            raise SaysoError(f"The store holds no claim {what!r}. 'sayso claims' lists them.")
        lineage = found[0]
        id = lineage.claim.id
        verdict = store.verdicts([id]).get(id)
        if verdict is None:
            raise SaysoError(
                f"Nobody has recorded a verdict on {id}, and a review says what a person found: sayso verdict {id} VERDICT --why REASON"
            )
        documents = _documents(store, (lineage,))
        redacting.learn_store(store, documents)
        lineage, documents, verdict = redacting(lineage), redacting(documents), redacting(verdict)
        print(to_json(claim_review_record(lineage, verdict, documents, url=options.review_url), indent=2))
        detail = "claimreview, with private names" if not redacting.on else "claimreview"
        store.write_journal(at=now(), who=analyst(options), what=Deed.EXPORT, about=id, detail=detail)
    redacting.close()
    return DONE


def _list_claims(options: argparse.Namespace) -> int:
    from sayso.pipeline.verbs import claims as list_claims
    from sayso.rendering.console import open_paper
    from sayso.rendering.listing import claims_table
    from sayso.rendering.sentences import worst_drift

    redacting = Redacting(options)
    with opened(options, reading=True) as store:
        listed = list_claims(
            store,
            since=options.since,
            outlet=options.outlet,
            source=options.source,
            place=options.place,
            event=options.event,
            min_documents=options.min_documents,
            sort=options.sort or "documents",
        )
        redacting.learn_store(store)
        verdicts = redacting(store.verdicts([item.claim.id for item in listed]))
        if options.json:
            from sayso.serialise import to_json
            from sayso.serialise.kept import listed_record

            print(to_json([listed_record(redacting(item), verdicts.get(item.claim.id)) for item in listed], indent=2))
            redacting.close()
            return DONE
        worst = {}
        for item in listed:
            lineage = store.lineage(item.claim.id) if item.drift else None
            worst[item.claim.id] = worst_drift(lineage) if lineage else None
        paper = open_paper(sys.stdout)
        for part in claims_table(
            [redacting(item) for item in listed], width=paper.width, worst=worst, verdicts=verdicts
        ):
            paper.print(part)
    redacting.close()
    return DONE


def rebuild(options: argparse.Namespace) -> int:
    from sayso.pipeline.rebuilding import rebuild as derive
    from sayso.rendering.progress import Progress

    with opened(options) as store:
        live = sys.stderr.isatty() and not options.quiet
        total = sum(1 for _ in store.documents())
        progress = Progress(sys.stderr, total) if live else None
        done = 0
        for done in derive(store, read_again=options.read_again, workers=options.workers):
            if progress:
                progress.wipe()
                progress.show(done)
        if progress:
            progress.wipe()
        count = sum(1 for _ in store.claims())
    say(f"{done} documents, {count} claims.", quiet=options.quiet)
    return DONE
