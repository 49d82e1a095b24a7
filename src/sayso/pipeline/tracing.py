"""Statements in a store → claims → lineages; and from a sentence, an id or an address to the lineages that answer it."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.domain.claim import Lineage, claim_id
from sayso.domain.judgement import Judgement
from sayso.domain.reading import Reading
from sayso.errors import StoreError
from sayso.pipeline.nearness import Nearness
from sayso.pipeline.pointing import claim_of, why_no_claim
from sayso.pipeline.statements import Statements
from sayso.store.interface import Store
from sayso.tracing.clustering import CERTAIN, Candidate, Claimed, Judged, choose_claim, in_turn
from sayso.tracing.comparison import Verdict, compare
from sayso.tracing.copying import share_of_text
from sayso.tracing.keys import (
    MOST_CANDIDATES,
    NEAR,
    NEAR_WITH_NUMBER,
    find_keys,
    lookup_keys,
    rank_candidates,
    sharing_numbers,
)
from sayso.tracing.lineage import trace_claim
from sayso.tracing.measuring import Taking
from sayso.tracing.ranking.ranking import Near
from sayso.tracing.statement import Statement

MOST_SHARING: Final = 200
"""Attributions that share a key from which on it tells nothing."""

ENOUGH: Final = 600
"""Holders of a statement's rarest keys from which on no more are looked at: with it, what is looked at for one statement has a bound, however large the
store. In a store of 100,000 attributions a statement's keys have some 300 holders together."""

LOOKED_AT: Final = 200
"""Of these, those that share the rarest keys whose vectors are looked at. In a store of 100,000 a statement's keys have 350 holders in the median;
of 313 that were found to say the same, 308 stood among the first nine and all but one among the first 200."""

AT_ONCE: Final = 10
"""Candidates that are read together, at most; the first alone, for it may make its claim certain, and then the rest of that need not be read."""

SAME_TEXT: Final = 0.3
"""Share of a document's 5-grams that stands in another from which on it was taken from it (evidence.md: rewrites 0.1 to 0.3, copies 0.6 and more)."""

A_DOCUMENT: Final = 12
"""Statements of claims whose lineages are worked out for each document that is added; lineages of more wait until somebody asks for them. A document of
six statements makes four new claims, and is one more of two others; forty documents of one story have some 300 statements,
so that all of those still fits. A lineage of eleven statements takes 25 times as long as one of one."""

SMALL, LARGE = 2, 200
"""Statements of a claim up to which its lineage is worked out while more documents are added (a headline, and the sentence below), and at all before
somebody asks for it."""

AN_ADDITION: Final = 100_000
"""Statements of claims whose lineages are worked out in one addition, however large: some five minutes. Those of a million would take an hour."""

TOGETHER: Final = 32
"""Lineages that are written together, and in a transaction of their own while more is added: some 0.2 seconds, in which another process waits."""

NEAREST: Final = 5


