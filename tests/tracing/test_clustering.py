"""Which claim a statement belongs to: verdicts, judgements, mergers and splits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.claim import DriftKind, claim_id
from sayso.domain.judgement import Judgement, JudgementKind, judgement_id
from sayso.domain.span import Span
from sayso.tracing.clustering import Assignment, Candidate, Claimed, Judged, age_of, choose_claim, cluster, in_turn
from sayso.tracing.comparison import Difference, Verdict
from sayso.tracing.statement import Statement
from tests.tracing.pairs import state

SAME, MAYBE, NO = Verdict(True, 0.95, ("the same words",)), Verdict(True, 0.6, ("alike",)), Verdict(False, 0.01, ())
Verdicts = Mapping[frozenset[str], Verdict]


def statements(count: int) -> list[Statement]:
    """Statements a, b, c … of one document each, in order of age."""
    one = state("{S Traders} {C said} {X officers seized 40 men at the market}.")
    return [
        replace(
            one,
            attribution=replace(one.attribution, id=f"att_{chr(97 + at)}"),
            document=replace(one.document, id=f"doc_{chr(97 + at)}"),
            order=at + 1,
        )
        for at in range(count)
    ]


def judge(
    kind: JudgementKind, one: str, other: str, made: str = "2026-01-01T00:00:00Z", undone: str | None = None
) -> Judgement:
    """An analyst's judgement of two attributions."""
    return Judgement(
        judgement_id(kind, one, other, "ana", made),
        kind,
        f"att_{one}",
        f"att_{other}",
        None,
        None,
        None,
        "ana",
        made,
        undone,
    )


def same(one: str, other: str, made: str = "2026-01-01T00:00:00Z") -> Judgement:
    return judge(JudgementKind.SAME, one, other, made)


def differ(one: str, other: str, made: str = "2026-01-01T00:00:00Z") -> Judgement:
    return judge(JudgementKind.DIFFER, one, other, made)


def claims(count: int, verdicts: Mapping[str, Verdict], *judgements: Judgement) -> list[str]:
    """Claims as strings of their members ("ab", "c"); `verdicts` by pairs of letters ("ab")."""
    known = {frozenset(f"att_{letter}" for letter in pair): verdict for pair, verdict in verdicts.items()}

    def verdict(one: Statement, other: Statement) -> Verdict | None:
        return known.get(frozenset({one.id, other.id}))

    found = cluster(statements(count), verdict, Judged(judgements))
    groups: dict[str, str] = {}
    for attribution, claim in sorted(found.items()):
        groups[claim] = groups.get(claim, "") + attribution.removeprefix("att_")
    assert all(claim == claim_id(f"att_{members[0]}") for claim, members in groups.items())
    return sorted(groups.values())


def test_what_verdicts_call_the_same_is_one_claim_by_the_id_of_its_oldest() -> None:
    assert claims(3, {"ab": SAME, "bc": NO}) == ["ab", "c"]


def test_a_statement_goes_to_the_claim_that_it_is_nearest_to() -> None:
    assert claims(3, {"ac": MAYBE, "bc": SAME}) == ["a", "bc"]


def test_a_member_that_belongs_to_both_makes_one_of_two_claims() -> None:
    assert claims(3, {"ac": SAME, "bc": SAME}) == ["abc"]
    assert claims(3, {"ac": SAME, "bc": MAYBE}) == ["ac", "b"]


def test_a_merger_keeps_the_older_claims_id_and_names_the_other() -> None:
    first, second, third = statements(3)
    held = {claim_id(item.id): Claimed(claim_id(item.id), (item.id,), age_of(item)) for item in (first, second)}
    candidates = [Candidate(item, claim_id(item.id), SAME) for item in (second, first)]
    found = choose_claim(third, candidates, held, Judged())
    assert found == Assignment("clm_a", ("clm_b",), ("the same words",))


