"""HEAD is answered as GET is, without the body and without what a GET does beside answering."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from sayso.desk.app import PAGES, make_app
from sayso.desk.safety.passwords import hash_password
from sayso.desk.settings import Settings
from sayso.pipeline.verdicts import give_verdict
from sayso.store.opening import open_store
from tests.desk.browsing import running
from tests.desk.conftest import BASE, CLAIM, FIRST, SECOND, Browser

FILE = f"/claims/{CLAIM}.claimreview.json"
ASKED = {
    "/decide": f"?kind=differ&a={FIRST.attributions[0].id}&b={SECOND.attributions[0].id}",
    "/source": "?name=nobody",
    "/search": "?q=dam",
}


def _addresses() -> Iterator[str]:
    """One of each page and of each twin."""
    for route in (route for module in PAGES for route in module.router.routes if isinstance(route, APIRoute)):
        if "GET" in route.methods:
            id = FIRST.document.id if "/documents/" in route.path else CLAIM
            yield route.path.replace("{id}", id) + ASKED.get(route.path.removeprefix("/api"), "")


@pytest.mark.parametrize(
    "address", [*_addresses(), "/static/desk.css", "/api/openapi.json", "/nowhere", "/api/nowhere", "/?order=age"]
)
def test_the_head_is_that_of_what_get_answers(browser: Browser, address: str) -> None:
    browser.get("/help")  # a session is begun by either, and its cookie with it
    head, whole = browser.client.head(address), browser.get(address)
    assert head.content == b""
    assert whole.content
    assert head.status_code == whole.status_code
    assert dict(head.headers) == dict(whole.headers)


def test_what_takes_no_get_takes_no_head(browser: Browser) -> None:
    answer = browser.client.head("/undo")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert browser.client.put("/").headers["allow"] == "GET, HEAD"
    assert browser.client.put("/add").headers["allow"] == "GET, HEAD, POST"
    assert browser.client.delete(f"/api/claims/{CLAIM}").headers["allow"] == "GET, HEAD"


def test_nothing_is_told_to_nobody(browser: Browser) -> None:
    """What the next page is to say waits for one that is read."""
    browser.post("/undo", {})
    browser.client.head("/")
    assert "There is no decision of yours to take back" in browser.get("/").text
    assert "There is no decision of yours to take back" not in browser.get("/").text


def test_nothing_is_taken_out_by_a_head(browser: Browser, settings: Settings) -> None:
    with open_store(settings.store) as store:
        give_verdict(store, CLAIM, "refuted", why="It fell.", analyst="Ada")
        noted = len(list(store.journal()))
        head = browser.client.head(FILE)
        assert head.status_code == 200
        assert head.headers["content-type"] == "application/ld+json"
        assert len(list(store.journal())) == noted
        assert len(browser.get(FILE).content) == int(head.headers["content-length"])
        assert len(list(store.journal())) == noted + 1


def test_the_guard_answers_a_head_as_it_does_a_get(settings: Settings) -> None:
    locked = replace(settings, password=hash_password("a dozen letters"))
    with TestClient(make_app(locked), base_url=BASE, follow_redirects=False) as client:
        answer = client.head("/")
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
        assert client.head("/api/claims").status_code == 401
        assert client.head("/", headers={"host": "evil.example"}).status_code == 400
    with TestClient(make_app(replace(settings, pages_a_minute=1)), base_url=BASE) as client:
        assert [client.head("/help").status_code for _ in range(3)][-1] == 429


def test_a_server_goes_on_after_a_head(settings: Settings) -> None:
    """On one connection: a body that nobody expects would be taken for the next answer."""
    with running(replace(settings, port=0)) as desk, closing(HTTPConnection(urlsplit(desk.address).netloc)) as line:
        for method in ("HEAD", "GET", "HEAD", "GET"):
            line.request(method, "/api/claims")
            answer = line.getresponse()
            assert answer.status == 200
            assert int(answer.headers["content-length"]) > 0
            assert bool(answer.read()) is (method == "GET")
