"""Counts of sources and outlets that triggers keep are those that counting anew gives, whatever happens to a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.reading import Reading
from sayso.store.sqlite.connection import Connection, Row
from sayso.store.sqlite.schema import bring_up_to_date, steps
from sayso.store.sqlite.store import SqliteStore
from tests.store.builders import AT, READ_BY, add, article, lineage

FIRST = article("the dam would hold", url="https://quay.example/dam")
SECOND = article("the dam would surely hold", url="https://pier.example/dam", outlet="The Pier", title="Dam is sure")
NEWER = article("the dam would hold, perhaps", url="https://pier.example/dam", outlet="The Pier", title="Dam is sure")
CURRENT = "FROM attributions JOIN documents ON documents.number = document WHERE state = 'current'"


def _counted(connection: Connection) -> Sequence[Sequence[Row]]:
    return [
        connection.rows("SELECT source, attributions, documents, outlets, named FROM sources_counted ORDER BY 1"),
        connection.rows("SELECT source, outlet, documents FROM source_outlets ORDER BY 1, 2"),
        connection.rows(
            "SELECT outlet, documents, attributions, steps, kept_attribution, kept_hedges FROM outlets_counted ORDER BY 1"
        ),
    ]


def _anew(connection: Connection) -> Sequence[Sequence[Row]]:
    return [
        connection.rows(
            "SELECT source, count(*), count(DISTINCT document), count(DISTINCT documents.outlet), sum(naming = 'named') "
            f"{CURRENT} AND source IS NOT NULL GROUP BY 1 ORDER BY 1"
        ),
        connection.rows(
            f"SELECT source, coalesce(outlet, ''), count(DISTINCT document) {CURRENT} AND source IS NOT NULL "
            "GROUP BY 1, 2 ORDER BY 1, 2"
        ),
        connection.rows(
            "SELECT outlet, count(*), sum(attributions), sum(steps), sum(kept_attribution), sum(kept_hedges) "
            "FROM document_counts WHERE document IN (SELECT number FROM documents WHERE state = 'current') "
            "AND outlet IS NOT NULL GROUP BY 1 ORDER BY 1"
        ),
    ]


def test_counts_follow_all_that_happens_to_a_document(path: Path) -> None:
    with SqliteStore(path, create=True, wait=1) as store:
        connection = store._connection

        def holds() -> Sequence[Sequence[Row]]:
            found = _counted(connection)
            assert found == _anew(connection)
            return found

        for reading in (FIRST, SECOND):
            add(store, reading)
        before = holds()
        claim = lineage(FIRST, SECOND)
        for reading in (FIRST, SECOND):
            store.assign(reading.attributions[0].id, claim.claim.id)
        store.put_lineage(claim)
        assert holds()[2] != before[2]  # steps
        store.remove(SECOND.document.id, "a test page", at=AT)
        assert holds() != before
        store.restore(SECOND.document.id)
        assert holds() == before
        add(store, NEWER)
        holds()
        elsewhere = replace(
            FIRST, document=replace(FIRST.document, outlet="The Lock"), attributions=FIRST.attributions[:1]
        )
        store.reread(elsewhere, read_by=READ_BY)
        assert [row[0] for row in holds()[2]] == ["The Lock", "The Pier"]
        store.forget_derived()
        holds()


def test_an_outlet_that_was_put_right_is_counted_under_its_name(path: Path) -> None:
    with SqliteStore(path, create=True, wait=1) as store:
        for reading in (FIRST, SECOND):
            add(store, reading)
        id = SECOND.document.id
        store.judge(Judgement("jdg_1", JudgementKind.CORRECT, id, None, "outlet", "The Quay", None, "Ada", AT, None))
        names = {line.name: line.documents for line in store.outlets().items}
        assert "The Pier" not in names
        assert names["The Quay"] == 1 + (FIRST.document.outlet == "The Quay")
        assert store.outlets().total == len(names)
        store.undo("jdg_1", at=AT)
        assert "The Pier" in {line.name for line in store.outlets().items}


def test_a_sources_outlets_follow_those_that_were_put_right(path: Path) -> None:
    third = article("the dam would hold", url="https://quay.example/again", title="Dam")
    unknown = article("the dam would hold", url="https://lock.example/dam", outlet=None, title="A dam")
    with SqliteStore(path, create=True, wait=1) as store:

        def outlets() -> int:
            outlets = next(line.outlets for line in store.sources().items if line.name == "Harbour Institute")
            told = store.source("Harbour Institute")
            assert told is not None
            assert (told.line.outlets, len(told.by_outlet)) == (outlets, outlets)
            return outlets

        def right(number: int, reading: Reading, outlet: str) -> None:
            id = f"jdg_{number}"
            store.judge(Judgement(id, JudgementKind.CORRECT, reading.document.id, None, "outlet", outlet, None, "Ada", AT, None))  # fmt: skip

        for reading in (FIRST, SECOND, third, unknown):
            add(store, reading)
        assert outlets() == 2
        right(1, SECOND, "The Quay")
        assert outlets() == 1
        right(2, FIRST, "The Weir")  # the Quay has two others left
        assert outlets() == 2
        right(3, unknown, "The Lock")
        assert outlets() == 3
        right(4, FIRST, "The Lock")  # the last correction holds
        assert outlets() == 2
        right(5, third, "The Quay")  # as it was
        assert outlets() == 2
        store.remove(unknown.document.id, "a test page", at=AT)
        assert outlets() == 2
        for number in (1, 2, 3, 4, 5):
            store.undo(f"jdg_{number}", at=AT)
        assert outlets() == 2
        assert store.sources("no such").total == 0


def test_an_older_file_is_counted_when_it_is_opened(path: Path) -> None:
    older = Connection(str(path), 1)
    bring_up_to_date(older, create=True, known=steps()[:9])
    older.run("INSERT INTO originals VALUES ('00', 1, x'00')")
    older.run("INSERT INTO texts VALUES ('00', 'x')")
    for number, outlet in enumerate(("The Quay", "The Pier"), 1):
        older.run(
            "INSERT INTO documents (number, id, outlet, version, added, read_by, bytes_sha256, text_sha256, record) "
            "VALUES (?, ?, ?, 1, ?, 'x', '00', '00', '{}')",
            number, f"doc_{number}", outlet, AT,
        )  # fmt: skip
        for place in (1, 2):
            older.run(
                "INSERT INTO attributions (id, document, position, content, source, naming, hops, mode, attitude, factuality, score) "
                "VALUES (?, ?, ?, 'x', 'a clerk', 'unnamed', 1, 'indirect', 'assertion', 'certain', 1.0)",
                f"att_{number}{place}", number, place,
            )  # fmt: skip
    bring_up_to_date(older, create=False)
    assert _counted(older) == _anew(older)
    assert _counted(older)[0] == [("a clerk", 4, 2, 2, 0)]
    older.close()
