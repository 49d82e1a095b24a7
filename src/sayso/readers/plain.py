"""Plain text: the document's text is the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.domain.document import Document, Removed
from sayso.domain.span import Span
from sayso.errors import EmptyTextError
from sayso.readers.addresses import without_password
from sayso.readers.decoding import decode
from sayso.readers.furniture import LONGEST_FURNITURE, is_furniture
from sayso.readers.identity import digest, identify, text_digest
from sayso.readers.language import detect_language
from sayso.readers.limits import LIMIT_CHARS, check_size
from sayso.readers.links import plain_links
from sayso.readers.metadata import given_date
from sayso.readers.notes import OnNote, ignore

LONGEST_HEADLINE = 300
LONGEST_SENTENCE_HEADLINE = 200

WHY_FURNITURE = "page furniture, not the article's words"
WHY_TAIL = "page furniture: a label below the heading of the comments"

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_COMMENTS = re.compile(
    r"(leave|post|write|add) a (reply|comment)\W*|(\d+ )?(comments?|replies|responses)( \(\d+\))?\W*"
    r"|join the (conversation|discussion)\W*"
    r"|(оставить|добавить|написать) комментарий\W*|комментарии( \(\d+\))?\W*"
    r"|залишити коментар\W*|коментарі( \(\d+\))?\W*",
    re.IGNORECASE,
)
_LABEL_LENGTH, _LABEL_WORDS, _LABELS = 40, 5, 15


def read_plain(
    data: bytes,
    *,
    path: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    language: str | None = None,
    furniture: Sequence[str] = (),
    limit_chars: int = LIMIT_CHARS,
    on_note: OnNote = ignore,
) -> Document:
    """The document that a text file is, character for character.

    `furniture`: regular expressions for whole lines (case is ignored) that a page leaves behind in copied text;
    such lines stay in the text and are listed in `Document.removed` with their spans. The addresses in the other lines are
    its links; the first and the last line, and the first below the headline, may say which is its origin ("Source: …").
    """
    url = None if url is None else without_password(url)
    name = path or url or "the input"
    decoded = decode(data, name=name)
    text = decoded.text
    check_size(len(text), name, limit_chars)
    if not text.strip():
        raise EmptyTextError(f"{name} has no text in it: {len(data)} bytes, no words. Give a file with an article.")
    for note in decoded.notes:
        on_note(note)
    lines = list(_lines(text))
    removed = _furniture(lines, furniture)
    furniture_lines = {item.span for item in removed if item.span}
    headline = _headline(text, lines, furniture_lines)
    words = [line for line in lines if line not in furniture_lines]
    edges = [*words[:1], *(words[1:2] if headline is not None else ()), *words[-1:]]
    return Document(
        id=identify(data, url=url, outlet=outlet, path=path),
        text=text,
        title=headline.exact if headline else None,
        outlet=outlet,
        url=url,
        path=path,
        published=given_date(published, name, on_note),
        language=language or detect_language(text),
        headline=headline,
        text_sha256=text_digest(text),
        bytes_sha256=digest(data),
        removed=removed,
        links=plain_links(text, words, edges=edges, own=() if url is None else (url,), name=name, on_note=on_note),
    )


def _lines(text: str) -> Iterator[Span]:
    """Every line with a word in it, without the blanks around it; only \\n, \\r\\n and \\r break lines."""
    for found in _LINE.finditer(text):
        line = found.group()
        inner = line.strip()
        if inner:
            start = found.start() + len(line) - len(line.lstrip())
            yield Span.of(text, start, start + len(inner))


def _headline(text: str, lines: Sequence[Span], furniture: set[Span]) -> Span | None:
    """The first line of words, where a blank line and more words follow it."""
    words = [line for line in lines if line not in furniture]
    if len(words) < 2:
        return None
    first = words[0]
    following = next(line for line in lines if line.start > first.end)
    if len(re.findall(r"\r\n|\r|\n", text[first.end : following.start])) < 2:
        return None
    length = len(first.exact)
    if length > LONGEST_HEADLINE or (length > LONGEST_SENTENCE_HEADLINE and _SENTENCE_END.search(first.exact)):
        return None
    return first


def _furniture(lines: Sequence[Span], patterns: Sequence[str]) -> tuple[Removed, ...]:
    flags = [is_furniture(line.exact, tuple(patterns)) for line in lines]
    tail = _tail(lines, flags)
    found = []
    for index, line in enumerate(lines):
        if flags[index]:
            found.append(Removed(line.exact, WHY_FURNITURE, line))
        elif index >= tail:
            found.append(Removed(line.exact, WHY_TAIL, line))
    return tuple(found)


def _tail(lines: Sequence[Span], known: Sequence[bool]) -> int:
    """From which line on there is only the heading of the comments and its labels; `len(lines)` where there is none.

    One line after the heading that could be a sentence, and none is taken: text is never swallowed.
    """
    tail = len(lines)
    labels = 0
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index].exact
        if len(line) <= LONGEST_FURNITURE and _COMMENTS.fullmatch(line):
            tail = index
        elif not known[index]:
            labels += 1
            if labels > _LABELS or not _is_label(line):
                break
    return tail


def _is_label(line: str) -> bool:
    return (
        len(line) <= _LABEL_LENGTH
        and len(line.split()) <= _LABEL_WORDS
        and not re.search(r"[.!?…:,\"'”’»]\W*$|\d", line)
    )
