"""The page of events: filters in the address, links to exact passages, hollow and never counted."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.drawings import MOST_MAPS, Maps
from sayso.desk.pages import events as events_page
from sayso.desk.settings import Settings
from sayso.domain.happening import Happening
from sayso.packs import DEFAULT_PACK, load_pack
from sayso.pipeline.correcting import correct
from sayso.pipeline.events import of_store
from sayso.pipeline.keeping import undo
from sayso.store.opening import open_store
from sayso.store.overviews import WantedEvents
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


def test_the_land_is_one_file_that_the_browser_keeps(raids: TestClient) -> None:
    pytest.importorskip("shapefile")
    page = raids.get("/events")
    files = set(re.findall(r'<use class="land" href="([^"#]+)#land"', page.text))
    assert len(files) == 1
    assert len(page.content) < 60_000
    (file,) = files
    answer = raids.get(file)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "immutable" in answer.headers["cache-control"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert 'id="land"' in answer.text
    for wrong in (
        file.replace("/land/", "/land/0"),
        re.sub(r"_[-\d]+\.svg", "_79.svg", file),
        "/land/x/9_0_0_900_9.svg",
    ):
        assert raids.get(wrong).status_code == 404


@pytest.fixture
def maps_drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many happenings were on each map that was drawn."""
    found: list[int] = []
    draw = events_page.draw_maps

    def note(happenings: Sequence[Happening], *others: Any) -> tuple[str, ...]:
        found.append(len(happenings))
        return draw(happenings, *others)

    monkeypatch.setattr(events_page, "draw_maps", note)
    return found


def test_all_pages_of_a_list_have_one_map_until_it_changes(
    read_raids: Path, tmp_path: Path, maps_drawn: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events_page, "A_PAGE", 3)
    path = Path(shutil.copy(read_raids, tmp_path / "raids.db"))
    with TestClient(make_app(Settings(path, "Ada")), base_url=BASE) as client:
        first = client.get("/events").text
        further = re.search(r'href="(/events\?after=[^"]+)"', first)
        assert further is not None
        second = client.get(further[1].replace("&amp;", "&")).text
        assert second != first
        assert _maps(second) == _maps(first)
        assert len(maps_drawn) == 1
        assert _maps(client.get("/events?place=Kazan").text) != _maps(first)
        assert len(maps_drawn) == 2
        with open_store(path) as store:
            correct(store, LOCK, "published", "2026-04-20", analyst="Ada")
        assert _maps(client.get("/events").text) != _maps(first)
        assert len(maps_drawn) == 3


def _maps(page: str) -> list[str]:
    found = re.findall(r'<svg [^>]*class="storymap".*?</svg>', page, re.DOTALL)
    assert len(found) == 2
    return found


def test_the_maps_that_were_looked_at_last_are_kept() -> None:
    kept, drawn = Maps(), []

    def ask(address: str) -> None:
        kept.get(address, (), lambda: drawn.append(address) or (address,))  # type: ignore[func-returns-value]

    for address in ["first", *map(str, range(MOST_MAPS - 1)), "first", "one more", "first", "0"]:
        ask(address)
    assert drawn.count("first") == 1
    assert drawn.count("0") == 2


def test_an_addition_or_a_judgement_is_seen_at_once(browser: Browser, store_file: Path) -> None:
    assert "No document here tells of an event" in browser.get("/events").text
    from tests.desk.raids import keep_raids

    keep_raids(store_file)
    assert "Kotelniki" in browser.get("/events").text


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(make_app(Settings(tmp_path / "new.db", "Ada")), base_url=BASE) as client:
        assert "Add texts" in client.get("/events").text


def test_the_kept_events_are_those_that_are_found_anew(read_raids: Path) -> None:
    """Kept by the shipped packs, or found now by the very same pack as one of one's own."""
    pack = load_pack(DEFAULT_PACK)
    wanted = WantedEvents((DEFAULT_PACK,), everything=True)
    with open_store(read_raids) as store:
        kept = of_store(store, [pack], wanted)
        found = of_store(store, [replace(pack, origin="a file")], wanted)
    assert len(kept) > 5
    assert kept == found


def test_what_an_older_sayso_added_is_looked_through_once(read_raids: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(read_raids, tmp_path / "old.db"))
    with open_store(path) as store:
        before = of_store(store, [load_pack(DEFAULT_PACK)], WantedEvents((DEFAULT_PACK,)))
    with closing(sqlite3.connect(path)) as older, older:
        for table in ("event_places", "found_events", "attribution_places", "traced_names"):
            older.execute(f"DELETE FROM {table}")
        older.execute("INSERT INTO events_wanted SELECT number FROM documents")
    with TestClient(make_app(Settings(path, "Ada")), base_url=BASE) as client:
        assert "3 documents were added by an older sayso" in client.get("/events").text
        assert "3 documents were added by an older sayso" in client.get("/?place=kazan&all=true").text
        with open_store(path) as store:
            assert of_store(store, [load_pack(DEFAULT_PACK)], WantedEvents((DEFAULT_PACK,))) == before
            assert store.without_events() == []
        assert "older sayso" not in client.get("/events").text
        assert client.get("/api/claims?place=kazan&all=true").json()["total"] > 0


