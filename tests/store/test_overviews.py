"""Pages of claims, sources and outlets, and the journal, in any store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.domain.attribution import Naming
from sayso.domain.claim import DriftKind
from sayso.domain.journal import Deed, find_break
from sayso.domain.rate import Rate
from sayso.store.cursors import Page
from sayso.store.interface import Store
from sayso.store.overviews import Order, Wanted
from tests.store.builders import add, article, lineage

FIRST = article("the dam would hold", url="https://quay.example/dam")
SECOND = article("the dam would surely hold", url="https://pier.example/dam", outlet="The Pier", title="Dam is sure")
OTHER = article("the bridge would fall", url="https://gate.example/bridge", outlet="The Gate", title="Bridge")


@pytest.fixture
def filled(store: Store) -> Store:
    """A claim in two documents; the second came a day later, and with it a root."""
    add(store, FIRST, at="2026-03-02T06:00:00Z")
    add(store, SECOND, at="2026-03-03T06:00:00Z")
    add(store, OTHER, at="2026-03-03T07:00:00Z")
    claim = lineage(FIRST, SECOND)
    for reading in (FIRST, SECOND):
        store.assign(reading.attributions[0].id, claim.claim.id)
    store.put_lineage(claim)
    return store


def _found(store: Store, wanted: Wanted, **options: object) -> list[str]:
    return [item.claim.text for item in store.summaries(wanted, **options).items]  # type: ignore[arg-type]


def test_a_summary_tells_its_newest_root(filled: Store) -> None:
    page = filled.summaries(Wanted())
    (summary,) = page.items
    assert page.total == 1
    assert (summary.news_day, summary.new_roots) == ("2026-03-03", 1)
    assert [root.name for root in summary.roots] == ["an insider", "a clerk"]
    assert summary.introduced == (DriftKind.HEDGE_LOST,)


@pytest.mark.parametrize(
    ("wanted", "finds"),
    [
        (Wanted(min_documents=2), True),
        (Wanted(min_documents=3), False),
        (Wanted(words="HOLD dam"), True),
        (Wanted(words="dam 100%_"), False),
        (Wanted(outlet="pier"), True),
        (Wanted(outlet="gate"), False),
        (Wanted(source="insider"), True),
        (Wanted(source="harbour institute"), True),
        (Wanted(source="'; DROP TABLE documents --"), False),
        (Wanted(naming=Naming.UNNAMED), True),
        (Wanted(naming=Naming.NAMED), False),
        (Wanted(since="2026-03-03"), True),
        (Wanted(since="2026-03-05"), False),
        (Wanted(until="2026-03-03"), True),
        (Wanted(until="2026-03-01"), False),
        (Wanted(ids=()), False),
    ],
)
def test_claims_are_chosen(filled: Store, wanted: Wanted, finds: bool) -> None:
    assert (len(_found(filled, wanted)) == 1) is finds


@pytest.mark.parametrize("order", list(Order))
def test_every_order_gives_pages(filled: Store, order: Order) -> None:
    assert len(_found(filled, Wanted(), order=order)) == 1


def test_sources_and_what_they_are_quoted_with(filled: Store) -> None:
    page = filled.sources()
    (line,) = page.items
    assert (line.name, line.documents, line.outlets, line.named, page.total) == ("Harbour Institute", 3, 3, 3, 1)
    assert filled.sources("pilot") == Page((), 0)
    assert filled.sources(named=True) == page
    assert filled.sources(named=False) == Page((), 0)
    told = filled.source("Harbour Institute", outlets=2)
    assert told is not None
    assert told.line == line
    assert [count for _, count in told.by_outlet] == [1, 1]
    assert filled.source("nobody") is None
    quoted = filled.quoted("Harbour Institute", most=2)
    assert (len(quoted.items), quoted.total) == (2, 3)
    assert {item.naming for item in quoted.items} == {Naming.NAMED}
    assert filled.quoted("nobody") == Page((), 0)


def test_outlets_and_what_they_keep(filled: Store) -> None:
    page = filled.outlets()
    kept = {line.name: (line.documents, line.kept_attribution, line.kept_hedges) for line in page.items}
    assert page.total == 3
    assert kept["The Pier"] == (1, Rate(1, 1), Rate(0, 1))  # it took the claim from The Quay, and lost the hedge
    assert kept["The Quay"] == (1, Rate(0, 0), Rate(0, 0))


def test_the_journal_is_a_chain(store: Store, path: Path) -> None:
    for about in ("doc_1", "doc_\ud800"):
        store.write_journal(at="2026-03-02T06:00:00Z", who="Ada", what=Deed.ADD, about=about)
    entries = list(store.journal())
    assert [entry.number for entry in entries] == [1, 2]
    assert find_break(entries) is None
    assert [entry.number for entry in store.journal(most=1, latest_first=True)] == [2]
    with closing(sqlite3.connect(path)) as other:
        for deed in (
            "UPDATE journal SET who = 'Eve'",
            "DELETE FROM journal",
            "INSERT OR REPLACE INTO journal SELECT * FROM journal",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                other.execute(deed)


def test_an_entry_is_taken_back_with_its_batch(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.batch():
        store.write_journal(at="2026-03-02T06:00:00Z", who="Ada", what=Deed.ADD, about="doc_1")
        raise ZeroDivisionError
    assert list(store.journal()) == []
