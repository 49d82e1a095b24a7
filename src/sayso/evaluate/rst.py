"""Rhetorical structure trees with signals, as eRST marks them (Zeldes et al. 2024), from `.rs4` files.

A file holds elementary units (`segment`, space-separated tokens), the nodes above them (`group`), secondary edges
and the signals of every relation (`tokens` counts syntactic words over the document from 1).
A satellite names its nucleus as `parent`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Signal:
    """The words (0-based token numbers) that signal a relation, and what sort of signal they are."""

    subtype: str
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution relation: the tokens of each side, and those of the satellite's own nuclear units."""

    satellite: frozenset[int]
    nucleus: frozenset[int]
    core: frozenset[int]
    signals: tuple[Signal, ...]


@dataclass(slots=True)
class _Node:
    parent: str
    relation: str
    kind: str
    tokens: tuple[int, ...] = ()
    children: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one document and its attribution relations."""

    tokens: tuple[str, ...]
    attributions: tuple[Attribution, ...]


def read_rs4(path: Path) -> Tree:
    """Read one `.rs4` file; `ValueError` names the file where it is no such tree."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as problem:
        raise ValueError(f"{path}: no readable XML: {problem}") from problem
    body = root.find("body")
    if body is None:
        raise ValueError(f"{path}: no body")
    words: list[str] = []
    nodes: dict[str, _Node] = {}
    for item in body:
        if item.tag not in ("segment", "group"):
            continue
        node = _Node(item.get("parent", ""), item.get("relname", ""), item.get("type", item.tag))
        if item.tag == "segment":
            own = (item.text or "").split()
            node.tokens = tuple(range(len(words), len(words) + len(own)))
            words.extend(own)
        nodes[item.get("id", "")] = node
    for name, node in nodes.items():
        if node.parent and node.parent not in nodes:
            raise ValueError(f"{path}: node {name} hangs from {node.parent}, which is not there")
        if node.parent:
            nodes[node.parent].children.append(name)
    signals: dict[str, list[Signal]] = {}
    for item in root.iter("signal"):
        numbers = tuple(int(n) - 1 for n in item.get("tokens", "").split(",") if n)
        if any(not 0 <= n < len(words) for n in numbers):
            raise ValueError(f"{path}: a signal of {item.get('source')} points outside the document")
        signals.setdefault(item.get("source", ""), []).append(Signal(item.get("subtype", ""), numbers))
    edges = [(name, name, node.parent) for name, node in nodes.items() if node.relation.startswith("attribution")]
    for item in root.iter("secedge"):
        if item.get("relname", "").startswith("attribution"):
            edge = (item.get("id", ""), item.get("source", ""), item.get("target", ""))
            if edge[1] not in nodes or edge[2] not in nodes:
                raise ValueError(f"{path}: secondary edge {edge[0]} joins a node that is not there")
            edges.append(edge)
    found = [_attribution(nodes, satellite, nucleus, signals.get(key, [])) for key, satellite, nucleus in edges]
    return Tree(tuple(words), tuple(sorted(found, key=lambda a: (min(a.core, default=0), min(a.nucleus, default=0)))))


def _attribution(nodes: dict[str, _Node], satellite: str, nucleus: str, signals: list[Signal]) -> Attribution:
    outer, core = _leaves(nodes, satellite), _core(nodes, satellite)
    content = _leaves(nodes, nucleus)
    if satellite not in _below(nodes, nucleus):  # a secondary edge may join nodes on one line
        outer -= content
    core -= content - outer
    top = nucleus
    while nodes[top].relation == "span" and nodes[top].parent:
        top = nodes[top].parent
    above, more = nodes[top].parent, set[int]()
    if above and nodes[top].relation == "same-unit":  # what the attribution interrupts goes on in the other members
        more = _leaves(nodes, above) - _leaves(nodes, top)
        if any(s.subtype == "attribution_source" and more.intersection(s.tokens) for s in signals):
            more = set()  # the attribution is what is interrupted: "The results (of May) | show | that ..."
    elif above and nodes[top].relation.startswith("attribution"):  # "According to A, B says X": all of "B says X"
        more = _leaves(nodes, above)
    content |= more
    return Attribution(frozenset(outer), frozenset(content - outer), frozenset(core or outer), tuple(signals))


def _below(nodes: dict[str, _Node], name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(nodes[here].children)
    return found


def _leaves(nodes: dict[str, _Node], name: str) -> set[int]:
    return {token for below in _below(nodes, name) for token in nodes[below].tokens}


def _core(nodes: dict[str, _Node], name: str) -> set[int]:
    """The tokens of the nuclear units below a node."""
    found, waiting = set(nodes[name].tokens), [name]
    while waiting:
        here = nodes[waiting.pop()]
        inner = [c for c in here.children if here.kind != "segment" and _nuclear(here, nodes[c])]
        found.update(token for child in inner for token in nodes[child].tokens)
        waiting.extend(inner)
    return found


def _nuclear(above: _Node, node: _Node) -> bool:
    if above.kind == "span":
        return node.relation == "span"
    return node.relation == "same-unit" or node.relation.startswith(
        ("joint", "restatement-repetition", "adversative-contrast")
    )
