import pytest

from sayso.errors import EmptyTextError, InputError, NotTextError
from sayso.readers.html import read_html

BODY = """<p>The mayor said on Tuesday that the old bridge would open in spring, after a delay &amp; dispute.</p>
<p>“It&nbsp;is safe,” she said. “<q>Safe</q> as houses.”<br>Engineers were <em>not</em> so sure about the pier.</p>
<ul><li>The bridge was closed in the summer of last year after a crack was found.</li>
<li>Two inquiries into the matter have been opened by the council since then.</li></ul>
<blockquote><p>Nobody asked us what we thought of it, a resident told the reporters.</p></blockquote>"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Bridge to open in spring | The Daily Example</title>
<link rel="canonical" href="https://example.org/bridge">
<meta property="og:site_name" content="The Daily Example">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Bridge to open in spring",
"datePublished":"2024-03-05T10:00:00Z","author":{{"@type":"Person","name":"Ann Writer"}}}}</script>
<script>var secret = "hidden words in a script";</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News pages of ours</a></nav>
<article><h1>Bridge to open in spring</h1>{BODY}</article>
<div id="comments"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>
<footer><p>Copyright of The Daily Example, all rights reserved.</p></footer></body></html>""".encode()


def test_headline_blank_line_paragraphs() -> None:
    document = read_html(PAGE)
    assert document.text.startswith("Bridge to open in spring\n\nThe mayor said on Tuesday")
    assert document.headline is not None
    assert document.headline.exact == document.title == "Bridge to open in spring"
    assert document.text.count("Bridge to open in spring") == 1


def test_entities_breaks_and_lists() -> None:
    text = read_html(PAGE).text
    assert "delay & dispute." in text
    assert "“It is safe,” she said." in text
    assert "houses.”\nEngineers were not so sure" in text
    assert "\n\nThe bridge was closed" in text
    assert "\n\nTwo inquiries" in text


def test_headings_between_paragraphs_are_part_of_the_text() -> None:
    page = PAGE.replace(b"<blockquote>", "<h2>10:47 ‘Nobody was asked’</h2><blockquote>".encode())
    text = read_html(page).text
    assert "since then.\n\n10:47 ‘Nobody was asked’\n\nNobody asked us" in text
    assert "Leave a Reply" not in text


def test_metadata() -> None:
    document = read_html(PAGE, path="page.html")
    assert (document.outlet, document.author, document.published) == (
        "The Daily Example",
        "Ann Writer",
        "2024-03-05T10:00:00Z",
    )
    assert (document.url, document.path, document.language) == ("https://example.org/bridge", "page.html", "en")


def test_what_is_left_out_is_listed_and_scripts_are_no_words() -> None:
    document = read_html(PAGE)
    left_out = " ".join(item.exact for item in document.removed)
    assert "Leave a Reply" in left_out
    assert "Copyright of The Daily Example" in left_out
    assert "hidden words" not in left_out + document.text
    assert all(item.span is None and "furniture" in item.why for item in document.removed)
    assert not any(item.exact in document.text for item in document.removed)


def test_left_out_passages_beyond_the_limit_are_counted() -> None:
    links = "".join(f"<div>Menu item number {n}</div>" for n in range(500)).encode()
    removed = read_html(PAGE.replace(b"</nav>", b"</nav><footer>" + links + b"</footer>")).removed
    assert len(removed) == 201
    assert "more passages" in removed[-1].why


def test_canonical_address_of_another_site_is_not_this_documents() -> None:
    assert read_html(PAGE, url="https://copy.example/bridge").url == "https://copy.example/bridge"
    assert read_html(PAGE, url="https://www.example.org/bridge?utm=1").url == "https://example.org/bridge"


def test_right_to_left_and_emoji() -> None:
    words = "قال المحافظ يوم الثلاثاء إن الجسر القديم سيفتح في الربيع بعد سنوات من التأخير والخلاف 🌉. "
    document = read_html(
        f"<html><body><article><h1>الجسر القديم يفتح</h1><p>{words * 3}</p></article></body></html>".encode()
    )
    assert "🌉" in document.text
    assert document.language == "ar"


@pytest.mark.parametrize(
    "page", [b"<html></html>", b"<html><body><nav><a>Home</a></nav></body></html>", b"<!doctype html>"]
)
def test_page_without_an_article(page: bytes) -> None:
    with pytest.raises(EmptyTextError):
        read_html(page)


def test_picture_named_as_a_page() -> None:
    with pytest.raises(NotTextError, match="PNG"):
        read_html(b"\x89PNG\r\n\x1a\n\0\0", path="page.html")


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body>" + b"<div>" * 100_000 + b"text",
        b"<html><body><p " + b"".join(b"a%d=1 " % n for n in range(100_000)) + b">text</p>",
        b"<html><body>" + b"<p>a" * 200_000,
        b"<!--" * 500_000,
        b'<p a="' * 300_000,
        b"<" * 1_000_000,
    ],
    ids=["deep", "attributes", "elements", "comments", "quotes", "brackets"],
)
def test_hostile_page_is_refused_quickly(page: bytes) -> None:
    with pytest.raises(InputError):
        read_html(page)


@pytest.mark.parametrize(
    "extra",
    [b'<p a="' + b"x" * 3_000_000 + b'">', b"<b><i><p><div>", b"<p>bell \x07 \x01"],
    ids=["attribute", "unclosed", "control"],
)
def test_odd_page_is_read(extra: bytes) -> None:
    assert "The mayor said" in read_html(PAGE.replace(b"<article>", extra + b"<article>")).text


def test_control_characters_inside_the_article_cost_no_words() -> None:
    notes: list[str] = []
    document = read_html(PAGE.replace(b"old bridge", b"old \x07&#1;&#xD800;bridge"), on_note=notes.append)
    assert "bridge would open" in document.text
    assert "control characters" in notes[0]
