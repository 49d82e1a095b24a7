"""The metadata that a page carries as JSON-LD: which of its articles is the page's own, and what that says of itself."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from sayso.readers.addresses import absolute, is_front_page, page_key
from sayso.readers.notes import OnNote, ignore
from sayso.readers.pages import NOT_IN_XML, Tree

LIMIT_JSON = 2_000_000
"""Characters of JSON-LD that are read of one page; live blogs carry some hundred thousand."""
LIMIT_NODES = 20_000
LIMIT_VALUES = 20
"""Authors, sources and the like that are read of one article."""
LONGEST_VALUE = 2_000
LONGEST_NAME = 200

Node: TypeAlias = dict[str, Any]

_WRAPPING = re.compile(r"\s*(?://)?\s*(?:<!\[CDATA\[|<!--)?")
_ARTICLES = ("article", "blogposting", "mediaposting", "forumposting", "report")
_MARKUP = re.compile(r"<[^<>]*>")
_BARE = re.compile(r"https?://[^\s<>\"]+")


def letters(text: str) -> str:
    """A text's letters and digits alone, for comparison."""
    return "".join(char for char in text.casefold() if char.isalnum())


def name_of(text: str) -> str | None:
    """A person's or an outlet's name as one line; None for what is no name (an address, nothing, a whole text)."""
    line = " ".join(NOT_IN_XML.sub("", _MARKUP.sub(" ", html.unescape(text[: LONGEST_VALUE + 1]))).split())
    is_address = re.match(r"https?://|www\.|\S+@\S+\.\S+$", line, re.IGNORECASE) is not None
    return line if letters(line) and len(line) <= LONGEST_NAME and not is_address else None


class LinkedData:
    """All JSON-LD of one page. Nodes that name each other by `@id` are looked up one step at a time, so that no circle is run."""

    def __init__(self, tree: Tree, name: str, on_note: OnNote = ignore) -> None:
        self._described: list[Node] = []
        self._by_id: dict[str, Node] = {}
        for value in _load(tree, name, on_note):
            self._described.extend(_top_nodes(value))
            self._index(value)
        self._described = self._described[:LIMIT_NODES]

    def own(self, addresses: Sequence[str], titles: Sequence[str]) -> list[Node]:
        """The nodes that describe the page, best first: the article that has its address or its headline, or is the only
        one; then the page itself. Of several articles of which none fits, none is taken.
        """
        articles = [node for node in self._described if _kinds(node, _ARTICLES)]
        pages = [node for node in self._described if _kinds(node, ("page",)) and not _kinds(node, _ARTICLES)]
        return [*self._fitting(articles, addresses, titles), *self._fitting(pages, addresses, titles)]

    def sites(self) -> list[Node]:
        """The nodes that describe the whole site."""
        return [node for node in self._described if _kinds(node, ("website",))]

    def own_addresses(self, node: Node, base: str | None = None) -> list[str]:
        """What a node says is its own address; a front page is nobody's."""
        values = [said(node, "url"), said(node, "mainEntityOfPage"), said(node, "@id")]
        found = [address for value in values for address in self.addresses(value, base)]
        return [address for address in dict.fromkeys(found) if not is_front_page(address)]

    def addresses(self, value: Any, base: str | None = None) -> list[str]:
        """The addresses in a value: a string that is one, or holds one; a node's `url` or `@id`."""
        found = []
        for item in _items(value):
            if isinstance(item, dict):
                item = self._resolved(item)
                links = [*_strings(said(item, "url")), *_strings(said(item, "@id"))]
                found.extend([address for link in links for address in _address(link, base)][:1])
            else:
                found.extend(address for link in _strings(item) for address in _address(link, base))
        return list(dict.fromkeys(found))

    def names(self, value: Any) -> list[str]:
        """The names in a value: strings, or nodes that have one."""
        found: list[str | None] = []
        for item in _items(value):
            if isinstance(item, str) and item in self._by_id:
                item = self._by_id[item]
            if not isinstance(item, dict):
                found.extend(map(name_of, _strings(item)))
                continue
            item = self._resolved(item)
            parts = [
                text for key in ("givenName", "additionalName", "familyName") for text in _strings(said(item, key))
            ]
            names = _strings(said(item, "name")) or _strings(said(item, "legalName")) or [" ".join(parts)]
            found.extend(map(name_of, names))
        return list(dict.fromkeys(name for name in found if name is not None))

    def texts(self, node: Node, key: str) -> list[str]:
        """What a node says under a key, as strings."""
        return [text for item in _items(said(node, key)) for text in _strings(item)]

    def _fitting(self, nodes: Sequence[Node], addresses: Sequence[str], titles: Sequence[str]) -> list[Node]:
        pages = {page_key(address) for address in addresses}
        headlines = {key for title in titles if (key := letters(title))}
        scored = []
        contradicted = False
        for node in nodes:
            own = {page_key(address) for address in self.own_addresses(node, next(iter(addresses), None))}
            titled = [*self.texts(node, "headline"), *self.texts(node, "name")]
            named = any(_same_headline(letters(title), headlines) for title in titled)
            score = 2 * bool(own & pages) + named
            contradicted = not score and bool(own and pages and titled and headlines)
            scored.append((score, node))
        if len(scored) == 1 and not contradicted:
            return [scored[0][1]]
        return [node for score, node in sorted(scored, key=lambda pair: -pair[0]) if score]

    def _resolved(self, node: Node) -> Node:
        known = self._by_id.get(node["@id"]) if isinstance(node.get("@id"), str) else None
        return node if known is None else {**known, **node}

    def _index(self, value: Any) -> None:
        waiting, seen = [value], 0
        while waiting and seen < LIMIT_NODES:
            value = waiting.pop()
            seen += 1
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                waiting.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
                own_id = value.get("@id")
                if isinstance(own_id, str) and len(value) > len(self._by_id.get(own_id, {"@id": own_id})):
                    self._by_id[own_id] = value


