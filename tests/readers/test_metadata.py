import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.html import read_html
from tests.readers.builders import article, json_ld, page, says

OPEN_GRAPH = (
    '<meta property="og:site_name" content="The Quay Online"><meta property="article:author" content="Bob Penner">'
    '<meta property="article:published_time" content="2026-01-05T08:00:00Z">'
    '<meta property="article:modified_time" content="2026-01-06T08:00:00Z">'
)
OWN = article(
    datePublished="2026-01-02T10:00:00+02:00",
    dateModified="2026-01-03",
    author={"@type": "Person", "name": "Ann Writer"},
    publisher={"@type": "Organization", "name": "The Quay"},
)


@pytest.mark.parametrize(
    "head",
    [
        json_ld(OWN),
        json_ld([{"@type": "BreadcrumbList"}, OWN]),
        json_ld({"@graph": [{"@type": "WebSite", "name": "Quay site"}, OWN]}),
        json_ld({"@type": "WebPage", "mainEntity": OWN}),
        json_ld({**OWN, "@type": ["Thing", "https://schema.org/BlogPosting"]}),
        json_ld({f"schema:{key}" if key[0] != "@" else key: value for key, value in OWN.items()}),
        json_ld({**OWN, "author": ["Ann Writer", "https://quay.example/ann"], "publisher": "The Quay"}),
        json_ld({**OWN, "author": {"givenName": "Ann", "familyName": "Writer"}}),
        json_ld(OWN).replace('json">', 'json; charset=utf-8">//<![CDATA[\n').replace("</script>", "\n//]]></script>"),
    ],
    ids=["alone", "list", "graph", "main entity", "types", "prefixes", "strings", "name in parts", "wrapped"],
)
def test_json_ld_outranks_open_graph(head: str) -> None:
    said = says(head + OPEN_GRAPH)
    assert (said.outlet, said.author) == ("The Quay", "Ann Writer")
    assert (said.published, said.modified) == ("2026-01-02T10:00:00+02:00", "2026-01-03")


def test_nodes_that_name_each_other_by_id() -> None:
    said = says(
        json_ld(
            {
                "@graph": [
                    article(author=[{"@id": "#ann"}, {"@id": "#bob"}], publisher={"@id": "#quay"}),
                    {"@type": "Person", "@id": "#ann", "name": "Ann Writer", "worksFor": {"@id": "#quay"}},
                    {"@type": "Person", "@id": "#bob", "name": "Bob Penner"},
                    {"@type": "Organization", "@id": "#quay", "name": "The Quay", "employee": {"@id": "#ann"}},
                ]
            }
        )
    )
    assert (said.outlet, said.author) == ("The Quay", "Ann Writer; Bob Penner")


def test_open_graph_fills_what_json_ld_lacks() -> None:
    said = says(json_ld(article(author="Ann Writer")) + OPEN_GRAPH)
    assert (said.outlet, said.author, said.published) == ("The Quay Online", "Ann Writer", "2026-01-05T08:00:00Z")


def test_time_of_the_same_day_is_taken_from_wherever_it_is() -> None:
    said = says(json_ld(article(datePublished="2026-01-05")) + OPEN_GRAPH)
    assert said.published == "2026-01-05T08:00:00Z"


def test_page_of_no_article_tells_its_dates() -> None:
    said = says(
        json_ld({"@graph": [{"@type": "WebPage", "datePublished": "2026-01-02"}, {"@type": "WebSite", "name": "Quay"}]})
    )
    assert (said.outlet, said.published) == ("Quay", "2026-01-02")


def test_own_article_is_known_by_its_address_or_headline() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Flood in the lower town",
        "url": "https://quay.example/flood",
        "author": "Bob Penner",
    }
    by_headline = json_ld([other, article(author="Ann Writer")])
    by_address = json_ld([other, {"@type": "Article", "url": "/bridge", "author": "Ann Writer"}])
    assert says(by_headline).author == says(by_address, url="https://quay.example/bridge").author == "Ann Writer"
    assert says(json_ld([other, {**other, "headline": "Rain", "url": "https://quay.example/rain"}])).author is None
    assert says(json_ld(other), url="https://quay.example/bridge").author is None


