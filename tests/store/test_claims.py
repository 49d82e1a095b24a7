"""Claims: who belongs to them, when they are to be worked out again, and their lineages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.claim import (
    Claim,
    Collapse,
    Drift,
    Flag,
    Lineage,
    Node,
    Occurrence,
    Passage,
    Relay,
    Root,
)
from sayso.domain.reading import Reading
from sayso.errors import StoreError
from sayso.store.interface import Listed, Store
from sayso.store.opening import open_store
from sayso.store.overviews import Wanted
from tests.store.builders import AT, add, article, lineage

FIRST = article("the dam would hold", url="https://quay.example/dam")
SECOND = article("the dam would surely hold", url="https://pier.example/dam", outlet="Пирс")
CLAIM = lineage(FIRST, SECOND).claim.id


@pytest.fixture
def traced(store: Store) -> Store:
    """Two documents that make one claim, with its lineage."""
    for reading in (FIRST, SECOND):
        add(store, reading)
        store.assign(reading.attributions[0].id, CLAIM)
    store.put_lineage(lineage(FIRST, SECOND))
    return store


def _id(reading: Reading) -> str:
    return reading.attributions[0].id


def test_a_claim_has_members_in_their_order(store: Store) -> None:
    for reading in (FIRST, SECOND):
        add(store, reading)
    assert store.claim_of(_id(FIRST)) is None
    store.assign(_id(SECOND), CLAIM)
    store.assign(_id(FIRST), CLAIM)
    assert store.members(CLAIM) == [_id(FIRST), _id(SECOND)]
    assert store.claim_of(_id(SECOND)) == CLAIM
    assert list(store.claims()) == [CLAIM]
    assert store.members("clm_none") == []


def test_a_claim_s_first_members_are_those_of_its_oldest_document(store: Store) -> None:
    for reading in (FIRST, SECOND):
        add(store, reading)
    for attribution in (*SECOND.attributions, *FIRST.attributions):
        store.assign(attribution.id, CLAIM)
    everyone = [attribution.id for reading in (FIRST, SECOND) for attribution in reading.attributions]
    assert store.members(CLAIM) == everyone
    assert store.members(CLAIM, most=3) == everyone[:3]
    assert store.first_members(CLAIM) == everyone[:2]
    assert store.first_members("clm_none") == []
    assert store.claims_of([*everyone, "att_none"]) == dict.fromkeys(everyone, CLAIM)
    assert store.documents_of([everyone[2], "att_none"]) == {everyone[2]: SECOND.document.id}
    pairs = [(item.id, reading.document.id) for reading in (FIRST, SECOND) for item in reading.attributions]
    assert store.members_of([CLAIM, "clm_none"]) == {CLAIM: pairs}
    assert store.sizes([CLAIM, "clm_none"], most=3) == {CLAIM: 3}
    assert store.sizes([CLAIM], most=99) == {CLAIM: len(everyone)}
    store.remove(FIRST.document.id, "a test", at=AT)
    assert store.first_members(CLAIM) == everyone[2:]
    assert store.members_of([CLAIM]) == {CLAIM: pairs[2:]}


def test_lineages_that_are_put_together_are_those_put_one_by_one(store: Store) -> None:
    for reading in (FIRST, SECOND):
        add(store, reading)
        store.assign(_id(reading), CLAIM)
    other = FIRST.attributions[1].id
    store.assign(other, "clm_other")
    one = lineage(FIRST, SECOND)
    two = replace(one, claim=replace(one.claim, id="clm_other", text="The dam leaks"), relays=(), drift=())
    store.put_lineages([one, two])
    assert (store.lineage(CLAIM), store.lineage("clm_other")) == (one, two)
    assert [item.claim.id for item in store.list_claims()] == [CLAIM, "clm_other"]
    listed = list(store.list_claims())
    store.put_lineage(two)
    store.put_lineage(one)
    assert list(store.list_claims()) == listed
    store.put_lineages([two, replace(two, claim=replace(two.claim, text="It leaks"))])
    last = store.lineage("clm_other")
    assert last is not None
    assert last.claim.text == "It leaks"


def test_an_attribution_moves_to_another_claim_or_out_of_all(traced: Store) -> None:
    traced.assign(_id(FIRST), "clm_other")
    assert (traced.members(CLAIM), traced.members("clm_other")) == ([_id(SECOND)], [_id(FIRST)])
    traced.assign(_id(SECOND), None)
    assert list(traced.claims()) == ["clm_other"]
    with pytest.raises(StoreError, match="att_none"):
        traced.assign("att_none", CLAIM)


def test_a_lineage_comes_back_as_it_was(traced: Store) -> None:
    assert traced.lineage(CLAIM) == lineage(FIRST, SECOND)
    assert traced.lineage("clm_none") is None
    shorter = replace(lineage(FIRST, SECOND), relays=(), drift=(), flags=(), collapses=())
    traced.put_lineage(shorter)
    assert traced.lineage(CLAIM) == shorter


def test_a_claim_is_unsettled_until_its_lineage_is_there(store: Store) -> None:
    for reading in (FIRST, SECOND):
        add(store, reading)
        store.assign(_id(reading), CLAIM)
    assert store.unsettled() == [CLAIM]
    assert store.lineage(CLAIM) is None
    store.put_lineage(lineage(FIRST, SECOND))
    assert store.unsettled() == []


def test_a_lineage_can_be_put_off_until_somebody_asks(traced: Store) -> None:
    traced.assign(SECOND.attributions[1].id, CLAIM)
    traced.put_off(CLAIM)
    assert (traced.unsettled(put_off=False), traced.unsettled()) == ([], [CLAIM])
    traced.assign(FIRST.attributions[1].id, CLAIM)
    assert traced.unsettled(put_off=False) == [CLAIM]
    traced.put_lineage(lineage(FIRST, SECOND))
    assert traced.unsettled() == []
    traced.assign(SECOND.attributions[1].id, None)
    assert traced.unsettled(put_off=False) == [CLAIM]


def test_what_was_put_off_is_due_where_a_document_no_longer_counts(traced: Store) -> None:
    traced.assign(SECOND.attributions[1].id, CLAIM)
    traced.put_off(CLAIM)
    traced.remove(FIRST.document.id, "a test", at=AT)
    assert traced.unsettled(put_off=False) == [CLAIM]


def test_who_joins_a_claim_unsettles_it(traced: Store) -> None:
    traced.assign(SECOND.attributions[1].id, CLAIM)
    assert traced.unsettled() == [CLAIM]
    assert traced.lineage(CLAIM) is None
    assert list(traced.list_claims()) == []


def test_who_stays_in_a_claim_does_not(traced: Store) -> None:
    traced.assign(_id(FIRST), CLAIM)
    assert traced.lineage(CLAIM) == lineage(FIRST, SECOND)


def test_attributions_of_a_removed_document_leave_their_claims(traced: Store) -> None:
    traced.remove(SECOND.document.id, "a test", at=AT)
    assert traced.members(CLAIM) == [_id(FIRST)]
    assert traced.unsettled() == [CLAIM]
    traced.remove(FIRST.document.id, "a test", at=AT)
    assert list(traced.claims()) == []


def test_attributions_of_a_superseded_document_leave_their_claims(traced: Store) -> None:
    add(traced, article("the dam broke", url=SECOND.document.url))
    assert traced.members(CLAIM) == [_id(FIRST)]
    assert traced.unsettled() == [CLAIM]


def test_a_document_that_was_only_a_node_unsettles_the_claim_too(store: Store) -> None:
    between = article("it rained")
    for reading in (FIRST, SECOND, between):
        add(store, reading)
        store.assign(_id(FIRST), CLAIM)
    before = lineage(FIRST, SECOND)
    store.put_lineage(replace(before, relays=(replace(before.relays[0], to=between.document.id),)))
    store.remove(between.document.id, "a test", at=AT)
    assert store.unsettled() == [CLAIM]


def test_a_new_reading_leaves_the_claims_of_the_last(traced: Store) -> None:
    traced.reread(replace(SECOND, attributions=()), read_by="sayso 0.2")
    assert traced.members(CLAIM) == [_id(FIRST)]
    assert traced.unsettled() == [CLAIM]


def test_a_lineage_rests_on_what_is_held(store: Store) -> None:
    add(store, FIRST)
    with pytest.raises(StoreError, match=_id(SECOND)):
        store.put_lineage(lineage(FIRST, SECOND))
    assert list(store.claims()) == []
    with pytest.raises(StoreError, match="doc_none"):
        store.put_lineage(
            replace(
                lineage(FIRST, FIRST),
                attributions=(),
                relays=(replace(lineage(FIRST, FIRST).relays[0], to="doc_none"),),
            )
        )


def test_claims_are_listed(traced: Store) -> None:
    listed = Listed(lineage(FIRST, SECOND).claim, "2026-03-03T01:00:00+00:00", "2026-03-02T23:00:00-05:00", drift=1)
    assert list(traced.list_claims()) == [listed]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"since": "2026-03-03"}, True),
        ({"since": "2026-03-03T03:59:00Z"}, True),
        ({"since": "2026-03-03T04:01:00Z"}, False),
        ({"outlet": "quay"}, True),
        ({"outlet": "ПИРС"}, True),
        ({"outlet": "harbour"}, False),
        ({"source": "harbour institute"}, True),
        ({"source": "an insider"}, True),
        ({"source": "isw"}, True),
        ({"source": "quay"}, False),
        ({"min_documents": 2}, True),
        ({"min_documents": 3}, False),
        ({"outlet": "quay", "source": "nobody"}, False),
    ],
)
def test_claims_are_chosen(traced: Store, wanted: dict[str, str], found: bool) -> None:
    assert bool(list(traced.list_claims(Wanted(**wanted)))) is found  # type: ignore[arg-type]


words = st.text(max_size=6)
documents = st.sampled_from([FIRST.document.id, SECOND.document.id])
nodes = documents | st.sampled_from(["hop_1", "hop_2", "root_1", "root_2", "root_3"])
numbers = st.integers(0, 1 << 40)
passages = st.builds(Passage, documents, numbers, numbers, words)
evidence = st.lists(passages, max_size=2).map(tuple)
scores = st.floats(allow_nan=False)


@st.composite
def lineages(draw: st.DrawFn) -> Lineage:
    """Any lineage of the two documents."""

    def some(strategy: st.SearchStrategy, unique: str = "") -> tuple:  # type: ignore[type-arg]
        by = (lambda item: getattr(item, unique)) if unique else None
        return tuple(draw(st.lists(strategy, max_size=3, unique_by=by)))

    attributions = st.sampled_from([_id(FIRST), _id(SECOND)])
    chain = st.lists(words, max_size=3).map(tuple)
    optional = st.none() | words
    return Lineage(
        draw(st.builds(Claim, st.just(CLAIM), words, numbers, numbers, numbers, numbers)),
        some(st.builds(Occurrence, attributions, documents, optional, optional, words, chain)),
        some(st.builds(Relay, source=nodes, to=nodes, evidence=evidence, score=scores, why=words)),
        some(st.builds(Node, id=st.sampled_from(["hop_1", "hop_2"]), name=words), "id"),
        some(
            st.builds(
                Root, st.sampled_from(["root_1", "root_2"]), words, documents=st.lists(documents, max_size=3).map(tuple)
            ),
            "id",
        ),
        some(st.builds(Collapse, kept=nodes, merged=nodes, why=words, evidence=evidence)),
        some(st.builds(Drift, source=st.none() | passages, to=passages, why=words)),
        some(st.builds(Flag, source=nodes, to=nodes, why=words)),
    )


@settings(max_examples=40)
@given(st.lists(lineages(), min_size=1, max_size=2))
def test_any_lineage_comes_back(several: list[Lineage]) -> None:
    with open_store(":memory:") as store:
        for reading in (FIRST, SECOND):
            add(store, reading)
        for one in several:
            store.put_lineage(one)
            assert store.lineage(CLAIM) == one
        store.forget_derived()
        assert store.lineage(CLAIM) is None


def test_a_lineage_that_is_put_anew_has_another_stamp(traced: Store) -> None:
    before = traced.lineage_stamp(CLAIM)
    assert before is not None
    assert traced.lineage_stamp(CLAIM) == before
    traced.put_lineage(lineage(FIRST, SECOND))
    assert traced.lineage_stamp(CLAIM) not in (None, before)
    traced.remove(SECOND.document.id, "a test page", at=AT)
    assert traced.lineage_stamp(CLAIM) is None
