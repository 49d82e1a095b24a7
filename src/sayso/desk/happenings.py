"""Events of the store's newest documents, found once for as long as it stays as it is: to find them each is looked through."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from sayso.domain.happening import Happening
from sayso.packs import find_packs
from sayso.pipeline.events import of_store
from sayso.store.interface import Counts, Store

Stamp = tuple[Counts, str]
NEWEST = 300
"""Documents that are looked through: some twenty milliseconds each, and whoever asks first waits for all of them."""


@dataclass(slots=True)
class Happenings:
    """Of each pack the happenings of the store's last state."""

    _kept: dict[str, tuple[Stamp, tuple[Happening, ...]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, store: Store, pack: str) -> tuple[Happening, ...]:
        """The happenings of a pack's types in the newest documents, also those that nobody puts as having happened. Raises StoreError, PackError."""
        with self._lock:
            known = self._kept.get(pack)
            if known is not None and known[0] == _stamp(store):
                return known[1]
            found = tuple(of_store(store, find_packs([pack]), newest=NEWEST))
            self._kept[pack] = _stamp(store), found
            return found


def _stamp(store: Store) -> Stamp:
    """What changes with every addition and every judgement."""
    last = next(iter(store.journal(most=1, latest_first=True)), None)
    return store.counts(), "" if last is None else last.digest
