"""The three invented stories, added to a store, and each one's largest claim traced: ``python evaluation/trace_stories.py [STORE]``."""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.evaluate.story import find_stories, read_story
from sayso.pipeline import Reader
from sayso.pipeline.describing import vectors_of, with_paragraphs
from sayso.pipeline.inputs import Gathered
from sayso.pipeline.keeping import add_gathered
from sayso.rendering.console import open_paper
from sayso.rendering.tree import tree
from sayso.store.opening import open_store

STORIES = Path(__file__).parent / "stories"


def main(arguments: list[str]) -> int:
    """Print one tree a story; with STORE, leave the store there for `sayso claims`, `sayso trace` and the others."""
    name = arguments[0] if arguments else ":memory:"
    paper = open_paper(sys.stdout)
    reader = Reader()
    with open_store(name) as store:
        for folder in find_stories(STORIES):
            before = set(store.claims())
            gathered = []
            for item in read_story(folder).documents:
                reading = with_paragraphs(reader.read_document(item.document))
                gathered.append(Gathered(item.file, item.data, reading, vectors_of(reading)))
            add_gathered(store, gathered)
            lineages = [store.lineage(claim) for claim in store.claims() if claim not in before]
            largest = max((item for item in lineages if item is not None), key=lambda item: item.claim.documents)
            paper.rule(f"{folder.name}: {len(gathered)} invented documents", align="left", style="dim")
            documents = {kept.document.id: kept.document for kept in store.documents()}
            for part in tree(largest, documents, width=paper.width):
                paper.print(part)
    if arguments:
        print(f"Now: sayso claims --store {name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
