"""What a page says of itself: outlet, author, dates, its own address, and where it has its text from.

Each is taken from the first that tells it: JSON-LD of the page's own article, OpenGraph and other meta elements,
microdata and `<time>`; then what trafilatura finds, then what the caller gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sayso.readers.addresses import absolute, is_front_page, may_be_one_house, page_key, site
from sayso.readers.dates import LONGEST_DATE, agree, day_of, is_plausible, iso_date
from sayso.readers.identity import address
from sayso.readers.json_ld import LIMIT_VALUES, LONGEST_VALUE, LinkedData, Node, letters, name_of, said
from sayso.readers.microdata import Microdata
from sayso.readers.notes import OnNote, ignore
from sayso.readers.pages import Tree

_SITE = ("og:site_name",)
_PUBLISHER = ("article:publisher", "publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_AUTHOR = ("article:author", "og:article:author", "author", "byl", "parsely-author", "sailthru.author", "dc.creator",
           "dcterms.creator", "citation_author")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished",
              "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date",
              "dc.date.issued", "dcterms.issued", "citation_publication_date", "dc.date", "date")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
             "dcterms.modified", "dc.date.modified", "lastmod", "last-modified")  # fmt: skip
_ADDRESS = ("og:url", "twitter:url")
_SOURCE = ("original-source", "syndication-source", "dc.source", "dcterms.source")
_BASIS = ("isBasedOn", "isBasedOnUrl", "citation", "translationOfWork")
_NOBODY = frozenset("admin administrator root webmaster user guest author editor none null unknown".split())


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page beside its text. `sources`: the addresses that it says it has its text from."""

    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    address: str | None = None
    sources: tuple[str, ...] = ()


def read_metadata(
    tree: Tree,
    *,
    url: str | None = None,
    titles: Sequence[str] = (),
    name: str = "the page",
    on_note: OnNote = ignore,
    today: date | None = None,
) -> Metadata:
    """What the page itself says. `url`: where it was read; `titles`: the headlines that it shows."""
    meta = _meta(tree)
    base = base_address(tree, url)
    linked = LinkedData(tree, name, on_note)
    canonical = _found(absolute(href, base) for href in _hrefs(tree, "canonical"))
    stated = _found(absolute(href, base) for key in _ADDRESS for href in meta.get(key, ()))
    given = [url] if url is not None else []
    own = linked.own([*given, *canonical, *stated], [*titles, *meta.get("og:title", ())])
    micro = Microdata(tree)

    called = _found([*(found for node in own for found in linked.own_addresses(node, base)), *stated, *canonical])
    place = _own_place(called, url)
    home = place or url
    elsewhere = [found for found in called if home is not None and not may_be_one_house(found, home)]
    sources = [found for key in _BASIS for node in own for found in linked.addresses(said(node, key), base)]
    sources += _found(absolute(href, base) for key in _SOURCE for href in meta.get(key, ()) if "/" in href)
    sources += _found(absolute(href, base) for href in _hrefs(tree, "syndication-source", "original-source"))
    if elsewhere and url is not None:
        on_note(
            f"{name} names {elsewhere[0]} as its address, which is another site's: it is kept as where the text is from."
        )

    dates = _Dates(name, on_note, today or datetime.now(UTC).date())
    published = dates.first(
        "published", [*_texts(linked, own, "datePublished"), *_metas(meta, _PUBLISHED), *micro.published]
    )
    modified = dates.first(
        "modified", [*_texts(linked, own, "dateModified"), *_metas(meta, _MODIFIED), *micro.modified]
    )
    return Metadata(
        outlet=_first([
            *(found for node in own for found in linked.names(said(node, "publisher"))), *_named(meta, _SITE),
            *(found for node in linked.sites() for found in linked.names(said(node, "name"))),
            *micro.publishers, *_named(meta, _PUBLISHER),
        ]),
        author=_authors(
            *(linked.names(said(node, "author")) for node in own), *(_named(meta, (key,)) for key in _AUTHOR), micro.authors
        ),
        published=published, modified=modified, address=place,
        sources=tuple(dict.fromkeys(found for found in [*sources, *elsewhere] if not _same_page(found, home))),
    )  # fmt: skip


def with_extracted(metadata: Metadata, found: Any, times: Iterable[str]) -> Metadata:
    """What is lacking, filled with what trafilatura found; `times`: the dates of the page's `<time>` elements.

    trafilatura gives the day alone, its time where a `<time>` has that day. Where it falls back on the day of the last change,
    or on the host's name, the page has not said when it was published, or by whom.
    """
    published = metadata.published
    day = iso_date(getattr(found, "date", None) or "")
    if published is None and day is not None:
        shown = [time for text in times if (time := iso_date(text)) is not None and day_of(time) == day]
        if shown or metadata.modified is None or day_of(metadata.modified) != day:
            published = max(shown, key=len, default=day)
    outlet = name_of(getattr(found, "sitename", None) or "")
    if outlet is not None and outlet.lower() in _hosts(metadata.address, getattr(found, "url", None)):
        outlet = None
    author = name_of(getattr(found, "author", None) or "")
    return replace(metadata, outlet=metadata.outlet or outlet, author=metadata.author or author, published=published)


