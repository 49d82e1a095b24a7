"""Lines that a page leaves behind in its text ("Read more: …", "Leave a Reply")."""

from __future__ import annotations

import re
from functools import cache

LONGEST_FURNITURE = 200


def is_furniture(line: str, patterns: tuple[str, ...]) -> bool:
    """Whether a whole line matches one of the regular expressions; case is ignored, and long lines are prose."""
    return len(line) <= LONGEST_FURNITURE and _any_of(patterns).fullmatch(line) is not None


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all of them; without any, one that matches nothing."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
