"""What news says with the words of a cue and is no such event, beside what is one. The sentences are invented, after kinds of errors seen in news."""

from __future__ import annotations

import pytest

from sayso.domain.event import Reality
from tests.extract.events.telling import events, one, parties


@pytest.mark.parametrize(
    ("is_one", "is_none"),
    [
        ("Officials released nine men.", "Officials released a letter."),
        ("The release of the brothers was filmed.", "The release of the memo was filmed."),
        ("Guards executed two prisoners.", "Guards executed a plan."),
        ("The murder of a clerk shook the town.", "Aides defended men accused of murder."),
        ("The mayor met the mothers.", "The mayor met the standard."),
        ("Officials drafted nine men.", "Officials unveiled the first draft of what became a rule."),
        ("Widows demonstrated outside the barracks.", "Widows demonstrated that the pension was too small."),
        ("Widows held a rally against the war.", "At a rally, the candidate told supporters to vote."),
        ("Prosecutors charged the cook with evasion.", "The rival charges that the cook lied with ease."),
        ("The ministry issued a denial.", "The ministry regretted the denial of benefits."),
        ("Police stormed the hostel.", "They spoke of freakish storms, and of droughts."),
        ("The commander let the men go.", "The commander can’t let go."),
        ("Police rounded up forty men.", "Editors rounded up a sampling of views."),
        ("Officers combed through the market.", "Officers combed through emails."),
        ("The governor made a statement by the river.", "They liked the Death in Custody Reporting Act."),
        ("The welder was picked up by police outside his home.", "The welder picked up speed."),
        ("Recruits came home in coffins.", "Recruits came home in buses."),
        ("Masked men put them on a plane to Tarn.", "Porters put parcels on a plane to Tarn."),
        ("The envoy sat down with elders in Tarn.", "The envoy sat down with a sigh."),
    ],
)
def test_an_event_and_its_like(is_one: str, is_none: str) -> None:
    assert events(is_one)
    assert events(is_none) == []


def test_a_campaigns_rally_is_no_protest_of_the_other_pack_either() -> None:
    assert events("The candidate spoke at a rally in Tarn.", pack="protest") == []
    assert events("Some 300 widows came to the rally against the war.", pack="protest")


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient"),
    [
        ("Police likely detained Rao.", ["Police"], ["Rao"]),
        ("Police detained about 14,000 migrants.", ["Police"], ["about 14,000 migrants"]),
        ("The raid killed 9/11 plotter Yan Rao.", ["The raid"], ["9/11 plotter Yan Rao"]),
        ("The square is a place for widows to hold vigils.", ["widows"], []),
        ("The camp announced that it invited a rival to sit in the front row.", ["The camp"], []),
    ],
)
def test_words_that_are_no_party(sentence: str, actor: list[str], recipient: list[str]) -> None:
    found = [event for event in events(sentence) if event.type != "raid"]
    assert parties(found[0]) == (actor, recipient)


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        ("Neither Rao nor her allies were detained.", Reality.NEGATED),
        ("Not one of the men was released.", Reality.NEGATED),
        ("The law gives officers the power to detain drivers.", Reality.HYPOTHETICAL),
        ("She backed the 2011 raid on the villa.", Reality.HAPPENED),
        ("She proposed a raid on the villa.", Reality.PLANNED),
        ("Police won’t detain the driver.", Reality.NEGATED),
    ],
)
def test_reality_in_news(sentence: str, reality: Reality) -> None:
    assert one(sentence).reality is reality
