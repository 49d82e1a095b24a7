"""Pages that go back to what they were: an earlier version that is given again is the current one again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.store.interface import Added, State, Store


class Comings:
    """What came in one addition. A folder that holds several versions of a page, added again, leaves the page as it was: its current version is
    among them, and was not given for the first time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._current: dict[str, str] = {}
        """By address: the version that was current before this addition brought another one back."""
        self._given: set[str] = set()

    def expect(self, ids: Iterable[str]) -> None:
        """Those that come together, before the first of them is added."""
        self._given.update(ids)

    def of(self, added: Added, address: str | None, *, at: str) -> Added:
        """What adding a document did, once it was brought back where its page is as it has it again."""
        self._given.add(added.id)
        if added.new or added.state is not State.SUPERSEDED or address is None:
            return added
        now = self._store.find(address)
        current = self._current.get(address, now.document.id if now is not None else "")
        if current in self._given and added.id != current:
            return added
        self._current[address] = current
        older = self._store.bring_back(added.id, at=at)
        return replace(added, state=State.CURRENT, supersedes=older, returned=True)
