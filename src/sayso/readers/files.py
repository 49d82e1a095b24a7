"""Files and folders → documents."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

from sayso.domain.document import Document
from sayso.errors import EmptyTextError, UnreadableError
from sayso.readers.html import read_html
from sayso.readers.limits import LIMIT_BYTES, LIMIT_CHARS, check_bytes
from sayso.readers.notes import OnNote, ignore
from sayso.readers.plain import read_plain

HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
SUFFIXES = HTML_SUFFIXES | {".txt", ".md"}

OnSkip: TypeAlias = Callable[[Path, str], None]
"""Receives what a folder holds that is not read, and why."""

_PAGE_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def _let_go(_path: Path, _why: str) -> None:
    """What is done with a skipped file where the caller does not ask."""


def find_files(paths: Iterable[str | os.PathLike[str]], *, on_skip: OnSkip = _let_go) -> Iterator[Path]:
    """The files to read, in order: a file as it is given, a folder's files sorted and with those of its folders.

    A folder's hidden files and files of other kinds go to `on_skip` with the reason. What is missing is passed on as
    given, so that `read_document` says so.
    """
    for given in paths:
        path = Path(given)
        if _is_folder(path):
            yield from _walk(path, on_skip)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, on_skip: OnSkip) -> Iterator[Path]:
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            found = path.stat()
            if not stat.S_ISDIR(found.st_mode):
                if stat.S_ISREG(found.st_mode):
                    yield path
                else:
                    on_skip(path, "is not a regular file")
                continue
            if (found.st_dev, found.st_ino) in entered:
                on_skip(path, "is a link to a folder that was read already")
                continue
            entered.add((found.st_dev, found.st_ino))
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            on_skip(path, f"cannot be opened: {error.strerror}")
            continue
        for name in names:
            child = path / name
            if name.startswith("."):
                on_skip(child, "is hidden (its name begins with a dot)")
            elif _is_folder(child) or child.suffix.lower() in SUFFIXES:
                waiting.append(child)
            else:
                kind = child.suffix or "no suffix"
                on_skip(child, f"is of a kind that is not read ({kind}; read are {', '.join(sorted(SUFFIXES))})")


def read_document(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    path: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    language: str | None = None,
    charset: str | None = None,
    furniture: Sequence[str] = (),
    limit_bytes: int = LIMIT_BYTES,
    limit_chars: int = LIMIT_CHARS,
    on_note: OnNote = ignore,
) -> Document:
    """The document in a file (named by `source`), in bytes, or in an open binary stream.

    What begins like a page, or is named like one, is read as HTML; everything else as plain text. `path` is the name to
    record where `source` is not itself a name. `outlet` and `published` fill what a page does not say itself; where it
    says otherwise, its own words stay and a note tells so.
    """
    if isinstance(source, (str, os.PathLike)):
        path = path if path is not None else os.fspath(source)
        data = read_file(source, limit=limit_bytes)
    elif isinstance(source, bytes):
        check_bytes(len(source), path or url or "the input", limit_bytes)
        data = source
    else:
        data = read_stream(source, name=path or url or "the input", limit=limit_bytes)
    name = path or url or "the input"
    if not data.strip():
        raise EmptyTextError(f"{name} is empty ({len(data)} bytes, no words). Give a file with an article in it.")
    suffix = Path(path).suffix.lower() if path else ""
    begins_like_page = _PAGE_START.match(data[:4096]) is not None
    if begins_like_page or suffix in HTML_SUFFIXES:
        if suffix in {".txt", ".md"}:
            on_note(f"{name} begins like a web page and was read as one, although it is named {suffix}.")
        return read_html(
            data, path=path, url=url, outlet=outlet, published=published, charset=charset, language=language,
            furniture=furniture, limit_bytes=limit_bytes, limit_chars=limit_chars, on_note=on_note,
        )  # fmt: skip
    return read_plain(
        data, path=path, url=url, outlet=outlet, published=published, language=language,
        furniture=furniture, limit_chars=limit_chars, on_note=on_note,
    )  # fmt: skip


def read_file(path: str | os.PathLike[str], *, limit: int = LIMIT_BYTES) -> bytes:
    """A regular file's bytes; nothing is read of one larger than `limit`, and no pipe or device is waited for."""
    name = os.fspath(path)
    try:
        _check_kind(os.stat(path).st_mode, name)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as stream:
            found = os.fstat(descriptor)
            _check_kind(found.st_mode, name)
            check_bytes(found.st_size, name, limit)
            return read_stream(stream, name=name, limit=limit)
    except FileNotFoundError as error:
        raise UnreadableError(f"{name} does not exist. Check the name and the folder that you are in.") from error
    except PermissionError as error:
        raise UnreadableError(f"{name} may not be read by you. Change its permissions, or copy it.") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableError(f"{name!r} cannot be read: {why}. Check the name, or copy the file elsewhere.") from error


def read_stream(stream: BinaryIO, *, name: str = "the input", limit: int = LIMIT_BYTES) -> bytes:
    """All of a binary stream (such as `sys.stdin.buffer`), unless it holds more than `limit` bytes."""
    pieces = []
    left = limit + 1
    while left > 0:
        piece = stream.read(min(left, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    check_bytes(limit + 1 - left, name, limit)
    return b"".join(pieces)


def _check_kind(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableError(f"{name} is a folder, not a file. Name a file in it.")
    if not stat.S_ISREG(mode):
        kind = "a pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
        raise UnreadableError(
            f"{name} is {kind}, not a regular file. Copy what it gives into a file, or send it to standard input."
        )
