"""Files of weights, checked before they are used: a manifest names each with its SHA-256."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import onnxruntime

from sayso.errors import ModelError

ENGLISH = Path(str(files("sayso.models") / "en"))
"""The folder of the English weights that come with this package."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What a manifest says, and the files that it names, by name; each is the one that was shipped."""

    name: str
    described: Mapping[str, Any]
    digests: Mapping[str, str]
    contents: Mapping[str, bytes]


def read_weights(manifest: Path, needed: Sequence[str], keys: Sequence[str] = ()) -> Weights:
    """The files of `manifest`, which lie beside it; `needed` ones and `keys` have to be in it. Raises ModelError."""
    try:
        described = json.loads(manifest.read_bytes())
        name, digests = described["name"], described["files"]
        absent = [key for key in keys if key not in described]
        missing = [file for file in needed if file not in digests]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{manifest} cannot be read ({error!r}); install sayso again.") from error
    if absent:
        raise ModelError(f"{manifest} does not say {', '.join(absent)}; install sayso again.")
    if missing:
        raise ModelError(f"{manifest} gives no digest for {', '.join(missing)}; install sayso again.")
    contents = {file: _read(manifest, file, digest) for file, digest in digests.items()}
    return Weights(name, described, digests, contents)


def _read(manifest: Path, file: str, digest: str) -> bytes:
    path = manifest.parent / file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error}); install sayso again.") from error
    found = sha256(content).hexdigest()
    if found != digest:
        raise ModelError(
            f"{path} is not the file that was shipped: its SHA-256 is {found[:12]}…, "
            f"{manifest.name} says {digest[:12]}…. Install sayso again."
        )
    return content


def open_session(network: bytes, threads: int | None) -> onnxruntime.InferenceSession:
    """A network ready to run on the CPU; `threads` None means one a core.

    A sum and the norm behind it are left as two steps: in onnxruntime 1.32 the one that joins them takes six times as long as both (an
    eighth of a reading).
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        network, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
