import contextlib
import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import TooLargeError, UnreadableError
from sayso.readers.fetch import fetch


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self._answer(302, b"", Location="/page")
        elif self.path == "/loop":
            self._answer(302, b"", Location="/loop")
        elif self.path == "/to-file":
            self._answer(302, b"", Location="file:///etc/hostname")
        elif self.path == "/gone":
            self._answer(404, b"not here")
        elif self.path == "/bomb":
            self._answer(200, gzip.compress(b"x" * 1_000_000), **{"Content-Encoding": "gzip"})
        elif self.path == "/slow":
            time.sleep(0.6)
            self._answer(200, b"late")
        elif self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"cut")
        else:
            self._answer(200, self.path.encode() + b" words")

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_page(site: str) -> None:
    assert fetch(f"{site}/page#part", allow_private=True) == (b"/page words", f"{site}/page")


def test_redirect_gives_the_last_address(site: str) -> None:
    assert fetch(f"{site}/moved", allow_private=True) == (b"/page words", f"{site}/page")


def test_address_with_letters_beyond_ascii(site: str) -> None:
    assert fetch(f"{site}/мост", allow_private=True)[0].startswith(b"/%D0%BC")


@pytest.mark.parametrize(
    ("path", "why"),
    [("/loop", "more than 5"), ("/to-file", "only http"), ("/gone", "404"), ("/short", "IncompleteRead")],
)
def test_refused_answers(site: str, path: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        fetch(site + path, allow_private=True)


@pytest.mark.parametrize("path", ["/page", "/bomb"])
def test_too_large(site: str, path: str) -> None:
    with pytest.raises(TooLargeError, match="larger than 10"):
        fetch(site + path, limit=10, allow_private=True)


def test_compressed_beyond_the_limit(site: str) -> None:
    with pytest.raises(TooLargeError):
        fetch(f"{site}/bomb", limit=100_000, allow_private=True)


def test_slow(site: str) -> None:
    with pytest.raises(UnreadableError, match=r"did not answer|timed out"):
        fetch(f"{site}/slow", timeout=0.2, allow_private=True)


def test_private_address_is_refused(site: str) -> None:
    with pytest.raises(UnreadableError, match="private"):
        fetch(f"{site}/page")


@pytest.mark.parametrize(
    "host", ["localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]
)
def test_private_hosts_are_refused(host: str) -> None:
    with pytest.raises(UnreadableError, match="private"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "data:text/plain,x", "example.org", "http://", "http://a:b@example.org/",
     "http://[x/", "http://example.org:99999/", "https://" + "ы" * 80 + ".org/"],
)  # fmt: skip
def test_not_an_address_to_fetch(url: str) -> None:
    with pytest.raises(UnreadableError):
        fetch(url)


def test_nobody_there() -> None:
    with pytest.raises(UnreadableError, match="could not be fetched"):
        fetch("http://127.0.0.1:1/", allow_private=True)
