"""Whose doing a verb is: its subject, through coordination, relative clauses, appositions and infinitives."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.events.lexicon import Lexicon
from sayso.extract.events.phrases import Phrase, phrase_from, phrases_in, with_of
from sayso.extract.events.sentence import VERBAL, Sentence, Tag
from sayso.extract.events.verbs import Group, inverted, read_group, verb_before

DEEPEST = 5
"""Verbs that depend on each other; beyond that nobody follows."""
_CLAUSE_PREPOSITIONS = frozenset("after before since until as than".split())
_ASIDE = frozenset(
    "possibly probably likely perhaps including among like such along together with aged who which whose a an the one two three all both now once".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject's phrase; `passive`: of a coordinated participle, whether the verb before it is in the passive.

    `governors` are the places of the words that the verb depends on, the nearest first ("plans to", "was ordered to").
    """

    phrase: Phrase | None
    passive: bool = False
    governors: tuple[int, ...] = ()


class Subjects:
    """Finds subjects in one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self._sentence = sentence
        self._lexicon = lexicon

    def of(self, group: Group, depth: int = 0) -> Subject:
        """The subject of a verb group."""
        sentence = self._sentence
        if depth > DEEPEST:
            return Subject(None)
        if group.to is not None:
            return self._of_infinitive(group.to, depth)
        at = group.first - 1
        tag = sentence.tag(at)
        if tag is None or (tag is Tag.MARK and sentence.is_quote(at) and at == 0):
            asked = inverted(sentence, group.at, self._lexicon)
            if asked is not None and asked == group.first and group.at > asked:
                phrase = phrase_from(sentence, asked + 1)
                return Subject(phrase)
            return Subject(None)
        if tag is Tag.REL or (sentence.lower(at) == "that" and self._is_relative(at)):
            return Subject(self._antecedent(at))
        if tag is Tag.CONJ or (tag is Tag.MARK and sentence.lower(at) in (",", "–", "—", ")")):
            return self._past_mark(at, group, depth)
        if tag is Tag.PREP or tag is Tag.SUB:
            return self._of_dependent(at, depth)
        if tag is Tag.TIME:
            return self._past_mark(at, group, depth) if self._only_time_before(at) else self._left(at, group, depth)
        if tag in VERBAL:
            return self._of_dependent(at + 1, depth) if group.ing else Subject(None)
        return self._left(at, group, depth)

    def _only_time_before(self, at: int) -> bool:
        while self._sentence.tag(at) in (Tag.TIME, Tag.PREP):
            at -= 1
        return self._sentence.tag(at) is Tag.CONJ

    def _left(self, at: int, group: Group, depth: int) -> Subject:
        """The phrase that the words up to `at` end with."""
        sentence = self._sentence
        start = self._clause_start(at)
        phrases = phrases_in(sentence, start, at + 1)
        free = [phrase for phrase, governed in phrases if not governed]
        if phrases and sentence.lower(phrases[-1][0].first - 1) in _CLAUSE_PREPOSITIONS:
            free = [phrases[-1][0]]  # "after the strikers marched"
        before = start - 1
        if free and before >= 0 and depth < DEEPEST and self._is_noun_s_own(before):
            # "Two activists accused of organising the blockade were"
            return Subject(self.of(read_group(sentence, before, self._lexicon), depth + 1).phrase)
        if free:
            return Subject(with_of(sentence, free[-1]))
        if sentence.tag(before) is Tag.VERB and sentence.tokens[before].past and depth < DEEPEST:
            # "Those caught in the raid were": the participle's own noun
            inner = read_group(sentence, before, self._lexicon)
            if inner.bare:
                return Subject(self.of(inner, depth + 1).phrase)
            return Subject(self.of(inner, depth + 1).phrase, inner.passive)
        if sentence.tag(before) in (Tag.CONJ, Tag.MARK) and sentence.lower(before) in (",", "and", "but"):
            return self._past_mark(before, group, depth)
        return Subject(None)

    def _is_noun_s_own(self, at: int) -> bool:
        """Whether a verb is a participle or a gerund that only says which ones are meant, so that its object is no subject."""
        sentence = self._sentence
        token = sentence.tokens[at]
        if token.tag is Tag.ING:
            return sentence.tag(at - 1) is Tag.PREP or (
                sentence.tag(at - 1) is Tag.WORD and token.lemma not in self._lexicon.language.cues
            )
        return False

    def _clause_start(self, at: int) -> int:
        sentence = self._sentence
        place = at
        while place >= 0:
            token = sentence.tokens[place]
            if token.tag in VERBAL or token.tag in (Tag.SUB, Tag.REL):
                return place + 1
            if (
                token.tag is Tag.MARK
                and token.lower not in ("-", "’", "'", "(", ")")
                and not (
                    sentence.is_quote(place)
                    and place < at
                    and sentence.tag(place - 1) in (Tag.WORD, Tag.DET)
                    and self._closes(place, at)
                )
            ):
                return place + 1
            if token.tag is Tag.CONJ and not self._joins_nouns(place):
                return place + 1
            place -= 1
        return 0

    def _closes(self, place: int, at: int) -> bool:
        """Whether quotation marks hold a word or two inside the phrase: a so-called "spetz"."""
        return sum(self._sentence.is_quote(i) for i in range(place, at + 1)) % 2 == 0

    def _joins_nouns(self, at: int) -> bool:
        """Whether a conjunction joins two nouns of one subject and not two clauses."""
        sentence = self._sentence
        if sentence.lower(at) not in ("and", "or") or sentence.tag(at - 1) not in (Tag.WORD, Tag.PRON, Tag.NUM):
            return False
        place = at - 1
        while place >= 0:
            token = sentence.tokens[place]
            if token.tag in VERBAL:
                return token.lemma in self._lexicon.language.cues
            if token.tag in (Tag.SUB, Tag.REL) or token.tag is Tag.MARK:
                return True
            place -= 1
        return True

    def _is_relative(self, at: int) -> bool:
        """Whether "that" stands for the noun before it."""
        sentence = self._sentence
        if sentence.tag(at - 1) not in (Tag.WORD, Tag.PRON, Tag.NUM):
            return False
        return sentence.tag(at + 1) in VERBAL or sentence.tag(at + 1) in (Tag.ADV, Tag.NEG)

    def _antecedent(self, relative: int) -> Phrase | None:
        sentence = self._sentence
        at = relative - 1
        set_off = sentence.lower(at) == ","
        if set_off:
            at -= 1
        phrases = phrases_in(sentence, self._clause_start(at), at + 1)
        if not phrases:
            return None
        nearest = phrases[-1][0]
        free = [phrase for phrase, governed in phrases if not governed]
        word = sentence.lower(nearest.head)
        people = self._lexicon.language.person_nouns
        if (
            free
            and free[-1] != nearest
            and set_off
            and word not in people
            and sentence.tag(nearest.head) is not Tag.PRON
        ) and not word.endswith("s"):
            return with_of(sentence, free[-1])
        return with_of(sentence, nearest)

    def _past_mark(self, at: int, group: Group, depth: int) -> Subject:
        """Across a comma or a conjunction: an apposition's noun, or the subject of the verb before."""
        sentence = self._sentence
        if sentence.tag(at) is Tag.TIME:
            while sentence.tag(at) in (Tag.TIME, Tag.PREP):
                at -= 1
        if sentence.lower(at) in (",", "–", "—", ")") and not group.ing:
            opening = {")": "("}.get(sentence.lower(at), sentence.lower(at))
            place = at - 1
            while place > 0 and sentence.lower(place) != opening:
                place -= 1
            if place > 0 and sentence.tag(place - 1) in (Tag.WORD, Tag.NUM, Tag.PRON) and self._is_aside(place, at):
                inner = self._clause_start(place - 1)
                phrases = phrases_in(sentence, inner, place)
                free = [phrase for phrase, governed in phrases if not governed]
                if free and not (sentence.tag(inner - 1) in VERBAL and group.bare and not self._says(inner - 1)):
                    return Subject(with_of(sentence, free[-1]))
        before = verb_before(sentence, at)
        while before is not None and self._is_reduced(before, at):
            before = verb_before(sentence, before)
        if before is None:
            if group.ing:
                return Subject(None)
            phrases = phrases_in(sentence, 0, at)
            free = [phrase for phrase, governed in phrases if not governed]
            return Subject(with_of(sentence, free[0])) if free else Subject(None)
        earlier = read_group(sentence, before, self._lexicon)
        subject = self.of(earlier, depth + 1)
        passive = (earlier.passive or subject.passive) and group.bare and sentence.tokens[group.at].past
        if group.ing:
            passive = False
            return Subject(self._agent(earlier, subject.phrase), False, subject.governors)
        same_form = (
            group.bare
            and (earlier.to is not None or earlier.modal or earlier.future)
            and not sentence.tokens[group.at].past
        )
        return Subject(
            subject.phrase, passive, (*((before,) if same_form else ()), *subject.governors) if same_form else ()
        )

    def _agent(self, group: Group, subject: Phrase | None) -> Phrase | None:
        return None if group.passive else subject

    def _says(self, at: int) -> bool:
        return self._sentence.tokens[at].lemma in self._lexicon.language.cues

    def _is_reduced(self, before: int, at: int) -> bool:
        """Whether the verb before is only a noun's own ("the men held in Kazan, …"), or inside a relative clause that is closed."""
        sentence = self._sentence
        group = read_group(sentence, before, self._lexicon)
        place = group.first - 1
        if sentence.tag(place) is Tag.REL and sentence.lower(place - 1) == ",":
            return any(sentence.lower(i) == "," for i in range(before, at + 1))
        return False

    def _is_aside(self, opening: int, closing: int) -> bool:
        sentence = self._sentence
        first = sentence.lower(opening + 1)
        tag = sentence.tag(opening + 1)
        if first in _ASIDE or tag in (Tag.REL, Tag.NUM, Tag.DET, Tag.PREP, Tag.TIME):
            return True
        inside = range(opening + 1, closing)
        if tag in (Tag.VERB, Tag.ING):
            return sentence.lower(closing + 1) != "and"
        return tag is Tag.WORD and not any(sentence.tag(i) in VERBAL for i in inside)

    def _of_infinitive(self, to: int, depth: int) -> Subject:
        """Who is to do it: the object of "ordered … to", the subject of "plans to"."""
        sentence, syntax = self._sentence, self._lexicon.syntax
        at = to - 1
        while sentence.tag(at) in (Tag.ADV, Tag.NEG):
            at -= 1
        if sentence.lower(at) in ("whether", "how", "when", "where"):
            at -= 1
        if sentence.tag(at) in (Tag.VERB, Tag.ING, Tag.AUX):
            governor = read_group(sentence, at, self._lexicon)
            found = self.of(governor, depth + 1)
            return Subject(found.phrase, False, (at, *found.governors))
        before = verb_before(sentence, to)
        doer = self._brought_by_for(at, to)
        if doer is not None:
            lemma = sentence.tokens[before].lemma if before is not None else ""
            wanted = before is not None and lemma in syntax.planned | syntax.ordered
            return Subject(doer, False, (before,) if before is not None and wanted else ())
        owner = self._owner_of(at) if sentence.tag(at) is Tag.WORD else None
        if owner is not None:
            return Subject(owner, False, (at,))
        if sentence.tag(at) is Tag.CONJ or sentence.lower(at) == ",":
            if before is not None:
                found = self.of(read_group(sentence, before, self._lexicon), depth + 1)
                return Subject(found.phrase, False, found.governors)
            return Subject(None)
        if before is None:
            return Subject(None, False, (at,) if sentence.tag(at) in (Tag.WORD,) else ())
        verb = sentence.tokens[before]
        governor = read_group(sentence, before, self._lexicon)
        found = self.of(governor, depth + 1)
        noun = sentence.lower(at)
        if verb.lemma in syntax.object_control and verb.tag is not Tag.AUX:
            target = phrase_from(sentence, before + 1) or (
                phrase_from(sentence, before + 2) if sentence.lower(before + 1) in ("on", "for", "to", "with") else None
            )
            if target is not None and target.after <= to:
                phrase = found.phrase if governor.passive else target
                return Subject(phrase, False, (before, *found.governors))
        governors: tuple[int, ...] = (before, *found.governors)
        if sentence.tag(at) is Tag.WORD and (
            self._lexicon.verbs.get(noun) or noun in syntax.planned or noun in syntax.hypothetical
        ):
            governors = (at, *governors)
        purpose = at if at in governors else None
        if purpose is None and verb.lemma not in syntax.planned | syntax.negating | syntax.hypothetical:
            governors = found.governors  # "gathered in the square to demand"
        return Subject(found.phrase, False, governors)

    def _brought_by_for(self, at: int, to: int) -> Phrase | None:
        """Whom "for" names as who is to do it: "a place for widows to hold vigils"."""
        sentence = self._sentence
        first = at
        while first > 0 and sentence.tag(first) in (Tag.WORD, Tag.DET, Tag.NUM, Tag.PRON):
            first -= 1
        if sentence.lower(first) != "for":
            return None
        found = phrase_from(sentence, first + 1)
        return found if found is not None and found.after == to else None

    def _owner_of(self, at: int) -> Phrase | None:
        """Whose plan or effort it is: "the ministry's plan to", "law enforcement's expansion of its efforts to"."""
        sentence = self._sentence
        place = at
        while place >= 0 and (
            sentence.tag(place) in (Tag.WORD, Tag.DET, Tag.ADV, Tag.NUM) or sentence.lower(place) == "of"
        ):
            if sentence.tokens[place].owns:
                start = place
                while sentence.tag(start - 1) in (Tag.WORD, Tag.DET, Tag.NUM):
                    start -= 1
                return Phrase(start, place + 1, place)
            place -= 1
        return None

    def _of_dependent(self, preposition: int, depth: int) -> Subject:
        """Of a gerund after a preposition or a verb: the subject of what it depends on, or its object ("accused X of beating")."""
        sentence = self._sentence
        before = verb_before(sentence, preposition)
        if before is None:
            if sentence.tag(preposition) is Tag.SUB:
                return Subject(None)
            return Subject(None, False, (preposition - 1,) if preposition else ())
        governor = read_group(sentence, before, self._lexicon)
        found = self.of(governor, depth + 1)
        target = phrase_from(sentence, before + 1)
        if (
            target is not None
            and target.after == preposition
            and sentence.lower(preposition) in ("of", "for", "from")
            and not governor.passive
        ):
            return Subject(target, False, (before, *found.governors))
        noun = preposition - 1 if sentence.tag(preposition - 1) is Tag.WORD else None
        return Subject(
            found.phrase, False, tuple(place for place in (noun, before) if place is not None) + found.governors
        )
