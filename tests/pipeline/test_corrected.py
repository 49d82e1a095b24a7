"""Readings put right by analysts, built by hand; and what follows in a store of four invented texts read with the shipped weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.domain.attribution import Attribution, Mode, Naming, PartyKind
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.party import Standing
from sayso.domain.reading import Reading
from sayso.errors import JudgementError
from sayso.pipeline.corrected import Corrections, corrected_reading, find_words, spans_in
from sayso.pipeline.correcting import correct
from sayso.pipeline.keeping import add_inputs, undo
from sayso.pipeline.parties import parties_of
from sayso.pipeline.rebuilding import rebuild
from sayso.pipeline.tracing import settle_all, trace
from sayso.privacy import Redaction
from sayso.serialise import lineage_records, to_json, to_record
from sayso.store.interface import Store
from tests.extract.builders import said
from tests.joining.telling import told
from tests.pipeline.test_deciding import CLOSED
from tests.pipeline.test_deciding import store as store  # the fixture

TEXT = "Mayor Ida Marn left. The Halden Institute said that a clerk claimed that the well was dry. He added that it rained."


@pytest.fixture
def reading() -> Reading:
    return told(
        0,
        TEXT,
        said("The Halden Institute", "said", "that a clerk claimed that the well was dry"),
        said("a clerk", "claimed", "that the well was dry"),
        said("He", "added", "that it rained"),
        organisation=["Halden Institute"],
        person=["Ida Marn"],
    )


def by(reading: Reading, content: str) -> Attribution:
    (found,) = (item for item in reading.attributions if item.chain and item.content[0].exact == content)
    return found


def corrected(reading: Reading, *made: tuple[str, str, str]) -> Reading:
    """With these judgements (subject, field, value) made one after the other."""
    return Corrections(
        Judgement(f"jdg_{n}", JudgementKind.CORRECT, subject, None, field, value, "a test", "Ada", f"2026-03-0{n}T09:00:00Z")
        for n, (subject, field, value) in enumerate(made, 1)
    ).reading(reading)  # fmt: skip


def test_without_corrections_the_reading_is_the_very_same(reading: Reading) -> None:
    assert corrected(reading) is reading
    assert corrected(reading, ("att_of_another", "speaker", "Ida Marn")) is reading


def test_a_speaker_who_stands_in_the_text_is_that_party(reading: Reading) -> None:
    rained = by(reading, "that it rained")
    (hop,) = by(corrected(reading, (rained.id, "speaker", "Ida Marn")), "that it rained").chain
    assert hop.source is not None and hop.source.exact == "Ida Marn"
    assert TEXT[hop.source.start : hop.source.end] == "Ida Marn"
    mention = next(item for item in reading.mentions if item.span.exact == "Ida Marn")
    assert (hop.party, hop.name, hop.kind, hop.naming) == (mention.party, "Ida Marn", PartyKind.PERSON, Naming.NAMED)
    (correction,) = hop.corrections
    assert (correction.field, correction.was, correction.analyst, correction.judgement) == (
        "speaker", rained.chain[0].name or "He", "Ada", "jdg_1",
    )  # fmt: skip


def test_a_hop_is_put_right_in_every_chain_that_it_stands_in(reading: Reading) -> None:
    outer = by(reading, "that a clerk claimed that the well was dry")
    inner = by(reading, "that the well was dry")
    assert len(inner.chain) == 2
    found = by(corrected(reading, (outer.id, "speaker", "Ida Marn")), "that the well was dry")
    assert [hop.name for hop in found.chain][0] == "Ida Marn"
    assert found.chain[1] == inner.chain[1]
    untouched = by(corrected(reading, (inner.id, "speaker", "Ida Marn")), "that a clerk claimed that the well was dry")
    assert untouched == outer


def test_a_party_leaves_the_words_and_says_who_they_mean(reading: Reading) -> None:
    rained = by(reading, "that it rained")
    (hop,) = by(corrected(reading, (rained.id, "party", "Marn")), "that it rained").chain
    assert hop.source == rained.chain[0].source
    assert (hop.name, hop.naming) == ("Ida Marn", Naming.NAMED)


def test_who_stands_nowhere_in_the_text_is_a_private_person_of_this_text(reading: Reading) -> None:
    clerk = by(reading, "that the well was dry")
    found = corrected(reading, (clerk.id, "party", "Oleg Brant"))
    hop = by(found, "that the well was dry").chain[-1]
    (party,) = (item for item in found.parties if item.id == hop.party)
    assert (party.name, party.kind, party.standing) == ("Oleg Brant", PartyKind.PERSON, Standing.PRIVATE)
    assert "Oleg Brant" not in to_json(to_record(Redaction().redact(found)))
    body = corrected(reading, (clerk.id, "party", "Well Inspectorate"))
    assert by(body, "that the well was dry").chain[-1].kind is PartyKind.ORGANISATION


def test_the_last_word_on_a_field_holds(reading: Reading) -> None:
    rained = by(reading, "that it rained")
    (hop,) = by(
        corrected(reading, (rained.id, "speaker", "Ida Marn"), (rained.id, "speaker", "a clerk")), "that it rained"
    ).chain
    assert hop.source is not None and (hop.source.exact, hop.naming) == ("a clerk", Naming.UNNAMED)
    assert [item.judgement for item in hop.corrections] == ["jdg_2"]


def test_what_the_outlet_was_taken_to_say_itself_gets_a_speaker(reading: Reading) -> None:
    own = next(item for item in reading.attributions if not item.chain)
    assert own.mode is Mode.OWN_VOICE
    found = next(item for item in corrected(reading, (own.id, "speaker", "Ida Marn")).attributions if item.id == own.id)
    assert found.mode is Mode.INDIRECT
    assert [(hop.name, hop.corrections[0].was) for hop in found.chain] == [("Ida Marn", None)]


def test_spans_in_several_parts(reading: Reading) -> None:
    rained = by(reading, "that it rained")
    found = next(a for a in corrected(reading, (rained.id, "span", "0-4, 10-14")).attributions if a.id == rained.id)
    assert [span.exact for span in found.content] == [TEXT[0:4], TEXT[10:14]]
    assert found.corrections[0].was == "that it rained"
    assert spans_in("4-2", TEXT) is spans_in("0-9999", TEXT) is spans_in("Ida", TEXT) is None
    assert spans_in("0-4, 2-6", TEXT) is spans_in(f"0-{'9' * 5000}", TEXT) is None
    assert spans_in("4-6; 0-4", TEXT) == spans_in("0-4, 4-6", TEXT) is not None


def test_words_are_found_whole_and_nearest() -> None:
    text = "Marnau said. Marn left. Later Marn came."
    assert find_words("Marn", text, 0) == find_words("marn", text, 0) == spans_in("13-17", text)[0]  # type: ignore[index]
    found = find_words("Marn", text, len(text))
    assert found is not None and found.start == 30
    assert find_words("Ida", text, 0) is None


def derived(store: Store) -> tuple[object, ...]:
    """All that is worked out: claims with members and lineages, sources and outlets."""
    settle_all(store)
    claims = {claim: (tuple(store.members(claim)), store.lineage(claim)) for claim in sorted(store.claims())}
    return claims, store.sources().items, store.outlets().items


def _said(store: Store, outlet: str) -> Attribution:
    kept = store.find(f"https://{outlet}.example/bridge")
    assert kept is not None
    return next(item for item in store.reading(kept.document.id).attributions if item.chain and store.claim_of(item.id))


@pytest.mark.parametrize(
    ("outlet", "field", "value"),
    [
        ("quay", "speaker", "Dorit Hahn"),
        ("quay", "party", "the town council"),
        ("courier", "speaker", "Kessel"),
        ("post", "span", "0-13"),
        ("mirror", "span", "0-40"),
        ("quay", "outlet", "Courier"),
        ("quay", "published", "2026-03-09"),
    ],
)
def test_a_correction_holds_everywhere_survives_a_rebuild_and_is_taken_back(
    store: Store, outlet: str, field: str, value: str
) -> None:
    before = derived(store)
    attribution = _said(store, outlet)
    of_document = field in ("outlet", "published")
    subject = store.document_of(attribution.id) if of_document else attribution.id
    assert subject is not None
    made = correct(store, subject, field, value, why="a test", analyst="Ada")
    after = derived(store)
    assert after != before
    list(rebuild(store))
    assert derived(store) == after
    undo(store, made.id)
    assert derived(store) == before
    list(rebuild(store))
    assert derived(store) == before


def test_a_corrected_speaker_is_root_source_and_party_and_says_who_put_it_right(store: Store) -> None:
    said_in_quay = _said(store, "quay")
    assert "Jonas Vik" in {line.name for line in store.sources("Jonas").items}
    count = next(line.attributions for line in store.sources("Jonas").items)
    made = correct(store, said_in_quay.id, "speaker", "Dorit Hahn", why="she was asked", analyst="Ada")
    lineage = trace(store, f"{CLOSED}.").lineages[0]
    (occurrence,) = (item for item in lineage.attributions if item.id == said_in_quay.id)
    assert occurrence.chain == ("Dorit Hahn",)
    assert [(item.was, item.analyst, item.judgement) for item in occurrence.corrections] == [
        ("Jonas Vik", "Ada", made.id)
    ]
    assert any(root.name.endswith("Hahn") and occurrence.document in root.documents for root in lineage.roots)
    assert sum(line.attributions for line in store.sources("Jonas").items) == count - 1
    assert said_in_quay.id in {item.attribution for item in store.quoted("Dorit Hahn").items}
    party = next(item for item in parties_of(store) if item.name == "Dorit Hahn")
    assert said_in_quay.id in {quoted.attribution for quoted in party.quoted}
    (record,) = (item for item in lineage_records([lineage])[0]["attributions"] if item["id"] == said_in_quay.id)
    assert record["corrections"][0]["was"] == "Jonas Vik"
    hop = next(
        item for item in corrected_reading(store, occurrence.document).attributions if item.id == said_in_quay.id
    ).chain[0]
    assert hop.corrections[0].why == "she was asked"
    assert store.reading(occurrence.document).attributions[0].chain[0].corrections == ()


def test_reading_again_keeps_what_was_put_right(store: Store) -> None:
    quay = _said(store, "quay")
    correct(store, quay.id, "speaker", "Dorit Hahn", analyst="Ada")
    correct(store, quay.id, "span", "0-17", analyst="Ada")
    after = derived(store)
    list(rebuild(store, read_again=True, workers=1))
    assert derived(store) == after


def test_a_removed_document_stays_out_when_it_is_put_right(store: Store) -> None:
    from sayso.pipeline.keeping import judge

    quay = _said(store, "quay")
    document = store.document_of(quay.id)
    assert document is not None
    judge(store, JudgementKind.REMOVE, document, why="forged", analyst="Ada")
    correct(store, quay.id, "span", "0-17", analyst="Ada")
    assert store.claim_of(quay.id) is None


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("span", "17-0", "no span"),
        ("span", "0-17, 20-99999", "no span"),
        ("speaker", "0-99999", "no span"),
        ("speaker", "0-4, 5-9", "no span"),
    ],
)
def test_spans_that_are_not_there_are_refused(store: Store, field: str, value: str, says: str) -> None:
    with pytest.raises(JudgementError, match=says):
        correct(store, _said(store, "quay").id, field, value, analyst="Ada")


def test_a_store_of_an_older_sayso_is_put_right_by_a_rebuild(store: Store, tmp_path: Path) -> None:
    quay = _said(store, "quay")
    store.judge(
        Judgement(
            "jdg_1", JudgementKind.CORRECT, quay.id, None, "source", "Dorit Hahn", None, "Ada", "2026-03-09T00:00:00Z"
        )
    )
    list(rebuild(store))
    assert quay.id in {item.attribution for item in store.quoted("Dorit Hahn").items}


def test_a_text_added_later_meets_what_was_put_right(store: Store, tmp_path: Path) -> None:
    correct(store, _said(store, "quay").id, "speaker", "Dorit Hahn", analyst="Ada")
    later = tmp_path / "later.txt"
    later.write_text(f"{CLOSED}, the Quay reported, citing mayor Dorit Hahn.\n", encoding="utf-8")
    list(add_inputs(store, [str(later)], workers=1))
    after = derived(store)
    list(rebuild(store))
    assert derived(store) == after
