"""Paragraphs with their full chains, written for this project: `evaluation/nested/{dev,heldout}.json` → gold.

A list of objects `name`, `text`, `attributions`; each attribution has `content` (the exact words, one string a span)
and a `chain` of hops with `source`, `cue` (exact words or null) and `carried`. A string stands for its first occurrence
in `text`; `content_at` (one number a string), `source_at` and `cue_at` say which other one, counted from 0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import CorpusError
from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range
from sayso.evaluate.scores import Chained, Link

_LAYERS = frozenset({"attributions", "nested"})


@dataclass(frozen=True, slots=True)
class NestedDocument:
    """A gold document and the chain of each of its attributions, in the same order."""

    gold: GoldDocument
    chains: tuple[Chained, ...]


def read_nested(path: Path) -> Iterator[NestedDocument]:
    """Every paragraph of `path`; `CorpusError` names the paragraph and the string that is not in it."""
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be read ({error.strerror}); it belongs to the project's repository."
        ) from error
    except ValueError as error:
        raise CorpusError(f"{path} is no JSON in UTF-8: {error}") from error
    if not isinstance(items, list):
        raise CorpusError(f"{path} holds no JSON list.")
    for number, item in enumerate(items):
        try:
            yield _document(item)
        except (KeyError, TypeError, AttributeError) as error:
            raise CorpusError(
                f"{path}, item {number}: not the form that a paragraph should have ({error!r})."
            ) from error


def _document(item: dict[str, Any]) -> NestedDocument:
    name, text = item["name"], item["text"]
    chains: list[Chained] = []
    for attribution in item["attributions"]:
        words = attribution["content"]
        places = attribution.get("content_at") or [0] * len(words)
        if len(places) != len(words):
            raise CorpusError(f"{name}: {len(words)} strings of content but {len(places)} numbers in content_at.")
        content = tuple(_find(name, text, exact, at or 0) for exact, at in zip(words, places, strict=True))
        chain = tuple(
            Link(_hop(name, text, hop, "source"), _hop(name, text, hop, "cue")) for hop in attribution["chain"]
        )
        chains.append(Chained(content, chain))
    attributions = tuple(
        GoldAttribution(chained.chain[-1].source, chained.chain[-1].cue, chained.content)
        for chained in chains
        if chained.chain
    )
    return NestedDocument(GoldDocument(name, "nested", text, attributions, layers=_LAYERS), tuple(chains))


def _hop(name: str, text: str, hop: dict[str, Any], role: str) -> tuple[Range, ...]:
    exact = hop[role]
    return () if exact is None else (_find(name, text, exact, hop.get(f"{role}_at") or 0),)


def _find(name: str, text: str, exact: str, occurrence: int) -> Range:
    """The range of the `occurrence`-th place at which `exact` begins."""
    if not isinstance(exact, str) or not exact:
        raise CorpusError(f"{name}: {exact!r} is no string that could stand in a text.")
    start = -1
    for _ in range(occurrence + 1):
        start = text.find(exact, start + 1)
        if start < 0:
            which = f"occurrence {occurrence} (counted from 0) of " if occurrence else ""
            raise CorpusError(f"{name}: {which}{exact!r} is not in its text.")
    return start, start + len(exact)
