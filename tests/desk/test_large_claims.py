"""A claim is drawn once while its lineage stands; what is too long for its page has pages of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sayso.desk import drawings
from sayso.desk.drawings import MOST, Drawings
from sayso.desk.pages import claim as claim_page
from sayso.desk.settings import Settings
from sayso.store.opening import open_store
from tests.desk.conftest import CLAIM, FIRST, SECOND, Browser
from tests.store.builders import lineage

STORY = lineage(FIRST, SECOND)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The claims that were drawn, each time that one was."""
    found: list[str] = []
    draw = drawings.draw_for_page

    def note(lineage: object, graph: object) -> object:
        found.append(lineage.claim.text)  # type: ignore[attr-defined]
        return draw(lineage, graph)  # type: ignore[arg-type]

    monkeypatch.setattr(drawings, "draw_for_page", note)
    return found


def test_a_claim_is_drawn_once_and_again_when_it_changed(
    browser: Browser, settings: Settings, drawn: list[str]
) -> None:
    for _ in range(3):
        assert "the dam would hold" in browser.get(f"/claims/{CLAIM}").text
    assert len(drawn) == 1
    with open_store(settings.store) as store:
        store.put_lineage(replace(STORY, claim=replace(STORY.claim, text="the dam would surely hold")))
    assert "“the dam would surely hold”</h1>" in browser.get(f"/claims/{CLAIM}").text
    assert drawn == ["the dam would hold", "the dam would surely hold"]


def test_a_drawing_follows_what_its_documents_are_called(
    browser: Browser, settings: Settings, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.get(f"/claims/{CLAIM}")
    documents_of = claim_page.documents_of
    monkeypatch.setattr(
        claim_page,
        "documents_of",
        lambda *given: {id: replace(item, title="A new title") for id, item in documents_of(*given).items()},
    )
    browser.get(f"/claims/{CLAIM}")
    assert len(drawn) == 2


def test_only_the_last_claims_are_kept() -> None:
    kept = Drawings()
    for number in range(MOST + 1):
        kept.make(1, replace(STORY, claim=replace(STORY.claim, id=f"clm_{number}")), {})
    assert kept.get("clm_0", 1) is None
    assert kept.get("clm_1", 1) is not None
    assert kept.get("clm_1", 2) is None
    kept.make(None, replace(STORY, claim=replace(STORY.claim, id="clm_none")), {})
    assert kept.get("clm_none", None) is None


def test_steps_and_changes_that_do_not_fit_have_pages(
    browser: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_page, "LISTED", 3)
    monkeypatch.setattr(claim_page, "MOST_STEPS", 3)
    (relay, *_), (drift, *_) = STORY.relays, STORY.drift
    relays = tuple(replace(relay, why=f"reason {number}.") for number in range(7))
    changes = tuple(replace(drift, introduced=number > 4, why=f"why {number}.") for number in range(8))
    with open_store(settings.store) as store:
        store.put_lineage(replace(STORY, relays=relays, drift=changes))
    page = browser.get(f"/claims/{CLAIM}").text
    assert "reason 2." in page
    assert "reason 3." not in page
    assert "All 7 steps" in page
    for what, reasons in (("steps", "reason"), ("changes", "why")):
        address, seen = f"/claims/{CLAIM}/{what}", []
        while address:
            text = browser.get(address).text
            seen += [number for number in range(8) if f"{reasons} {number}." in text]
            following = re.search(r'<a href="([^"]+)" rel="next">', text)
            address = following[1].replace("&amp;", "&") if following else ""
        assert seen == ([0, 1, 2, 3, 4, 5, 6] if what == "steps" else [5, 6, 7, 0, 1, 2, 3, 4])
    assert browser.get("/claims/clm_0000000000000000/steps").status_code == 404
