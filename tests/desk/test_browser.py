"""The desk in Debian's Chromium, at a desk's and at a phone's width, also by keyboard alone.

A request that leaves this machine fails the test, and so do an error in the page's console and a serious fault of accessibility (axe-core).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.desk.safety.passwords import hash_password
from sayso.desk.settings import Settings
from sayso.store.opening import open_store

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[dev]'")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None and os.environ.get("SAYSO_BROWSER_TESTS") == "required":
    pytest.fail(
        "There is no Chromium, and SAYSO_BROWSER_TESTS says that its tests must run: apt-get install chromium",
        pytrace=False,
    )
pytestmark = [
    # The first of them waits for the story to be read, on a machine that may be busy.
    pytest.mark.timeout(600),
    pytest.mark.skipif(CHROMIUM is None, reason="There is no Chromium on this machine: apt-get install chromium"),
    # Playwright's own loop and pipes are closed late.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
WORDING = "Varnholt Glass"


@dataclass
class Running:
    """A desk that listens on a port of its own."""

    address: str
    store: Path


@pytest.fixture
def password() -> str | None:
    """The desk's password; a test that wants one says so."""
    return None


@pytest.fixture
def desk(story: Path, password: str | None) -> Iterator[Running]:
    import uvicorn

    from sayso.desk.app import make_app
    from sayso.desk.serving import listen

    settings = Settings(story, "Ada", port=0, password=hash_password(password) if password else None)
    listening = listen(settings)
    server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Running(f"http://127.0.0.1:{listening.getsockname()[1]}", story)
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


Opens = Callable[[str], "playwright.Page"]