class Tracer:
    """Works out claims and lineages of one store. Everything is written inside the caller's batch."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._judgements: Sequence[Judgement] = store.judgements()
        self._statements = Statements(store, self._judgements)
        self._nearness = Nearness(store)
        self._judged = Judged(self._judgements)
        self._takings: dict[tuple[str, str], tuple[Taking, ...]] = {}
        self._touched: dict[str, None] = {}
        self._left = AN_ADDITION
        """Statements of which lineages may still be worked out."""

    def follow(self, document: str, reading: Reading | None = None, *, only: Collection[str] | None = None) -> None:
        """Give every statement of a document that is new, or counts again, its claim; with `only`, those of these ids. `reading` is the document's, where the caller has it."""
        self._takings.clear()
        found = self._statements.of_document(document, reading).values()
        for statement in sorted((item for item in found if only is None or item.id in only), key=in_turn):
            keys = find_keys(statement)
            candidates = self._candidates(statement, keys)
            near = [item.claim for item in candidates if item.verdict.same]
            together = self._judged.same_as(statement.id) - {statement.id}
            given = self._store.claims_of(sorted(together)) if together else {}
            claims = {claim: self._claimed(claim) for claim in dict.fromkeys((*near, *given.values()))}
            chosen = choose_claim(statement, candidates, claims, self._judged)
            for merged in chosen.merged:
                for member in self._store.members(merged):
                    self._store.assign(member, chosen.claim)
            self._store.assign(statement.id, chosen.claim)
            self._touched[chosen.claim] = None
            self._store.put_keys(statement.id, keys, most=_most_holders(claims.get(chosen.claim)))
        self._statements.keep(document)

    def _candidates(self, statement: Statement, keys: Sequence[str]) -> list[Candidate]:
        """The statements that share a key with this one, compared; the likeliest of each claim first, and no more of it once one is certain.

        What more of a claim would say decides nothing then, unless analysts hold some of it apart.
        """
        ids = self._like(statement, keys)
        claim_of = self._store.claims_of(ids)
        waiting = [id for id in ids if id in claim_of]
        certain: set[str] = set()
        found: list[Candidate] = []
        several = 1
        while waiting:
            some, waiting = waiting[:several], waiting[several:]
            several = min(AT_ONCE, 3 * several)
            for other in self._statements.of(some):
                claim = claim_of[other.id]
                if claim not in certain:
                    found.append(Candidate(other, claim, self.verdict(statement, other)))
                    if found[-1].verdict.score >= CERTAIN and not self._judged.concerned:
                        certain.add(claim)
            waiting = [id for id in waiting if claim_of[id] not in certain]
        return found

    def like(self, statement: Statement, keys: Sequence[str] | None = None) -> list[Statement]:
        """Statements of the store that share a key with this one which few others share, at most fifty. `keys` are its own, where they are known."""
        return self._statements.of(self._like(statement, keys))

    def _like(self, statement: Statement, keys: Sequence[str] | None = None) -> list[str]:
        found = self._store.holders(lookup_keys(statement, keys), most=MOST_SHARING, enough=ENOUGH)
        ranked = [number for number in rank_candidates(found, LOOKED_AT) if number > 0]
        near = ranked
        if statement.vector is not None:
            sure = sharing_numbers(found)
            cosine = self._nearness.cosines(statement.vector, ranked)
            # One whose likeness cannot be told stays.
            near = [
                number for number in ranked if cosine.get(number, 1.0) >= (NEAR_WITH_NUMBER if number in sure else NEAR)
            ]
        near = near[: MOST_CANDIDATES + 1]
        ids = self._store.ids_of(near)
        return [ids[number] for number in near if number in ids and ids[number] != statement.id][:MOST_CANDIDATES]

    def settle(self, documents: int | None = None) -> int:
        """Work out the lineages that are due after so many documents (None: any number), and put the others off; how many were worked out."""
        due = self.due(documents)
        self.settle_claims(due)
        return len(due)

    def due(self, documents: int | None = None, *, whole: bool = True) -> list[str]:
        """The claims whose lineages are to be worked out after so many documents, in order of their making; those of small ones first.

        The others are put off. Without `whole` only the smallest are due of those to which something was added since they were last asked for, and the
        others stay as they are: looking at them all each time grows with the square of what is added.
        """
        largest = LARGE if whole else SMALL
        left = math.inf if documents is None else min(A_DOCUMENT * documents, self._left)
        most = 1 + int(min(largest, left))
        claims = self._store.unsettled(put_off=False) if whole else list(self._touched)
        self._touched.clear()
        if not whole and left <= 0:
            for claim in claims:
                self._store.put_off(claim)
            return []
        counted = self._store.sizes(claims, most=most)
        size = {claim: counted[claim] for claim in claims if claim in counted}  # one that was merged since has none
        due: set[str] = set()
        for claim in sorted(size, key=lambda claim: size[claim]):  # of one size the older
            if size[claim] > min(largest, left):
                break
            due.add(claim)
            left -= size[claim]
            self._left -= size[claim]
        if whole:
            for claim in size.keys() - due:
                self._store.put_off(self._renamed(claim, self._store.first_members(claim)))
        return [claim for claim in size if claim in due]

    def settle_claim(self, claim: str) -> str:
        """Work out a claim's lineage, whatever its size; gives its id, which is another where its first member went."""
        return self.settle_claims([claim])[0]

    def settle_claims(self, claims: Sequence[str]) -> list[str]:
        """The same of several claims, whose lineages are written together, `TOGETHER` at a time."""
        named: list[str] = []
        for first in range(0, len(claims), TOGETHER):
            named += self._settle_together(claims[first : first + TOGETHER])
        return named

    def _settle_together(self, claims: Sequence[str]) -> list[str]:
        members = self._store.members_of(claims)
        renamed = [self._renamed(claim, _of_the_oldest(members.get(claim, ()))) for claim in claims]
        if renamed != list(claims):
            members = self._store.members_of(renamed)
        lineages = []
        for named in dict.fromkeys(renamed):
            statements, aside = self._statements.with_rest(dict(members.get(named, ())))
            if statements:
                lineages.append(trace_claim(named, statements, self._judgements, aside=aside))
        self._store.put_lineages(lineages)
        return renamed

    def _renamed(self, claim: str, ids: Sequence[str]) -> str:
        """The claim with these statements in its oldest document under the name that a rebuild would give it: its first member may have gone."""
        if len(ids) > 1:
            ages = self._statements.ages(ids)
            ids = sorted(ages, key=lambda id: (ages[id], id))
        if not ids:
            return claim
        named = claim_id(ids[0])
        if named != claim:
            for member in self._store.members(claim):
                self._store.assign(member, named)
        return named

    def claims_in(self, document: str) -> list[str]:
        """The claims that a document makes or passes on, in the order of its text."""
        statements = list(self._statements.of_document(document))
        found = self._store.claims_of(statements)
        return list(dict.fromkeys(found[id] for id in statements if id in found))

    def verdict(self, one: Statement, other: Statement) -> Verdict:
        """Whether two statements make one claim; why, where they do."""

        def taking() -> Sequence[Taking]:
            pair = (one.document.id, other.document.id)
            if pair not in self._takings:
                self._takings[pair] = _taking(one, other)
            return self._takings[pair]

        return compare(one, other, taking=taking, explain_all=False)

    def _claimed(self, claim: str) -> Claimed:
        """A claim as far as it takes to decide: its first members, and those that analysts judged."""
        members = list(self._store.members(claim, most=MOST_CANDIDATES + 1))
        if len(members) > MOST_CANDIDATES and self._judged.concerned:
            judged = self._store.claims_of(sorted(self._judged.concerned.difference(members)))
            members += [id for id, other in judged.items() if other == claim]
        ages = self._statements.ages(self._store.first_members(claim))
        return Claimed(claim, tuple(members), min(ages.values(), default=(0, 0)))


