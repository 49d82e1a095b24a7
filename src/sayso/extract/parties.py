"""Who a source is: its party within this text, found by name, by description or by pronoun, or left open."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.mention import Mention, MentionKind
from sayso.extract.antecedents import find_antecedent, find_named
from sayso.extract.descriptions import bears_office, is_of_one_country
from sayso.extract.joint_sources import find_joint, joint_name
from sayso.extract.layout import Layout
from sayso.extract.names import Party, clean_name, name_tokens
from sayso.extract.nesting import DEEPEST, Link
from sayso.extract.noun_phrase import NAMES, NounPhrase, read_noun_phrase
from sayso.extract.pronouns import Pronouns, Weighed, Weigher
from sayso.extract.ranges import Range
from sayso.extract.speaker import NOBODY, Speaker
from sayso.extract.turns import is_answer
from sayso.languages.language import Language
from sayso.languages.pronouns import PronounWeights, load_pronoun_weights

OWN_WORDS = frozenset("statement post tweet testimony memoir diary column blog".split())
"""Of a person's, these say what he says: "Orlov's statement said". A report or a letter of Orlov's may be about him, or to him."""

_ASKED = frozenset("poll survey census study".split())
"""Of a country's: who was asked is of it, and somebody else asked ("a Norland poll")."""

_KINDS_OF_BODY = frozenset("union newspaper magazine tabloid company party firm airline".split())

_OF_ANY = re.compile(r"\bof (?:an?|any|each|every)\b")
"""Of "the leader of a party has to expect this": any such leader, and nobody of before."""

_TITLE = re.compile(r"[“\"«„‘'][^\W\d_a-z][\w.]*(?: [^\W\d_a-z][\w.]*){0,3}[”\"»“’']")


_KINDS = {
    "person": PartyKind.PERSON,
    "organisation": PartyKind.ORGANISATION,
    "document": PartyKind.DOCUMENT,
    "place": PartyKind.PLACE_FOR_GOVERNMENT,
    "group": PartyKind.GROUP,
    "collective": PartyKind.GROUP,
    "pronoun": PartyKind.UNKNOWN,
    "unknown": PartyKind.UNKNOWN,
}


