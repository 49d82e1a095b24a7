"""Checks, tenures and bodies as records."""

from __future__ import annotations

from sayso.domain.office import KnownDate, Organisation, RegistryLine
from sayso.domain.reading import Check, Reading
from sayso.serialise.record import Record, span_record


def check_records(reading: Reading) -> Record:
    """What `sayso check --json` prints of one text."""
    document = reading.document
    return {
        "document": document.id,
        "path": document.path,
        "url": document.url,
        "published": document.published,
        "checks": [check_record(check) for check in reading.checks],
    }


def check_record(check: Check) -> Record:
    return {
        "kind": check.kind.value,
        "level": check.level.value,
        "span": span_record(check.span),
        "says": check.says,
        "evidence": [span_record(span) for span in check.evidence],
        "registry": [tenure_record(line) for line in check.registry],
    }


def tenure_record(line: RegistryLine) -> Record:
    """One line of the registry; `source` is where it stands, `checked` the day somebody looked, null for unchecked."""
    tenure = line.tenure
    return {
        "person": line.person,
        "office": line.office,
        "since": _date(tenure.since),
        "until": _date(tenure.until),
        "seen": _date(tenure.seen),
        "acting": tenure.acting,
        "source": tenure.source,
        "checked": tenure.checked,
        "origin": tenure.origin,
    }


def organisation_record(body: Organisation) -> Record:
    return {
        "name": body.name,
        "names": list(body.names),
        "kind": body.kind,
        "country": body.country,
        "owner": body.owner,
        "party": body.party,
        "source": body.source,
        "checked": body.checked,
    }


def _date(known: KnownDate | None) -> str | None:
    return None if known is None else known.words
