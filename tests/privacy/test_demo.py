"""No private name of the demo texts in any output of any command: searched for, in every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import sayso
from sayso.cli import main
from sayso.domain.reading import Reading
from sayso.pipeline import Reader
from tests.models.english import needs_weights

DEMO = Path(sayso.__file__).parent / "demo"
PRIVATE = (
    "Oleg Artyom Velichko Jasur Ergashev Livshin Dina Ushakova Kolesov Tyson Ilnur Rafik Zaripov Khalil Gainutdin Naila Fanis Galimov "
    "Anton Berezin Saniya Akhmetova Akhmetov Dmitri Faleev Farrukh Nazirov Nazirova Rukhshona Aslan Marina"
).split()
"""Every private person of the thirteen texts, by each word of the name; written down by a person who read the texts."""
PUBLIC = ("Alla Remizova", "Stanislav Gorchak", "Inna Dolzhenko", "Viktor Sablin", "Nurlan Toktobaev")
_NAMES = re.compile(rf"\b(?:{'|'.join(PRIVATE)})(?:s\b|'|’|\b)", re.IGNORECASE)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The demo texts, read once for all forms of output."""
    reader = Reader(1)
    return [reader.read(str(path)) for path in sorted(DEMO.glob("*")) if path.suffix in {".txt", ".html"}]


@pytest.fixture
def _read_already(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.pipeline.read_inputs", lambda *_args, **_options: iter(readings))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments, "--redact", "--workers", "1"]) in {0, 3, 4}
    out = capsys.readouterr()
    return out.out + out.err


@needs_weights
@pytest.mark.usefixtures("_read_already")
@pytest.mark.parametrize(
    "arguments",
    [
        ("read", str(DEMO)),
        ("read", str(DEMO), "--all", "--removed"),
        ("read", str(DEMO), "--text"),
        ("read", str(DEMO), "--json"),
        ("read", str(DEMO), "--csv"),
        ("check", str(DEMO), "--all"),
        ("check", str(DEMO), "--json"),
        ("demo",),
    ],
    ids=" ".join,
)
def test_no_private_name_is_read_out(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, *arguments)
    assert _NAMES.findall(out) == []
    assert "Person 1" in out or arguments[0] == "check"


@needs_weights
@pytest.mark.usefixtures("_read_already")
def test_redacted_records_hold_together(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "read", str(DEMO), "--jsonl", "--quiet")
    assert _NAMES.findall(out) == []
    shown = 0
    for line in out.splitlines():
        if not line.startswith("{"):
            continue
        record = json.loads(line)
        text = record["document"]["text"]
        for span in _spans({key: value for key, value in record.items() if key != "document"}):
            assert text[span["start"] : span["end"]] == span["exact"]
            shown += 1
    assert shown > 1000
    assert all(name in out for name in PUBLIC)


def _spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "exact"} <= value.keys() else []
        return own + [span for inner in value.values() for span in _spans(inner)]
    return [span for inner in value for span in _spans(inner)] if isinstance(value, list) else []


@needs_weights
def test_no_private_name_comes_out_of_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ("--store", str(tmp_path / "a.db"))
    assert _NAMES.findall(run(capsys, "add", str(DEMO), *store)) == []
    for arguments in (
        ("documents",), ("documents", "--json", "--all"), ("documents", "--turned-away"), ("claims",), ("claims", "--json"),
        ("judgements",), ("judgements", "--json"), ("parties",), ("parties", "--all"), ("parties", "--json"), ("parties", "a"),
    ):  # fmt: skip
        assert _NAMES.findall(run(capsys, *arguments, *store)) == []
    listed = run(capsys, "documents", "--json", "--quiet", *store)
    documents = re.findall(r'"id": "(doc_\w+)"', listed)
    assert len(documents) == 14  # the folder holds a README too
    drawing = tmp_path / "drawing.svg"
    for document in documents:
        for form in (("--text",), ("--json",)):
            assert _NAMES.findall(run(capsys, "show", document, *form, *store)) == []
        for form in (("--evidence",), ("--json",), ("--svg", str(drawing))):
            capsys.readouterr()
            main(["trace", document, *form, *store, "--redact"])
            out = capsys.readouterr()
            assert _NAMES.findall(out.out + out.err) == []
            if drawing.exists():
                assert _NAMES.findall(drawing.read_text(encoding="utf-8")) == []
    capsys.readouterr()
    main(["trace", "Nobody said that Farrukh Nazirov sells onions on Mars.", *store, "--redact"])
    assert _NAMES.findall("".join(capsys.readouterr())) == []