def with_given(
    metadata: Metadata,
    *,
    outlet: str | None,
    published: str | None,
    name: str = "the page",
    on_note: OnNote = ignore,
    today: date | None = None,
) -> Metadata:
    """What is lacking, filled with what the caller knows; where the page says otherwise, its own words stay."""
    if outlet is not None and metadata.outlet is not None and letters(outlet) != letters(metadata.outlet):
        on_note(f"{name} says that its outlet is {metadata.outlet!r}, not {outlet!r} as given; what it says was kept.")
    published = given_date(published, name, on_note, today)
    if published is not None and metadata.published is not None and not agree(published, metadata.published):
        on_note(
            f"{name} says that it was published {metadata.published}, not {published} as given; what it says was kept."
        )
    return replace(metadata, outlet=metadata.outlet or outlet, published=metadata.published or published)


def given_date(published: str | None, name: str, on_note: OnNote = ignore, today: date | None = None) -> str | None:
    """A date that a caller gives, in ISO 8601; None, with a note, for what is none."""
    iso = iso_date(published) if published is not None else None
    if iso is not None and is_plausible(iso, today or datetime.now(UTC).date()):
        return iso
    if published is not None:
        said = repr(published[:LONGEST_DATE])
        on_note(f"{said}, given as when {name} was published, is no date that can be; it was left out.")
    return None


def base_address(tree: Tree, url: str | None) -> str | None:
    """What the page's links are relative to: its `<base>`, or else where it was read."""
    for element in tree.iter("base"):
        found = absolute(element.get("href") or "", url)
        if found is not None:
            return found
    return url


def shown_times(tree: Tree) -> list[str]:
    """What the page's first `<time>` elements say in `datetime`."""
    said = (element.get("datetime") or "" for element in islice(tree.iter("time"), 200))
    return [text for text in said if 0 < len(text) <= LONGEST_DATE]


class _Dates:
    def __init__(self, name: str, on_note: OnNote, today: date) -> None:
        self._name, self._note, self._today = name, on_note, today

    def first(self, what: str, candidates: Iterable[str]) -> str | None:
        """The first that can be; where a later one gives the time of the same day, that one."""
        found: str | None = None
        refused: dict[str, None] = {}
        for text in candidates:
            iso = iso_date(text)
            if iso is None or not is_plausible(iso, self._today):
                refused.setdefault(text[:LONGEST_DATE])
            elif found is None or (len(found) == 10 < len(iso) and day_of(iso) == found):
                found = iso
        if refused:
            listed = ", ".join(map(repr, list(refused)[:3]))
            self._note(f"{self._name} says that it was {what} {listed}, which is no date that can be; it was left out.")
        return found


def _meta(tree: Tree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content or len(content) > LONGEST_VALUE or not content.strip():
            continue
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "")[:100].strip().lower()
            values = found.setdefault(key, []) if key else []
            if len(values) < LIMIT_VALUES:
                values.append(" ".join(content.split()))
    return found


def _hrefs(tree: Tree, *relations: str) -> list[str]:
    return [
        href
        for element in tree.iter("link")
        if (href := element.get("href"))
        and not set(relations).isdisjoint((element.get("rel") or "")[:200].lower().split())
    ][:LIMIT_VALUES]


def _own_place(called: Sequence[str], url: str | None) -> str | None:
    """The page's own address of those that it is called by: one of its site, and no front page where there is another."""
    inner = [found for found in called if not is_front_page(found)]
    if url is not None and not is_front_page(url):
        return next((found for found in inner if address(url, found) == found), None)
    return next(iter([*inner, *called]), None) if url is None else address(url, next(iter(called), None))


def _same_page(one: str, other: str | None) -> bool:
    return other is not None and page_key(one) == page_key(other)


def _hosts(*addresses: str | None) -> set[str]:
    return {host for found in addresses if found for host in (site(found), f"www.{site(found)}")}


def _texts(linked: LinkedData, own: Sequence[Node], key: str) -> list[str]:
    return [text for node in own for text in linked.texts(node, key)]


def _metas(meta: dict[str, list[str]], keys: Sequence[str]) -> list[str]:
    return [text for key in keys for text in meta.get(key, ())]


def _named(meta: dict[str, list[str]], keys: Sequence[str]) -> list[str]:
    return [found for text in _metas(meta, keys) if (found := name_of(text)) is not None]


def _authors(*candidates: Sequence[str]) -> str | None:
    """All the authors that the first one names who names any."""
    for names in candidates:
        people = [re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) for name in names if name.lower() not in _NOBODY]
        if people:
            return "; ".join(dict.fromkeys(people))
    return None


def _found(candidates: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(found for found in candidates if found is not None))


def _first(candidates: Iterable[str]) -> str | None:
    return next(iter(candidates), None)
