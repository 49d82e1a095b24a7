"""A verdict as schema.org's ClaimReview."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access, Lineage, Root
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import SaysoError
from sayso.serialise.claim_review import SHORT, claim_review_record
from tests.store.builders import AT, article, lineage

FIRST = article("the dam would hold", url="https://quay.example/dam")
SECOND = article("the dam would surely hold", url="https://pier.example/dam", outlet="The Pier", title="Dam is sure")
HELD = {reading.document.id: reading.document for reading in (FIRST, SECOND)}


def verdict(word: str) -> Judgement:
    return Judgement("jdg_1", JudgementKind.VERDICT, "att_1", None, "verdict", word, "it fell", "Ada", AT)


def review(word: str = "refuted", of: Lineage | None = None, url: str | None = None) -> dict:  # type: ignore[type-arg]
    return claim_review_record(of or lineage(FIRST, SECOND), verdict(word), HELD, url=url)


def test_it_has_what_a_review_must_have() -> None:
    found = review(url="https://checks.example/dam")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "ClaimReview")
    assert found["claimReviewed"] == "the dam would hold"
    assert found["url"] == "https://checks.example/dam"
    assert found["author"] == {"@type": "Person", "name": "Ada"}
    assert (found["datePublished"], found["reviewBody"]) == (AT, "it fell")
    assert review()["url"] == review()["@id"] == "urn:sayso:jdg_1"
    with pytest.raises(SaysoError, match="no address of a page"):
        review(url="javascript:alert(1)")


def test_what_is_open_has_no_number() -> None:
    assert review("refuted")["reviewRating"] == {
        "@type": "Rating", "alternateName": "Refuted", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert review("confirmed")["reviewRating"]["ratingValue"] == 5
    assert review("open")["reviewRating"] == {"@type": "Rating", "alternateName": "Open"}


def test_each_root_is_a_claimant_with_the_documents_that_lead_back_to_it() -> None:
    insider, clerk = review()["itemReviewed"]
    assert insider["author"] == {"@type": "Person", "name": "an insider", "description": "unnamed source"}
    # 01:00 in London was three hours before 23:00 of the day before in New York.
    assert [item["publisher"]["name"] for item in insider["appearance"]] == ["The Pier", "The Quay"]
    assert insider["firstAppearance"]["url"] == "https://pier.example/dam"
    assert insider["datePublished"] == "2026-03-03T01:00:00+00:00"
    assert [item["headline"] for item in clerk["appearance"]] == ["Dam is sure"]
    assert insider["@id"] == clerk["@id"]


def test_a_paper_is_no_author_and_without_a_root_there_is_none() -> None:
    made = lineage(FIRST, SECOND)
    paper = Root("root_1", "the plan", PartyKind.DOCUMENT, Naming.NAMED, Access.DOCUMENT, None, (FIRST.document.id,))
    unknown = replace(paper, id="root_2", name="Meridian", kind=PartyKind.UNKNOWN)
    first, second = review(of=replace(made, roots=(paper, unknown)))["itemReviewed"]
    assert "author" not in first
    assert first["isBasedOn"] == {"@type": "CreativeWork", "name": "the plan"}
    assert second["author"] == "Meridian"
    (alone,) = review(of=replace(made, roots=()))["itemReviewed"]
    assert "author" not in alone
    assert len(alone["appearance"]) == 2


def test_only_an_address_of_a_page_is_one() -> None:
    held = {id: replace(document, url="javascript:alert(1)") for id, document in HELD.items()}
    found = claim_review_record(lineage(FIRST, SECOND), verdict("open"), held)
    assert all("url" not in item for claim in found["itemReviewed"] for item in claim["appearance"])


def test_a_long_wording_is_cut_between_words_and_kept_whole_in_the_claim() -> None:
    made = lineage(FIRST, SECOND)
    words = "the dam would hold " * 10
    found = review(of=replace(made, claim=replace(made.claim, text=words)))
    assert len(found["claimReviewed"]) <= SHORT
    assert found["claimReviewed"].endswith(("hold…", "would…", "dam…", "the…"))
    assert found["itemReviewed"][0]["text"] == words
