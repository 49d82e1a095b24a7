"""The page of events: filters in the address, links to exact passages, hollow and never counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.settings import Settings
from sayso.packs import find_packs
from sayso.packs.loading import DEFAULT_PACK
from sayso.pipeline.events import of_store
from sayso.store.opening import open_store
from tests.desk.conftest import BASE, Browser


@pytest.fixture
def raids(read_raids: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Settings(read_raids, "Ada")), base_url=BASE) as client:
        yield client


def test_events_stand_on_the_map_and_on_the_axis(raids: TestClient) -> None:
    page = raids.get("/events").text
    assert 'class="storymap"' in page
    assert "Kotelniki" in page
    assert "Russia" in page
    assert 'class="report"' in page
    assert "2 more denied, planned" in page
    assert "kind coercion hollow" in page


def test_what_did_not_happen_is_never_counted(raids: TestClient) -> None:
    all, only = raids.get("/api/events").json(), raids.get("/api/events?happened=true").json()
    assert only["total"] == all["happened"] == all["total"] - 2
    assert {item["reality"] for item in all["events"] if not item["happened"]} == {"negated", "planned"}
    assert "hollow" not in raids.get("/events?happened=true").text


def test_filters_stand_in_the_address(raids: TestClient) -> None:
    def places(query: str) -> set[str]:
        return {item["place"]["name"] for item in raids.get(f"/api/events?{query}").json()["events"]}

    assert places("type=raid") == {"Kazan", "Novosibirsk"}
    assert places("place=kotel") == {"Kotelniki"}
    assert "Novosibirsk" not in places("until=2026-03-10")
    assert places("since=2026-03-10") == {"Novosibirsk"}
    assert "Ufa" in places("pack=protest")
    assert "No event fits these filters" in raids.get("/events?place=Atlantis").text
    for wrong in ("type=picnic", "pack=none", "since=soon"):
        answer = raids.get(f"/api/events?{wrong}")
        assert answer.status_code == 422
        assert answer.json()["error"]


def test_each_mark_leads_to_an_exact_passage_or_a_claim(raids: TestClient) -> None:
    page = raids.get("/events").text
    links = set(re.findall(r'href="(/(?:documents|claims)/[^"]+)"', page))
    assert any(link.startswith("/claims/") for link in links)
    passages = [link for link in links if link.startswith("/documents/")]
    assert len(passages) >= 8
    for link in links:
        answer = raids.get(link.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert "sought" in answer.text or link.startswith("/claims/")


def test_values_that_differ_stand_side_by_side(raids: TestClient) -> None:
    page = raids.get("/events?type=raid&happened=true").text
    assert "“a hostel”" in page
    assert "“Hostel”" in page


def test_an_addition_or_a_judgement_is_seen_at_once(browser: Browser, store_file: Path) -> None:
    assert "No document here tells of an event" in browser.get("/events").text
    from tests.desk.raids import keep_raids

    keep_raids(store_file)
    assert "Kotelniki" in browser.get("/events").text


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(make_app(Settings(tmp_path / "new.db", "Ada")), base_url=BASE) as client:
        assert "Add texts" in client.get("/events").text


def test_only_the_newest_documents_are_looked_through(read_raids: Path) -> None:
    with open_store(read_raids) as store:
        every = of_store(store, find_packs([DEFAULT_PACK]))
        newest = of_store(store, find_packs([DEFAULT_PACK]), newest=1)
    days = {account.published for item in newest for account in item.accounts}
    assert 0 < len(newest) < len(every)
    assert days == {max(account.published or "" for item in every for account in item.accounts)}


def test_an_event_without_a_time_is_listed(story: Path) -> None:
    with TestClient(make_app(Settings(story, "Ada")), base_url=BASE) as client:
        assert "no time given" in client.get("/events").text
