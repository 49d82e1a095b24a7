"""`sayso evaluate` on invented corpora, with a reader that finds what it is told to find."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sayso.cli import main
from sayso.domain.reading import Reading
from tests.builders import TEXT, flood

Captured = pytest.CaptureFixture[str]
CLAIM = "that the insider claimed that the mayor, possibly in May, hid the flood"


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads the flood, whatever it is given."""

    class Reader:
        def __init__(self, threads: int | None = None, packs: object = None) -> None:
            pass

        def read_text(self, text: str) -> Reading:
            assert text == TEXT
            return flood()

    fake = ModuleType("sayso.pipeline")
    fake.Reader = Reader  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake)


def span(words: str) -> dict[str, object]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One text in Citron's form: what the Institute reported, with another cue, and a quotation that nobody finds."""
    quotes = [
        {"sources": [span("The Harbour Institute")], "cue": span("reported that"), "contents": [span(CLAIM)]},
        {"sources": [], "cue": span("again"), "contents": [span("The river rose")]},
    ]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps({"text": TEXT, "quotes": quotes}), encoding="utf-8")
    return tmp_path / "gold"


def test_a_folder_is_scored_by_what_is_in_it(gold: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(gold)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("gold: Citron's form, outermost attributions\n1 texts, ")
    assert "full chains" not in out


def test_the_figures_as_json(gold: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(gold), "--json"]) == 0
    measures = json.loads(capsys.readouterr().out)["measures"]
    assert (measures["content exact"]["right"], measures["cue exact"]["right"]) == (1, 0)


def test_every_difference_from_gold_is_written_and_counted(gold: Path, capsys: Captured, tmp_path: Path) -> None:
    assert main(["evaluate", str(gold), "--errors", str(tmp_path / "errors.jsonl")]) == 0
    lines = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["role"], line["kind"], line["missing"]) for line in lines] == [
        ("cue", "shorter", ["that"]),
        ("attribution", "extra", []),
        ("attribution", "missed", ["The river rose"]),
    ]
    assert "together" in capsys.readouterr().err


def test_a_sample_is_the_same_every_time(gold: Path, tmp_path: Path) -> None:
    file = tmp_path / "errors.jsonl"
    drawn = set()
    for _ in range(2):
        assert main(["evaluate", str(gold), "--errors", str(file), "--sample", "1", "--seed", "7", "--quiet"]) == 0
        drawn.add(file.read_text(encoding="utf-8"))
    assert len(drawn) == 1
    assert len(drawn.pop().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["polnear", "--data", "nowhere"], "nowhere/polnear/dev/text is not there"),
        (["nowhere"], "There is no corpus and no folder 'nowhere'"),
        (["./nowhere"], "nowhere is no folder; give one with texts in PolNeAR's"),
    ],
)
def test_what_is_wrong_with_a_corpus_is_said(arguments: list[str], reason: str, capsys: Captured) -> None:
    assert main(["evaluate", *arguments]) == 1
    assert reason in capsys.readouterr().err
