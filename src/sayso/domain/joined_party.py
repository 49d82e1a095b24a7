"""A party as several documents have it: its appearances, why they were taken for one, and what is left as a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sayso.domain.attribution import PartyKind
from sayso.domain.party import Candidate, Standing


class JoinedBy(StrEnum):
    """What two appearances have in common that made them one party."""

    JUDGEMENT = "judgement"
    REGISTRY = "registry"
    OFFICE = "office"
    INTRODUCTION = "introduction"
    AGE = "age"
    BODY = "body"
    PERSON = "person"
    PLACE = "place"
    NAME = "name"
    SPELLING = "spelling"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Quoted:
    """An attribution in which a party is a hop: whether the hop bears its name, and whether it is who said it (else it passes it on)."""

    attribution: str
    named: bool
    said: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """A party of one document. `names` are how the text calls it, the first one the fullest; none where it bears no name.

    `words` is how it is shown without a name ("the interior minister"). `why` says what its standing rests on.
    """

    id: str
    document: str
    outlet: str | None
    published: str | None
    party: str
    kind: PartyKind
    names: tuple[str, ...]
    words: str
    standing: Standing | None
    why: str | None
    candidate: Candidate | None = None
    quoted: tuple[Quoted, ...] = ()

    @property
    def name(self) -> str:
        """Its name, else the words that stand for it."""
        return self.names[0] if self.names else self.words


@dataclass(frozen=True, slots=True)
class Join:
    """Two appearances, by their ids, that were taken for one party: by what, why in a sentence, how sure (0 to 1)."""

    one: str
    other: str
    by: JoinedBy
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another party, by its id, that may be this one: it has the name, and nothing tells whether it is the same."""

    other: str
    question: str


@dataclass(frozen=True, slots=True)
class JoinedParty:
    """One party of a store: never recorded, worked out of its appearances, which stand in the order of their documents.

    `standing` is None for what is no person. Two parties that share a name are told in each other's `doubts`.
    """

    appearances: tuple[Appearance, ...]
    joins: tuple[Join, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def id(self) -> str:
        """The first appearance's id."""
        return self.appearances[0].id

    @property
    def names(self) -> tuple[str, ...]:
        """All its names: those of most documents first, of these the longest."""
        counts: dict[str, int] = {}
        for appearance in self.appearances:
            for name in appearance.names:
                counts[name] = counts.get(name, 0) + 1
        return tuple(
            sorted(counts, key=lambda name: (len(name) > 6 and name.isupper(), -counts[name], -len(name), name))
        )

    @property
    def name(self) -> str:
        """The registry's name for it, else the fullest of its names that most documents use, else the words that stand for it."""
        if self.candidate is not None and self.names:
            return self.candidate.name
        fullest = {item.names[0] for item in self.appearances if item.names}
        full = [name for name in self.names if name in fullest and (" " in name or self.kind is not PartyKind.PERSON)]
        return next(iter((*full, *self.names)), self.appearances[0].words)

    @property
    def kind(self) -> PartyKind:
        """What most appearances take it for; where they are equal, the first one's."""
        kinds = [item.kind for item in self.appearances]
        return max(kinds, key=kinds.count)

    @property
    def candidate(self) -> Candidate | None:
        """Whom the registry knows that it is, by the surest appearance."""
        known = [item.candidate for item in self.appearances if item.candidate is not None]
        return max(known, key=lambda item: item.score, default=None)

    @property
    def _telling(self) -> Appearance:
        public = [item for item in self.appearances if item.standing is Standing.PUBLIC]
        return next(iter(public), self.appearances[0])

    @property
    def standing(self) -> Standing | None:
        """Public where one of its appearances is."""
        return self._telling.standing if self.kind is PartyKind.PERSON else None

    @property
    def why(self) -> str | None:
        """What the standing rests on."""
        return self._telling.why if self.kind is PartyKind.PERSON else None

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who quotes it: the outlets of the documents in which it is a hop."""
        return tuple(sorted({item.outlet for item in self.appearances if item.outlet and item.quoted}))

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """All that it is quoted for."""
        return tuple(item for appearance in self.appearances for item in appearance.quoted)

    @property
    def score(self) -> float | None:
        """The least sure of its joins; None where nothing was joined."""
        return min((join.score for join in self.joins), default=None)


def appearance_id(document: str, at: int, nth: int) -> str:
    """`pty_` and 16 hexadecimal digits of a document and of where the party is first spoken of (as the `nth` there): no name goes into it."""
    return "pty_" + sha256(f"{document}|{at}|{nth}".encode()).hexdigest()[:16]
