"""Whom "he" and "she" mean, of everybody it could be: the rules' answer and the signs, weighed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

import numpy as np

from sayso.domain.attribution import PartyKind
from sayso.extract.layout import Layout
from sayso.extract.names import Party
from sayso.extract.nesting import Link
from sayso.extract.noun_phrase import NounPhrase, read_noun_phrase
from sayso.extract.pronouns.described import find_described
from sayso.extract.pronouns.rules import PART_OF_A_NAME, Pronouns
from sayso.extract.pronouns.signs import SIGNS, WORD, Pronoun, Scene, case_of
from sayso.extract.ranges import Range, covers
from sayso.extract.speaker import Speaker
from sayso.languages.language import Language
from sayso.languages.pronouns import Array, PronounWeights
from sayso.languages.syntax import load_syntax

NOBODY_BELOW = -1.0
"""Score below which a pronoun means nobody whom the text names or describes; at 0 it is as likely as not."""

SURE = 1.0
"""How much better than the rules' answer another must be to be taken for a source's: of 330 sources in passages that nothing was learned from 75 in
a hundred are right, by the rules alone 65; at 0 76, and more of the rules' right ones in nested-dev are lost."""

SURE_OF_NOBODY = 0.5
"""The same where the rules find nobody."""

CHAIN = 2
"""Paragraphs before a source's pronoun in which the other pronouns are read first: whom they mean, it mostly means too."""

SPOKE = 60
"""Speakers before a pronoun that the rules look at, where it is no source."""

