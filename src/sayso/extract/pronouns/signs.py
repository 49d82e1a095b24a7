"""What tells whom "he" or "she" means: for a pronoun and everybody it could mean, the signs that a reader goes by.

A pronoun of the third person singular points to somebody named nearby. Which one is told by syntax (a subject carries on as
a subject, "her" beside a verb is not that verb's subject), by distance, by who is spoken of most, by who was speaking, and
by whom the pronouns before it meant (Hobbs 1978; Lappin and Leass 1994; Webster et al. 2018). Each sign is a number; what
they weigh is learned (`training.pronouns`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from sayso.extract.layout import Layout
from sayso.extract.names import Party
from sayso.extract.ranges import Range
from sayso.languages.language import Gender, Language
from sayso.languages.syntax import Syntax

REACH = 4
"""Paragraphs back in which somebody whom a pronoun means is looked for."""

SIGNS = 86
"""How many signs a candidate has; the last four tell of the rules' answer."""

BEHIND, REACHED = 4, 200
"""Names behind a pronoun, and before it, that are looked at: in prose there are fewer in its sentence and in four paragraphs."""

MOST = 10
"""Candidates that a pronoun has at most, those named last."""

WORD = re.compile(r"[\w-]+|[^\w\s]")
_AND_ITS = re.compile(r",?\s(?:and|with|or|in|to|for|at)\s")
_BRACKET = re.compile(r"\s\([^()]{1,60}\)")
_QUOTE = frozenset('“”"«»„‘')
_LONGEST_LEAD = 90  # code points from a sentence's beginning in which what leads it in stands
_LONGEST_CLAUSE = 300  # code points
_NEAR = 60  # code points in which a word beside a place is looked for

