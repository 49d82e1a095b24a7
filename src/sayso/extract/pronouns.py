"""To whom pronouns cannot point back."""

from __future__ import annotations

import re

BODY_REACH = 1
"""Paragraphs back in which "they" looks for a body: further back it is more often other people."""

PART_OF_A_NAME = re.compile(
    r"[\s-](?:series|novels?|books?|films?|movies?|administration|government|campaign|regime|era|family|estate|foundation|trial|case|team|show|"
    r"album|brand|effect|scandal|affair)\b"
)
"""Behind a person's name, these make it another thing's: "the publisher of the Anna Rao series" is no she."""

APPOSED = re.compile(r"(?:the|a|an|now|then|former)\s[^.;,()]{0,70}|\([^()]{0,80}\)")
"""What may stand between a person's name and "who", marks aside."""
