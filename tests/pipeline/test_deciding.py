"""An analyst's word on steps and roots, in a store of four invented texts read with the shipped weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.domain.claim import Lineage
from sayso.errors import JudgementError
from sayso.pipeline.deciding import merge, split, unlink
from sayso.pipeline.inputs import Facts
from sayso.pipeline.keeping import add_inputs, undo
from sayso.pipeline.tracing import trace
from sayso.store.interface import Store
from sayso.store.opening import open_store

CLOSED = "The Kessel bridge in Varnholt will be closed for forty days from 3 May"
TEXTS = {
    "Quay": f"{CLOSED}, engineer Jonas Vik told the Quay.\n",
    "Post": "Closed bridge\n\nThe river was high all week. From 3 May the Kessel bridge in Varnholt will stay closed for forty days, said Jonas Vik, an engineer.\n",
    "Courier": f"{CLOSED}, mayor Dorit Hahn told the Courier.\n",
    "Mirror": f"{CLOSED}, the Courier reported.\n",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    facts = {}
    for day, (outlet, text) in enumerate(TEXTS.items(), 1):
        path = tmp_path / f"{outlet}.txt"
        path.write_text(text, encoding="utf-8")
        facts[str(path)] = Facts(outlet, f"2026-03-0{day}", f"https://{outlet.lower()}.example/bridge")
    with open_store(tmp_path / "sayso.db") as opened:
        list(add_inputs(opened, list(facts), facts=facts, workers=1))
        yield opened


def bridge(store: Store) -> Lineage:
    return trace(store, f"{CLOSED}.").lineages[0]


def test_a_step_is_taken_out_and_comes_back(store: Store) -> None:
    courier, mirror = (store.find(f"https://{name}.example/bridge") for name in ("courier", "mirror"))
    assert courier is not None and mirror is not None

    def is_linked() -> bool:
        pair = (courier.document.id, mirror.document.id)
        return pair in {(relay.source, relay.to) for relay in bridge(store).relays}

    assert is_linked()
    made = unlink(store, "https://courier.example/bridge", "https://mirror.example/bridge", why="a slip", analyst="Ada")
    assert not is_linked()
    undo(store, made.id)
    assert is_linked()


def test_a_root_is_taken_from_a_document(store: Store) -> None:
    before = bridge(store)
    (hahn,) = (root.id for root in before.roots if root.name.endswith("Hahn"))
    unlink(store, hahn, "https://courier.example/bridge", analyst="Ada")
    assert "Courier" in {root.name for root in bridge(store).roots}


def test_roots_are_merged_and_come_apart(store: Store) -> None:
    before = bridge(store)
    assert before.claim.roots_max == 2
    one, other = (root.id for root in before.roots)
    made = merge(store, one, other, why="he speaks for her", analyst="Ada")
    after = bridge(store)
    assert after.claim.roots_max == 1
    assert "Ada judged that they are one: he speaks for her." in {collapse.why for collapse in after.collapses}
    undo(store, made.id)
    assert bridge(store).roots == before.roots


def test_what_the_rules_merged_is_split(store: Store) -> None:
    (collapse,) = (item for item in bridge(store).collapses if item.certain)
    made = split(store, collapse.kept, collapse.merged, analyst="Ada")
    assert bridge(store).claim.roots_max == 3
    undo(store, made.id)
    assert bridge(store).claim.roots_max == 2


def test_what_is_not_there_cannot_be_decided_on(store: Store) -> None:
    mirror, quay = "https://mirror.example/bridge", "https://quay.example/bridge"
    with pytest.raises(JudgementError, match="No step leads from"):
        unlink(store, mirror, quay, analyst="Ada")
    with pytest.raises(JudgementError, match="no document 'https://nobody"):
        unlink(store, "https://nobody.example", quay, analyst="Ada")
    known = bridge(store).roots[0].id
    with pytest.raises(JudgementError, match="no root 'root_0'"):
        merge(store, known, "root_0", analyst="Ada")
    with pytest.raises(JudgementError, match="give two"):
        split(store, known, known, analyst="Ada")
    assert store.judgements() == []
