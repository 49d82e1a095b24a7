"""Names, titles, dates and numbers in a text, and the parties that they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.span import Span


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    DOCUMENT = "document"
    TITLE = "title"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; `party` and `name` say whom it means where the text tells."""

    span: Span
    kind: MentionKind
    party: str | None = None
    name: str | None = None
    private: bool = False
