"""Every decision in the browser, by pointer and by keyboard alone."""

from __future__ import annotations

import pytest

from tests.desk.browsing import MARKS, Running, largest, paths

pytestmark = MARKS
WORDING = "Varnholt Glass"


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
    claim = f"/claims/{largest(desk.store)}"
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
    page.goto(f"/claims/{largest(desk.store)}")
    steps = page.locator("#relays details")
    if steps.get_attribute("open") is None:
        steps.locator("> summary").click()
    page.get_by_role("link", name="not a relay").last.click()
    page.get_by_role("button", name="Record").click()
    page.wait_for_url("**/claims/*")
    assert "it was not taken from there" in page.locator(".said").inner_text()


def test_a_wording_is_said_to_be_the_same_with_one_key(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"/claims/{largest(desk.store)}")
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


def test_a_span_is_corrected_by_selecting_its_words(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    path = next(item for item in paths(desk.store) if item.startswith("/documents/") and "attribution" not in item)
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


def test_a_selection_goes_to_the_card_that_is_put_right(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in paths(desk.store) if item.startswith("/documents/")))
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


@pytest.mark.parametrize("field", ["speaker", "party"])
def test_an_attribution_is_corrected(page, desk: Running, field: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in paths(desk.store) if item.startswith("/documents/")))
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


@pytest.mark.parametrize(("link", "value"), [("correct outlet", "The Other Echo"), ("correct date", "2026-03-09")])
def test_a_document_is_corrected(page, desk: Running, link: str, value: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in paths(desk.store) if item.startswith("/documents/")))
    page.get_by_role("link", name=link).click()
    page.locator("input[name=value]").fill(value)
    page.get_by_role("button", name="Record").click()
    page.wait_for_url("**/documents/*")
    assert value in page.locator(".crumb").inner_text()


def test_a_verdict_is_recorded_and_shown(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    path = next(item for item in paths(desk.store) if item.startswith("/claims/"))
    page.goto(path)
    page.get_by_role("link", name="record a verdict").click()
    page.locator("select[name=value]").select_option("refuted")
    page.locator("textarea[name=why]").fill("The works council has the signed plan.")
    page.get_by_role("button", name="Record").click()
    page.wait_for_url(f"**{path}")
    assert "Refuted" in page.locator(".verdict").inner_text()


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


def test_documents_that_are_removed_and_exports(page, desk: Running) -> None:  # type: ignore[no-untyped-def]
    page.goto(next(item for item in paths(desk.store) if item.startswith("/documents/")))
    page.get_by_role("link", name="this document should not count").click()
    page.locator("textarea[name=why]").fill("a test page")
    page.get_by_role("button", name="Record").click()
    page.wait_for_selector("text=This document does not count")
    page.goto(f"/claims/{largest(desk.store)}")
    with page.expect_download() as got:
        page.get_by_role("button", name="citations").click()
    assert got.value.suggested_filename.endswith(".txt")
    page.goto("/journal")
    assert "export" in page.locator("tbody").inner_text()


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
