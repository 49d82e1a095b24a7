"""The desk's pages in Debian's Chromium, at a desk's and at a phone's width, also by keyboard alone; no serious fault of accessibility (axe-core)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.desk.browsing import MARKS, Running, largest, paths, too_wide

pytestmark = MARKS


def test_no_page_has_a_serious_fault_of_accessibility_or_is_wider_than_the_screen(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    faults = []
    for path in paths(desk.store):
        page.goto(path)
        found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        faults += [
            (path, item["id"], item["nodes"][0]["html"][:200])
            for item in found
            if item["impact"] in ("serious", "critical")
        ]
        assert too_wide(page) <= 0, f"{path} is {too_wide(page)} pixels wider than the screen"
    assert faults == []


def test_in_the_dark_everything_can_be_read(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme="dark")
    for path in paths(desk.store)[1:5]:
        page.goto(path)
        found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
        assert [(path, item["nodes"][0]["html"][:200]) for item in found] == []


def test_text_and_cards_show_each_other(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    path = next(item for item in paths(desk.store) if "attribution=" in item)
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


def test_a_key_that_has_nothing_to_do_says_what_to_do(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{largest(desk.store)}")
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


def test_the_walk_that_makes_the_documents_pictures_can_be_walked(story: Path, tmp_path: Path) -> None:
    """In a process of its own: the tests' browser has this one's loop."""
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.desk_walk", str(story), str(tmp_path)], capture_output=True, text=True, timeout=500, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    docs = Path(__file__).resolve().parents[2] / "docs"
    assert {path.name for path in tmp_path.glob("*.png")} == {path.name for path in docs.glob("desk-*.png")}


def test_wordings_stand_beside_the_roots_where_there_is_room(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{largest(desk.store)}")
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
        (f"/claims/{largest(desk.store)}", (".lead", ".quiet", ".then")),
        ("/events", (".lead",)),
        ("/", (".lead", ".drift")),
    ):
        page.goto(path)
        for mark in marks:
            assert page.evaluate(light, mark) < 128, (path, mark)
        assert not page.locator(".bar").is_visible()
    page.goto(f"/claims/{largest(desk.store)}")
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
    assert too_wide(page) <= 0
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
    assert too_wide(page) <= 0
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
