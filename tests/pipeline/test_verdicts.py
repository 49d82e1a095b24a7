"""An analyst's verdict on a claim, in a store of four invented texts read with the shipped weights."""

from __future__ import annotations

import pytest

from sayso.domain.judgement import JudgementKind
from sayso.errors import JudgementError
from sayso.pipeline.keeping import judge, undo
from sayso.pipeline.rebuilding import rebuild
from sayso.pipeline.verdicts import give_verdict
from sayso.serialise import lineage_record
from sayso.store.interface import Store
from sayso.store.overviews import Fared
from tests.pipeline.test_deciding import bridge
from tests.pipeline.test_deciding import store as store  # the fixture


def verdict(store: Store, claim: str) -> str | None:
    found = store.verdicts([claim])
    return found[claim].value if claim in found else None


def test_a_verdict_stands_with_the_claim_survives_a_rebuild_and_is_taken_back(store: Store) -> None:
    claim = bridge(store).claim.id
    assert verdict(store, claim) is None
    made = give_verdict(store, claim, "confirmed", why="the order is in the gazette", analyst="Ada")
    assert (made.kind, made.analyst, made.why) == (JudgementKind.VERDICT, "Ada", "the order is in the gazette")
    assert verdict(store, claim) == "confirmed"
    list(rebuild(store))
    assert verdict(store, claim) == "confirmed"
    later = give_verdict(store, claim, "Refuted", why="it was withdrawn", analyst="Ben")
    assert verdict(store, claim) == "refuted"
    assert bridge(store).claim.roots_max == 2  # no count hangs on it
    undo(store, later.id)
    assert verdict(store, claim) == "confirmed"
    undo(store, made.id)
    assert verdict(store, claim) is None
    assert [entry.about for entry in store.journal()][-4:] == [made.id, later.id, later.id, made.id]


def test_it_is_part_of_the_record(store: Store) -> None:
    lineage = bridge(store)
    made = give_verdict(store, lineage.claim.id, "open", why="nobody answers", analyst="Ada")
    assert "verdict" not in lineage_record(lineage)["claim"]
    assert lineage_record(lineage, made)["claim"]["verdict"] == {
        "verdict": "open", "why": "nobody answers", "analyst": "Ada", "made": made.made, "judgement": made.id,
    }  # fmt: skip


def test_it_stays_when_the_first_wording_no_longer_counts(store: Store) -> None:
    claim = bridge(store).claim.id
    made = give_verdict(store, claim, "confirmed", why="seen", analyst="Ada")
    document = store.document_of(made.subject)
    assert document is not None and made.object is not None and store.document_of(made.object) != document
    judge(store, JudgementKind.REMOVE, document, why="forged", analyst="Ada")
    after = bridge(store).claim.id
    assert after != claim
    assert verdict(store, after) == "confirmed"


def test_the_claims_of_a_source_are_counted_with_their_base(store: Store) -> None:
    claim = bridge(store).claim.id
    before = store.fared("Dorit Hahn")
    assert before is not None and before.judged == 0 and before.claims >= 1
    give_verdict(store, claim, "refuted", why="it stayed open", analyst="Ada")
    assert store.fared("Dorit Hahn") == Fared(before.claims, 0, 1, 0)


def test_nothing_is_counted_of_private_persons_or_of_nobody_in_particular(store: Store) -> None:
    reading = next(store.reading(kept.document.id) for kept in store.documents() if kept.document.outlet == "Quay")
    hop = next(item for item in reading.attributions if item.chain).chain[0]
    private = next(party.standing for party in reading.parties if party.id == hop.party)
    give_verdict(store, bridge(store).claim.id, "refuted", why="it stayed open", analyst="Ada")
    assert private == "private" and hop.name is not None
    assert store.fared(hop.name) is None
    assert store.fared("nobody of that name") is None


@pytest.mark.parametrize(
    ("what", "word", "why", "says"),
    [
        (None, "true", "seen", "no verdict. Give one of: confirmed"),
        (None, "confirmed", " ", "Say why"),
        ("clm_0", "confirmed", "seen", "no claim 'clm_0'"),
    ],
)
def test_what_makes_no_sense_is_refused(store: Store, what: str | None, word: str, why: str, says: str) -> None:
    with pytest.raises(JudgementError, match=says):
        give_verdict(store, what or bridge(store).claim.id, word, why=why, analyst="Ada")
    assert store.judgements() == []
