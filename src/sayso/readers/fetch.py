"""The only module that opens a connection out."""

from __future__ import annotations

import http.client
import socket
import time
import urllib.error
import urllib.request
import zlib
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from sayso.errors import TooLargeError, UnreadableError
from sayso.readers.limits import LIMIT_BYTES

MOST_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PIECE = 1 << 16
_CHECK = "Check the address and the connection."
_SAFE = "%/:=&?~#+!$,;'@()*[]|"
_HEADERS = {
    "User-Agent": "sayso (reads one page at a person's request)",
    "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
}


def fetch(url: str, *, timeout: float = 20, limit: int = LIMIT_BYTES, allow_private: bool = False) -> tuple[bytes, str]:
    """What stands at an http or https address, and the address it was found at after redirects.

    `timeout` holds for each wait on the network, and for the reading of the page as a whole. Addresses inside one's own
    network are refused unless `allow_private`. No proxy, no cookies, no scripts.
    """
    deadline = time.monotonic() + timeout
    opener = _opener(allow_private)
    at = _checked(url, url)
    for _ in range(MOST_REDIRECTS + 1):
        try:
            with opener.open(urllib.request.Request(at, headers=_HEADERS), timeout=timeout) as response:
                return _read(response, at, limit, deadline, timeout), at
        except urllib.error.HTTPError as error:
            with error:
                onward = error.headers.get("Location")
                if error.code not in _REDIRECTS or not onward:
                    raise UnreadableError(
                        f"{at} answered {error.code} {error.reason}. Check the address in a browser."
                    ) from None
            at = _checked(urljoin(at, onward), url)
        except urllib.error.URLError as error:
            if isinstance(error.reason, _PrivateAddressError):
                raise UnreadableError(
                    f"{at} leads to {error.reason}, an address inside a private network, and is not fetched."
                    " Allow private addresses if that is meant."
                ) from None
            raise UnreadableError(
                f"{at} could not be fetched: {error.reason}. Check the address and the connection."
            ) from error
        except TimeoutError as error:
            raise UnreadableError(
                f"{at} did not answer within {timeout:g} seconds. Try again, or allow more time."
            ) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = str(error) or type(error).__name__
            raise UnreadableError(f"{at} could not be fetched: {why}. {_CHECK}") from error
    raise UnreadableError(f"{url} redirects more than {MOST_REDIRECTS} times. Give the address that a browser ends at.")


def _checked(url: str, given: str) -> str:
    """`url` in ASCII, if it is one that may be fetched."""
    led = "" if url == given else f" (to which {given} redirects)"
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UnreadableError(
            f"{url!r}{led} is not an address: {error}. Give one that begins with https://."
        ) from error
    if parts.scheme not in {"http", "https"}:
        raise UnreadableError(
            f"{url!r}{led} is not fetched: only http and https addresses are. Save it as a file and read that."
        )
    if not host:
        raise UnreadableError(f"{url!r}{led} names no host. Give an address such as https://example.org/article.")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError(
            f"the address at {host}{led} holds a user name or password, which would be recorded. Leave it out."
        )
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnreadableError(f"{host!r}{led} is not a host name: {error}. Check the address.") from error
    place = (f"[{name}]" if ":" in name else name) + (f":{port}" if port is not None else "")
    return urlunsplit((parts.scheme, place, quote(parts.path, safe=_SAFE) or "/", quote(parts.query, safe=_SAFE), ""))


def _read(response: Any, at: str, limit: int, deadline: float, timeout: float) -> bytes:
    too_large = f"{at} is larger than {limit:,} bytes. Save the part you need as a file."
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > limit:
            raise TooLargeError(too_large)
        if time.monotonic() > deadline:
            raise TimeoutError(timeout)
        pieces.append(piece)
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    data = b"".join(pieces)
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding == "identity":
        return data
    if coding not in {"gzip", "x-gzip"}:
        raise UnreadableError(f"{at} was sent compressed as {coding!r}, which sayso cannot read. Save it in a browser.")
    inflate = zlib.decompressobj(31)
    try:
        data = inflate.decompress(data, limit + 1)
    except zlib.error as error:
        raise UnreadableError(
            f"{at} was sent as gzip that is damaged: {error}. Try again, or save it from a browser."
        ) from error
    if len(data) > limit:
        raise TooLargeError(too_large)
    if not inflate.eof:
        raise UnreadableError(f"{at} was sent as gzip that breaks off. Try again, or save it from a browser.")
    return data


class _PrivateAddressError(OSError):
    """The peer is inside a private network; its text is the peer's address."""


def _refuse_private(address: str) -> None:
    peer = ip_address(address.partition("%")[0])
    mapped = getattr(peer, "ipv4_mapped", None)
    if not (mapped or peer).is_global or peer.is_multicast:
        raise _PrivateAddressError(str(peer))


def _refuse_private_host(host: str, port: int) -> None:
    for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        _refuse_private(str(found[4][0]))


# a private peer is refused by name before connecting, and by its address before a byte is sent (names can change)
class _PublicConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        _refuse_private_host(self.host, self.port)
        super().connect()
        _refuse_private(str(self.sock.getpeername()[0]))


class _PublicSecureConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        _refuse_private_host(self.host, self.port)
        super().connect()
        _refuse_private(str(self.sock.getpeername()[0]))


class _PublicHandler(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicConnection, req)


class _PublicSecureHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicSecureConnection, req)


def _opener(allow_private: bool) -> urllib.request.OpenerDirector:
    """An opener of http and https alone: no files, no proxies from the environment, no redirects of its own."""
    opener = urllib.request.OpenerDirector()
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ]
    if allow_private:
        handlers += [urllib.request.HTTPHandler(), urllib.request.HTTPSHandler()]
    else:
        handlers += [_PublicHandler(), _PublicSecureHandler()]
    for handler in handlers:
        opener.add_handler(handler)
    return opener
