"""Bytes → characters, without ever losing one silently."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.errors import NotTextError
from sayso.readers.magic import looks_like

CONTROL_SHARE = 0.3
"""More control characters than this share of a text, and it is taken for binary."""

_SAVE_AS = "Save it as UTF-8 text and read that."
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ["cp1252", "cp1251", "koi8_r"]
_META_CHARSET = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([a-zA-Z0-9_:.-]{2,40})""")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_TYPOGRAPHIC = frozenset("\xa0‘’‚“”„«»‹›–—…•·€£¥§©®™°№´¨¡¿½¼¾²³±×ºª")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file (a byte-order mark is not one of them), and how they were found."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, name: str = "the input", html: bool = False, declared: str | None = None) -> Decoded:
    """The text of `data`: by byte-order mark, as UTF-8, as declared (or as the page declares), or by a plausible guess.

    Raises NotTextError for what is binary or in no encoding that fits.
    """
    decoded = _by_bom(data, name)
    if decoded is None:
        kind = looks_like(data)
        if kind is not None:
            raise NotTextError(
                f"{name} is not text: it looks like {kind}. Convert it to plain text or HTML and read that."
            )
        _refuse_nul(data, name)
        decoded = _without_bom(data, name, html=html, declared=declared)
    controls = len(_CONTROL.findall(decoded.text))
    if controls > CONTROL_SHARE * len(decoded.text):
        raise NotTextError(
            f"{name} is not text: {controls} of its {len(decoded.text)} characters are control characters. {_SAVE_AS}"
        )
    lost = decoded.text.count("\ufffd")
    if lost:
        first = decoded.text.index("\ufffd")
        note = f"{name} holds U+FFFD (a character lost before sayso read it) {lost} times, first at character {first}."
        return Decoded(decoded.text, decoded.encoding, (*decoded.notes, note))
    return decoded


def _by_bom(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                offset = len(mark) + error.start
                raise NotTextError(
                    f"{name} begins with the mark of {encoding} but is not valid at byte {offset}. {_SAVE_AS}"
                ) from error
    return None


def _refuse_nul(data: bytes, name: str) -> None:
    at = data.find(b"\0")
    if at < 0:
        return
    sample = data[:4096]
    halves = sorted((sample[0::2].count(0), sample[1::2].count(0)))
    if halves[1] > len(sample) * 0.3 and halves[0] < len(sample) * 0.05:
        what = "it looks like UTF-16 without a byte-order mark"
    else:
        what = "it looks like binary data"
    raise NotTextError(f"{name} is not text: byte {at} is NUL; {what}. {_SAVE_AS}")


def _without_bom(data: bytes, name: str, *, html: bool, declared: str | None) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    charset = declared or (_declared_in(data) if html else None)
    if charset is not None:
        text = _decode_as(data, charset)
        if text is not None:
            return Decoded(text, charset)
    guessed = None if _is_damaged_utf8(data) else _guess(data)
    if guessed is None:
        said = f" and not the {charset} that it declares" if charset else ""
        raise NotTextError(
            f"{name} is not valid UTF-8 at byte {offset} (0x{data[offset]:02x}){said},"
            f" and no other encoding fits. {_SAVE_AS}"
        )
    text, encoding = guessed
    note = f"{name} is not valid UTF-8 at byte {offset}; it was read as {encoding}, which is a guess."
    return Decoded(text, encoding, (note,))


def _declared_in(data: bytes) -> str | None:
    """The charset that a page's first bytes name, as browsers look for it."""
    head = data[:4096]
    found = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return found.group(1).decode("ascii").lower() if found else None


def _decode_as(data: bytes, charset: str) -> str | None:
    """`data` in the named charset, or None where that is unknown, no text encoding, or does not fit.

    As browsers do, "iso-8859-1" and "ascii" are read as cp1252.
    """
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    if codec in {"iso8859-1", "ascii"}:
        codec = "cp1252"
    if codec.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw-unicode")):
        return None  # a page whose meta element can be read as ASCII is in none of these
    try:
        return data.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 with a few bad bytes: another encoding would "decode" all the good ones into rubbish."""
    sequences = _UTF8_SEQUENCE.findall(data)
    inside = sum(map(len, sequences))
    high = len(data.translate(None, bytes(range(0x80))))
    return inside > (high - inside)


def _guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    sample = data if len(data) <= 60_000 else data[:40_000] + data[-20_000:]
    for match in from_bytes(sample, cp_isolation=_GUESSES, preemptive_behaviour=False, enable_fallback=False):
        text = _decode_as(data, match.encoding)
        if text is not None and _is_plausible(text):
            return text, match.encoding
    return None


def _is_plausible(text: str) -> bool:
    """Whether the characters beyond ASCII are letters and typography as people write them."""
    high = [char for char in text if char > "\x7f"]
    letters = [char for char in high if char.isalpha()]
    strange = sum(1 for char in high if not char.isalpha() and char not in _TYPOGRAPHIC)
    if strange > 0.1 * len(high):
        return False
    cyrillic = [char for char in letters if "\u0400" <= char <= "\u04ff"]
    if cyrillic:
        # in the wrong Cyrillic encoding the capitals and the small letters change places
        capitals = sum(char.isupper() for char in cyrillic)
        return len(cyrillic) >= 10 and len(cyrillic) == len(letters) and capitals < 0.5 * len(cyrillic)
    ascii_letters = sum(char.isascii() and char.isalpha() for char in text)
    return len(letters) < 0.35 * (ascii_letters + len(letters))  # more, and it is another alphabet read as Latin
