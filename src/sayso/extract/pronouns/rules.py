"""Whom "he", "she", "it" and "they" mean: the last speaker or name that fits; and to whom they cannot point back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from sayso.domain.attribution import Naming, PartyKind
from sayso.extract.layout import Layout
from sayso.extract.names import Party
from sayso.extract.noun_phrase import NounPhrase
from sayso.extract.ranges import Range
from sayso.extract.speaker import Speaker
from sayso.languages.language import Language

BODY_REACH = 1
"""Paragraphs back in which "they" looks for a body: further back it is more often other people."""

PART_OF_A_NAME = re.compile(
    r"[\s-](?:series|novels?|books?|films?|movies?|administration|government|campaign|regime|era|family|estate|foundation|trial|case|team|show|"
    r"album|brand|effect|scandal|affair)\b"
)
"""Behind a person's name, these make it another thing's: "the publisher of the Anna Rao series" is no she."""

PRONOUN_REACH = 3
"""Paragraphs back in which a pronoun looks for its party."""

_SUBJECT_WITHIN = 40
"""Code points from a sentence's beginning within which a name is taken for its subject."""

_POINTED_TO = re.compile(r"\b(?:of|by|with|from|to|for|against|under) (?:the )?(?:[\w’'.-]+ ){0,2}$")

_ASKED = re.compile(r"\basked\s(?:(?:the|his|her|their|an?)\s(?:[\w’'-]+\s?){1,4},?\s)?(?:[A-Z][\w.]*\s)?$")
_WHAT = re.compile(r",?\s(?:[^.,;]{0,40},\s)?(?:whether|if|why|what|how|when|where|who)\b")

_MARKS = " ,.;:!?“”\"«»„‘’'()—–-"


