"""Search over titles, texts and outlets, in any language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.errors import StoreError
from sayso.store.interface import State, Store
from tests.store.builders import AT, READ_BY, add, article

TEXTS = {
    "en": "About forty men were taken from the hostel, an aide said.",
    "ru": "Полиция задержала сорок мигрантов; «ещё не всё», сказал помощник мэра.",
    "fr": "Le préfet a démenti l’évacuation du barrage.",
    "de": "Der Fluß stieg in der STRASSE am Maximilianufer.",
    "zh": "水坝没有决堤，市长助理说。",
    "th": "เขื่อนไม่ได้พังทลาย",
    "ar": "قَالَ المُسَاعِدُ إنّ السدّ لم ينهر",
    "hi": "बाँध नहीं टूटा, सहायक ने कहा।",
    "ko": "댐은 무너지지 않았다고 보좌관이 말했다.",
}


@pytest.fixture
def library(store: Store) -> Store:
    """One document in each language."""
    for language, text in TEXTS.items():
        document = Document(f"doc_{language}", text, title=f"{language} title", outlet="The Quay", language=language)
        store.add(text.encode(), Reading(document, (), (), (), None), at=AT, read_by=READ_BY)
    return store


def _found(store: Store, search: str) -> set[str]:
    return {kept.document.id.removeprefix("doc_") for kept in store.documents(search=search)}


@pytest.mark.parametrize(
    ("search", "language"),
    [
        ("hostel", "en"),
        ("AIDE men", "en"),
        ('"forty men"', "en"),
        ("host*", "en"),
        ("мигрантов", "ru"),
        ("ПОЛИЦИЯ", "ru"),
        ("мигрант*", "ru"),
        ("еще", "ru"),
        ('"помощник мэра"', "ru"),
        ("prefet dementi", "fr"),
        ("strasse fluss", "de"),
        ("市长", "zh"),
        ("决堤，市长", "zh"),
        ("พัง", "th"),
        ("السد", "ar"),
        ("सहायक", "hi"),
        ("댐은", "ko"),
        ("zh quay", "zh"),
    ],
)
def test_words_are_found(library: Store, search: str, language: str) -> None:
    assert _found(library, search) == {language}


@pytest.mark.parametrize(
    "search",
    ["hostel barrage", '"men forty"', "hoste", "мигрант", "长市", "स", "AND", "title:hostel", "NEAR(men aide)"],
)
def test_others_are_not(library: Store, search: str) -> None:
    assert _found(library, search) == set()


@pytest.mark.parametrize(
    "search", ['"forty', "forty)(", "forty\0", "^forty", "-forty", "*forty", "forty'", 'for"ty" *']
)
def test_marks_in_a_search_do_no_harm(library: Store, search: str) -> None:
    assert _found(library, search) <= {"en"}


@pytest.mark.parametrize("search", ["", "  ", "*", '""', "…"])
def test_a_search_without_a_word_is_an_error(library: Store, search: str) -> None:
    with pytest.raises(StoreError, match="no word to search for"):
        list(library.documents(search=search))


def test_the_outlet_is_searched_and_a_title_weighs_more(store: Store) -> None:
    in_text, in_title = article("the weir broke"), article("nothing", title="Weir broke", outlet="The Pier")
    for reading in (in_text, in_title):
        add(store, reading)
    assert [kept.document for kept in store.documents(search="weir")] == [in_title.document, in_text.document]
    assert [kept.document for kept in store.documents(search="pier")] == [in_title.document]


def test_removed_documents_are_found_where_they_are_asked_for(store: Store) -> None:
    reading = article("the weir broke")
    add(store, replace(reading, attributions=()))
    store.remove(reading.document.id, "a test", at=AT)
    assert list(store.documents(search="weir")) == []
    assert [kept.state for kept in store.documents(state=None, search="weir")] == [State.REMOVED]
    assert [kept.state for kept in store.documents(state=State.REMOVED, search="weir")] == [State.REMOVED]


def test_only_so_many_are_looked_up_and_they_are_the_best(store: Store) -> None:
    for number in range(5):
        add(store, article("the dam would hold " + "dam " * number, url=f"https://quay.example/{number}", title="News"))
    every = [kept.document.id for kept in store.documents(search="dam")]
    assert len(every) == 5
    assert [kept.document.id for kept in store.documents(search="dam", most=2)] == every[:2]
    store.remove(every[0], "a test page", at=AT)
    assert [kept.document.id for kept in store.documents(search="dam", most=2)] == every[1:3]
    assert [kept.document.id for kept in store.documents(search="dam", state=State.REMOVED)] == every[:1]
    assert [kept.document.id for kept in store.documents(search="dam", state=None)] == every
