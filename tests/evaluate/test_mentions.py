"""Mentions count by kind and exact words; what a corpus leaves open counts for nothing."""

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.span import Span
from sayso.evaluate.gold import GoldMention
from sayso.evaluate.mentions import SCORED, score_mentions
from sayso.evaluate.scores import PRF

TEXT = "Mayor Ilse Brandt of Graz and Harbour Nine met the Guild on Monday."


def mention(words: str, kind: MentionKind) -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words), words), kind)


def marked(words: str, kind: str) -> GoldMention:
    start = TEXT.index(words)
    return GoldMention(start, start + len(words), kind)


def test_a_mention_is_right_with_its_kind_and_all_its_words() -> None:
    gold = [marked("Ilse Brandt", "person"), marked("Graz", "place"), marked("Monday", "date")]
    found = [mention("Ilse Brandt", MentionKind.PERSON), mention("Graz", MentionKind.ORGANISATION)]
    scores = score_mentions(TEXT, gold, found)
    assert scores[MentionKind.PERSON] == PRF(1, 1, 1)
    assert scores[MentionKind.PLACE] == PRF(0, 1, 0)
    assert scores[MentionKind.ORGANISATION] == PRF(1, 0, 0)
    assert scores[MentionKind.DATE] == PRF(0, 1, 0)
    assert set(scores) == set(SCORED)


def test_punctuation_at_the_edge_is_no_word() -> None:
    scores = score_mentions(TEXT, [marked("Monday", "date")], [mention("Monday.", MentionKind.DATE)])
    assert scores[MentionKind.DATE] == PRF(1, 1, 1)


def test_what_overlaps_a_mark_of_unknown_kind_is_not_counted() -> None:
    gold = [marked("Harbour Nine", "?"), marked("Graz", "place")]
    found = [mention("Harbour Nine", MentionKind.PLACE), mention("Graz", MentionKind.PLACE)]
    assert score_mentions(TEXT, gold, found)[MentionKind.PLACE] == PRF(1, 1, 1)
