"""Cues that are nouns: "the ministry's raid on a hostel", "the detention of 40 men", "carried out raids"."""

from __future__ import annotations

from sayso.domain.pack import BEFORE, ITSELF, NOWHERE
from sayso.extract.events.clauses import Clauses
from sayso.extract.events.found import Found
from sayso.extract.events.lexicon import Entry, Lexicon
from sayso.extract.events.phrases import Phrase, phrase_from, with_of
from sayso.extract.events.sentence import VERBAL, Sentence, Tag
from sayso.extract.events.subjects import Subjects
from sayso.extract.events.verbs import read_group, verb_after, verb_before
from sayso.extract.events.who import can_be

_FORCES = frozenset(
    "police army security forces gendarmes soldiers troops officers guards militia law enforcement riot military women men student workers".split()
) | {"law enforcement", "security forces", "riot police", "security service"}
_NO_DOERS = frozenset("general major private new one official house head chief second right left summit".split())


def _is_time(word: str) -> bool:
    return word.endswith("day") or word in ("week", "month", "year", "night", "morning")


class NounCues:
    """Fits nouns to one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, subjects: Subjects) -> None:
        self._sentence = sentence
        self._lexicon = lexicon
        self._clauses = Clauses(sentence)
        self.subjects = subjects

    def fit(self, entry: Entry, at: int) -> Found | None:
        """The cue as it stands at `at`; None where its words or what it asks for are not there."""
        sentence, cue = self._sentence, entry.cue
        if sentence.tag(at) not in (Tag.WORD, Tag.ING):
            return None
        after = at + 1
        for word in entry.rest:
            if sentence.lower(after) != word:
                return None
            after += 1
        if sentence.tag(at) is Tag.ING and self._is_in_progress(at):
            return None
        following = sentence.tag(after)
        if (
            following is Tag.WORD
            and not sentence.tokens[after - 1].owns
            and not sentence.tokens[after].text[0].isupper()
        ):
            return None  # "protest movement", "strike fund": the noun is only another's
        left, right = self._around(at, after)
        if any(self._clauses.stands(bar, left, right) for bar in entry.bars):
            return None
        if entry.needs and not any(self._clauses.stands(need, left, right) for need in entry.needs):
            return None
        own_first = self._own_first(at)
        behind = self._behind(after)
        if sentence.lower(own_first - 1) == "of" and sentence.tag(own_first - 2) is Tag.WORD:
            behind.pop("by", None)  # "the dispersal of the protest by gendarmes"
        governor, is_subject = self._governor(own_first, after)
        actor = next((p for place in cue.actor if (p := self._of_noun(place, own_first, at, behind))), None)
        recipient = next(
            (p for place in cue.recipient if (p := self._of_noun(place, own_first, at, behind)) and p != actor), None
        )
        if cue.parties and not self._clauses.holds(recipient, cue.parties):
            return None
        if cue.who and recipient is not None and not can_be(sentence, recipient, cue.who, self._lexicon):
            return None
        if actor is None and NOWHERE not in cue.actor:
            actor = self._of_support(governor, is_subject=is_subject)
            if actor == recipient:
                actor = None
        if recipient is None:
            recipient = self._undergone(entry, own_first, governor, is_subject=is_subject)
        if (
            (
                actor is None
                and sentence.lower(own_first - 1) == "in"
                and (verb := verb_before(sentence, own_first - 1)) is not None
            )
            and sentence.lower(at) == "protest"
            and own_first == at
        ):
            actor = self.subjects.of(read_group(sentence, verb, self._lexicon)).phrase
        return Found(entry, at, after, actor, recipient, None, None, governor, is_subject)

    def _is_in_progress(self, at: int) -> bool:
        """Whether a form of "be" makes a verb of it: "are “not meeting” the demand"."""
        sentence, place = self._sentence, at - 1
        while sentence.tag(place) in (Tag.NEG, Tag.ADV) or (place >= 0 and sentence.is_quote(place)):
            place -= 1
        return sentence.tag(place) is Tag.AUX

    def _undergone(self, entry: Entry, first: int, governor: int | None, *, is_subject: bool) -> Phrase | None:
        """To whom it was done where the noun does not say: "received threats", "within a month of his arrest"."""
        sentence = self._sentence
        if (
            governor is not None
            and not is_subject
            and sentence.tokens[governor].lemma in ("receive", "get", "face", "suffer", "undergo")
        ):
            return self.subjects.of(read_group(sentence, governor, self._lexicon)).phrase
        if "of" in entry.cue.recipient[:1] and sentence.lower(first) in ("his", "her", "their"):
            verb = verb_before(sentence, first)
            if verb is not None:
                group = read_group(sentence, verb, self._lexicon)
                return self.subjects.of(group).phrase
        return None

    def _around(self, at: int, after: int) -> tuple[int, int]:
        sentence = self._sentence
        left, right = at, after
        while left > 0 and at - left < 12 and sentence.lower(left - 1) not in (";", ":", "—"):
            left -= 1
        while right < len(sentence) and right - after < 12 and sentence.lower(right) not in (";", ":", "—"):
            right += 1
        return left, right

    def _own_first(self, at: int) -> int:
        """Where the noun's own phrase begins."""
        sentence = self._sentence
        first = at
        while first > 0:
            token = sentence.tokens[first - 1]
            if token.tag in (Tag.WORD, Tag.NUM) or (
                token.tag is Tag.VERB and token.past and sentence.tag(first - 2) in (Tag.DET, None)
            ):
                first -= 1
                continue
            if token.tag is Tag.DET:
                first -= 1
                if not (sentence.tokens[first - 1].owns if first else False):
                    break
                continue
            break
        return first

    def _behind(self, after: int) -> dict[str, Phrase]:
        """Phrases behind a noun, by the preposition that brings each."""
        sentence = self._sentence
        found: dict[str, Phrase] = {}
        place = after
        while place < len(sentence):
            tag, word = sentence.tag(place), sentence.lower(place)
            if tag is Tag.PREP or tag is Tag.TO:
                phrase = phrase_from(sentence, place + 1)
                if phrase is not None:
                    if word == "between" or sentence.tag(place + 1) is not Tag.TIME:
                        found.setdefault(word, phrase)
                    place = phrase.after
                    continue
            elif tag is Tag.TIME or (tag in (Tag.WORD, Tag.ADV) and place == after) or word in ("“", "”", '"'):
                pass
            else:
                break
            place += 1
        return found

    def _of_noun(self, place: str, first: int, at: int, behind: dict[str, Phrase]) -> Phrase | None:
        if place == NOWHERE:
            return None
        if place == ITSELF:
            return Phrase(first, at + 1, at)
        if place == BEFORE:
            return self._owner(first, at) or self._doer_before(first, at)
        return behind.get(place)

    def _owner(self, first: int, at: int) -> Phrase | None:
        """ "the nurses' strike", "the ministry's raid"."""
        sentence = self._sentence
        for place in range(at - 1, first - 1, -1):
            if sentence.tokens[place].owns and sentence.tag(place) is Tag.WORD and not _is_time(sentence.lower(place)):
                start = place
                while start > first and sentence.tag(start - 1) in (Tag.WORD, Tag.DET, Tag.NUM):
                    start -= 1
                if (
                    sentence.lower(start) in ("a", "an", "no", "another")
                    and sentence.lower(place).endswith("s")
                    and start < place
                ):
                    start += 1  # "a residents' meeting"
                return Phrase(start, place + 1, place)
        return None

    def _doer_before(self, first: int, at: int) -> Phrase | None:
        """ "a police raid", "Russian law enforcement mobilisation raids"."""
        sentence, language = self._sentence, self._lexicon.language
        for place in range(at - 1, first - 1, -1):
            if sentence.tag(place) is not Tag.WORD:
                continue
            word = sentence.lower(place)
            two = f"{sentence.lower(place - 1)} {word}"
            is_doer = (
                word in language.person_nouns or word in _FORCES or word in language.organisation_nouns or two in _FORCES
            ) and word not in _NO_DOERS  # fmt: skip
            if is_doer:
                start = place - 1 if two in _FORCES else place
                while (
                    start > first
                    and sentence.tag(start - 1) is Tag.WORD
                    and (
                        sentence.tokens[start - 1].text[0].isupper()
                        and start - 1 > 0
                        or sentence.tokens[start - 1].text in language.demonyms
                    )
                ):
                    start -= 1
                return Phrase(start, place + 1, place)
        return None

    def _governor(self, first: int, after: int) -> tuple[int | None, bool]:
        """The verb that the noun's phrase is the object of, else the one that it is the subject of."""
        sentence, syntax = self._sentence, self._lexicon.syntax
        place = first - 1
        while place >= 0 and (
            sentence.tag(place) in (Tag.DET, Tag.NUM, Tag.ADV, Tag.WORD, Tag.TIME)
            or sentence.lower(place) in ("of", "and", "or")
            or sentence.is_quote(place)
            or (
                sentence.lower(place) in syntax.particles | {"for", "on", "in", "to", "with"}
                and sentence.tag(place - 1) in (Tag.VERB, Tag.ING)
            )
        ):
            place -= 1
        follows = verb_after(sentence, after - 1, 4)
        if sentence.tag(place) in (Tag.VERB, Tag.ING) and place >= 0:
            says = sentence.tokens[place].lemma in self._lexicon.language.cues and place + 1 == first
            if follows is not None and says and not read_group(sentence, follows, self._lexicon).bare:
                return follows, True  # "Officials fear the demonstration could turn violent"
            return place, False
        if sentence.tag(place) is Tag.AUX and place >= 0 and verb_after(sentence, after, 3) is None:
            return place, False
        end = after
        while end < len(sentence) and end - after < 14:
            tag = sentence.tag(end)
            if tag in VERBAL:
                return verb_after(sentence, end - 1, 8), True
            if tag is Tag.REL:
                closing = end
                while closing < len(sentence) and sentence.lower(closing) != ",":
                    closing += 1
                verb = verb_after(sentence, closing, 3) if sentence.lower(end - 1) == "," else None
                return (verb if verb is not None else verb_after(sentence, end, 8)), True
            if tag is Tag.SUB or sentence.lower(end) in (";", ":", "."):
                return None, False
            end += 1
        return None, False

    def _of_support(self, governor: int | None, *, is_subject: bool) -> Phrase | None:
        """Who "carried out" the raid, "staged" the walkout; of a noun that is a passive's subject, by whom."""
        sentence, syntax = self._sentence, self._lexicon.syntax
        if governor is None:
            return None
        verb = sentence.tokens[governor]
        group = read_group(sentence, governor, self._lexicon)
        if verb.lemma not in syntax.support:
            return None
        if is_subject:
            return (
                self._clauses.preposition("by", governor, self._clauses.end(governor))
                if group.passive or group.bare
                else None
            )
        if group.passive:
            return None
        found = self.subjects.of(group).phrase
        return with_of(sentence, found) if found else None
