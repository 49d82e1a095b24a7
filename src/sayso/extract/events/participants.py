"""A phrase as an actor or a recipient: its words, and the party and name that the text's mentions give it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.domain.event import Participant
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.span import Span
from sayso.extract.events.phrases import Phrase
from sayso.extract.events.sentence import Sentence, Tag
from sayso.extract.ranges import Range

_PARTIES = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.GROUP})
_HEDGED = frozenset("possibly probably likely perhaps apparently presumably".split())


class Participants:
    """Knows where the text names whom."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = sorted((m for m in mentions if m.kind in _PARTIES), key=lambda m: m.span.start)
        self._starts = [mention.span.start for mention in self.mentions]

    def of(self, sentence: Sentence, phrase: Phrase | None, text: str) -> tuple[Participant, ...]:
        """The one that a phrase means; none where there is no phrase."""
        if phrase is None:
            return ()
        span = Span.of(text, *places(sentence, phrase))
        if _is_open(sentence, phrase):
            return (Participant(span),)  # "unspecified actors, possibly the MVD": nobody is named for sure
        named = self._named(sentence, phrase)
        if named is None:
            return (Participant(span),)
        return (Participant(span, named.party, named.name or named.span.exact, named.private),)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in a range."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[low:high] if mention.span.end <= end + 2]

    def _named(self, sentence: Sentence, phrase: Phrase) -> Mention | None:
        """The mention that holds the phrase's head, else a person's right behind or before it ("the union leader Karel Dost")."""
        start, end = places(sentence, phrase)
        head = sentence.tokens[phrase.head]
        inside = self.within(start, end)
        for mention in inside:
            if mention.span.start <= head.start < mention.span.end and mention.kind is not MentionKind.GROUP:
                return mention
        return next((m for m in inside if m.kind is MentionKind.PERSON and m.span.end >= head.start), None)


def _is_open(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.lower(phrase.after) == "," and sentence.lower(phrase.after + 1) in _HEDGED


def places(sentence: Sentence, phrase: Phrase) -> Range:
    """Where a phrase's words stand in the text, without a possessive ending; with "possibly X or Y" set off behind it."""
    after = phrase.after
    if _is_open(sentence, phrase):
        closing = after + 1
        while closing < len(sentence) and sentence.tag(closing) is not Tag.MARK:
            closing += 1
        if sentence.lower(closing) == ",":
            after = closing
    last = sentence.tokens[after - 1]
    return sentence.tokens[phrase.first].start, last.start + len(last.text)
