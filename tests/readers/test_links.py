import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.html import read_html
from sayso.readers.links import MOST_LINKS
from sayso.readers.plain import read_plain
from tests.readers.builders import LEAD, article, json_ld, linked, links_of, page

PIER = "https://halden.example/pier"
LINK = f'<a href="{PIER}">report on the pier</a>'


def test_links_in_the_text_with_their_words() -> None:
    body = (
        f"<p>A {LINK} says that <a href='/mayor'>the&nbsp;<b>mayor</b>\n of Lugovsk</a> knew about it for a whole year.</p>"
        "<ul><li>One inquiry was opened by <a href='../council'>“the council”,</a> as it said in a letter of its own.</li></ul>"
        "<table><tr><td>Pier</td><td>cracked in <a href='?year=2025'>2025</a></td></tr></table>"
    )
    assert links_of(body) == [
        (PIER, "report on the pier", False),
        ("https://quay.example/mayor", "the mayor of Lugovsk", False),
        ("https://quay.example/council", "“the council”,", False),
        ("https://quay.example/bridge?year=2025", "2025", False),
    ]


def test_links_are_relative_to_the_base_or_the_canonical_address() -> None:
    body = "<p>The <a href='pier'>report on the pier</a> was shown to the reporters by an engineer.</p>"
    assert links_of(body, '<base href="https://halden.example/papers/">')[0][0] == "https://halden.example/papers/pier"
    assert (
        links_of(body, '<link rel="canonical" href="https://quay.example/a/b">', url=None)[0][0]
        == "https://quay.example/a/pier"
    )
    assert links_of(body, url=None) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>Words of an article with <a href='javascript:x()'>a script</a>, <a href='data:text/html,x'>data</a>, <a href='mailto:a@b.example'>mail</a>.</p>",
        "<p>The <a href='#note'>note below</a> and <a href='https://www.quay.example/bridge/?utm_source=x'>this very article</a> lead nowhere else.</p>",
        "<p>Words of an article with <a href='https://halden.example/icon'><img src='x.png' alt='an icon'></a> <a href='/up'>↑</a> no words.</p>",
        "<p>By <a rel='author' href='/ann'>Ann Writer</a>, who has reported from the lower town for many years.</p>",
        "<p>Read also: <a href='/flood'>Flood in the lower town leaves two families without a home</a></p>",
        "<p>Follow us on <a href='https://social.example/quay'>Social</a> and <a href='https://t.example/quay'>Telegram</a> for more of it.</p>",
        "<div class='related-posts'><p><a href='/flood'>Flood in the lower town leaves two families without a home</a></p></div>",
        "<ul class='share-buttons'><li><a href='https://social.example/share'>Share</a></li></ul>",
    ],
    ids=["schemes", "itself", "no words", "author", "read also", "follow", "related", "share"],
)
def test_links_that_are_none_of_the_texts(body: str) -> None:
    assert links_of(body) == []


def test_the_same_words_twice_are_placed_in_order() -> None:
    body = "".join(
        f"<p>Here stands another <a href='/report-{n}'>report</a>, and that report is on the year {n} and no other.</p>"
        for n in range(5)
    )
    document = read_html(page(body), url="https://quay.example/bridge")
    places = [link.words.start for link in document.links if link.words]
    assert linked(document) == [(f"https://quay.example/report-{n}", "report", False) for n in range(5)]
    assert places == sorted(set(places))


def test_headline_and_teaser_before_the_text_do_not_mislead() -> None:
    teaser = f"<div><p><a href='/teaser'>{LEAD}</a></p></div>"
    body = f"<p>A {LINK} was shown to the reporters by an engineer who has left the town since.</p>"
    markup = page(body).replace(b"<article>", teaser.encode() + b"<article>")
    assert linked(read_html(markup, url="https://quay.example/bridge")) == [(PIER, "report on the pier", False)]


def test_passage_that_extraction_changes_still_has_its_links() -> None:
    body = f"<p>The engineers of the town wrote <iframe>no words</iframe> a {LINK}<sup>1</sup> and sent it<button>copy</button> to the council.</p>"
    assert links_of(body) == [(PIER, "report on the pier", False)]


