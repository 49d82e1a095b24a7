"""What a person decides is said in words, recorded with who and why, and can be taken back; the count follows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.settings import Settings
from sayso.domain.claim import Lineage, first_attribution
from sayso.domain.journal import Deed
from sayso.domain.judgement import JudgementKind
from sayso.pipeline.inputs import Facts
from sayso.pipeline.keeping import add_inputs
from sayso.pipeline.tracing import trace
from sayso.store.interface import Store
from sayso.store.opening import open_store
from tests.desk.conftest import BASE, Browser
from tests.pipeline.test_deciding import CLOSED, TEXTS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Four invented texts, read with the shipped weights."""
    facts = {}
    for day, (outlet, text) in enumerate(TEXTS.items(), 1):
        path = tmp_path / f"{outlet}.txt"
        path.write_text(text, encoding="utf-8")
        facts[str(path)] = Facts(outlet, f"2026-03-0{day}", f"https://{outlet.lower()}.example/bridge")
    with open_store(tmp_path / "sayso.db") as opened:
        list(add_inputs(opened, list(facts), facts=facts, workers=1, by="Ada"))
        yield opened


@pytest.fixture
def browser(store: Store, tmp_path: Path) -> Iterator[Browser]:
    with TestClient(make_app(Settings(tmp_path / "sayso.db", "Ada")), base_url=BASE, follow_redirects=False) as client:
        yield Browser(client)


def _bridge(store: Store) -> Lineage:
    return trace(store, f"{CLOSED}.").lineages[0]


def _id(store: Store, outlet: str) -> str:
    kept = store.find(f"https://{outlet}.example/bridge")
    assert kept is not None
    return kept.document.id


def _decide(browser: Browser, **fields: str) -> str:
    """Record it, and give what the next page says."""
    answer = browser.post("/decide", fields)
    assert answer.status_code == 303, answer.text
    said = re.search(r'<div class="said" role="status">\s*<p>([^<]+)', browser.get(answer.headers["location"]).text)
    assert said is not None
    return said[1]


def test_a_step_is_taken_out_the_count_follows_and_it_comes_back(browser: Browser, store: Store) -> None:
    claim = _bridge(store)
    pair = (_id(store, "courier"), _id(store, "mirror"))

    def is_linked() -> bool:
        return pair in {(relay.source, relay.to) for relay in _bridge(store).relays}

    assert is_linked()
    fields = {"kind": "not-a-relay", "a": pair[0], "b": pair[1], "claim": claim.claim.id}
    asked = browser.get("/decide", params={**fields, "back": f"/claims/{claim.claim.id}"}).text
    assert "It was not taken from there" in asked
    assert "Courier" in asked
    said = _decide(browser, **fields, why="a slip", back=f"/claims/{claim.claim.id}")
    assert said.startswith("Recorded: it was not taken from there.")
    (made,) = store.judgements()
    assert (made.kind, made.analyst, made.why) == (JudgementKind.NOT_A_RELAY, "Ada", "a slip")
    assert not is_linked()
    answer = browser.post("/undo", {"judgement": made.id, "claim": claim.claim.id, "back": f"/claims/{claim.claim.id}"})
    assert answer.status_code == 303
    assert store.judgements() == []
    assert is_linked()
    deeds = [(entry.what, entry.who) for entry in store.journal()]
    assert deeds == [(Deed.ADD, "Ada")] * 4 + [(Deed.JUDGE, "Ada"), (Deed.UNDO, "Ada")]


def test_two_statements_differ_and_the_claim_shrinks(browser: Browser, store: Store) -> None:
    claim = _bridge(store)
    first, *_, last = claim.attributions
    asked = browser.get("/decide", params={"kind": "differ", "a": first.id, "b": last.id}).text
    assert "These two do not say the same" in asked
    said = _decide(
        browser, kind="differ", a=first.id, b=last.id, claim=claim.claim.id, back=f"/claims/{claim.claim.id}"
    )
    assert "Before:" in said
    assert store.claim_of(first.id) != store.claim_of(last.id)
    answer = browser.post("/undo", {})  # one's own last
    assert answer.status_code == 303
    assert store.claim_of(first.id) == store.claim_of(last.id)
    assert _decide(browser, kind="same", a=first.id, b=last.id, claim=claim.claim.id).startswith(
        "Recorded: these two say the same"
    )


