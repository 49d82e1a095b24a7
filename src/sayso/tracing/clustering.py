"""Which claim a statement belongs to: from its verdicts with others, their claims, and what analysts judged.

A claim's id is always that of its oldest member (document number, then place in the text): a merger keeps the older claim's id, and whatever is clustered
again in order of age gets the ids that it had.

Judgements outrank verdicts. `same` holds whatever the verdicts say, and passes on: what is the same as one of two is the same as the other. `differ`
keeps its two apart, and with them everything that analysts put with either; a statement that only the model put with them goes to the
side that it is nearer to. Where judgements contradict each other the newer one holds, and the older one is listed as overruled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.claim import claim_id
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.tracing.comparison import Verdict
from sayso.tracing.statement import Statement

JOINS = 0.67
"""Score from which a new member brings two claims together; below, it belongs to the nearer one and they stay two."""
OPPOSED = 0.1
"""Score under which a member speaks against a newcomer."""
CERTAIN = 0.85
"""Score of the nearest member from which the others' opposition does not count: a copy's copy may have drifted far from the rest."""

Age = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and its members, the oldest first; `since` is the age of the oldest (`age_of`).

    Of a claim that has more members than a statement has candidates, the first ones do, and those that analysts judged.
    """

    id: str
    members: tuple[str, ...]
    since: Age


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that a new one was compared with, its claim's id, and the verdict."""

    statement: Statement
    claim: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assignment:
    """The claim of a statement. The members of `merged` claims move to it; `why` is for people."""

    claim: str
    merged: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overruled:
    """A judgement that a newer one contradicts, and why in words."""

    judgement: Judgement
    why: str


class Judged:
    """What analysts judged of attributions: which are the same, and which groups of them differ."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._group: dict[str, set[str]] = {}
        self._apart: list[tuple[str, str]] = []
        self.overruled: list[Overruled] = []
        standing = [item for item in judgements if item.undone is None and item.object is not None]
        # Of two in one second the one that was given later holds: by their ids, as soon the other would.
        standing.sort(key=lambda item: item.made)
        for judgement in reversed(standing):
            if judgement.kind is JudgementKind.SAME:
                self._join(judgement)
            elif judgement.kind is JudgementKind.DIFFER:
                self._part(judgement)

    def same_as(self, attribution: str) -> frozenset[str]:
        """Everything that analysts put with an attribution, itself too."""
        return frozenset(self._group.get(attribution, {attribution}))

    @property
    def concerned(self) -> frozenset[str]:
        """Every attribution that a standing judgement puts with another, or apart from one."""
        return frozenset(self._group).union(*self._apart)

    def differ(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some of one are judged to differ from some of the other."""
        if not self._apart:
            return False
        first, second = (frozenset().union(*map(self.same_as, items)) for items in (one, other))
        return any((a in first and b in second) or (a in second and b in first) for a, b in self._apart)

    def _join(self, judgement: Judgement) -> None:
        one, other = judgement.subject, judgement.object or ""
        if self.differ([one], [other]):
            self.overruled.append(Overruled(judgement, f"a newer judgement says that {one} and {other} differ"))
            return
        group = {*self.same_as(one), *self.same_as(other)}
        self._group |= dict.fromkeys(group, group)

    def _part(self, judgement: Judgement) -> None:
        one, other = judgement.subject, judgement.object or ""
        if other in self.same_as(one):
            self.overruled.append(Overruled(judgement, f"newer judgements say that {one} and {other} are the same"))
            return
        self._apart.append((one, other))


def age_of(statement: Statement) -> Age:
    """The document's number, and where in it the statement begins."""
    return statement.order, statement.attribution.content[0].start


def in_turn(statement: Statement) -> tuple[int, bool, int, str]:
    """The order in which statements get their claims: by age, but a headline after the text that it sums up."""
    order, start = age_of(statement)
    return order, statement.is_headline, start, statement.id


