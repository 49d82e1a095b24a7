"""Brat standoff with PolNeAR's labels → gold documents.

`T` lines are spans (`;` between the fragments of a discontinuous one) labelled Source, Cue or Content; `E` lines join a
source, a cue and a content. Other labels and other lines are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import CorpusError
from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range

ROLES = ("Source", "Cue", "Content")
LOOKED_AT = 20
"""Letters of a mark's words that are held against the text, so that offsets that do not fit are noticed."""

_DIGITS = "0123456789"
_BLANKS = re.compile(r"\s+")


def read_standoff(texts: Path, marks: Path, corpus: str) -> Iterator[GoldDocument]:
    """Each `NAME.txt` of `texts` with `NAME.ann` of `marks`, or the first `NAME_….ann`, in order of their names.

    Of several annotators the first counts. Raises CorpusError that names the file and the line.
    """
    for path in sorted(texts.glob("*.txt")):
        annotations = [*marks.glob(f"{_plain(path.stem)}.ann"), *sorted(marks.glob(f"{_plain(path.stem)}_*.ann"))]
        if not annotations:
            raise CorpusError(f"{path} has no {path.stem}.ann (nor {path.stem}_….ann) in {marks}.")
        text = _decoded(path)
        yield GoldDocument(
            name=path.stem,
            corpus=corpus,
            text=text,
            attributions=tuple(_read_attributions(annotations[0], text)),
            layers=frozenset({"attributions"}),
        )


def _plain(stem: str) -> str:
    """A file's name in which glob's own characters stand for themselves."""
    return re.sub(r"([*?\[])", r"[\1]", stem)


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{path} is not in UTF-8 ({error.reason} at byte {error.start}); convert it first."
        ) from error


def _read_attributions(path: Path, text: str) -> Iterator[GoldAttribution]:
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[tuple[int, list[tuple[str, str]]]] = []
    for number, line in enumerate(_decoded(path).split("\n"), 1):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue  # the tail of a mark whose words hold a line break
        if fields[0].startswith("T"):
            spans[fields[0]] = _spans(f"{path}, line {number}", fields, text)
        elif fields[0].startswith("E"):
            events.append(
                (number, [(role, key) for role, _, key in (part.partition(":") for part in fields[1].split())])
            )
    for number, event in events:
        roles: dict[str, list[Range]] = defaultdict(list)
        for role, key in event:
            if key not in spans:
                raise CorpusError(f"{path}, line {number}: {role}:{key} points to no T line of the file.")
            roles[role.rstrip(_DIGITS)].extend(spans[key])
        if roles["Cue"] or roles["Content"]:
            source, cue, content = (tuple(sorted(roles[role])) for role in ROLES)
            yield GoldAttribution(source=source, cue=cue, content=content)


def _spans(where: str, fields: list[str], text: str) -> tuple[Range, ...]:
    _, _, offsets = fields[1].partition(" ")
    try:
        found = tuple((int(start), int(end)) for start, end in (piece.split() for piece in offsets.split(";")))
    except ValueError as error:
        raise CorpusError(f"{where}: {fields[1]!r} is no label with offsets (Label 0 4;9 12).") from error
    for start, end in found:
        if not 0 <= start < end <= len(text):
            raise CorpusError(f"{where}: {start} {end} is no range of the text, which has {len(text)} characters.")
    if len(fields) > 2:
        here, marked = ("".join(_BLANKS.split(words)) for words in ("".join(text[a:b] for a, b in found), fields[2]))
        if here[:LOOKED_AT] != marked[:LOOKED_AT] and not here.startswith(marked):
            raise CorpusError(
                f"{where}: the mark says {fields[2][:40]!r}, the text has {text[found[0][0] : found[0][1]][:40]!r} there; "
                "offsets count characters (code points) of the text as it is, its line ends too."
            )
    return found
