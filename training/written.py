"""Paragraphs written by hand for training (`training/written/*.txt`), marked as docs/annotation.md says.

``python -m training.written FILE…`` checks them: it prints what breaks a rule and ends with 1 if anything does.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.evaluate.gold import GoldAttribution, GoldDocument
from training.nested.markup import QUOTE_STYLES, STYLE_WEIGHTS, render

FOLDER: Final = Path(__file__).parent / "written"
_BREAK = re.compile(r"^---[^\n]*\n", re.MULTILINE)
_THAT_IN_CUE = re.compile(r"\bthat$")
_EDGES = " ,.;:"
_PREPOSITION = re.compile(
    r"\s(?!as much\b)(?:of|about|on|for|against|with|as|at)\b(?!\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)


def read_written(folder: Path = FOLDER, *, seed: int = 0) -> Iterator[GoldDocument]:
    """Every paragraph as a gold document; quotation marks in a style drawn anew with each `seed`."""
    rng = random.Random(seed)
    for path in sorted(folder.glob("*.txt")):
        for number, marked in enumerate(split(path.read_text(encoding="utf-8")), 1):
            style = rng.choices(QUOTE_STYLES, STYLE_WEIGHTS)[0]
            record = render(marked, style)
            yield GoldDocument(
                name=f"{path.stem}-{number}",
                corpus="written",
                text=record["text"],
                attributions=tuple(
                    GoldAttribution(*(tuple((s, e) for s, e in item[role]) for role in ("source", "cue", "content")))
                    for item in record["attributions"]
                ),
                layers=frozenset({"attributions", "nested", "inner"}),
            )


def split(text: str) -> list[str]:
    """The texts of a file, which lines of three hyphens part."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def faults(marked: str) -> list[str]:
    """What breaks a rule in one marked text; empty where nothing does."""
    try:
        record = render(marked, QUOTE_STYLES[0])
    except (AssertionError, IndexError, ValueError) as error:
        return [f"the marks do not close, or an attribution lacks cue or content: {error!r:.200}"]
    text, found = record["text"], []
    if re.search(r"\[[A-Z]|\]", text):
        found.append("a bracket is left in the text")
    for item in record["attributions"]:
        if len(item["source"]) > 1 or len(item["cue"]) > 1:
            found.append(f"more than one source or cue span: {[text[s:e] for s, e in item['source'] + item['cue']]}")
        (low, high) = item["cue"][0]
        cue = text[low:high]
        if _THAT_IN_CUE.search(cue):
            found.append(f"“that” belongs to the content: {cue!r}")
        for spans in item.values():
            for start, end in spans:
                if text[start] in _EDGES or text[end - 1] in " ,;:":
                    found.append(f"a mark begins or ends with punctuation: {text[start:end]!r}")
        parts = [*item["source"], *item["content"]]
        if any(s < high and low < e for s, e in parts):
            found.append(f"the cue {cue!r} lies in its own source or content")
        for source in item["source"]:
            if any(s < source[1] and source[0] < e for s, e in item["content"]):
                found.append(f"the source {text[slice(*source)]!r} lies in its own content")
        after = [s for s, _ in item["content"] if s >= high]
        if after and min(after) == high + 1 and _PREPOSITION.match(text, high):
            found.append(f"the preposition after {cue!r} belongs to the cue: {text[high : high + 20]!r}")
    return found


def main(arguments: list[str]) -> int:
    """Check files; counts to stdout, faults to stderr."""
    bad = 0
    for name in arguments or [str(path) for path in sorted(FOLDER.glob("*.txt"))]:
        texts = split(Path(name).read_text(encoding="utf-8"))
        depths: Counter[str] = Counter()
        for number, marked in enumerate(texts, 1):
            problems = faults(marked)
            bad += len(problems)
            for problem in problems:
                print(f"{name}: text {number}: {problem}\n    {marked[:120]}", file=sys.stderr)
            if not problems:
                depths["attributions"] += len(render(marked, QUOTE_STYLES[0])["attributions"])
        print(f"{name}: {len(texts)} texts, {depths['attributions']} attributions")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
