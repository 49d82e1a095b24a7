"""Cue words, as they stand in a text, to dictionary form and entry."""

from __future__ import annotations

import pytest

from sayso.languages.lemmas import lemmatise_cue


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("has been claiming", "claim"),
        ("points out", "point out"),
        ("pointing out", "point out"),
        ("was quoted as saying", "quote"),
        ("refused to say", "refuse"),
        ("went on to say", "say"),
        ("declined to comment on", "decline to comment"),
        ("is understood to", "is understood"),
        ("was widely believed", "is believed"),
        ("has been reported", "is reported"),
        ("was first reported by", "report"),
        ("is expected", "is expected"),
        ("Citing", "cite"),
        ("statement", "statement"),
        ("According to", "according to"),
        ("later tweeted:", "tweet"),
        ("emphasized", "emphasise"),
        ("criticised", "criticise"),
        ("denied", "deny"),
        ("called for", "call for"),
        ("said Tuesday", "say"),
        ("reportedly", "reportedly"),
        ("implied", "imply"),
        ("in the words of", "in the words of"),
        ("has looked", "look"),
        ("plans to", "plan"),
        ("allegations", "allegation"),
    ],
)
def test_known_cues_are_found(words: str, lemma: str) -> None:
    reading = lemmatise_cue(words)
    assert (reading.lemma, reading.negated) == (lemma, False)
    assert reading.entry is not None
    assert reading.entry.lemma == lemma


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("have not said", "say"),
        ("couldn’t believe", "believe"),
        ("never claimed", "claim"),
        ("cannot confirm", "confirm"),
        ("won't say", "say"),
    ],
)
def test_negation_is_kept_apart_from_the_lemma(words: str, lemma: str) -> None:
    reading = lemmatise_cue(words)
    assert (reading.lemma, reading.negated) == (lemma, True)


@pytest.mark.parametrize(
    ("words", "lemma"),
    [("zorbled", "zorble"), ("was glimping", "glimp"), ("infuriates", "infuriate"), ("polishes", "polish")],
)
def test_unknown_words_get_a_lemma_by_rule_and_no_entry(words: str, lemma: str) -> None:
    reading = lemmatise_cue(words)
    assert (reading.lemma, reading.entry) == (lemma, None)


def test_no_words_are_no_cue() -> None:
    assert lemmatise_cue("").entry is None
    assert lemmatise_cue(" … ").lemma == ""
