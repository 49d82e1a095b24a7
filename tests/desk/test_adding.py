"""Texts come in through the page; what cannot be read is turned away with its reason."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

from sayso.store.opening import open_store
from tests.desk.conftest import CLAIM, Browser
from tests.store.builders import add, article

ARTICLE = "Ferry halted\n\nThe harbour office said that the ferry to Lund would stop on Monday. It rained.\n"


def _finished(browser: Browser, address: str) -> dict[str, object]:
    for _ in range(1000):  # the model is loaded and run, on a machine that may be busy
        state: dict[str, object] = browser.get(address.replace("/add/", "/api/additions/")).json()
        if state["finished"]:
            return state
        time.sleep(0.1)
    raise AssertionError("the addition did not end")


def test_files_and_a_pasted_text_are_added(browser: Browser, store_file: Path) -> None:
    files = [
        ("files", ("../../etc/ferry.txt", ARTICLE.encode(), "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "image/png")),
    ]
    fields = {"csrf": browser.token(), "text": ARTICLE.replace("ferry", "tram"), "outlet": "The Lock"}
    answer = browser.client.post("/add", data=fields, files=files)
    assert answer.status_code == 303
    state = _finished(browser, answer.headers["location"])
    assert [item["input"] for item in state["added"]] == ["ferry.txt", "pasted.txt"]  # type: ignore[attr-defined]
    assert [item["input"] for item in state["turned_away"]] == ["picture.png"]  # type: ignore[attr-defined]
    page = browser.get(answer.headers["location"]).text
    assert "Turned away" in page
    assert "picture.png" in browser.get("/runs").text
    journal = browser.get("/journal").text
    for item in state["added"]:  # type: ignore[attr-defined]
        assert f'href="/documents/{item["document"]}">{item["title"]}</a>' in journal
    assert "The Lock" in journal
    with open_store(store_file) as store:
        assert [entry.who for entry in store.journal()] == ["Ada"] * 3
        assert {kept.document.outlet for kept in store.documents(search="Lund")} == {"The Lock"}


def test_where_all_was_turned_away_nothing_was_added(browser: Browser) -> None:
    bomb = gzip.compress(b"0" * 100_000_000)
    files = [("files", ("empty.txt", b"", "text/plain")), ("files", ("bomb.html", bomb, "text/html"))]
    answer = browser.client.post("/add", data={"csrf": browser.token()}, files=files)
    _finished(browser, answer.headers["location"])
    page = browser.get(answer.headers["location"]).text
    assert "<h1>Nothing was added</h1>" in page
    assert "2 texts looked at: 0 taken in, 2 turned away." in page
    assert "empty.txt is empty" in page
    assert "gzip-compressed data" in page


def test_nothing_is_no_addition(browser: Browser) -> None:
    answer = browser.post("/add", {"text": "  "})
    assert answer.status_code == 422
    assert "paste a text" in answer.text


def test_what_is_known_of_a_text_must_make_sense(browser: Browser) -> None:
    assert browser.post("/add", {"text": ARTICLE, "published": "last week"}).status_code == 422
    files = [("files", (f"{name}.txt", ARTICLE.encode(), "text/plain")) for name in "ab"]
    fields = {"csrf": browser.token(), "url": "https://lock.example/1"}
    assert browser.client.post("/add", data=fields, files=files).status_code == 422


def test_an_address_is_one_of_a_page(browser: Browser) -> None:
    for address in ("javascript:alert(1)", "file:///etc/passwd", "lock.example/1"):
        answer = browser.post("/add", {"text": ARTICLE, "url": address})
        assert answer.status_code == 422
        assert "begins with https://" in answer.text


def test_what_is_too_much_says_what_to_do(browser: Browser) -> None:
    files = [("files", (f"{number}.txt", b"x", "text/plain")) for number in range(501)]
    answer = browser.client.post("/add", data={"csrf": browser.token()}, files=files)
    assert answer.status_code == 413
    assert "Those are more than 500 files, the most that are taken at once. Add them in parts." in answer.text
    answer = browser.client.post(
        "/add", data={"csrf": browser.token(), "text": "a b " * 2_100_000}, files=[("files", ("", b"", ""))]
    )
    assert answer.status_code == 413
    assert "Save this one as a file, and add that." in answer.text


def test_a_store_that_is_gone_is_told_and_none_is_begun_in_its_place(browser: Browser, store_file: Path) -> None:
    form = {"csrf": browser.token(), "text": ARTICLE}
    store_file.unlink()
    answer = browser.get("/")
    assert answer.status_code == 503
    assert "is gone since the desk was opened. Put it back" in answer.text
    answer = browser.client.post("/add", data=form)
    assert "store" in str(_finished(browser, answer.headers["location"])["failed"])
    assert not store_file.exists()


def test_an_addition_that_is_not_known_any_more(browser: Browser) -> None:
    answer = browser.get("/add/0123456789abcdef")
    assert answer.status_code == 404
    assert "Runs" in answer.text


def test_what_was_put_off_is_worked_out_when_the_inbox_is_asked_for(browser: Browser, store_file: Path) -> None:
    with open_store(store_file) as store:
        add(store, article("the dam would hold", url="https://lock.example/dam", outlet="The Lock"))
        third = store.reading(next(store.documents(search="Lock")).document.id).attributions[0]
        store.assign(third.id, CLAIM)
        store.put_off(CLAIM)
    first = browser.get("/").text
    assert "1 claim to which something was added is being worked out" in first
    for _ in range(1000):
        if "being worked out" not in browser.get("/").text:
            break
        time.sleep(0.1)
    with open_store(store_file) as store:
        assert store.unsettled() == []
        found = store.lineage(next(store.claims()))
        assert found is not None and found.claim.documents == 3
