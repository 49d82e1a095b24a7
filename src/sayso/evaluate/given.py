"""Drift alone: the true relays walked with the statements of the true passages, so that no claim or relay that tracing misses counts.

A statement is of a claim where one of its passages tells the same words. Of a document in which no passage was read there is nothing
to compare; such a passage is counted as `unread`, and what changed in it counts as missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.claim import Drift
from sayso.evaluate.lining_up import ENOUGH
from sayso.evaluate.scores import Words
from sayso.evaluate.stories import DriftScores, StoriesEvaluation, StoryScores, score_drift
from sayso.evaluate.story import GoldClaim, GoldPassage, Story
from sayso.tracing.drift import find_drift
from sayso.tracing.statement import Statement

Describe = Callable[[Story], Mapping[str, Sequence[Statement]]]
"""A story's documents as statements, by file."""


@dataclass(frozen=True, slots=True)
class Given:
    """One claim as it is given to `find_drift`: its true relays, its statements, and the others of its documents."""

    edges: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    aside: tuple[Statement, ...]
    unread: tuple[GoldPassage, ...]


def give(story: Story, claim: GoldClaim, statements: Mapping[str, Sequence[Statement]]) -> Given:
    """A claim of a story with what is known of it in place of what tracing found."""
    ids = {file: id for id, file in story.file_of().items()}
    owned = {party.name: party.document for party in claim.parties if party.document}
    edges = tuple(
        (_node(relay.sources[0], ids, owned), _node(relay.to, ids, owned))
        for relay in claim.relays or ()
        if relay.sources
    )
    texts = {item.file: Words(item.document.text) for item in story.documents}
    of_claim: dict[str, Statement] = {}
    unread: list[GoldPassage] = []
    for passage in claim.passages:
        words = texts[passage.file]
        found = [item for item in statements.get(passage.file, ()) if _tells(item, passage, words)]
        if not found:
            unread.append(passage)
        of_claim |= {item.id: item for item in found}
    files = {passage.file for passage in claim.passages}
    aside = tuple(item for file in files for item in statements.get(file, ()) if item.id not in of_claim)
    return Given(edges, tuple(of_claim.values()), aside, tuple(unread))


def evaluate_given(what: str, stories: Iterable[Story], describe: Describe) -> StoriesEvaluation:
    """The drift of every story by itself; nothing else is scored."""
    return StoriesEvaluation(
        what,
        {
            story.name: StoryScores(
                stories=1, documents=len(story.documents), drift=score_given(story, describe(story))
            )
            for story in stories
        },
    )


def score_given(story: Story, statements: Mapping[str, Sequence[Statement]]) -> DriftScores:
    """The drift of a story's claims, given their passages and relays."""
    total = DriftScores()
    for claim in story.claims:
        total += score_drift(story, claim, find_given(give(story, claim, statements)))
    return total


def find_given(given: Given) -> tuple[Drift, ...]:
    """What `find_drift` makes of it."""
    return find_drift(given.edges, given.statements, given.aside)


def _node(name: str, ids: Mapping[str, str], owned: Mapping[str, str]) -> str:
    name = owned.get(name, name)
    return ids.get(name, name)


def _tells(statement: Statement, passage: GoldPassage, words: Words) -> bool:
    ours = words.of([(span.start, span.end) for span in statement.attribution.content])
    gold = words.of([(passage.start, passage.end)])
    shared = len(ours & gold)
    return shared > 0 and shared >= ENOUGH * min(len(ours), len(gold))
