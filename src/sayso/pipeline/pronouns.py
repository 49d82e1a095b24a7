"""Text → whom every "he" and "she" in it means, as the reading of sources has it; to measure that, and to learn from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.extract.extraction import weigh_pronouns
from sayso.languages.language import load_language
from sayso.models.finding import find
from sayso.readers.plain import read_plain

if TYPE_CHECKING:
    from sayso.extract.pronouns import Weighed
    from sayso.languages.pronouns import PronounWeights
    from sayso.models.network import Network

Weighing = Callable[["PronounWeights | None"], "list[Weighed]"]


def prepare(text: str, network: Network) -> Weighing:
    """Find once what the network finds; then weigh the pronouns with any weights, the shipped ones where None are given."""
    language = load_language("en")
    document = read_plain(text.encode("utf-8"), path="a.txt", language="en", furniture=language.furniture)
    found = find(document.text, network)
    return lambda weights: weigh_pronouns(document, found, language, weights)