@pytest.fixture(params=list(SIZES))
def page(chromium: object, desk: Running, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:  # type: ignore[name-defined]
    """A page at one of the two widths that may ask this machine only."""
    width, height = SIZES[request.param]
    context = chromium.new_context(
        base_url=desk.address, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )  # type: ignore[attr-defined]
    context.set_default_timeout(20_000)
    left: list[str] = []
    said: list[str] = []

    def watch(route: playwright.Route) -> None:  # type: ignore[name-defined]
        if route.request.url.startswith(desk.address):
            route.continue_()
        else:
            left.append(route.request.url)
            route.abort()

    context.route("**/*", watch)
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert left == []
    assert [words for words in said if "status of 4" not in words] == []


def _too_wide(page: playwright.Page) -> int:  # type: ignore[name-defined]
    """Pixels by which what is in the page stands out of it; the room kept for a scroll bar hides 15 of them from the document's own width."""
    wide: int = page.evaluate("document.body.scrollWidth - document.body.clientWidth")
    return wide


def _largest(store: Path) -> str:
    with open_store(store) as opened:
        return max((item for item in opened.list_claims()), key=lambda item: item.claim.documents).claim.id


def _paths(store: Path) -> list[str]:
    with open_store(store) as opened:
        claim = _largest(store)
        lineage = opened.lineage(claim)
        assert lineage is not None
        first, last = lineage.attributions[0], lineage.attributions[-1]
        return [
            "/", "/?all=true&order=drift", "/?all=true&place=Ellmarsh&event=strike", f"/claims/{claim}", f"/documents/{first.document}", f"/documents/{last.document}?attribution={last.id}",
            f"/decide?kind=differ&a={first.id}&b={last.id}", "/search?q=jobs", "/sources", "/source?name=Helen+Strode", "/outlets", "/registry?q=Kolokoltsev",
            "/sources?called=described", "/runs", "/events", "/journal?verify=true", "/sign-in", "/help", "/add", "/nowhere",
        ]  # fmt: skip


def test_no_page_has_a_serious_fault_of_accessibility_or_is_wider_than_the_screen(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    faults = []
    for path in _paths(desk.store):
        page.goto(path)
        found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        faults += [
            (path, item["id"], item["nodes"][0]["html"][:200])
            for item in found
            if item["impact"] in ("serious", "critical")
        ]
        assert _too_wide(page) <= 0, f"{path} is {_too_wide(page)} pixels wider than the screen"
    assert faults == []


def test_in_the_dark_everything_can_be_read(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme="dark")
    for path in _paths(desk.store)[1:5]:
        page.goto(path)
        found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
        assert [(path, item["nodes"][0]["html"][:200]) for item in found] == []


def test_from_the_inbox_to_a_changed_count_by_keyboard_alone(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    assert WORDING in page.locator("h1").inner_text()
    before = page.locator(".lead").inner_text()
    for _ in range(page.locator("[data-item]").count()):
        page.keyboard.press("j")
        if "Courier" in page.locator(".is-here").inner_text() and page.locator(".is-here [data-key=d]").count():
            break
    page.keyboard.press("d")
    page.wait_for_url("**/decide?*")
    assert "do not say the same" in page.locator("h1").inner_text()
    page.keyboard.type("another event")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    said = page.locator(".said").inner_text()
    assert "Recorded" in said
    assert "Before:" in said or "The count stays" in said
    assert "another event" in page.locator("#judgements").inner_text()
    page.keyboard.press("u")
    page.wait_for_selector(".said >> text=Taken back")
    assert page.locator(".lead").inner_text() == before


def test_why_one_root_is_opened_and_a_root_is_split_and_merged(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    claim = f"/claims/{_largest(desk.store)}"
    for words, kind in (("These are two roots", "two-roots"), ("one root with", "one-root")):
        page.goto(claim)
        for summary in page.locator("#why details:not([open]) > summary").all():
            summary.click()
        page.locator("#why").get_by_role("link", name=words).first.click()
        page.wait_for_url(f"**/decide?kind={kind}*")
        page.get_by_role("button", name="Record").click()
        page.wait_for_url("**/claims/*")
        assert "Recorded" in page.locator(".said").inner_text()
        page.locator(".said [data-key=u]").click()
        page.wait_for_selector(".said >> text=Taken back")


def test_a_step_is_taken_out(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{_largest(desk.store)}")
    steps = page.locator("#relays details")
    if steps.get_attribute("open") is None:
        steps.locator("> summary").click()
    page.get_by_role("link", name="not a relay").last.click()
    page.get_by_role("button", name="Record").click()
    page.wait_for_url("**/claims/*")
    assert "it was not taken from there" in page.locator(".said").inner_text()


def test_text_and_cards_show_each_other(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    path = next(item for item in _paths(desk.store) if "attribution=" in item)
    page.goto(path)
    assert page.locator(".sought").count() > 0
    page.locator(".seg[data-n]").first.click()
    number = page.locator(".seg[data-n]").first.get_attribute("data-n").split()[-1]
    assert page.locator(".card.is-chosen").get_attribute("data-n") == number
    page.locator(".card").last.locator(".said-words").click()
    last = page.locator(".card").last.get_attribute("data-n")
    assert page.locator(".seg.is-lit").count() > 0
    assert last in page.locator(".seg.is-lit").first.get_attribute("data-n").split()
    page.keyboard.press("k")
    assert page.locator(".card.is-here").count() == 1


def test_a_span_is_corrected_by_selecting_its_words(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    path = next(item for item in _paths(desk.store) if item.startswith("/documents/") and "attribution" not in item)
    page.goto(path)
    page.keyboard.press("j")
    page.evaluate(
        "() => { const seg = document.querySelector('.is-lit'); const range = document.createRange();"
        " range.setStart(seg.firstChild, 0); range.setEnd(seg.firstChild, 5); getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    start = int(page.locator(".seg.is-lit").first.get_attribute("data-start"))
    page.keyboard.press("x")
    page.wait_for_url("**/decide?kind=correct*")
    assert page.locator("input[name=value]").input_value() == f"{start}-{start + 5}"
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    assert "span" in page.locator(".said, .card").first.inner_text() or page.locator(".said").count() == 1


@pytest.mark.parametrize("field", ["speaker", "party"])
def test_an_attribution_is_corrected(page, desk: Running, field: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in _paths(desk.store) if item.startswith("/documents/")))
    page.locator(".card details > summary").first.click()
    page.locator(".card").first.get_by_role("link", name=field).click()
    page.locator("input[name=value]").fill("the works council")
    page.get_by_role("button", name="Record").click()
    page.wait_for_url("**/documents/*")
    card = page.locator(".card").first
    assert "works council" in card.locator(".chain").inner_text()
    assert f"{field} put right by Ada" in card.inner_text()
    card.get_by_role("button", name="undo").click()
    page.wait_for_selector(".said")
    assert "works council" not in page.locator(".card").first.locator(".chain").inner_text()


def test_a_selection_goes_to_the_card_that_is_put_right(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in _paths(desk.store) if item.startswith("/documents/")))
    page.evaluate(
        "() => { const seg = document.querySelector('.seg.content'); const range = document.createRange();"
        " range.setStart(seg.firstChild, 0); range.setEnd(seg.firstChild, 7); getSelection().addRange(range); }"
    )
    words = page.evaluate("getSelection().toString()")
    page.locator(".card details > summary").first.click()  # which lets go of the selection, as a tap does
    page.locator(".card").first.get_by_role("link", name="span").click()
    page.wait_for_url("**/decide?kind=correct*value=*")
    assert page.locator(".difference").inner_text() == f"becomes what you selected: “{words.strip()}”" or (
        words.strip() in page.locator(".difference").inner_text()
    )


def test_a_key_that_has_nothing_to_do_says_what_to_do(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{_largest(desk.store)}")
    for key, told in (
        ("s", "Choose a wording first"),
        ("d", "Choose a wording first"),
        ("c", "Choose what to cite first"),
    ):
        page.keyboard.press(key)
        assert told in page.locator("#told").inner_text()
    page.goto("/")
    page.keyboard.press("w")
    assert "Choose a claim first" in page.locator("#told").inner_text()
    page.keyboard.press("u")
    page.wait_for_selector(".said >> text=no decision of yours")
    page.wait_for_load_state()  # before which no key is heard
    page.keyboard.press("j")
    page.keyboard.press("w")
    page.wait_for_url(re.compile(r"/claims/clm_\w+#why$"))
    assert page.locator("#why h2").bounding_box()["y"] < page.viewport_size["height"]


def test_a_wording_is_said_to_be_the_same_with_one_key(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{_largest(desk.store)}")
    for _ in range(page.locator("[data-item]").count()):
        page.keyboard.press("j")
        if page.locator(".is-here [data-key=s]").count():
            break
    page.keyboard.press("s")
    page.wait_for_url("**/decide?kind=same*")
    page.keyboard.type("the same figure")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    assert "these two say the same" in page.locator(".said").inner_text()
    assert "the same figure" in page.locator("#judgements").inner_text()


def test_a_letter_is_given_to_a_source_and_to_an_outlet(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    for path, link, back in (
        ("/source?name=Helen+Strode", page.get_by_role("link", name="give a letter"), ".head"),
        ("/outlets", page.locator("tbody tr").first.get_by_role("link", name="none"), "tbody tr"),
    ):
        page.goto(path)
        link.click()
        page.locator("select[name=value]").select_option("B")
        page.locator("textarea[name=why]").fill("right three times of four")
        page.get_by_role("button", name="Record").click()
        page.wait_for_selector(".said")
        shown = page.locator(back).first
        assert "B" in shown.inner_text()
        assert "right three times of four" in shown.inner_html()


def test_a_page_that_was_edited_shows_what_changed(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    with open_store(desk.store) as store:
        before = next(kept.document for kept in store.documents() if kept.document.url)
    page.goto("/add")
    page.get_by_label("Text", exact=True).fill(
        before.text + "\n\nThe mayor said on Friday that the whole plan was off."
    )
    page.get_by_label("Address").fill(before.url)
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_selector("h1 >> text=Added")
    assert "a new version" in page.locator("main").inner_text()
    page.locator("[data-item] a").first.click()
    page.get_by_role("link", name="what changed").click()
    page.wait_for_url("**/changes")
    assert "the whole plan was off" in " ".join(page.locator("ins").all_inner_texts())
    page.goto(f"/documents/{before.id}")
    assert "This document does not count" in page.locator(".alarm").inner_text()


def test_hostile_words_stay_words_and_in_their_place(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    evil = '"><img src=x onerror=alert(1)><script>alert(2)</script> {{7*7}}'
    for text, outlet in (
        (f"{evil}\n\nThe harbour office said that <svg onload=alert(3)> it would close.", evil),
        ("W" * 300 + "\n\nThe harbour office said that " + "x" * 3000 + " was so.", "O" * 190),
        ("zo" + "\u0301" * 300 + " \u202eevil\n\nThe harbour office said that it would close.", "\u202eoutlet"),
    ):
        page.goto("/add")
        page.get_by_label("Text", exact=True).fill(text)
        page.get_by_label("Outlet").fill(outlet)
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_selector("h1 >> text=Added")
        document = page.locator("[data-item] a").first.get_attribute("href")
        for path in (document, "/search?q=harbour", "/journal", "/outlets", "/runs", "/?all=true&q=close"):
            page.goto(path)
            assert _too_wide(page) <= 0, path
            assert page.locator("main img, main script, main svg[onload]").count() == 0, path
            assert "\u202e" not in page.locator("main").inner_text()


@pytest.mark.parametrize("password", ["correct horse battery"])
def test_somebody_signs_in_decides_and_signs_out(page, desk: Running, password: str) -> None:  # type: ignore[no-untyped-def]
    page.goto("/")
    page.wait_for_url("**/sign-in")
    page.get_by_label("Name").fill("Zoya")
    page.get_by_label("Password").fill("wrong horse")
    page.keyboard.press("Enter")
    page.wait_for_selector(".alarm >> text=not the password")
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_selector("h1 >> text=Inbox")
    assert "You decide as Zoya" in page.locator(".foot").inner_text()
    page.get_by_role("link", name="somebody else").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()
    page.goto("/journal")
    page.wait_for_url("**/sign-in")


def test_the_walk_that_makes_the_documents_pictures_can_be_walked(story: Path, tmp_path: Path) -> None:
    """In a process of its own: the tests' browser has this one's loop."""
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.desk_walk", str(story), str(tmp_path)], capture_output=True, text=True, timeout=500, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    docs = Path(__file__).resolve().parents[2] / "docs"
    assert {path.name for path in tmp_path.glob("*.png")} == {path.name for path in docs.glob("desk-*.png")}


DROP = """count => { const carried = new DataTransfer();
  for (let n = 0; n < count; n++) carried.items.add(new File([`Ferry ${n} halted\n\nThe harbour office said that it would stop.`], `${n}.txt`));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true })); }"""


def test_files_are_dropped_on_any_page_and_a_refusal_is_told(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/sources")
    page.evaluate(DROP, 501)
    page.wait_for_selector("#told >> text=more than 500 files")
    page.evaluate(DROP, 2)
    page.wait_for_url("**/add/*")
    page.wait_for_selector("h1 >> text=Added")
    assert page.locator("[data-item]").count() == 2
    page.goto("/add")
    page.evaluate(DROP, 1)
    page.wait_for_selector("#told >> text=1 file is ready")
    page.get_by_label("Outlet").fill("The Lock")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_selector("h1 >> text=Added")


def test_a_text_is_pasted_on_the_inbox(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/")
    page.evaluate(
        "() => { const carried = new DataTransfer(); carried.setData('text/plain', 'Ferry halted');"
        " document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true })); }"
    )
    page.wait_for_url("**/add")
    assert page.get_by_label("Text", exact=True).input_value() == "Ferry halted"
    assert page.evaluate("document.activeElement.name") == "outlet"
    page.reload()
    assert page.get_by_label("Text", exact=True).input_value() == ""


def test_wordings_stand_beside_the_roots_where_there_is_room(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{_largest(desk.store)}")
    wording = page.locator(".wording", has=page.locator(".merged")).first
    wide = page.viewport_size["width"] > 1000
    assert wording.locator(".then").is_visible() is wide
    assert wording.locator(".merged").is_visible() is not wide
    if wide:
        here, then = wording.locator("p.beside").bounding_box(), wording.locator(".then").bounding_box()
        assert then["x"] > here["x"] + here["width"] / 2
        assert abs(then["y"] - here["y"]) < 8
        assert wording.locator("p.beside del, .then ins").count() == 0


def test_paper_is_white_and_what_is_folded_is_printed(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.emulate_media(media="print", color_scheme="dark")
    light = (
        "selector => Math.min(...getComputedStyle(document.querySelector(selector)).color.match(/\\d+/g).map(Number))"
    )
    for path, marks in (
        (f"/claims/{_largest(desk.store)}", (".lead", ".quiet", ".then")),
        ("/events", (".lead",)),
        ("/", (".lead", ".drift")),
    ):
        page.goto(path)
        for mark in marks:
            assert page.evaluate(light, mark) < 128, (path, mark)
        assert not page.locator(".bar").is_visible()
    page.goto(f"/claims/{_largest(desk.store)}")
    assert page.locator("main details:not([open])").count() > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details:not([open])").count() > 0


def test_sources_without_a_name_have_a_list_of_their_own(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/sources")
    assert "Helen Strode" in page.locator("table").inner_text()
    page.get_by_role("link", name="without a name").click()
    page.wait_for_url("**called=described")
    assert "Helen Strode" not in page.locator("table").inner_text()
    page.locator("tbody a").first.click()
    page.wait_for_url("**/source?*")
    assert "never by name" in page.locator(".lead").inner_text()


def test_a_verdict_is_recorded_and_shown(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    path = next(item for item in _paths(desk.store) if item.startswith("/claims/"))
    page.goto(path)
    page.get_by_role("link", name="record a verdict").click()
    page.locator("select[name=value]").select_option("refuted")
    page.locator("textarea[name=why]").fill("The works council has the signed plan.")
    page.get_by_role("button", name="Record").click()
    page.wait_for_url(f"**{path}")
    assert "Refuted" in page.locator(".verdict").inner_text()


@pytest.mark.parametrize(("link", "value"), [("correct outlet", "The Other Echo"), ("correct date", "2026-03-09")])
def test_a_document_is_corrected(page, desk: Running, link: str, value: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in _paths(desk.store) if item.startswith("/documents/")))
    page.get_by_role("link", name=link).click()
    page.locator("input[name=value]").fill(value)
    page.get_by_role("button", name="Record").click()
    page.wait_for_url("**/documents/*")
    assert value in page.locator(".crumb").inner_text()


def test_a_text_is_pasted_and_its_progress_shown(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/")
    page.keyboard.press("a")
    page.wait_for_url("**/add")
    page.get_by_label("Text", exact=True).fill(
        "Ferry halted\n\nThe harbour office said that the ferry would stop on Monday."
    )
    page.get_by_label("Outlet").fill("The Lock")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_selector("h1 >> text=Added")
    page.get_by_role("link", name="Ferry halted").click()
    assert "The Lock" in page.locator(".crumb").inner_text()


def test_the_page_that_is_open_is_seen_in_the_row_of_pages(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    for path in ("/", "/journal", "/help"):
        page.goto(path)
        open_page = page.locator(".bar nav [aria-current]").bounding_box()
        assert open_page["x"] >= 0 and open_page["x"] + open_page["width"] <= page.viewport_size["width"]


def test_keys_search_copy_and_filters(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("Ellmarsh works")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Ellmarsh*")
    assert page.locator(".claim").count() >= 1
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_selector("#told >> text=Citation copied")


def test_the_inbox_is_filtered_by_place_and_event(page, desk: Running, read_raids: Path) -> None:  # type: ignore[no-untyped-def]
    shutil.copy(read_raids, desk.store)
    page.goto("/?all=true")
    every = page.locator(".claim").count()
    page.locator("details.more > summary").click()
    page.get_by_label("Place").fill("tatarstan")
    page.get_by_label("Event").select_option("detention")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**place=tatarstan*")
    assert "event=detention" in page.url
    assert 0 < page.locator(".claim").count() < every
    assert page.get_by_label("Place").input_value() == "tatarstan"
    assert "Kazan" in page.locator(".claims").inner_text()
    assert _too_wide(page) <= 0
    page.get_by_label("Place").fill("Atlantis")
    page.keyboard.press("Enter")
    page.wait_for_url("**place=Atlantis*")
    page.get_by_role("link", name="Clear them").click()
    page.wait_for_url(desk.address + "/")


def test_pages_of_a_list_lead_on_and_back(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto("/?all=true")
    first = page.locator(".claim h3").all_inner_texts()
    page.get_by_role("link", name="More", exact=True).click()
    page.wait_for_url("**after=*")
    assert not set(first) & set(page.locator(".claim h3").all_inner_texts())
    page.get_by_role("link", name="Before", exact=True).click()
    page.wait_for_url("**before=*")
    assert page.locator(".claim h3").all_inner_texts() == first


def test_documents_that_are_removed_and_exports(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in _paths(desk.store) if item.startswith("/documents/")))
    page.get_by_role("link", name="this document should not count").click()
    page.locator("textarea[name=why]").fill("a test page")
    page.get_by_role("button", name="Record").click()
    page.wait_for_selector("text=This document does not count")
    page.goto(f"/claims/{_largest(desk.store)}")
    with page.expect_download() as got:
        page.get_by_role("button", name="citations").click()
    assert got.value.suggested_filename.endswith(".txt")
    page.goto("/journal")
    assert "export" in page.locator("tbody").inner_text()


def test_the_map_is_walked_by_keyboard(page, desk: Running, read_raids: Path) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    shutil.copy(read_raids, desk.store)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto("/events")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [
            (item["id"], item["nodes"][0]["html"][:200]) for item in found if item["impact"] in ("serious", "critical")
        ] == []
    assert _too_wide(page) <= 0
    assert page.locator(".storymap:visible").count() == 1
    assert page.locator(".storymap:visible .hollow").count() == 2
    page.locator("input[name=place]").focus()
    page.keyboard.type("Kazan")
    page.keyboard.press("Enter")
    page.wait_for_url("**place=Kazan*")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    assert page.locator(".sought").count() > 0
