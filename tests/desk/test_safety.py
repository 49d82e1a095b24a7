"""What a request must pass before a page sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.desk import own_address
from sayso.desk.safety.guard import policy
from sayso.desk.safety.passwords import Lock, hash_password
from sayso.desk.safety.rates import Rates
from sayso.desk.safety.sessions import LASTS, Sessions
from sayso.desk.settings import Settings, check
from sayso.errors import DeskError
from tests.desk.conftest import BASE, CLAIM, Browser

PASSWORD = "a dozen letters"


def test_every_answer_carries_the_headers(browser: Browser) -> None:
    for path in ("/", "/nowhere", "/api/claims", "/static/desk.css", f"/claims/{CLAIM}"):
        headers = browser.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"], path
        assert "'unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert (
            headers["referrer-policy"] == "same-origin"
        )  # with no-referrer a browser says “Origin: null” of its own forms


def test_no_page_has_a_script_or_style_of_its_own(browser: Browser) -> None:
    page = browser.get(f"/claims/{CLAIM}").text
    assert "<script>" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert "'sha256-" in policy()  # the drawing's style sheet, which is the one inline style


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8765", "[::1"])
def test_another_host_is_refused(browser: Browser, host: str) -> None:
    answer = browser.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Open it under one of" in answer.text


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765", "LOCALHOST"])
def test_this_machine_has_several_names(browser: Browser, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 200


def test_a_form_needs_its_token(browser: Browser) -> None:
    for token in ({}, {"csrf": ""}, {"csrf": "guessed"}, {"csrf": "ключ"}):
        answer = browser.client.post("/undo", data=token)
        assert answer.status_code == 403
        assert "load it again" in answer.text or "Open the desk again" in answer.text


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_of_another_site_is_refused(browser: Browser, headers: dict[str, str]) -> None:
    answer = browser.post("/undo", {}, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text


def test_a_form_leads_to_a_page_of_the_desk_only() -> None:
    for other in (
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:1",
        "",
        "/a\nb",
        "/\\/evil",
    ):
        assert own_address(other) == "/"
    assert own_address("/claims/clm_1?page=2") == "/claims/clm_1?page=2"


def test_what_is_too_large_is_refused(settings: Settings) -> None:
    with TestClient(make_app(replace(settings, most_bytes=1000)), base_url=BASE) as client:
        browser = Browser(client)
        answer = browser.post("/add", {"text": "word " * 1000})
        assert answer.status_code == 413
        assert "Add it in parts" in answer.text
    with TestClient(make_app(settings), base_url=BASE) as client:
        assert Browser(client).post("/undo", {"why": "w" * 1_100_000}).status_code == 413


def test_a_body_that_does_not_say_its_size_is_cut_off(settings: Settings) -> None:
    with TestClient(
        make_app(replace(settings, most_bytes=1000)), base_url=BASE, raise_server_exceptions=False
    ) as client:
        client.get("/")
        answer = client.post(
            "/add", content=iter([b"x" * 600] * 4), headers={"content-type": "multipart/form-data; boundary=b"}
        )
        assert answer.status_code in (400, 403, 413)


def test_too_many_requests_have_to_wait(settings: Settings) -> None:
    with TestClient(make_app(replace(settings, posts_a_minute=2)), base_url=BASE) as client:
        statuses = [client.post("/undo").status_code for _ in range(3)]
        assert statuses == [403, 403, 429]
        assert int(client.post("/undo").headers["retry-after"]) > 0


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    rates = Rates(60, lambda: now[0])
    assert [rates.take("a") for _ in range(61)][-1] == pytest.approx(1.0)
    assert rates.take("b") == 0
    now[0] = 1.0
    assert rates.take("a") == 0


def test_a_session_ends() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    session = sessions.begin("Ada")
    assert sessions.find(session.key) is session
    assert sessions.find("other") is None
    now[0] = LASTS + 1
    assert sessions.find(session.key) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example.org"])
def test_another_address_needs_a_password(tmp_path: Path, host: str) -> None:
    with pytest.raises(DeskError, match="no password is set"):
        check(Settings(tmp_path / "s.db", "Ada", host=host))


def test_a_wildcard_needs_a_name_too(tmp_path: Path) -> None:
    hashed = hash_password(PASSWORD)
    with pytest.raises(DeskError, match="--name"):
        check(Settings(tmp_path / "s.db", "Ada", host="0.0.0.0", password=hashed))
    check(Settings(tmp_path / "s.db", "Ada", host="0.0.0.0", password=hashed, names=("desk.example.org",)))
    check(Settings(tmp_path / "s.db", "Ada", host="::1"))


def test_a_short_password_is_refused() -> None:
    with pytest.raises(DeskError, match="take 12 or more"):
        hash_password("short")
    hashed = hash_password(PASSWORD)
    assert hash_password(hashed) == hashed
    assert [Lock(hashed).opens(words) for words in (PASSWORD, "another one", "\ud800")] == [True, False, False]


@pytest.fixture
def locked(settings: Settings) -> Iterator[Browser]:
    """A desk with a password."""
    guarded = replace(settings, password=hash_password(PASSWORD))
    with TestClient(make_app(guarded), base_url=BASE, follow_redirects=False) as client:
        yield Browser(client)


def test_with_a_password_nobody_gets_in_without_it(locked: Browser) -> None:
    for path in ("/", f"/claims/{CLAIM}", "/help", "/add"):
        answer = locked.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert locked.get("/api/claims").status_code == 401
    assert locked.get("/api/openapi.json").status_code == 401
    assert locked.client.post("/undo", data={"csrf": locked.token("/sign-in")}).status_code == 401


def test_signing_in_and_out(locked: Browser) -> None:
    token = locked.token("/sign-in")
    wrong = locked.client.post("/sign-in", data={"csrf": token, "analyst": "Bea", "password": "a wrong guess!"})
    assert wrong.status_code == 403
    assert "not the password" in wrong.text
    before = dict(locked.client.cookies)
    answer = locked.client.post(
        "/sign-in", data={"csrf": locked.token("/sign-in"), "analyst": "Bea", "password": PASSWORD}
    )
    assert answer.status_code == 303
    assert dict(locked.client.cookies) != before  # a session that somebody else began is worth nothing
    assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
    assert "You decide as <strong>Bea</strong>" in locked.get("/").text
    assert locked.post("/sign-out", {}).status_code == 303
    assert locked.get("/").status_code == 303


def test_guessing_takes_long(locked: Browser) -> None:
    guesses = [locked.client.post("/sign-in", data={"csrf": "x"}).status_code for _ in range(8)]
    assert guesses[-1] == 429


def test_a_program_sends_the_password_as_a_token(locked: Browser) -> None:
    assert locked.get("/api/claims", headers={"authorization": f"Bearer {PASSWORD}"}).status_code == 200
    assert locked.get("/api/claims", headers={"authorization": "Bearer guess"}).status_code == 401
    assert locked.get("/", headers={"authorization": f"Bearer {PASSWORD}"}).status_code == 303
