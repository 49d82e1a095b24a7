"""Invented stories in which the passages of each claim are marked → stories that can be read and scored.

`training/stories/README.md` gives the form: `[[3 words]]` is a passage of claim 3; a passage may lie in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.evaluate.story import Story, make_document, read_claims

FOLDER = Path(__file__).parent / "stories"

_DOCUMENT = re.compile(r"^== (?P<file>[^|\n]+) \| (?P<outlet>[^|\n]+) \| (?P<published>[^|\n]+)\n", re.MULTILINE)
_MARK = re.compile(r"\[\[(?P<claim>\d+)\s|\]\]")


def read_marked(folder: Path = FOLDER) -> Iterator[Story]:
    """Every story of a folder, by name. Raises CorpusError, and ValueError where a mark is not closed or its claim unknown."""
    for path in sorted(folder.glob("*.txt")):
        yield read_marked_story(path)


def read_marked_story(path: Path) -> Story:
    """The story in a file; its claims bear their numbers as names, the first is the main one."""
    head, *parts = _DOCUMENT.split(path.read_text(encoding="utf-8"))
    names = re.findall(r"^# (\d+): ", head, re.MULTILINE)
    claims: dict[str, list[dict[str, object]]] = {name: [] for name in names}
    documents = []
    for file, outlet, published, marked in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        where = f"{path.name}, {file.strip()}"
        text, passages = unmark(marked.strip() + "\n", where)
        given = {"outlet": outlet.strip(), "published": published.strip(), "language": "en"}
        documents.append(make_document(file.strip(), text.encode(), given))
        for claim, start, end in passages:
            if claim not in claims:
                raise ValueError(f"{where}: claim {claim} does not stand in the story's head.")
            exact = text[start:end]
            before = sum(1 for at in range(start) if text.startswith(exact, at))
            claims[claim].append({"file": file.strip(), "exact": exact, "at": before})
    items = [
        {"name": name, "main": name == names[0], "passages": passages} for name, passages in claims.items() if passages
    ]
    return Story(path.stem, tuple(documents), read_claims(path.stem, items, documents))


def unmark(marked: str, where: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and each passage's claim, start and end in it, in order of their ends."""
    found: list[tuple[str, int, int]] = []
    opened: list[tuple[str, int]] = []
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["claim"] is not None:
            opened.append((match["claim"], len(text)))
        elif not opened:
            raise ValueError(f"{where}: a mark is closed that was not opened, after {text[-40:]!r}.")
        else:
            claim, start = opened.pop()
            found.append((claim, start, len(text)))
    if opened:
        raise ValueError(f"{where}: the mark of claim {opened[-1][0]} is not closed.")
    return text + marked[at:], found