def test_claims_are_found_by_place_and_event(raids: TestClient) -> None:
    def found(query: str) -> str:
        return " ".join(item["text"] for item in raids.get(f"/api/claims?all=true&{query}").json()["claims"])

    assert "Kazan" in found("place=Kazan")
    assert "Ufa" not in found("place=Kazan")
    assert "Kazan" in found("place=Tatarstan")
    assert "Kotelniki" in found("place=russia&event=detention")
    assert "Ufa" in found("event=demonstration")
    assert found("place=Atlantis") == ""
    assert "selected>detention" in raids.get("/?event=detention").text
    answer = raids.get("/api/claims?event=picnic")
    assert answer.status_code == 422
    assert "choose of" in answer.json()["error"]


def test_an_event_without_a_time_is_listed(story: Path) -> None:
    with TestClient(make_app(Settings(story, "Ada")), base_url=BASE) as client:
        assert "no time given" in client.get("/events").text


@pytest.fixture
def corrected(read_raids: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    path = Path(shutil.copy(read_raids, tmp_path / "raids.db"))
    with TestClient(make_app(Settings(path, "Ada")), base_url=BASE) as client:
        yield client, path


LOCK = "doc_0000000000000a03"


def _claims(client: TestClient, query: str) -> str:
    return " ".join(item["text"] for item in client.get(f"/api/claims?all=true&{query}").json()["claims"])


def _events(client: TestClient, query: str) -> set[tuple[str, str | None]]:
    found = client.get(f"/api/events?{query}").json()["events"]
    return {(item["place"]["name"], item["date"]["edtf"]) for item in found if item["place"] and item["date"]}


def test_a_corrected_date_moves_what_its_words_were_reckoned_from(corrected: tuple[TestClient, Path]) -> None:
    client, path = corrected
    assert _events(client, "since=2026-04-01") == set()
    assert _claims(client, "since=2026-04-01") == ""
    with open_store(path) as store:
        made = correct(store, LOCK, "published", "2026-04-20", analyst="Ada")
    # “next week” moves with the date, “7 March 2026” does not.
    assert _events(client, "since=2026-04-01") == {("Novosibirsk", "2026-04-27/2026-05-03")}
    assert ("Ufa", "2026-03-07") in _events(client, "until=2026-03-31")
    assert "Novosibirsk" in _claims(client, "since=2026-04-01")
    assert "Novosibirsk" not in _claims(client, "until=2026-04-01")
    page = client.get("/events?since=2026-04-01").text
    assert "(2026-04-27/2026-05-03)" in page
    assert "the mayor, 2026-04-20" in page
    with open_store(path) as store:
        undo(store, made.id)
    assert _events(client, "since=2026-04-01") == set()
    assert _claims(client, "since=2026-04-01") == ""


def test_a_corrected_outlet_is_what_filters_and_the_page_of_events_know(corrected: tuple[TestClient, Path]) -> None:
    client, path = corrected
    assert "Ufa" in _claims(client, "outlet=lock")
    with open_store(path) as store:
        made = correct(store, LOCK, "outlet", "The Weir", analyst="Ada")
    assert _claims(client, "outlet=lock") == ""
    assert "Ufa" in _claims(client, "outlet=weir")
    page = client.get("/events").text
    assert "The Weir › the mayor" in page
    assert "The Lock" not in page
    with open_store(path) as store:
        undo(store, made.id)
    assert "Ufa" in _claims(client, "outlet=lock")
    assert "The Weir" not in client.get("/events").text


def test_a_corrected_speaker_is_what_filters_and_the_page_of_events_know(corrected: tuple[TestClient, Path]) -> None:
    client, path = corrected
    with open_store(path) as store:
        told = store.reading(LOCK).attributions
        by_mayor = next(item for item in told if item.chain and item.chain[-1].source.exact == "the mayor")  # type: ignore[union-attr]
        assert "Novosibirsk" in _claims(client, "source=mayor")
        made = correct(store, by_mayor.id, "speaker", "the migration service", analyst="Ada")
    assert _claims(client, "source=mayor") == ""
    assert "Novosibirsk" in _claims(client, "source=migration")
    page = client.get("/events").text
    assert "the mayor" not in page
    assert page.count("The Lock › the migration service") + page.count("The Lock › The migration service") >= 2
    with open_store(path) as store:
        undo(store, made.id)
    assert "Novosibirsk" in _claims(client, "source=mayor")
    assert "The Lock › the mayor" in client.get("/events").text
