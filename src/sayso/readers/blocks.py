"""The paragraphs of a tree of HTML, or of what trafilatura makes of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.readers.pages import Tree

_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font hi i ins kbd label mark q ref ruby rt s samp small span strike"
    " strong sub sup time tt u var wbr graphic".split()
)
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_UNSEEN = frozenset("script style noscript template head svg math iframe object select textarea audio video".split())
_BLANKS = re.compile(r"[ \t\n\r\f\v\xa0]+")


@dataclass(slots=True)
class Anchor:
    """A link in a tree, and where its words stand among the tree's visible characters, blanks not counted."""

    element: Tree
    start: int
    end: int


def paragraphs(tree: Tree, anchors: list[Anchor] | None = None) -> Iterator[str]:
    """The visible text in blocks; blanks are run together as a browser does, a line break is kept inside a
    paragraph. The cells of a table's row make one paragraph, with tabs between them.

    The links that are seen on the way go into `anchors`.
    """
    from lxml import etree

    parts: list[str] = []
    unseen = solid = 0
    open_anchors: list[Anchor] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += tag in _UNSEEN
            if not unseen:
                if tag in _BREAKS:
                    parts.append("\n")
                elif tag in _CELLS:
                    parts.append("\t")
                elif tag not in _INLINE and not _in_cell(element):
                    yield from _flush(parts)
                if tag == "a" and anchors is not None:
                    open_anchors.append(Anchor(element, solid, solid))
                    anchors.append(open_anchors[-1])
                if element.text:
                    parts.append(_BLANKS.sub(" ", element.text))
                    solid += solid_length(element.text)
        else:
            if open_anchors and open_anchors[-1].element is element:
                open_anchors.pop().end = solid
            unseen -= tag in _UNSEEN
            if not unseen:
                if tag not in _INLINE and tag not in _BREAKS and tag not in _CELLS:
                    if _in_cell(element):
                        parts.append(" ")
                    else:
                        yield from _flush(parts)
                if element is not tree and element.tail:
                    parts.append(_BLANKS.sub(" ", element.tail))
                    solid += solid_length(element.tail)
    yield from _flush(parts)


def solid_length(text: str) -> int:
    """How many of a text's characters are no blanks."""
    return sum(map(len, text.split()))


def _in_cell(element: Tree) -> bool:
    """Whether it is a plain block directly in a table's cell, which stays in its row."""
    parent = element.getparent()
    return element.tag == "p" and parent is not None and parent.tag in _CELLS


def _flush(parts: list[str]) -> Iterator[str]:
    text = "".join(parts)
    parts.clear()
    for block in re.split(r"\n *\n\s*", text):
        lines = [re.sub(" *\t *", "\t", re.sub(" {2,}", " ", line)).strip() for line in block.split("\n")]
        joined = "\n".join(line for line in lines if line)
        if joined:
            yield joined
