"""A bare pronoun is no party: no source of its own, not found by name, and counted for its outlet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.domain.attribution import Naming
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.store.opening import open_store
from sayso.store.overviews import Wanted
from sayso.store.sqlite import documents
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.names import tells_party
from sayso.store.sqlite.schema import bring_up_to_date, steps
from sayso.store.sqlite.store import SqliteStore
from tests.store.builders import AT, READ_BY, add, article, lineage, page

NAMED = article(url="https://quay.example/dam")


def _said_by(words: str, naming: Naming = Naming.UNNAMED, name: str | None = None) -> Reading:
    """An article that says of who speaks nothing but these words."""
    reading = article(url="https://pier.example/dam", outlet="The Pier", title="Dam")
    first, *others = reading.attributions
    hop = replace(first.chain[0], source=Span(0, len(words), words), name=name, naming=naming, party=None)
    return replace(reading, attributions=(replace(first, chain=(hop,)), *others))


PRONOUN = _said_by("We", Naming.COLLECTIVE)


@pytest.fixture
def store(path: Path) -> SqliteStore:
    return SqliteStore(path, create=True, wait=1)


def _names(store: SqliteStore) -> list[str]:
    return [line.name for line in store.sources().items]


def test_a_pronoun_is_no_source_and_is_counted_for_its_outlet(store: SqliteStore) -> None:
    add(store, NAMED)
    add(store, PRONOUN)
    assert _names(store) == ["Harbour Institute"]
    assert store.quoted("We").total == 0
    assert store.untold() == 1
    assert {line.name: line.untold for line in store.outlets().items} == {"The Quay": 0, "The Pier": 1}


@pytest.mark.parametrize(("words", "name"), [("WHO", "WHO"), ("a clerk", None), ("She", "Ida Lenz")])
def test_a_name_or_a_description_is_a_source(store: SqliteStore, words: str, name: str | None) -> None:
    add(store, _said_by(words, Naming.NAMED if name else Naming.UNNAMED, name))
    assert _names(store) == [name or words]
    assert store.untold() == 0


def test_who_is_not_told_follows_what_happens_to_the_document(store: SqliteStore) -> None:
    add(store, PRONOUN)
    id = PRONOUN.document.id
    store.remove(id, "a test page", at=AT)
    assert store.untold() == 0
    store.restore(id)
    assert store.untold() == 1
    store.judge(Judgement("jdg_1", JudgementKind.CORRECT, id, None, "outlet", "The Lock", None, "Ada", AT, None))
    assert [(line.name, line.untold) for line in store.outlets().items] == [("The Lock", 1)]
    store.undo("jdg_1", at=AT)
    put_right = _said_by("We", Naming.NAMED, "Harbour Institute")
    store.relabel(put_right)
    assert (_names(store), store.untold()) == (["Harbour Institute"], 0)
    store.relabel(PRONOUN)
    assert (_names(store), store.untold()) == ([], 1)


def test_claims_are_not_found_by_a_pronoun_as_their_source(store: SqliteStore) -> None:
    story = lineage(NAMED, PRONOUN)
    first, second = story.attributions
    root = replace(story.roots[1], name="we", naming=Naming.COLLECTIVE)
    story = replace(
        story, attributions=(first, replace(second, chain=("collective: We",))), roots=(story.roots[0], root)
    )
    for reading in (NAMED, PRONOUN):
        add(store, reading)
        store.assign(reading.attributions[0].id, story.claim.id)
    store.put_lineage(story)
    assert store.summaries(Wanted(source="We")).total == 0
    assert store.summaries(Wanted(source="insider")).total == 1


@pytest.mark.parametrize(
    ("name", "tells"), [("collective: We", False), ("unnamed: a clerk", True), ("nobody named", True)]
)
def test_what_stands_before_a_hops_name_does_not_count(name: str, tells: bool) -> None:
    assert tells_party(name) is tells


def test_an_older_store_forgets_its_pronouns(path: Path) -> None:
    older = Connection(str(path), 1)
    bring_up_to_date(older, create=True, known=steps()[:14])
    for reading in (NAMED, PRONOUN):
        documents.add(older, page(reading.document.text), reading, at=AT, read_by=READ_BY, vectors={})
    older.run("UPDATE attributions SET source = 'We', outermost = 'We' WHERE naming = 'collective'")
    older.run("INSERT INTO names VALUES (1, 'party', 'collective: We', 'we'), (2, 'party', 'Wells', 'wells')")
    assert older.value("SELECT count(*) FROM sources_counted") == 2
    older.close()
    with open_store(path, create=False) as store:
        assert [line.name for line in store.sources().items] == ["Harbour Institute"]
        assert store.untold() == 1
        assert {line.name: line.untold for line in store.outlets().items} == {"The Quay": 0, "The Pier": 1}
    left = Connection(str(path), 1)
    assert left.rows("SELECT name FROM names WHERE sort = 'party'") == [("Wells",)]
    left.close()
