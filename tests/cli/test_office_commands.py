"""`sayso check` and `sayso registry`, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.cli import main
from tests.models.english import needs_weights

TEXT = (
    "Ministry orders reports\n\nRussian Internal Affairs (MVD) Minister Vladimir Kolokoltsev met the board on Monday.\n\n"
    "The order came from MVD Head Alexander Bastrykin, a newspaper said.\n"
)


@pytest.fixture(autouse=True)
def _no_own_registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_REGISTRY", raising=False)


def test_find_by_spelling_and_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "find", "Колокольцев"]) == 0
    assert "Vladimir Kolokoltsev: Minister of Internal Affairs of Russia, since 2012-05-21" in capsys.readouterr().out
    assert main(["registry", "find", "MVD head", "--as-of", "2010-01-01"]) == 0
    out = capsys.readouterr().out
    assert "Rashid Nurgaliyev" in out and "Vladimir Kolokoltsev" not in out


def test_find_an_outlet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "find", "TASS", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["party"] == "Russia"


def test_nothing_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "find", "Nobody Whatever"]) == 1
    assert "nothing under" in capsys.readouterr().err


def test_show_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "show"]) == 0
    assert "tenures," in capsys.readouterr().out
    assert main(["registry", "show", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) >= 150


def test_import_takes_lists_and_leaves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text(
        "person,office,since,until,source\n"
        "Mira Dolan,Director of the Fish Board,1999,2004,Gazette 12\n"
        "Mira Dolan,ru-interior-minister,2014-01-01,,\n",
        encoding="utf-8",
    )
    assert main(["registry", "import", "a.csv", "--dry-run"]) == 3
    assert not Path("sayso-registry").exists()
    assert main(["registry", "import", "a.csv"]) == 3
    assert "conflict: Mira Dolan, Minister of Internal Affairs of Russia" in capsys.readouterr().out
    assert main(["registry", "find", "Fish Board"]) == 0
    assert "Mira Dolan" in capsys.readouterr().out


def test_a_file_that_is_no_registry(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("hello", encoding="utf-8")
    assert main(["registry", "import", "a.txt"]) == 1
    assert main(["registry", "import", "missing.csv"]) == 1
    assert "FollowTheMoney" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["registry"], ["registry", "find", "x", "--as-of", "May"], ["check"], ["check", "a", "--date", "2026"]],
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert main(arguments) == 2


@needs_weights
def test_a_red_check_is_status_4_with_its_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["check", "a.txt"]) == 4
    out = capsys.readouterr().out
    assert "MVD Head Alexander Bastrykin" in out and "Wikipedia" in out
    assert main(["check", "a.txt", "--json", "--date", "2025-01-15"]) == 4
    (record,) = json.loads(capsys.readouterr().out)
    levels = {check["level"] for check in record["checks"] if check["kind"] == "role-registry"}
    assert record["published"] == "2025-01-15" and levels == {"green", "red"}
    assert all(line["checked"] for check in record["checks"] if check["level"] == "red" for line in check["registry"])


@needs_weights
def test_a_text_without_an_alarm_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("The river rose again on Monday, and the mayor of Polje went home.\n", encoding="utf-8")
    assert main(["check", "a.txt"]) == 0
    assert main(["check", "missing.txt"]) == 1


@pytest.mark.parametrize("words", [[""], ["  ", "-"]])
def test_a_search_for_nothing_says_what_to_give(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(["registry", "find", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "sayso registry find" in err
