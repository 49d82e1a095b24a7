"""Compiles the table of places when sayso is built: GeoNames' data come with packages and stand in no repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLE = "src/sayso/gazetteer/places.bin"


class PlacesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the table beside its module, for a wheel and for an editable installation alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from sayso.gazetteer.compiling import compile_table
            from sayso.gazetteer.overlay import fingerprint
            from sayso.gazetteer.table import read_fingerprint

            table = root / TABLE
            if read_fingerprint(table) != fingerprint():
                compile_table(table)
        finally:
            sys.path.remove(str(root / "src"))
        build_data["artifacts"].append(TABLE)  # the repository ignores it, and the wheel needs it