def test_a_link_to_a_claim_that_was_joined_to_another_leads_there(browser: Browser, store: Store) -> None:
    claim = _bridge(store)
    first, *_, last = claim.attributions
    _decide(browser, kind="differ", a=first.id, b=last.id, claim=claim.claim.id)
    ids = {store.claim_of(first.id), store.claim_of(last.id)}
    assert len(ids) == 2
    _decide(browser, kind="same", a=first.id, b=last.id, claim=claim.claim.id)
    (now_in,) = {store.claim_of(first.id), store.claim_of(last.id)}
    (gone,) = ids - {now_in}
    answer = browser.get(f"/claims/{gone}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claims/{now_in}")
    assert "is part of this one now" in browser.get(f"/claims/{now_in}").text
    told = browser.get(f"/api/claims/{gone}")
    assert told.status_code == 404
    assert f"is part of {now_in} now" in told.json()["error"]


def test_a_link_to_a_claim_whose_first_page_was_taken_out_says_what_it_said(browser: Browser, store: Store) -> None:
    claim = _bridge(store)
    document = store.document_of(first_attribution(claim.claim.id))
    assert document is not None
    _decide(browser, kind="remove", a=document, why="a test page", back="/runs")
    answer = browser.get(f"/claims/{claim.claim.id}")
    assert answer.status_code == 404
    said = next(item.exact for item in claim.attributions if item.id == first_attribution(claim.claim.id))
    assert html.escape(said[:40]) in answer.text
    assert "does not count any more" in answer.text
    (look,) = re.findall(r'<a href="(/search[^"]+)">Look for claims that mean this', answer.text)
    assert browser.get(html.unescape(look)).status_code == 200


def test_two_windows_on_the_same_pair(browser: Browser, store: Store) -> None:
    claim = _bridge(store)
    first, *_, last = claim.attributions
    asked = {"kind": "differ", "a": first.id, "b": last.id}
    assert "Decided before" not in browser.get("/decide", params=asked).text
    _decide(browser, **asked, why="another dam")
    shown = browser.get("/decide", params={"kind": "same", "a": last.id, "b": first.id}).text
    assert "Decided before" in shown and "another dam" in shown
    assert _decide(browser, **asked).startswith("You recorded this already")
    (made,) = store.judgements()
    assert browser.post("/undo", {"judgement": made.id}).status_code == 303
    answer = browser.post("/undo", {"judgement": made.id})
    assert answer.status_code == 409
    assert "was taken back already" in answer.text
    assert store.judgements() == []
    assert store.claim_of(first.id) == store.claim_of(last.id)
    assert browser.post("/undo", {"back": "/runs"}).headers["location"] == "/runs"
    assert "no decision of yours to take back" in browser.get("/runs").text


def test_roots_are_merged_and_split(browser: Browser, store: Store) -> None:
    claim = _bridge(store)
    one, other = (root.id for root in claim.roots[:2])
    path = f"/claims/{claim.claim.id}"
    page = browser.get("/decide", params={"kind": "one-root", "a": one, "b": other}).text
    assert "These two roots are one" in page
    _decide(browser, kind="one-root", a=one, b=other, claim=claim.claim.id, back=path)
    assert _bridge(store).claim.roots_max == claim.claim.roots_max - 1
    (collapse,) = [item for item in _bridge(store).collapses if {item.kept, item.merged} == {one, other}]
    assert "These are two roots" in browser.get(path).text
    _decide(browser, kind="two-roots", a=collapse.kept, b=collapse.merged, claim=claim.claim.id, back=path)
    assert len(store.judgements()) == 2


@pytest.mark.parametrize(
    ("field", "value", "shows"),
    [("outlet", "The Daily Quay", "The Daily Quay"), ("published", "2026-03-09", "2026-03-09")],
)
def test_a_document_is_put_right(browser: Browser, store: Store, field: str, value: str, shows: str) -> None:
    document = _id(store, "quay")
    assert "Put right" in browser.get("/decide", params={"kind": "correct", "a": document, "field": field}).text
    _decide(browser, kind="correct", a=document, field=field, value=value, back=f"/documents/{document}")
    assert shows in browser.get(f"/documents/{document}").text


