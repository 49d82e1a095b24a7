"""Strings of the nested gold find their places in the text."""

import json
from pathlib import Path

import pytest

from sayso.errors import CorpusError
from sayso.evaluate.nested import read_nested

TEXT = "He said that he left, Ann said. “He left,” she added."


def write(folder: Path, *attributions: dict[str, object]) -> Path:
    path = folder / "dev.json"
    path.write_text(json.dumps([{"name": "dev-01", "text": TEXT, "attributions": attributions}]), encoding="utf-8")
    return path


def test_a_string_is_its_first_occurrence_unless_told_otherwise(tmp_path: Path) -> None:
    chain = [
        {"source": "Ann", "cue": "said", "cue_at": 1, "carried": False},
        {"source": "He", "cue": "said", "carried": False},
    ]
    (document,) = read_nested(
        write(tmp_path, {"content": ["that he left", "left"], "content_at": [0, 1], "chain": chain})
    )
    (attribution,) = document.chains
    assert [TEXT[a:b] for a, b in attribution.content] == ["that he left", "left"]
    assert attribution.content[1][0] == TEXT.index("left,”")
    assert attribution.chain[0].cue == ((TEXT.index("said."), TEXT.index("said.") + 4),)
    assert attribution.chain[1].cue == ((3, 7),)
    assert document.gold.attributions[0].source == ((0, 2),)


def test_a_hop_may_lack_source_or_cue(tmp_path: Path) -> None:
    chain = [{"source": "Ann", "cue": None, "carried": True}, {"source": None, "cue": "added", "carried": False}]
    (document,) = read_nested(write(tmp_path, {"content": ["left"], "chain": chain}))
    assert document.chains[0].chain[0].cue == document.chains[0].chain[1].source == ()


@pytest.mark.parametrize(
    ("content", "where", "says"),
    [
        (["that she left"], {}, "dev-01: 'that she left' is not"),
        (["left"], {"content_at": [2]}, "occurrence 2 .*'left'"),
    ],
)
def test_a_string_that_is_not_there_is_named(
    tmp_path: Path, content: list[str], where: dict[str, object], says: str
) -> None:
    path = write(tmp_path, {"content": content, "chain": [], **where})
    with pytest.raises(CorpusError, match=says):
        list(read_nested(path))


@pytest.mark.parametrize("text", ["{}", "[1]", '[{"name": "a"}]', "no JSON"])
def test_another_form_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "dev.json").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"dev\.json"):
        list(read_nested(tmp_path / "dev.json"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"gone\.json"):
        list(read_nested(tmp_path / "gone.json"))
