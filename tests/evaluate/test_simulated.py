"""The simulator is found by its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.simulator import simulate
from sayso.errors import CorpusError
from sayso.evaluate.simulated import simulated_stories

EVALUATION = Path(__file__).parents[2] / "evaluation"


def test_the_simulator_is_found_by_its_folder() -> None:
    first = list(simulated_stories(EVALUATION, 2, seed=5))
    assert first == list(simulated_stories(EVALUATION, 2, seed=5)) == list(simulate(2, seed=5))


def test_a_folder_without_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no simulator"):
        simulated_stories(tmp_path, 1)
    (tmp_path / "simulator").mkdir()
    (tmp_path / "simulator" / "__init__.py").write_text("import nothing_of_that_name\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be loaded"):
        simulated_stories(tmp_path, 1)
