"""Texts come in through the browser: pasted, dropped, edited, hostile."""

from __future__ import annotations

from sayso.store.opening import open_store
from tests.desk.browsing import MARKS, Running, too_wide

pytestmark = MARKS


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
            assert too_wide(page) <= 0, path
            assert page.locator("main img, main script, main svg[onload]").count() == 0, path
            assert "\u202e" not in page.locator("main").inner_text()