def test_listed_articles_are_not_the_pages() -> None:
    listed = {"@type": "ItemList", "itemListElement": [article(author="Bob Penner")]}
    assert says(json_ld(listed)).author is None


@pytest.mark.parametrize(
    "block", ['{"@type": "NewsArticle", "author": "Ann', "[" * 100_000, '{"a":' + "1" * 10_000 + "}", "{\\ud800"]
)
def test_broken_json_ld_is_ignored_with_a_note(block: str) -> None:
    notes: list[str] = []
    broken = f'<script type="application/ld+json">{block}</script>'
    assert says(broken + json_ld(article(author="Ann Writer")), notes=notes).author == "Ann Writer"
    assert "a block of metadata that is no valid JSON-LD" in notes[0]


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        True,
        [],
        {},
        [[["x"]]],
        {"name": {"name": {"name": "x"}}},
        {"@id": "#self"},
        [None] * 50,
        "x" * 5_000,
        "<b></b>",
    ],
)
def test_odd_values_are_no_names(value: object) -> None:
    node = article(
        author=value,
        publisher=value,
        datePublished=value,
        dateModified=value,
        url=value,
        isBasedOn=value,
        citation=value,
    )
    said = says(json_ld({"@graph": [node, {"@id": "#self", "@graph": {"@id": "#self"}, "author": {"@id": "#self"}}]}))
    assert said.author in (None, "7", "x")
    assert said.published is None
    assert said.sources == ()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["#a", "#b", "/x", "2026-01-02"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "@id @type @graph @value name url author publisher headline datePublished isBasedOn".split()
            ),
            inner,
        )
    ),
    max_leaves=20,
)


@given(
    st.lists(VALUES, max_size=3),
    st.fixed_dictionaries(dict.fromkeys(("author", "publisher", "isBasedOn", "url", "@id"), VALUES)),
)
def test_any_json_is_read_without_a_fault(nodes: list[object], fields: dict[str, object]) -> None:
    said = says(json_ld({"@graph": [*nodes, article(**fields)]}))
    for words in (said.outlet, said.author, *said.sources):
        assert words is None or words.encode("utf-8").strip()


def test_many_nodes_and_long_blocks_are_read_to_the_limit() -> None:
    notes: list[str] = []
    head = json_ld(OWN) + json_ld([article(author=f"Writer {n}", text="x" * 100) for n in range(20_000)])
    assert says(head, notes=notes).author == "Ann Writer"
    assert "more than 2,000,000 characters of metadata" in notes[0]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="By Ann Writer"><meta name="date" content="2026-01-02">', ""),
        ('<meta name="parsely-author" content="Ann Writer"><meta name="parsely-pub-date" content="2026-01-02">', ""),
        (
            "",
            '<p itemprop="author" itemscope><b itemprop="name">Ann Writer</b><meta itemprop="datePublished" content="2026-01-02"></p>',
        ),
        ("", '<i itemprop="author">Ann Writer</i><time itemprop="datePublished" datetime="2026-01-02">today</time>'),
        ('<meta name="author" content="Ann Writer">', '<time pubdate datetime="2026-01-02">2 January</time>'),
        (
            '<meta name="author" content="Ann Writer">',
            '<time class="entry-date published" datetime="2026-01-02">2 January</time>',
        ),
    ],
)
def test_meta_elements_microdata_and_times(head: str, body: str) -> None:
    said = says(head, body)
    assert (said.author, said.published) == ("Ann Writer", "2026-01-02")


def test_date_of_another_article_or_a_comment_is_not_the_pages() -> None:
    teaser = '</article><article><h2>Flood</h2><time class="published" datetime="2026-01-09"></time><p itemprop="author">Bob</p>'
    comment = '<div itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2026-02-01"></time></div>'
    said = says(body=comment + teaser)
    assert (said.author, said.published) == (None, None)


@pytest.mark.parametrize("default", ["0001-01-01T00:00:00Z", "1970-01-01", "2031-01-01", "0000-00-00 00:00:00", "soon"])
def test_nonsense_dates_are_left_out_with_a_note(default: str) -> None:
    notes: list[str] = []
    said = says(json_ld(article(datePublished=default)) + OPEN_GRAPH, notes=notes)
    assert said.published == "2026-01-05T08:00:00Z"
    assert notes == [
        f"page.html says that it was published {default!r}, which is no date that can be; it was left out."
    ]


