"""The metadata that a page carries in the attributes of its own elements: `itemprop`, `<time pubdate>`, hAtom's classes."""

from __future__ import annotations

from itertools import islice

from sayso.readers.json_ld import LONGEST_NAME, name_of
from sayso.readers.pages import Tree

LIMIT_ELEMENTS = 300
_PROPERTIES = frozenset("author publisher datepublished datemodified".split())
_PUBLISHED = frozenset("published dt-published entry-date post-date date-published".split())
_MODIFIED = frozenset("updated dt-updated modified date-modified".split())
_LONGEST = 500


class Microdata:
    """What the elements of the page's own article say; other articles on the page (those without its `<h1>`) are left out."""

    def __init__(self, tree: Tree) -> None:
        self.authors: list[str] = []
        self.publishers: list[str] = []
        self.published: list[str] = []
        self.modified: list[str] = []
        self._around_headline: set[Tree] = set()
        for heading in islice(tree.iter("h1"), 5):
            self._around_headline.update(heading.iterancestors())
        seen = 0
        for element in tree.iter("*"):
            properties = _tokens(element, "itemprop") & _PROPERTIES
            if not properties and element.tag != "time":
                continue
            seen += 1
            if seen > LIMIT_ELEMENTS:
                break
            if self._is_own(element):
                self._read(element, properties)

    def _read(self, element: Tree, properties: set[str]) -> None:
        moment = element.get("datetime") or element.get("content") or ""
        classes = _tokens(element, "class")
        if "datepublished" in properties or (element.tag == "time" and element.get("pubdate") is not None):
            self.published.append(moment or _words(element))
        elif "datemodified" in properties:
            self.modified.append(moment or _words(element))
        elif element.tag == "time" and moment:
            if classes & _PUBLISHED:
                self.published.append(moment)
            elif classes & _MODIFIED:
                self.modified.append(moment)
        if "author" in properties:
            self.authors.extend(_names(element))
        if "publisher" in properties:
            self.publishers.extend(_names(element))

    def _is_own(self, element: Tree) -> bool:
        """Whether it belongs to the article that the headline stands in, or to none."""
        for outer in element.iterancestors():
            kind = (outer.get("itemtype") or "")[-100:].lower()
            if kind and not kind.rstrip("/").endswith(("article", "posting", "report", "page", "website")):
                return False  # the date of a comment, a rating, an image
            if outer.tag == "article" or kind.endswith(("article", "posting", "report")):
                return not self._around_headline or outer in self._around_headline
        return True


def _tokens(element: Tree, attribute: str) -> set[str]:
    return set((element.get(attribute) or "")[:_LONGEST].lower().split())


def _names(element: Tree) -> list[str]:
    """The names in an element: of the things in it that have one, or its own words."""
    inner = [found for found in islice(element.iter("*"), LIMIT_ELEMENTS) if "name" in _tokens(found, "itemprop")][:20]
    said = [found.get("content") or _words(found) for found in inner or [element]]
    return [name for text in said if (name := name_of(text)) is not None]


def _words(element: Tree) -> str:
    """An element's words, as far as a name or a date is long."""
    words = ""
    for piece in element.itertext():
        words += piece[:_LONGEST]
        if len(words) > 2 * LONGEST_NAME:
            break
    return " ".join(words.split())