def _load(tree: Tree, name: str, on_note: OnNote) -> Iterator[Any]:
    left = LIMIT_JSON
    broken = 0
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        left -= len(text)
        if left < 0:
            on_note(
                f"{name} has more than {LIMIT_JSON:,} characters of metadata as JSON-LD; the rest of it was ignored."
            )
            break
        inner = _WRAPPING.sub("", text, count=1).rstrip()
        for tail in ("-->", "]]>", "//", ";"):
            inner = inner.removesuffix(tail).rstrip()
        if not inner:
            continue
        try:
            yield json.loads(inner, strict=False)
        except (ValueError, RecursionError):
            broken += 1
    if broken:
        what = "a block" if broken == 1 else f"{broken} blocks"
        on_note(f"{name} has {what} of metadata that is no valid JSON-LD; it was ignored.")


def _top_nodes(value: Any) -> Iterator[Node]:
    """The nodes that stand on their own, in order: in lists, in `@graph`, and what a page is about."""
    waiting, seen = [value], 0
    while waiting and seen < LIMIT_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(reversed(value[:LIMIT_NODES]))
        elif isinstance(value, dict):
            yield value
            inner = [said(value, key) for key in ("@graph", "mainEntity")]
            about = said(value, "mainEntityOfPage")
            if isinstance(about, dict) and len(about) > 2:
                inner.append(about)
            waiting.extend(part for part in reversed(inner) if isinstance(part, (dict, list)))


def _kinds(node: Node, endings: tuple[str, ...]) -> bool:
    """Whether one of a node's types ends so; types may be written as addresses ("https://schema.org/NewsArticle")."""
    return any(kind.lower().endswith(endings) for item in _items(said(node, "@type")) for kind in _strings(item))


def _same_headline(key: str, headlines: set[str]) -> bool:
    """Whether a headline's letters are another's, or one is the beginning of the other."""
    return any(
        key == other or (min(len(key), len(other)) > 15 and (key in other or other in key)) for other in headlines
    )


def said(node: Node, key: str) -> Any:
    """What a node says under a key, as it stands."""
    return node[key] if key in node else node.get(f"schema:{key}")


def _items(value: Any) -> list[Any]:
    if value is None:
        return []
    return value[:LIMIT_VALUES] if isinstance(value, list) else [value]


def _strings(value: Any) -> list[str]:
    """A string, a number, a `@value`, or a list of those, as strings of a bearable length."""
    found = []
    for item in _items(value):
        inner = item.get("@value", item.get("name")) if isinstance(item, dict) else item
        if isinstance(inner, (str, int)) and not isinstance(inner, bool):
            text = str(inner).strip() if isinstance(inner, str) or abs(inner) < 10**15 else ""
            if text and len(text) <= LONGEST_VALUE:
                found.append(text)
    return found


def _address(text: str, base: str | None) -> list[str]:
    if re.match(r"https?://\S+$|/\S*$", text, re.IGNORECASE):
        found = absolute(text, base)
        return [found] if found is not None else []
    return [found for bare in _BARE.findall(text) if (found := absolute(bare.rstrip(".,;)"))) is not None]
