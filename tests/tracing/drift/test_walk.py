"""Drift along a graph: what is introduced, what is inherited, and where it ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.claim import Drift, DriftKind
from sayso.tracing.drift import find_drift
from sayso.tracing.statement import Statement
from tests.tracing.drift.built import titled, told

ROOT = "about 3,000 citizens were serving in rear units"


def shown(drift: tuple[Drift, ...]) -> list[tuple[str, str, bool]]:
    """Document, kind, whether it was introduced there."""
    return [(item.to.document.removeprefix("doc_"), item.kind.value, item.introduced) for item in drift]


def chain(*documents: Statement) -> list[tuple[str, str]]:
    """Each document relays the one before it."""
    return [(one.document.id, two.document.id) for one, two in zip(documents, documents[1:], strict=False)]


def test_a_change_is_introduced_once_and_inherited_below() -> None:
    a = told("a", ROOT, by="Belov", name="Belov")
    b = told("b", "3,000 citizens were serving in rear units", by="Belov", name="Belov")
    c = told("c", "3,000 citizens were already serving in rear units", by="Belov", name="Belov")
    drift = find_drift(chain(a, b, c), [a, b, c])
    assert shown(drift) == [("b", "number-bound-lost", True), ("c", "number-bound-lost", False)]
    # Both point to the words upstream that had it otherwise.
    assert {item.source.exact for item in drift if item.source} == {"about 3,000 citizens"}
    assert {item.source.document for item in drift if item.source} == {"doc_a"}


def test_a_change_ends_where_a_copy_has_the_first_wording_again() -> None:
    a = told("a", ROOT, by="Belov", name="Belov")
    b = told("b", "3,000 citizens were serving in rear units", by="Belov", name="Belov")
    c = told("c", "around 3,000 citizens were serving in rear units", by="Belov", name="Belov")
    assert ("c", "number-bound-lost", False) not in shown(find_drift(chain(a, b, c), [a, b, c]))


def test_a_change_ends_where_a_copy_leaves_the_matter_out() -> None:
    a = told("a", ROOT, by="Belov", name="Belov")
    b = told("b", "3,000 citizens were serving in rear units", by="Belov", name="Belov")
    c = told("c", "new citizens were serving in rear units", by="Belov", name="Belov")
    assert shown(find_drift(chain(a, b, c), [a, b, c])) == [("b", "number-bound-lost", True)]


def test_a_number_changed_twice_is_two_changes() -> None:
    a = told("a", "236 rulings were drawn up in the raids", by="police")
    b = told("b", "263 rulings were drawn up in the raids", by="police")
    c = told("c", "2,630 rulings were drawn up in the raids", by="police")
    drift = find_drift(chain(a, b, c), [a, b, c])
    assert shown(drift) == [("b", "number-changed", True), ("c", "number-changed", True)]
    assert drift[1].why == "“263 rulings” became “2,630 rulings”: the number is another."


def test_a_copy_can_inherit_one_change_and_add_another() -> None:
    a = told("a", ROOT, by="Belov", name="Belov")
    b = told("b", "3,000 citizens were serving in rear units", by="Belov", name="Belov")
    c = told("c", "3,000 citizens were serving at the front", by="Belov", name="Belov")
    assert shown(find_drift(chain(a, b, c), [a, b, c])) == [
        ("b", "number-bound-lost", True),
        ("c", "number-bound-lost", False),
        ("c", "scope-changed", True),
    ]


def test_a_source_lost_twice_is_lost_once_a_document() -> None:
    a = told("a", ROOT, by="Belov", name="Belov", outlet="The Forum")
    b = told("b", ROOT, outlet="The Quay")
    c = told("c", ROOT, outlet="Northern Star")
    assert shown(find_drift(chain(a, b, c), [a, b, c])) == [
        ("b", "attribution-lost", True),
        ("c", "attribution-lost", False),
    ]


def test_what_one_of_two_sources_has_already_is_no_change() -> None:
    a = told("a", "about 40 men were taken from the hostel", by="a cook")
    b = told("b", "63 men were taken from the hostel", by="police")
    c = told("c", "63 men were taken from the hostel", by="police")
    edges = [(a.document.id, c.document.id), (b.document.id, c.document.id)]
    assert find_drift(edges, [a, b, c]) == ()


def test_what_two_copies_of_a_hop_both_show_was_in_the_hop() -> None:
    a = told("a", ROOT, by="Belov", name="Belov")
    b = told("b", "30,000 citizens were serving in rear units", by="Belov", name="Belov")
    c = told("c", "citizens were serving in rear units, 30,000 of them", by="Belov", name="Belov")
    d = told("d", ROOT, by="Belov", name="Belov")
    edges = [("doc_a", "hop_1"), ("hop_1", "doc_b"), ("hop_1", "doc_c"), ("hop_1", "doc_d")]
    drift = find_drift(edges, [a, b, c, d])
    numbers = [item for item in drift if item.kind is DriftKind.NUMBER_CHANGED]
    assert [(item.to.document, item.introduced) for item in numbers] == [("doc_b", False), ("doc_c", False)]


def test_a_document_in_a_language_that_is_not_read_is_passed_through() -> None:
    a = told("a", ROOT, by="Belov", name="Belov")
    b = told("b", "Около 3 000 граждан служат в тыловых частях", language="ru")
    c = told("c", "3,000 citizens were serving in rear units", by="Belov", name="Belov")
    assert shown(find_drift(chain(a, b, c), [a, b, c])) == [("c", "number-bound-lost", True)]


def test_what_another_sentence_of_the_document_still_says_is_not_lost() -> None:
    a = told("a", "about 40 men were taken from the hostel", by="a cook")
    lead = told("b", "40 men were taken from the hostel", after=" It was about 40 men, a cook said.")
    said = told("b", "about 40 men were taken from the hostel", by="a cook")
    same = Statement(
        **{name: getattr(said, name) for name in said.__slots__ if name != "document"}, document=lead.document
    )
    assert find_drift([("doc_a", "doc_b")], [a, lead, same]) == ()


def test_a_headline_is_held_against_its_own_text() -> None:
    line = "Ministry poisoned the wells in Arda"
    below = told(
        "a", "the ministry may have poisoned the wells in Arda", by="an insider", hedges=("may",), headline=line
    )
    (drift,) = find_drift([], [below, titled("a", line, below)])
    assert (drift.kind, drift.source, drift.introduced) == (DriftKind.HEADLINE_EXCEEDS_TEXT, None, True)
    assert drift.to.exact == line
    assert drift.why == (
        "The headline says “Ministry poisoned the wells in Arda”; "
        "the text has it from “an insider” and the text has “may”."
    )


def test_a_headline_that_is_copied_is_inherited() -> None:
    line = "Ministry poisoned the wells in Arda"
    words = "the ministry may have poisoned the wells in Arda"
    below = [told(key, words, by="an insider", hedges=("may",), headline=line) for key in "ab"]
    titles = [titled(key, line, item) for key, item in zip("ab", below, strict=True)]
    assert shown(find_drift(chain(*below), [*below, *titles])) == [
        ("a", "headline-exceeds-text", True),
        ("b", "headline-exceeds-text", False),
    ]


def test_a_headline_that_names_its_source_or_asks_does_not_exceed() -> None:
    for line in ("Ministry poisoned the wells, insider says", "Did the ministry poison the wells?"):
        below = told("a", "the ministry poisoned the wells in Arda", by="an insider", headline=line)
        assert find_drift([], [below, titled("a", line, below)]) == ()


def test_a_headline_that_makes_more_of_a_number_or_of_how_often() -> None:
    words = "police were told to bring in 200 recruits before the holiday"
    for line in ("Police told to bring in 2,000 recruits", "Police told to bring in 200 recruits a week"):
        below = told("a", words, by="the mayor", name="Lund", headline=line)
        (drift,) = find_drift([], [below, titled("a", line, below)])
        assert drift.kind is DriftKind.HEADLINE_EXCEEDS_TEXT
    line = "Police told to bring in 200 recruits"
    below = told("a", words, by="the mayor", name="Lund", headline=line)
    assert find_drift([], [below, titled("a", line, below)]) == ()


def test_a_headline_less_sure_than_its_text_does_not_exceed() -> None:
    line = "Ministry may have poisoned the wells in Arda"
    below = told("a", "the ministry poisoned the wells in Arda", by="the mayor", name="Lund", headline=line)
    assert find_drift([], [below, titled("a", line, below)]) == ()


def test_a_headline_put_with_no_claim_is_held_against_the_claim_that_it_tells() -> None:
    line = "Ministry poisoned the wells in Arda"
    words = "the ministry may have poisoned the wells in Arda"
    below = told("a", words, by="an insider", hedges=("may",), headline=line)
    title = titled("a", line, below)
    assert shown(find_drift([], [below], aside=[title])) == [("a", "headline-exceeds-text", True)]
    other = told("a", "nobody has answered the letters of the villagers", headline=line)
    assert find_drift([], [other], aside=[titled("a", line, other)]) == ()


def test_another_event_is_no_drift() -> None:
    a = told("a", "the Navy bought 40 boats in Lugovsk on 3 May 2026", by="Belov", name="Belov")
    b = told("b", "the Coast Guard bought 75 boats in Arda on 9 June 2026", by="Belov", name="Belov")
    assert find_drift(chain(a, b), [a, b]) == ()


def test_what_stands_beside_the_words_of_its_source_is_not_unsourced() -> None:
    a = told("a", "they came at one with dogs and three buses", by="a cook")
    lead = told("b", "police used dogs and three buses", after=" Sixty men were taken, a cook said.")
    said = told("b", "Sixty men were taken", by="a cook", before="police used dogs and three buses. ")
    same = Statement(
        **{name: getattr(said, name) for name in said.__slots__ if name != "document"}, document=lead.document
    )
    assert find_drift([("doc_a", "doc_b")], [a, lead, same]) == ()


def test_a_thousand_documents_behind_hops_are_each_held_against_their_own_source() -> None:
    """Which documents are unread was once worked out anew for each: 1,000 took 0.64 s of CPU, where 2,000 take 0.05 now."""
    documents = [
        told(str(i), "около 3 000 граждан" if i % 2 else ROOT, by="Belov", language="ru" if i % 2 else "en")
        for i in range(2000)
    ]
    edges = [(f"hop_{i % 500}", item.document.id) for i, item in enumerate(documents)]
    assert find_drift(edges, documents) == ()


WORDINGS = [
    "about 3,000 citizens were serving in rear units",
    "3,000 citizens were serving in rear units",
    "3,000 men were not serving in rear units on Tuesday",
    "some 30,000 citizens will possibly fight at the front in Lugovsk",
    "the ministry sent all of the citizens to the front on Friday",
]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from([None, "Belov", "a clerk"])), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
)
def test_any_graph_gives_drift_that_points_into_its_documents(
    made: list[tuple[int, str | None]], edges: list[tuple[int, int]]
) -> None:
    documents = [told(str(i), WORDINGS[which], by=by) for i, (which, by) in enumerate(made)]
    texts = {item.document.id: item.document.text for item in documents}
    drift = find_drift([(f"doc_{one}", f"doc_{two}") for one, two in edges], documents)
    for item in drift:
        for place in (item.source, item.to):
            assert place is None or texts[place.document][place.start : place.end] == place.exact
        assert item.why.endswith(".")
    assert len(set(drift)) == len(drift)
    assert drift == find_drift([(f"doc_{one}", f"doc_{two}") for one, two in edges], documents)
