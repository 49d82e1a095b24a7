"""What holds of every lineage, whatever the documents."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.claim import Lineage
from sayso.tracing import resemblance
from sayso.tracing.copying import MOST_CANDIDATES, Grams, Overlap, overlap
from sayso.tracing.lineage import trace_claim
from sayso.tracing.statement import Statement
from tests.tracing.making import told

HELD = "Forty men were held"
OUTLETS = ["The Quay", "Delta Agency", "Harl Live", "Dnes", "Radio Polje", None]
WHO = [
    "the Interior Ministry",
    "an official",
    "a nurse",
    "Pavel Drozd",
    "The Quay",
    "Delta",
    "the site Harl Live",
    "local media",
    "he",
]
DATES = [None, "2026-03-01", "2026-03-01T09:00:00Z", "2026-03-02T08:00:00+03:00", "2026-03", "yesterday", "2026-02-30"]


def sound(lineage: Lineage) -> None:
    """Every id is somebody's, nothing leads back to itself, and the numbers agree."""
    documents = {item.document for item in lineage.attributions}
    roots, hops = {root.id for root in lineage.roots}, {hop.id for hop in lineage.hops}
    above: dict[str, set[str]] = {}
    for relay in lineage.relays:
        assert relay.source in documents | roots | hops and relay.to in documents | hops
        assert 0 < relay.score <= 1
        above.setdefault(relay.to, set()).add(relay.source)
    for start in above:
        seen: set[str] = set()
        waiting = list(above[start])
        while waiting:
            node = waiting.pop()
            assert node != start
            if node not in seen:
                seen.add(node)
                waiting += above.get(node, ())
    assert hops <= {end for relay in lineage.relays for end in (relay.source, relay.to)} | {
        end for flag in lineage.flags for end in (flag.source, flag.to)
    }
    claim = lineage.claim
    assert claim.roots_max == len(lineage.roots) == len(roots)
    assert min(1, claim.documents) <= claim.roots_min <= claim.roots_max
    assert {document for root in lineage.roots for document in root.documents} <= documents
    assert len({document for root in lineage.roots for document in root.documents}) == claim.documents
    for collapse in lineage.collapses:
        assert collapse.why and collapse.kept != collapse.merged


statements = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS), st.lists(st.sampled_from(WHO), max_size=3, unique=True), st.sampled_from(DATES),
        st.sampled_from(["", "It rained on the square and the shutters were down by nine in the evening, as always. "]),
    ),
    max_size=9,
)  # fmt: skip


def build(drawn: list[tuple[str | None, list[str], str | None, str]]) -> list[Statement]:
    """One document each; their addresses tell apart those that are alike."""
    found = []
    for order, (outlet, chain, published, more) in enumerate(drawn, 1):
        text = f"{more}{HELD}. So said: {', '.join(chain)}."
        found.append(
            told(outlet, text, HELD, *chain, order=order, published=published, url=f"https://site{order}.example/a")
        )
    return found


@given(statements, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_a_lineage_is_sound_and_does_not_hang_on_the_order(
    drawn: list[tuple[str | None, list[str], str | None, str]], rng: random.Random
) -> None:
    items = build(drawn)
    lineage = trace_claim("clm_test", items)
    sound(lineage)
    rng.shuffle(items)
    assert trace_claim("clm_test", items) == lineage


def test_no_statements_have_no_roots() -> None:
    lineage = trace_claim("clm_test", [])
    assert (lineage.claim.roots_min, lineage.claim.roots_max, lineage.relays, lineage.claim.text) == (0, 0, (), "")


def test_the_wording_nearest_to_the_root_stands_for_the_claim() -> None:
    first = told(
        "Delta Agency",
        f"{HELD} on Friday, a nurse said.",
        f"{HELD} on Friday",
        "a nurse",
        person=True,
        published="2026-03-01",
    )
    later = told("The Quay", "Forty seized, Delta reports.", "Forty seized", "Delta", order=2, published="2026-03-02")
    assert trace_claim("clm_test", [first, later]).claim.text == f"{HELD} on Friday"


def test_a_chain_is_shown_with_who_bears_no_name() -> None:
    item = told(
        "Dnes", f"{HELD}, Radio Vesna reported, citing an insider.", HELD, "Radio Vesna", "an insider", person=True
    )
    assert trace_claim("clm_test", [item]).attributions[0].chain == ("Radio Vesna", "unnamed: an insider")


def many(kind: str, count: int) -> list[Statement]:
    """One claim in many documents: copies of one text, relays that name each other, own voices, or one outlet's."""
    rng = random.Random(kind)
    base = [f"word{rng.randrange(9999)}" for _ in range(80)]
    found = []
    for number in range(count):
        words, who, outlet = base.copy(), [], f"Gazette {number}x"
        if kind == "copies":
            words[rng.randrange(80)] = f"other{number}"
            who = ["the Interior Ministry"]
        else:
            words = [f"own{rng.randrange(10**7)}" for _ in range(30)]
        if kind == "circles":
            who = [f"Gazette {rng.randrange(count)}x"]
        elif kind == "one outlet":
            outlet = "The Quay"
        text = f"{HELD}, {' '.join(who)} said. {' '.join(words)}."
        found.append(
            told(outlet, text, HELD, *who, order=number + 1, published="2026-03-01", url=f"https://s{number}.example/a")
        )
    return found


@pytest.mark.parametrize("kind", ["copies", "circles", "own voices", "one outlet"])
def test_a_claim_of_two_thousand_documents(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: Counter[str] = Counter()

    def counting(copy: Grams, source: Grams) -> Overlap:
        compared["texts"] += 1
        return overlap(copy, source)

    monkeypatch.setattr(resemblance, "overlap", counting)
    monkeypatch.setattr("sayso.tracing.lineage.find_drift", lambda *_, **__: ())
    sound(trace_claim("clm_test", many(kind, 2000)))
    assert compared["texts"] <= 4 * MOST_CANDIDATES * 2000
