"""The text with its spans marked by characters alone, for pipes and for terminals without colour.

The marks are mathematical brackets, which no newspaper prints; take them and the raised figures out, and the
text is as it was.
"""

from __future__ import annotations

from collections import defaultdict

from sayso.domain.reading import Reading
from sayso.rendering.layers import Layer, Lit, lit_stretches, numbered
from sayso.rendering.safe import safe
from sayso.rendering.words import how_sure, through_whom, who

_MARKS = {
    Layer.CONTENT: ("⟪", "⟫"),
    Layer.SOURCE: ("⟦", "⟧"),
    Layer.CUE: ("⟨", "⟩"),
    Layer.HEDGE: ("⟮", "⟯"),
    Layer.FURNITURE: ("⌊", "⌋"),
}
_MARK_WORDS = {Layer.CONTENT: "what is said", Layer.FURNITURE: "not the article's"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(numbers: tuple[int, ...]) -> str:
    """Figures that stand above the line: (4, 15) → "⁴·¹⁵"."""
    return "·".join(str(number) for number in numbers).translate(_RAISED)


def marked(reading: Reading) -> str:
    """The marked text, and below it a note for every attribution; ends with a line break."""
    text = reading.document.text
    opened: dict[int, list[str]] = defaultdict(list)
    closed: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    stretches = [lit for lit in lit_stretches(reading) if lit.layer in _MARKS]
    for order, lit in enumerate(stretches):
        opened[lit.start].append(_open(lit))
        closed[lit.end].append((-lit.start, -order, _close(lit)))
    pieces = []
    before = 0
    for at in sorted(opened.keys() | closed.keys()):
        pieces.append(safe(text[before:at]))
        pieces.extend(mark for _, _, mark in sorted(closed[at]))  # opened last, closed first
        pieces.extend(opened[at])
        before = at
    pieces.append(safe(text[before:]))
    body = "".join(pieces)
    return (body if body.endswith("\n") else body + "\n") + _legend(stretches) + _notes(reading)


def _open(lit: Lit) -> str:
    mark = _MARKS[lit.layer][0]
    return mark + raised(lit.numbers) if lit.layer is Layer.CONTENT else mark


def _close(lit: Lit) -> str:
    mark = _MARKS[lit.layer][1]
    return raised(lit.numbers) + mark if lit.layer is Layer.CONTENT else mark + raised(lit.numbers)


def _legend(stretches: list[Lit]) -> str:
    used = {lit.layer for lit in stretches}
    words = [
        f"{left}{_MARK_WORDS.get(layer, layer)}{right}" for layer, (left, right) in _MARKS.items() if layer in used
    ]
    return f"\n{'  '.join(words)}\n" if words else ""


def _notes(reading: Reading) -> str:
    lines = []
    for number, attribution in numbered(reading):
        via = through_whom(attribution)
        path = f", through {' › '.join(via)}" if via else ""
        lines.append(f"{raised((number,))} {who(attribution)}{path}: {', '.join(how_sure(attribution))}\n")
    return "\n" + "".join(lines) if lines else ""
