"""A claim that an analyst gave a verdict on, as schema.org's ClaimReview (JSON-LD): what fact-checkers exchange.

One `Claim` for each root, since each is another claimant of the same claim; the documents that lead back to it are its appearances.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Lineage, Occurrence, Root
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement, Verdict
from sayso.errors import SaysoError
from sayso.serialise.record import Record
from sayso.tracing.moments import moment

SHORT = 75
"""Characters of `claimReviewed`; the whole wording is the claim's `text`."""
MEDIA_TYPE = "application/ld+json"
_PAGES = ("https://", "http://")
_RATINGS = {Verdict.CONFIRMED: 5, Verdict.REFUTED: 1}
"""Of 1 to 5. What is open has no number: one between would say that it is half true."""
_TYPES = {
    PartyKind.PERSON: "Person",
    PartyKind.ORGANISATION: "Organization",
    PartyKind.GROUP: "Organization",
    PartyKind.PLACE_FOR_GOVERNMENT: "Organization",
}


def claim_review_record(
    lineage: Lineage, verdict: Judgement, documents: Mapping[str, Document], *, url: str | None = None
) -> Record:
    """The review. `documents` are those held, by id; `url` is the page where the review is published, else it has a name of its own.

    It says what it is given: who passes it on to others gives values without private names (`sayso.privacy`). Raises SaysoError where
    `url` is no address of a page.
    """
    if url is not None and not url.startswith(_PAGES):
        raise SaysoError(
            f"{url[:200]!r} is no address of a page. Give the one where the review is published: https://…"
        )
    word = Verdict(verdict.value or "")
    claim = lineage.claim
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"urn:sayso:{verdict.id}",
        "url": url or f"urn:sayso:{verdict.id}",
        "claimReviewed": _short(claim.text),
        "author": {"@type": "Person", "name": verdict.analyst},
        "datePublished": verdict.made,
        "reviewBody": verdict.why,
        "reviewRating": _rating(word),
        "itemReviewed": [_claim(lineage, root, documents) for root in lineage.roots or (None,)],
    }


def _rating(word: Verdict) -> Record:
    said: Record = {"@type": "Rating", "alternateName": word.value.capitalize()}
    value = _RATINGS.get(word)
    return said if value is None else {**said, "ratingValue": value, "bestRating": 5, "worstRating": 1}


def _claim(lineage: Lineage, root: Root | None, documents: Mapping[str, Document]) -> Record:
    """The claim as one root makes it; as all documents make it, where none was found."""
    led = set(root.documents) if root is not None else {item.document for item in lineage.attributions}
    told = _by_time(item for item in lineage.attributions if item.document in led)
    appearances = [_appearance(item, documents.get(item.document)) for item in told]
    return {
        "@type": "Claim",
        "@id": f"urn:sayso:{lineage.claim.id}",
        "text": lineage.claim.text,
        **(_claimant(root) if root is not None else {}),
        **({"datePublished": told[0].published, "firstAppearance": appearances[0]} if told and told[0].published else {}),
        "appearance": appearances,
    }  # fmt: skip


def _by_time(told: Iterable[Occurrence]) -> list[Occurrence]:
    """One occurrence of each document, the earliest first, those without a date last."""
    first: dict[str, Occurrence] = {}
    for item in told:
        first.setdefault(item.document, item)
    return sorted(first.values(), key=_when)


def _when(told: Occurrence) -> float:
    """Its place in time: "23:00-05:00" of one day is later than "01:00Z" of the next."""
    known = moment(told.published)
    return inf if known is None else known.sort_key


def _claimant(root: Root) -> Record:
    """Who makes the claim. A paper that it stands in is no author; of whom nothing is known but a name, the name stands alone."""
    named = _known(name=root.name, description=None if root.naming is Naming.NAMED else f"{root.naming.value} source")
    if root.kind is PartyKind.DOCUMENT:
        return {"isBasedOn": {"@type": "CreativeWork", **named}}
    if root.kind in _TYPES:
        return {"author": {"@type": _TYPES[root.kind], **named}}
    return {"author": root.name} if root.name else {}


def _appearance(told: Occurrence, document: Document | None) -> Record:
    return {
        "@type": "CreativeWork",
        "@id": f"urn:sayso:{told.document}",
        **_known(
            headline=document.title if document else None,
            url=document.url if document and document.url and document.url.startswith(_PAGES) else None,
            datePublished=told.published,
            publisher={"@type": "Organization", "name": told.outlet} if told.outlet else None,
        ),
    }


def _known(**values: object) -> Record:
    return {name: value for name, value in values.items() if value}


def _short(words: str) -> str:
    """The words' beginning, cut between two of them."""
    words = " ".join(words.split())
    if len(words) <= SHORT:
        return words
    return words[: SHORT - 1].rpartition(" ")[0].rstrip(",;:–—- ") + "…" if " " in words[: SHORT - 1] else f"{words[: SHORT - 1]}…"  # fmt: skip
