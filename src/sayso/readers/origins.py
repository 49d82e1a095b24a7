"""Which links a page itself calls the place that it has its text from ("Source: …", "Originally published by …")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

LONGEST_CREDIT = 300
"""A line that begins with "Source:" and is longer is prose."""

_LABEL = (
    r"(?:(?:original\s+|article\s+|news\s+)?sources?(?:\s+links?)?|original|via|h/t|hat\s+tip|первоисточник|источники?|оригинал|першоджерело|джерел[оа]"
    r"|quellen?|fuentes?|fontes?|fonti|źródł[oa])"
)
_TEXT = (
    r"(?:article|story|post|piece|report|text|column|essay|interview|investigation|analysis|translation|item|statement"
    r"|material|version|op-ed|commentary|dispatch|news)"
)
_MADE = r"(?:published|posted|printed|appeared|ran)"
_REMADE = r"(?:re-?published|re-?printed|re-?posted|syndicated|translated|adapted|excerpted|taken)"
_AFTER = r"\s*(?::|：|\s[—–-]\s)"
_START = r"(?:^\W*|[.!?…][\"'”’»)\]]*\s+|[(\[|•·]\s*)"

_CREDIT_LINE = re.compile(rf"\W*{_LABEL}{_AFTER}", re.IGNORECASE)
_APPEARED_FIRST = re.compile(
    r"\W*the\s+(?:post|article|story)\b.*\b(?:appeared\s+first|first\s+appeared)\s+(?:on|in|at)\b", re.I
)
_LABEL_BEFORE = re.compile(rf"{_START}{_LABEL}{_AFTER}[\s,;/&|\"“«'‘]*(?:the\s+)?$", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"\W*(?:(?:original|article|news)\s+)?source(?:\s+link)?\W*", re.IGNORECASE)
_VIA_BEFORE = re.compile(r"(?:^\W*|[(\[]\s*)(?:via|h/t|hat\s+tip(?:\s+to)?)\s+[\"“«'‘]?(?:the\s+)?$", re.IGNORECASE)
_MADE_BEFORE = re.compile(
    rf"{_START}(?:(?:this|the|our)\s+(?:[\w'’-]+\s+)?{_TEXT}\s+(?:(?:was|is|has\s+been|had\s+been)\s+)?"
    rf"(?:(?:originally|first|previously)\s+{_MADE}|{_MADE}\s+(?:originally|first)|{_REMADE})(?:[\s,][^.!?]{{0,60}})?"
    rf"|(?:originally|first|previously)\s+{_MADE}\s+(?:on|in|by|at|with)\s+[^.!?,]{{0,40}}"
    rf"|{_REMADE}\s+(?:with\s+permission\s+)?(?:from|by|via)\s+[^.!?,]{{0,40}})$",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\W*(?:(?:(?:read|see|view|visit|open|go\s+to|link\s+to)\s+)?(?:the\s+)?(?:full\s+)?"
    rf"(?:original(?:\s+(?:source|{_TEXT}))?|{_TEXT}\s+source)|(?:(?:read|see|view|visit|open|go\s+to|link\s+to)\s+(?:the\s+)?)?"
    rf"sources?(?:\s+(?:link|{_TEXT}|page|url))?|via|первоисточник|источник|оригинал(?:\s+(?:статьи|текста|публикации))?"
    r"|першоджерело|джерело|quelle|fuente|fonte|źródło)\W*",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\W*(?:(?:follow|join|find|like)\s+(?:us|our\b.{0,60}?)\s+(?:on|in|at)\b|(?:subscribe|sign\s+up)\s+(?:to|for)\b"
    r"|подпис(?:ывайтесь|аться)\b|підпис(?:уйтесь|атися)\b|(?:(?:please\s+)?(?:read|see|watch|listen|look)\s+(?:also|more|next|further)|also\s+(?:read|see|on)|more\s+(?:on|from|about)\b.{0,60}"
    rf"|related(?:\s+(?:{_TEXT}s?|articles|stories|posts|news|coverage|links?|reading|topics?))?|recommended|don['’]t\s+miss"
    r"|you\s+(?:may|might)\s+also\s+like|читайте\s+(?:также|також)|по\s+теме|смотрите\s+также|lesen\s+sie\s+auch|lire\s+aussi"
    r"|lea\s+también|leggi\s+anche)\s*[:：—–|-])",
    re.IGNORECASE,
)


def says_origin(line: str, start: int, end: int, links: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether the link at `start:end` of a line is called the text's origin; `links`: where all of the line's links stand."""
    words = line[start:end]
    if len(words) <= LONGEST_CREDIT and (_WORDS.fullmatch(words) or _CREDIT_LINE.match(words)):
        return True
    if len(line) <= LONGEST_CREDIT and (_CREDIT_LINE.match(line) or _APPEARED_FIRST.match(line)):
        return True
    before = _before(line, start, links)
    if _LABEL_ALONE.fullmatch(before) and not any(map(str.isalnum, line[end:])):
        return True
    return any(pattern.search(before) for pattern in (_LABEL_BEFORE, _VIA_BEFORE, _MADE_BEFORE))


def is_label(line: str) -> bool:
    """Whether a line is nothing but "Source:", with the address in the next."""
    return len(line) <= LONGEST_CREDIT and re.fullmatch(rf"\W*{_LABEL}\W*", line, re.IGNORECASE) is not None


def leads_elsewhere(line: str) -> bool:
    """Whether a line begins as those do that lead to other articles ("Read also: …") or to the outlet ("Follow us on …")."""
    return _RELATED.match(line[:LONGEST_CREDIT]) is not None


def _before(line: str, start: int, links: Sequence[tuple[int, int]]) -> str:
    """What stands before a link, as far as it matters, without the words of the links before it."""
    first = max(0, start - LONGEST_CREDIT)
    pieces = [] if first == 0 else ["x"]  # no beginning of a line
    at = first
    for index in range(bisect_left(links, (first, first)), len(links)):
        other_start, other_end = links[index]
        if other_start >= start:
            break
        if at <= other_start and other_end <= start:
            pieces.append(line[at:other_start])
            at = other_end
    pieces.append(line[at:start])
    return "".join(pieces)
