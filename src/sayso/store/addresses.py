"""When two addresses are one page's."""

from __future__ import annotations

from urllib.parse import urlsplit

_PORTS = {"http": ":80", "https": ":443"}


def page_address(url: str) -> str:
    """The form of an address by which versions of its page are known.

    Without what never tells two pages apart: the fragment, the protocol, "www.", the case of the host, its usual port, a
    user's name and password, a last slash. All else may ("?id=7"), and stays.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if parts.scheme not in _PORTS or not parts.netloc:
        return url.strip()
    host = parts.netloc.lower().rpartition("@")[2].removesuffix(_PORTS[parts.scheme]).removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"//{host}{parts.path.rstrip('/')}{query}"
