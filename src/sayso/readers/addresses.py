"""Addresses as pages write them → the one form in which they are recorded."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

LONGEST_ADDRESS = 2_000
_LONGEST_HOST = 253
_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:=&?~#+!$,;'@()*[]|"
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f:.]*:[0-9a-f:.]*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_EDGE = "".join(map(chr, range(33)))
_TRACKERS = re.compile(
    r"utm_.*|at_(?:medium|campaign|custom\d|link_.*|ptr_name|bbc_team|format|creation|send_date)|hsa_.*|pk_.*|mtm_.*|oly_.*"
    r"|(?:fb|g|d|y|ys|tw|tt|ms|ir|rb_)cl(?:ick|k)?id|gclsrc|gbraid|wbraid|igsh|igshid|mc_[ce]id|_ga|_gl"
    r"|_hs(?:enc|mi)|hsctatracking|mkt_tok|ref_src|ref_url|cmpid|smid|ocid|xtor|ns_(?:mchannel|source|campaign|linkname)"
    r"|vero_(?:id|conv)|spm|_openstat|guccounter|guce_referrer.*",
    re.IGNORECASE,
)
"""Parameters that tell how a reader came to a page, and nothing of which page it is."""
_LANDLORDS = frozenset(
    "blogger blogspot ghost github livejournal medium substack telegra tumblr typepad wordpress".split()
)
"""Sites whose hosts ("anna.substack.com") belong to as many publishers."""


def absolute(href: str, base: str | None = None) -> str | None:
    """The http(s) address that `href` leads to from `base`, or None where it leads to none.

    Hosts are ASCII and in small letters; user names, passwords, usual ports, fragments and trackers' parameters are left out.
    """
    text = re.sub(r"[\t\r\n]", "", href[: LONGEST_ADDRESS * 2]).strip(_EDGE)
    if not text or len(text) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(text if base is None or _SCHEME.match(text) else urljoin(base, text))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    name = _ascii_host(host) if parts.scheme in _PORTS else None
    if name is None:
        return None
    place = (f"[{name}]" if ":" in name else name) + (f":{port}" if port not in {None, _PORTS[parts.scheme]} else "")
    query = "&".join(part for part in parts.query.split("&") if not _TRACKERS.fullmatch(part.partition("=")[0]))
    try:
        return urlunsplit((parts.scheme, place, quote(parts.path, safe=_SAFE) or "/", quote(query, safe=_SAFE), ""))
    except UnicodeError:  # a lone surrogate
        return None


def without_password(url: str) -> str:
    """The address without the user name and password that it may hold; all else stays as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    user, at, place = parts.netloc.rpartition("@")
    return url.replace(f"{user}{at}", "", 1) if at else url


def page_key(url: str) -> str:
    """What two addresses of one page have in common: not the protocol, "www.", a last slash or the fragment."""
    place = url.partition("#")[0].partition("://")[2]
    return place.removeprefix("www.").rstrip("/")


def is_front_page(url: str) -> bool:
    """Whether an address is that of a site and of no page in it."""
    return "/" not in page_key(url) and "?" not in url


def site(url: str) -> str:
    """The host, without what only tells which view of a site it is ("www.", "m.", "amp.")."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.removeprefix(prefix)
    return host


def may_be_one_house(one: str, other: str) -> bool:
    """Whether two addresses look like one publisher's: a host inside the other, or one name under two endings."""
    first, second = site(one), site(other)
    if _label(first) in _LANDLORDS or _label(second) in _LANDLORDS:
        return first == second
    inside = first.endswith(f".{second}") or second.endswith(f".{first}")
    return first == second or inside or (_label(first) == _label(second) != "")


def _label(host: str) -> str:
    """A site's own word in its host: "quay" of "news.quay.co.uk"."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else host


def _ascii_host(host: str) -> str | None:
    if not host or len(host) > _LONGEST_HOST:
        return None
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    name = name.lower().rstrip(".")
    return name if _HOST.fullmatch(name) else None
