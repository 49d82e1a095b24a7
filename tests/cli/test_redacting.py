"""`--redact` and `--replaced`, as a person runs them. The text is invented."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from sayso.cli import main
from tests.models.english import needs_weights

TEXT = "Gate closed\n\nThe gate was shut, said Joan Tyson, 71, who lives at 4 Mill Lane. Mayor Ana Rao denied it.\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "joan-tyson.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place


@needs_weights
def test_names_show_on_your_own_screen_and_not_when_redacted(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", page.name]) == 0
    assert "Joan Tyson" in capsys.readouterr().out
    assert main(["read", page.name, "--redact", "--json", "--replaced", "key.json"]) == 0
    out = capsys.readouterr()
    assert "yson" not in out.out + out.err
    assert "Mill Lane" not in out.out
    assert "Ana Rao" in out.out
    assert "1 private person and 1 contact replaced; listed in key.json." in out.err
    key = json.loads(Path("key.json").read_text(encoding="utf-8"))
    assert key["persons"][0]["names"] == ["Joan Tyson"]
    assert key["contacts"] == [{"as": "[address 1]", "was": "4 Mill Lane"}]
    assert stat.S_IMODE(Path("key.json").stat().st_mode) == 0o600


def test_the_list_never_goes_where_the_output_goes(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", page.name, "--redact", "--replaced", "-"]) == 1
    assert "names would stand beside their replacements" in capsys.readouterr().err
    assert main(["read", page.name, "--replaced", "key.json"]) == 1
    assert "Add --redact." in capsys.readouterr().err


@needs_weights
def test_raw_bytes_cannot_be_redacted_and_drawings_are_unless_told(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", page.name, "--store", "a.db", "--quiet"]) == 0
    capsys.readouterr()
    assert main(["documents", "--json", "--store", "a.db"]) == 0
    id = json.loads(capsys.readouterr().out)[0]["id"]
    assert main(["show", id, "--raw", "--redact", "--store", "a.db"]) == 1
    assert "Leave one of the two out" in capsys.readouterr().err
    assert main(["trace", "The gate was shut.", "--store", "a.db", "--svg", "a.svg"]) == 0
    assert "Joan Tyson" in capsys.readouterr().out
    assert "Tyson" not in Path("a.svg").read_text(encoding="utf-8")
    assert main(["trace", "The gate was shut.", "--store", "a.db", "--svg", "a.svg", "--with-names"]) == 0
    assert "Joan Tyson" in Path("a.svg").read_text(encoding="utf-8")
