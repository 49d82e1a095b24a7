"""The area named beside a place: "Paris, Texas", "Oxford (Ohio)", "Kazan in Tatarstan"."""

from __future__ import annotations

import re

_AFTER = re.compile(
    r"[’']?s?(?:,\s+|\s+\(|,?\s+in\s+(?:the\s+)?|\s+in\s+\w+(?:ern|[ -]central)\s+)"
    r"(?P<area>[A-Z][^\W\d_]*\.?(?:[ -]?(?:of |and )?[A-Z][^\W\d_]*\.?){0,3})"
)
_COUNTIES = re.compile(
    r"(?:(?:,\s+|\s+and\s+|,\s+and\s+|\s+or\s+)[A-Z][\w. ]{2,20}?){0,6}\s+(?:[Cc]ounties|[Pp]arishes)\b"
)
_PART = re.compile(r"[ -]")


def areas_beside(text: str, end: int) -> list[str]:
    """Names that may be of the area that holds the place whose mention ends here, longer first."""
    match = _AFTER.match(text, end)
    if match is None:
        return []
    words = match["area"]
    cuts = [part.start() for part in _PART.finditer(words)]
    return [words, *(words[:cut] for cut in reversed(cuts))]


def is_among_counties(text: str, end: int) -> bool:
    """Whether the mention that ends here is one of several counties: "Jackson and Barrow counties"."""
    return _COUNTIES.match(text, end) is not None
