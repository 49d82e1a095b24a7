"""What analysts found of claims, and how those of one source fared."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.judgement import Judgement, Verdict
from sayso.store.overviews import Fared
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.judgements import by_id

_HOLDS = "factuality IN ('CT+', 'PR+', 'PS+')"
"""Whether the source itself takes it to be so: who denies a claim does not make it."""


def verdicts(connection: Connection, claims: Sequence[str]) -> dict[str, Judgement]:
    """The verdict on each claim; those without one are left out."""
    with connection.snapshot():
        found: dict[str, str] = dict(
            connection.rows_in("SELECT claim, judgement FROM verdicts WHERE claim IN ({})", claims)
        )
        made = by_id(connection, list(found.values()))
    return {claim: made[id] for claim, id in found.items()}


def fared(connection: Connection, source: str) -> Fared | None:
    """How the claims of a source that bears a name fared; None of one that may be a private person, or that no text names."""
    with connection.snapshot():
        named, private = connection.row(
            "SELECT max(naming = 'named'), max(private) FROM attributions WHERE source = ?", source
        ) or (None, None)
        if not named or private:
            return None
        made = (
            "SELECT DISTINCT member.claim FROM attributions JOIN traced_members AS member ON member.attribution = number "
            f"WHERE source = ? AND {_HOLDS}"
        )
        claims = connection.value(f"SELECT count(*) FROM ({made})", source)
        counts: dict[str, int] = dict(
            connection.rows(
                f"SELECT verdict, count(*) FROM verdicts WHERE claim_number IN ({made}) GROUP BY verdict", source
            )
        )
    return Fared(claims, *(counts.get(word.value, 0) for word in Verdict))
