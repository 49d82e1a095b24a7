"""Who says something: a link's source as far as the text tells."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.attribution import Naming, PartyKind
from sayso.extract.names import Party
from sayso.extract.noun_phrase import NounPhrase


@dataclass(frozen=True, slots=True)
class Speaker:
    """A link's source, resolved as far as the text tells; `introduced` is False for a definite phrase that nothing before explains."""

    party: Party | None
    kind: PartyKind
    naming: Naming
    phrase: NounPhrase | None = None
    introduced: bool = True


NOBODY = Speaker(None, PartyKind.UNKNOWN, Naming.NONE)
