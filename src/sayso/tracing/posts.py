"""A post as it stands on a platform → the words that say something, who wrote it, and when."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_SIGNED = re.compile(
    rf"\s*[—–-]\s*(?P<name>[^—–\n]{{0,80}}?)\s*\(@(?P<handle>\w{{1,30}})\\?_?\)"
    rf"(?:\s*,?\s*(?P<date>(?:{_MONTHS})\.?\s\d{{1,2}},?\s(?P<year>\d{{4}})))?"
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
    `years` in which it was written, as far as it says.
    """

    text: str
    authors: tuple[str, ...]
    years: frozenset[int]

    @property
    def signed(self) -> str:
        """The text with its authors before it, as news names them."""
        return f"{', '.join(self.authors)}: {self.text}" if self.authors else self.text


def read_post(text: str) -> Post:
    """Take a post apart. A text that is none ("Orlov said that it rained") stays as it is."""
    authors: list[str] = []
    years: list[int] = []

    def sign(match: re.Match[str]) -> str:
        name = clean(match["name"])
        handle = split_tag(match["handle"])
        authors.append(name if name else handle)
        if match["year"]:
            years.append(int(match["year"]))
        return " . "

    plain = _GLUED.sub(" ", html.unescape(text))
    plain = clean(_SIGNED.sub(sign, plain))
    return Post(_LOOSE_STOPS.sub(".", plain), tuple(authors), frozenset(years))


def clean(text: str) -> str:
    """A text without addresses and pictures, its tags taken apart, one blank between words."""
    bare = _PICTURES.sub(" ", _ADDRESS.sub(" ", text))
    return " ".join(_TAG.sub(lambda match: f" {split_tag(match[1])} ", bare).split())


def split_tag(tag: str) -> str:
    """The words that a tag or a handle is made of: "DefundTheClub" → "Defund The Club"."""
    return " ".join(_IN_TAG.findall(tag)) or tag
