"""What leads to a person without a name: e-mail addresses, handles, telephone numbers, the address of a home."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HANDLE = re.compile(
    r"(?<![\w@/.])@(\w{3,32})\b|(?:t\.me|vk\.com|instagram\.com|facebook\.com|x\.com|twitter\.com)/([\w.]{3,40})"
)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?)?\d{2,4}(?:[\s.-]\d{2,4}){2,4}(?![\w/])|(?<![\w.,/-])\+\d{9,14}\b"
)
_DATE = re.compile(r"(?:19|20)\d\d[-. ]\d\d[-. ]\d\d|\d\d[-. ]\d\d[-. ](?:19|20)\d\d|(?:19|20)\d\d[ -](?:19|20)\d\d")
_KINDS = "street|st|avenue|ave|road|rd|lane|ln|boulevard|square|drive|close|terrace|crescent|prospekt|ulitsa|pereulok"
_ADDRESS = re.compile(
    rf"\b\d{{1,4}}[A-Za-z]? (?:[A-Z][\w’'-]+ ){{1,3}}(?i:{_KINDS})\b(?:\.?,? (?:flat|apartment|apt\.?|kv\.?) \d{{1,4}})?"
    rf"|\b(?i:ul\.|ulitsa|prospekt|pr\.|ул\.|улица) ?[A-ZА-Я][\w-]+(?: [A-ZА-Я][\w-]+)?,? (?:d\. ?|д\. ?)?\d{{1,4}}(?:,? (?:kv\.?|кв\.?|flat) ?\d{{1,4}})?"
)
_HOME = re.compile(
    r"\b(?:lives?|lived|living|home|house|flat|apartment|address|resident|residing|registered)\b", re.IGNORECASE
)
_BODIES = frozenset(
    "press info news editor editors office contact media tips help support desk redaktsiya mail hello".split()
)
REACH = 90
"""Code points before an address in which words tell that it is a home, or a private person is named."""


def contacts(text: str, people_at: list[int], bodies: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Ranges to hide, each with its kind; `bodies` are where organisations are named: a channel's handle is no person's."""
    for match in _EMAIL.finditer(text):
        if re.split(r"[.+_-]", match[1].lower())[0] not in _BODIES:
            yield *match.span(), "e-mail"
    for match in _HANDLE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in bodies):
            group = 1 if match[1] else 2
            yield match.start() if group == 1 else match.start(2), match.end(), "handle"
    for match in _PHONE.finditer(text):
        if not _DATE.match(match.group()) and 8 <= sum(letter.isdigit() for letter in match.group()) <= 15:
            yield *match.span(), "phone"
    for match in _ADDRESS.finditer(text):
        low = max(0, match.start() - REACH)
        if _HOME.search(text, low, match.start()) or any(low <= at < match.start() + REACH for at in people_at):
            yield *match.span(), "address"
