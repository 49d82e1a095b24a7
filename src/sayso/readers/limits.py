"""How much is read, at most."""

from __future__ import annotations

from sayso.errors import TooLargeError

LIMIT_BYTES = 20_000_000
LIMIT_CHARS = 2_000_000


def check_bytes(size: int, name: str, limit: int = LIMIT_BYTES) -> None:
    """Raise TooLargeError where `size` bytes are more than `limit`."""
    if size > limit:
        raise TooLargeError(f"{name} has more than {limit:,} bytes ({size:,}). Split it.")


def check_size(chars: int, name: str, limit: int = LIMIT_CHARS) -> None:
    """Raise TooLargeError where a text of `chars` characters is longer than `limit`."""
    if chars > limit:
        raise TooLargeError(f"{name} has {chars:,} characters; the limit is {limit:,}. Split it.")
