"""The documentation, held against the code: what exists is written down, and what is written down exists.

The outputs shown are not compared: int8 rounds differently between processors. That their commands parse is checked.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.cli import main
from sayso.cli.arguments import command_parser
from sayso.cli.main import COMMANDS
from sayso.domain.attribution import Attitude, Factuality, Mode, Naming, PartyKind, Stance
from sayso.domain.claim import Access, DriftKind, FlagKind, RelayKind
from sayso.domain.event import Event, Reality
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.reading import CheckKind, Level, Reading
from sayso.domain.span import Span
from sayso.evaluate.corpora import CORPORA
from sayso.serialise import COLUMNS, lineage_record, to_record
from tests.builders import TEXT, Text, addressed, flood
from tests.extract.events.telling import one
from tests.rendering.builders import sluice

ROOT = Path(__file__).resolve().parent.parent
# Three folders named, and no walk over the rest: caches and environments hold pages of others.
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "training" / "README.md"])
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
_OUTPUT = re.compile(r"<!-- output: (.+?) -->\n?(.{0,3})")


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _options(command: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    assert main([command, "--help"]) == 0
    usage = capsys.readouterr().out.partition("\nexamples:")[0].partition("\nexample:")[0]
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", usage))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_written_down(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", _page("docs/command.md")))
    assert _options(command, capsys) - written == set()


def _everything() -> Reading:
    """A reading with every kind of value in it, so that every key appears."""
    text = Text()
    hop = addressed(text.hop("Critics", "doubt", hedges=("possibly",)), text.span("the mayor"))
    said = text.said("The river rose again on Monday.", hop)
    return Reading(
        flood().document,
        (said,),
        (Mention(Span.of(TEXT, 0, 5), MentionKind.TITLE),),
        flood().checks,
        flood().model,
        ("A note.",),
        events=(_told(),),
    )


def _told() -> Event:
    """An event with every kind of value in it."""
    return one("Police detained at least 40 men in Kazan on Monday.", place=["Kazan"])


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


@pytest.mark.parametrize("name", sorted({*_keys(to_record(_everything())), *COLUMNS}))
def test_every_key_and_column_is_in_the_format(name: str) -> None:
    assert re.search(rf"`{re.escape(name)}(?:\[\])?`|\.{re.escape(name)}\[\]`", _page("docs/format.md"))


@pytest.mark.parametrize("kind", [*CheckKind, *Stance, *Attitude, *Factuality, *Naming, *PartyKind, *Mode, *Level])
def test_every_value_is_explained(kind: str) -> None:
    assert f"`{kind}`" in _page("docs/reading.md")


@pytest.mark.parametrize("kind", list(MentionKind))
def test_every_kind_of_mention_is_in_the_format(kind: str) -> None:
    assert f"`{kind}`" in _page("docs/format.md")


@pytest.mark.parametrize("kind", list(Reality))
def test_every_reality_is_explained(kind: str) -> None:
    assert f"`{kind}`" in _page("docs/events.md")


@pytest.mark.parametrize("value", [*RelayKind, *Access, *DriftKind, *FlagKind])
def test_every_value_of_a_lineage_is_explained(value: str) -> None:
    assert f"`{value}`" in _page("docs/lineage.md")


@pytest.mark.parametrize("key", sorted({*_keys(lineage_record(sluice().lineage(roots_min=1)))}))
def test_every_key_of_a_lineage_is_in_its_format(key: str) -> None:
    assert re.search(rf"`{key}(?:\[\])?`", _page("docs/lineage.md").partition("## As data")[2])


@pytest.mark.parametrize("corpus", list(CORPORA))
def test_every_corpus_is_written_down(corpus: str) -> None:
    assert f"`{corpus}`" in _page("docs/evaluation.md")
    assert f"`{corpus}`" in _page("docs/command.md")


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made of their words."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8"))):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        assert other.exists(), f"{target} leads nowhere"
        assert not anchor or anchor in _anchors(other), f"{target}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_with_an_output_exist(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for command, after in _OUTPUT.findall(page.read_text(encoding="utf-8")):
        program, *arguments = shlex.split(command)
        assert program == "sayso", command
        options = command_parser().parse_args(arguments)
        assert after == "```", f"no output stands below: {command}"
        for name in getattr(options, "inputs", []):
            assert Path(name).exists(), f"{name} in: {command}"


def test_the_example_in_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    example = re.search(r"^```python\n(.*?)^```", _page("README.md"), re.MULTILINE | re.DOTALL)
    assert example is not None
    exec(example.group(1), {})
    assert "CT+" in capsys.readouterr().out


def test_the_examples_of_the_page_on_python_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    page = _page("docs/python.md")
    exec("".join(re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)), {})
    shown = re.search(r"^```text\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert capsys.readouterr().out == f"{shown.group(1)}2\n1\n"
    assert {name for name in sayso.__all__ if name[0].islower()} <= set(re.findall(r"[a-z_]+", page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_nothing_is_left_to_be_filled_in(page: Path) -> None:
    assert re.findall(r"TBD-[A-Z0-9-]+", page.read_text(encoding="utf-8")) == []