def test_trackers_and_passwords_are_dropped_and_each_address_stands_once() -> None:
    body = (
        f"<p>The first <a href='{PIER}?utm_source=quay#top'>report</a> and <a href='https://ann:pw@halden.example/pier'>again</a> it is one.</p>"
        f"<p>Source: <a href='{PIER}'>Halden Institute</a></p>"
    )
    assert links_of(body) == [(PIER, "report", True)]


@pytest.mark.parametrize(
    "credit",
    [
        "Source: {}",
        "Sources: the ministry, {} and others",
        "Source – {}",
        "<b>Original source</b> {}",
        "(via {})",
        "Via {}",
        "h/t {}",
        "Источник: {}",
        "Джерело: {}",
        "Originally published by {}.",
        "This article was first published on 3 March by {}.",
        "This story originally appeared in {} and is shown here with permission.",
        "This report has been translated from {}.",
        "Republished from the {} under a licence.",
        "The post <a href='/x'>Bridge</a> appeared first on {}.",
    ],
)
def test_credits_make_a_link_the_origin(credit: str) -> None:
    found = {href: origin for href, _, origin in links_of(f"<p>{credit.format(LINK)}</p>")}
    assert found[PIER] is True


@pytest.mark.parametrize(
    "words",
    ["Source", "source link", "Original article", "Read the original story", "Источник", "(via)", "Source: Halden"],
)
def test_words_of_a_link_make_it_the_origin(words: str) -> None:
    body = f"<p>The engineers of the town wrote a long report on the pier [<a href='{PIER}'>{words}</a>].</p>"
    assert [origin for _, _, origin in links_of(body)] == [True]


@pytest.mark.parametrize(
    "prose",
    [
        "The convoy travelled via {} and then went on to the coast for two days.",
        "The ministry, a source: of many, said that {} was wrong about all of it in the end, and gave its reasons.",
        "Its open-source tools are described in {} and have been used before.",
        "The book was first published in {} and has been out of print for years.",
        "This article was updated after {} had answered the questions of the reporters.",
        "The source told {} that the pier had been cracked for a year or more.",
        "Source-based reporting, as in {}, takes longer and costs more than this.",
    ],
)
def test_links_in_prose_are_no_origin(prose: str) -> None:
    assert links_of(f"<p>{prose.format(LINK)}</p>") == [(PIER, "report on the pier", False)]


def test_origin_that_extraction_leaves_out_is_kept_without_words() -> None:
    body = f"</article><div class='source'>Source link: <a href='{PIER}'>Halden Institute</a></div><article>"
    document = read_html(
        page().replace(b"</article>", body.encode() + b"</article>"), url="https://quay.example/bridge"
    )
    assert linked(document) == [(PIER, None, True)]


@pytest.mark.parametrize("outer", ["figure", "nav", "aside", "section class='comments'"])
def test_credit_of_a_picture_or_in_a_menu_is_not_the_texts(outer: str) -> None:
    body = f"<{outer}><p>Source: <a href='{PIER}'>Halden Institute</a></p></{outer.split()[0]}>"
    assert not any(origin for _, _, origin in links_of(body))


def test_origins_of_the_metadata_come_last_or_join_the_link_in_the_text() -> None:
    head = json_ld(article(isBasedOn=[PIER, "https://wire.example/1", "https://quay.example/bridge"]))
    assert links_of(f"<p>A {LINK} was shown to the reporters by an engineer.</p>", head) == [
        (PIER, "report on the pier", True),
        ("https://wire.example/1", None, True),
    ]


def test_bare_addresses_on_a_page() -> None:
    assert links_of(f"<p>The report is at {PIER}. Nobody has answered it so far, said the engineer.</p>") == [
        (PIER, PIER, False)
    ]


