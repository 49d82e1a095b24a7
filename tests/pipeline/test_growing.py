"""A store that grows: what is bounded or put off changes nothing of what comes out. No weights: readings and vectors are simulated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import pytest

from evaluation.workload import Workload
from sayso.domain.claim import Lineage
from sayso.domain.judgement import JudgementKind
from sayso.pipeline import tracing
from sayso.pipeline.inputs import Gathered
from sayso.pipeline.keeping import add_each, add_gathered, judge, settle_put_off
from sayso.pipeline.rebuilding import rebuild
from sayso.pipeline.tracing import Tracer, settle_all, trace
from sayso.store.interface import Store
from sayso.store.opening import open_store
from tests.store.builders import article, page

WORDS = "the dam at Varnholt had lost 236 tonnes of turbine oil"


@pytest.fixture(scope="module")
def made() -> list[Gathered]:
    return list(islice(Workload(5, active=5).documents(), 40))


def told(count: int, words: str = WORDS) -> list[Gathered]:
    """One claim in so many papers."""
    readings = [
        article(words, outlet=f"Paper {chr(65 + n)}", url=f"https://{n}.example/", title=f"No {n}")
        for n in range(count)
    ]
    return [Gathered(f"{n}", page(item.document.text), item) for n, item in enumerate(readings)]


def derived(store: Store) -> dict[str, tuple[Sequence[str], Lineage | None]]:
    settle_all(store)
    return {claim: (store.members(claim), store.lineage(claim)) for claim in store.claims()}


def claims_of(store: Store, documents: Sequence[Gathered]) -> list[str | None]:
    return [store.claim_of(item.reading.attributions[0].id) for item in documents]


def test_one_by_one_in_batches_and_rebuilt_give_the_same(made: list[Gathered], monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(":memory:") as store:
        for item in made:
            add_gathered(store, [item])
        one_by_one = derived(store)
    assert any(len(members) > 3 for members, _ in one_by_one.values())
    assert None not in {lineage for _, lineage in one_by_one.values()}
    monkeypatch.setattr("sayso.pipeline.keeping.BATCH", 7)
    monkeypatch.setattr("sayso.pipeline.keeping.SETTLING", 14)
    monkeypatch.setattr(tracing, "LARGE", 3)
    with open_store(":memory:") as store:
        assert len(list(add_each(store, made))) == len(made)
        assert derived(store) == one_by_one
        list(rebuild(store))
        assert derived(store) == one_by_one


def test_a_large_claim_is_worked_out_when_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "LARGE", 3)
    documents = told(5)
    with open_store(":memory:") as store:
        add_gathered(store, documents[:3])
        (claim, *_) = claims_of(store, documents[:1])
        assert claim is not None
        assert store.lineage(claim) is not None
        add_gathered(store, documents[3:])
        assert store.unsettled() == [claim]
        assert store.unsettled(put_off=False) == []
        for what in (claim, documents[4].reading.attributions[0].id, "https://2.example/"):
            assert trace(store, what).lineages[0].claim.documents == 5
        assert store.unsettled() == []


def test_one_more_document_works_out_no_more_than_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = told(9)
    with open_store(":memory:") as store:
        add_gathered(store, documents[:8])
        (claim, *_) = claims_of(store, documents[:1])
        assert store.unsettled() == []
        monkeypatch.setattr(tracing, "A_DOCUMENT", 6)
        add_gathered(store, documents[8:])
        assert store.unsettled() == [claim]
        monkeypatch.setattr(tracing, "A_DOCUMENT", 20)
        add_gathered(store, told(10, "the ferry to Ostrand had been two hours late")[9:])
        assert store.unsettled() == [claim]
        assert trace(store, claim or "").lineages[0].claim.documents == 9
        assert store.unsettled() == []


def test_while_more_is_added_only_claims_that_grew_are_looked_at() -> None:
    documents = told(3)
    with open_store(":memory:") as store, store.batch():
        for item in documents:
            add_gathered(store, [item], trace=False)
        Tracer(store).follow(documents[0].reading.document.id)
        (claim, *_) = claims_of(store, documents[:1])
        tracer = Tracer(store)
        assert claim in store.unsettled()
        assert tracer.due(whole=False) == []
        tracer.follow(documents[1].reading.document.id)
        assert claim in tracer.due(whole=False)
        assert tracer.due(whole=False) == []
        tracer.follow(documents[2].reading.document.id)
        assert claim not in tracer.due(whole=False)  # three statements are no small claim
        assert claim in tracer.due()


def test_a_large_claim_whose_first_member_goes_gets_the_id_that_a_rebuild_gives_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tracing, "LARGE", 3)
    documents = told(6)
    with open_store(":memory:") as store:
        add_gathered(store, documents)
        judge(store, JudgementKind.REMOVE, documents[0].reading.document.id, why="a test", analyst="ada")
        after = claims_of(store, documents[1:])
        assert len(set(after)) == 1
        list(rebuild(store))
        assert claims_of(store, documents[1:]) == after


def test_a_claim_keeps_its_keys_however_often_it_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "MOST_CANDIDATES", 4)
    monkeypatch.setattr(tracing, "MOST_SHARING", 8)
    documents = told(20)
    with open_store(":memory:") as store:
        for item in documents:
            add_gathered(store, [item])
        assert len(set(claims_of(store, documents))) == 1
        statement = next(iter(Tracer(store)._statements.of_document(documents[-1].reading.document.id).values()))
        assert len(Tracer(store).like(statement)) == 4


def test_of_very_many_that_share_a_key_those_that_share_the_rarest_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    documents = told(12)
    with open_store(":memory:") as store:
        for item in documents:
            add_gathered(store, [item], trace=False)
            store.put_keys(item.reading.attributions[0].id, ["all", *(["few"] if item in documents[4:6] else [])])
        statement = next(iter(Tracer(store)._statements.of_document(documents[0].reading.document.id).values()))
        monkeypatch.setattr(tracing, "LOOKED_AT", 3)
        found = [item.id for item in Tracer(store).like(statement, ["few", "all"])]
    assert found[:2] == [documents[n].reading.attributions[0].id for n in (4, 5)]
    assert len(found) == 2  # the third is the statement itself


def test_once_a_claim_is_certain_no_more_of_it_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "AT_ONCE", 2)
    documents = told(20)
    compared = []
    verdict = Tracer.verdict
    monkeypatch.setattr(Tracer, "verdict", lambda self, *pair: compared.append(pair) or verdict(self, *pair))
    with open_store(":memory:") as store:
        add_gathered(store, documents[:19])
        compared.clear()
        add_gathered(store, documents[19:])
        assert len(set(claims_of(store, documents))) == 1
        said = documents[19].reading.attributions[0].id
        assert sum(one.id == said for one, _ in compared) == 1


def test_judgements_hold_in_a_claim_of_which_only_the_first_members_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tracing, "MOST_CANDIDATES", 2)
    documents = told(7)
    with open_store(":memory:") as store:
        add_gathered(store, documents[:6])
        add_gathered(store, told(1, "the ferry to Ostrand had been two hours late"), trace=True)
        subject, other = (documents[n].reading.attributions[0].id for n in (5, 4))
        judge(store, JudgementKind.DIFFER, subject, other, analyst="ada")
        apart = claims_of(store, documents[:6])
        assert apart[5] != apart[4]
        add_gathered(store, documents[6:])
        assert claims_of(store, documents)[6] in {apart[4], apart[5]}
        before = claims_of(store, documents)
        list(rebuild(store))
        assert claims_of(store, documents) == before


def test_what_was_put_off_is_worked_out_and_what_is_being_added_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "LARGE", 3)
    documents = told(5)
    ferry = told(6, "the ferry to Ostrand had been two hours late")[5:]
    with open_store(":memory:") as store:
        add_gathered(store, documents)
        (claim, *_) = claims_of(store, documents[:1])
        add_gathered(store, ferry, trace=False)
        Tracer(store).follow(ferry[0].reading.document.id)
        assert claim in store.unsettled() and len(store.unsettled()) > 1
        assert settle_put_off(store) == 1
        assert claim not in store.unsettled() and store.unsettled()


def test_of_a_very_large_addition_the_rest_is_worked_out_when_somebody_asks(
    made: list[Gathered], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(":memory:") as store:
        assert len(list(add_each(store, made))) == len(made)
        assert store.unsettled() == []
        whole = derived(store)
    monkeypatch.setattr("sayso.pipeline.keeping.SETTLING", 16)
    monkeypatch.setattr(tracing, "AN_ADDITION", 40)
    with open_store(":memory:") as store:
        assert len(list(add_each(store, made))) == len(made)
        assert store.unsettled(put_off=False) == []
        assert 0 < len(store.unsettled()) < len(whole)
        claims = list(store.claims())
        assert sum(len(store.members(claim)) for claim in claims if store.lineage(claim) is not None) <= 40
        assert derived(store) == whole
