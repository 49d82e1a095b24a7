"""Names of outlets: the site of an address, what tells an outlet from others, a name without the words that say what it is."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.languages.words import load_words
from sayso.tracing.aliases import ARTICLE, label
from sayso.tracing.names import name_key
from sayso.tracing.sounds import KINDS, MEDIA_WORDS

_NEWS = frozenset("news press information telegraph media wire".split())
_SITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?:/\S*)?", re.IGNORECASE)
_EDITION = re.compile(r"(?P<name>.*\w) (?:in (?P<in>[A-Z]\w+)|(?P<of>[A-Z]\w+) (?:edition|version))", re.IGNORECASE)
"""One outlet's pages in another language: "Polje in English"."""
_HANDLES = frozenset(
    {"t.me", "telegram.me", "x.com", "twitter.com", "vk.com", "facebook.com", "youtube.com", "instagram.com"}
)


@lru_cache(maxsize=4096)  # a document is of several claims, and its site is asked for in each several times
def site_of(url: str | None) -> str | None:
    """The site of an address, with its account where the site only houses others ("t.me/harllive")."""
    if not url:
        return None
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.removeprefix(prefix)
    account = next((part for part in parts.path.split("/") if part not in {"", "s"}), "")
    return f"{host}/{account.lower()}" if host in _HANDLES and account else host or None


@lru_cache(maxsize=4096)
def page_of(url: str) -> str:
    """What two addresses of one page share: no protocol, no "www.", no last slash, no fragment, no query that only counts visits."""
    place = url.partition("#")[0].partition("://")[2] or url
    place, _, query = place.partition("?")
    host, slash, path = place.partition("/")
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.lower().removeprefix(prefix)
    kept = "&".join(
        part for part in sorted(query.split("&")) if part and not re.match(r"(?:utm_|ref|fbclid|gclid|amp)", part)
    )
    return f"{host}{slash}{path.rstrip('/')}".rstrip("/") + (f"?{kept}" if kept else "")


def outlet_name(document: Document) -> str:
    """What tells an outlet from others: its name, else the site, else the path, else the document's id."""
    return document.outlet or site_of(document.url) or document.path or document.id


def shown_name(document: Document) -> str:
    """The outlet as it is shown: as `outlet_name`, without the folders of a path that tell whose machine it lay on."""
    return document.outlet or site_of(document.url) or document.shown_path or document.id


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """A name's key without words that only say what it is: "the Quay newspaper" → "quay", "Delta news agency" → "delta"."""
    name = re.sub(r"[«»“”\"„‘]", " ", name)
    site = _SITE.fullmatch(name.strip())
    if site:
        return label(site.group(1).lower())
    if name.startswith("@"):
        return name[1:].lower()
    edition = _EDITION.fullmatch(name.strip())
    if edition is not None and (edition["in"] or edition["of"]) in load_language("en").demonyms:
        name = edition["name"]
    words = [word for word in name_key(name).split() if word not in {"the", "a", "an"}]
    kept = [
        word
        for place, word in enumerate(words)
        if word not in KINDS and not (word == "news" and set(words[place + 1 : place + 2]) & KINDS)
    ]
    return " ".join(kept or words)


@lru_cache(maxsize=16384)
def bare_name(words: str) -> str:
    """The name alone: "the Telegram channel Line 02" → "Line 02", "local site Sosnoyarsk Live" → "Sosnoyarsk Live"."""
    pieces = words.strip(' “”"«»„‘’.,()').split()
    kinds = [
        place
        for place, piece in enumerate(pieces[:-1])
        if (piece.lower() in KINDS or (piece in MEDIA_WORDS and place)) and pieces[place + 1][:1].isupper()
    ]
    pieces = pieces[kinds[-1] + 1 :] if kinds else pieces
    while len(pieces) > 1 and (
        pieces[0][0].islower() and "." not in pieces[0] or pieces[0].lower() in KINDS or pieces[0] in {"The", "A", "An"}
    ):
        pieces.pop(0)
    while len(pieces) > 1 and pieces[-1].islower() and pieces[-1] in MEDIA_WORDS and "." not in pieces[-1]:
        pieces.pop()
    return " ".join(pieces).strip(' “”"«»„‘’.,()')


@lru_cache(maxsize=16384)
def is_media_name(words: str) -> bool:
    """Whether a name says itself that it is an outlet's: an agency or medium that is known, a site, or "Radio Polje"."""
    bare = ARTICLE.sub("", words.strip(' “”"«».,'))
    if not any(letter.isupper() or letter in "@." for letter in bare):
        return False
    language = load_language("en")
    if bare in language.wire_agencies or bare in language.media or bare.startswith("@"):
        return True
    if _SITE.fullmatch(bare) and "." in bare:
        return True
    own = name_key(bare).split()
    if not set(own) & (MEDIA_WORDS - {"service", "press", "bureau", "network", "station", "online"}):
        return False
    if own[-1] == "agency" and len(own) > 2 and any(word in load_words("en").rarities for word in own[:-1]):
        return bool(set(own[:-1]) & _NEWS)  # "Migration Control Agency" is a body, "Polje News Agency" none
    # "Weekly note", "Media reports": the word that tells stands beside a name, or after one.
    names = [
        word
        for word in re.findall(r"[^\W\d_][\w’'-]*", bare)
        if word[0].isupper() and name_key(word) not in MEDIA_WORDS
    ]
    return bool(names) or (len(own) > 1 and bare.split()[-1][0].isupper())
