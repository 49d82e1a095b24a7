"""The index that candidates come from: who holds a key. A key is kept as a number, 64 bits of its hash."""

from __future__ import annotations

import json
import struct
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.numbers import attribution_number, document_number


@lru_cache(maxsize=1024)  # asked for to look up a statement's like, and again to keep it
def key_number(key: str) -> int:
    """A key's number: of 30 million keys, fewer than one pair in ten thousand stores has the same one twice."""
    return int.from_bytes(blake2b(key.encode("utf-8", "backslashreplace"), digest_size=8).digest(), "big", signed=True)


def packed_numbers(numbers: str) -> bytes:
    """A JSON list of numbers as `held_keys` has them."""
    found = json.loads(numbers)
    return struct.pack(f"<{len(found)}q", *found)


def put(connection: Connection, holder: str, keys: Iterable[str], *, most: int | None) -> None:
    """Give an attribution, or a document, these keys in the place of those it had; without those that `most` hold already."""
    with connection.together():
        number = _holder(connection, holder)
        _drop(connection, number)
        numbers = list(dict.fromkeys(map(key_number, keys)))
        if most is not None:
            held = _shared(connection, numbers, most)
            numbers = [key for key in numbers if held.get(key, 0) < most]
        if numbers:
            connection.run_many("INSERT INTO key_holders VALUES (?, ?)", ((key, number) for key in numbers))
            connection.run("INSERT INTO held_keys VALUES (?, ?)", number, struct.pack(f"<{len(numbers)}q", *numbers))


def with_keys(connection: Connection, keys: Iterable[str], *, most: int, enough: int | None) -> dict[str, list[str]]:
    """Who holds each key, unless more than `most` do: no key costs more than that many rows."""
    with connection.snapshot():
        found = holders(connection, keys, most=most, enough=enough)
        ids = _ids(connection, {holder for those in found.values() for holder in those})
    return {key: [ids[holder] for holder in those] for key, those in found.items()}


def holders(connection: Connection, keys: Iterable[str], *, most: int, enough: int | None) -> dict[str, list[int]]:
    """`with_keys` by the numbers of the holders: attributions first, then documents, whose numbers are negative, each the oldest first."""
    named = {key_number(key): key for key in keys}
    # Each list is read once, and no further than it takes to know that too many share the key.
    rows = connection.rows(
        "SELECT value, (SELECT group_concat(holder) FROM (SELECT holder FROM key_holders WHERE key = value LIMIT ?2)) "
        "FROM json_each(?1)",
        json.dumps(list(named)), most + 1,
    )  # fmt: skip
    listed: dict[int, str] = {number: joined for number, joined in rows if joined is not None}
    counts = {number: joined.count(",") + 1 for number, joined in listed.items()}
    chosen: set[int] = set()
    seen = 0
    for number in sorted(counts, key=lambda number: (counts[number], named[number])):
        if counts[number] > most or (enough is not None and seen >= enough):
            break
        chosen.add(number)
        seen += counts[number]
    return {key: _in_turn(listed[number]) for number, key in named.items() if number in chosen}


def _in_turn(joined: str) -> list[int]:
    """A list of holders as numbers: attributions before documents, the oldest of each first."""
    numbers = sorted(map(int, joined.split(",")))
    if (
        numbers[0] > 0
    ):  # hardly a document holds keys; a key for each number to sort by took half the time of reading the lists
        return numbers
    first = bisect_right(numbers, 0)
    return numbers[first:] + numbers[:first][::-1]


def leave(connection: Connection, document: int) -> None:
    """Take the keys of a document and of its attributions away."""
    _drop(connection, -document)
    for (number,) in connection.rows("SELECT number FROM attributions WHERE document = ?", document):
        _drop(connection, number)


def forget(connection: Connection) -> None:
    """Take all keys away."""
    connection.run("DELETE FROM key_holders")
    connection.run("DELETE FROM held_keys")


def _holder(connection: Connection, id: str) -> int:
    return -document_number(connection, id) if id.startswith("doc_") else attribution_number(connection, id)


def _shared(connection: Connection, keys: list[int], most: int) -> dict[int, int]:
    """How many hold each key that anybody holds; no more than `most` are counted."""
    rows = connection.rows(
        "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM key_holders WHERE key = value LIMIT ?2)) FROM json_each(?1)",
        json.dumps(keys), most,
    )  # fmt: skip
    return {key: count for key, count in rows if count}


def _ids(connection: Connection, holders: Iterable[int]) -> dict[int, str]:
    numbers = sorted(holders)
    found: dict[int, str] = dict(
        connection.rows_in("SELECT number, id FROM attributions WHERE number IN ({})", _positive(numbers))
    )
    documents = connection.rows_in(
        "SELECT number, id FROM documents WHERE number IN ({})", _positive(-n for n in numbers)
    )
    return found | {-number: id for number, id in documents}


def _positive(numbers: Iterable[int]) -> list[int]:
    return [number for number in numbers if number > 0]


def _drop(connection: Connection, holder: int) -> None:
    packed = connection.value("SELECT keys FROM held_keys WHERE holder = ?", holder)
    if packed is not None:
        keys = struct.unpack(f"<{len(packed) // 8}q", packed)
        connection.run_many("DELETE FROM key_holders WHERE key = ? AND holder = ?", ((key, holder) for key in keys))
        connection.run("DELETE FROM held_keys WHERE holder = ?", holder)
