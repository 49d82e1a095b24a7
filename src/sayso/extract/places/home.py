"""Which country an outlet writes for, as far as its address tells."""

from __future__ import annotations

import re

_HOST = re.compile(r"^[a-z]+://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)
_SUFFIXES = {
    "uk": "United Kingdom", "ie": "Ireland", "ca": "Canada", "au": "Australia", "nz": "New Zealand", "in": "India",
    "za": "South Africa", "ru": "Russia", "ua": "Ukraine", "by": "Belarus", "kz": "Kazakhstan", "kg": "Kyrgyzstan",
    "uz": "Uzbekistan", "tj": "Tajikistan", "md": "Moldova", "ge": "Georgia", "am": "Armenia", "az": "Azerbaijan",
    "pk": "Pakistan", "ng": "Nigeria", "ke": "Kenya", "il": "Israel", "de": "Germany", "fr": "France", "pl": "Poland",
    "cn": "China", "jp": "Japan", "kr": "South Korea", "tw": "Taiwan", "hk": "Hong Kong", "sg": "Singapore", "my": "Malaysia",
    "ph": "Philippines", "tr": "Turkey", "ir": "Iran", "gov": "United States", "mil": "United States", "us": "United States",
}  # fmt: skip
"""Endings of addresses that are used at home; `.io`, `.me` and `.tv` are sold to the world."""


def home_of(url: str | None) -> tuple[str, ...]:
    """The name of the country that the address's ending stands for; empty where it stands for none."""
    match = _HOST.match(url or "")
    home = _SUFFIXES.get(match[1].rpartition(".")[2].lower()) if match else None
    return (home,) if home else ()
