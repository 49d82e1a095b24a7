"""The text with its spans lit in colour; not one visible character is added or taken away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rich.text import Text

from sayso.domain.reading import Reading
from sayso.rendering.layers import Layer, lit_stretches
from sayso.rendering.marked import marked
from sayso.rendering.safe import safe

_STYLES = {
    Layer.HEADLINE: "bold",
    Layer.CONTENT: "green",
    Layer.SOURCE: "bold cyan",
    Layer.CUE: "magenta",
    Layer.HEDGE: "bold yellow",
    Layer.FURNITURE: "dim",
}
_INNER = "green underline"
_LEGEND_WORDS = {Layer.CONTENT: "what is said", Layer.FURNITURE: "not the article's"}


def lit_text(reading: Reading, *, colour: bool) -> Iterator[Text]:
    """The text and what its lights mean, line by line; without colour the marks of `marked` stand in for the lights."""
    if colour:
        yield from lit_lines(reading)
        yield Text()
        yield legend()
    else:
        yield from (Text(line) for line in marked(reading).removesuffix("\n").split("\n"))


def lit_lines(reading: Reading) -> Iterator[Text]:
    """The lines of the text, styled; one at a time, so that a book is no heavier than its longest line."""
    line = Text()
    for words, style in _pieces(reading):
        head, *rest = words.split("\n")
        line.append(head, style)
        for tail in rest:
            yield line
            line = Text()
            line.append(tail, style)
    if line:
        yield line


def legend() -> Text:
    """One line that says what the colours mean."""
    text = Text()
    for layer in (Layer.SOURCE, Layer.CUE, Layer.CONTENT, Layer.HEDGE, Layer.FURNITURE):
        text.append(_LEGEND_WORDS.get(layer, layer.value), _STYLES[layer]).append("  ")
    return text.append("said through another", _INNER)


def _pieces(reading: Reading) -> Iterator[tuple[str, str]]:
    text = reading.document.text
    changes: dict[int, list[tuple[Layer, int]]] = defaultdict(list)
    for lit in lit_stretches(reading):
        changes[lit.start].append((lit.layer, 1))
        changes[lit.end].append((lit.layer, -1))
    active: Counter[Layer] = Counter()
    before = 0
    for at in sorted(changes):
        if at > before:
            yield safe(text[before:at]), _style(active)
        for layer, step in changes[at]:
            active[layer] += step
        before = at
    if before < len(text):
        yield safe(text[before:]), _style(active)


def _style(active: Counter[Layer]) -> str:
    """In a rich style the last colour wins, so inner layers stand last; content inside content is underlined."""
    styles = [_STYLES[layer] for layer in Layer if active[layer] > 0]
    if active[Layer.CONTENT] > 1:
        styles.append("underline")
    return " ".join(styles)
