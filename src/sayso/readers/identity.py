"""What a document is called by, and the digests of its bytes and text."""

from __future__ import annotations

from hashlib import sha256

from sayso.domain.document import document_id
from sayso.readers.addresses import site


def identify(data: bytes, *, url: str | None, outlet: str | None, path: str | None) -> str:
    """The document's id: of its address, or else its outlet, or else the path as given; and its bytes."""
    place = url or outlet or path
    return document_id(_encodable(place), data)


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def text_digest(text: str) -> str:
    """SHA-256 of a text's UTF-8; a lone surrogate counts as its three bytes."""
    return digest(text.encode("utf-8", "surrogatepass"))


def address(url: str | None, canonical: str | None) -> str | None:
    """The address to record: a page's own canonical one, unless it points to another site.

    A syndicated copy names the original as canonical; it is a document of its own, at the address where it was read.
    """
    if canonical is None or not canonical.startswith(("http://", "https://")):
        return url
    if url is None or site(url) == site(canonical):
        return canonical
    return url


def _encodable(place: str | None) -> str | None:
    """A file name that is not valid UTF-8 holds lone surrogates: write them out."""
    return None if place is None else place.encode("utf-8", "backslashreplace").decode()