class Pronouns:
    """Finds whom a pronoun of the third person means. `people` are all places at which a party is named, in order."""

    def __init__(
        self, layout: Layout, named: Mapping[Range, Party], people: Sequence[tuple[int, Party]], language: Language
    ) -> None:
        self._layout = layout
        self._named = named
        self._people = people
        self._people_starts = [start for start, _ in people]
        self._language = language
        self.within: dict[int, int] = {}
        """Where the sources stand so far whose words another source passes on, each with the place of that."""

    @staticmethod
    def _reach(party: Party, number: str | None, reach: int) -> int:
        return min(reach, BODY_REACH) if number == "pl" and not party.plural else reach

    def third_person(
        self, phrase: NounPhrase, outer: Speaker | None, said: list[tuple[int, Speaker]], *, quoted: bool
    ) -> Party | None:
        """The party that a pronoun means; None where nobody fits.

        `outer` speaks around it, `said` are the speakers so far with their places, `quoted` says that it stands in `outer`'s quotation.
        """
        features = self._language.pronouns[phrase.noun]

        def fits(party: Party) -> bool:
            if features.number == "pl":
                return party.plural or party.kind in {PartyKind.ORGANISATION, PartyKind.GROUP}
            if features.gender in {"m", "f"}:
                return party.kind is PartyKind.PERSON and not party.plural and party.gender in {None, features.gender}
            return (
                party.kind in {PartyKind.ORGANISATION, PartyKind.DOCUMENT, PartyKind.PLACE_FOR_GOVERNMENT}
                and not party.plural
                and (party.name is not None or party.naming is not Naming.COLLECTIVE)  # "the authorities" are no "it"
            )

        if outer is not None and outer.party is not None and not quoted:
            if fits(outer.party):
                return outer.party
            if (body := self._body_of(outer)) is not None and fits(body):
                return body
        for at, speaker in reversed(said):
            # "a clerk, who asked not to be named because she feared for her job"
            if speaker.phrase is not None and at < phrase.start < speaker.phrase.end and speaker.party is not None:
                return speaker.party
        if self._layout.quotations_over(phrase.start, phrase.start + 1):
            return self._nearest(phrase, outer, said, fits, quoted=quoted, within=True)
        # Who is named in a quotation is spoken of there; outside it, "he" is somebody of whom the text speaks.
        found = self._nearest(phrase, outer, said, fits, quoted=quoted, within=False)
        return found or self._nearest(phrase, outer, said, fits, quoted=quoted, within=True)

    def _body_of(self, speaker: Speaker) -> Party | None:
        """The body for which somebody speaks: "a Foreign Office spokesman said it"."""
        owner = speaker.phrase.owner if speaker.phrase is not None else None
        if owner is None or speaker.kind is not PartyKind.PERSON:
            return None
        return self._named.get((owner.span.start, owner.span.end))

    def _is_said(self, at: int) -> bool:
        return any(quotation.closed for quotation in self._layout.quotations_over(at, at + 1))

    def _nearest(
        self,
        phrase: NounPhrase,
        outer: Speaker | None,
        said: list[tuple[int, Speaker]],
        fits: Callable[[Party], bool],
        *,
        quoted: bool,
        within: bool,
    ) -> Party | None:
        """The last speaker or the last name that a pronoun fits; those inside quotations only with `within`."""
        features = self._language.pronouns[phrase.noun]
        paragraph = self._layout.paragraph_at(phrase.start)
        barred = outer.party if outer is not None and quoted else None
        reach = 0 if quoted else PRONOUN_REACH
        near = [
            (at, speaker.party)
            for at, speaker in said
            if at < phrase.start
            and speaker.party is not None
            and speaker.party is not barred
            and fits(speaker.party)
            and self._layout.paragraph_at(at) >= paragraph - self._reach(speaker.party, features.number, reach)
            and (within or not self._is_said(at))
        ]
        if not quoted and features.gender in {"m", "f"}:
            if (asked := self._asked(phrase, near, fits)) is not None:
                return asked
            near = self._without_those_quoted(near, phrase)
        low = bisect_left(self._people_starts, phrase.start)
        for at, party in reversed(self._people[max(0, low - 12) : low]):
            if self._layout.paragraph_at(at) < paragraph - min(reach, 1) or not fits(party) or party is barred:
                continue
            if not within and self._is_said(at):
                continue
            # A sentence's subject between the last speaker and the pronoun is the better guess.
            sentence, _ = self._layout.sentences[self._layout.sentence_at(at)]
            # Not a name behind the one who speaks in that sentence: "Osten told the lawyer, Lenz, that".
            subject = at - sentence < _SUBJECT_WITHIN and not (near and sentence <= near[-1][0] < at)
            if not subject and features.gender in {"m", "f"} and _POINTED_TO.search(self._layout.text, sentence, at):
                # "Rao won when the party left the cabinet of Orlov. She": whose sentence it is, and not whose cabinet.
                first = self._first_of(sentence, fits)
                if first is not None and first[1] is not barred:
                    at, party, subject = *first, True
            end = max(high for low, high in party.places if low == at)
            if PART_OF_A_NAME.match(self._layout.text, end):
                continue
            if features.number == "pl" and party.kind is PartyKind.ORGANISATION and at - sentence > len("The "):
                continue  # "they" after a body that the sentence only mentions is more often somebody else
            # "Osten caused an uproar when he said": the subject of the pronoun's own sentence.
            own = self._layout.sentence_at(phrase.start) == self._layout.sentence_at(at)
            theirs = party.gender == features.gender or (own and features.gender in {"m", "f"})
            if not near or (at > near[-1][0] and subject and theirs):
                return party
            if self._takes_over(at, party, near[-1][0], phrase, subject=subject):
                return party
            break
        return near[-1][1] if near else None

    def _asked(
        self, phrase: NounPhrase, near: Sequence[tuple[int, Party]], fits: Callable[[Party], bool]
    ) -> Party | None:
        """Who was asked something in the sentence before: "The judge asked the clerk, Lenz, whether it rained. He said": Lenz answers."""
        number = self._layout.sentence_at(phrase.start)
        if number < 1 or not near or phrase.start - self._layout.sentences[number][0] > 1:
            return None
        start, end = self._layout.sentences[number - 1]
        for at, party in self._people[bisect_left(self._people_starts, start) : bisect_left(self._people_starts, end)]:
            asked = _ASKED.search(self._layout.text, start, at)
            behind = max((high for low, high in party.places if low == at), default=at)
            if asked and party is not near[-1][1] and fits(party) and _WHAT.match(self._layout.text, behind):
                return party
        return None

    def _without_those_quoted(self, near: list[tuple[int, Party]], phrase: NounPhrase) -> list[tuple[int, Party]]:
        """Speakers without those whose words the last sentence has from another: "Osten agreed with Lenz's argument that C. He" is Osten."""
        sentence = self._layout.sentence_at(phrase.start)
        while near and (outer := self.within.get(near[-1][0])) is not None:
            apart = self._layout.sentence_at(near[-1][0]) == self._layout.sentence_at(outer) != sentence
            if not apart or all(at != outer for at, _ in near):
                break
            near = near[:-1]
        return near

    def _first_of(self, sentence: int, fits: Callable[[Party], bool]) -> tuple[int, Party] | None:
        """The sentence's subject as far as its place tells: the name that it begins with, or nearly."""
        low = bisect_left(self._people_starts, sentence)
        if low == len(self._people) or self._people[low][0] - sentence >= _SUBJECT_WITHIN:
            return None
        at, party = self._people[low]
        return (at, party) if fits(party) else None

    def _takes_over(self, at: int, party: Party, spoke: int, phrase: NounPhrase, *, subject: bool) -> bool:
        """Whether a person named in the pronoun's own paragraph is meant, and not who spoke in one before.

        So unless the paragraph has spoken of the speaker by a pronoun before it names the other: "He met Orlov. He said".
        """
        paragraph = self._layout.paragraph_at(phrase.start)
        if self._layout.paragraph_at(at) != paragraph or self._layout.paragraph_at(spoke) == paragraph:
            return False
        features = self._language.pronouns[phrase.noun]
        if features.gender not in {"m", "f"} or not (subject or party.gender == features.gender):
            return False
        begins = self._layout.paragraphs[paragraph][0]
        words = (word.strip(_MARKS).lower() for word in self._layout.text[begins:at].split())
        spoken_of = (self._language.pronouns.get(word) for word in words)
        return not any(pronoun is not None and pronoun.gender == features.gender for pronoun in spoken_of)