_NO_ROWS = np.zeros((0, SIGNS), np.float32)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pronoun, who it could be, the signs of each, and who it is taken for."""

    pronoun: Pronoun
    candidates: tuple[Party, ...]
    rows: Array
    party: Party | None
    places: Sequence[Range]
    """All places at which that party is named or described."""
    known: tuple[Sequence[Range], ...]
    """Those of each candidate."""


class Weigher:
    """Reads the pronouns of one text in order. `links` are all of its attributions."""

    def __init__(
        self,
        layout: Layout,
        named: Mapping[Range, Party],
        links: Sequence[Link],
        language: Language,
        rules: Pronouns,
        weights: PronounWeights,
    ) -> None:
        people = sorted(
            (
                (place, party)
                for place, party in named.items()
                if party.kind is PartyKind.PERSON and not PART_OF_A_NAME.match(layout.text, place[1])
            ),
            key=lambda item: item[0],
        )
        described = find_described(layout, people, language)
        self._syntax = load_syntax(language.code)
        self._scene = Scene(layout, sorted([*people, *described], key=lambda item: item[0]), language, self._syntax)
        self._layout = layout
        self._links = links
        self._over: dict[int, list[int]] = {}
        """By paragraph, the links whose contents stand in it."""
        for index, link in enumerate(links):
            if link.cue is not None:
                first, last = (layout.paragraph_at(at) for at in (link.content[0][0], link.content[-1][1] - 1))
                for number in range(first, last + 1):
                    self._over.setdefault(number, []).append(index)
        self._language = language
        self._rules = rules
        self._weights = weights
        self._places = [match.span() for match in _forms(language).finditer(layout.text)]
        self._next = 0
        self._sources = {link.source for link in links if link.source is not None}
        self.weighed: list[Weighed] = []

    def spoke(self, phrase: NounPhrase, party: Party) -> None:
        """A source that is a name or a description."""
        self._scene.adopt((phrase.start, phrase.end), party)
        if party.kind is PartyKind.PERSON:
            self._scene.spoke(phrase.start, party)

    def whom(
        self,
        phrase: NounPhrase,
        outer: Speaker | None,
        said: list[tuple[int, Speaker]],
        resolved: Mapping[int, Speaker],
        *,
        quoted: bool,
    ) -> Party | None:
        """The party that a source's pronoun of the third person singular means; None where nobody fits."""
        paragraph = self._layout.paragraph_at(phrase.start)
        self.read(said, resolved, phrase.start, since=paragraph - CHAIN)
        guess = self._rules.third_person(phrase, outer, said, quoted=quoted)
        return self._weigh((phrase.start, phrase.end), outer, guess, quoted=quoted, is_source=True)

    def read(
        self,
        said: list[tuple[int, Speaker]],
        resolved: Mapping[int, Speaker],
        before: int | None = None,
        *,
        since: int = 0,
    ) -> None:
        """Read the pronouns that are no sources and stand before a place, or all of them; those before paragraph `since` are passed over."""
        while self._next < len(self._places) and (before is None or self._places[self._next][0] < before):
            place = self._places[self._next]
            self._next += 1
            if place in self._sources or self._layout.paragraph_at(place[0]) < since:
                continue
            outer, quoted = self._outer(place, resolved)
            phrase = read_noun_phrase(self._layout.text, *place, (), self._language)
            at = bisect_left(said, place[0], key=itemgetter(0))
            earlier = said[max(0, at - SPOKE) : at]
            guess = self._rules.third_person(phrase, outer, earlier, quoted=quoted)
            self._weigh(place, outer, guess, quoted=quoted, is_source=False)

    def _outer(self, place: Range, resolved: Mapping[int, Speaker]) -> tuple[Speaker | None, bool]:
        """Who says the words that a pronoun stands in, and whether word for word."""
        over = self._over.get(self._layout.paragraph_at(place[0]), ())
        around = [index for index in over if covers(self._links[index].content, place)]
        if not around:
            return None, False
        index = min(around, key=lambda index: self._links[index].size)
        start = self._links[index].start - 2
        quoted = any(quotation.start >= start for quotation in self._layout.quotations_over(*place))
        return resolved.get(index), quoted

    def _only_quoted(self, party: Party) -> bool:
        """Whether somebody is named in quotations alone: outside of them "he" is no one who is only spoken of in one."""
        return all(
            any(quotation.closed for quotation in self._layout.quotations_over(place[0], place[0] + 1))
            for place in self._scene.places(party)
        )

    def _weigh(
        self, place: Range, outer: Speaker | None, guess: Party | None, *, quoted: bool, is_source: bool
    ) -> Party | None:
        text = self._layout.text
        word = text[slice(*place)]
        behind = WORD.match(text, place[1] + (text[place[1] : place[1] + 1] == " "))
        gender = self._language.pronouns[word.lower()].gender
        assert gender is not None
        pronoun = Pronoun(
            *place,
            gender,
            case_of(word, behind.group() if behind else "", self._language, self._syntax),
            outer.party if outer is not None else None,
            quoted,
            is_source,
            guess,
        )
        candidates = self._scene.candidates(pronoun)
        if is_source and not quoted:
            candidates = [party for party in candidates if not self._only_quoted(party)]
        party, rows = guess, _NO_ROWS
        if candidates:
            rows = np.array(self._scene.rows(pronoun, candidates), np.float32)
            scores = self._weights.score(rows)
            best = int(scores.argmax())
            party = candidates[best] if scores[best] > NOBODY_BELOW else None
            held = next((score for score, who in zip(scores, candidates, strict=True) if who is guess), 0.0)
            if is_source and scores[best] - held < (SURE if guess is not None else SURE_OF_NOBODY):
                party = guess
        if party is not None and party.kind is PartyKind.PERSON:
            self._scene.meant.append((place[0], gender, party))
        known = tuple(self._scene.places(candidate) for candidate in candidates)
        places = self._scene.places(party) if party is not None else ()
        self.weighed.append(Weighed(pronoun, tuple(candidates), rows, party, places, known))
        return party


@lru_cache(maxsize=8)
def _forms(language: Language) -> re.Pattern[str]:
    """Finds the pronouns that are weighed: those of one person of the third, whose gender the word tells."""
    words = [
        word
        for word, told in language.pronouns.items()
        if told.person == 3 and told.number == "sg" and told.gender in {"m", "f"}
    ]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
