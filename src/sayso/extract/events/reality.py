"""Whether an event is put as having happened: negations, modals, conditions, and the words that what tells of it depends on."""

from __future__ import annotations

import re

from sayso.domain.attribution import Attitude, Attribution, Stance
from sayso.domain.event import Reality
from sayso.extract.events.found import Found
from sayso.extract.events.lexicon import Lexicon
from sayso.extract.events.phrases import Phrase
from sayso.extract.events.sentence import VERBAL, Sentence, Tag
from sayso.extract.events.subjects import Subject, Subjects
from sayso.extract.events.verbs import Group, inverted, read_group, verb_after, verb_before

_NOBODY = frozenset("no nobody none nothing neither".split())
_CONDITIONS = frozenset("if unless whether".split())
_INVERTED = frozenset("were should had did was do does is are".split())
_IS_TO = frozenset("is are was were".split())
_BEING = frozenset("be take happen occur begin start go exist come follow continue pass".split())
_PREMODIFIERS = {
    "planned": Reality.PLANNED, "proposed": Reality.PLANNED, "upcoming": Reality.PLANNED, "future": Reality.PLANNED,
    "possible": Reality.HYPOTHETICAL, "potential": Reality.HYPOTHETICAL, "threatened": Reality.HYPOTHETICAL,
    "feared": Reality.FEARED, "cancelled": Reality.NEGATED, "averted": Reality.NEGATED, "would-be": Reality.HYPOTHETICAL,
    "rumoured": Reality.HYPOTHETICAL, "imminent": Reality.PLANNED, "banned": Reality.NEGATED,
}  # fmt: skip
_STANCES = {
    Stance.ORDERS: Reality.ORDERED,
    Stance.FEARS: Reality.FEARED,
    Stance.HOPES: Reality.PLANNED,
    Stance.INTENDS: Reality.PLANNED,
    Stance.PROMISES: Reality.PLANNED,
    Stance.ADVOCATES: Reality.PLANNED,
    Stance.PREDICTS: Reality.PLANNED,
    Stance.ASKS: Reality.PLANNED,
}
_OFFERS = frozenset(["promise", "offer"])
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
DEEPEST = 4


