"""Lists of the desk where there is little to show, or much: nothing found, names alike, no date. All names are invented."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.settings import Settings
from sayso.domain.attribution import Naming
from sayso.domain.span import Span
from sayso.store.interface import Store
from sayso.store.opening import open_store
from tests.desk.conftest import BASE, FIRST, SECOND, Browser
from tests.store.builders import add, article, lineage


def test_an_empty_list_says_where_else_to_look(browser: Browser) -> None:
    page = browser.get("/?q=Institute").text
    assert "Claims that come from or through “Institute”" in page
    link = re.search(r'href="(/\?source=Institute[^"]*)"', page)
    assert link is not None
    assert "the dam would hold" in browser.get(html.unescape(link[1])).text
    assert 'href="/search?q=Institute"' in page
    assert "Is it a name?" not in browser.get("/?outlet=nobody").text
    turned_round = "the first day (2026-12-31) is after the last (2026-01-01)"
    assert turned_round in browser.get("/?since=2026-12-31&until=2026-01-01").text
    assert "is after the last" not in browser.get("/?since=2026-12-31&until=2026&outlet=nobody").text
    for by in ("words", "meaning"):
        assert "There is no word in that" in browser.get("/search", params={"q": "“ ” *", "by": by}).text


def test_what_cannot_be_asked_leads_back_to_the_list(browser: Browser) -> None:
    assert '<a href="/events">Begin this page anew</a>' in browser.get("/events?since=soon").text
    assert "Begin this page anew" not in browser.get("/source").text
    assert '<a href="/sources">Who is quoted</a>' in browser.get("/source?name=nobody").text


def test_a_claim_without_a_date_says_so(browser: Browser, settings: Settings) -> None:
    made = lineage(FIRST, SECOND)
    undated = tuple(replace(item, published=None) for item in made.attributions)
    assert "2 outlets · published 2026-03-03" in browser.get("/").text
    with open_store(settings.store) as store:
        store.put_lineage(replace(made, attributions=undated))
    assert "2 outlets · date unknown" in browser.get("/").text


def test_roots_that_are_called_the_same_stand_once(browser: Browser, settings: Settings) -> None:
    made = lineage(FIRST, SECOND)
    first, *_ = made.roots
    others = tuple(replace(first, id=f"root_{at}") for at in range(3))
    with open_store(settings.store) as store:
        store.put_lineage(replace(made, roots=(*others, *made.roots[1:]), relays=(), collapses=()))
    page = browser.get("/").text
    assert page.count("an insider") == 1
    assert "(3 called so)" in page


def _quoted(store: Store, name: str, outlet: str) -> None:
    """A document of its own in which somebody of this name is quoted."""
    reading = article(url=f"https://{outlet.lower()}.example/dam", outlet=outlet, title=f"Dam ({outlet})")
    first, *others = reading.attributions
    hop = replace(first.chain[0], name=name)
    add(store, replace(reading, attributions=(replace(first, chain=(hop,)), *others)))


def test_a_source_says_which_other_names_may_be_the_same_and_counts_them_apart(
    browser: Browser, settings: Settings
) -> None:
    assert "Maybe the same" not in browser.get("/source?name=Harbour+Institute").text
    with open_store(settings.store) as store:
        for name, outlet in (
            ("Pavel Orlov", "Weir"), ("Orlov", "Lock"), ("orlov & <sons>", "Mole"), ("Ivan Orlov", "Dock"), ("Lenz", "Buoy"),
        ):  # fmt: skip
            _quoted(store, name, outlet)
    page = browser.get("/source?name=Orlov").text
    assert page.count("Maybe the same as") == 1
    assert "its last word is “Orlov”" in page
    assert re.findall(r'href="/source\?name=([^"&]+)"', page) == [
        "Ivan+Orlov", "Pavel+Orlov", "orlov+%26+%3Csons%3E",
    ]  # fmt: skip
    assert "orlov &amp; &lt;sons&gt;</a>" in page
    assert "Quoted once in 1 document" in page
    record = browser.get("/api/source?name=Pavel+Orlov").json()
    assert [(item["name"], item["why"]) for item in record["maybe_same"]] == [("Orlov", "the last word of this name")]
    assert record["attributions"] == 1
    assert browser.get("/api/source?name=Lenz").json()["maybe_same"] == []


def test_the_words_of_a_description_are_anybodys(browser: Browser, settings: Settings) -> None:
    with open_store(settings.store) as store:
        for words, outlet in (("The mayor", "Weir"), ("mayor", "Lock")):
            reading = article(url=f"https://{outlet.lower()}.example/dam", outlet=outlet, title=f"Dam ({outlet})")
            first, *others = reading.attributions
            hop = replace(first.chain[0], source=Span(0, len(words), words), name=None, naming=Naming.UNNAMED)
            add(store, replace(reading, attributions=(replace(first, chain=(hop,)), *others)))
    assert browser.get("/api/source?name=mayor").json()["maybe_same"] == []


def test_what_cannot_be_added_leads_back_to_adding(browser: Browser) -> None:
    assert '<a href="/add">Add texts</a>' in browser.post("/add", {"text": " "}).text.partition("<main")[2]
    for wrong in ({"published": "yesterday"}, {"url": "quay.example"}):
        assert "Go back, and change it" in browser.post("/add", {"text": "It rained.", **wrong}).text


def test_an_empty_store_cannot_be_searched_and_says_so(tmp_path: Path) -> None:
    with TestClient(make_app(Settings(tmp_path / "new.db", "Ada")), base_url=BASE) as client:
        for by in ("words", "meaning"):
            assert "Nothing is held yet" in client.get("/search", params={"q": "dam", "by": by}).text
