"""Claims follow what analysts decide: after a judgement, and after one that was taken back, they are as a rebuild would make them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.pipeline.corrected import Corrections
from sayso.pipeline.shipped import events_of
from sayso.pipeline.statements import Statements
from sayso.pipeline.tracing import Tracer
from sayso.store.interface import State
from sayso.tracing.clustering import cluster
from sayso.tracing.comparison import Verdict
from sayso.tracing.statement import Statement


class Reconsidering(Tracer):
    """A tracer that goes back to claims which are made already."""

    def cluster_again(self, claims: Iterable[str]) -> None:
        """Part or join the members of these claims from nothing, as a rebuild would."""
        self._takings.clear()
        members = [id for claim in dict.fromkeys(claims) for id in self._store.members(claim)]
        statements = self._statements.of(members)
        near = {item.id: frozenset(self._like(item)) for item in statements}

        def verdict(one: Statement, other: Statement) -> Verdict | None:
            # As `follow` does: others that it did not compare spoke against statements that stay when it is done again.
            return self.verdict(one, other) if other.id in near[one.id] else None

        for id, claim in cluster(statements, verdict, self._judged).items():
            self._store.assign(id, claim)

    def reconsider(self, judgement: Judgement, touched: Iterable[str] = ()) -> None:
        """Let the claims follow a judgement that was made or taken back, and settle them. `touched` are those from which a removal took members."""
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
                self.cluster_again(touched)
            else:
                self.follow(subject)
        elif judgement.kind in (JudgementKind.ONE_ROOT, JudgementKind.TWO_ROOTS):
            both = [id for root in (subject, judgement.object or "") for id in self._store.claims_with(root)]
            for claim in dict.fromkeys(both):
                self.settle_claim(claim)
        elif judgement.kind is JudgementKind.NOT_A_RELAY:
            for claim in self.claims_in(judgement.object or ""):
                self.settle_claim(claim)
        elif judgement.kind is JudgementKind.CORRECT:
            document = subject if subject.startswith("doc_") else self._store.document_of(subject)
            if document is not None:
                self._put_right(document, judgement)
        self.settle()

    def _put_right(self, document: str, judgement: Judgement) -> None:
        """Let everything follow a correction: statements that say another thing now, or say it by another, find their claims anew."""
        standing = [item for item in self._judgements if item.id != judgement.id]
        before_that = standing if judgement.undone is None else [*standing, replace(judgement, undone=None)]
        before = Statements(self._store, before_that).of_document(document)
        reading = Corrections(self._judgements).reading(self._store.reading(document))
        self._store.relabel(reading)
        self._store.put_events(reading, events_of(reading))
        if judgement.field == "span":
            from sayso.pipeline.describing import vectors_of  # loads the model

            said = tuple(item for item in reading.attributions if item.id == judgement.subject)
            self._store.put_vectors(vectors_of(replace(reading, attributions=said)))
            self._nearness.forget()
        after = self._statements.renew(document)
        moved = {id for id in before.keys() | after.keys() if _is_another(before.get(id), after.get(id))}
        kept = self._store.find(document)
        if kept is None or kept.state is not State.CURRENT:
            return
        left = self._store.claims_of(sorted(moved))
        for id in sorted(moved):
            self._store.assign(id, None)
            self._store.put_keys(id, ())
        self.follow(document, only=moved)
        joined = self._store.claims_of(sorted(moved))
        self.cluster_again(sorted({*left.values(), *joined.values()}))
        for claim in self.claims_in(document):
            self.settle_claim(claim)


def _is_another(one: Statement | None, other: Statement | None) -> bool:
    """Whether what is compared of two statements of one attribution differs."""
    if one is None or other is None:
        return one is not other
    return _compared(one) != _compared(other)


def _compared(statement: Statement) -> tuple[object, ...]:
    document = statement.document
    return (
        statement.attribution, document.outlet, document.published, statement.words, statement.names, statement.places,
        statement.times, statement.quantities, statement.negated,
    )  # fmt: skip
