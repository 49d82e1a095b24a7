"""Who is at the desk: a random cookie each, known to this process only."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

MOST = 2000
LASTS = 12 * 3600.0
"""Seconds without a request after which a session ends: a working day."""


@dataclass(slots=True)
class Session:
    """`analyst` is None before somebody has signed in; `said` is a line that the next page shows once."""

    key: str
    csrf: str
    analyst: str | None
    seen: float
    said: list[tuple[str, str | None]] = field(default_factory=list)


class Sessions:
    """Sessions by their keys; the oldest go where there are too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[str, Session] = OrderedDict()

    def find(self, key: str | None) -> Session | None:
        """The session with this key, unless it has ended."""
        session = self._held.pop(key, None) if key else None
        if session is None or self._clock() - session.seen > LASTS:
            return None
        session.seen = self._clock()
        self._held[session.key] = session
        return session

    def begin(self, analyst: str | None) -> Session:
        """A new session."""
        session = Session(secrets.token_urlsafe(32), secrets.token_urlsafe(32), analyst, self._clock())
        self._held[session.key] = session
        while len(self._held) > MOST:
            self._held.popitem(last=False)
        return session

    def end(self, session: Session) -> None:
        """Forget a session."""
        self._held.pop(session.key, None)
