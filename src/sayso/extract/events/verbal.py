"""Cues that are verbs: who did it and to whom, as the cue says where to look; a passive turns the places round."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.pack import NOWHERE, OBJECT, SUBJECT
from sayso.extract.events.clauses import Clauses
from sayso.extract.events.found import Found
from sayso.extract.events.lexicon import Entry, Lexicon
from sayso.extract.events.lexicon import Phrase as Words
from sayso.extract.events.phrases import Phrase, phrase_from
from sayso.extract.events.sentence import NOMINAL, Sentence, Tag
from sayso.extract.events.subjects import Subject, Subjects
from sayso.extract.events.verbs import read_group
from sayso.extract.events.who import can_be

_WRONG = Phrase(-1, -1, -1)


class VerbCues:
    """Fits verbs to one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, subjects: Subjects) -> None:
        self._sentence = sentence
        self._lexicon = lexicon
        self._clauses = Clauses(sentence)
        self.subjects = subjects

    def fit(self, entry: Entry, at: int) -> Found | None:
        """The cue as it stands at `at`; None where its words or what it asks for are not there."""
        sentence, cue = self._sentence, entry.cue
        token = sentence.tokens[at]
        plain_be = token.tag is Tag.AUX and token.lower in self._lexicon.syntax.be
        if plain_be != (entry.form == "past" and cue.words[0] != "" and token.tag is Tag.AUX):
            return None
        if not plain_be and (token.tag not in (Tag.VERB, Tag.ING) or not self._same_form(entry.form, at)):
            return None
        end = self._clauses.end(at)
        after = self._rest(entry.rest, at, end)
        if after is None or self._barred(entry.bars, at, end):
            return None
        if plain_be and any(
            sentence.tag(i) in (Tag.DET, Tag.PREP) and sentence.lower(i) not in entry.rest for i in range(at + 1, after)
        ):
            return None  # "was found upon his dead brother" is not found dead
        if entry.form == "base" and sentence.lower(at + 1) == "of" and sentence.tag(at - 1) is Tag.WORD:
            return None  # "Teachers demand release of": a noun
        if sentence.lower(at + 1) == "off" and "off" not in entry.rest:
            return None  # "called off" is another verb
        group = read_group(sentence, at, self._lexicon)
        subject = self.subjects.of(group)
        target = self._object(after - 1 if after - 1 - at == len(entry.rest) else at)
        if target is not None and entry.rest and sentence.lower(target.head) in entry.rest:
            target = None  # "threw stones at"
        passive = group.passive or subject.passive
        if cue.alone and (target is not None or passive or sentence.lower(at + 1) == "by"):
            return None
        places = cue.recipient
        transitive = (bool(places) and places[0] == OBJECT) or bool(cue.objects)
        following = sentence.tag(after)
        if (
            group.bare
            and token.past
            and not passive
            and target is None
            and transitive
            and following not in (Tag.TO, Tag.SUB)
        ):
            passive = not self._follows(places, at, end)
        if entry.needs and not self._has_needs(entry, at, end, subject if passive else None):
            return None
        if plain_be:
            passive = False
        actor, recipient = self._parties(entry, at, end, subject, target, passive=passive)
        if actor is _WRONG:
            return None
        if cue.parties and not self._clauses.holds(recipient or actor, cue.parties):
            return None
        if cue.who and recipient is not None and not can_be(sentence, recipient, cue.who, self._lexicon):
            return None
        if (
            cue.who
            and recipient is None
            and entry.rest
            and not passive
            and places[:1] == (OBJECT,)
            and group.to is None
        ):
            return None  # "he can't let go"
        return Found(entry, at, after, actor, recipient, group, subject)

    def _has_needs(self, entry: Entry, at: int, end: int, subject: Subject | None) -> bool:
        """Whether what a verb needs stands behind it, in the subject of its passive, or in the phrase that opens the sentence."""
        sentence = self._sentence
        if any(self._clauses.stands(need, at + 1, end) for need in entry.needs):
            return True
        if entry.cue.parties:
            return any(self._clauses.stands(need, 0, len(sentence)) for need in entry.needs)
        phrase = subject.phrase if subject is not None else None
        if phrase is not None and any(self._clauses.stands(need, phrase.first, phrase.after) for need in entry.needs):
            return True
        if sentence.tag(0) is not Tag.PREP:
            return False
        comma = next((i for i in range(len(sentence)) if sentence.lower(i) == ","), 0)
        return comma < at and any(self._clauses.stands(need, 0, comma) for need in entry.needs)

    def _same_form(self, form: str, at: int) -> bool:
        token = self._sentence.tokens[at]
        if form == "ing":
            return token.tag is Tag.ING
        if form == "past":
            return token.tag is Tag.VERB and token.past
        return token.tag is Tag.VERB

    def _parties(
        self, entry: Entry, at: int, end: int, subject: Subject, target: Phrase | None, *, passive: bool
    ) -> tuple[Phrase | None, Phrase | None]:
        cue = entry.cue
        done_to = subject.phrase if passive else target
        second = target if passive else None
        taken = None
        if cue.objects:
            if self._clauses.is_one_of(done_to, cue.objects):
                taken = done_to
            elif self._clauses.is_one_of(second, cue.objects):
                taken = second  # "were handed draft notices"
            elif not passive and (indirect := self._second_object(target, cue.objects)):
                taken = indirect
            elif self._sentence.lower(at + 1) in cue.objects:
                pass  # "denied that", "denied having"
            else:
                return _WRONG, None
        actor = None
        for place in cue.actor:
            actor = self._at_place(place, at, end, subject, target, passive=passive, taken=taken)
            if actor is not None:
                break
        recipient = None
        for place in cue.recipient:
            recipient = self._at_place(place, at, end, subject, target, passive=passive, taken=taken, recipient=True)
            if recipient is not None and recipient != actor:
                break
            recipient = None
        if recipient is None and cue.recipient == (OBJECT,) and taken is not None:
            recipient = taken  # "searched the offices"
        return actor, recipient

    def _at_place(
        self, place: str, at: int, end: int, subject: Subject, target: Phrase | None, *, passive: bool, taken: Phrase | None,
        recipient: bool = False,
    ) -> Phrase | None:  # fmt: skip
        if place == NOWHERE:
            return None
        if place == SUBJECT:
            if passive and not recipient:
                return self._clauses.preposition("by", at, end)
            if passive and recipient:
                return self._clauses.preposition("by", at, end)
            return subject.phrase
        if place == OBJECT:
            found = subject.phrase if passive else target
            if found is not None and taken is not None and found.first == taken.first:
                return None
            return found
        found = self._clauses.preposition(place, at, end)
        if found is None and passive and subject.phrase is not None:
            # "A case against two recruiters, closed for lack of evidence, was resumed"
            found = self._clauses.preposition(place, subject.phrase.first, at)
        return found

    def _second_object(self, target: Phrase | None, objects: frozenset[str]) -> Phrase | None:
        """ "handed him draft notices": the second of two objects."""
        if target is None:
            return None
        second = phrase_from(self._sentence, target.after)
        return second if self._clauses.is_one_of(second, objects) else None

    def _object(self, at: int) -> Phrase | None:
        sentence, syntax = self._sentence, self._lexicon.syntax
        place = at + 1
        while sentence.tag(place) in (Tag.ADV, Tag.NEG):
            place += 1
        if (
            sentence.lower(place) in syntax.particles
            and sentence.lower(place) not in ("in", "on", "over")
            and sentence.tag(place) is Tag.PREP
            and sentence.lower(place + 1) != "to"
        ):
            place += 1
        if (
            sentence.tag(place) in NOMINAL
            or sentence.is_quote(place)
            or (sentence.tag(place) is Tag.VERB and sentence.tokens[place].past and sentence.tag(place + 1) is Tag.WORD)
            or sentence.lower(place) in ("at", "up", "more", "about", "around", "over", "nearly")
        ):
            found = phrase_from(sentence, place)
            if (
                found is not None
                and sentence.tag(found.head) is Tag.NUM
                and found.after - found.first == 1
                and sentence.tag(found.after) is Tag.TIME
            ):
                return None
            return found
        return None

    def _follows(self, places: Sequence[str], at: int, end: int) -> bool:
        """Whether one of the prepositions stands right behind an active verb: "swooped on the market"."""
        return any(place not in (OBJECT, SUBJECT) and self._sentence.lower(at + 1) == place for place in places)

    def _rest(self, rest: Words, at: int, end: int) -> int | None:
        """Behind the last of the cue's other words, in order; a particle stands near, what "into custody" stands for may be far."""
        place = at + 1
        for number, word in enumerate(rest):
            reach = end if number == 0 or word in self._lexicon.syntax.prepositions else place + 2
            while place < min(reach, end) and not self._is_word(place, word):
                if self._sentence.tag(place) in (Tag.VERB, Tag.TO):
                    return None  # "force us to put voters back" forces nobody back
                place += 1
            if place >= end or not self._is_word(place, word):
                return None
            place += 1
        return place if rest else at + 1

    def _is_word(self, at: int, word: str) -> bool:
        return self._sentence.lower(at) == word

    def _barred(self, bars: Sequence[Words], at: int, end: int) -> bool:
        bars = [bar for bar in bars if self._sentence.words.issuperset(bar)]
        if not bars:
            return False
        start = at
        while (
            start > 0
            and self._sentence.lower(start - 1) not in (";", ":", "—", ",")
            and self._sentence.tag(start - 1) not in (Tag.SUB, Tag.REL)
        ):
            start -= 1
        return any(self._clauses.stands(bar, start, min(len(self._sentence), end + 6)) for bar in bars)
