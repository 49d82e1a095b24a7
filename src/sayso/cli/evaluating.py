"""`sayso evaluate`: what sayso finds, held against what people found."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sayso.cli.status import DONE
from sayso.cli.streams import say
from sayso.errors import CorpusError
from sayso.rendering.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sayso.domain.claim import Lineage
    from sayso.evaluate.corpora import Corpus
    from sayso.evaluate.differences import Difference
    from sayso.evaluate.story import Story, StoryDocument
    from sayso.tracing.statement import Statement


def evaluate(options: argparse.Namespace) -> int:
    if options.corpus not in NAMED:
        return _evaluate_attributions(options)
    if options.data is None:
        options.wrong(f"the following argument is required: --data, the folder in which {options.corpus} lies")
    return NAMED[options.corpus](options)


def _evaluate_attributions(options: argparse.Namespace) -> int:
    from sayso.evaluate.evaluation import evaluate_corpus
    from sayso.evaluate.table import render, to_json
    from sayso.pipeline import Reader

    corpus = _corpus(options)
    evaluation = evaluate_corpus(corpus, Reader(threads=options.workers, packs=()).read_text)
    words = to_json(evaluation) if options.json else safe(render(evaluation))
    print(words.rstrip("\n"))
    if options.errors:
        _write_differences(options, evaluation.differences)
    return DONE


def _corpus(options: argparse.Namespace) -> Corpus:
    """The corpus of a known name in --data, or the one that the folder of that name is."""
    from sayso.evaluate.corpora import CORPORA, named_corpus
    from sayso.evaluate.folder import open_folder

    if options.corpus in CORPORA:
        if options.data is None:
            options.wrong(f"the following argument is required: --data, the folder in which {options.corpus} lies")
        return named_corpus(options.corpus, options.data)
    folder = Path(options.corpus)
    if not folder.exists() and os.sep not in options.corpus:
        raise CorpusError(
            f"There is no corpus and no folder {options.corpus!r}; "
            f"choose one of {', '.join((*CORPORA, *NAMED))}, or a folder of annotated texts."
        )
    return open_folder(folder)


def _write_differences(options: argparse.Namespace, found: Sequence[Difference]) -> None:
    from sayso.evaluate.differences import count_kinds, draw, to_line
    from sayso.evaluate.table import align

    chosen = draw(found, options.sample, options.seed) if options.sample else found
    options.errors.write_text("".join(to_line(item) + "\n" for item in chosen), encoding="utf-8")
    drawn = {(role, kind): str(count) for role, kind, count in count_kinds(chosen)}
    rows = [["where", "differs from gold", "all", "written"]]
    rows += [[role, kind, str(count), drawn.get((role, kind), "0")] for role, kind, count in count_kinds(found)]
    rows.append(["", "together", str(len(found)), str(len(chosen))])
    say(f"{align(rows, left=2)}\n{options.errors}: they hold text of the corpus.", quiet=options.quiet)


def _evaluate_tracing(options: argparse.Namespace) -> int:
    from sayso.evaluate.given import evaluate_given
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
    if options.given:
        evaluation = evaluate_given(options.corpus, stories, _describe_story)
    else:
        evaluation = evaluate_stories(options.corpus, stories, _trace_story, workers=workers)
    words = stories_to_json(evaluation) if options.json else safe(render_stories(evaluation))
    print(words.rstrip("\n"))
    return DONE


def _trace_story(documents: Sequence[StoryDocument]) -> list[Lineage]:
    """On one core; stories are shared by processes."""
    from sayso.pipeline import Reader
    from sayso.pipeline.keeping import trace_documents

    return trace_documents(((item.data, item.document) for item in documents), Reader(threads=1, packs=()))


def _describe_story(story: Story) -> dict[str, Sequence[Statement]]:
    """The statements of each of a story's documents, by file."""
    from sayso.pipeline import Reader
    from sayso.pipeline.describing import with_paragraphs
    from sayso.tracing.describing import describe

    reader = Reader(threads=1, packs=())
    return {
        item.file: describe(with_paragraphs(reader.read_document(item.document)), number).statements
        for number, item in enumerate(story.documents)
    }


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


def _evaluate_pronouns(options: argparse.Namespace) -> int:
    from sayso.evaluate.pronouns import evaluate_pronouns, open_pronouns, pronouns_to_json, render_pronouns
    from sayso.pipeline import Reader
    from sayso.pipeline.pronouns import prepare

    network = Reader(threads=options.workers).network
    texts = open_pronouns(options.corpus, options.data)
    found = evaluate_pronouns(texts, lambda text: prepare(text, network)(None))
    print(pronouns_to_json(options.corpus, found) if options.json else render_pronouns(options.corpus, found))
    return DONE


NAMED: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "stories": _evaluate_tracing,
    "simulated": _evaluate_tracing,
    "events": _evaluate_events,
    "checkthat": _evaluate_checkthat,
    "places": _evaluate_places,
    "gap": _evaluate_pronouns,
    "pronouns": _evaluate_pronouns,
}
"""Corpora that are scored for other things than attributions."""