def test_an_attribution_is_put_right(browser: Browser, store: Store) -> None:
    document = _id(store, "quay")
    (said,) = [item for item in store.reading(document).attributions if item.chain]
    for field, value in (("speaker", "Jonas Vig"), ("party", "the town"), ("span", "0-20")):
        assert field in browser.get("/decide", params={"kind": "correct", "a": said.id, "field": field}).text
        _decide(browser, kind="correct", a=said.id, field=field, value=value, back=f"/documents/{document}")
    page = browser.get(f"/documents/{document}").text
    assert '<span class="hop named">Jonas Vig' not in page  # the later word on the party holds
    assert '<span class="hop unnamed">town (unnamed)' in page
    assert page.count("put right by Ada") == 3 and "it was read as “Jonas Vik”" in page
    assert ">The Kessel bridge in<" in page  # the corrected span, and no more, is lit
    record = browser.get(f"/api/documents/{document}").json()
    (hop,) = next(item for item in record["attributions"] if item["id"] == said.id)["chain"]
    assert {item["field"] for item in hop["corrections"]} == {"speaker", "party"}


def test_a_span_is_put_right_by_its_words(browser: Browser, store: Store) -> None:
    document = _id(store, "quay")
    text = store.reading(document).document.text
    (said,) = [item for item in store.reading(document).attributions if item.chain]
    asked = {"kind": "correct", "a": said.id, "field": "span"}
    shown = browser.get("/decide", params={**asked, "value": "0-20"}).text
    assert f"becomes what you selected:</span> “{text[:20]}”" in shown
    answer = browser.post("/decide", {**asked, "value": "words that nobody wrote"})
    assert answer.status_code == 409
    assert "does not stand in the text" in answer.text
    _decide(browser, **asked, value="The Kessel bridge in")
    assert ">The Kessel bridge in<" in browser.get(f"/documents/{document}").text
    assert store.judgements()[-1].value == "0-20"


def test_a_corrected_speaker_is_told_on_every_page_and_taken_back(browser: Browser, store: Store) -> None:
    document = _id(store, "quay")
    (said,) = [item for item in store.reading(document).attributions if item.chain]
    claim = _bridge(store).claim.id

    def shown() -> tuple[bool, ...]:
        pages = (f"/documents/{document}", f"/claims/{store.claim_of(said.id)}", "/source?name=Dorit+Hahn")
        return tuple("Quay" in page and "Hahn" in page for page in (browser.get(path).text for path in pages))

    assert shown()[2] is False
    _decide(browser, kind="correct", a=said.id, field="speaker", value="Dorit Hahn", back=f"/documents/{document}")
    assert shown() == (True, True, True)
    assert "it was read as “Jonas Vik”" in browser.get(f"/claims/{store.claim_of(said.id)}").text
    browser.post("/undo", {})
    assert shown()[2] is False
    assert store.claim_of(said.id) == claim


def test_a_verdict_stands_with_the_claim_and_is_counted_for_its_sources(browser: Browser, store: Store) -> None:
    claim = _bridge(store).claim.id
    path = f"/claims/{claim}"
    assert "Nobody has recorded whether this is so" in browser.get(path).text
    assert (
        "None of the" in browser.get("/source", params={"name": "Dorit Hahn"}).text
        or "not judged" in browser.get("/source", params={"name": "Dorit Hahn"}).text
    )
    asked = browser.get("/decide", params={"kind": "verdict", "a": claim}).text
    assert "What was found of this claim" in asked and "evidence shows that it is not so" in asked
    assert browser.post("/decide", {"kind": "verdict", "a": claim, "value": "refuted"}).status_code == 409
    said = _decide(browser, kind="verdict", a=claim, value="refuted", why="it is open", claim=claim, back=path)
    assert said.startswith("Recorded: what was found of this claim.")
    page = browser.get(path).text
    assert '<b class="refuted">Refuted</b>' in page and "it is open" in page
    assert browser.get(f"/api/claims/{claim}").json()["claim"]["verdict"]["verdict"] == "refuted"
    listed = {item["id"]: item for item in browser.get("/api/claims?all=true").json()["claims"]}
    assert listed.pop(claim)["verdict"]["why"] == "it is open"
    assert not any("verdict" in item for item in listed.values())
    inbox = browser.get("/?all=true").text
    assert inbox.count('class="mark refuted"') == 1
    assert f'href="/claims/{claim}"' in inbox.partition('class="mark refuted"')[0].rpartition("<li")[2]
    source = browser.get("/source", params={"name": "Dorit Hahn"}).text
    assert "judged: 1 refuted." in source
    assert browser.get("/api/source", params={"name": "Dorit Hahn"}).json()["fared"]["refuted"] == 1
    private = browser.get("/source", params={"name": "Jonas Vik"}).text
    assert "judged:" not in private
    assert browser.get("/api/source", params={"name": "Jonas Vik"}).json()["fared"] is None
    assert [entry.what for entry in store.journal()][-1] == Deed.JUDGE


