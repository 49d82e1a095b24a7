"""Documents: kept once, in versions, with tombstones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.domain.document import Document, Link
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.errors import StoreError
from sayso.store.interface import Added, Counts, Kept, State, Store, Turned
from sayso.store.opening import open_store
from tests.builders import flood
from tests.store.builders import AT, READ_BY, add, article, page

URL = "https://quay.example/dam"


def test_a_document_comes_back_as_it_was(store: Store, path: Path) -> None:
    reading = article(links=(Link("https://isw.example/report", Span(0, 3, "Dam"), origin=True),), author="M. Osipova")
    add(store, reading)
    store.close()
    with open_store(path, create=False) as again:
        assert again.reading(reading.document.id) == reading
        assert again.data(reading.document.id) == page(reading.document.text)
        assert again.find(reading.document.id) == Kept(
            reading.document, 1, AT, State.CURRENT, 1, None, None, None, READ_BY
        )


def test_adding_twice_adds_nothing(store: Store) -> None:
    reading = article(url=URL)
    assert add(store, reading) == Added(reading.document.id, new=True)
    assert add(store, reading, at="2026-03-09T00:00:00+00:00") == Added(reading.document.id, new=False)
    assert [kept.added for kept in store.documents(state=None)] == [AT]


def test_same_bytes_at_two_addresses_are_two_documents_and_one_text(store: Store, path: Path) -> None:
    for url in (URL, "https://pier.example/dam"):
        add(store, article(url=url))
    assert len(list(store.documents())) == 2
    store.close()
    assert _count(path, "originals") == _count(path, "texts") == 1


def _count(path: Path, table: str) -> int:
    from sayso.store.sqlite.connection import Connection

    connection = Connection(str(path), 1)
    try:
        return int(connection.value(f"SELECT count(*) FROM {table}"))
    finally:
        connection.close()


def test_a_changed_page_is_a_new_version(store: Store) -> None:
    old, new = article("the dam would hold", url=URL), article("the dam might hold", url=f"{URL}#top")
    add(store, old)
    assert add(store, new) == Added(new.document.id, new=True, supersedes=old.document.id)
    first, second = store.versions(old.document.id)
    assert (first.document, first.state, first.version) == (old.document, State.SUPERSEDED, 1)
    assert (second.document, second.state, second.version) == (new.document, State.CURRENT, 2)
    assert first.superseded_by == new.document.id
    assert store.versions(new.document.id) == [first, second]
    assert [kept.document.id for kept in store.documents()] == [new.document.id]
    assert store.reading(old.document.id) == old
    assert store.find(URL) == second


def test_an_old_version_that_comes_again_stays_superseded(store: Store) -> None:
    old, new = article("the dam would hold", url=URL), article("the dam might hold", url=URL)
    for reading in (old, new):
        add(store, reading)
    assert add(store, old) == Added(old.document.id, new=False, state=State.SUPERSEDED)
    assert store.find(URL) == store.find(new.document.id)


def test_a_version_that_is_brought_back_is_current_and_keeps_its_number(store: Store) -> None:
    old, new, newest = (article(f"the dam {verb} hold", url=URL) for verb in ("would", "might", "could"))
    for reading in (old, new):
        add(store, reading)
    assert store.bring_back(old.document.id, at="2026-03-09T06:00:00Z") == new.document.id
    first, second = store.versions(old.document.id)
    assert (first.state, first.version, first.returned) == (State.CURRENT, 1, "2026-03-09T06:00:00Z")
    assert (second.state, second.version, second.superseded_by) == (State.SUPERSEDED, 2, old.document.id)
    assert store.find(URL) == first
    assert [kept.document.id for kept in store.documents()] == [old.document.id]
    with pytest.raises(StoreError, match="is current: only a version that was superseded"):
        store.bring_back(old.document.id, at="2026-03-09T06:00:00Z")
    assert add(store, newest).supersedes == old.document.id
    assert [kept.superseded_by for kept in store.versions(old.document.id)] == [
        newest.document.id, old.document.id, None,
    ]  # fmt: skip


def test_documents_without_an_address_are_no_versions_of_each_other(store: Store) -> None:
    one, two = article("it held"), article("it broke")
    for reading in (one, two):
        assert add(store, reading).supersedes is None
    assert [kept.document.id for kept in store.versions(one.document.id)] == [one.document.id]


def test_a_removed_document_leaves_a_tombstone(store: Store) -> None:
    reading = article(url=URL)
    add(store, reading)
    store.remove(reading.document.id, "a private letter", at="2026-03-05T00:00:00+00:00")
    assert list(store.documents()) == []
    (kept,) = store.documents(state=State.REMOVED)
    assert (kept.removed, kept.why_removed) == ("2026-03-05T00:00:00+00:00", "a private letter")
    assert store.find(URL) == kept
    assert store.reading(reading.document.id) == reading
    assert add(store, reading) == Added(reading.document.id, new=False, state=State.REMOVED)


def test_a_removed_version_is_not_superseded_but_the_next_one_takes_its_place(store: Store) -> None:
    old, new = article("the dam would hold", url=URL), article("the dam might hold", url=URL)
    add(store, old)
    store.remove(old.document.id, "garbled", at=AT)
    assert add(store, new) == Added(new.document.id, new=True, supersedes=None)
    assert [kept.state for kept in store.versions(new.document.id)] == [State.REMOVED, State.CURRENT]
    store.restore(old.document.id)
    assert [kept.state for kept in store.versions(new.document.id)] == [State.SUPERSEDED, State.CURRENT]


def test_a_restored_document_counts_again(store: Store) -> None:
    reading = article()
    add(store, reading)
    store.remove(reading.document.id, "a mistake", at=AT)
    store.restore(reading.document.id)
    assert [(kept.state, kept.why_removed) for kept in store.documents()] == [(State.CURRENT, None)]


def test_removing_twice_or_without_a_reason_is_an_error(store: Store) -> None:
    reading = article()
    add(store, reading)
    with pytest.raises(StoreError, match="Say why"):
        store.remove(reading.document.id, " ", at=AT)
    store.remove(reading.document.id, "a private letter", at=AT)
    with pytest.raises(StoreError, match="removed already.*a private letter"):
        store.remove(reading.document.id, "again", at=AT)


def test_what_is_not_there_is_an_error_that_names_it(store: Store) -> None:
    assert store.find("doc_none") is None
    assert store.find("https://quay.example/none") is None
    for ask in (store.reading, store.data, store.versions, store.restore):
        with pytest.raises(StoreError, match="doc_none"):
            ask("doc_none")


def test_a_document_whose_digests_are_another_s_is_refused(store: Store) -> None:
    reading = article()
    with pytest.raises(StoreError, match=f"bytes of {reading.document.id}"):
        store.add(b"other bytes", reading, at=AT, read_by=READ_BY)
    other = replace(reading, document=replace(reading.document, text_sha256="00"))
    with pytest.raises(StoreError, match="text of"):
        add(store, other)
    assert list(store.documents(state=None)) == []


def test_a_document_without_digests_gets_none_of_its_own(store: Store) -> None:
    reading = flood()
    store.add(b"", reading, at=AT, read_by=READ_BY)
    assert store.reading("doc_1") == reading
    assert store.data("doc_1") == b""


def test_texts_that_hold_anything(store: Store) -> None:
    text = "a\0b \ud800 é 𝔘 \r\n\u2028 \ufeff"
    reading = Reading(Document("doc_odd", text, title="\udcff.txt", path="\udcff.txt"), (), (), (), None, ("\udcff",))
    add(store, replace(reading, document=replace(reading.document, text="")))
    store.add(b"\0", replace(reading, document=replace(reading.document, id="doc_2")), at=AT, read_by=READ_BY)
    assert store.reading("doc_2").document.text == text
    assert store.reading("doc_2").document.path == "\udcff.txt"
    assert store.reading("doc_odd").document.text == ""


def test_what_is_listed_may_be_written_meanwhile(store: Store) -> None:
    for number in range(5):
        add(store, article(f"gate {number} was shut"))
    for kept in store.documents():
        store.remove(kept.document.id, "seen", at=AT)
    assert list(store.documents()) == []


def test_a_new_reading_takes_the_place_of_the_last(store: Store) -> None:
    old = article()
    add(store, old)
    new = replace(old, attributions=old.attributions[:1], notes=("Read by newer weights.",))
    store.reread(new, read_by="sayso 0.2")
    assert store.reading(old.document.id) == new
    assert store.document_of(old.attributions[1].id) is None
    kept = store.find(old.document.id)
    assert kept is not None and kept.read_by == "sayso 0.2"


def test_a_new_reading_may_find_another_text_in_the_same_bytes(store: Store) -> None:
    old = article("the weir was open", title="Menu")
    add(store, old)
    document = replace(old.document, text="The sluice was shut.", title="Sluice shut", text_sha256="")
    new = Reading(document, (), (), (), None)
    store.reread(new, read_by="sayso 0.2")
    assert store.reading(document.id) == new
    assert [kept.document.title for kept in store.documents(search="sluice")] == ["Sluice shut"]
    assert list(store.documents(search="weir")) == list(store.documents(search="menu")) == []
    assert store.data(document.id) == page(old.document.text)
    with pytest.raises(StoreError, match="bytes of"):
        store.reread(replace(new, document=replace(document, bytes_sha256="00")), read_by="sayso 0.2")


def test_what_is_held_is_counted(store: Store) -> None:
    readings = [article("it held", url=URL), article("it broke", url=URL), article("it leaked"), article("it sank")]
    for reading in readings:
        add(store, reading)
    store.remove(readings[2].document.id, "a test", at=AT)
    store.turn_away("b.txt", "b.txt is empty.", "empty", at=AT)
    store.assign(readings[3].attributions[0].id, "clm_1")
    assert store.counts() == Counts(
        documents=2, superseded=1, removed=1, attributions=8, claims=1, judgements=0, turned_away=1
    )


def test_what_was_turned_away_is_kept_once_with_its_reason(store: Store) -> None:
    store.turn_away("a.pdf", "a.pdf is no text.", "not-text", at=AT)
    store.turn_away("b.txt", "b.txt is empty.", "empty", at=AT)
    store.turn_away("a.pdf", "a.pdf is no text.", "not-text", at="2026-03-09T00:00:00+00:00")
    assert store.turned_away() == [
        Turned("a.pdf", "a.pdf is no text.", "not-text", "2026-03-09T00:00:00+00:00"),
        Turned("b.txt", "b.txt is empty.", "empty", AT),
    ]


def test_an_attribution_knows_its_document(store: Store) -> None:
    reading = article()
    add(store, reading)
    assert store.document_of(reading.attributions[1].id) == reading.document.id
    assert store.document_of("att_none") is None
