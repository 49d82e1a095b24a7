"""Citron's annotation form (BBC R&D) → gold documents: a JSON object a document, with its `text` and its `quotes`.

Each quote has a `cue` (a span), `sources` and `contents` (lists of spans); a span has `start`, `end` (code points, half-open) and
its words as `text`. Coreference is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import CorpusError
from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range

Json = Any


def is_citron(found: Json) -> bool:
    """Whether a JSON value has the two keys by which Citron's form is known."""
    return isinstance(found, dict) and isinstance(found.get("text"), str) and "quotes" in found


def read_json(path: Path) -> Json:
    """The value in a file. Raises CorpusError where it is no JSON in UTF-8."""
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{path} is no JSON in UTF-8: {error}.") from error


def read_citron(paths: Sequence[Path], root: Path) -> Iterator[GoldDocument]:
    """A document of each file, named by its path below `root`. Raises CorpusError that names the file and the quote."""
    for path in paths:
        found = read_json(path)
        if not is_citron(found):
            raise CorpusError(f"{path} is no document in Citron's form: an object with 'text' and 'quotes' is wanted.")
        quotes = found["quotes"]
        if not isinstance(quotes, list):
            raise CorpusError(f"{path}: 'quotes' is {type(quotes).__name__} and no list; nobody annotated this text.")
        marked = tuple(_quote(f"{path}, quote {n}", item, found["text"]) for n, item in enumerate(quotes))
        name = str(path.relative_to(root).with_suffix(""))
        yield GoldDocument(name, "citron", found["text"], marked, layers=frozenset({"attributions"}))


def _quote(where: str, quote: Json, text: str) -> GoldAttribution:
    if not isinstance(quote, dict) or not {"cue", "sources", "contents"} <= quote.keys():
        raise CorpusError(f"{where}: an object with 'cue', 'sources' and 'contents' is wanted.")
    cue = () if quote["cue"] is None else (_span(f"{where}, cue", quote["cue"], text),)
    source, content = (_spans(f"{where}, {role}", quote[role], text) for role in ("sources", "contents"))
    return GoldAttribution(source=source, cue=cue, content=content)


def _spans(where: str, spans: Json, text: str) -> tuple[Range, ...]:
    if not isinstance(spans, list):
        raise CorpusError(f"{where}: {spans!r} is no list of spans.")
    return tuple(sorted(_span(f"{where} {number}", span, text) for number, span in enumerate(spans)))


def _span(where: str, span: Json, text: str) -> Range:
    start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (None, None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise CorpusError(f"{where}: {span!r} is no range of the text, which has {len(text)} characters.")
    words = span.get("text")
    if isinstance(words, str) and words != text[start:end]:
        raise CorpusError(
            f"{where}: the span says {words[:40]!r}, the text has {text[start:end][:40]!r} there; "
            "offsets count characters (code points), not bytes or UTF-16 units."
        )
    return start, end
