"""Compiles the table of places and the outlines of countries when sayso is built: their data come with packages and stand in no repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLE = "src/sayso/gazetteer/places.bin"
OUTLINES = "src/sayso/gazetteer/outlines.npz"


class PlacesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes both beside their modules, for a wheel and for an editable installation alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from sayso.gazetteer.compiling import compile_table
            from sayso.gazetteer.outlines import compile_outlines, is_compiled
            from sayso.gazetteer.overlay import fingerprint
            from sayso.gazetteer.table import read_fingerprint

            table = root / TABLE
            if read_fingerprint(table) != fingerprint():
                compile_table(table)
            if not is_compiled(root / OUTLINES):
                compile_outlines(root / OUTLINES)
        finally:
            sys.path.remove(str(root / "src"))
        build_data["artifacts"] += [TABLE, OUTLINES]  # the repository ignores them, and the wheel needs them
