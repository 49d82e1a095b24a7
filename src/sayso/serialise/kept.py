"""What a store lists, as data: documents, claims and judgements."""

from __future__ import annotations

from dataclasses import asdict

from sayso.domain.judgement import Judgement
from sayso.serialise.lineage import verdict_record
from sayso.serialise.record import Record
from sayso.store.interface import Kept, Listed


def kept_record(kept: Kept) -> Record:
    """A document's metadata and state, without its text."""
    document = kept.document
    return {
        "id": document.id,
        "state": kept.state.value,
        "version": kept.version,
        "superseded_by": kept.superseded_by,
        "removed": kept.removed,
        "why_removed": kept.why_removed,
        "added": kept.added,
        "returned": kept.returned,
        "read_by": kept.read_by,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "url": document.url,
        "path": document.path,
        "published": document.published,
        "modified": document.modified,
        "language": document.language,
        "links": [{"href": link.href, "origin": link.origin} for link in document.links],
        "text_sha256": document.text_sha256,
        "bytes_sha256": document.bytes_sha256,
    }


def listed_record(listed: Listed, verdict: Judgement | None = None) -> Record:
    """A claim with its counts and dates; it has a `verdict` where an analyst gave one."""
    return {
        **asdict(listed.claim),
        **verdict_record(verdict),
        "first_published": listed.first_published,
        "last_published": listed.last_published,
        "drift": listed.drift,
    }


def judgement_record(judgement: Judgement) -> Record:
    """A judgement, its kind as a word."""
    return {**asdict(judgement), "kind": judgement.kind.value}
