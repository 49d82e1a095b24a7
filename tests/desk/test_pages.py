"""What each page says; document text is never markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.settings import Settings
from sayso.domain.attribution import Naming
from sayso.domain.journal import Deed
from sayso.domain.span import Span
from sayso.store.opening import open_store
from tests.desk.conftest import BASE, CLAIM, FIRST, OLD, SECOND, Browser
from tests.store.builders import add, article, lineage, occurrence

PAGES = (
    "/", "/?all=true&q=dam&order=roots", "/search", "/search?q=dam", "/sources", "/outlets", "/registry", "/registry?q=Kolokoltsev&as_of=2020-01-01",
    "/runs", "/events", "/events?pack=protest&happened=true", "/journal", "/journal?verify=true", "/help", "/add", f"/claims/{CLAIM}", "/source?name=Harbour+Institute",
    f"/documents/{FIRST.document.id}", f"/documents/{SECOND.document.id}", f"/documents/{SECOND.document.id}/changes",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.text
    assert "<!doctype html>" in answer.text
    assert "<b>surely" not in answer.text
    assert "<i>is" not in answer.text


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(make_app(Settings(tmp_path / "new.db", "Ada")), base_url=BASE) as client:
        assert "Give the desk something to read" in client.get("/").text
        for path in ("/sources", "/outlets", "/runs", "/journal"):
            assert client.get(path).status_code == 200


def test_the_inbox_counts_roots_not_articles(browser: Browser) -> None:
    page = browser.get("/").text
    assert "2 documents" in page
    assert "1–2 roots" in page
    assert "an insider" in page
    assert "hedge lost" in page
    assert "New roots on 2 March 2026" in page


def test_filters_stand_in_the_address(browser: Browser) -> None:
    assert "No claim fits these filters" in browser.get("/?outlet=nobody").text
    assert "the dam would hold" in browser.get("/?outlet=pier&since=&until=&naming=&q=&source=").text
    answer = browser.get("/?since=yesterday")
    assert answer.status_code == 422
    assert "is no date" in answer.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("/api/claims?naming=somehow", "“naming” is 'somehow'; it can be named, "),
        ("/api/claims?order=age", "“order” is 'age'; it can be news, roots, documents or drift."),
        ("/api/claims?all=perhaps", "“all” is 'perhaps'; it can be true or false."),
        ("/api/claims?q=" + "a" * 201, "“q” has 201 characters; at most 200 are taken."),
        ("/api/source", "“name” is missing."),
    ],
)
def test_a_parameter_without_meaning_says_what_it_can_be(browser: Browser, asked: str, said: str) -> None:
    answer = browser.get(asked)
    assert answer.status_code == 422
    assert said in answer.json()["error"]


def test_the_claim_says_why(browser: Browser) -> None:
    page = browser.get(f"/claims/{CLAIM}").text
    assert "Why 1–2?" in page
    assert "both are of the harbour office" in page
    assert "sayso-lineage" in page
    assert "Seen and not followed" in page
    assert "Introduced here" in page
    assert f"/documents/{FIRST.document.id}?at=" in page


def test_a_claim_that_is_not_there(browser: Browser) -> None:
    assert browser.get("/claims/clm_0000000000000000").status_code == 404
    assert browser.get("/claims/drop%20table").status_code == 404
    assert browser.get("/nowhere").status_code == 404
    assert browser.client.put("/").status_code == 405


def test_a_document_shows_its_text_exactly(browser: Browser) -> None:
    page = browser.get(f"/documents/{SECOND.document.id}").text
    assert "&lt;b&gt;surely&lt;/b&gt;" in page
    assert 'class="seg source"' in page
    assert "2 versions of this page" in page
    assert "another version</a> later" in browser.get(f"/documents/{OLD.document.id}").text


def test_a_link_lands_on_the_exact_passage_or_says_that_it_is_gone(browser: Browser) -> None:
    claim = browser.get(f"/claims/{CLAIM}").text
    start = claim.index(f"/documents/{FIRST.document.id}?at=")
    link = claim[start : claim.index("#", start)].replace("&amp;", "&")
    assert " sought" in browser.get(link).text
    digest = link.partition("words=")[2]
    other = link.replace(digest, "00000000")
    for gone in (
        other,
        link.replace("?at=", "?at=9"),
        f"/documents/{FIRST.document.id}?at=x",
        f"/documents/{FIRST.document.id}?attribution=att_0",
    ):
        page = browser.get(gone).text
        assert " sought" not in page
        assert "any more" in page


def test_versions_as_a_difference(browser: Browser) -> None:
    page = browser.get(f"/documents/{SECOND.document.id}/changes").text
    assert "Version 1 to version 2" in page
    assert "<del>" in page
    assert browser.get(f"/documents/{FIRST.document.id}/changes").status_code == 404


def test_search_finds_words(browser: Browser) -> None:
    assert "<mark>dam</mark>" in browser.get("/search?q=dam").text
    assert "No document has all these words" in browser.get("/search?q=volcano").text
    for nothing in ("%22", "***", "%00"):
        assert browser.get(f"/search?q={nothing}").status_code == 200


def test_the_registry_is_looked_up(browser: Browser) -> None:
    assert "Minister of Internal Affairs" in browser.get("/registry?q=Kolokoltsev").text
    assert "nothing under" in browser.get("/registry?q=Nobody+Known").text


def test_the_registry_says_what_it_does_not_show(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = browser.get("/api/registry?q=Minister+of+Internal+Affairs").json()
    assert whole["left_out"] == 0
    assert "not shown" not in browser.get("/registry?q=Minister+of+Internal+Affairs").text
    monkeypatch.setattr("sayso.desk.pages.offices.MOST", 1)
    cut = browser.get("/api/registry?q=Minister+of+Internal+Affairs").json()
    assert cut["left_out"] == len(whole["tenures"]) - 1 > 0
    assert f"{cut['left_out']} more line" in browser.get("/registry?q=Minister+of+Internal+Affairs").text


def test_an_export_is_noted_in_the_journal(browser: Browser, store_file: Path) -> None:
    for form, begins in (("json", "["), ("svg", "<svg"), ("txt", "“")):
        answer = browser.post(f"/claims/{CLAIM}/export", {"form": form})
        assert answer.status_code == 200
        assert answer.text.startswith(begins)
        assert "attachment" in answer.headers["content-disposition"]
    assert browser.post(f"/claims/{CLAIM}/export", {"form": "exe"}).status_code == 422
    with open_store(store_file) as store:
        assert [(entry.what, entry.who, entry.detail) for entry in store.journal()] == [
            (Deed.EXPORT, "Ada", form) for form in ("json", "svg", "txt")
        ]


def test_every_page_has_a_twin(browser: Browser) -> None:
    assert browser.get("/api/claims").json()["claims"][0]["id"] == CLAIM
    assert browser.get(f"/api/claims/{CLAIM}").json()["schema"] == "sayso.lineage/1"
    assert browser.get(f"/api/documents/{FIRST.document.id}").json()["schema"] == "sayso.reading/1"
    assert browser.get("/api/sources").json()["sources"][0]["name"] == "Harbour Institute"
    assert browser.get("/api/claims/clm_0000000000000000").json()["status"] == 404
    changes = browser.get(f"/api/documents/{SECOND.document.id}/changes").json()
    assert (changes["before"]["id"], changes["after"]["id"]) == (OLD.document.id, SECOND.document.id)
    assert {piece["change"] for item in changes["paragraphs"] for piece in item["pieces"]} >= {"gone", "new"}
    assert browser.get(f"/api/documents/{FIRST.document.id}/changes").status_code == 404
    for path in ("/registry", "/help", "/add", f"/documents/{SECOND.document.id}/changes"):
        twin = re.search(r'rel="alternate" type="application/json" href="([^"]+)"', browser.get(path).text)
        assert twin is not None
        assert browser.get(twin[1].replace("&amp;", "&")).status_code == 200
    json.dumps(browser.get("/api/openapi.json").json())


def test_a_broken_journal_is_told(browser: Browser, store_file: Path) -> None:
    import sqlite3
    from contextlib import closing

    browser.post(f"/claims/{CLAIM}/export", {"form": "txt"})
    with closing(sqlite3.connect(store_file)) as other:
        other.execute("DROP TRIGGER journal_is_never_changed")
        other.execute("UPDATE journal SET who = 'Eve'")
        other.commit()
    assert "The chain breaks at entry 1" in browser.get("/journal?verify=true").text


def test_a_person_sets_a_letter_with_the_reason(browser: Browser) -> None:
    name = "Harbour Institute"
    assert "Nobody has judged" in browser.get("/source", params={"name": name}).text
    assert "Admiralty letter" in browser.get("/decide", params={"kind": "rate", "a": name, "b": "source"}).text
    fields = {"kind": "rate", "a": name, "b": "source", "value": "C"}
    assert browser.post("/decide", fields).status_code == 409  # no reason
    assert browser.post("/decide", {**fields, "why": "two of its reports fell", "value": "G"}).status_code == 409
    assert browser.post("/decide", {**fields, "why": "a guess", "a": "Nobody"}).status_code == 409
    assert browser.post("/decide", {**fields, "why": "a guess", "b": "moon"}).status_code == 422
    assert browser.post("/decide", {**fields, "why": "two of its reports fell"}).status_code == 303
    page = browser.get("/source", params={"name": name}).text
    assert "fairly reliable" in page
    assert "two of its reports fell" in page
    assert browser.post("/decide", {**fields, "a": "The Pier", "b": "outlet", "why": "careless"}).status_code == 303
    assert ">C<" in browser.get("/outlets").text
    shown = browser.get("/decide", params={"kind": "rate", "a": "The Pier", "b": "outlet"}).text
    assert "What stands, and is replaced" in shown and "careless" in shown


def test_who_bears_no_name_is_listed_apart_and_has_no_letter(browser: Browser, settings: Settings) -> None:
    reading = article(url="https://lock.example/dam", outlet="The Lock", title="Dam")
    first, *others = reading.attributions
    hop = replace(first.chain[0], name=None, naming=Naming.UNNAMED, party=None)
    called = hop.source.exact if hop.source else ""
    with open_store(settings.store) as store:
        add(store, replace(reading, attributions=(replace(first, chain=(hop,)), *others)))
        (listed,) = (item.name for item in store.sources(named=False).items)
        assert listed == called
    assert f">{listed}</a>" not in browser.get("/sources").text
    assert f">{listed}</a>" in browser.get("/sources?called=described").text
    assert [item["name"] for item in browser.get("/api/sources?called=described").json()["sources"]] == [listed]
    page = browser.get("/source", params={"name": listed}).text
    assert "never by name" in page and "these may be several" in page
    assert "give a letter" not in page
    assert "give a letter" in browser.get("/source?name=Harbour+Institute").text


def test_a_source_tells_by_whom_and_how_often_by_name(browser: Browser) -> None:
    page = browser.get("/source?name=Harbour+Institute").text
    assert re.search(r"Quoted 2 times in 2 documents of 2 outlets, always by name", page)
    record = browser.get("/api/source?name=Harbour+Institute").json()
    assert {item["outlet"]: item["documents"] for item in record["by_outlet"]} == {"The Quay": 1, "The Pier": 1}
    assert (record["attributions"], record["named"]) == (2, 2)


def test_runs_tell_what_was_read_on_which_day(browser: Browser, store_file: Path) -> None:
    with open_store(store_file) as store:
        for about, at in (
            ("doc_1", "2026-03-02T06:00:00Z"),
            ("doc_2", "2026-03-02T07:00:00Z"),
            ("doc_3", "2026-03-04T06:00:00Z"),
        ):
            store.write_journal(at=at, who="Ada", what=Deed.ADD, about=about)
        store.write_journal(at="2026-03-04T06:01:00Z", who="Ada", what=Deed.TURN_AWAY, about="a.png", detail="no text")
    page = browser.get("/runs").text
    assert "4 March 2026" in page
    days = browser.get("/api/runs").json()["days"]
    assert [(item["day"], item["who"], item["added"], item["turned_away"]) for item in days] == [
        ("2026-03-04", "Ada", 1, 1), ("2026-03-02", "Ada", 2, 0),
    ]  # fmt: skip


def test_a_claim_of_hundreds_of_documents_is_drawn_in_part_and_leads_to_the_rest(tmp_path: Path) -> None:
    readings = [article("the dam would hold", url=f"https://quay.example/{number}", outlet=f"Outlet {number}") for number in range(120)]  # fmt: skip
    made = lineage(readings[0], readings[1])
    many = replace(
        made,
        claim=replace(made.claim, documents=120),
        attributions=tuple(occurrence(reading) for reading in readings),
    )
    with open_store(tmp_path / "large.db") as store:
        with store.batch():
            for reading in readings:
                add(store, reading)
                store.assign(reading.attributions[0].id, many.claim.id)
        store.put_lineage(many)
    with TestClient(make_app(Settings(tmp_path / "large.db", "Ada")), base_url=BASE) as client:
        page = client.get(f"/claims/{many.claim.id}").text
    told = page.partition("Not drawn: ")[2].partition("</p>")[0]
    assert "documents" in told
    assert f'href="/claims/{many.claim.id}/steps"' in told
    assert len(page) < 400_000


def test_statements_of_which_it_is_not_told_whose_they_are_stand_below_the_sources(
    browser: Browser, settings: Settings
) -> None:
    assert "is by somebody" not in browser.get("/sources").text
    reading = article(url="https://lock.example/dam", outlet="The Lock", title="Dam")
    first, *others = reading.attributions
    hop = replace(first.chain[0], source=Span(0, 2, "We"), name=None, naming=Naming.COLLECTIVE, party=None)
    with open_store(settings.store) as store:
        add(store, replace(reading, attributions=(replace(first, chain=(hop,)), *others)))
    assert "1 more statement is by somebody" in browser.get("/sources?called=described").text
    assert browser.get("/api/sources").json()["untold"] == 1
    assert browser.get("/source?name=We").status_code == 404
    outlets = {line["name"]: line["untold"] for line in browser.get("/api/outlets").json()["outlets"]}
    assert outlets["The Lock"] == 1