def test_address_is_the_one_of_the_same_site() -> None:
    head = '<link rel="canonical" href="/bridge"><meta property="og:url" content="https://ann:pw@quay.example/bridge?utm_source=x">'
    assert says(head, url="https://www.quay.example/bridge?from=rss").address == "https://quay.example/bridge"
    assert (
        says(json_ld(article(mainEntityOfPage={"@id": "https://quay.example/b"})) + head).address
        == "https://quay.example/b"
    )
    assert (
        says('<link rel="canonical" href="https://quay.example/">', url="https://quay.example/bridge").address is None
    )


def test_base_is_no_address_of_the_page() -> None:
    assert read_html(page(head='<base href="https://quay.example/">')).url is None


def test_address_on_another_site_is_an_origin() -> None:
    notes: list[str] = []
    head = '<link rel="canonical" href="https://wire.example/bridge">'
    said = says(head, url="https://copy.example/bridge", notes=notes)
    assert (said.address, said.sources) == (None, ("https://wire.example/bridge",))
    assert "names https://wire.example/bridge as its address" in notes[0]
    assert says(head, url="https://amp.wire.example/bridge").sources == ()


def test_origins_in_the_metadata() -> None:
    node = article(
        isBasedOn=[{"@type": "CreativeWork", "url": "https://wire.example/1"}, "https://wire.example/2?utm_source=x"],
        citation="Halden Institute (2026), https://halden.example/note.",
        url="https://quay.example/bridge",
    )
    head = json_ld(node) + '<meta name="original-source" content="https://wire.example/3">'
    assert says(head).sources == (
        "https://wire.example/1", "https://wire.example/2", "https://halden.example/note", "https://wire.example/3",
    )  # fmt: skip


def test_day_of_the_last_change_is_not_when_it_was_published() -> None:
    document = read_html(page(head='<meta property="article:modified_time" content="2026-01-06T08:00:00Z">'))
    assert (document.published, document.modified) == (None, "2026-01-06T08:00:00Z")


def test_day_in_the_words_of_the_page_has_the_time_of_its_element() -> None:
    body = '<p class="date">Published <time datetime="2026-01-02T10:00:00+02:00">2 January 2026</time></p>'
    assert read_html(page(body)).published == "2026-01-02T10:00:00+02:00"


def test_what_the_caller_knows_fills_what_the_page_lacks() -> None:
    notes: list[str] = []
    document = read_html(
        page(), outlet="The Quay", published="2 January 2026", url="https://quay.example/a", on_note=notes.append
    )
    assert (document.outlet, document.published, notes) == ("The Quay", "2026-01-02", [])
    assert read_html(page(), url="https://www.quay.example/a").outlet == "quay.example"


def test_what_the_page_says_outranks_the_caller() -> None:
    notes: list[str] = []
    document = read_html(page(head=json_ld(OWN)), outlet="The Courier", published="2026-01-01", on_note=notes.append)
    assert (document.outlet, document.published) == ("The Quay", "2026-01-02T10:00:00+02:00")
    assert [note.split(",")[0] for note in notes] == [
        "the page says that its outlet is 'The Quay'",
        "the page says that it was published 2026-01-02T10:00:00+02:00",
    ]


def test_caller_who_agrees_gets_no_note() -> None:
    notes: list[str] = []
    read_html(page(head=json_ld(OWN)), outlet="THE QUAY", published="2026-01-02", on_note=notes.append)
    assert notes == []


def test_date_given_that_is_none() -> None:
    notes: list[str] = []
    assert read_html(page(), published="next week", on_note=notes.append).published is None
    assert notes == ["'next week', given as when the page was published, is no date that can be; it was left out."]


def test_password_in_the_address_is_not_recorded() -> None:
    assert read_html(page(), url="https://ann:secret@quay.example/a").url == "https://quay.example/a"


def test_address_is_no_name_of_an_outlet() -> None:
    assert (
        read_html(page(head='<meta property="article:publisher" content="https://social.example/quay">')).outlet is None
    )
