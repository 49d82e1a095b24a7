"""The views that people open in Datasette: they select, and say names, titles and words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.store.opening import open_store
from tests.store.builders import AT, add, article, lineage

FIRST = article("the dam would hold", url="https://quay.example/dam", author="M. Osipova")
SECOND = article("the dam would surely hold", url="https://pier.example/dam", outlet="The Pier", title="Dam is sure")
OLD = article("the dam would hold, perhaps", url="https://pier.example/dam", outlet="The Pier")


@pytest.fixture
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A store with a claim in it, opened by a program that knows nothing of sayso."""
    with open_store(path) as store:
        for reading in (OLD, FIRST, SECOND):
            add(store, reading)
        for reading in (FIRST, SECOND):
            store.assign(reading.attributions[0].id, lineage(FIRST, SECOND).claim.id)
        store.put_lineage(lineage(FIRST, SECOND))
        store.assign(FIRST.attributions[1].id, "clm_unsettled")
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _rows(connection: sqlite3.Connection, view: str, *columns: str) -> list[tuple[Any, ...]]:
    chosen = ", ".join(columns)
    return [tuple(row) for row in connection.execute(f"SELECT {chosen} FROM {view}")]


def test_claims(opened: sqlite3.Connection) -> None:
    columns = ("text", "documents", "outlets", "roots_min", "roots_max", "first_published", "last_published", "drift")
    dates = ("2026-03-03T01:00:00+00:00", "2026-03-02T23:00:00-05:00")
    assert _rows(opened, "claims", *columns) == [("the dam would hold", 2, 2, 1, 2, *dates, 1)]


def test_roots(opened: sqlite3.Connection) -> None:
    columns = ("claim_text", "name", "kind", "naming", "access", "interested", "documents", "outlets")
    claim = "the dam would hold"
    assert _rows(opened, "roots", *columns) == [
        (claim, "a clerk", "person", "unnamed", "unknown", None, 1, "The Pier"),
        (claim, "an insider", "person", "unnamed", "official", "yes", 2, "The Pier; The Quay"),
    ]


def test_relays(opened: sqlite3.Connection) -> None:
    columns = ("from_name", "from_title", "how", "why", "to_name", "to_title", "evidence", "score")
    assert _rows(opened, "relays", *columns) == [
        ("an insider", None, "names-it", "It names an insider.", "ISW report", None, "The Harbour Institute said", 0.9),
        ("ISW report", None, "link", "", "The Quay", "Dam will hold", None, 0.8),
        ("The Quay", "Dam will hold", "same-text", "", "The Pier", "Dam is sure", "the dam … that", 0.97),
    ]


def test_drift(opened: sqlite3.Connection) -> None:
    columns = ("kind", "from_name", "from_words", "to_name", "to_title", "to_words", "introduced", "why")
    assert _rows(opened, "drift", *columns) == [
        ("hedge-lost", "The Quay", "would", "The Pier", "Dam is sure", "said that", "yes", "no hedge"),
        ("headline-exceeds-text", None, None, "The Pier", "Dam is sure", "Dam", "no", "the headline is surer"),
    ]


def test_collapses_and_flags(opened: sqlite3.Connection) -> None:
    assert _rows(opened, "collapses", "kept_name", "merged_name", "certain", "why", "evidence") == [
        ("an insider", "a clerk", "no", "both are of the harbour office", "The Harbour Institute said"),
        ("an insider", "root_merged", "yes", "both name the same post", None),
    ]
    assert _rows(opened, "flags", "kind", "from_name", "to_name", "why") == [
        ("earlier-than-source", "The Quay", "The Pier", "the copy is dated a day before its source")
    ]


def test_documents(opened: sqlite3.Connection) -> None:
    columns = ("outlet", "title", "author", "published", "language", "url", "version", "attributions")
    assert sorted(_rows(opened, "documents_current", *columns)) == [
        ("The Pier", "Dam is sure", None, "2026-03-02", "en", "https://pier.example/dam", 2, 2),
        ("The Quay", "Dam will hold", "M. Osipova", "2026-03-02", "en", "https://quay.example/dam", 1, 2),
    ]
    assert sorted(_rows(opened, "documents_all", "state", "superseded_by"), key=str) == [
        ("current", None),
        ("current", None),
        ("superseded", SECOND.document.id),
    ]


def test_attributions(opened: sqlite3.Connection) -> None:
    columns = ("outlet", "source", "outermost", "content", "attitude", "mode", "factuality", "claim")
    assert [row for row in _rows(opened, "attributions_current", *columns) if row[0] == "The Quay"] == [
        (
            "The Quay", "Harbour Institute", "Harbour Institute", "that the dam would hold", "assertion", "indirect",
            "CT+", lineage(FIRST, SECOND).claim.id,
        ),
        ("The Quay", None, None, "It rained on Monday.", "assertion", "own-voice", "CT+", "clm_unsettled"),
    ]  # fmt: skip


def test_corrections_show_until_they_are_taken_back(opened: sqlite3.Connection, path: Path) -> None:
    def correct(number: int, field: str, value: str) -> Judgement:
        subject = SECOND.document.id
        return Judgement(f"jdg_{number}", JudgementKind.CORRECT, subject, None, field, value, None, "marina", AT)

    with open_store(path) as store:
        store.judge(correct(1, "outlet", "The Mole"))
        store.judge(correct(2, "outlet", "The Pier Post"))
        store.judge(correct(3, "date", "2026-03-01"))
        assert ("The Pier Post", "2026-03-01") in _rows(opened, "documents_current", "outlet", "published")
        assert _rows(opened, "relays", "to_name")[2] == ("The Pier Post",)
        assert _rows(opened, "drift", "to_name")[0] == ("The Pier Post",)
        assert _rows(opened, "corrections", "field", "value", "analyst") == [
            ("outlet", "The Pier Post", "marina"),
            ("date", "2026-03-01", "marina"),
        ]
        store.undo("jdg_2", at=AT)
        assert ("The Mole",) in _rows(opened, "documents_current", "outlet")


def test_every_view_selects(opened: sqlite3.Connection) -> None:
    views = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert {"claims", "roots", "relays", "drift", "documents_current"} <= set(views)
    for view in views:
        opened.execute(f"SELECT * FROM {view} LIMIT 1 OFFSET 1").fetchall()
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    assert opened.execute("PRAGMA integrity_check").fetchall()[0][0] == "ok"


def test_every_table_and_view_is_written_down(opened: sqlite3.Connection) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
    names = [name for (name,) in opened.execute("SELECT name FROM pragma_table_list WHERE type <> 'shadow'")]
    own = [name for name in names if not name.startswith(("sqlite_", "traced_"))]
    assert [name for name in own if f"`{name}`" not in page] == []
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (.+) \|$", page, re.MULTILINE)
    assert {"claims", "roots", "relays", "drift"} <= {view for view, _ in rows}
    for view, columns in rows:
        opened.execute(f"SELECT {', '.join(re.findall('`([a-z_]+)`', columns))} FROM {view}")
