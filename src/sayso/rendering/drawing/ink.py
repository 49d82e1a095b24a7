"""SVG, written without a library: elements, escaped words, numbers, and the one style sheet."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape

from sayso.domain.claim import RelayKind
from sayso.rendering.safe import safe_line

FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif'
LONGEST_TOOLTIP = 600

DASHES = {
    RelayKind.NAMES_IT: "",
    RelayKind.LINK: "9 4",
    RelayKind.WIRE_CREDIT: "9 3 2 3",
    RelayKind.SAME_TEXT: "2.5 2.5",
    RelayKind.TRANSLATION: "13 3 2 3 2 3",
    RelayKind.FORWARD: "5 3",
    RelayKind.SHARED_ERROR: "1.5 5",
    RelayKind.SAME_OWNER: "1.5 8",
}

# Legal in Python and in no XML document, beyond what `safe_line` has replaced already.
_NOT_XML = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")

_LIGHT = {
    "paper": "#ffffff", "ink": "#1c1c21", "quiet": "#62626e", "grid": "#ececf0",
    "line": "#858da0", "root": "#1d4f91", "dot": "#3d4557", "drift": "#b8400a", "flag": "#a3195b",
}  # fmt: skip
_DARK = {
    "paper": "#15161a", "ink": "#ececf1", "quiet": "#a4a4b0", "grid": "#292a31",
    "line": "#747c90", "root": "#82b4ff", "dot": "#c3c9d6", "drift": "#ff9d5c", "flag": "#ff7fba",
}  # fmt: skip


@lru_cache(maxsize=8192)
def words(text: str) -> str:
    """Words from outside as they may stand in XML. Kept: both drawings of a page say the same."""
    return escape(_NOT_XML.sub("\ufffd", safe_line(text)))


def number(value: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def tag(name: str, content: str = "", **attributes: float | str | None) -> str:
    """An element; `class_` is its class, and "_" in other names stands for "-"."""
    written = "".join(
        [
            f'{_attribute(key)}"{value if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
            if value is not None and value != ""
        ]
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


@cache
def _attribute(key: str) -> str:
    return f" {'class' if key == 'class_' else key.replace('_', '-')}="


def text(x: float, y: float, said: str, style: str, *, size: float, anchor: str | None = None) -> str:
    """A line of words, escaped here."""
    return tag("text", words(said), x=x, y=y, class_=style, font_size=size, text_anchor=anchor)


def tooltip(lines: list[str]) -> str:
    """What is shown of an element that is pointed at; one line each."""
    written = [words(line if len(line) <= LONGEST_TOOLTIP else f"{line[:LONGEST_TOOLTIP]} …") for line in lines if line]
    return tag("title", "\n".join(written)) if written else ""


@cache
def style_sheet() -> str:
    """Colours for light and for dark, scoped to the drawing: a page may hold several, and rules of its own."""
    shape = (
        f".sayso-lineage text{{font-family:{FONTS}}}"
        ".sayso-lineage path,.sayso-lineage line{fill:none;stroke-linecap:round}"
        ".sayso-lineage .name,.sayso-lineage .heading{font-weight:600}"
        ".sayso-lineage .label text{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}"
    )
    return f"<style>{shape}{_colours(_LIGHT)}@media screen and (prefers-color-scheme:dark){{{_colours(_DARK)}}}</style>"


def _colours(colour: dict[str, str]) -> str:
    rules = {
        "rect.paper": f"fill:{colour['paper']}",
        "text": f"fill:{colour['ink']}",
        "text.quiet": f"fill:{colour['quiet']}",
        "text.drift": f"fill:{colour['drift']}",
        ".label text": f"stroke:{colour['paper']}",
        ".grid": f"stroke:{colour['grid']}",
        ".step": f"stroke:{colour['line']}",
        ".flagged": f"stroke:{colour['flag']}",
        ".doubt": f"stroke:{colour['root']}",
        ".root": f"fill:{colour['root']};stroke:{colour['paper']}",
        ".document": f"fill:{colour['dot']};stroke:{colour['paper']}",
        ".hop": f"fill:{colour['paper']};stroke:{colour['dot']}",
        "path.introduced": f"fill:{colour['drift']};stroke:{colour['drift']}",
        "path.inherited": f"fill:{colour['paper']};stroke:{colour['drift']}",
    }
    return "".join(f".sayso-lineage {selector}{{{rule}}}" for selector, rule in rules.items())
