"""Whatever the text and whatever a model finds in it: right offsets, in a time that grows with the text."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sayso.domain.mention import MentionKind
from sayso.extract.extraction import extract
from sayso.readers.plain import read_plain
from tests.extract.builders import ENGLISH, MODEL, Found, FoundAttribution, FoundMention, Range, check_spans, read_found

WORDS = st.sampled_from(
    [
        *"Orlov Wu ISW MVD said claimed told reportedly he She they who which I it the a clerk minister report".split(),
        *"possibly about 40 is understood to “ ” ‘ ’ \" ' '' « » , . ; : ? ! … — ( ) \n \n\n \r\n \t".split(" "),
        "\r\n\r\n", "’s", "Leave a Reply", "By Marina Wu", "😀", "é", "e\u0301", "שלום", "\u202e", "\u2028", "\x0b", "\u200b", "ﬁ", "İ", "ẞ",
    ]
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, Found]:
    """A messy text, and ranges in it that begin and end with a character that shows, as a model's do."""
    text = "".join(
        word + draw(st.sampled_from([" ", " ", ""])) for word in draw(st.lists(WORDS, min_size=1, max_size=60))
    )
    assume(text.strip() and 20 * text.count("\x0b") < len(text))  # else it is refused as no text
    inked = [i for i, char in enumerate(text) if not char.isspace()]
    span = st.tuples(st.sampled_from(inked), st.sampled_from(inked)).map(lambda ends: (min(ends), max(ends) + 1))
    content = st.lists(span, min_size=1, max_size=2).map(lambda spans: tuple(apart(spans)))
    attribution = st.builds(
        FoundAttribution,
        span,
        st.lists(span, max_size=2).map(lambda spans: tuple(apart(spans))),
        content,
        st.floats(0, 1),
    )
    mention = st.builds(
        lambda s, kind: FoundMention(s[0], s[1], kind), span, st.sampled_from([k.value for k in MentionKind])
    )
    return text, Found(
        draw(st.lists(attribution, max_size=6)),
        sorted(draw(st.lists(mention, max_size=6)), key=lambda m: m.start),
        sorted(draw(st.lists(span, max_size=4))),
    )  # fmt: skip


def apart(spans: list[Range]) -> list[Range]:
    """The spans in order, without those that overlap one before."""
    kept: list[Range] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


@given(pages())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_every_span_carries_its_words(page: tuple[str, Found]) -> None:
    text, found = page
    reading = extract(read_plain(text.encode(), path="a.txt", language="en"), found, ENGLISH, MODEL)
    check_spans(reading)
    for attribution in reading.attributions:
        assert attribution.content
        assert list(attribution.content) == sorted(attribution.content)
        assert len(attribution.chain) <= 8
        for hop in attribution.chain:
            assert (hop.source is None) == (hop.naming == "none")
            assert not (hop.carried and hop.cue)


def inked(text: str, start: int, end: int) -> Range:
    """The range without blanks at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def many(text: str, width: int, count: int) -> Found:
    """`count` attributions of `width` code points, spread over the text."""
    rng = random.Random(1)
    found = []
    for _ in range(count):
        at = rng.randrange(max(1, len(text) - 3 * width))
        cue, source, content = (inked(text, at + i * width, at + (i + 1) * width) for i in range(3))
        found.append(FoundAttribution(cue, (source,), (content,)))
    return Found(found)


@pytest.mark.parametrize(
    "text",
    [
        "It rained on the town and Orlov said so " * 2_000,
        "“" * 100_000,
        '"' * 100_000,
        "“It rained in town today.”\n\n" * 2_000,
        '"a b c d" ' * 3_000,
        "It rained. " * 5_000,
        "ab\n" * 25_000,
        "Share\n" * 10_000,
        "ab\u0001 " * 15_000,
        "😀שלום " * 10_000,
        "A B C D " * 8_000,
        "ISW " * 15_000,
    ],
    ids=["line", "curly", "straight", "quotations", "short", "sentences", "lines", "furniture", "controls", "rtl", "capitals", "names"],
)  # fmt: skip
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    read_found(text, many(text, 20, 200))


def test_many_attributions_take_no_longer_than_their_number() -> None:
    unit = "Orlov said that it rained on the town. “It snowed on it all night,” Wu added.\n\n"
    text = unit * 500
    found = []
    mentions = []
    for i in range(500):
        at = i * len(unit)
        found.append(FoundAttribution((at + 6, at + 10), ((at, at + 5),), ((at + 11, at + 37),)))
        quote = text.index("“", at)
        end = text.index("”", at) + 1
        found.append(FoundAttribution((end + 4, end + 9), ((end + 1, end + 3),), ((quote, end),)))
        mentions += [FoundMention(at, at + 5, "person"), FoundMention(end + 1, end + 3, "person")]
    reading = read_found(text, Found(found, mentions))
    assert sum(1 for a in reading.attributions if a.chain) == 1_000


@pytest.mark.parametrize(
    "text", ["x", "…", "“”", "\ufeffIt rained.", "It\x00".replace("\x00", "\x01") + " rained all day"]
)
def test_tiny_texts(text: str) -> None:
    read_found(text, Found())
