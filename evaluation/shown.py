"""The outputs that the documentation shows, held against what comes out now: `python -m evaluation.shown [PAGE…]`.

A page says above a block which command it shows: `<!-- output: sayso read FILE -->`. Lines of the block are looked for among the
lines that the command prints; `…` stands for what was left out, and JSON, which is shortened by hand, is not looked at. No test of the
suite: int8 rounds differently between processors. Prints what no longer comes out, and ends with 1 where anything does not.
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORIES = Path("build/stories.db")
"""A store of the invented stories, as `make desk` makes it; a command that names it is run as the comment has it."""
LEFT_OUT = "…"
WRAPPED = 60
"""Characters from which on a line may be a stretch of a longer one."""
SLOW = ("sayso evaluate",)
_BLOCK = re.compile(r"<!-- output: (?P<command>.+?) -->\n```console\n(?P<shown>.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page: the commands that make its output, and the lines that it shows of it."""

    page: str
    commands: tuple[str, ...]
    lines: tuple[str, ...]


def blocks_of(page: str, text: str) -> Iterator[Block]:
    """The blocks of a page's text that say which command they show."""
    for found in _BLOCK.finditer(text):
        lines = [line.rstrip() for line in found["shown"].splitlines()]
        typed = [line[2:] for line in lines if line.startswith("$ sayso ")]
        commands = [found["command"]] if str(STORIES) in found["command"] else typed or [found["command"]]
        shown = [line for line in lines if line.strip() not in ("", LEFT_OUT) and not line.startswith("$ ")]
        yield Block(page, tuple(commands), tuple(shown))


def missing(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """The lines that are shown and not printed, whatever their number and their order.

    An ellipsis ends a line that was cut; a long line may be a stretch of one that the page has wrapped.
    """
    whole = {line.rstrip() for line in printed}

    def comes_out(line: str) -> bool:
        if line in whole:
            return True
        if line.endswith(LEFT_OUT):
            return any(other.startswith(line.removesuffix(LEFT_OUT).rstrip()) for other in whole)
        return len(line) >= WRAPPED and any(line in other for other in whole)

    return [line for line in shown if not comes_out(line)]


def _printed(commands: Sequence[str]) -> list[str]:
    """What these commands print on both streams, and their statuses."""
    lines: list[str] = []
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)], cwd=ROOT, capture_output=True, text=True, check=False
        )  # fmt: skip
        lines += [*done.stdout.splitlines(), *done.stderr.splitlines(), str(done.returncode)]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.shown", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "pages", nargs="*", default=["README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))]
    )
    parser.add_argument("--slow", action="store_true", help=f"run {' and '.join(SLOW)} too (minutes)")
    options = parser.parse_args(arguments)
    gone = 0
    for page in options.pages:
        for block in blocks_of(page, (ROOT / page).read_text(encoding="utf-8")):
            if not options.slow and any(command.startswith(SLOW) for command in block.commands):
                continue
            if any(str(STORIES) in command for command in block.commands) and not (ROOT / STORIES).exists():
                (ROOT / STORIES).parent.mkdir(exist_ok=True)
                made = [sys.executable, "evaluation/trace_stories.py", str(STORIES)]
                subprocess.run(made, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            lost = missing(block.lines, _printed(block.commands))
            gone += len(lost)
            for line in lost:
                print(f"{page}: {block.commands[-1]}\n    {line}")
    print(f"{gone} lines that are shown do not come out." if gone else "Every line that is shown comes out.")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