def _of_the_oldest(members: Sequence[tuple[str, str]]) -> list[str]:
    """Of a claim's members, each with its document, those of the oldest document, which stand first."""
    return [id for id, document in members if document == members[0][1]]


def _most_holders(claim: Claimed | None) -> int | None:
    """How many may hold a key of a new member: a claim of fifty is found by them, and one of thousands would make its own keys seem worthless."""
    return MOST_CANDIDATES if claim is not None and len(claim.members) >= MOST_CANDIDATES else None


def _taking(one: Statement, other: Statement) -> tuple[Taking, ...]:
    """Whether one's document was copied from the other's, or the other way round."""
    if one.document.id == other.document.id:
        return ()
    mine, yours = one.document.text, other.document.text
    share = max(share_of_text(mine, yours), share_of_text(yours, mine))
    return (Taking(f"{share:.0%} of one text stands in the other"),) if share >= SAME_TEXT else ()


@dataclass(frozen=True, slots=True)
class Traced:
    """What answers a question, the best first; where nothing does, the claims nearest to it."""

    lineages: tuple[Lineage, ...]
    nearest: tuple[Near, ...] = ()


def trace(store: Store, what: str) -> Traced:
    """The lineages of a sentence's claim, of a claim (`clm_…`), of an attribution's (`att_…`), or of all claims in a document (id or address).

    Raises StoreError where an id is not in the store.
    """
    what = what.strip()
    if what.startswith(("clm_", "att_")):
        return Traced((_lineage(store, claim_of(store, what)),))
    if what.startswith(("doc_", "http://", "https://")):
        kept = store.find(what)
        if kept is None:
            raise StoreError(
                f"The store holds no document {what!r}. 'sayso add' adds one; 'sayso documents' lists them."
            )
        claims = Tracer(store).claims_in(kept.document.id)
        if not claims:
            raise StoreError(why_no_claim(kept))
        return Traced(tuple(_lineage(store, claim) for claim in claims))
    if not what:
        raise StoreError("There is nothing to trace: give a sentence, an id or an address.")
    return _search(store, what)


def settle_all(store: Store) -> int:
    """Work out every lineage that was put off; how many. None of a store that may only be read."""
    unsettled = store.unsettled() if store.writable else ()
    if unsettled:
        with store.batch():
            Tracer(store).settle_claims(unsettled)
    return len(unsettled)


def _lineage(store: Store, claim: str) -> Lineage:
    found = store.lineage(claim)
    if found is None and store.members(claim, most=1):
        if not store.writable:
            raise StoreError(
                f"The claim {claim} waits to be worked out, and this store may not be written to. Copy it."
            )
        with store.batch():
            claim = Tracer(store).settle_claim(claim)
        found = store.lineage(claim)
    if found is None:
        raise StoreError(f"The store holds no claim {claim!r}. 'sayso claims' lists them.")
    return found


def _search(store: Store, words: str) -> Traced:
    """The claims that say what a sentence says, else those nearest to it."""
    from sayso.pipeline.describing import vectors_of
    from sayso.pipeline.nearest import nearest_claims
    from sayso.pipeline.reading import Reader
    from sayso.tracing.describing import describe

    reading = Reader(packs=()).read_text(words)
    tracer = Tracer(store)
    best: dict[str, float] = {}
    sharing: dict[str, None] = {}
    for statement in describe(reading, 0, vectors_of(reading)).statements:
        others = tracer.like(statement)
        claims = store.claims_of([other.id for other in others])
        for other in others:
            claim = claims.get(other.id)
            if claim is None:
                continue
            verdict = tracer.verdict(statement, other)
            if verdict.same:
                best[claim] = max(verdict.score, best.get(claim, 0.0))
            else:
                sharing[claim] = None
    if best:
        return Traced(tuple(_lineage(store, claim) for claim in sorted(best, key=lambda claim: (-best[claim], claim))))
    return Traced((), nearest_claims(store, words, sharing))