def test_a_removal_needs_its_reason(browser: Browser, store: Store) -> None:
    document = _id(store, "mirror")
    assert browser.post("/decide", {"kind": "remove", "a": document}).status_code == 409
    _decide(browser, kind="remove", a=document, why="a test page")
    assert "This document does not count" in browser.get(f"/documents/{document}").text
    assert browser.post("/decide", {"kind": "remove", "a": document, "why": "again"}).status_code == 409


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"kind": "burn", "a": "x"}, 422),
        ({"kind": "same", "a": "att_0", "b": "att_1"}, 409),
        ({"kind": "one-root", "a": "root_0", "b": "root_1"}, 409),
        ({"kind": "not-a-relay", "a": "doc_0", "b": "doc_1"}, 409),
        ({"kind": "correct", "a": "doc_0", "field": "outlet", "value": "x"}, 409),
    ],
)
def test_what_cannot_be_decided_says_why(browser: Browser, fields: dict[str, str], status: int) -> None:
    answer = browser.post("/decide", fields)
    assert answer.status_code == status
    assert "store" in answer.text or "cannot be decided" in answer.text


def test_one_statement_is_not_compared_with_itself(browser: Browser, store: Store) -> None:
    first = _bridge(store).attributions[0].id
    assert browser.post("/decide", {"kind": "same", "a": first, "b": first}).status_code == 409


def test_search_by_meaning(browser: Browser) -> None:
    page = browser.get("/search", params={"q": f"{CLOSED}.", "by": "meaning"}).text
    assert "say this" in page or "says this" in page
    near = browser.get("/api/search", params={"q": "A bridge is shut for some weeks.", "by": "meaning"}).json()
    assert near["claims"]


def test_what_is_taken_out_names_no_private_person_unless_asked_to(browser: Browser, store: Store) -> None:
    path = f"/claims/{_bridge(store).claim.id}/export"
    for form in ("txt", "svg", "json"):
        told = browser.post(path, {"form": form, "names": "true"}).text
        kept = browser.post(path, {"form": form}).text
        assert "Jonas Vik" in told or form == "txt"  # a citation names the outlet and the passage
        assert "Jonas Vik" not in kept
    assert [entry.detail for entry in store.journal(most=2, latest_first=True)] == ["json", "json, with private names"]


def test_a_verdict_leaves_as_claim_review_without_private_names(browser: Browser, store: Store) -> None:
    claim = _bridge(store).claim.id
    path = f"/claims/{claim}.claimreview.json"
    missing = browser.get(path)
    assert missing.status_code == 404
    assert "Nobody has recorded a verdict" in missing.text
    assert 'value="claimreview"' not in browser.get(f"/claims/{claim}").text
    why = "Jonas Vik took it back"
    _decide(browser, kind="verdict", a=claim, value="refuted", why=why, claim=claim, back=f"/claims/{claim}")
    assert 'value="claimreview"' in browser.get(f"/claims/{claim}").text
    answer = browser.get(path, params={"url": "https://checks.example/bridge"})
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.headers["content-disposition"] == f'attachment; filename="{claim}.claimreview.json"'
    found = answer.json()
    assert (found["url"], found["reviewRating"]["alternateName"]) == ("https://checks.example/bridge", "Refuted")
    assert found["author"]["name"] == "Ada"
    assert found["reviewBody"] == "Person 1 took it back"
    assert "Vik" not in answer.text
    assert "Dorit Hahn" in answer.text  # who holds an office is no private person
    with_names = browser.post(f"/claims/{claim}/export", {"form": "claimreview", "names": "true"})
    assert with_names.json()["reviewBody"] == why
    assert "Vik" not in browser.post(f"/claims/{claim}/export", {"form": "claimreview"}).text
    details = [entry.detail for entry in store.journal(most=3, latest_first=True)]
    assert details == ["claimreview", "claimreview, with private names", "claimreview"]
    noted = len(list(store.journal()))
    assert browser.get(path, params={"url": "javascript:x"}).status_code == 422
    assert browser.get(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert browser.get("/claims/clm_0000000000000000.claimreview.json").status_code == 404
    assert len(list(store.journal())) == noted
