"""Words from outside made harmless for a terminal."""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, the line separators, bidi embeddings, overrides and isolates, lone surrogates.
# Left-to-right and right-to-left marks stay: Arabic and Hebrew need them and they reorder nothing by force.
_UNSAFE = re.compile("\r(?=\n)|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
# Marks upon marks would be drawn over the lines above; no writing has more than two on one letter.
_STACKED = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")


def safe(text: str) -> str:
    """`text` with every control character replaced by a visible one ("␛"); line ends and tabs stay."""
    return _UNSAFE.sub(_visible, text)


def safe_line(text: str) -> str:
    """`text` on one line, blanks run together, no more than two marks on a letter, and harmless."""
    return _STACKED.sub(r"\1", safe(" ".join(text.split())))


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character == "\r" and match.string[match.end() : match.end() + 1] == "\n":
        return ""  # half of a Windows line end
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
