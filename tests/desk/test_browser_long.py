"""Names and words that are longer than a phone is wide, in Debian's Chromium: nothing stands out of the page, and no figure is pushed out of sight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.desk.settings import Settings
from sayso.store.opening import open_store
from tests.desk.browsing import MARKS, SIZES, opened, running, too_wide
from tests.store.builders import add, article, lineage

pytestmark = MARKS

WORD = "Rechtsschutzversicherungsgesellschaftsangestelltenverband"
PATHS = ("/", "/sources", f"/source?name={WORD}", "/outlets", "/journal", "/runs", "/search?q=dam", "/help")


@pytest.fixture
def long_names(tmp_path: Path) -> Path:
    """A claim of two documents in which everything is one long word; all is invented."""
    path = tmp_path / "long.db"
    readings = []
    for place in ("quay", "pier"):
        outlet = f"{place.capitalize()}{WORD}"
        reading = article(
            "the dam would hold " + "x" * 300,
            url=f"https://{place}.example/dam",
            outlet=outlet,
            title=f"Dam {WORD}{WORD}",
        )
        first, *others = reading.attributions
        named = replace(first, chain=(replace(first.chain[0], name=WORD),))
        readings.append(replace(reading, attributions=(named, *others)))
    made = lineage(*readings)
    with open_store(path) as store:
        for reading in readings:
            add(store, reading)
            store.assign(reading.attributions[0].id, made.claim.id)
        store.put_lineage(made)
        store.turn_away("/" + WORD + ".png", "is no text", "not-text", at="2026-03-02T06:00:00Z")
    return path


@pytest.mark.parametrize("size", list(SIZES))
def test_nothing_stands_out_of_the_page(chromium, long_names: Path, size: str) -> None:  # type: ignore[no-untyped-def]
    with running(Settings(long_names, "A" * 80, port=0)) as desk, opened(chromium, desk, size) as page:
        claim = page.request.get(f"{desk.address}/api/claims").json()["claims"][0]["id"]
        for path in (*PATHS, f"/claims/{claim}"):
            page.goto(path)
            assert too_wide(page) <= 0, path
            cut = page.evaluate(
                "[...document.querySelectorAll('.scroll')].map(box => box.scrollWidth - box.clientWidth).filter(over => over > 0)"
            )
            assert cut == [] or size != "phone", path
