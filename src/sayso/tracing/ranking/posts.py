"""A post as it stands on a platform → the words that say something, who wrote it, and when."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SIGNED = re.compile(
    rf"\s*[—–-]\s*(?P<name>[^—–\n]{{0,80}}?)\s*\(@(?P<handle>\w{{1,30}})\\?_?\)"
    rf"(?:\s*,?\s*(?P<month>{_MONTHS})\.?\s\d{{1,2}},?\s(?P<year>\d{{4}}))?"
)
_GLUED = re.compile(r"(?<=\S)(?=https?://|pic\.twitter\.com/)")
_ADDRESS = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S+|\b[a-z][a-z0-9-]*\.(?:com|org|net|ly|be|gov|co)/\S*")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u200d\ufe0f\U000e0000-\U000e007f]")
_TAG = re.compile(r"[#@](\w+)")
_IN_TAG = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")
_LOOSE_STOPS = re.compile(r"(?:\s*\.)+\s*$")


@dataclass(frozen=True, slots=True)
class Post:
    """`text` without addresses, pictures and signatures, its tags taken apart; `authors` as they sign, with their handles;
    `dates` on which it was written, as far as it says: year, and month from 1.
    """

    text: str
    authors: tuple[str, ...]
    dates: tuple[tuple[int, int], ...]


def read_post(text: str) -> Post:
    """Take a post apart. A text that is none ("Orlov said that it rained") stays as it is."""
    authors: list[str] = []
    dates: list[tuple[int, int]] = []

    def sign(match: re.Match[str]) -> str:
        name = clean(match["name"])
        handle = split_tag(match["handle"])
        authors.append(name if name else handle)
        if match["year"]:
            dates.append((int(match["year"]), _SHORT.index(match["month"][:3].lower()) + 1))
        return " . "

    plain = _GLUED.sub(" ", html.unescape(text))
    plain = clean(_SIGNED.sub(sign, plain))
    return Post(_LOOSE_STOPS.sub(".", plain), tuple(authors), tuple(dates))


def clean(text: str) -> str:
    """A text without addresses and pictures, its tags taken apart, one blank between words."""
    bare = _PICTURES.sub(" ", _ADDRESS.sub(" ", text))
    return " ".join(_TAG.sub(lambda match: f" {split_tag(match[1])} ", bare).split())


def split_tag(tag: str) -> str:
    """The words that a tag or a handle is made of: "DefundTheClub" → "Defund The Club"."""
    return " ".join(_IN_TAG.findall(tag)) or tag
