"""What tracing knows of one attribution: its words, names, numbers and vector, ready to be compared."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.named import Place as Place
from sayso.domain.named import Quantity as Quantity
from sayso.domain.vector import Vector


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One attribution as tracing compares it. Equal where the attribution's id is.

    `words`: lemmas of the content's words that mean something, in order. `names`, `places`, `times`: by key, with where
    they stand. `negated`: whether the content denies what it speaks of. `vector`: unit length, or None where no model ran.
    `order`: the document's number in the store, which grows with every document added.
    """

    attribution: Attribution
    document: Document
    order: int
    words: tuple[str, ...]
    names: tuple[Place, ...]
    places: tuple[Place, ...]
    times: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    negated: bool
    vector: Vector | None

    @property
    def id(self) -> str:
        """The attribution's id."""
        return self.attribution.id

    @property
    def is_headline(self) -> bool:
        """Whether it stands in its document's headline."""
        headline = self.document.headline
        return headline is not None and headline.start <= self.attribution.content[0].start < headline.end

    @property
    def text(self) -> str:
        """The content's words, its spans joined by an ellipsis."""
        return " … ".join(span.exact for span in self.attribution.content)
