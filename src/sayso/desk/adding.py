"""Texts that are being taken in, and claims that are being worked out: one piece of work after another, in a thread of its own, with what was turned away."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import SaysoError
from sayso.pipeline.inputs import Facts, Skipped, gather_data
from sayso.pipeline.keeping import Taken, add_each, settle_put_off
from sayso.store.opening import open_store

REMEMBERED = 200
"""Additions whose outcome can still be looked at; what they did is in the store and its journal."""


@dataclass(slots=True)
class Addition:
    """One lot of texts on its way into the store."""

    id: str
    analyst: str
    total: int
    done: int = 0
    taken: list[tuple[str, str, str | None, str]] = field(default_factory=list)
    """Input, document id, title, and whether it is new, a new version, or known."""
    skipped: list[tuple[str, str]] = field(default_factory=list)
    finished: bool = False
    failed: str | None = None


class Additions:
    """All lots; the store is written by one at a time."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._held: OrderedDict[str, Addition] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sayso-adding")
        self._settling: Future[None] | None = None

    def find(self, id: str) -> Addition | None:
        """A lot, unless it was long ago."""
        return self._held.get(id)

    def latest(self) -> list[Addition]:
        """The last lots, the latest first."""
        return list(reversed(self._held.values()))

    def begin(self, items: Sequence[tuple[str, bytes]], facts: Facts, analyst: str) -> Addition:
        """Take these in as soon as those before are."""
        addition = Addition(secrets.token_hex(8), analyst, len(items))
        self._held[addition.id] = addition
        while len(self._held) > REMEMBERED:
            self._held.popitem(last=False)
        self._thread.submit(self._work, addition, items, facts)
        return addition

    def settle(self) -> None:
        """Work out what was put off when texts were added from elsewhere, unless that is being done."""
        if self._settling is None or self._settling.done():
            self._settling = self._thread.submit(self._settle)

    def close(self) -> None:
        """Finish the lot in hand, and no other."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _work(self, addition: Addition, items: Sequence[tuple[str, bytes]], facts: Facts) -> None:
        try:
            with open_store(self._store, create=False) as store:
                for outcome in add_each(store, gather_data(items, facts=facts), by=addition.analyst):
                    _note(addition, outcome)
                settle_put_off(store)  # so that the inbox has every claim when the lot is done
        except SaysoError as error:
            addition.failed = str(error)
        except Exception as error:  # a thread's exception would be seen by nobody
            addition.failed = f"A fault in sayso itself: {type(error).__name__}: {error}. Please report it."
        finally:
            addition.finished = True

    def _settle(self) -> None:
        # A store that another program keeps locked is asked again with the next page.
        with suppress(SaysoError), open_store(self._store, create=False) as store:
            settle_put_off(store)


def _note(addition: Addition, outcome: Taken | Skipped) -> None:
    addition.done += 1
    if isinstance(outcome, Skipped):
        addition.skipped.append((outcome.input, outcome.reason))
        return
    added = outcome.added
    what = (
        "its page is back at this version"
        if added.returned
        else "known already"
        if not added.new
        else "a new version"
        if added.supersedes
        else "new"
    )
    addition.taken.append((outcome.input, added.id, outcome.reading.document.title, what))


def named(items: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Files by their names alone: a browser may send the folders, too."""
    for name, data in items:
        yield name.replace("\\", "/").rpartition("/")[2] or "unnamed", data