Case = Literal["subject", "object", "possessive"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun's place and form.

    `speaker` is who says the words that it stands in, `quoted` whether word for word; `is_source`: it is somebody who says
    something. `guess`: whom the rules take for its party.
    """

    start: int
    end: int
    gender: Gender
    case: Case
    speaker: Party | None = None
    quoted: bool = False
    is_source: bool = False
    guess: Party | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a pronoun's own surroundings tell, for all of its candidates."""

    sentence: int
    paragraph: int
    opens: bool
    joins: bool
    depends: bool
    is_told: bool
    led: bool
    quoted: bool
    newer: dict[int, int]
    counts: dict[int, int]
    most: int
    following: Party | None
    leads_in: float
    last: Party | None
    last_here: bool
    ever: frozenset[int]
    meant: list[tuple[int, Party]]
    meant_here: bool


class Scene:
    """One text while its pronouns are read in order: who is named where, who has spoken, whom the pronouns so far meant."""

    def __init__(
        self, layout: Layout, people: Sequence[tuple[Range, Party]], language: Language, syntax: Syntax
    ) -> None:
        self.layout = layout
        self.people = list(people)
        """All places at which a person is named or described, in order."""
        self.language = language
        self.syntax = syntax
        self.said: list[tuple[int, Party]] = []
        """Who speaks by name or description, each with the place of the source, in order."""
        self.meant: list[tuple[int, Gender, Party]] = []
        """The pronouns read so far."""
        self._starts = [place[0] for place, _ in self.people]
        self._places: dict[int, list[Range]] = {}
        for place, party in self.people:
            self._places.setdefault(id(party), []).append(place)
        self._roles: dict[Range, tuple[float, ...]] = {}

    def places(self, party: Party) -> Sequence[Range]:
        """Where somebody is named or described."""
        return self._places.get(id(party)) or party.places

    def spoke(self, at: int, party: Party) -> None:
        """Somebody speaks, with a source at `at`."""
        insort(self.said, (at, party), key=itemgetter(0))

    def adopt(self, place: Range, party: Party) -> None:
        """Whoever is described at `place` is `party`, here and wherever that description is taken up again."""
        at = bisect_left(self._starts, place[0])
        if at == len(self.people) or self.people[at][0][0] != place[0] or self.people[at][0][1] > place[1]:
            return
        old = self.people[at][1]
        if old is party or old.name is not None or party.kind is not old.kind:
            return
        for where in self._places[id(old)]:
            number = bisect_left(self.people, where, key=itemgetter(0))
            if self.people[number][1] is old:
                self.people[number] = (where, party)
        self._places[id(party)] = sorted({*self._places.get(id(party), ()), *self._places.pop(id(old))})
        party.gender = party.gender or old.gender

    def candidates(self, pronoun: Pronoun) -> list[Party]:
        """Who could be meant: the last ones named before, and those named after it in its sentence."""
        layout, found = self.layout, dict[int, Party]()
        paragraph = layout.paragraph_at(pronoun.start)
        low = bisect_left(self._starts, pronoun.start)
        for place, party in reversed(self.people[max(0, low - REACHED) : low]):
            if layout.paragraph_at(place[0]) < paragraph - REACH or len(found) == MOST:
                break
            if not party.plural:
                found.setdefault(id(party), party)
        _, end = layout.sentences[layout.sentence_at(pronoun.start)]
        for place, party in self.people[low : low + BEHIND]:
            if place[0] >= end:
                break
            if not party.plural and place[0] >= pronoun.end:
                found.setdefault(id(party), party)
        return list(found.values())

    def rows(self, pronoun: Pronoun, candidates: Sequence[Party]) -> list[list[float]]:
        """The signs of each candidate, in one order (`training.pronouns` learns what they weigh)."""
        seen = self._look(pronoun, candidates)
        return [self._signs(pronoun, seen, party) for party in candidates]

    def _look(self, pronoun: Pronoun, candidates: Sequence[Party]) -> _Seen:
        """What is the same for all candidates of a pronoun."""
        layout, syntax = self.layout, self.syntax
        sentence = max(0, layout.sentence_at(pronoun.start))
        low, high = layout.sentences[sentence] if layout.sentences else (0, 0)
        word = self._word_before(pronoun.start)
        at = bisect_left(self._starts, pronoun.start)
        wanted = {id(party) for party in candidates}
        newer: dict[int, int] = {}
        for _, party in reversed(self.people[max(0, at - 4 * MOST) : at]):
            if id(party) in wanted:
                newer.setdefault(id(party), len(newer))
        counts = {id(party): bisect_left(self._places[id(party)], (pronoun.start, 0)) for party in candidates}
        behind = bisect_left(self._starts, pronoun.end)
        following = None
        if behind < len(self.people) and self.people[behind][0][0] < high:
            role = self._role(self.people[behind][0])
            following = None if role[2] or role[3] else self.people[behind][1]
        spoke = bisect_left(self.said, pronoun.start, key=itemgetter(0)) - 1
        meant = [(where, who) for where, gender, who in self.meant[-12:] if gender == pronoun.gender][-4:]
        return _Seen(
            sentence,
            layout.paragraph_at(pronoun.start),
            pronoun.start - low <= 1,
            word in syntax.conjunctions,
            word in syntax.subordinators,
            word == "that",
            word in syntax.prepositions,
            bool(layout.quotations_over(pronoun.start, pronoun.start + 1)),
            newer,
            counts,
            max(counts.values(), default=0),
            following,
            self._leads_in(pronoun, low, at),
            self.said[spoke][1] if spoke >= 0 else None,
            spoke >= 0 and layout.sentence_at(self.said[spoke][0]) >= sentence - 1,
            frozenset(id(who) for _, who in self.said[max(0, spoke - 8) : spoke + 1]),
            meant,
            bool(meant) and layout.sentence_at(meant[-1][0]) >= sentence - 1,
        )

    def _signs(self, pronoun: Pronoun, seen: _Seen, party: Party) -> list[float]:
        guessed = pronoun.guess is party
        at = seen.counts[id(party)] - 1
        after = at < 0
        places = self._places[id(party)]
        place = places[0] if after else places[at]
        layout = self.layout
        apart = seen.sentence - layout.sentence_at(place[0])
        paragraphs = seen.paragraph - layout.paragraph_at(place[0])
        between = seen.newer.get(id(party), len(seen.newer))
        first, subject, owns, led, joined, doing, bracketed = self._role(place)
        is_subject, is_object, is_owner = (float(pronoun.case == case) for case in ("subject", "object", "possessive"))
        same = float(apart == 0 and not after)
        clause = float(bool(same) and not self._clause_between(place[1], pronoun.start))
        beside = layout.text[place[1] : pronoun.start] if same and pronoun.start - place[1] < 8 else ""
        beside_it = float(_AND_ITS.fullmatch(beside) is not None)
        opens, before_it = float(seen.opens), float(apart == 1)
        within = bool(seen.quoted or self.layout.quotations) and bool(layout.quotations_over(place[0], place[0] + 1))
        speaks, quoted = pronoun.speaker is party, pronoun.quoted
        newest = seen.meant[-1] if seen.meant else None
        to_it = newest is not None and newest[1] is party
        since = newest is not None and newest[0] >= place[0]
        alike = sum(who is party for _, who in seen.meant)
        followed = float(seen.following is party)
        return [
            1.0,
            float(party.gender == pronoun.gender),
            float(party.gender is not None and party.gender != pronoun.gender),
            float(party.name is None),
            float(party.name is None and apart <= 1),
            same,
            before_it,
            float(apart == 2),
            float(apart > 2),
            float(paragraphs == 1),
            float(paragraphs > 1),
            float(after),
            float(between == 0),
            float(between == 1),
            float(between > 2),
            1 / (1 + between),
            min(at + 1, 5) / 5,
            float(at + 1 == seen.most and seen.most > 1),
            float(self.people[0][1] is party),
            float(layout.in_headline(places[0][0])),
            first,
            subject,
            owns,
            led,
            joined,
            doing,
            bracketed,
            is_subject * subject,
            is_subject * first,
            is_subject * owns,
            is_subject * led,
            is_object * subject,
            is_object * doing,
            is_object * led,
            is_owner * subject,
            is_owner * owns,
            is_owner * led,
            is_owner * same,
            same * first,
            same * first * is_subject,
            clause,
            clause * is_object * subject,
            clause * is_owner * subject * (1 - owns),
            clause * is_owner * first,
            clause * is_subject,
            opens,
            opens * first,
            opens * subject * before_it,
            opens * owns,
            opens * before_it * float(between == 0),
            seen.joins * same,
            seen.depends * same,
            seen.depends * same * subject,
            seen.is_told * same * subject,
            seen.led * same * subject,
            followed,
            followed * seen.leads_in,
            followed * seen.leads_in * first,
            seen.leads_in,
            beside_it * is_owner,
            beside_it * is_subject,
            float(seen.quoted),
            float(seen.quoted and within),
            float(not seen.quoted and within),
            float(speaks and not quoted),
            float(speaks and quoted),
            float(speaks and not quoted) * is_subject,
            float(pronoun.speaker is not None and not speaks),
            float(seen.last is party),
            float(seen.last is party and seen.last_here),
            float(seen.last is party and seen.last_here) * is_subject * opens,
            float(seen.last is not None and seen.last is not party and seen.last_here),
            float(id(party) in seen.ever),
            float(to_it),
            float(to_it and since),
            float(to_it and seen.meant_here),
            float(to_it and seen.meant_here) * is_subject,
            float(newest is not None and not to_it and since),
            float(newest is not None and not to_it and seen.meant_here),
            min(alike, 3) / 3,
            1 / len(seen.counts),
            float(len(seen.counts) == 1),
            float(guessed),
            float(guessed and pronoun.is_source),
            float(pronoun.guess is None),
            float(pronoun.guess is not None and not guessed and id(pronoun.guess) not in seen.counts),
        ]

    def _leads_in(self, pronoun: Pronoun, start: int, at: int) -> float:
        """Whether the pronoun stands in what comes before its sentence's subject: "During her childhood Edith"; less sure behind a name."""
        if pronoun.start - start >= _LONGEST_LEAD:
            return 0.0
        opening = WORD.match(self.layout.text, start)
        word = opening.group().lower() if opening else ""
        if word not in self.syntax.prepositions and word not in self.syntax.subordinators and not word.endswith("ing"):
            return 0.0
        return 1.0 if at == bisect_left(self._starts, start) else 0.3

    def _role(self, place: Range) -> tuple[float, ...]:
        """What a name's surroundings tell: begins its sentence, subject, possessor, after a preposition, joined by "and", after a verb, in brackets."""
        if place in self._roles:
            return self._roles[place]
        text, syntax = self.layout.text, self.syntax
        start, end = place
        sentence = self.layout.sentences[max(0, self.layout.sentence_at(start))][0]
        bracket = _BRACKET.match(text, end)
        stop = bracket.end() if bracket else end
        behind = WORD.match(text, stop + 1 if text[stop : stop + 1] == " " else stop)
        follows = behind.group() if behind else ""
        before = self._word_before(start)
        owns = text[end : end + 2] in {"'s", "’s"} or text[start:end].endswith(("'s", "’s", "s'", "s’"))
        lower = follows.lower()
        verb = (
            follows[:1].islower()
            and not owns
            and lower not in syntax.prepositions | syntax.conjunctions | syntax.subordinators | syntax.relatives
            and lower not in self.language.pronouns
        )
        led = before in syntax.prepositions
        joined = before == "and" or lower == "and"
        first = start - sentence <= 1 or not any(c.islower() for c in text[sentence:start] if c.isalpha())
        begins = before in {"", ","} or before in syntax.conjunctions or before in syntax.subordinators
        first = first or (start - sentence < 25 and before == ",")
        bracketed = text[start - 1 : start] == "("
        doing = bool(before) and before[0].isalpha() and not led and not begins and before not in syntax.determiners
        found = (
            float(first),
            float((verb or lower in {",", "who"}) and not led and (first or begins or verb)),
            float(owns),
            float(led),
            float(joined),
            float(doing and not verb),
            float(bracketed),
        )
        self._roles[place] = found
        return found

    def _word_before(self, at: int) -> str:
        """The word or mark before a place in its sentence, in lower case; titles do not count."""
        text = self.layout.text
        begins = self.layout.sentences[max(0, self.layout.sentence_at(at))][0]
        words = [match.group().lower() for match in WORD.finditer(text, max(begins, at - _NEAR), at)]
        while words and (words[-1] in self.language.titles or words[-1] in _QUOTE or words[-1] == "."):
            words.pop()
        return words[-1] if words else ""

    def _clause_between(self, start: int, end: int) -> bool:
        """Whether another clause seems to begin between two places of one sentence."""
        if end - start > _LONGEST_CLAUSE:
            return True
        syntax = self.syntax
        for match in WORD.finditer(self.layout.text, start, end):
            word = match.group().lower()
            if word in {",", ";", ":", "—", "–", "-"} or word in _QUOTE:
                return True
            if word in syntax.subordinators or word in syntax.conjunctions or word in syntax.relatives:
                return True
        return False


def case_of(word: str, follows: str, language: Language, syntax: Syntax) -> Case:
    """The case of a pronoun: "her" and "his" own what stands behind them, where a noun does."""
    word, follows = word.lower(), follows.lower()
    if word in {"he", "she"}:
        return "subject"
    if word in {"him", "himself", "herself", "hers"}:
        return "object"
    if word == "his":
        return "possessive"
    noun = (
        follows[:1].isalpha()
        and follows not in syntax.prepositions | syntax.conjunctions | syntax.subordinators | syntax.determiners
        and follows not in language.pronouns
        and follows not in syntax.be | syntax.have | syntax.modals | syntax.adverbs
    )
    return "possessive" if noun else "object"
