"""How a document tells the claim: the fact as it has it, whose words they are said to be, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

from sayso.domain.claim import DriftKind

from . import vocabulary
from .facts import Fact, other_actor, other_day, other_number
from .families import Wording
from .rates import Rates
from .world import Party, World

STANCES = tuple(vocabulary.CUES)
_CONTENT = (
    DriftKind.HEDGE_LOST,
    DriftKind.HEDGE_ADDED,
    DriftKind.NUMBER_BOUND_LOST,
    DriftKind.NUMBER_CHANGED,
    DriftKind.UNIT_CHANGED,
    DriftKind.ACTOR_CHANGED,
    DriftKind.PLACE_CHANGED,
    DriftKind.TIME_CHANGED,
    DriftKind.SCOPE_CHANGED,
    DriftKind.POLARITY_FLIPPED,
)
_VOICE = (DriftKind.ATTRIBUTION_LOST, DriftKind.SOURCE_RAISED)
_SPEAKER = (DriftKind.STANCE_HARDENED, DriftKind.STANCE_SOFTENED, DriftKind.ROLE_CHANGED)


@dataclass(frozen=True, slots=True)
class Telling:
    """`raised_to` is the outlet to which the party's words are credited; `lost`: to nobody. `stance`: of the party's cue.

    `changes`: what differs from the root's words; True where this very document did it.
    """

    fact: Fact
    party: Party
    role: str | None
    stance: str
    raised_to: str | None = None
    lost: bool = False
    garbled: bool = False
    changes: Mapping[DriftKind, bool] = field(default_factory=dict)

    @property
    def speaks(self) -> bool:
        """Whether the party is still there."""
        return not self.lost and self.raised_to is None

    def shown(self) -> dict[DriftKind, bool]:
        """The changes that a reader can see in the text."""
        hidden: set[DriftKind] = set()
        if not self.speaks:
            hidden.update(_SPEAKER)
        if self.lost:
            hidden.add(DriftKind.SOURCE_RAISED)
        return {kind: here for kind, here in self.changes.items() if kind not in hidden}

    def matter_of_taste(self) -> dict[DriftKind, bool]:
        """Changes that one reader sees and another does not: where a source is gone, so is its stance, and so on."""
        found: dict[DriftKind, bool] = {}
        for kind in _VOICE:
            if kind in self.changes:
                here = self.changes[kind]
                found |= {other: here for other in (*_VOICE, DriftKind.STANCE_HARDENED) if other not in self.shown()}
        return found


def passed_on(telling: Telling) -> Telling:
    """The telling as the next one takes it over."""
    return replace(telling, changes=dict.fromkeys(telling.changes, False))


def drift(telling: Telling, chance: Random, rates: Rates, world: World, upstream: str) -> Telling:
    """The telling as a careless outlet has it that took it from the outlet `upstream`."""
    kinds = [kind for kind in (*_VOICE, *_SPEAKER, *_CONTENT) if chance.random() < rates.drift[kind]]
    chance.shuffle(kinds)
    voice = next((kind for kind in kinds if kind in _VOICE), None)
    if voice is not None:
        # Who is not named has neither a role nor a cue of his own; and one loss of the voice is enough.
        kinds = [kind for kind in kinds if kind is voice or kind in _CONTENT]
    done = 0
    for kind in kinds:
        changed = _change(telling, kind, chance, world, upstream) if done < rates.most_drift else None
        if changed is not None:
            telling = replace(changed, changes={**telling.changes, kind: True})
            done += 1
    return telling


def leave_out(telling: Telling, chance: Random, rates: Rates) -> Telling:
    """The telling without what the outlet had no room for; what was changed is never left out, so that it shows."""
    silent = set(telling.fact.silent)
    for slot, kind in (("time", DriftKind.TIME_CHANGED), ("scope", DriftKind.SCOPE_CHANGED)):
        if kind not in telling.changes and chance.random() < rates.left_out:
            silent.add(slot)
    return replace(telling, fact=replace(telling.fact, silent=frozenset(silent)))


def garble(telling: Telling, chance: Random) -> Telling:
    """The telling with a rare mistake in the name of the place where it happened."""
    name = telling.fact.proper
    at = chance.randrange(1, max(2, len(name) - 2))
    odd = chance.choice(
        (
            name[:at] + name[at + 1] + name[at] + name[at + 2 :] if len(name) > at + 1 else name + "a",
            name + "ka",
            name + "it",
        )
    )
    if odd == name:
        odd = name + "it"
    site = Wording(telling.fact.site.en.replace(name, odd), telling.fact.site.de.replace(name, odd))
    return replace(telling, fact=replace(telling.fact, site=site), garbled=True)


def _change(telling: Telling, kind: DriftKind, chance: Random, world: World, upstream: str) -> Telling | None:
    """The telling changed in this way, or None where there is nothing to change or it was changed so already."""
    if kind in telling.changes:
        return None
    if kind is DriftKind.ATTRIBUTION_LOST:
        return None if telling.lost else replace(telling, lost=True)
    if kind is DriftKind.SOURCE_RAISED:
        return replace(telling, raised_to=upstream) if telling.speaks else None
    if kind in _SPEAKER:
        return _change_speaker(telling, kind, chance) if telling.speaks else None
    fact = _change_fact(telling, kind, chance, world)
    return None if fact is None else replace(telling, fact=fact)


def _change_speaker(telling: Telling, kind: DriftKind, chance: Random) -> Telling | None:
    if kind is DriftKind.ROLE_CHANGED:
        if telling.role is None:
            return None
        role, _, of = telling.role.partition(" of ")
        other = chance.choice([item for item in vocabulary.ROLES if item != role])
        return replace(telling, role=f"{other} of {of}")
    level = STANCES.index(telling.stance)
    if kind is DriftKind.STANCE_HARDENED:
        harder = [stance for stance in STANCES[level + 1 :] if stance != "claims"]
        may = harder and DriftKind.STANCE_SOFTENED not in telling.changes
        return replace(telling, stance=chance.choice(harder)) if may else None
    may = telling.stance == "says" and DriftKind.STANCE_HARDENED not in telling.changes
    return replace(telling, stance=chance.choice(STANCES[:level])) if may else None


def _change_fact(telling: Telling, kind: DriftKind, chance: Random, world: World) -> Fact | None:
    fact = telling.fact
    match kind:
        case DriftKind.HEDGE_LOST:
            return replace(fact, hedge=None) if fact.hedge and DriftKind.HEDGE_ADDED not in telling.changes else None
        case DriftKind.HEDGE_ADDED:
            if fact.hedge or DriftKind.HEDGE_LOST in telling.changes:
                return None
            return replace(fact, hedge=chance.choice(vocabulary.HEDGES_ADDED))
        case DriftKind.NUMBER_BOUND_LOST:
            return replace(fact, bound=None) if fact.bound else None
        case DriftKind.NUMBER_CHANGED:
            return replace(fact, number=other_number(chance, fact.number))
        case DriftKind.UNIT_CHANGED:
            return replace(fact, unit=fact.other_unit)
        case DriftKind.ACTOR_CHANGED:
            return replace(fact, actor=other_actor(chance, fact))
        case DriftKind.PLACE_CHANGED:
            return replace(fact, place=world.town())
        case DriftKind.TIME_CHANGED:
            return None if "time" in fact.silent else replace(fact, day=other_day(chance, fact))
        case DriftKind.SCOPE_CHANGED:
            return None if "scope" in fact.silent else replace(fact, scope=fact.other_scope)
        case _:
            return replace(fact, negated=not fact.negated)