class Parties:
    """The parties of one text; `speakers` resolves all links in the order in which they stand."""

    def __init__(
        self,
        layout: Layout,
        mentions: Sequence[Mention],
        named: dict[Range, Party],
        language: Language,
        interviewee: Party | None = None,
        weights: PronounWeights | None = None,
    ) -> None:
        self._weights = weights or load_pronoun_weights(language.code)
        self._layout = layout
        self._interviewee = interviewee
        self._mentions = sorted(mentions, key=lambda m: m.span.start)
        self._starts = [m.span.start for m in self._mentions]
        self._named = named
        self._language = language
        self._unnamed: list[tuple[str, Party]] = []
        self._people = sorted(
            ((place[0], party) for party in _unique(named.values()) for place in party.places), key=lambda item: item[0]
        )
        self._people_starts = [start for start, _ in self._people]
        self._pronouns = Pronouns(layout, named, self._people, language)
        self._by_words: dict[tuple[str, ...], list[Party]] = {}
        for party in _unique(named.values()):
            last = party.tokens[-1:] if party.kind is PartyKind.PERSON else ()
            for tokens in {party.tokens, last} - {()}:
                self._by_words.setdefault(tokens, []).append(party)

    def speakers(self, links: Sequence[Link]) -> list[Speaker]:
        """One speaker a link."""
        return [_named_since(speaker) for speaker in self._read(links)[0]]

    def weigh_pronouns(self, links: Sequence[Link]) -> list[Weighed]:
        """Every "he" and "she" of the text, with whom it is taken to mean: those that are sources, and all others."""
        speakers, said = self._read(links)
        self._weigher.read(said, dict(enumerate(speakers)))
        return sorted(self._weigher.weighed, key=lambda weighed: weighed.pronoun.start)

    def _read(self, links: Sequence[Link]) -> tuple[list[Speaker], list[tuple[int, Speaker]]]:
        resolved: dict[int, Speaker] = {}
        said: list[tuple[int, Speaker]] = []
        self._weigher = Weigher(self._layout, self._named, links, self._language, self._pronouns, self._weights)
        waiting = sorted(range(len(links)), key=lambda i: links[i].source or links[i].cue or links[i].content[0])
        for first in waiting:
            # "I believe it," Orlov said: who "I" is waits for who said it.
            for index in self._outermost_first(first, links):
                if index not in resolved:
                    resolved[index] = self._speaker(links[index], links, resolved, said)
        return [resolved[i] for i in range(len(links))], said

    def _outermost_first(self, index: int, links: Sequence[Link]) -> list[int]:
        path = [index]
        while len(path) < DEEPEST:
            link = links[path[-1]]
            before = link.outer if link.cue else link.speaker
            if before is None:
                break
            path.append(before)
        return path[::-1]

    def _speaker(
        self, link: Link, links: Sequence[Link], resolved: dict[int, Speaker], said: list[tuple[int, Speaker]]
    ) -> Speaker:
        if link.cue is None:
            speaker = resolved.get(link.speaker, NOBODY) if link.speaker is not None else NOBODY
            return self._as_last_named(speaker, link.start, said)
        if link.source is None:
            return NOBODY
        speaker = self._resolve(link, links, resolved, said)
        outer = links[link.outer].source if link.outer is not None else None
        if outer is not None and outer != link.source:
            self._pronouns.within[link.source[0]] = outer[0]
        insort(said, (link.source[0], speaker), key=lambda item: item[0])
        if speaker.phrase is not None and speaker.phrase.head != "pronoun" and speaker.party is not None:
            self._weigher.spoke(speaker.phrase, speaker.party)
        return speaker

    def mentioned(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in a range."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [m for m in self._mentions[low:high] if m.span.end <= end + 2]

    def _as_last_named(self, speaker: Speaker, before: int, said: list[tuple[int, Speaker]]) -> Speaker:
        """A carried speaker points to where it was last named as a source, and to a pronoun only where nothing else is left."""
        if speaker.party is None or speaker.phrase is None:
            return speaker
        for at, earlier in reversed(said):
            if at < before and earlier.party is speaker.party and earlier.phrase and earlier.phrase.head != "pronoun":
                return replace(speaker, phrase=earlier.phrase)
        if speaker.phrase.head != "pronoun":
            return speaker
        places = [place for place in speaker.party.places if place[1] <= before]
        if not places:
            return speaker
        return replace(speaker, phrase=replace(speaker.phrase, start=places[-1][0], end=places[-1][1]))

    def _resolve(
        self, link: Link, links: Sequence[Link], resolved: dict[int, Speaker], said: list[tuple[int, Speaker]]
    ) -> Speaker:
        assert link.source is not None
        start, end = link.source
        phrase = read_noun_phrase(self._layout.text, start, end, self.mentioned(start, end), self._language)
        if phrase.head == "pronoun":
            return self._pronoun(phrase, link, links, resolved, said)
        if self._interviewee is not None and is_answer(self._layout.text, link):
            return Speaker(self._interviewee, self._interviewee.kind, Naming.NAMED, phrase)
        names = [mention for mention in self.mentioned(start, end) if mention.kind in NAMES]
        if joint := find_joint(self._layout.text, link.source, names):
            return self._joint(phrase, joint)
        if phrase.name is not None:
            party = self._named.get((phrase.name.span.start, phrase.name.span.end))
            if party is not None:
                self._merge_introduced(phrase, party)
                return Speaker(party, party.kind, Naming.NAMED, phrase)
        if phrase.head == "document" and phrase.owner is not None and phrase.owner.kind in NAMES:
            party = self._named.get((phrase.owner.span.start, phrase.owner.span.end))
            own = phrase.noun in OWN_WORDS and self._layout.text.startswith(("’", "'"), phrase.owner.span.end)
            of_a_place = party is not None and party.kind is PartyKind.PLACE_FOR_GOVERNMENT and phrase.noun in _ASKED
            if party is not None and not of_a_place and (own or party.kind is not PartyKind.PERSON):
                return Speaker(party, party.kind, Naming.NAMED, phrase)
        if phrase.owner is not None and self._is_its_kind(phrase, phrase.owner):
            party = self._named.get((phrase.owner.span.start, phrase.owner.span.end))
            if party is not None:
                return Speaker(party, party.kind, Naming.NAMED, phrase)
        if phrase.head == "unknown" and (party := self._called(phrase)) is not None:
            return Speaker(party, party.kind, Naming.NAMED, phrase)
        return self._described(phrase)

    def _is_its_kind(self, phrase: NounPhrase, owner: Mention) -> bool:
        """Whether a noun only tells what the name before it is: "the GWL union" is GWL, and "the GWL spokesman" is not."""
        if phrase.determiner != "definite" or phrase.noun not in _KINDS_OF_BODY or phrase.plural:
            return False
        behind = self._layout.text[owner.span.end : phrase.end].lower()
        return owner.kind is MentionKind.ORGANISATION and behind.startswith(f" {phrase.noun}")

    def _called(self, phrase: NounPhrase) -> Party | None:
        """Who bears a name that the model left out here and found elsewhere: "Lenz said", of Ida Lenz."""
        words = self._layout.text[phrase.start : phrase.end]
        if not words[:1].isupper() or phrase.determiner != "none":
            return None
        found = self._by_words.get(name_tokens(words), ())
        return found[0] if len(found) == 1 else None

    def _joint(self, phrase: NounPhrase, names: Sequence[Mention]) -> Speaker:
        """Several who speak as one are a party of their own: neither of them said it alone."""
        members = [self._named.get((name.span.start, name.span.end)) for name in names]
        shown = [
            member.name if member is not None and member.name else clean_name(name.span.exact)
            for member, name in zip(members, names, strict=True)
        ]
        name = joint_name(self._layout.text, phrase.start, phrase.end, names, shown)
        kinds = {member.kind for member in members if member is not None}
        bodies = len(kinds) == 1 and PartyKind.PERSON not in kinds and len(names) > 1
        kind = kinds.pop() if bodies else PartyKind.GROUP
        tokens = name_tokens(name)
        known = next((party for _, party in self._unnamed if party.tokens == tokens), None)
        party = known or Party(kind, name, phrase.start, tokens, plural=True, places=[(phrase.start, phrase.end)])
        if known is None:
            self._unnamed.append((phrase.noun, party))
        return Speaker(party, party.kind, Naming.NAMED, phrase)

    def _merge_introduced(self, phrase: NounPhrase, party: Party) -> None:
        """ "a clerk", later "Marina Osipova, the clerk": the name was the clerk's all along."""
        if phrase.head != "person":
            return
        for noun, unnamed in self._unnamed:
            if noun in party.nouns and unnamed.name is None and unnamed.at < phrase.start and not unnamed.plural:
                if any(start < phrase.start for start, _ in party.places):
                    continue
                unnamed.name, unnamed.tokens, unnamed.kind = party.name, party.tokens, party.kind
                unnamed.private = party.private

    def _described(self, phrase: NounPhrase) -> Speaker:
        """A common noun: somebody described before, or somebody new."""
        kind = _KINDS[phrase.head]
        naming = _naming(phrase, self._language)
        points_back = (
            phrase.determiner == "definite"
            and not phrase.plural
            and phrase.owner is None
            and not _OF_ANY.search(self._layout.text, phrase.start, phrase.end)
        )
        if points_back:
            party = self._last_described(phrase)
            if party is not None:
                return Speaker(
                    party, party.kind if party.name else kind, Naming.NAMED if party.name else naming, phrase
                )
        words = self._words(phrase)
        same = next((party for known, party in reversed(self._unnamed) if known == words), None)
        if same is not None and phrase.determiner in {"definite", "none", "possessive"}:
            return Speaker(same, same.kind, Naming.NAMED if same.name else naming, phrase)
        introduced = not (points_back and not phrase.modified)
        if title := self._title(phrase):
            callsign = " " not in title  # “Rustam” may be a man, and “Verstka” no man
            party = Party(
                PartyKind.UNKNOWN if callsign else PartyKind.ORGANISATION,
                title,
                phrase.start,
                name_tokens(title),
                places=[(phrase.start, phrase.end)],
            )
            self._unnamed.append((words, party))
            return Speaker(party, party.kind, Naming.NAMED, phrase)
        party = Party(
            kind, None, phrase.start, nouns={phrase.noun}, plural=phrase.plural or phrase.determiner == "numeral",
            places=[(phrase.start, phrase.end)], naming=naming,
        )  # fmt: skip
        known = self._language.person_nouns.get(phrase.noun)
        party.gender = known.gender if known is not None else None
        self._unnamed.append((phrase.noun, party))
        self._unnamed.append((words, party))
        return Speaker(party, kind, naming, phrase, introduced)

    def _title(self, phrase: NounPhrase) -> str | None:
        """What stands in quotation marks with capitals is an outlet's or a body's name: “Universe Today” reported."""
        match = _TITLE.fullmatch(self._layout.text, max(0, phrase.start - 1), phrase.end + 1)
        return clean_name(match.group()) if match else None

    def _words(self, phrase: NounPhrase) -> str:
        words = self._layout.text[phrase.start : phrase.end].lower().split()
        if words and (words[0] in self._language.definite or words[0] in {"a", "an"}):
            del words[0]
        return " ".join(words).strip(" ,.")

    def _last_described(self, phrase: NounPhrase) -> Party | None:
        """The party last mentioned before the phrase that the text has called by its noun."""
        best: tuple[int, Party] | None = None
        at = bisect_left(self._people_starts, phrase.start)
        for start, party in reversed(self._people[:at]):
            if (
                phrase.noun in party.nouns
                and bears_office(self._layout.text, party, phrase, self._language)
                and is_of_one_country(self._layout.text, party, phrase, self._language)
            ):
                best = (start, party)
                break
        for noun, party in reversed(self._unnamed):
            if noun == phrase.noun and party.at < phrase.start and not party.plural:
                if not is_of_one_country(self._layout.text, party, phrase, self._language):
                    continue
                if best is None or party.at > best[0]:
                    best = (party.at, party)
                break
        return best[1] if best else None

    def _pronoun(
        self,
        phrase: NounPhrase,
        link: Link,
        links: Sequence[Link],
        resolved: dict[int, Speaker],
        said: list[tuple[int, Speaker]],
    ) -> Speaker:
        features = self._language.pronouns[phrase.noun]
        outer = resolved.get(link.outer) if link.outer is not None else None
        outer_link = links[link.outer] if link.outer is not None else None
        if features.person == 1:
            known = outer is not None and outer.naming is not Naming.NONE
            if outer is not None and known and (features.number != "pl" or outer.kind is not PartyKind.PERSON):
                return Speaker(outer.party, outer.kind, outer.naming, phrase)
            return Speaker(None, PartyKind.GROUP if features.number == "pl" else PartyKind.PERSON,
                           Naming.COLLECTIVE if features.number == "pl" else Naming.UNNAMED, phrase)  # fmt: skip
        if phrase.noun in {"who", "which", "that", "whose"}:
            party = find_named(self._layout.text, phrase, self._people, [party for _, party in self._unnamed])
            if party is None and phrase.noun != "whose":
                party = self._described_antecedent(phrase)
        elif features.person == 2 or phrase.noun in self._language.points_to_nobody:
            party = None
        else:
            quoted = outer_link is not None and self._is_quoted(phrase.start, outer_link)
            if features.gender in {"m", "f"}:
                party = self._weigher.whom(phrase, outer, said, resolved, quoted=quoted)
                self._know(party)
            else:
                party = self._pronouns.third_person(phrase, outer, said, quoted=quoted)
        if party is not None:
            if features.gender in {"m", "f"} and party.gender is None and party.kind is PartyKind.PERSON:
                party.gender = features.gender  # "he recalls" tells of everything further on
            return Speaker(party, party.kind, Naming.NAMED if party.name else party.naming, phrase)
        if features.number == "pl":
            return Speaker(None, PartyKind.GROUP, Naming.COLLECTIVE, phrase)
        somebody = phrase.noun == "who" or phrase.noun in self._language.points_to_nobody
        kind = PartyKind.PERSON if features.gender in {"m", "f"} or somebody else PartyKind.UNKNOWN
        return Speaker(None, kind, Naming.UNNAMED, phrase)

    def _know(self, party: Party | None) -> None:
        """Somebody whom the text described before he is quoted can be meant by his noun from here on."""
        if party is not None and party.name is None and all(known is not party for _, known in self._unnamed):
            self._unnamed.extend((noun, party) for noun in party.nouns)

    def _is_quoted(self, at: int, outer: Link) -> bool:
        return any(q.start >= outer.start - 2 for q in self._layout.quotations_over(at, at + 1))

    def _described_antecedent(self, pronoun: NounPhrase) -> Party | None:
        """Whom the words before a relative pronoun describe, where they are no source: "They quoted officials who said"."""
        begins, _ = self._layout.sentences[self._layout.sentence_at(pronoun.start)]
        place = find_antecedent(self._layout.text, pronoun.start, begins, self._language)
        if place is None:
            return None
        phrase = read_noun_phrase(self._layout.text, *place, self.mentioned(*place), self._language)
        if phrase.name is not None:
            return self._named.get((phrase.name.span.start, phrase.name.span.end))
        return self._described(phrase).party


def _named_since(speaker: Speaker) -> Speaker:
    """A party that got its name further on ("a clerk", later "Marina Osipova, the clerk") bears it from the beginning."""
    party = speaker.party
    if party is None or party.name is None or speaker.naming is Naming.NAMED:
        return speaker
    return replace(speaker, naming=Naming.NAMED, kind=party.kind)


def _naming(phrase: NounPhrase, language: Language) -> Naming:
    if phrase.determiner == "numeral":
        return Naming.UNNAMED
    if phrase.head in {"collective", "group"} or phrase.noun in language.collective_nouns:
        return Naming.COLLECTIVE
    if phrase.plural:
        return (
            Naming.UNNAMED if phrase.determiner == "definite" and phrase.head == "organisation" else Naming.COLLECTIVE
        )
    return Naming.UNNAMED


def _unique(parties: Iterable[Party]) -> list[Party]:
    return list({id(party): party for party in parties}.values())
