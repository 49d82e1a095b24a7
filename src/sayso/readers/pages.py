"""A page's bytes → a tree, with bounds: hostile pages are refused before they cost time or memory."""

from __future__ import annotations

import json
import re
from typing import Any, TypeAlias

from sayso.errors import EmptyTextError, InputError, TooLargeError
from sayso.readers.notes import OnNote, ignore

LIMIT_DEPTH = 250
LIMIT_ELEMENTS = 30_000
LIMIT_ATTRIBUTES = 300

Tree: TypeAlias = Any
"""An lxml element (lxml carries no types)."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no page may hold."""

_LONG_TAG = 600
_LONGEST_ATTRIBUTE = 2_000
_LONGEST_METADATA = 100_000
_LONGEST_BROKEN_METADATA = 2_000
# every alternative, once begun, takes what it has looked at, so that the whole is linear in the page's length
_TOKEN = re.compile(
    r"""<!--[\s\S]*?(?:-->|\Z)|<(?P<raw>script|style)\b[\s\S]*?(?:</(?P=raw)|\Z)"""
    r"""|<[a-z](?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?)*+(?:>|\Z)""",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_ADVICE = "Save the page again from a browser, or copy its text into a .txt file."


def parse(markup: str, name: str, on_note: OnNote = ignore) -> Tree:
    """The page's tree; raises InputError where its nesting, attributes or size is beyond any article's."""
    _check_attributes(markup, name)
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise EmptyTextError(f"{name} holds no page that can be parsed ({error}). {_ADVICE}") from error
    _check_shape(tree, name)
    taken_out = _take_out_controls(tree)
    if taken_out:
        on_note(f"{name} holds {taken_out} control characters that no page may hold; they were taken out.")
    return tree


def tame(tree: Tree) -> None:
    """Take out what costs trafilatura's readers of metadata quadratic time and is no part of a page's visible text."""
    for element in list(tree.iter("*")):
        for key, value in element.attrib.items():
            if len(value) > _LONGEST_ATTRIBUTE:
                del element.attrib[key]
        if (element.tag == "script" and element.text and not _is_usable(element.text)) or (
            element.tag == "title" and len(element.text or "") > _LONGEST_ATTRIBUTE
        ):
            element.text = ""


def _take_out_controls(tree: Tree) -> int:
    """Extractors cannot copy a text with such characters and would drop the paragraph; how many there were."""
    count = 0
    for element in tree.iter("*"):
        if element.text and NOT_IN_XML.search(element.text):
            element.text, found = NOT_IN_XML.subn("", element.text)
            count += found
        if element.tail and NOT_IN_XML.search(element.tail):
            element.tail, found = NOT_IN_XML.subn("", element.tail)
            count += found
    return count


def _is_usable(script: str) -> bool:
    """Whether a script is short, or JSON of a bearable length."""
    if len(script) <= _LONGEST_BROKEN_METADATA:
        return True
    if len(script) > _LONGEST_METADATA:
        return False
    try:
        json.loads(script)
    except (ValueError, RecursionError):
        return False
    return True


def _check_attributes(markup: str, name: str) -> None:
    """libxml2 compares every attribute of a tag with every other."""
    for found in _TOKEN.finditer(markup):
        tag = found.group()
        if len(tag) < _LONG_TAG or tag.startswith("<!--") or found["raw"] is not None:
            continue
        attributes = len(re.findall(r"[\s/]+", _QUOTED.sub(" ", tag)))
        if attributes > LIMIT_ATTRIBUTES:
            raise InputError(
                f"{name} has a tag with about {attributes:,} attributes at character {found.start():,}"
                f" (the limit is {LIMIT_ATTRIBUTES}). {_ADVICE}"
            )


def _check_shape(tree: Tree, name: str) -> None:
    from lxml import etree

    depth = elements = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        if depth > LIMIT_DEPTH:
            raise InputError(f"{name} nests its elements more than {LIMIT_DEPTH} deep. {_ADVICE}")
        if elements > LIMIT_ELEMENTS:
            raise TooLargeError(f"{name} has more than {LIMIT_ELEMENTS:,} elements. {_ADVICE}")
