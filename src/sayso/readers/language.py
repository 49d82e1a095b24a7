"""Which language a text is in.

py3langid knows 97 languages but takes most of a second to load. Clear English, and scripts that only one language
uses, are settled without it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_LETTERS = 20
SURE = 0.6
"""The least share of probability at which a guess counts."""
SAMPLE = 6000
"""Characters that are looked at; more changes no answer and costs time."""

_ENGLISH = frozenset(
    "the of and to in that is was for with by it as from at were which who has have had their they this said be are"
    " been his her would will not but after on an its".split()
)
_ENGLISH_ONLY = frozenset("the of and that with from were which their they this said would been has have".split())
_WORD = re.compile(r"[^\W\d_]+")
_ONE_LANGUAGE = (
    ("\u0370", "\u03ff", "el"),
    ("\u0530", "\u058f", "hy"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u0e00", "\u0e7f", "th"),
    ("\uac00", "\ud7a3", "ko"),
)


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of `text` is in; None for too few letters or where it is unsure."""
    sample = text if len(text) <= 2 * SAMPLE else text[:SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < LEAST_LETTERS:
        return None
    quick = _clearly_english(sample, letters) or _by_script(letters)
    if quick is not None:
        return quick
    code, probability = _classifier()(sample)
    return code if probability >= SURE else None


def _clearly_english(sample: str, letters: list[str]) -> str | None:
    if sum(char.isascii() for char in letters) < 0.97 * len(letters):
        return None
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = Counter(word for word in words if word in _ENGLISH)
    only = [word for word in counts if word in _ENGLISH_ONLY]
    if (
        len(words) >= 25
        and counts.total() >= 0.18 * len(words)
        and counts["the"] >= 0.02 * len(words)
        and len(only) >= 4
    ):
        return "en"
    return None


def _by_script(letters: list[str]) -> str | None:
    for first, last, code in _ONE_LANGUAGE:
        if sum(first <= char <= last for char in letters) > 0.8 * len(letters):
            return code
    return None


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import (
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def classify(sample: str) -> tuple[str, float]:
        code, probability = identifier.classify(sample)
        return str(code), float(probability)

    return classify
