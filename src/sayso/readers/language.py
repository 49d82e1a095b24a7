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
_ASCII = re.compile(r"[\x00-\x7f]+")
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
    letters = sum(map(str.isalpha, sample))
    if letters < LEAST_LETTERS:
        return None
    foreign = [char for char in _ASCII.sub("", sample) if char.isalpha()]
    quick = _clearly_english(sample) if len(foreign) <= 0.03 * letters else _by_script(foreign, letters)
    if quick is not None:
        return quick
    code, probability = _classifier()(sample)
    return code if probability >= SURE else None


def _clearly_english(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    if (
        words.total() >= 25
        and sum(words[word] for word in _ENGLISH) >= 0.18 * words.total()
        and words["the"] >= 0.02 * words.total()
        and sum(word in words for word in _ENGLISH_ONLY) >= 4
    ):
        return "en"
    return None


def _by_script(foreign: list[str], letters: int) -> str | None:
    for first, last, code in _ONE_LANGUAGE:
        if sum(first <= char <= last for char in foreign) > 0.8 * letters:
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
