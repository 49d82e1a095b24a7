"""Words of any language as the full-text index holds them, and a person's search as its query.

Scripts that put no blank between words are indexed by character, so that any run of characters is found.
"""

from __future__ import annotations

import re
import unicodedata

_SPACELESS = re.compile(
    "([\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Japanese kana, Han."""

_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""Vowel points of Hebrew and Arabic, and the stroke that stretches an Arabic word: written or not as one likes."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')


def index_words(text: str | None) -> str:
    """A text in the one form in which it is indexed and searched."""
    if text is None:
        return ""
    text = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").replace("\0", " ")
    return _SPACELESS.sub(r" \1 ", _POINTS.sub("", text))


def match_beginnings(search: str) -> str | None:
    """FTS5's query for texts in which words begin with each of these; None where there is no word."""
    found = [index_words(word) for word in search.split()]
    terms = [word.replace('"', " ").strip() for word in found if any(character.isalnum() for character in word)]
    return " ".join(f'"{term}"*' for term in terms) or None


def match_expression(search: str) -> str | None:
    """FTS5's query for a search; None where it has no word."""
    terms = []
    for together, word in _TERM.findall(search):
        words = index_words(together or word)
        if any(character.isalnum() for character in words):
            beginning = "*" if word.endswith("*") else ""
            terms.append('"' + words.replace('"', " ").strip(" *") + '"' + beginning)
    return " ".join(terms) or None
