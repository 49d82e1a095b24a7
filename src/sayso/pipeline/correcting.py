"""What an analyst puts right: checked against what the store holds, then recorded as a judgement."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.span import Span
from sayso.errors import JudgementError
from sayso.pipeline.corrected import OF_ATTRIBUTION, OF_DOCUMENT, find_words, spans_in
from sayso.pipeline.keeping import judge
from sayso.readers.dates import day_of, is_plausible, iso_date
from sayso.store.interface import Store

_LIKE_A_SPAN = re.compile(r"[\d\s,;:–-]+")


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
        if not is_plausible(date, datetime.now(UTC).date()):
            raise JudgementError(
                f"Nothing can have been published on {day_of(date)}. Write 2026-01-31, or 2026-01-31T09:30:00+03:00."
            )
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
    kept = store.find(document)
    assert kept is not None
    text = kept.document.text
    spans = spans_in(value, text)
    if spans is None and field == "span" and not _LIKE_A_SPAN.fullmatch(value):
        spans = (_of_words(store, subject, value, text, document),)
    if spans is not None and (field == "span" or len(spans) == 1):
        return ", ".join(f"{span.start}-{span.end}" for span in spans)
    if field == "span" or spans is not None or _LIKE_A_SPAN.fullmatch(value):
        several = " Several parts: 120-140, 150-188." if field == "span" else ""
        raise JudgementError(
            f"{value[:60]!r} is no span of {document}, whose text has {len(text)} characters. Write START-END, as 120-188.{several}"
        )
    return value


def _of_words(store: Store, subject: str, words: str, text: str, document: str) -> Span:
    """Where these words stand; where they do more than once, nearest to the statement as it was read."""
    (read,) = (item for item in store.reading(document).attributions if item.id == subject)
    found = find_words(words, text, min((span.start for span in read.content), default=0))
    if found is None:
        raise JudgementError(
            f"“{words[:60]}” does not stand in the text of {document}. Copy the words from it, or write START-END, as 120-188."
        )
    return found
