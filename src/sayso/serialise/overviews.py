"""Lists of claims, sources and outlets, and the journal, as records."""

from __future__ import annotations

from dataclasses import asdict

from sayso.domain.journal import Entry
from sayso.domain.judgement import Judgement
from sayso.domain.rate import Rate
from sayso.serialise.lineage import verdict_record
from sayso.serialise.record import Record
from sayso.store.overviews import Fared, OutletLine, Quoted, SourceLine, Summary


def summary_record(summary: Summary, verdict: Judgement | None = None) -> Record:
    """A claim of an inbox; it has a `verdict` where an analyst gave one."""
    return {
        **asdict(summary.claim),
        **verdict_record(verdict),
        "first_published": summary.first_published,
        "last_published": summary.last_published,
        "news_day": summary.news_day,
        "new_roots": summary.new_roots,
        "roots": [
            {
                "id": root.id,
                "name": root.name,
                "kind": root.kind.value,
                "naming": root.naming.value,
                "access": root.access.value,
                "interested": root.interested,
            }
            for root in summary.roots
        ],
        "introduced": [kind.value for kind in summary.introduced],
        "checks": [{"kind": kind.value, "level": level.value} for kind, level in summary.checks],
        "amber_checks": summary.amber,
    }


def source_record(line: SourceLine) -> Record:
    return asdict(line)


def quoted_record(quoted: Quoted) -> Record:
    return {**asdict(quoted), "naming": quoted.naming.value}


def fared_record(fared: Fared | None) -> Record | None:
    """How a source's claims fared; null where nothing is counted up."""
    return None if fared is None else {**asdict(fared), "judged": fared.judged}


def outlet_record(line: OutletLine) -> Record:
    return {
        "name": line.name,
        "documents": line.documents,
        "attributions": line.attributions,
        "untold": line.untold,
        "kept_attribution": _rate(line.kept_attribution),
        "kept_hedges": _rate(line.kept_hedges),
    }


def entry_record(entry: Entry) -> Record:
    return {**asdict(entry), "what": entry.what.value}


def _rate(rate: Rate) -> Record:
    return {
        "count": rate.count,
        "of": rate.of,
        "share": rate.share,
        "interval": None if rate.interval is None else list(rate.interval),
    }
