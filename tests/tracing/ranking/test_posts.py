"""Posts are taken apart: tags, addresses, signatures."""

from __future__ import annotations

import pytest

from sayso.tracing.ranking.posts import read_post, split_tag


@pytest.mark.parametrize(
    ("tag", "words"),
    [("SaveTheFerry", "Save The Ferry"), ("realAdaVik", "real Ada Vik"), ("NHS2026", "NHS 2026"), ("ferry", "ferry")],
)
def test_a_tag_is_taken_apart_at_its_capitals(tag: str, words: str) -> None:
    assert split_tag(tag) == words


def test_a_signature_gives_author_and_date_and_leaves_the_text() -> None:
    post = read_post("The ferry sank. pic.twitter.com/abc — Ada Vik (@AdaVik) October 3, 2026")
    assert post.text == "The ferry sank."
    assert post.authors == ("Ada Vik",)
    assert post.dates == ((2026, 10),)


def test_addresses_go_even_where_they_are_glued_to_a_word() -> None:
    assert (
        read_post("Look at this!https://t.co/xyz #SaveTheFerryhttps://t.co/abc").text == "Look at this! Save The Ferry"
    )


def test_an_ordinary_sentence_stays_as_it_is() -> None:
    post = read_post("Orlov said that it rained.")
    assert (post.text, post.authors, post.dates) == ("Orlov said that it rained.", (), ())
