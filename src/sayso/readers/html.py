"""Web pages: the article, and a list of what was left out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.domain.document import Document, Removed
from sayso.domain.span import Span
from sayso.errors import EmptyTextError, InputError
from sayso.readers.addresses import site, without_password
from sayso.readers.blocks import Anchor, paragraphs
from sayso.readers.decoding import decode
from sayso.readers.furniture import is_furniture
from sayso.readers.identity import digest, identify, text_digest
from sayso.readers.language import detect_language
from sayso.readers.limits import LIMIT_BYTES, LIMIT_CHARS, check_bytes, check_size
from sayso.readers.links import document_links, page_links
from sayso.readers.metadata import base_address, read_metadata, shown_times, with_extracted, with_given
from sayso.readers.notes import OnNote, ignore
from sayso.readers.pages import Tree, parse, tame

WHY_REMOVED = "not part of the article's text (page furniture)"
LIMIT_REMOVED = 200
"""At most so many left-out passages are listed; the rest are counted."""
_LIMIT_REMOVED_CHARS = 100_000
_LEAST_LETTERS = 20
_ONE_LANGUAGE_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)


def read_html(
    data: bytes,
    *,
    path: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    charset: str | None = None,
    language: str | None = None,
    furniture: Sequence[str] = (),
    limit_bytes: int = LIMIT_BYTES,
    limit_chars: int = LIMIT_CHARS,
    on_note: OnNote = ignore,
) -> Document:
    """The article on a page: its headline, a blank line, and its paragraphs with blank lines between them.

    `url`: where the page was read; `outlet`, `published`: what is known of it where the page does not say; `charset`: what
    the server said; `furniture`: expressions of lines that extraction lets through and that are no part of an article.
    Every visible passage that is not in the text is listed in `Document.removed`.
    """
    if url is not None:
        url = without_password(url)
    name = path or url or "the page"
    check_bytes(len(data), name, limit_bytes)
    decoded = decode(data, name=name, html=True, declared=charset)
    for note in decoded.notes:
        on_note(note)
    tree = parse(decoded.text, name, on_note)
    anchors: list[Anchor] = []
    seen = list(paragraphs(tree, anchors))
    check_size(sum(map(len, seen)), name, limit_chars)
    headlines = [_one_line(found.text_content()) for found in tree.iter("h1")]
    declared = _declared_language(tree)
    metadata = read_metadata(tree, url=url, titles=headlines, name=name, on_note=on_note)
    place = metadata.address or url
    linked = page_links(seen, anchors, base_address(tree, place))
    tame(tree)
    found = _extract(tree, url, name)
    metadata = with_extracted(metadata, found, shown_times(tree))
    metadata = with_given(metadata, outlet=outlet, published=published, name=name, on_note=on_note)

    body = list(_passages(found.body)) if found is not None and found.body is not None else []
    body = [block for block in body if not is_furniture(block, tuple(furniture))]
    headline = _headline(headlines, _words(found, "title"))
    if headline is not None:
        body = _without_headline(body, headline)
    if sum(char.isalpha() for block in body for char in block) < _LEAST_LETTERS:
        raise EmptyTextError(
            f"{name} is a web page without an article's text ({len(seen)} short passages, none of them prose)."
            " Give the page of one article, or copy its text into a .txt file."
        )
    text = "\n\n".join(body if headline is None else [headline, *body])
    check_size(len(text), name, limit_chars)
    outlet = metadata.outlet or (site(place) or None if place is not None else None)
    own = [known for known in (place, url) if known is not None]
    start = 0 if headline is None else len(headline) + 2
    return Document(
        id=identify(data, url=place, outlet=outlet, path=path),
        text=text,
        title=headline,
        outlet=outlet,
        author=metadata.author,
        url=place,
        path=path,
        published=metadata.published,
        modified=metadata.modified,
        language=language or detect_language(text) or declared,
        headline=Span.of(text, 0, len(headline)) if headline is not None else None,
        text_sha256=text_digest(text),
        bytes_sha256=digest(data),
        removed=_removed(seen, text),
        links=document_links(linked, seen, text, start, own=own, sources=metadata.sources, name=name, on_note=on_note),
    )


def _extract(tree: Tree, url: str | None, name: str) -> Any:
    """What trafilatura finds, or None; its own log stays silent unless the program sets up logging."""
    import trafilatura

    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    try:
        return trafilatura.bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError) as error:
        raise InputError(
            f"{name} breaks the extractor of pages ({type(error).__name__}: {error})."
            " Copy the article's text into a .txt file."
        ) from error


def _passages(body: Any) -> Iterator[str]:
    """The paragraphs that were extracted, headings between them too: trafilatura calls them `head`, which on a page is what nobody sees."""
    for heading in body.iter("head"):
        heading.tag = "h2"
    return paragraphs(body)


def _words(found: Any, field: str) -> str | None:
    """A metadata field as one line, or None where there are no words in it."""
    value = getattr(found, field, None)
    return (_one_line(value) or None) if isinstance(value, str) else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _key(text: str) -> str:
    """A text's letters and digits alone, for comparison."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _headline(on_page: Sequence[str], in_metadata: str | None) -> str | None:
    """The headline as the page shows it: the h1 that the metadata agrees with, or the only h1, or the metadata's."""
    shown = [line for line in on_page if _key(line)]
    if in_metadata is not None:
        key = _key(in_metadata)
        for line in shown:
            if key and (_key(line) == key or (len(line.split()) > 2 and (_key(line) in key or key in _key(line)))):
                return line
    if len(shown) == 1 and len(shown[0].split()) > 2:
        return shown[0]
    return in_metadata


def _without_headline(body: list[str], headline: str) -> list[str]:
    """The body without the headline, where it begins with it."""
    key = _key(headline)
    for index, block in enumerate(body[:3]):
        if _key(block) == key:
            return body[:index] + body[index + 1 :]
    return body


def _declared_language(tree: Tree) -> str | None:
    found = _ONE_LANGUAGE_CODE.fullmatch((tree.get("lang") or "").strip())
    return found.group(1).lower() if found else None


def _removed(seen: Sequence[str], text: str) -> tuple[Removed, ...]:
    """The page's passages that are not in the text, each once and in order."""
    flat = _one_line(text)
    kept = {_one_line(block) for block in re.split(r"\n+", text)}
    may_search = len(seen) * len(flat) < 1_000_000_000
    missing: dict[str, None] = {}
    for block in seen:
        for line in block.split("\n"):
            words = _one_line(line)
            inside = words in kept or (may_search and len(words) >= 40 and words in flat)
            if _key(words) and not inside:
                missing.setdefault(line)
    listed: list[Removed] = []
    chars = 0
    for line in missing:
        chars += len(line)
        if len(listed) == LIMIT_REMOVED or chars > _LIMIT_REMOVED_CHARS:
            rest = len(missing) - len(listed)
            listed.append(Removed("", f"{rest} more passages of the page, not listed: {WHY_REMOVED}"))
            break
        listed.append(Removed(line, WHY_REMOVED))
    return tuple(listed)
