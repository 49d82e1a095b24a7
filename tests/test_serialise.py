"""A reading as JSON and CSV."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from sayso.domain.reading import Reading
from sayso.serialise import COLUMNS, csv_header, to_csv, to_json, to_record
from tests.builders import Text, addressed, flood


def _rows(reading: Reading) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(csv_header() + to_csv(reading), newline="")))


def test_record_has_the_keys_of_the_format_in_their_order() -> None:
    record = to_record(flood())
    assert list(record) == [
        "schema", "document", "attributions", "mentions", "parties", "places", "events", "checks", "model", "sayso",
        "notes",
    ]  # fmt: skip
    assert list(record["document"]) == [
        "id", "title", "outlet", "author", "url", "path", "published", "language", "text", "headline", "text_sha256",
        "bytes_sha256", "removed",
    ]  # fmt: skip
    attribution = record["attributions"][1]
    assert list(attribution) == ["id", "content", "mode", "attitude", "chain", "hedges", "factuality", "score"]
    assert list(attribution["chain"][0]) == [
        "source", "party", "name", "kind", "naming", "described", "cue", "stance", "addressee", "hedges", "factuality", "carried",
    ]  # fmt: skip
    assert list(attribution["chain"][0]["cue"]) == ["start", "end", "exact", "lemma"]


def test_every_span_points_at_its_words() -> None:
    record = to_record(flood())
    text = record["document"]["text"]
    found = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "start" in value:
                found.append(value)
                assert text[value["start"] : value["end"]] == value["exact"]
            for child in value.values():
                walk(child)
        elif isinstance(value, list):
            for child in value:
                walk(child)

    walk(record)
    assert len(found) > 10


def test_an_addressee_keeps_its_party() -> None:
    text = Text("She told the BBC that it rained.")
    hop = addressed(text.hop("She", "told"), text.span("the BBC"))
    record = to_record(text.reading(text.said("it rained", hop)))
    expected = {"start": 9, "end": 16, "exact": "the BBC", "party": "act_bbc"}
    assert record["attributions"][0]["chain"][0]["addressee"] == expected


def test_a_hop_that_nobody_stands_behind_has_a_null_source() -> None:
    text = Text("It reportedly rained.")
    hop = to_record(text.reading(text.said("rained", text.hop(None, "reportedly"))))["attributions"][0]["chain"][0]
    assert (hop["source"], hop["party"], hop["naming"]) == (None, None, "none")


@pytest.mark.parametrize("character", ["\ud800", "\u2028", "\u0085", "\x1b", "\x9b", "\n", "😀"])
def test_json_stays_one_line_of_utf8_and_gives_every_character_back(character: str) -> None:
    line = to_json({"text": f"a{character}b"})
    assert len(line.encode("utf-8").decode("utf-8").splitlines()) == 1
    assert json.loads(line) == {"text": f"a{character}b"}


def test_json_keeps_letters_of_other_scripts_readable() -> None:
    assert to_json("“сказал” — 説") == '"“сказал” — 説"'


def test_csv_has_one_row_a_hop_outermost_first() -> None:
    rows = [row for row in _rows(flood()) if row["hops"] == "2"]
    assert [(row["hop"], row["source"], row["cue"]) for row in rows] == [
        ("1", "The Harbour Institute", "reported"),
        ("2", "the insider", "claimed"),
    ]
    assert {row["content"] for row in rows} == {"that the mayor, possibly in May, hid the flood"}


def test_csv_leaves_hop_columns_empty_in_the_outlets_own_voice() -> None:
    (row,) = (row for row in _rows(flood()) if row["mode"] == "own-voice")
    empty = COLUMNS[COLUMNS.index("source") : COLUMNS.index("content")]
    assert row["hop"] == "" and row["hops"] == "0"
    assert all(row[column] == "" for column in empty)


def test_csv_joins_a_content_that_was_cut_in_two() -> None:
    text = Text('"Rain," he said, "and wind."')
    (row,) = _rows(text.reading(text.said(('"Rain,"', '"and wind."'), text.hop("he", "said"))))
    assert (row["content"], row["content_spans"]) == ('"Rain," … "and wind."', "0-7;17-28")


@pytest.mark.parametrize("content", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"])
def test_csv_disarms_formulas(content: str) -> None:
    text = Text(f"He said {content}")
    (row,) = _rows(text.reading(text.said(content, text.hop("He", "said"))))
    assert row["content"] == f"'{content}"


def test_csv_keeps_line_breaks_inside_their_cell() -> None:
    text = Text("He said a\rb\r\nc\nd")
    (row,) = _rows(text.reading(text.said("a\rb\r\nc\nd", text.hop("He", "said"))))
    assert row["content"] == "a\rb\r\nc\nd"


def test_notes_and_removed_words_stay_in_the_record() -> None:
    record = to_record(replace(flood(), notes=("The language is not read.",)))
    assert record["notes"] == ["The language is not read."]
    assert record["document"]["removed"][1] == {"exact": "Menu", "why": "navigation", "span": None}
