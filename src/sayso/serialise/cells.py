"""Cells of CSV that a spreadsheet cannot run."""

from __future__ import annotations

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def guarded(cell: object) -> object:
    """A text cell that a spreadsheet would run as a formula, with an apostrophe in front; any other as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
