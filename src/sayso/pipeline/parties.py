"""The parties of a store: worked out of its documents when somebody asks, and never recorded. What analysts decided outranks it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.domain.joined_party import JoinedParty
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import JudgementError
from sayso.joining import Judged, appear, join_parties
from sayso.languages.language import load_language
from sayso.pipeline.corrected import Corrections
from sayso.pipeline.keeping import judge
from sayso.registry.spelling import sounds
from sayso.store.interface import Store


def parties_of(store: Store) -> list[JoinedParty]:
    """The parties of the documents that count, those quoted most first. Reads every document's reading. Raises StoreError."""
    judgements = store.judgements()
    corrections = Corrections(judgements)
    items = []
    for kept in store.documents():
        items += appear(corrections.reading(store.reading(kept.document.id)), kept.number, load_language("en"))
    return join_parties(items, _judged(judgements))


def called(parties: Iterable[JoinedParty], words: str) -> list[JoinedParty]:
    """Those whose name has these words in it, in any spelling and case; or who has this id."""
    wanted = sounds(words)
    found = []
    for party in parties:
        names = (*party.names, party.name, *(item.words for item in party.appearances))
        if any(words == item.id for item in party.appearances) or any(
            words.casefold() in name.casefold() or (wanted and set(wanted) <= set(sounds(name))) for name in names
        ):
            found.append(party)
    return found


def decide(
    store: Store, kind: JudgementKind, one: str, other: str, *, why: str | None = None, analyst: str
) -> Judgement:
    """Record that two parties, by the ids under which `parties_of` shows them, are one or two. Raises JudgementError."""
    known = {item.id: party for party in parties_of(store) for item in party.appearances}
    for id in (one, other):
        if id not in known:
            raise JudgementError(f"The store shows no party {id!r}. 'sayso parties --json' lists them.")
    if one == other or (kind is JudgementKind.ONE_PARTY and known[one] is known[other]):
        raise JudgementError(f"{one} and {other} are one party already; give two.")
    return judge(store, kind, one, other, why=why, analyst=analyst)


def _judged(judgements: Sequence[Judgement]) -> Judged:
    """The last decision on each pair."""
    last: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        if judgement.kind in (JudgementKind.ONE_PARTY, JudgementKind.TWO_PARTIES) and judgement.object is not None:
            last[frozenset((judgement.subject, judgement.object))] = judgement
    pairs = [(item.kind, (item.subject, item.object or "")) for item in last.values()]
    return Judged(
        tuple(pair for kind, pair in pairs if kind is JudgementKind.ONE_PARTY),
        tuple(pair for kind, pair in pairs if kind is JudgementKind.TWO_PARTIES),
    )
