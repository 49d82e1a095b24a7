"""Domain packs: what comes with sayso can be used, and a faulty one says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli import main
from sayso.errors import PackError
from sayso.packs import DEFAULT_PACK, find_packs, load_pack, read_pack, shipped_packs

ASKED = """raid detention document-check forced-registration coerced-contract threat case-opened case-reopened charge
citizenship-granted citizenship-revoked deportation conscription-summons sent-to-front release death protest denial
official-statement media-order meeting new-law""".split()

PACK = """
id = "weather"
title = "Weather"
language = "en"
[[type]]
id = "flood"
plover = "COERCE"
definition = "A river leaves its bed."
examples = ["The river flooded the square."]
near_misses = ["He was flooded with letters."]
[[type.verb]]
words = "flood, burst its banks"
"""


def test_what_was_asked_for_is_there() -> None:
    assert {type.id for type in load_pack(DEFAULT_PACK).types} >= set(ASKED)
    assert shipped_packs() == ("coerced-recruitment", "protest")


@pytest.mark.parametrize("name", shipped_packs())
def test_what_comes_with_sayso_is_complete(name: str) -> None:
    pack = load_pack(name)
    assert pack.id == name
    for type in pack.types:
        assert type.examples and type.near_misses and type.cues and type.definition.endswith("."), type.id


def test_places_are_a_verbs_or_a_nouns_unless_told() -> None:
    (flood,) = read_pack(PACK, "weather", origin="test").types
    (cue,) = flood.cues
    assert cue.words == ("flood", "burst its banks")
    assert (cue.actor, cue.recipient) == (("subject",), ("object",))
    assert flood.acled is None and flood.mode is None


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('id = "flood"', 'id = "Flood water"', "write small letters and hyphens"),
        ('plover = "COERCE"', 'plover = "WETTEN"', "'WETTEN'; write CATEGORY"),
        ('plover = "COERCE"', 'plover = "COERCE"\nacled = "Floods"', "Event type/Sub-event type"),
        ('plover = "COERCE"', 'plover = "COERCE"\ncolour = "blue"', "unknown key 'colour'"),
        ("words =", "word =", "words of a verb cue of type 'flood' is missing"),
        ('words = "flood, burst its banks"', 'words = "flood"\nactor = "left"', "'left' is no place"),
        ('words = "flood, burst its banks"', 'words = "flood"\nneeds = ["water"]', "in one string"),
        ("[[type.verb]]", "[[type.adverb]]", "has no cue"),
        ('["He was flooded with letters."]', "[]", "near_misses of type 'flood': give at least one"),
    ],
)
def test_a_fault_is_said_with_its_place(before: str, after: str, says: str) -> None:
    assert before in PACK
    with pytest.raises(PackError, match=says):
        read_pack(PACK.replace(before, after, 1), "weather.toml", origin="test")


def test_all_faults_are_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "weather.toml"
    file.write_text(PACK.replace('plover = "COERCE"', 'plover = "WETTEN"').replace('title = "Weather"', ""))
    assert main(["pack", "check", str(file)]) == 4
    said = capsys.readouterr().err
    assert "WETTEN" in said and "title is missing" in said


def test_a_file_serves_as_a_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "weather.toml"
    file.write_text(PACK)
    (pack,) = find_packs([str(file), str(file)])
    assert pack.origin == str(file)
    assert main(["pack", "check", str(file)]) == 0
    assert "1 types, 2 cues" in capsys.readouterr().out
    assert main(["packs", str(file)]) == 0
    assert "flood" in capsys.readouterr().out


def test_an_unknown_pack_names_those_that_there_are() -> None:
    with pytest.raises(PackError, match="comes with: coerced-recruitment, protest"):
        load_pack("nosuch")


def test_packs_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "protest", "--json"]) == 0
    assert '"sub_event_type": "Peaceful protest"' in capsys.readouterr().out
