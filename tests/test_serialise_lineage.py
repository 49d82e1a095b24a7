"""A lineage as JSON."""

import json

from hypothesis import given

from sayso.domain.claim import Lineage
from sayso.domain.document import Document
from sayso.serialise import lineage_record, lineage_records, to_json
from tests.rendering.builders import sluice
from tests.rendering.lineages import LINEAGES


def test_a_record_has_the_keys_of_the_format_in_their_order() -> None:
    record = lineage_record(sluice().lineage(roots_min=1))
    assert list(record) == ["schema", "claim", "attributions", "relays", "hops", "roots", "collapses", "drift", "flags"]
    assert record["schema"] == "sayso.lineage/1"
    assert list(record["claim"]) == ["id", "text", "documents", "outlets", "roots_min", "roots_max"]
    assert list(record["attributions"][0]) == [
        "id", "document", "outlet", "published", "exact", "chain", "factuality",
    ]  # fmt: skip
    assert list(record["relays"][0]) == ["from", "to", "how", "evidence", "score", "why"]
    assert list(record["roots"][0]) == ["id", "name", "kind", "naming", "access", "interested", "documents"]
    assert list(record["collapses"][0]) == ["kept", "merged", "certain", "why", "evidence"]
    assert list(record["drift"][0]) == ["kind", "from", "to", "introduced", "why"]
    assert list(record["drift"][0]["to"]) == ["document", "start", "end", "exact"]
    assert list(record["flags"][0]) == ["kind", "from", "to", "why"]
    assert list(record["hops"][0]) == ["id", "name", "kind", "naming"]


def test_a_relay_leads_from_a_node_to_a_node() -> None:
    story = sluice()
    (relay,) = (item for item in lineage_record(story.lineage())["relays"] if item["how"] == "wire-credit")
    assert (relay["from"], relay["to"]) == (story.names["The Quay"], story.names["Port News"])
    assert relay["evidence"] == [
        {"document": story.names["Port News"], "start": 0, "end": 17, "exact": "The Quay reported"}
    ]


def test_a_headline_that_is_held_against_its_own_text_comes_from_nowhere() -> None:
    (drift,) = (d for d in lineage_record(sluice().lineage())["drift"] if d["kind"] == "headline-exceeds-text")
    assert drift["from"] is None


def test_values_are_the_words_of_the_format() -> None:
    record = lineage_record(sluice().lineage())
    assert record["attributions"][0]["chain"] == ["unnamed: a relative of a lock keeper"]
    assert record["attributions"][0]["factuality"] == "PS+"
    root = record["roots"][0]
    assert (root["naming"], root["access"], root["interested"]) == ("unnamed", "eyewitness", False)


def test_it_is_always_an_array() -> None:
    assert [record["claim"]["id"] for record in lineage_records([sluice().lineage()])] == ["clm_0123456789abcdef"]
    assert lineage_records([]) == []


@given(LINEAGES)
def test_any_lineage_comes_back_from_its_json(made: tuple[Lineage, dict[str, Document]]) -> None:
    line = to_json(lineage_records([made[0]]))
    assert len(line.encode("utf-8").decode("utf-8").splitlines()) == 1
    (record,) = json.loads(line)
    assert record == json.loads(json.dumps(lineage_record(made[0])))