def test_a_statement_older_than_its_claim_gives_it_its_id() -> None:
    first, second = statements(2)
    held = {"clm_b": Claimed("clm_b", ("att_b",), age_of(second))}
    found = choose_claim(first, [Candidate(second, "clm_b", SAME)], held, Judged())
    assert (found.claim, found.merged) == ("clm_a", ("clm_b",))


def test_a_headline_and_its_sentence_join_a_claim_that_only_one_of_them_is_near_to() -> None:
    first, headline, sentence = statements(3)
    sentence = replace(sentence, document=headline.document)
    held = {
        "clm_a": Claimed("clm_a", ("att_a",), age_of(first)),
        "clm_b": Claimed("clm_b", ("att_b",), age_of(headline)),
    }
    candidates = [Candidate(first, "clm_a", MAYBE), Candidate(headline, "clm_b", SAME)]
    assert choose_claim(sentence, candidates, held, Judged()).claim == "clm_a"
    assert choose_claim(sentence, candidates, held, Judged()).merged == ("clm_b",)


def headline_over(sentence: Statement) -> Statement:
    """A headline of its document, which stands before it."""
    document = replace(sentence.document, headline=Span.of(sentence.document.text, 0, 4))
    content = (Span.of(document.text, 0, 4),)
    return replace(sentence, document=document, attribution=replace(sentence.attribution, id="att_0", content=content))


def test_a_headline_goes_with_its_own_text_and_brings_no_other_claim_in() -> None:
    other, sentence = statements(2)
    headline = headline_over(sentence)
    held = {
        "clm_a": Claimed("clm_a", ("att_a",), age_of(other)),
        "clm_b": Claimed("clm_b", ("att_b",), age_of(sentence)),
    }
    surer = Verdict(True, 0.99, ("the same number",))
    candidates = [Candidate(other, "clm_a", surer), Candidate(sentence, "clm_b", MAYBE)]
    found = choose_claim(headline, candidates, held, Judged())
    assert "clm_a" not in (found.claim, *found.merged)
    assert (found.claim, found.merged) == ("clm_0", ("clm_b",))  # it is older than the sentence below it


def test_a_headline_whose_own_text_says_something_else_may_go_elsewhere() -> None:
    other, sentence = statements(2)
    held = {"clm_a": Claimed("clm_a", ("att_a",), age_of(other))}
    assert choose_claim(headline_over(sentence), [Candidate(other, "clm_a", SAME)], held, Judged()).claim == "clm_a"


def test_headlines_get_their_claims_after_their_texts() -> None:
    _, sentence, later = statements(3)
    headline = headline_over(sentence)
    assert sorted([later, headline, sentence], key=in_turn) == [sentence, headline, later]


def test_members_that_speak_against_a_newcomer_outvote_a_doubtful_one() -> None:
    against = replace(NO, differences=(Difference(DriftKind.PLACE_CHANGED, "Harl", "Vesk"),))
    together = {"ab": SAME, "ac": SAME, "bc": SAME}
    assert claims(4, {**together, "ad": MAYBE, "bd": against, "cd": against}) == ["abc", "d"]
    assert claims(4, {**together, "ad": SAME, "bd": against, "cd": against}) == ["abcd"]


def test_same_outranks_the_verdicts_and_passes_on() -> None:
    assert claims(3, {"ab": NO, "ac": NO, "bc": NO}, same("a", "b"), same("b", "c")) == ["abc"]


def test_differ_outranks_the_verdicts() -> None:
    assert claims(2, {"ab": SAME}, differ("a", "b")) == ["a", "b"]


def test_differ_keeps_apart_what_analysts_put_with_either() -> None:
    assert claims(3, {"ac": SAME, "bc": SAME}, same("b", "c"), differ("a", "b")) == ["a", "bc"]


def test_what_only_the_model_put_with_both_goes_to_the_nearer_one() -> None:
    assert claims(3, {"ab": SAME, "ac": SAME, "bc": MAYBE}, differ("a", "b")) == ["ac", "b"]
    assert claims(3, {"ab": SAME, "ac": MAYBE, "bc": SAME}, differ("a", "b")) == ["a", "bc"]


