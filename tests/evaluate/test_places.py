"""Scores of places, on an invented corpus laid out as TR-News and LGL are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.domain.place import Area, PlaceCandidate, PlaceForm, PlaceKind, PlaceMention
from sayso.domain.span import Span
from sayso.errors import CorpusError
from sayso.evaluate.places import distance, evaluate_places, places_to_json, render_places
from sayso.evaluate.toponyms import read_toponyms

TEXT = "In Tarn and Quarry the mill closed; Moor is silent, Nosuch too."
CORPUS = f"""<articles><article docid="1"><url>http://example.org/a</url><text><![CDATA[{TEXT}]]></text><toponyms>
<toponym><start>3</start><end>7</end><phrase>Tarn</phrase><gaztag><lat>50</lat><lon>30</lon><country geonameid="7">Lugovia</country></gaztag></toponym>
<toponym><start>12</start><end>18</end><phrase>Quarry</phrase><gaztag><lat>10</lat><lon>90</lon></gaztag></toponym>
<toponym><start>36</start><end>40</end><phrase>Moor</phrase></toponym>
<toponym><start>52</start><end>58</end><phrase>Nosuch</phrase><gaztag><lat>1</lat><lon>1</lon></gaztag></toponym>
</toponyms></article></articles>"""


def mention(start: int, end: int, point: tuple[float, float] | None) -> PlaceMention:
    country = Area("geonames:7", "Lugovia", PlaceKind.COUNTRY)
    candidates = (
        () if point is None else (PlaceCandidate("geonames:1", "X", PlaceKind.TOWN, *point, (country,), 1.0, ()),)
    )
    return PlaceMention(Span.of(TEXT, start, end), PlaceForm.NAME, candidates, "Why.")


def resolve(text: str, spans: Sequence[tuple[int, int]], url: str | None) -> list[PlaceMention]:
    return [mention(start, end, None if text[start:end] == "Nosuch" else (50.1, 30.1)) for start, end in spans]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "geoparsing").mkdir()
    (tmp_path / "geoparsing" / "lgl.xml").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def test_misses_stay_in_the_denominator_and_gaps_of_the_gazetteer_are_counted(data: Path) -> None:
    (scores,) = evaluate_places(data, resolve, lambda name: [(10.0, 90.0)] if name == "Quarry" else [])
    assert scores.corpus == "LGL"
    assert (scores.toponyms, scores.near, scores.unresolved, scores.lacking, scores.without_point) == (3, 1, 1, 1, 1)
    assert (scores.with_country, scores.right_country) == (1, 1)
    assert scores.figures() == {"LGL within 161 km": pytest.approx(1 / 3), "LGL right country": 1.0}


def test_end_to_end(data: Path) -> None:
    said = [mention(3, 7, (50.1, 30.1)), mention(19, 27, (0.0, 0.0))]
    (scores,) = evaluate_places(data, resolve, lambda name: [], lambda text: said)
    assert (scores.marked, scores.found, scores.said, scores.said_right, scores.whole) == (4, 1, 2, 1, 1)
    table = render_places([scores])
    assert "82.7" in table and "from plain text" in table
    assert json.loads(places_to_json([scores]))["corpora"]["LGL"]["found_near"] == 1


def test_places_marked_beside_their_words_are_put_right(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(CORPUS.replace("<start>3<", "<start>9<"), encoding="utf-8")
    (text,) = read_toponyms(file)
    assert (text.toponyms[0].start, text.toponyms[0].end) == (3, 7)


def test_a_folder_without_a_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="TR-News"):
        evaluate_places(tmp_path, resolve, lambda name: [])


def test_a_damaged_corpus(data: Path) -> None:
    (data / "geoparsing" / "lgl.xml").write_text("<articles>", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be read"):
        evaluate_places(data, resolve, lambda name: [])


def test_distance() -> None:
    assert distance((55.75, 37.62), (59.94, 30.31)) == pytest.approx(634, abs=5)
