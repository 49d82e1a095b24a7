"""What every record shares: its type, and how it is written as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from sayso.domain.correction import Correction
from sayso.domain.span import Span

Record = dict[str, Any]

# Everything here is legal inside a JSON string once escaped; json.dumps leaves it raw with ensure_ascii=False.
_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON of a record without a line break at its end; on one line unless `indent` is given.

    What would break a line or a terminal (lone surrogates, C1 controls, U+2028) is escaped: the value that a parser gets
    back is the same.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def span_record(span: Span) -> Record:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "exact": span.exact}


def corrections_record(corrections: tuple[Correction, ...]) -> Record:
    """The key `corrections` of what analysts put right; no key where nothing was."""
    return {"corrections": [asdict(item) for item in corrections]} if corrections else {}