def test_links_beyond_the_limit_are_counted_and_origins_kept() -> None:
    notes: list[str] = []
    items = "".join(
        f"<p>Some words of prose stand here before <a href='/l{n}'>number {n}</a> and after it.</p>" for n in range(600)
    )
    document = read_html(
        page(items + f"<p>Source: {LINK}</p>"), url="https://quay.example/bridge", on_note=notes.append
    )
    assert len(linked(document)) == MOST_LINKS
    assert document.links[-1].origin
    assert notes == ["https://quay.example/bridge has 601 links; 500 of them were kept."]


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"word <a href='/l{n}'>{n}</a>" for n in range(2_000)),
        "<a href='/x'>" * 200 + "words" + "</a>" * 200,
        "<a href='" + "x" * 1_000_000 + "'>a long one</a>",
        "<p>" + "https://a.example/((( " * 5_000,
        "<p>" + "t.me/" * 50_000,
        "<p>" + "Source: via " * 20_000 + "<a href='/x'>x</a>",
    ],
    ids=["many", "nested", "long", "brackets", "no blanks", "credits"],
)
def test_hostile_links(body: str) -> None:
    assert len(links_of(body)) <= MOST_LINKS


WORDS = st.lists(
    st.sampled_from("“the” mayor’s old pier, 🌉 of-the Tarn (2025) وقال мост é —".split()), min_size=1, max_size=6
).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8))
def test_every_link_is_placed_where_its_words_are(paragraphs: list[tuple[str, str, str]]) -> None:
    body = "".join(
        f"<p>Passage {n} of the text begins {before} <a href='/l{n}'>{words}</a> {after} and ends here.</p>"
        for n, (before, words, after) in enumerate(paragraphs)
    )
    document = read_html(page(body), url="https://quay.example/bridge")
    expected = [(n, words) for n, (_, words, _) in enumerate(paragraphs) if any(map(str.isalnum, words))]
    assert linked(document) == [(f"https://quay.example/l{n}", words, False) for n, words in expected]
    for link, (n, _) in zip(document.links, expected, strict=True):
        assert link.words is not None
        assert f"Passage {n} of" in document.text[: link.words.start].rpartition("\n\n")[2]


def plain(text: str, url: str | None = None) -> list[tuple[str, str | None, bool]]:
    return linked(read_plain(text.encode(), url=url, furniture=[r"read more: .*"]))


def test_bare_addresses_in_plain_text() -> None:
    text = (
        "Bridge to open\n\nSee https://halden.example/pier?utm_source=x#top, (http://Wire.example/a_(b)) and www.tarn.example/x…\n"
        "Posted in t.me/lugovsk/114.\nRead more: https://quay.example/flood\n[The paper](https://halden.example/paper) ends.\n"
    )
    assert plain(text) == [
        (PIER, "https://halden.example/pier?utm_source=x#top", False),
        ("http://wire.example/a_(b)", "http://Wire.example/a_(b)", False),
        ("https://www.tarn.example/x", "www.tarn.example/x", False),
        ("https://t.me/lugovsk/114", "t.me/lugovsk/114", False),
        ("https://halden.example/paper", "https://halden.example/paper", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Source: {PIER}\n\nThe mayor said that it was safe.",
        f"Bridge to open\n\nvia {PIER}\n\nThe mayor said that it was safe.",
        f"The mayor said that it was safe.\n\nSource: Halden Institute, {PIER}\n",
        f"The mayor said that it was safe.\n\nSource:\n{PIER}\n\nRead more: https://quay.example/flood",
        f"The mayor said that it was safe.\n\nOriginally published at {PIER}.",
    ],
)
def test_first_or_last_line_names_the_origin(text: str) -> None:
    assert [(href, origin) for href, _, origin in plain(text)] == [(PIER, True)]


def test_other_lines_and_headers_of_plain_text_are_text() -> None:
    text = f"Outlet: The Quay\nPublished: 2026-01-02\n\nForwarded from Halden\nSource: {PIER}\n\nThe mayor said that it was safe."
    document = read_plain(text.encode())
    assert (document.outlet, document.published, linked(document)) == (None, None, [(PIER, PIER, False)])


def test_address_of_a_text_itself_is_no_link() -> None:
    assert plain(f"A text.\n\n{PIER}", url="https://www.halden.example/pier/") == []


def test_date_given_for_plain_text_is_in_one_form() -> None:
    assert read_plain(b"A text.", published="2026-01-02 10:00Z").published == "2026-01-02T10:00:00Z"
