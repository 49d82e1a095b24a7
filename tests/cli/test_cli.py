"""The command line, in front of a pipeline that only pretends to read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from sayso.cli import main
from sayso.domain.attribution import Attitude
from sayso.domain.reading import Reading
from sayso.errors import ModelError
from sayso.rendering.progress import Progress
from tests.builders import TEXT, Text, flood


@dataclass(frozen=True)
class Skipped:
    """As in sayso.pipeline."""

    input: str
    reason: str
    code: str


class FakePipeline(ModuleType):
    """Answers every input with what `outcomes` holds for it, else with a reading of the flood."""

    def __init__(self) -> None:
        super().__init__("sayso.pipeline")
        self.outcomes: dict[str, Reading | Skipped | BaseException] = {}
        self.calls: list[SimpleNamespace] = []
        self.closed = False

    def read_inputs(self, inputs: Sequence[str], **settings: object) -> Iterator[Reading | Skipped]:
        self.calls.append(SimpleNamespace(inputs=list(inputs), **settings))
        try:
            for name in inputs:
                outcome = self.outcomes.get(name, flood())
                if isinstance(outcome, BaseException):
                    raise outcome
                yield outcome
        finally:
            self.closed = True

    def count_inputs(self, inputs: Sequence[str]) -> int | None:
        return len(inputs)

    class Reader:
        def __init__(self, threads: int | None = None, packs: object = None) -> None:
            self.threads = threads

        def read_text(self, text: str, path: str | None = None) -> Reading:
            return Text(text).reading()


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake)
    return fake


Captured = pytest.CaptureFixture[str]
PDF = Skipped("x.pdf", "This is a PDF.", "not-text")


# What is printed


def test_a_table_is_printed_unless_something_else_is_asked(pipeline: FakePipeline, capsys: Captured) -> None:
    assert main(["read", "a.txt"]) == 0
    assert "Through whom" in capsys.readouterr().out


def test_json_of_one_input_is_one_object(pipeline: FakePipeline, capsys: Captured) -> None:
    assert main(["read", "a.txt", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "sayso.reading/1"


def test_json_of_several_inputs_is_an_array(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "b.txt", "--json"])
    assert [record["document"]["text"] for record in json.loads(capsys.readouterr().out)] == [TEXT, TEXT]


def test_json_of_a_folder_is_an_array(pipeline: FakePipeline, capsys: Captured, tmp_path: Path) -> None:
    main(["read", str(tmp_path), "--json"])
    assert len(json.loads(capsys.readouterr().out)) == 1


@pytest.mark.parametrize("inputs", [["x.pdf"], ["x.pdf", "x.pdf"]])
def test_json_of_nothing_is_an_empty_array(pipeline: FakePipeline, capsys: Captured, inputs: list[str]) -> None:
    pipeline.outcomes["x.pdf"] = PDF
    assert main(["read", *inputs, "--json"]) == (1 if len(inputs) == 1 else 3)
    assert json.loads(capsys.readouterr().out) == []


def test_jsonl_is_one_record_a_line(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "b.txt", "--jsonl"])
    assert [json.loads(line)["schema"] for line in capsys.readouterr().out.splitlines()] == ["sayso.reading/1"] * 2


def test_csv_has_one_header_for_all_documents(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "b.txt", "--csv"])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [row[0] for row in rows].count("document") == 1
    assert len(rows) == 1 + 2 * 5


def test_text_in_a_pipe_is_marked_with_characters(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "--text"])
    assert "⟦The Harbour Institute⟧" in capsys.readouterr().out


def test_several_texts_have_their_names_above_them(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "b.txt", "--text"])
    assert capsys.readouterr().out.count("Mayor hid the flood, aide says ─") == 2


def test_removed_lists_what_was_not_text(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "--removed"])
    assert "“Menu”  navigation" in capsys.readouterr().out


def test_a_document_with_a_lone_surrogate_is_printed_in_every_form(pipeline: FakePipeline, capsys: Captured) -> None:
    text = Text("He said \ud800.")
    pipeline.outcomes["a.txt"] = text.reading(text.said("\ud800.", text.hop("He", "said")), path="\udcff.txt")
    for form in ([], ["--text"], ["--json"], ["--jsonl"], ["--csv"]):
        assert main(["read", "a.txt", *form]) == 0
        capsys.readouterr().out.encode()


def test_notes_are_not_lost_in_csv(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes["a.txt"] = replace(flood(), notes=("The language is not read.",))
    main(["read", "a.txt", "--csv"])
    assert "flood.txt: The language is not read." in capsys.readouterr().err


# Which of it


def test_eventualities_are_shown_with_all_and_always_in_data(pipeline: FakePipeline, capsys: Captured) -> None:
    text = Text("He plans to go.")
    pipeline.outcomes["a.txt"] = text.reading(
        text.said("to go", text.hop("He", "plans"), attitude=Attitude.EVENTUALITY)
    )
    found = {}
    for form in ("--removed", "--all", "--text", "--json", "--csv"):
        main(["read", "a.txt", form])
        found[form] = "to go" in capsys.readouterr().out.replace('"text": "He plans to go."', "").replace(
            "He plans to go.\n", ""
        )
    assert found == {"--removed": False, "--all": True, "--text": False, "--json": True, "--csv": True}


def test_source_and_score_select_in_data_too(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "--json", "--source", "insider"])
    assert len(json.loads(capsys.readouterr().out)["attributions"]) == 1
    main(["read", "a.txt", "--json", "--min-score", "0.95"])
    assert json.loads(capsys.readouterr().out)["attributions"] == []


# What is handed on


def test_urls_are_fetched_only_when_allowed(pipeline: FakePipeline) -> None:
    main(["read", "https://example.org/a"])
    main(["read", "https://example.org/a", "--fetch"])
    assert [call.fetch for call in pipeline.calls] == [False, True]


def test_all_cores_unless_told(pipeline: FakePipeline) -> None:
    main(["read", "a.txt"])
    main(["read", "a.txt", "--workers", "2"])
    assert [call.workers for call in pipeline.calls] == [None, 2]


def test_standard_input_is_handed_on_only_where_it_is_asked_for(
    pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"He said."))
    monkeypatch.setattr(sys, "stdin", stdin)
    main(["read", "-"])
    main(["read", "a.txt"])
    assert [call.stdin for call in pipeline.calls] == [stdin.buffer, None]


# Messages and exit status


def test_skipped_inputs_are_named_with_their_reason(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes["x.pdf"] = PDF
    assert main(["read", "a.txt", "b.txt", "x.pdf"]) == 3
    assert capsys.readouterr().err == "2 documents read, 1 skipped: x.pdf (This is a PDF)\n"


def test_many_skipped_inputs_stand_one_a_line(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes |= {"x.pdf": PDF, "y": Skipped("y\x1b[2J", "No text in it.", "empty")}
    assert main(["read", "x.pdf", "y"]) == 3
    assert capsys.readouterr().err == (
        "0 documents read, 2 skipped:\n  x.pdf (This is a PDF)\n  y␛[2J (No text in it)\n"
    )


def test_a_reason_that_names_its_input_stands_alone(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes["x.pdf"] = Skipped("x.pdf", "x.pdf is a PDF.", "not-text")
    main(["read", "x.pdf"])
    assert capsys.readouterr().err == "0 documents read, 1 skipped: x.pdf is a PDF\n"


def test_quiet_still_lists_what_was_skipped(pipeline: FakePipeline, capsys: Captured) -> None:
    main(["read", "a.txt", "--quiet"])
    assert capsys.readouterr().err == ""
    pipeline.outcomes["x.pdf"] = PDF
    main(["read", "x.pdf", "--quiet"])
    assert "x.pdf" in capsys.readouterr().err


def test_an_expected_failure_is_one_sentence(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes["a.txt"] = ModelError("The weights are missing; install sayso again.")
    assert main(["read", "a.txt"]) == 1
    assert capsys.readouterr().err == "sayso: The weights are missing; install sayso again.\n"


def test_a_fault_is_no_traceback_unless_debugging(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes["a.txt"] = ZeroDivisionError("by zero")
    assert main(["read", "a.txt"]) == 1
    error = capsys.readouterr().err
    assert "ZeroDivisionError: by zero" in error and "Traceback" not in error
    with pytest.raises(ZeroDivisionError):
        main(["read", "a.txt", "--debug"])


def test_ctrl_c_ends_the_workers_and_says_so(pipeline: FakePipeline, capsys: Captured) -> None:
    pipeline.outcomes["a.txt"] = KeyboardInterrupt()
    assert main(["read", "a.txt"]) == 130
    assert pipeline.closed
    assert capsys.readouterr().err == "\nsayso: stopped.\n"


def test_a_reader_that_goes_away_is_no_error_message(
    pipeline: FakePipeline, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: str) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(sys.stdout, "write", gone)
    assert main(["read", "a.txt", "b.txt", "--jsonl"]) == 141
    assert capsys.readouterr().err == ""
    assert pipeline.closed


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["shout"],
        ["read", "a", "--json", "--csv"],
        ["read", "a", "--min-score", "2"],
        ["read", "a", "--min-score", "nan"],
        ["read", "a", "--min-score", "high"],
        ["read", "a", "--workers", "0"],
        ["read", "a", "--workers", "two"],
        ["read", "a", "--jso"],
        ["evaluate", "polnear"],
        ["evaluate", "stories"],
        ["evaluate", "gold", "--sample", "0"],
    ],
)
def test_wrong_usage_is_2_and_names_the_help(pipeline: FakePipeline, capsys: Captured, arguments: list[str]) -> None:
    assert main(arguments) == 2
    out, error = capsys.readouterr()
    assert out == "" and "--help'" in error
    assert pipeline.calls == []


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["evaluate", "--help"]])
def test_help_has_examples(capsys: Captured, arguments: list[str]) -> None:
    assert main(arguments) == 0
    assert "  sayso " in capsys.readouterr().out


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("sayso ")


# The other commands


def test_demo_reads_the_shipped_texts_and_ends(pipeline: FakePipeline, capsys: Captured) -> None:
    assert main(["demo"]) == 0
    assert {Path(name).suffix for name in pipeline.calls[0].inputs} <= {".txt", ".html"}
    assert len(pipeline.calls[0].inputs) > 1
    assert "Through whom" in capsys.readouterr().out


# What it costs


@pytest.mark.parametrize("arguments", [["--help"], ["read", "a.txt", "--json"], ["read", "a.txt", "--csv"]])
def test_rich_and_the_model_are_not_imported_where_they_are_not_needed(arguments: list[str]) -> None:
    code = f"""
import sys, types
fake = types.ModuleType("sayso.pipeline")
fake.read_inputs = lambda inputs, **settings: iter(())
fake.count_inputs = len
sys.modules["sayso.pipeline"] = fake
from sayso.cli import main
main({arguments!r})
assert not sys.modules.keys() & {{"rich", "typer", "onnxruntime", "numpy", "tokenizers"}}
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr


# Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_silent_in_a_pipe() -> None:
    stream = io.StringIO()
    progress = Progress(stream, 3)
    progress.show(1)
    progress.wipe()
    assert stream.getvalue() == ""


def test_progress_counts_on_a_terminal_and_wipes_its_line() -> None:
    stream = _Terminal()
    progress = Progress(stream, 3)
    progress.show(1)
    progress.wipe()
    assert stream.getvalue() == "\r\x1b[KReading … 1 of 3\r\x1b[K"
