"""Outlines of countries, compiled from the package that carries them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.errors import GazetteerError
from sayso.gazetteer import load_outlines, outlines


def test_every_country_has_rings_on_one_grid() -> None:
    pytest.importorskip("shapefile")
    found = {outline.name: outline for outline in load_outlines()}
    assert len(found) > 200
    west = min(float(ring[:, 0].min()) for ring in found["Portugal"].rings)
    assert west < -8.5
    steps = found["Luxembourg"].rings[0] / outlines.GRID
    assert np.abs(steps - np.rint(steps)).max() < 0.01


def test_neighbours_share_their_border() -> None:
    pytest.importorskip("shapefile")
    found = {
        outline.name: {tuple(np.rint(point / outlines.GRID)) for ring in outline.rings for point in ring}
        for outline in load_outlines()
    }
    assert len(found["Spain"] & found["Portugal"]) > 100


def test_without_file_and_package_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines, "FILE", tmp_path / "outlines.npz")
    monkeypatch.setattr(outlines, "PACKAGE", "no_such_package")
    outlines.load_outlines.cache_clear()
    try:
        assert outlines.load_outlines() == ()
        with pytest.raises(GazetteerError, match="not installed"):
            outlines.compile_outlines(outlines.FILE)
    finally:
        outlines.load_outlines.cache_clear()


def test_a_damaged_file_is_compiled_anew(tmp_path: Path) -> None:
    damaged = tmp_path / "outlines.npz"
    damaged.write_bytes(b"PK\x03\x04 and then nothing")
    assert not outlines.is_compiled(damaged)
