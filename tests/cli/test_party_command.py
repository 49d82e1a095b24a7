"""`sayso parties`, on a store filled by hand. The texts are invented."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.domain.reading import Reading
from sayso.store.digests import digest
from sayso.store.opening import open_store
from tests.extract.builders import said
from tests.joining.telling import told
from tests.store.builders import add, page

INSTITUTE = "The Halden Institute said that it rained. Welder Oleg Brant, {}, was there."


def _kept(number: int, age: int) -> Reading:
    link = said("The Halden Institute", "said", "that it rained")
    reading = told(number, INSTITUTE.format(age), link, organisation=["Halden Institute"], person=["Oleg Brant"])
    document = replace(reading.document, bytes_sha256=digest(page(reading.document.text)))
    ids = (f"att_{number}{place}" for place in range(99))
    return replace(
        reading, document=document, attributions=tuple(replace(a, id=next(ids)) for a in reading.attributions)
    )


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Two texts of one institute and of two welders of one name."""
    with open_store(tmp_path / "a.db", create=True) as store:
        for number, age in enumerate((34, 71)):
            add(store, _kept(number, age))
    return tmp_path / "a.db"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(list(arguments))
    out = capsys.readouterr()
    return status, " ".join(out.out.split()), out.err


def test_who_is_quoted_by_whom_and_why_it_is_one(filled, capsys):
    status, out, err = run(capsys, "parties", "--store", str(filled))
    assert status == 0
    assert "Halden Institute organisation pty_" in out
    assert "quoted 2 times (2 by name) in 2 documents by Outlet 0, Outlet 1" in out
    assert "one for 1 reason: both are called Halden Institute (name, 0.90)" in out
    assert "? Are they one? Oleg Brant: introduced as “welder” (Outlet 0)" in out and "the ages 34 and 71 differ" in out


def test_a_name_in_any_spelling_shows_every_document(filled, capsys):
    status, out, _ = run(capsys, "parties", "Brandt", "--store", str(filled))
    assert status == 1
    status, out, _ = run(capsys, "parties", "Олег", "Брант", "--store", str(filled))
    assert status == 0
    assert out.count("2024-06-01 Outlet") == 2 and "Halden" not in out


def test_json_has_counts_and_every_appearance(filled, capsys):
    _, out, _ = run(capsys, "parties", "--json", "Halden", "--store", str(filled))
    (record,) = json.loads(out)
    assert record["schema"] == "sayso.parties/1"
    assert record["quoted"] == {"attributions": 2, "named": 2, "not_named": 0, "said": 2, "passed_on": 0}
    assert [item["document"] for item in record["appearances"]] == ["doc_0", "doc_1"]
    assert record["joins"][0]["by"] == "name"


@pytest.mark.parametrize("form", [[], ["--json"], ["Welder"], ["--all"]])
def test_redacted_there_is_no_private_name_and_no_hash_of_one(form, filled, capsys):
    _, plain, _ = run(capsys, "parties", "--store", str(filled), "--json", "Oleg")
    hashes = {item["party"] for party in json.loads(plain) for item in party["appearances"]}
    _, out, err = run(capsys, "parties", *form, "--redact", "--store", str(filled))
    assert "Brant" not in out + err and "Oleg" not in out + err
    assert not any(id in out for id in hashes)
    assert "Person 1" in out or form == ["Welder"]


def test_an_analyst_decides_and_takes_it_back(filled, capsys):
    def brants() -> list[dict]:
        return json.loads(run(capsys, "parties", "Oleg", "--json", "--store", str(filled))[1])

    one, other = (party["id"] for party in brants())
    status, out, _ = run(capsys, "merge", one, other, "--analyst", "Q", "--store", str(filled))
    assert status == 0 and "are one party" in out
    (party,) = brants()
    assert (party["joins"][0]["by"], party["score"], party["doubts"]) == ("judgement", 1.0, [])
    assert run(capsys, "merge", one, other, "--analyst", "Q", "--store", str(filled))[0] == 1
    assert run(capsys, "undo", "--analyst", "Q", "--store", str(filled))[0] == 0
    assert [len(party["doubts"]) for party in brants()] == [1, 1]
    assert run(capsys, "split", one, other, "--analyst", "Q", "--store", str(filled))[0] == 0
    assert [len(party["doubts"]) for party in brants()] == [0, 0]


def test_a_corrected_outlet_and_speaker_count(filled, capsys):
    store = ["--store", str(filled)]
    assert run(capsys, "correct", "doc_0", "outlet", "The Quay", "--analyst", "Q", *store)[0] == 0
    assert run(capsys, "correct", "att_00", "speaker", "Ida Marn", "--analyst", "Q", *store)[0] == 0
    _, out, _ = run(capsys, "parties", *store)
    assert "quoted once (1 by name) in 2 documents by Outlet 1" in out
    assert "Ida Marn person, private" in out and "in 1 document by The Quay" in out


def test_a_removed_document_does_not_count(filled, capsys):
    store = ["--store", str(filled)]
    assert run(capsys, "remove", "doc_0", "--why", "forged", "--analyst", "Q", *store)[0] == 0
    _, out, _ = run(capsys, "parties", *store)
    assert "quoted once (1 by name) in 1 document by Outlet 1" in out and "?" not in out
