"""The desk as a browser meets it: running, at a desk's and at a phone's width, with nothing but this machine to ask.

A request that leaves this machine fails the test, and so does an error in the page's console.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.desk.settings import Settings
from sayso.store.opening import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None and os.environ.get("SAYSO_BROWSER_TESTS") == "required":
    pytest.fail(
        "There is no Chromium, and SAYSO_BROWSER_TESTS says that its tests must run: apt-get install chromium",
        pytrace=False,
    )
MARKS = [
    # The first of them waits for the story to be read, on a machine that may be busy.
    pytest.mark.timeout(600),
    pytest.mark.skipif(CHROMIUM is None, reason="There is no Chromium on this machine: apt-get install chromium"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed: pip install '.[dev]'"),
    # Playwright's own loop and pipes are closed late.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
SIZES = {"desk": (1280, 900), "phone": (390, 844)}


@dataclass
class Running:
    """A desk that listens on a port of its own."""

    address: str
    store: Path


@contextmanager
def running(settings: Settings) -> Iterator[Running]:
    """A desk, as long as a test has it."""
    import uvicorn

    from sayso.desk.app import make_app
    from sayso.desk.serving import listen

    listening = listen(settings)
    server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Running(f"http://127.0.0.1:{listening.getsockname()[1]}", settings.store)
    server.should_exit = True
    thread.join(10)
    listening.close()


@contextmanager
def opened(chromium: Browser, desk: Running, size: str) -> Iterator[Page]:
    """A page at one of the two widths that may ask this machine only."""
    width, height = SIZES[size]
    context = chromium.new_context(
        base_url=desk.address, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    context.set_default_timeout(20_000)
    left: list[str] = []
    said: list[str] = []

    def watch(route: Route) -> None:
        if route.request.url.startswith(desk.address):
            route.continue_()
        else:
            left.append(route.request.url)
            route.abort()

    context.route("**/*", watch)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert left == []
    assert [words for words in said if "status of 4" not in words] == []


def too_wide(page: Page) -> int:
    """Pixels by which what is in the page stands out of it; the room kept for a scroll bar hides 15 of them from the document's own width."""
    wide: int = page.evaluate("document.body.scrollWidth - document.body.clientWidth")
    return wide


def largest(store: Path) -> str:
    """The claim of most documents."""
    with open_store(store) as opened:
        return max((item for item in opened.list_claims()), key=lambda item: item.claim.documents).claim.id


def paths(store: Path) -> list[str]:
    """One address of each page."""
    with open_store(store) as opened:
        claim = largest(store)
        lineage = opened.lineage(claim)
        assert lineage is not None
        first, last = lineage.attributions[0], lineage.attributions[-1]
        return [
            "/", "/?all=true&order=drift", "/?all=true&place=Ellmarsh&event=strike", f"/claims/{claim}", f"/documents/{first.document}", f"/documents/{last.document}?attribution={last.id}",
            f"/decide?kind=differ&a={first.id}&b={last.id}", "/search?q=jobs", "/sources", "/source?name=Helen+Strode", "/outlets", "/registry?q=Kolokoltsev",
            "/sources?called=described", "/runs", "/events", "/journal?verify=true", "/sign-in", "/help", "/add", "/nowhere",
        ]  # fmt: skip