def test_a_judgement_that_was_undone_says_nothing() -> None:
    undone = judge(JudgementKind.DIFFER, "a", "b", undone="2026-01-02T00:00:00Z")
    assert claims(2, {"ab": SAME}, undone) == ["ab"]


def test_of_judgements_that_contradict_each_other_the_newer_one_holds() -> None:
    older, newer = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"
    assert claims(2, {"ab": SAME}, same("a", "b", older), differ("a", "b", newer)) == ["a", "b"]
    assert claims(2, {"ab": NO}, differ("a", "b", older), same("a", "b", newer)) == ["ab"]
    judged = Judged([same("a", "b", older), differ("a", "b", newer)])
    assert [(item.judgement.made, item.why) for item in judged.overruled] == [
        (older, "a newer judgement says that att_a and att_b differ")
    ]


def test_of_two_in_one_second_the_one_that_was_given_later_holds() -> None:
    assert claims(2, {"ab": SAME}, same("a", "b"), differ("a", "b")) == ["a", "b"]
    assert claims(2, {"ab": NO}, differ("a", "b"), same("a", "b")) == ["ab"]


def test_a_same_that_would_join_what_differs_is_overruled() -> None:
    judged = Judged([differ("a", "c", "2026-01-03"), same("b", "c", "2026-01-02"), same("a", "b", "2026-01-01")])
    assert judged.same_as("att_b") == {"att_b", "att_c"}
    assert [item.judgement.subject for item in judged.overruled] == ["att_a"]


def test_of_another_judgement_nothing_is_asked() -> None:
    judged = Judged([judge(JudgementKind.ONE_ROOT, "a", "b"), judge(JudgementKind.CORRECT, "a", "b")])
    assert judged.same_as("att_a") == {"att_a"} and not judged.differ(["att_a"], ["att_b"])


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_in_which_candidates_come_makes_no_difference(order: tuple[int, ...]) -> None:
    *others, last = statements(4)
    held = {claim_id(item.id): Claimed(claim_id(item.id), (item.id,), age_of(item)) for item in others}
    candidates = [
        Candidate(item, claim_id(item.id), verdict) for item, verdict in zip(others, (SAME, MAYBE, SAME), strict=True)
    ]
    found = choose_claim(last, [candidates[at] for at in order], held, Judged())
    assert (found.claim, found.merged) == ("clm_a", ("clm_c",))


COUNT = 7
LETTERS = "abcdefg"
PAIRS = [one + other for one in LETTERS for other in LETTERS if one < other]


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([SAME, MAYBE, NO])),
    st.lists(
        st.tuples(st.sampled_from(PAIRS), st.sampled_from([same, differ])), max_size=8, unique_by=lambda item: item[0]
    ),
)
def test_judgements_hold_and_clustering_twice_gives_the_same(
    verdicts: dict[str, Verdict], told: list[tuple[str, object]]
) -> None:
    judgements = [
        judgement(pair[0], pair[1], f"2026-01-01T00:00:{at:02}Z")  # type: ignore[operator]
        for at, (pair, judgement) in enumerate(told)
    ]
    found = claims(COUNT, verdicts, *judgements)
    assert found == claims(COUNT, dict(reversed(list(verdicts.items()))), *reversed(judgements))
    overruled = {item.judgement.id for item in Judged(judgements).overruled}
    where = {letter: group for group in found for letter in group}
    for judgement in judgements:
        if judgement.id not in overruled:
            together = where[judgement.subject[-1]] == where[(judgement.object or "")[-1]]
            assert together is (judgement.kind is JudgementKind.SAME)


def test_clustering_a_claim_again_gives_it_the_ids_that_it_had() -> None:
    verdicts = {one + other: SAME for one, other in pairwise("abcdef")}
    assert claims(6, verdicts) == ["abcdef"]
    assert claims(6, verdicts, differ("a", "f")) == ["abcde", "f"]
