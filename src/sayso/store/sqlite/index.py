"""The index that candidates come from: who holds a key. A key is kept as a number, 64 bits of its hash.

Keys of new attributions are written down one after the other (`held_keys`) and looked up in memory (`tail`) until they are sorted in, many at a time: each
of a document's 500 keys belongs to a page of its own, and of a store of a million attributions each such page would be written for one key.
"""

from __future__ import annotations

import json
import struct
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.numbers import attribution_number, document_number
from sayso.store.sqlite.tail import Tail

MOST_KEPT = 1000
"""Holders of a key from which on no more are kept: it tells nothing then."""
FEWEST_WAITING, MOST_WAITING, SHARE_WAITING = 1000, 32_000, 0.125
"""Attributions whose keys wait to be sorted in, at most, and as a share of those that are: so that what sorting in takes grows no faster than the store,
and who opens a store in the middle of an addition reads no more than 20 MB."""


@lru_cache(maxsize=1024)  # asked for to look up a statement's like, and again to keep it
def key_number(key: str) -> int:
    """A key's number: of 30 million keys, fewer than one pair in ten thousand stores has the same one twice."""
    return int.from_bytes(blake2b(key.encode("utf-8", "backslashreplace"), digest_size=8).digest(), "big", signed=True)


def packed_numbers(numbers: str) -> bytes:
    """A JSON list of numbers as `held_keys` has them."""
    found = json.loads(numbers)
    return struct.pack(f"<{len(found)}q", *found)


def packed_holders(numbers: str) -> bytes:
    """A JSON list of holders as `postings` has them."""
    return _packed(sorted(json.loads(numbers))[:MOST_KEPT])


