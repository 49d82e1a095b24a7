"""CLEF CheckThat! task 2: claims that were checked, posts, and which claim each post makes, as the files of 2020 and 2021 lay them out."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import CorpusError

FOLDERS = ("checkthat2020", "checkthat2021", "checkthat")
_CLAIMS = ("verified_claims.docs.tsv", "vclaims.tsv", "vclaims", "verified_claims")
_ID, _TEXT, _TITLE = ("vclaim_id", "id", ""), ("vclaim", "claim", "text"), ("title", "headline")


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim that somebody checked, and the title of the page that does."""

    id: str
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Posts:
    """One part: posts by id, and the ids of the claims that each makes. A post of which no claim is known is in `posts` only."""

    part: str
    posts: Mapping[str, str]
    gold: Mapping[str, frozenset[str]]


def find_checkthat(data: Path) -> Path:
    """The folder that holds the claims: `data`, or `checkthat2020/` in it. Raises CorpusError."""
    for folder in (data, *(data / name for name in FOLDERS)):
        if any((folder / name).exists() for name in _CLAIMS):
            return folder
    raise CorpusError(
        f"checkthat: {data} holds no {_CLAIMS[0]} and no folder checkthat2020 with one; give the folder that does."
    )


def read_claims(folder: Path) -> list[Checked]:
    """The claims in the order of the file: a table with columns vclaim_id, vclaim, title, or a folder with a JSON object a claim."""
    place = next(folder / name for name in _CLAIMS if (folder / name).exists())
    try:
        if place.is_dir():
            found = [_claim(json.loads(file.read_bytes()), file.stem) for file in sorted(place.rglob("*.json"))]
            found += [claim for file in sorted(place.glob("*.tsv")) for claim in _table(file)]
        else:
            found = _table(place)
    except (OSError, ValueError, AttributeError, csv.Error) as error:
        raise CorpusError(f"checkthat: {place} cannot be read: {error}") from error
    if not found:
        raise CorpusError(f"checkthat: no claim in {place}.")
    return found


def read_posts(folder: Path, part: str) -> Posts:
    """The posts of a part and what they claim. Raises CorpusError."""
    place = folder / part
    tables = _files(place, ("tweets.queries.tsv",), ("*quer*.tsv", "*tweets*.tsv"))
    answers = _files(place, ("tweet-vclaim-pairs.qrels",), ("*.qrels", "*qrels*.tsv"))
    if not tables or not answers:
        missing = "tweets.queries.tsv" if not tables else "tweet-vclaim-pairs.qrels"
        raise CorpusError(f"checkthat: {place} holds no {missing}. Give a folder with it, or another --part.")
    try:
        posts = {row[0].strip(): row[1] for row in _rows(tables[0])[1:] if len(row) > 1}
        gold: dict[str, set[str]] = {}
        for row in (line.split() for line in answers[0].read_text(encoding="utf-8-sig").splitlines()):
            if len(row) == 4 and row[3].isdigit() and int(row[3]) > 0:  # a header's last cell is no number
                gold.setdefault(row[0], set()).add(row[2])
    except (OSError, ValueError, csv.Error) as error:
        raise CorpusError(f"checkthat: {place} cannot be read: {error}") from error
    return Posts(part, posts, {post: frozenset(claims) for post, claims in gold.items() if post in posts})


def has_part(folder: Path, part: str) -> bool:
    """Whether the folder holds a part with posts and answers."""
    return (folder / part / "tweet-vclaim-pairs.qrels").exists() and (folder / part / "tweets.queries.tsv").exists()


def _files(folder: Path, names: Sequence[str], patterns: Sequence[str]) -> list[Path]:
    named = [folder / name for name in names if (folder / name).is_file()]
    return named or [
        file
        for pattern in patterns
        for file in sorted(folder.glob(pattern))
        if "qrels" not in file.name or "qrels" in pattern
    ]


def _rows(file: Path) -> list[list[str]]:
    csv.field_size_limit(sys.maxsize)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.reader(lines, delimiter="\t") if row]


def _table(file: Path) -> list[Checked]:
    """Rows of a table by the names of its columns; the id's may be empty (2020)."""
    header, *rows = _rows(file)
    keys = [name.strip().lower() for name in header]
    return [_claim(dict(zip(keys, row, strict=False)), str(number)) for number, row in enumerate(rows)]


def _claim(values: Mapping[str, object], otherwise: str) -> Checked:
    text = _first(values, _TEXT)
    if not text:
        raise ValueError(f"claim {_first(values, _ID) or otherwise} has no text")
    return Checked(_first(values, _ID) or otherwise, text, _first(values, _TITLE))


def _first(values: Mapping[str, object], names: Iterable[str]) -> str:
    return next((str(values[name]).strip() for name in names if values.get(name) not in (None, "")), "")
