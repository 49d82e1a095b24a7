"""A story's folder becomes documents and claims; what is wrong in it is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.domain.claim import RelayKind
from sayso.errors import CorpusError
from sayso.evaluate.story import find_stories, read_story

TEXT = "Rain fell, Ann said.\n\nRain fell again, Ben said.\n"


def write(folder: Path, **changes: Any) -> Path:
    """A story of two documents; `changes` replace fields of its only claim."""
    place = folder / "rain"
    place.mkdir()
    (place / "a.txt").write_text(TEXT, encoding="utf-8")
    (place / "b.txt").write_text("Дождь прошёл, сообщает «А».\n", encoding="utf-8")
    given = [
        {"file": "a.txt", "outlet": "A", "published": "2026-05-01", "url": "https://a.example/1"},
        {"file": "b.txt", "outlet": "B", "published": "2026-05-02", "url": "https://b.example/1", "language": "ru"},
    ]
    claim: dict[str, Any] = {
        "name": "rain",
        "passages": [{"file": "a.txt", "exact": "Rain fell", "at": 1}, {"file": "b.txt", "exact": "Дождь прошёл"}],
        "parties": [{"name": "Ann", "root": True}],
        "relays": [
            {"from": "Ann", "to": "a.txt", "how": ["names-it"]},
            {"from": "a.txt", "to": "b.txt", "how": ["translation"]},
        ],
    }
    (place / "documents.json").write_text(json.dumps(given), encoding="utf-8")
    (place / "truth.json").write_text(json.dumps({"claims": [{**claim, **changes}]}), encoding="utf-8")
    return place


def test_a_story_is_read(tmp_path: Path) -> None:
    write(tmp_path)
    (folder,) = find_stories(tmp_path)
    assert find_stories(folder) == [folder]
    story = read_story(folder)
    first, second = story.documents
    assert (first.document.outlet, first.document.published, first.data) == ("A", "2026-05-01", TEXT.encode())
    (claim,) = story.claims
    assert [(passage.start, passage.unread) for passage in claim.passages] == [(22, False), (0, True)]
    assert (claim.roots, claim.drift, claim.main) == (None, None, False)
    assert claim.relays is not None and claim.relays[1].how == {RelayKind.TRANSLATION}
    assert story.file_of()[second.document.id] == "b.txt"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"passages": [{"file": "a.txt", "exact": "Snow fell"}]}, "'Snow fell' is not in the text of a.txt"),
        ({"passages": [{"file": "a.txt", "exact": "Rain fell", "at": 2}]}, r"occurrence 2 .*'Rain fell'"),
        ({"passages": [{"file": "c.txt", "exact": "Rain fell"}]}, "'c.txt' is not in documents.json"),
        ({"relays": [{"from": "Eve", "to": "a.txt", "how": ["link"]}]}, "'Eve' is neither"),
        ({"relays": [{"from": "Ann", "to": "a.txt", "how": ["rumour"]}]}, "another form"),
        ({"passages": None}, "another form"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        read_story(write(tmp_path, **changes))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "b.txt").unlink()
    with pytest.raises(CorpusError, match=r"b\.txt"):
        read_story(folder)
    (folder / "documents.json").unlink()
    with pytest.raises(CorpusError, match=r"documents\.json"):
        read_story(folder)
    with pytest.raises(CorpusError, match="no story"):
        find_stories(tmp_path / "nowhere")
