"""Signs that a wording of a claim is what a text says: each a number that is 0 where nothing speaks for it, and about 1 where much does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.tracing.ranking.meeting import UNMET, Met, Rarity
from sayso.tracing.ranking.wording import Wording, family

SIGNS = (
    "words",
    "families",
    "speaker",
    "meaning",
    "headline's meaning",
    "best meaning",
    "share of the claim",
    "share of the headline",
    "share of the text",
    "rarest word",
    "second word",
    "in a row",
    "phrases",
    "names",
    "number",
    "other number",
    "quoted",
    "year",
    "month",
    "best words met",
    "claim met",
    "text met",
    "of a post",
)
"""What `find_signs` measures, in its order."""
OF_THE_HEADLINE = ("headline's meaning", "share of the headline")
OF_ITS_OWN = ("best words met", "claim met", "text met", "of a post")
"""Signs that are measured in a claim's own wording only: a model must run for what they compare, or the words of others do not tell."""
GAINING = tuple(sign for sign in SIGNS if sign not in (*OF_THE_HEADLINE, *OF_ITS_OWN))
"""Signs that another wording of the claim can raise; all its wordings share one headline."""
OF_POSTS = frozenset("tweet retweet twitter post".split())
"""Words of claims that are about a post itself: "Did Vik tweet that …?"."""
TOLD_OTHERWISE = "told otherwise"
COUNTED = (*SIGNS, TOLD_OTHERWISE, *(f"{sign}, {TOLD_OTHERWISE}" for sign in GAINING))
"""What `join_signs` gives, in its order; each has a weight."""
KIN = 0.6
"""What a word of one family counts, of what the word itself would."""
MUCH = {"words": 20.0, "families": 20.0, "speaker": 10.0, "rarest": 8.0, "row": 20.0, "number": 10.0, "quoted": 15.0}
"""Sums of rarity that count as much."""
UNKNOWN_NAMES = 0.5
"""Share of its names that is reckoned with for a claim that names nobody."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A wording beside its headline, with what is looked up for every text it is compared with."""

    wording: Wording
    headline: Wording
    terms: frozenset[str]
    families: frozenset[str]
    phrases: frozenset[tuple[str, str]]

    @staticmethod
    def of(wording: Wording, headline: Wording) -> Side:
        """What is looked up in a wording and its headline."""
        terms = frozenset((*wording.terms, *headline.terms, *wording.speaker))
        phrases = frozenset((*_phrases(wording.terms), *_phrases(headline.terms)))
        return Side(wording, headline, terms, frozenset(map(family, terms)), phrases)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of a pair from all claims at once: BM25 of its words, of their families and of the speaker's names, and cosines."""

    words: float
    families: float
    speaker: float
    meaning: float
    headline: float


def find_signs(text: Side, claim: Side, likeness: Likeness, rarity: Rarity, met: Met = UNMET) -> tuple[float, ...]:
    """The numbers that `SIGNS` names. `met`: how the words of the two meet in meaning."""
    mine, theirs = text.wording, claim.wording
    shared = sorted((rarity(term) for term in claim.terms & text.terms), reverse=True)
    run = max(_row(mine.terms, theirs.terms, rarity), _row(mine.terms, claim.headline.terms, rarity))
    named = sum(rarity(name) for name in theirs.names)
    shared_names = sum(rarity(name) for name in theirs.names if name in text.terms)
    numbers = theirs.numbers | claim.headline.numbers
    quotations = (*theirs.quoted, *claim.headline.quoted)
    year, month = _dated(mine, theirs)
    return (
        likeness.words / MUCH["words"],
        likeness.families / MUCH["families"],
        likeness.speaker / MUCH["speaker"],
        likeness.meaning,
        likeness.headline,
        max(likeness.meaning, likeness.headline),
        _share(theirs.terms, text, rarity),
        _share(claim.headline.terms or theirs.terms, text, rarity),
        _share(mine.terms, claim, rarity),
        (shared[0] if shared else 0.0) / MUCH["rarest"],
        (shared[1] if len(shared) > 1 else 0.0) / MUCH["rarest"],
        run / MUCH["row"],
        sum(min(rarity(one), rarity(other)) for one, other in text.phrases & claim.phrases) / MUCH["row"],
        shared_names / named if named else UNKNOWN_NAMES,
        sum(map(rarity, numbers & mine.numbers)) / MUCH["number"],
        sum(map(rarity, theirs.numbers - mine.numbers)) / MUCH["number"],
        max((_share(run, text, rarity) * _size(run, rarity) for run in quotations), default=0.0),
        year,
        month,
        met.best,
        met.claim,
        met.text,
        float(bool(mine.speaker) and not OF_POSTS.isdisjoint(claim.terms)),
    )


def join_signs(own: tuple[float, ...], others: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    """The numbers that `COUNTED` names: the signs of a claim's own wording, 1 where it is known in other wordings, and by how much the
    best of those exceeds the own wording in each sign.

    Other wordings are no rivals of other claims' own ones: two posts are like each other in tone and author whatever they claim.
    """
    if not others:
        return (*own, *([0.0] * (len(COUNTED) - len(SIGNS))))
    best = map(max, zip(*others, strict=True))
    gains = (max(0.0, most - mine) for sign, mine, most in zip(SIGNS, own, best, strict=True) if sign in GAINING)
    return (*own, 1.0, *gains)


def _phrases(terms: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    return zip(terms, terms[1:], strict=False)


def _share(terms: tuple[str, ...], side: Side, rarity: Rarity) -> float:
    """How much of what the terms tell stands on the other side, words of one family counting less."""
    met = whole = 0.0
    for term in set(terms):
        weight = rarity(term)
        whole += weight
        if term in side.terms:
            met += weight
        elif family(term) in side.families:
            met += KIN * weight
    return met / whole if whole else 0.0


def _size(terms: tuple[str, ...], rarity: Rarity) -> float:
    return min(1.0, sum(map(rarity, set(terms))) / MUCH["quoted"])


def _row(mine: tuple[str, ...], theirs: tuple[str, ...], rarity: Rarity) -> float:
    """The rarity of the weightiest run of terms that both have in a row."""
    where: dict[str, list[int]] = {}
    for place, term in enumerate(theirs):
        where.setdefault(term, []).append(place)
    best = 0.0
    before: dict[int, float] = {}
    for term in mine:
        now = {place: before.get(place - 1, 0.0) + rarity(term) for place in where.get(term, ())}
        best = max(best, *now.values()) if now else best
        before = now
    return best


def _dated(mine: Wording, theirs: Wording) -> tuple[float, float]:
    """Whether both give one year, and one month of it: 1 or 0."""
    years = {year for year, _ in mine.dates} & {year for year, _ in theirs.dates}
    months = {date for date in mine.dates if date[1]} & set(theirs.dates)
    return float(bool(years)), float(bool(months))
