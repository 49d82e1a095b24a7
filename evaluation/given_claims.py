"""Relays, roots and drift of stories where the claims are given, and what is missed or wrong: ``python evaluation/given_claims.py FOLDER [STORY …]``.

Each true claim is traced from the statements nearest to its passages, so that a claim that tracing splits costs nothing here. What is
listed of drift follows the relays that were found; ``sayso evaluate stories --given`` scores it along the true ones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.domain.claim import Drift, DriftKind, Lineage
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
    """Print a story's errors one by one, then the table; its lines on claims mean nothing."""
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
    yield from _drift_errors(story, claim, lineage.drift)


def _drift_errors(story: Story, claim: GoldClaim, changes: Sequence[Drift]) -> Iterator[str]:
    if claim.drift is None:
        return
    file_of = story.file_of()
    denying = {passage.file for passage in claim.denials} - {passage.file for passage in claim.passages}
    known = {(drift.kind, drift.to.file) for drift in claim.drift}
    found: set[tuple[DriftKind, str]] = set()
    for change in changes:
        key = change.kind, file_of[change.to.document]
        if key not in known and key not in found and key[1] not in denying:
            yield f"{story.name}, {claim.name}: drift that is none, {change.kind} in {key[1]}: {change.why}"
        found.add(key)
    for drift in claim.drift:
        if not drift.optional and (drift.kind, drift.to.file) not in found:
            before = drift.source.exact if drift.source is not None else "its own text"
            where = f"{drift.source.file if drift.source else ''} → {drift.to.file}"
            yield f"{story.name}, {claim.name}: drift missed, {drift.kind}, {where}: “{before}” → “{drift.to.exact}”"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
