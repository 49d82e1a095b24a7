"""Passwords: kept as argon2 hashes, compared in constant time."""

from __future__ import annotations

from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.errors import DeskError

SHORTEST = 12
"""Characters; the only thing that keeps others out."""
_MARK = "$argon2"


def hash_password(words: str) -> str:
    """The hash of a password; a hash is left as it is. Raises DeskError for one that is too short."""
    if words.startswith(_MARK):
        return words
    if len(words) < SHORTEST:
        raise DeskError(f"The desk's password has {len(words)} characters; take {SHORTEST} or more.")
    return PasswordHasher().hash(words)


class Lock:
    """Tells whether a password is the right one; remembers the last right one, because a comparison takes 50 ms by design."""

    def __init__(self, hashed: str) -> None:
        self._hashed = hashed
        self._known: bytes | None = None

    def opens(self, words: str) -> bool:
        """Whether `words` are the password."""
        mark = sha256(words.encode("utf-8", "surrogatepass")).digest()
        if self._known is not None and mark == self._known:
            return True
        try:
            PasswordHasher().verify(self._hashed, words)
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False
        self._known = mark
        return True
