"""What extract needs from a model: it is given, so that this package runs none itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sayso.extract.ranges import Range


class FoundAttribution(Protocol):
    """One cue with what hangs on it, as the model found it."""

    @property
    def cue(self) -> Range: ...
    @property
    def source(self) -> tuple[Range, ...]: ...
    @property
    def content(self) -> tuple[Range, ...]: ...
    @property
    def score(self) -> float: ...


class FoundMention(Protocol):
    """What the model says of a mention."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


class Found(Protocol):
    """Everything that the model found in one text."""

    @property
    def attributions(self) -> Sequence[FoundAttribution]: ...
    @property
    def mentions(self) -> Sequence[FoundMention]: ...
    @property
    def hedges(self) -> Sequence[Range]: ...
