"""Who a party of a document is: whom the registry knows that it can be, and whether a person is public or private."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.attribution import PartyKind
from sayso.domain.office import RegistryLine
from sayso.domain.span import Span


class Standing(StrEnum):
    """Whether a person is named for an office or for an organisation, or as anybody else. Doubt is private."""

    PUBLIC = "public"
    PRIVATE = "private"


class By(StrEnum):
    """What of a party led to whom it can be."""

    NAME = "name"
    OFFICE = "office"
    ACRONYM = "acronym"
    ROLE_NOUN = "role-noun"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something in the registry that a party can be: by what, why in a sentence, and how sure (0 to 1)."""

    id: str
    name: str
    by: By
    why: str
    score: float
    line: RegistryLine | None = None


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party of one document.

    `standing` is None for what is no person; `why` and `rests_on` say what it rests on. `candidates` are whom the
    registry knows that it can be, the likeliest first; without one, the party is known as itself and nothing more.
    """

    id: str
    name: str | None
    kind: PartyKind
    standing: Standing | None = None
    why: str | None = None
    rests_on: tuple[Span, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def resolved(self) -> Candidate | None:
        """Whom it is, where one candidate stands clear of the others."""
        if not self.candidates:
            return None
        first = self.candidates[0]
        next_best = self.candidates[1].score if len(self.candidates) > 1 else 0.0
        return first if first.score >= SURE and first.score - next_best >= CLEAR else None


SURE = 0.5
"""Score from which a lone candidate is taken to be meant."""
CLEAR = 0.2
"""How far the first candidate's score has to stand above the next one's."""