class Index:
    """Keys and their holders, by numbers: attributions', and documents' (negative)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tail = Tail(connection)

    def put(self, holder: str, keys: Iterable[str], *, most: int | None) -> None:
        """Give an attribution, or a document, these keys in the place of those it had; without those that `most` hold already."""
        with self._connection.together():
            self._tail.look()
            number = _holder(self._connection, holder)
            is_new = self._tail.is_new(number)
            if not is_new:
                _drop(self._connection, number)
                self._tail.look()
            numbers = list(dict.fromkeys(map(key_number, keys)))
            if most is not None:
                held = self._held(numbers, most - 1)
                numbers = [key for key in numbers if held.get(key, ()) is not None]
            if numbers:
                self._add(number, numbers, is_new=is_new)

    def _add(self, number: int, keys: list[int], *, is_new: bool) -> None:
        connection, tail = self._connection, self._tail
        connection.run("INSERT INTO held_keys VALUES (?, ?)", number, struct.pack(f"<{len(keys)}q", *keys))
        if is_new:
            tail.put(number, keys)
            if tail.count >= min(MOST_WAITING, max(FEWEST_WAITING, int(SHARE_WAITING * tail.sorted_in))):
                self.sort_in()
        elif number > tail.sorted_in:
            _note_change(connection)
        else:
            packed = _packed([number])
            connection.run_many(_ADD, ((key, packed) for key in sorted(keys)))

    def sort_in(self) -> None:
        """Bring the keys that wait to the others."""
        with self._connection.together():
            self._tail.look()
            if self._tail.count:
                rest = self._tail.every()
                while some := list(islice(rest, _AT_ONCE)):
                    self._connection.run_many(_ADD, some)
                self._connection.run("UPDATE keys_sorted SET sorted_in = ?", self._tail.clear())

    def with_keys(self, keys: Iterable[str], *, most: int, enough: int | None) -> dict[str, list[str]]:
        """Who holds each key, unless more than `most` do."""
        with self._connection.snapshot():
            found = self.holders(keys, most=most, enough=enough)
            ids = _ids(self._connection, {holder for those in found.values() for holder in those})
        return {key: [ids[holder] for holder in those] for key, those in found.items()}

    def holders(self, keys: Iterable[str], *, most: int, enough: int | None) -> dict[str, list[int]]:
        """`with_keys` by the numbers of the holders: attributions first, then documents, whose numbers are negative, each the oldest first."""
        named = {key_number(key): key for key in keys}
        with self._connection.snapshot():
            self._tail.look()
            held = self._held(list(named), most)
        few = [(len(those), named[number], number) for number, those in held.items() if those is not None]
        chosen: dict[int, list[int]] = {}
        seen = 0
        for count, _, number in sorted(few):
            if enough is not None and seen >= enough:
                break
            chosen[number] = _in_turn(held[number] or [])
            seen += count
        return {key: chosen[number] for number, key in named.items() if number in chosen}

    def _held(self, keys: list[int], most: int) -> dict[int, list[int] | None]:
        """The holders of each key that anybody holds; None of those that more than `most` do."""
        found: dict[int, list[int] | None] = {}
        for first in range(0, len(keys), _MANY):
            part = keys[first : first + _MANY]
            rest = -len(part) % _STEP
            for key, packed in self._connection.rows(_LOOK[len(part) + rest], 4 * most, *part, *part[-1:] * rest):
                found[key] = None if packed is None else _unpacked(packed)
        for key, newer in self._tail.holders(keys):
            older = found.get(key, [])
            if older is not None:
                found[key] = [*older, *newer] if len(older) + len(newer) <= most else None
        return found


_MANY, _STEP = 128, 16
"""Keys of one query at most, and the step in which their number grows, so that SQLite reads few queries and each once. A statement has some 40."""
_AT_ONCE = 20_000
"""Keys that are sorted in by one call: each takes some 200 bytes meanwhile."""
_LOOK = {
    many: f"SELECT key, CASE WHEN length(holders) <= ? THEN holders END FROM postings WHERE key IN ({', '.join('?' * many)})"
    for many in range(_STEP, _MANY + 1, _STEP)
}
_ADD = (
    "INSERT INTO postings VALUES (?, ?) ON CONFLICT DO UPDATE SET holders = CAST(holders || excluded.holders AS BLOB) "
    f"WHERE length(holders) < {4 * MOST_KEPT}"
)


def leave(connection: Connection, document: int) -> None:
    """Take the keys of a document and of its attributions away."""
    _drop(connection, -document)
    for (number,) in connection.rows("SELECT number FROM attributions WHERE document = ?", document):
        _drop(connection, number)


def forget(connection: Connection) -> None:
    """Take all keys away."""
    connection.run("DELETE FROM postings")
    connection.run("DELETE FROM held_keys")
    connection.run("UPDATE keys_sorted SET sorted_in = 0")
    _note_change(connection)


def _note_change(connection: Connection) -> None:
    """Let everybody read anew what waits to be sorted in."""
    connection.run("UPDATE keys_sorted SET changed = changed + 1")
    connection.turn_over()


def _holder(connection: Connection, id: str) -> int:
    return -document_number(connection, id) if id.startswith("doc_") else attribution_number(connection, id)


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


def _in_turn(holders: list[int]) -> list[int]:
    """Attributions before documents, the oldest of each first."""
    holders.sort()
    if holders[0] > 0:  # hardly a document holds keys
        return holders
    first = bisect_right(holders, 0)
    return holders[first:] + holders[:first][::-1]


def _packed(holders: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(holders)}i", *holders)


def _unpacked(packed: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(packed) // 4}i", packed))


def _drop(connection: Connection, holder: int) -> None:
    packed = connection.value("SELECT keys FROM held_keys WHERE holder = ?", holder)
    if packed is None:
        return
    connection.run("DELETE FROM held_keys WHERE holder = ?", holder)
    if holder > connection.value("SELECT sorted_in FROM keys_sorted"):
        _note_change(connection)
        return
    for key in struct.unpack(f"<{len(packed) // 8}q", packed):
        left = [other for other in _unpacked(_kept(connection, key)) if other != holder]
        if left:
            connection.run("UPDATE postings SET holders = ? WHERE key = ?", _packed(left), key)
        else:
            connection.run("DELETE FROM postings WHERE key = ?", key)


def _kept(connection: Connection, key: int) -> bytes:
    found: bytes | None = connection.value("SELECT holders FROM postings WHERE key = ?", key)
    return found or b""
