"""Statements in a store → claims → lineages; and from a sentence, an id or an address to the lineages that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.domain.claim import Lineage, claim_id
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import JudgementError, StoreError
from sayso.pipeline.statements import Statements
from sayso.store.interface import Store
from sayso.tracing.clustering import Candidate, Claimed, Judged, age_of, choose_claim, cluster
from sayso.tracing.comparison import Verdict, compare
from sayso.tracing.copying import share_of_text
from sayso.tracing.keys import MOST_CANDIDATES, find_keys, lookup_keys, rank_candidates
from sayso.tracing.lineage import trace_claim
from sayso.tracing.measuring import Taking
from sayso.tracing.ranking.ranking import Near
from sayso.tracing.statement import Statement

MOST_SHARING: Final = 200
"""Attributions that share a key from which on it tells nothing: what is looked at for one statement has a bound, however large the store."""

SAME_TEXT: Final = 0.3
"""Share of a document's 5-grams that stands in another from which on it was taken from it (evidence.md: rewrites 0.1 to 0.3, copies 0.6 and more)."""


class Tracer:
    """Works out claims and lineages of one store. Everything is written inside the caller's batch."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._statements = Statements(store)
        self._judgements: Sequence[Judgement] = store.judgements()
        self._judged = Judged(self._judgements)

    def follow(self, document: str) -> None:
        """Give every statement of a document that is new, or counts again, its claim."""
        for statement in self._statements.of_document(document).values():
            claims: dict[str, Claimed] = {}
            candidates = []
            near = self.like(statement)
            claim_of = self._store.claims_of(other.id for other in near)
            for other in near:
                if other.id not in claim_of:
                    continue
                claim = claim_of[other.id]
                if claim not in claims:
                    claims[claim] = self._claimed(claim)
                candidates.append(Candidate(other, claim, _verdict(statement, other)))
            for claim in self._store.claims_of(sorted(self._judged.same_as(statement.id) - {statement.id})).values():
                if claim not in claims:
                    claims[claim] = self._claimed(claim)
            chosen = choose_claim(statement, candidates, claims, self._judged)
            for merged in chosen.merged:
                for member in self._store.members(merged):
                    self._store.assign(member, chosen.claim)
            self._store.assign(statement.id, chosen.claim)
            self._store.put_keys(statement.id, find_keys(statement))
        self._statements.keep(document)

    def like(self, statement: Statement) -> list[Statement]:
        """Statements of the store that share a key with this one which few others share, at most fifty."""
        found = self._store.with_keys(lookup_keys(statement), most=MOST_SHARING)
        ids = [id for id in rank_candidates(found, MOST_CANDIDATES + 1) if id != statement.id]
        return self._statements.of(ids[:MOST_CANDIDATES])

    def settle(self) -> int:
        """Work out the lineage of every claim that has none; how many."""
        unsettled = self._store.unsettled()
        for claim in unsettled:
            self._settle(claim)
        return len(unsettled)

    def _settle(self, claim: str) -> None:
        statements = self._statements.of(self._store.members(claim))
        if not statements:
            return
        named = claim_id(min(statements, key=lambda item: (*age_of(item), item.id)).id)
        if named != claim:  # its first member went: a rebuild would name it so
            for statement in statements:
                self._store.assign(statement.id, named)
        self._store.put_lineage(trace_claim(named, statements, self._judgements, aside=self._aside(statements)))

    def _aside(self, statements: Sequence[Statement]) -> list[Statement]:
        """What else the documents of these statements say."""
        members = {item.id for item in statements}
        documents = dict.fromkeys(item.document.id for item in statements)
        return [
            other for id in documents for other in self._statements.of_document(id).values() if other.id not in members
        ]

    def cluster_again(self, claims: Iterable[str]) -> None:
        """Part or join the members of these claims from nothing, as a rebuild would."""
        members = [id for claim in dict.fromkeys(claims) for id in self._store.members(claim)]
        statements = self._statements.of(members)
        for id, claim in cluster(statements, _verdict, self._judged).items():
            self._store.assign(id, claim)

    def reconsider(self, judgement: Judgement) -> None:
        """Let the claims follow a judgement that was made or taken back, and settle them."""
        subject = judgement.subject
        if judgement.kind in (JudgementKind.SAME, JudgementKind.DIFFER):
            pair = (self._store.claim_of(id) for id in (subject, judgement.object or ""))
            claims = [claim for claim in pair if claim is not None]
            both = [id for id in (subject, judgement.object) if id]
            linked = {id for item in both for id in self._judged.same_as(item)}
            claims += [claim for claim in map(self._store.claim_of, sorted(linked)) if claim is not None]
            self.cluster_again(claims)
        elif judgement.kind is JudgementKind.REMOVE:
            if judgement.undone is None:
                self.cluster_again(self._store.unsettled())
            else:
                self.follow(subject)
        elif judgement.kind in (JudgementKind.ONE_ROOT, JudgementKind.TWO_ROOTS):
            both = [id for root in (subject, judgement.object or "") for id in self._store.claims_with(root)]
            for claim in dict.fromkeys(both):
                self._settle(claim)
        else:
            named = judgement.object or "" if judgement.kind is JudgementKind.NOT_A_RELAY else subject
            document = named if named.startswith("doc_") else self._store.document_of(named)
            if document is not None:
                self._statements.forget(document)
                for claim in self.claims_in(document):
                    self._settle(claim)
        self.settle()

    def claims_in(self, document: str) -> list[str]:
        """The claims that a document makes or passes on, in the order of its text."""
        found = (self._store.claim_of(id) for id in self._statements.of_document(document))
        return list(dict.fromkeys(claim for claim in found if claim is not None))

    def _claimed(self, claim: str) -> Claimed:
        members = self._store.members(claim)
        statements = self._statements.of(members)
        oldest = min((age_of(item) for item in statements), default=(0, 0))
        return Claimed(claim, tuple(members), oldest)


def _verdict(one: Statement, other: Statement) -> Verdict:
    return compare(one, other, taking=_taking(one, other), explain=False)


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
    if what.startswith("clm_"):
        return Traced((_lineage(store, what),))
    if what.startswith("att_"):
        claim = store.claim_of(what)
        if claim is None:
            raise StoreError(
                f"The store holds no statement {what!r}. 'sayso show DOCUMENT' lists a document's attributions."
            )
        return Traced((_lineage(store, claim),))
    if what.startswith(("doc_", "http://", "https://")):
        kept = store.find(what)
        if kept is None:
            raise StoreError(
                f"The store holds no document {what!r}. 'sayso add' adds one; 'sayso documents' lists them."
            )
        return Traced(tuple(_lineage(store, claim) for claim in Tracer(store).claims_in(kept.document.id)))
    if not what:
        raise StoreError("There is nothing to trace: give a sentence, an id or an address.")
    return _search(store, what)


def _lineage(store: Store, claim: str) -> Lineage:
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

    reading = Reader().read_text(words)
    tracer = Tracer(store)
    best: dict[str, float] = {}
    sharing: dict[str, None] = {}
    for statement in describe(reading, 0, vectors_of(reading)).statements:
        for other in tracer.like(statement):
            claim = store.claim_of(other.id)
            if claim is None:
                continue
            sharing.setdefault(claim)
            verdict = _verdict(statement, other)
            if verdict.same:
                best[claim] = max(verdict.score, best.get(claim, 0.0))
    if best:
        return Traced(tuple(_lineage(store, claim) for claim in sorted(best, key=lambda claim: (-best[claim], claim))))
    return Traced((), nearest_claims(store, words, sharing))


def attribution_of(store: Store, id: str) -> str:
    """An attribution's id, or the first attribution of a claim. Raises JudgementError."""
    if id.startswith("clm_"):
        members = store.members(id)
        if members:
            return members[0]
    elif id.startswith("att_") and store.claim_of(id) is not None:
        return id
    raise JudgementError(f"The store holds no statement {id!r}. Give an attribution (att_…) or a claim (clm_…).")