class Realities:
    """Judges the events of one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, subjects: Subjects) -> None:
        self._sentence = sentence
        self._lexicon = lexicon
        self._subjects = subjects

    def of(self, found: Found, attribution: Attribution | None) -> Reality:
        """The event's reality, by its sentence's words and the stance of whoever says it."""
        if found.group is not None and found.subject is not None:
            reality = self._of_verb(found.group, found.subject, 0)
            if reality is Reality.HAPPENED and self._is_nobody(found.recipient):
                reality = Reality.NEGATED
        else:
            reality = self._of_noun(found)
        if reality is Reality.HAPPENED and self._sentence.asks:
            return Reality.HYPOTHETICAL
        return self._as_said(reality, found, attribution)

    def _as_said(self, reality: Reality, found: Found, attribution: Attribution | None) -> Reality:
        """What the stance of the innermost source makes of it: "denies that", and plans, orders and wishes without a tense of their own."""
        if attribution is None or not attribution.chain or reality is not Reality.HAPPENED:
            return reality
        if found.group is None and self._has_year(found):
            return reality
        hop = attribution.chain[-1]
        if hop.stance is Stance.DENIES and self._is_asserted(found):
            return Reality.NEGATED
        if attribution.attitude is Attitude.EVENTUALITY and not self._is_asserted(found):
            return _STANCES.get(hop.stance, Reality.HAPPENED)
        return reality

    def _has_year(self, found: Found) -> bool:
        """Whether a year before a noun says which one is meant: "backed the 2011 raid" is no plan."""
        return any(_YEAR.fullmatch(self._sentence.lower(i)) for i in range(max(0, found.first - 3), found.first))

    def _is_asserted(self, found: Found) -> bool:
        group = found.group
        return group is not None and group.to is None and not group.ing

    def _of_verb(self, group: Group, subject: Subject, depth: int) -> Reality:
        sentence, _syntax = self._sentence, self._lexicon.syntax
        if group.negated or self._is_nobody(subject.phrase):
            return Reality.NEGATED
        if group.to is not None and sentence.lower(group.to - 1) in ("yet", "not", "never"):
            return Reality.NEGATED
        if group.to is not None and sentence.lower(group.to - 1) in _IS_TO:
            return Reality.PLANNED  # "the board is to meet"
        if sentence.lower(group.first - 1) == "without" and group.ing:
            return Reality.NEGATED
        for place in subject.governors:
            reality = self._governed(place, depth)
            if reality is not None:
                return reality
        if sentence.tokens[group.at].lemma in _OFFERS:
            return Reality.PLANNED
        clause = self._clause(group, subject)
        if clause is not None:
            return clause
        if group.ing and subject.phrase is None:
            main = verb_after(sentence, group.at, 8)
            if main is not None and ((outer := read_group(sentence, main, self._lexicon)).modal or outer.future):
                return Reality.HYPOTHETICAL  # "Deporting them would be a mistake"
            aux = next(
                (i for i in range(group.at, min(group.at + 8, len(sentence))) if sentence.tag(i) is Tag.MODAL), None
            )
            if aux is not None:
                return Reality.HYPOTHETICAL
        if group.modal:
            return Reality.HYPOTHETICAL
        if group.future:
            return Reality.HYPOTHETICAL if self._has_condition() or self._would_have(group) else Reality.PLANNED
        asked = inverted(sentence, group.at, self._lexicon)
        if asked is not None and sentence.lower(asked) in _INVERTED:
            return (
                Reality.HYPOTHETICAL
                if not (sentence.lower(asked) == "were" and asked == group.first)
                else Reality.HAPPENED
            )
        if subject.governors and depth < DEEPEST:
            outer = read_group(sentence, subject.governors[-1], self._lexicon)
            if outer.modal or outer.future or outer.negated:
                return Reality.HYPOTHETICAL if outer.modal else Reality.PLANNED if outer.future else Reality.HAPPENED
        return Reality.HAPPENED

    def _would_have(self, group: Group) -> bool:
        words = {self._sentence.lower(i) for i in range(group.first, group.at)}
        return "would" in words and "have" in words

    def _has_condition(self) -> bool:
        sentence = self._sentence
        return any(token.lower in ("if", "unless") for token in sentence.tokens) or sentence.lower(0) in (
            "were",
            "should",
            "had",
        )

    def _governed(self, place: int, depth: int) -> Reality | None:
        """What a governing word makes of what it governs; None where nothing."""
        sentence = self._sentence
        token = sentence.tokens[place]
        word = token.lemma or self._lemma(token.lower)
        negated = False
        reality = self.sense(word, token.lower)
        if word == "vote" or word == "call":
            follow = sentence.lower(place + 1)
            if follow in ("against", "off", "down"):
                return Reality.NEGATED
        if token.tag in VERBAL:
            group = read_group(sentence, place, self._lexicon)
            negated = group.negated
            if reality in (None, Reality.ORDERED) and (group.modal or group.future):
                would = any(sentence.lower(i) == "would" for i in range(group.first, group.at))
                return Reality.HYPOTHETICAL if group.modal or would else Reality.PLANNED
        if reality is None:
            return Reality.NEGATED if negated else None
        if negated:
            return None if reality is Reality.NEGATED else Reality.NEGATED
        return reality

    def _lemma(self, word: str) -> str:
        readings = self._lexicon.verbs.get(word)
        return (
            readings[0][0]
            if readings
            else word.removesuffix("s")
            if word.endswith("s") and not word.endswith("ss")
            else word
        )

    def sense(self, lemma: str, word: str = "") -> Reality | None:
        """What a word makes of what it governs."""
        syntax = self._lexicon.syntax
        for form in (lemma, word):
            if form in syntax.negating:
                return Reality.NEGATED
            if form in syntax.ordered:
                return Reality.ORDERED
            if form in syntax.feared:
                return Reality.FEARED
            if form in syntax.hypothetical:
                return Reality.HYPOTHETICAL
            if form in syntax.planned:
                return Reality.PLANNED
        return None

    def _clause(self, group: Group, subject: Subject) -> Reality | None:
        """What the clause's own opening makes of it: a condition, or the verb or noun that the clause completes."""
        sentence = self._sentence
        first = group.first
        if sentence.tag(first - 1) is Tag.REL:
            return None
        if subject.phrase is not None and subject.phrase.first < group.at:
            first = min(first, subject.phrase.first)
        opening = first - 1
        while opening >= 0 and (sentence.tag(opening) in (Tag.ADV, Tag.TIME) or sentence.is_quote(opening)):
            opening -= 1
        word = sentence.lower(opening)
        if word in _CONDITIONS:
            return Reality.HYPOTHETICAL
        for place in range(opening, max(-1, opening - 10), -1):
            if (
                sentence.lower(place) in _CONDITIONS
                and not any(sentence.lower(i) == "," for i in range(place, opening + 1))
                and not any(sentence.tag(i) in VERBAL for i in range(place, opening + 1))
            ):
                return Reality.HYPOTHETICAL
        if word == "that":
            matrix = opening - 1
        elif sentence.tag(opening) is Tag.VERB and not group.ing:
            matrix = opening
        else:
            return None
        return self._completed(matrix, 0)

    def _completed(self, place: int, depth: int) -> Reality | None:
        """What a verb or a noun makes of the clause that it brings: "fear that", "denied rumours that"."""
        sentence = self._sentence
        while sentence.tag(place) in (Tag.ADV, Tag.MARK) and place > 0:
            place -= 1
        token = sentence.tokens[place] if 0 <= place < len(sentence) else None
        if token is None or depth > DEEPEST:
            return None
        word = token.lemma or self._lemma(token.lower)
        negated = token.tag in VERBAL and read_group(sentence, place, self._lexicon).negated
        if word in ("deny", "reject", "dismiss", "refute", "dispute", "rebut", "doubt", "denial"):
            return None if negated else Reality.NEGATED
        if word in self._lexicon.syntax.feared and token.tag is not Tag.AUX:
            return Reality.FEARED
        if word in ("rumour", "rumor", "possibility", "speculation"):
            outer = verb_before(sentence, place)
            if outer is not None and (sense := self._completed(outer, depth + 1)) is not None:
                return sense
            return Reality.HYPOTHETICAL
        if (
            word in ("demand", "order", "insist", "propose", "want", "recommend", "urge", "request", "wish")
            and token.tag in VERBAL
        ):
            return Reality.ORDERED if word == "order" else None
        if token.tag is Tag.WORD:
            outer = verb_before(sentence, place)
            if outer is not None and all(
                sentence.tag(i) in (Tag.WORD, Tag.DET, Tag.NUM, Tag.ADV) for i in range(outer + 1, place)
            ):
                return self._completed(outer, depth + 1)
        return None

    def _is_nobody(self, phrase: Phrase | None) -> bool:
        if phrase is None:
            return False
        if self._sentence.lower(phrase.first - 1) in ("neither", "nor") or (
            self._sentence.lower(phrase.first - 1) == "not"
            and self._sentence.lower(phrase.first) in ("one", "a", "even")
        ):
            return True  # "neither Rao nor her allies", "not one of the men"
        words = [self._sentence.lower(i) for i in range(phrase.first, min(phrase.first + 3, phrase.after))]
        return bool(words) and (words[0] in _NOBODY or words[:2] == ["no", "one"] or "not" in words[:1])

    # nouns

    def _of_noun(self, found: Found) -> Reality:
        sentence = self._sentence
        first = found.first
        dated = self._has_year(found)
        while (
            first > 0
            and sentence.tag(first - 1) in (Tag.WORD, Tag.NUM, Tag.DET, Tag.ADV, Tag.TIME)
            or (
                first > 0
                and sentence.tag(first - 1) is Tag.VERB
                and sentence.tokens[first - 1].past
                and sentence.tag(first - 2) in (Tag.DET, None)
            )
        ):
            first -= 1
            word = sentence.lower(first)
            if word == "no":
                return Reality.NEGATED
            if word in _PREMODIFIERS and first < found.first:
                return _PREMODIFIERS[word]
            if word in ("further", "more", "new", "future") and sentence.lower(first - 1) == "for":
                return Reality.PLANNED  # "conditions for further raids"
        before = sentence.lower(first - 1)
        if before == "without" or self._is_any_of_none(first):
            return Reality.NEGATED
        if before == "that" and (sense := self._completed(first - 2, 0)) is not None:
            return sense
        following = sentence.tokens[found.after] if found.after < len(sentence) else None
        if following is not None and following.tag is Tag.VERB and following.past:
            group = read_group(sentence, found.after, self._lexicon)
            sense = self.sense(following.lemma)
            if (
                group.bare
                and sense in (Reality.PLANNED, Reality.FEARED)
                and sentence.lower(found.after + 1) in ("for", "by", "on", "in", "to")
            ):
                return sense
        if sentence.tag(first - 1) in (Tag.PREP, Tag.TO) and sentence.tag(first - 2) in (
            Tag.WORD,
            Tag.VERB,
            Tag.ING,
            Tag.ADV,
            Tag.PREP,
        ):
            reality = self._of_noun_after(first - 2, before)
            if reality is not None and not (dated and reality is Reality.PLANNED):
                return reality
        if found.governor is not None:
            reality = self._by_governor(found)
            if reality is not None and not (dated and reality is Reality.PLANNED):
                return reality
        for place in range(first - 1, max(-1, first - 6), -1):
            if sentence.lower(place) in _CONDITIONS:
                return Reality.HYPOTHETICAL
            if sentence.tag(place) in VERBAL:
                break
        if sentence.lower(first) in ("a", "an", "any") and (verb := verb_before(sentence, first)) is not None:
            group = read_group(sentence, verb, self._lexicon)
            governors = self._subjects.of(group).governors if group.to is not None else ()
            if group.modal or group.future or any(self._governed(place, 1) for place in governors):
                return Reality.HYPOTHETICAL  # "would allow police to detain anyone near a protest"
        return Reality.HAPPENED

    def _is_any_of_none(self, first: int) -> bool:
        """ "will not be kidnapped or put under any form of house arrest"."""
        sentence = self._sentence
        verb = verb_before(sentence, first)
        if verb is None or "any" not in [sentence.lower(i) for i in range(max(verb + 1, first - 4), first + 1)]:
            return False
        group = read_group(sentence, verb, self._lexicon)
        if not group.negated and sentence.lower(group.first - 1) == "or":
            joined = verb_before(sentence, group.first - 1)
            return joined is not None and read_group(sentence, joined, self._lexicon).negated
        return group.negated

    def _of_noun_after(self, place: int, preposition: str) -> Reality | None:
        """ "fears of a raid", "calls for a strike", "a ban on marches", "no evidence of raids"."""
        sentence = self._sentence
        token = sentence.tokens[place]
        word = token.lemma or self._lemma(token.lower)
        if token.tag is Tag.WORD:
            if word == "ban" or word == "prohibition":
                return Reality.NEGATED if preposition == "on" else None
            if word in ("permission", "permit", "application", "permits"):
                return Reality.PLANNED
            if word in ("evidence", "information", "word", "sign", "talk") and any(
                sentence.lower(i) == "no" for i in range(max(0, place - 3), place)
            ):
                return Reality.NEGATED
            sense = self.sense(word)
            if sense is not None and preposition in ("of", "for", "against", "about", "to"):
                return sense if word not in self._lexicon.syntax.ending else None
        return None

    def _by_governor(self, found: Found) -> Reality | None:
        sentence, syntax = self._sentence, self._lexicon.syntax
        assert found.governor is not None
        token = sentence.tokens[found.governor]
        group = read_group(sentence, found.governor, self._lexicon)
        word = token.lemma or token.lower
        particle = f"{word} {sentence.lower(found.governor + 1)}"
        if particle in ("call off", "rule out", "vote against", "vote down", "turn down"):
            return Reality.NEGATED
        if word in syntax.ending and not (found.is_subject and word == "suspend"):
            return None if word != "suspend" else Reality.NEGATED
        subject = self._subjects.of(group)
        if found.is_subject:
            if not (group.passive or group.bare and token.past and sentence.lower(found.governor + 1) == "by"):
                if token.tag is Tag.AUX and (sense := self.sense(sentence.lower(found.governor + 1))) is not None:
                    return sense  # "is unlikely"
                if word in _BEING or token.tag is Tag.AUX:
                    reality = self._of_verb(group, Subject(None, False, subject.governors), 1)
                    return reality if reality is not Reality.HAPPENED else None
                return self.sense(word) if word in ("need",) else None
            sense = self.sense(word)
            if (
                sense is Reality.NEGATED
                and word not in ("end", "lift")
                or word in ("plan", "schedule", "propose", "expect", "order", "demand", "threaten")
            ):
                return sense if not group.negated else None
            reality = self._of_verb(group, Subject(None, False, subject.governors), 1)
            return reality if reality is not Reality.HAPPENED else None
        if word == "deny":
            return Reality.NEGATED if token.tag is not Tag.WORD and not group.passive else None
        sense = self.sense(word)
        if (
            sense is not None
            and not group.passive
            and word not in ("announce", "agree", "set", "discuss", "order", "tell", "try", "expect", "demand", "call")
            or (
                sense is not None
                and not group.passive
                and word in ("demand", "call", "expect")
                and (sentence.lower(found.governor + 1) in ("for",) or word != "call")
            )
            or (word == "call" and sentence.lower(found.governor + 1) != "for" and not group.passive)
        ):
            if word == "call" and sense is not None:
                return Reality.PLANNED
            return sense if not group.negated else (None if sense is Reality.NEGATED else Reality.NEGATED)
        reality = self._of_verb(group, subject, 1)
        if word == "expect" and not group.passive and sentence.tag(found.governor + 1) in (Tag.NUM, Tag.DET, Tag.WORD):
            return Reality.PLANNED  # "expect 10,000 people at the march"
        direct = (
            word in syntax.support or word in _BEING or token.tag is Tag.AUX or word in ("see", "find", "know", "take")
        )
        return reality if reality is not Reality.HAPPENED and direct else None
