"""Readings as compact JSON and back, without loss.

A value is an object of its fields; one that has its default is left out, so that a field which is added to the domain
later reads as its default from an older store. A span is [start, end], and carries its words only where they are not what stands
there in the document's text. The text itself is kept elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.domain.attribution import Attribution
from sayso.domain.correction import Correction
from sayso.domain.document import Document
from sayso.domain.event import Event
from sayso.domain.reading import Reading
from sayso.domain.span import Span

_LONE = re.compile("[\ud800-\udfff]")
_Unpack = Callable[[Any, str], Any]
"""Of a value that is the same in JSON there is none: a page of events has thousands of them."""


def document_record(document: Document) -> str:
    """A document without its text."""
    return _to_json(_pack_fields(document, document.text, without=("text",)))


def reading_record(reading: Reading) -> str:
    """A reading without its document, and without its events, which are found anew with the packs of whoever asks."""
    return _to_json(_pack_fields(reading, reading.document.text, without=("document", "events")))


def event_record(event: Event) -> str:
    """An event with all its words, so that it can be read without its document's text."""
    return _to_json(_pack_fields(event, ""))


def read_event_record(record: str) -> Event:
    """The event that was recorded. Raises ValueError, KeyError or TypeError where that cannot be."""
    return Event(**_unpack_fields(Event, json.loads(record), ""))


def read_document_record(record: str, text: str) -> Document:
    """The document that was recorded. Raises ValueError, KeyError or TypeError where that cannot be."""
    return Document(**_unpack_fields(Document, json.loads(record), text), text=text)


def read_reading_record(record: str, document: Document) -> Reading:
    """The reading that was recorded. Raises ValueError, KeyError or TypeError where that cannot be."""
    return Reading(**_unpack_fields(Reading, json.loads(record), document.text), document=document)


def read_attribution_record(record: str, document: Document, positions: Iterable[int]) -> dict[int, Attribution]:
    """Some attributions of the reading that was recorded, by their places from 0; the others are not unpacked, which takes most of the time.

    Raises ValueError, KeyError, TypeError or IndexError where that cannot be.
    """
    packed = json.loads(record)["attributions"]
    return {
        position: Attribution(**_unpack_fields(Attribution, packed[position], document.text)) for position in positions
    }


def corrections_record(corrections: tuple[Correction, ...]) -> str:
    """What analysts put right."""
    return _to_json(_pack(corrections, ""))


def read_corrections_record(record: str) -> tuple[Correction, ...]:
    """What was recorded. Raises ValueError, KeyError or TypeError where that cannot be."""
    return tuple(Correction(**_unpack_fields(Correction, item, "")) for item in json.loads(record))


def _to_json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _LONE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _pack(value: Any, text: str) -> Any:
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool:  # nearly all that there is
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Span):
        place = [int(value.start), int(value.end)]
        there = value.start >= 0 and text[value.start : value.end] == value.exact
        return place if there else [*place, value.exact]
    if isinstance(value, tuple):
        return [_pack(item, text) for item in value]
    if is_dataclass(value):
        return _pack_fields(value, text)
    if isinstance(value, date):
        return value.isoformat()
    # A model's float32 is no JSON number.
    return value if isinstance(value, int) else float(value)


def _pack_fields(value: Any, text: str, without: tuple[str, ...] = ()) -> dict[str, Any]:
    packed = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        item = getattr(value, name)
        if name not in without and (default is MISSING or item != default):
            packed[name] = _pack(item, text)
    return packed


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


def _unpack_fields(kind: Any, packed: dict[str, Any], text: str) -> dict[str, Any]:
    return _unpack_each(_unpackers(kind), packed, text)


def _unpack_each(unpackers: dict[str, _Unpack | None], packed: dict[str, Any], text: str) -> dict[str, Any]:
    found = {}
    for name, item in packed.items():
        if name in unpackers:
            unpack = unpackers[name]
            found[name] = item if unpack is None else unpack(item, text)
    return found


@cache
def _unpackers(kind: Any) -> dict[str, _Unpack | None]:
    hints = get_type_hints(kind)
    return {field.name: _unpacker(hints[field.name]) for field in fields(kind)}


@cache
def _unpacker(hint: Any) -> _Unpack | None:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (_unpacker(choice) for choice in get_args(hint) if choice is not NoneType)
        return None if inner is None else lambda item, text: None if item is None else inner(item, text)
    if get_origin(hint) is tuple:
        each = _unpacker(get_args(hint)[0])
        if each is None:
            return lambda items, _text: tuple(items)
        return lambda items, text: tuple([each(item, text) for item in items])
    if hint is Span:
        return _unpack_span
    if hint is date:
        return lambda item, _text: date.fromisoformat(item)
    kind: Any = hint
    if is_dataclass(hint):
        unpackers = _unpackers(kind)
        return lambda item, text: kind(**_unpack_each(unpackers, item, text))
    if issubclass(hint, StrEnum):
        members = {member.value: member for member in hint}
        return lambda item, _text: members[item]
    if hint is float:
        return lambda item, _text: float(item)
    return None


def _unpack_span(item: list[Any], text: str) -> Span:
    start, end, *exact = item
    return Span(start, end, exact[0] if exact else text[start:end])
