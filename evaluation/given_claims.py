"""Relays and roots of stories where the claims are given, and what is missed or wrong in them: ``python evaluation/given_claims.py FOLDER [STORY …]``.

Each true claim is traced from the statements nearest to its passages, so that a claim that tracing splits costs nothing here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.domain.claim import Lineage
from sayso.evaluate.lining_up import Nodes, Text
from sayso.evaluate.stories import StoriesEvaluation, score_story
from sayso.evaluate.story import GoldClaim, Story, find_stories, read_story
from sayso.evaluate.story_table import render_stories
from sayso.pipeline import Reader
from sayso.pipeline.describing import vectors_of, with_paragraphs
from sayso.tracing.describing import describe
from sayso.tracing.lineage import trace_claim
from sayso.tracing.statement import Statement


def main(arguments: Sequence[str]) -> int:
    """Print a story's errors one by one, then the table; only the lines on relays and roots mean something."""
    folder, *names = arguments or [str(Path(__file__).parent / "stories")]
    reader = Reader(threads=1, packs=())
    scores = {}
    for place in find_stories(Path(folder)):
        if names and place.name not in names:
            continue
        story = read_story(place)
        statements = list(_statements(story, reader))
        lineages: list[Lineage] = []
        chosen: dict[str, int] = {}
        for claim in story.claims:
            lineage = _trace(story, claim, statements)
            if lineage is None:
                continue
            chosen[claim.name] = len(lineages)
            lineages.append(lineage)
            for line in _errors(story, claim, lineage):
                print(line)
        scores[story.name] = score_story(story, lineages, chosen)
    print(render_stories(StoriesEvaluation("stories, the claims given", scores)), end="")
    return 0


def _statements(story: Story, reader: Reader) -> Iterator[Statement]:
    for number, item in enumerate(story.documents, 1):
        reading = with_paragraphs(reader.read_document(item.document))
        yield from describe(reading, number, vectors_of(reading, 1)).statements


def _trace(story: Story, claim: GoldClaim, statements: Sequence[Statement]) -> Lineage | None:
    file_of = story.file_of()
    texts = {item.file: Text(item.document.text) for item in story.documents}
    near = [
        one
        for one in statements
        if any(
            passage.file == file_of[one.document.id] and texts[passage.file].nearness(passage, one.text) > 0
            for passage in claim.passages
        )
    ]
    documents = {one.document.id for one in near}
    aside = [one for one in statements if one.document.id in documents and one not in near]
    return trace_claim("clm_given", near, aside=aside) if near else None


def _errors(story: Story, claim: GoldClaim, lineage: Lineage) -> Iterator[str]:
    nodes = Nodes(story, claim, lineage)
    shown = {node.id: node.name for node in (*lineage.hops, *lineage.roots)} | story.file_of()
    known = {
        (nodes.canonical(source), nodes.canonical(relay.to)): number
        for number, relay in enumerate(claim.relays or ())
        for source in relay.sources
    }
    found: set[int] = set()
    for step in lineage.relays:
        ends = nodes.name(step.source) or "", nodes.name(step.to) or ""
        if ends in known:
            found.add(known[ends])
        elif claim.relays is not None and ends[0] != ends[1]:
            yield f"{story.name}, {claim.name}: wrong   {shown[step.source]} → {shown[step.to]} ({step.how.value}: {step.why})"
    for number, relay in enumerate(claim.relays or ()):
        if number not in found and not relay.optional:
            yield f"{story.name}, {claim.name}: missed  {' or '.join(relay.sources)} → {relay.to}"
    least, most = lineage.claim.roots_min, lineage.claim.roots_max
    if claim.roots is not None and not least <= claim.roots.count <= most:
        names = "; ".join(root.name for root in lineage.roots)
        yield f"{story.name}, {claim.name}: roots   {claim.roots.count} not in {least}–{most}: {names}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
