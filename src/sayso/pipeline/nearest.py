"""A store's claims that a sentence may mean: all claims by their words and vectors, then the first of them by everything that was said of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Final

from sayso.models.vectors import load_vector_model
from sayso.pipeline.ranking import WordVectors, ranking_weights, ways_of
from sayso.pipeline.statements import Statements
from sayso.store.interface import Store
from sayso.tracing.ranking.ranking import Near, Ranking, Told

NEAREST: Final = 5
MOST_CLAIMS: Final = 20_000
"""Claims that are ranked, the latest of them; a store that holds more gives the older ones that share a rare key with the sentence too."""
FIRST: Final = 20
"""Claims whose every wording is compared in the second round."""
MOST_WORDINGS: Final = 8


def nearest_claims(store: Store, words: str, sharing: Iterable[str] = ()) -> tuple[Near, ...]:
    """The claims nearest to a sentence. `sharing`: claims that an index gave for it."""
    texts = {listed.claim.id: listed.claim.text for listed in deque(store.list_claims(), maxlen=MOST_CLAIMS)}
    for claim in sharing:
        if claim not in texts and (lineage := store.lineage(claim)) is not None:
            texts[claim] = lineage.claim.text
    if not texts:
        return ()
    firsts = store.vectors(["att_" + claim.removeprefix("clm_") for claim in texts])  # a claim is named after its first
    weights, model = ranking_weights(), load_vector_model()
    meant = WordVectors(model).meant
    everything = Ranking(
        [Told(claim, text, vector=firsts.get("att_" + claim.removeprefix("clm_"))) for claim, text in texts.items()],
        weights,
        meant=meant,
    )
    vectors = model.encode(ways_of(words))
    first = everything.nearest(words, vectors, FIRST)
    told = [
        wording
        for near in first
        for claim in (near.claim, *near.also)
        for wording in _wordings(store, claim, texts[claim])
    ]
    ranked = Ranking(told, weights, meant=meant, rarity_of=everything).nearest(words, vectors, NEAREST)
    return tuple(Near(near.claim, texts[near.claim], near.score, near.reasons, near.also) for near in ranked)


def _wordings(store: Store, claim: str, text: str) -> list[Told]:
    """What a claim's members say, each under its document's headline; where they say nothing, the claim's own text."""
    found: dict[str, Told] = {}
    for item in Statements(store, store.judgements()).of(store.members(claim)[:MOST_WORDINGS]):
        headline = item.document.headline.exact if item.document.headline is not None else item.document.title or ""
        found.setdefault(item.text, Told(claim, item.text, headline, item.vector))
    own = found.pop(text, Told(claim, text))
    return [own, *found.values()]
