"""The article that the project began with: everything that a careful reader finds in it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.domain.attribution import Attribution, Hop
from sayso.domain.event import Participant
from sayso.domain.reading import Reading
from tests.extract.builders import check_spans
from tests.models.english import needs_weights

SEED = Path(__file__).parents[2] / "shared" / "seed"
EXPECTED: dict[str, Any] = (
    json.loads((SEED / "expected.json").read_text(encoding="utf-8")) if (SEED / "expected.json").is_file() else {}
)
pytestmark = [
    pytest.mark.skipif(not EXPECTED, reason=f"{SEED} is not here: the article is not ours to publish"),
    needs_weights,
]


@cache
def reading() -> Reading:
    return sayso.read(SEED / "article.txt")


def flat(words: str) -> str:
    return " ".join(words.split()).lower()


def fits(expected: dict[str, Any], hop: Hop) -> bool:
    source, cue = expected["source"], expected["cue"]
    if source is None or hop.source is None:
        same = source is None and hop.source is None
    else:
        same = flat(source) in flat(hop.source.exact) or flat(hop.source.exact) in flat(source)
    told = cue is None and hop.cue is None or bool(cue and hop.cue and flat(cue) in flat(hop.cue.span.exact))
    return same and told and hop.naming.value == expected["naming"]


def describe(attribution: Attribution) -> str:
    hops = [
        (h.source.exact if h.source else None, h.cue.span.exact if h.cue else None, h.naming.value)
        for h in attribution.chain
    ]
    return f"{hops} {[span.exact[:60] for span in attribution.content]} {[h.span.exact for h in attribution.hedges]}"


def holding(words: str) -> list[Attribution]:
    return [a for a in reading().attributions if any(flat(words) in flat(span.exact) for span in a.content)]


@pytest.mark.parametrize("expected", EXPECTED.get("attributions", []), ids=lambda item: item["id"])
def test_attribution(expected: dict[str, Any]) -> None:
    matching = [
        a
        for a in holding(expected["content"])
        if len(a.chain) == len(expected["chain"]) and all(map(fits, expected["chain"], a.chain))
    ]
    near = "\n".join(
        describe(a)
        for a in reading().attributions
        if any(set(flat(span.exact).split()) >= set(flat(expected["content"]).split()[1:4]) for span in a.content)
    )
    assert matching, f"not found; near it:\n{near}"
    found = min(matching, key=lambda a: sum(len(span.exact) for span in a.content))
    listed = " | ".join(flat(hedge.span.exact) for hedge in found.hedges)
    cues = " | ".join(flat(hop.cue.span.exact) for hop in found.chain if hop.cue)
    for hedge in expected["hedges"]:
        assert flat(hedge) in listed, f"{hedge} is not in {listed!r}; cues are {cues!r}"


@pytest.mark.parametrize("words", EXPECTED.get("own_voice", []))
def test_own_voice(words: str) -> None:
    assert any(not a.chain for a in holding(words)), [describe(a) for a in holding(words)]


@pytest.mark.parametrize("words", EXPECTED.get("own_voice", []))
def test_own_voice_is_nobody_elses_statement(words: str) -> None:
    assert not [describe(a) for a in holding(words) if a.chain and a.attitude.value != "eventuality"]


@pytest.mark.parametrize("group", EXPECTED.get("same_source", []), ids=lambda group: group[0])
def test_same_source(group: list[str]) -> None:
    found: dict[str, set[str | None]] = {words: set() for words in group}
    for words in group:
        found[words] |= {m.party for m in reading().mentions if m.span.exact == words}
        found[words] |= {
            h.party for a in reading().attributions for h in a.chain if h.source and flat(h.source.exact) == flat(words)
        }
    everybody = set.union(*found.values())
    assert all(found.values()), f"not found: {[w for w in group if not found[w]]}"
    assert len(everybody) == 1 and None not in everybody, found


@pytest.mark.parametrize("words", EXPECTED.get("not_text", []))
def test_what_is_no_text(words: str) -> None:
    document = reading().document
    start = document.text.index(words)
    touching = [
        describe(a)
        for a in reading().attributions
        if any(span.start < start + len(words) and start < span.end for span in a.content)
    ]
    assert touching == []
    assert words in [item.exact for item in document.removed]


@pytest.mark.parametrize(
    "expected",
    EXPECTED.get("checks", []),
    ids=lambda c: c["kind"],
)
def test_check(expected: dict[str, Any]) -> None:
    found = [check.span.exact for check in reading().checks if check.kind == expected["kind"]]
    assert any(flat(expected["span"]) in flat(exact) for exact in found), found


@pytest.mark.parametrize("kind", ["role-in-text", "role-registry"])
def test_the_two_roles_that_cannot_be_are_red_and_no_other(kind: str) -> None:
    (check,) = [check for check in reading().checks if check.kind == kind]
    assert check.level == "red" and check.span.exact == "MVD Head Alexander Bastrykin"


def test_every_span_carries_its_words() -> None:
    check_spans(reading())


def test_reading_it_twice_gives_one_reading() -> None:
    assert sayso.read(SEED / "article.txt") == reading()


@pytest.mark.parametrize("expected", EXPECTED.get("events", []), ids=lambda item: item["type"])
def test_event(expected: dict[str, Any]) -> None:
    def has(parties: tuple[Participant, ...], words: str) -> bool:
        return any(flat(words) in flat(party.span.exact) or flat(party.span.exact) in flat(words) for party in parties)

    found = [event for event in reading().events if event.type == expected["type"]]
    assert any(
        has(event.actors, expected["actor"]) and has(event.recipients, expected["recipient"]) for event in found
    ), [(event.type, event.actors, event.recipients) for event in found]


@pytest.mark.parametrize("name", EXPECTED.get("places", []))
def test_place(name: str) -> None:
    """Every place that a careful reader finds is found, and known."""
    assert any(place.span.exact == name and place.chosen is not None for place in reading().places)
