"""Weights are checked before they are used."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.models.finding import find
from sayso.models.network import load_network_from
from tests.models.english import FOLDER, needs_weights


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "en"))


@needs_weights
@pytest.mark.parametrize("name", ["network.onnx", "pairs.bin", "tokenizer.json"])
def test_another_file_than_was_shipped_is_named(copy: Path, name: str) -> None:
    with (copy / name).open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match=name):
        load_network_from(copy)


@needs_weights
def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "pairs.bin").unlink()
    with pytest.raises(ModelError, match=r"pairs\.bin"):
        load_network_from(copy)


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"name": "x"}'])
def test_a_manifest_that_cannot_be_read_is_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "model.json").write_text(text)
    with pytest.raises(ModelError, match=r"model\.json"):
        load_network_from(tmp_path)


@needs_weights
def test_a_manifest_without_a_file_it_needs_is_named(copy: Path) -> None:
    described = json.loads((copy / "model.json").read_bytes())
    del described["files"]["pairs.bin"]
    (copy / "model.json").write_text(json.dumps(described))
    with pytest.raises(ModelError):
        load_network_from(copy)


@needs_weights
def test_the_model_says_which_weights_it_is(copy: Path) -> None:
    network = load_network_from(copy, threads=1)
    assert network.model.name and len(network.model.sha256) == 64


@needs_weights
@pytest.mark.parametrize("text", ["", " \n", "It rained. " * 200, "😀 “ ” \x01 שלום"])
def test_find_gives_ranges_of_the_text(text: str) -> None:
    found = find(text, load_network_from(FOLDER, threads=1))
    ranges = [
        *((m.start, m.end) for m in found.mentions),
        *found.hedges,
        *(part for a in found.attributions for part in (a.cue, *a.source, *a.content)),
    ]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