def choose_claim(
    statement: Statement, candidates: Iterable[Candidate], claims: Mapping[str, Claimed], judged: Judged
) -> Assignment:
    """The claim of a new statement. `claims` holds the claims of the candidates, and of those that analysts put with it."""
    ordered = sorted(candidates, key=lambda item: (-item.verdict.score, item.statement.id))
    own = judged.same_as(statement.id)
    given = [claim for claim in _by_age(claims.values()) if own & set(claim.members)]
    chosen: list[Claimed] = []
    why: list[str] = []
    for claim in given:
        if not _kept_apart(statement, chosen, claim, judged):
            chosen.append(claim)
            why.append("an analyst judged them the same")
    repeated = {item.statement.id for item in ordered if item.statement.document.id == statement.document.id}

    def is_own(claims: Sequence[Claimed]) -> bool:
        """Whether nothing but the new statement's own document makes these claims: a headline, and the sentence below."""
        return all(repeated.issuperset(claim.members) for claim in claims)

    near = {item.claim: item for item in reversed(_speaking_for(statement, ordered))}
    for best in sorted(near.values(), key=lambda item: (-item.verdict.score, claims[item.claim].since, item.claim)):
        claim = claims[best.claim]
        if claim in chosen or _kept_apart(statement, chosen, claim, judged) or _is_opposed(claim.id, ordered):
            continue
        if statement.is_headline and chosen:
            break
        if not chosen or best.verdict.score >= JOINS or is_own([claim]) or is_own(chosen):
            chosen.append(claim)
            why.extend(best.verdict.reasons[:3])
    if not chosen:
        return Assignment(claim_id(statement.id))
    oldest, *younger = _by_age(chosen)
    if age_of(statement) < oldest.since:
        return Assignment(claim_id(statement.id), tuple(claim.id for claim in (oldest, *younger)), tuple(why))
    return Assignment(oldest.id, tuple(claim.id for claim in younger), tuple(dict.fromkeys(why)))


def cluster(
    statements: Sequence[Statement], verdict: Callable[[Statement, Statement], Verdict | None], judged: Judged
) -> dict[str, str]:
    """The claim of each statement, from nothing: the members of a claim that a `differ` splits, or of two that a `same` joins.

    `verdict` is asked of each statement with every older one, and may answer None for two that need no comparison.
    """
    claims: dict[str, Claimed] = {}
    claim_of: dict[str, str] = {}
    done: list[Statement] = []
    for statement in sorted(statements, key=in_turn):
        verdicts = ((other, verdict(statement, other)) for other in done)
        candidates = [Candidate(other, claim_of[other.id], found) for other, found in verdicts if found is not None]
        chosen = choose_claim(statement, candidates, claims, judged)
        before = [claims.pop(id) for id in (chosen.claim, *chosen.merged) if id in claims]
        members = (*(member for claim in _by_age(before) for member in claim.members), statement.id)
        since = min((age_of(statement), *(claim.since for claim in before)))
        claims[chosen.claim] = Claimed(chosen.claim, members, since)
        claim_of |= dict.fromkeys(members, chosen.claim)
        done.append(statement)
    return claim_of


def _speaking_for(statement: Statement, ordered: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that say the same. A headline goes with its own text where that says the same, whatever it is like elsewhere: it says
    less, and "About 6,000 foreigners sent out" fits two officials' words."""
    same = [item for item in ordered if item.verdict.same]
    own = [item for item in same if item.statement.document.id == statement.document.id]
    return own if statement.is_headline and own else same


def _by_age(claims: Iterable[Claimed]) -> list[Claimed]:
    return sorted(claims, key=lambda claim: (claim.since, claim.id))


def _kept_apart(statement: Statement, chosen: Sequence[Claimed], claim: Claimed, judged: Judged) -> bool:
    """Whether a `differ` stands between a claim and the statement, or the claims that it is already in."""
    together = [statement.id, *(member for item in chosen for member in item.members)]
    return judged.differ(together, claim.members)


def _is_opposed(claim: str, ordered: Sequence[Candidate]) -> bool:
    """Whether more of a claim's members speak against a newcomer than for it, and none is certain."""
    verdicts = [item.verdict for item in ordered if item.claim == claim]
    against = sum(item.score < OPPOSED and bool(item.differences) for item in verdicts)
    return verdicts[0].score < CERTAIN and against > sum(item.same for item in verdicts)
