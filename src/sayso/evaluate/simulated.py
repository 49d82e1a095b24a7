"""Stories from the simulator, which stands in the repository (`evaluation/simulator`) and not in the package."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.errors import CorpusError
from sayso.evaluate.story import Story

_NAME: Final = "sayso_simulator"


def simulated_stories(data: Path, count: int, seed: int = 1) -> Iterator[Story]:
    """`count` stories of a seed; `data` is the folder that holds `simulator/`. Raises CorpusError where it does not."""
    start = (data / "simulator" / "__init__.py").resolve()
    if not start.is_file():
        raise CorpusError(f"{data} holds no simulator; give the folder evaluation of sayso's repository.")
    loaded = sys.modules.get(_NAME)
    if loaded is None or loaded.__file__ != str(start):
        for name in [name for name in sys.modules if name == _NAME or name.startswith(f"{_NAME}.")]:
            del sys.modules[name]
        spec = importlib.util.spec_from_file_location(_NAME, start, submodule_search_locations=[str(start.parent)])
        assert spec is not None and spec.loader is not None
        loaded = sys.modules[_NAME] = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(loaded)
        except Exception as error:
            del sys.modules[_NAME]
            raise CorpusError(f"The simulator in {data} cannot be loaded: {error!r}.") from error
    stories: Iterator[Story] = loaded.simulate(count, seed)
    return stories
