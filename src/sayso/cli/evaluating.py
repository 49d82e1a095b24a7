"""`sayso evaluate`: what sayso finds, held against what people found."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from sayso.cli.status import DONE
from sayso.rendering.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.domain.claim import Lineage
    from sayso.evaluate.story import Story, StoryDocument


def evaluate(options: argparse.Namespace) -> int:
    if options.corpus in ("stories", "simulated"):
        return _evaluate_tracing(options)
    if options.corpus == "events":
        return _evaluate_events(options)
    if options.corpus == "checkthat":
        return _evaluate_checkthat(options)
    if options.corpus == "places":
        return _evaluate_places(options)
    from sayso.evaluate.evaluation import evaluate as score
    from sayso.evaluate.table import render, to_json
    from sayso.pipeline import Reader

    evaluation = score(options.corpus, options.data, Reader(threads=options.workers, packs=()).read_text)
    words = to_json(evaluation) if options.json else safe(render(evaluation))
    print(words.rstrip("\n"))
    return DONE


def _evaluate_tracing(options: argparse.Namespace) -> int:
    from sayso.evaluate.simulated import simulated_stories
    from sayso.evaluate.stories import evaluate_stories
    from sayso.evaluate.story import find_stories, read_story
    from sayso.evaluate.story_table import render_stories, stories_to_json

    workers = options.workers or len(os.sched_getaffinity(0))
    stories: Iterator[Story]
    if options.corpus == "stories":
        stories = (read_story(folder) for folder in find_stories(options.data / "stories"))
    else:
        stories = simulated_stories(options.data, options.stories, options.seed)
    evaluation = evaluate_stories(options.corpus, stories, _trace_story, workers=workers)
    words = stories_to_json(evaluation) if options.json else safe(render_stories(evaluation))
    print(words.rstrip("\n"))
    return DONE


def _trace_story(documents: Sequence[StoryDocument]) -> list[Lineage]:
    """On one core; stories are shared by processes."""
    from sayso.pipeline import Reader
    from sayso.pipeline.keeping import trace_documents

    return trace_documents(((item.data, item.document) for item in documents), Reader(threads=1, packs=()))


def _evaluate_events(options: argparse.Namespace) -> int:
    from sayso.evaluate.events import evaluate_events, events_to_json, render_events
    from sayso.packs import find_packs, shipped_packs
    from sayso.pipeline import Reader

    found = []
    for pack in find_packs([options.pack] if options.pack else shipped_packs()):
        reader = Reader(threads=options.workers, packs=(pack,))
        found.append(evaluate_events(pack.id, options.part, options.data, reader.read_dated))
    print(events_to_json(found) if options.json else safe("\n".join(map(render_events, found))).rstrip("\n"))
    return DONE


def _evaluate_checkthat(options: argparse.Namespace) -> int:
    from sayso.evaluate.retrieval import evaluate_checkthat, render_retrieval, retrieval_to_json

    found = evaluate_checkthat(
        options.data, options.part, trained=not options.untrained, kept=options.vectors, threads=options.workers
    )
    words = retrieval_to_json(found) if options.json else safe(render_retrieval(found))
    print(words.rstrip("\n"))
    return DONE


def _evaluate_places(options: argparse.Namespace) -> int:
    from sayso.evaluate.places import evaluate_places, places_to_json, render_places
    from sayso.pipeline import Reader
    from sayso.pipeline.places import bearers_of, resolve_spans

    reader = Reader(threads=options.workers)
    read = None if options.given else lambda text: reader.read_text(text).places
    found = evaluate_places(options.data, resolve_spans, bearers_of, read)
    print(places_to_json(found) if options.json else safe(render_places(found)))
    return DONE
