"""Bytes as they are kept: compressed, and known by their digest."""

from __future__ import annotations

import zlib
from hashlib import sha256

LEVEL = 6  # zlib's own choice


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return sha256(data).hexdigest()


def encode(text: str) -> bytes:
    """A text's UTF-8, as its digest is taken; a lone surrogate counts as its three bytes."""
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> str:
    """The text that `encode` was given. Raises UnicodeDecodeError."""
    return data.decode("utf-8", "surrogatepass")


def compress(data: bytes) -> bytes:
    """Bytes, smaller."""
    return zlib.compress(data, LEVEL)


def decompress(data: bytes) -> bytes | None:
    """The bytes that `compress` was given, or None where these are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        return None
