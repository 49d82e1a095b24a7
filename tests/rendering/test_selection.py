"""Which attributions are shown."""

from dataclasses import replace

from sayso.domain.attribution import Attitude
from sayso.domain.mention import Mention, MentionKind
from sayso.rendering.selection import select
from tests.builders import Text, flood


def test_a_source_is_found_in_every_hop_whatever_the_case() -> None:
    assert select(flood(), source="harbour INSTITUTE").attributions == flood().attributions[:2]


def test_a_source_is_found_by_another_of_its_names() -> None:
    text = Text("ISW wrote. The think tank said it rained.")
    hop = text.hop("The think tank", "said", party="act_isw")
    mention = Mention(text.span("ISW"), MentionKind.ORGANISATION, party="act_isw")
    reading = replace(text.reading(text.said("it rained", hop)), mentions=(mention,))
    assert select(reading, source="isw").attributions == reading.attributions


def test_two_sources_without_a_party_are_not_the_same() -> None:
    text = Text("Ann said rain. Bob said wind.")
    ann, bob = text.hop("Ann", party=None), text.hop("Bob", party=None)
    reading = text.reading(text.said("rain", ann), text.said("wind", bob))
    assert select(reading, source="Ann").attributions == reading.attributions[:1]


def test_the_outlets_own_voice_is_no_source() -> None:
    assert all(attribution.chain for attribution in select(flood(), source="i").attributions)


def test_checks_go_with_what_they_are_about() -> None:
    assert select(flood(), source="insider").checks
    assert not select(flood(), source="critics").checks


def test_low_scores_go() -> None:
    assert len(select(flood(), min_score=0.5).attributions) == 3


def test_eventualities_go_when_asked() -> None:
    text = Text("He plans to go.")
    reading = text.reading(text.said("to go", text.hop("He", "plans"), attitude=Attitude.EVENTUALITY))
    assert select(reading).attributions
    assert not select(reading, eventualities=False).attributions
