"""What an analyst puts right: checked against what the store holds, then recorded as a judgement."""

from __future__ import annotations

import re

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import JudgementError
from sayso.pipeline.keeping import judge
from sayso.readers.dates import iso_date
from sayso.store.interface import Store

OF_ATTRIBUTION = frozenset({"speaker", "span", "party"})
OF_DOCUMENT = frozenset({"outlet", "published"})
_SPAN = re.compile(r"(\d+)\s*[-–:]\s*(\d+)")


def correct(store: Store, subject: str, field: str, value: str, *, why: str | None = None, analyst: str) -> Judgement:
    """Record that `field` of an attribution (`att_…`) or document (id or address) is `value`. Raises JudgementError."""
    value = value.strip()
    if not value:
        raise JudgementError(f"What is the {field} of {subject}? Give its value.")
    if subject.startswith("att_"):
        return judge(
            store, JudgementKind.CORRECT, subject, field=field, value=_of_attribution(store, subject, field, value),
            why=why, analyst=analyst,
        )  # fmt: skip
    kept = store.find(subject)
    if kept is None:
        raise JudgementError(f"The store holds no attribution or document {subject!r}.")
    if field not in OF_DOCUMENT:
        raise JudgementError(
            f"A document has no {field}; of a document, {' and '.join(sorted(OF_DOCUMENT))} can be corrected."
        )
    if field == "published":
        date = iso_date(value)
        if date is None:
            raise JudgementError(f"{value!r} is no date. Write 2026-01-31, or 2026-01-31T09:30:00+03:00.")
        value = date
    return judge(store, JudgementKind.CORRECT, kept.document.id, field=field, value=value, why=why, analyst=analyst)


def _of_attribution(store: Store, subject: str, field: str, value: str) -> str:
    if field not in OF_ATTRIBUTION:
        raise JudgementError(f"An attribution has no {field}; {', '.join(sorted(OF_ATTRIBUTION))} can be corrected.")
    document = store.document_of(subject)
    if document is None:
        raise JudgementError(
            f"The store holds no attribution {subject!r}. 'sayso show' lists a document's attributions."
        )
    if field != "span":
        return value
    match = _SPAN.fullmatch(value)
    kept = store.find(document)
    assert kept is not None
    length = len(kept.document.text)
    if match is None or not int(match[1]) < int(match[2]) <= length:
        raise JudgementError(
            f"{value!r} is no span of {document}, whose text has {length} characters. Write START-END, as 120-188."
        )
    return f"{match[1]}-{match[2]}"
