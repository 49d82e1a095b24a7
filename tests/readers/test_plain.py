import pytest

from sayso.errors import EmptyTextError, TooLargeError
from sayso.readers.plain import read_plain

FURNITURE = [r"leave a reply", r"your email address will not be published\..*", r"advertisement"]
ARTICLE = "Bridge to open in spring\n\nThe mayor said that the bridge would open in spring.\n"


def test_text_is_the_file() -> None:
    raw = b"\xef\xbb\xbfTitle\r\n\r\nOne\x0b line.\r\rTwo\xe2\x80\xa8lines.\n "
    assert read_plain(raw).text == raw[3:].decode()


def test_first_line_before_a_blank_one_is_the_headline() -> None:
    document = read_plain(("\r\n  " + ARTICLE.replace("\n", "\r\n")).encode())
    assert document.headline is not None
    assert (
        document.text[document.headline.start : document.headline.end] == "Bridge to open in spring" == document.title
    )


@pytest.mark.parametrize(
    "text",
    [
        "One line alone.",
        "One line.\nThe next line.",
        "x " * 151 + "\n\nText.",
        "y " * 105 + "end.\n\nText.",
        "Title\n\n",
    ],
)
def test_no_headline(text: str) -> None:
    assert read_plain(text.encode()).headline is None


def test_long_line_without_a_stop_may_be_a_headline() -> None:
    assert read_plain(("y " * 105 + "end\n\nText.").encode()).title is not None


def test_furniture_stays_in_the_text_and_is_listed_with_its_place() -> None:
    text = (
        "ADVERTISEMENT\n\n"
        + ARTICLE
        + "\nLeave a Reply\n\nYour email address will not be published.\n\nName *\nPost Comment\n"
    )
    document = read_plain(text.encode(), furniture=FURNITURE)
    assert [item.exact for item in document.removed] == [
        "ADVERTISEMENT", "Leave a Reply", "Your email address will not be published.", "Name *", "Post Comment",
    ]  # fmt: skip
    assert all(text[span.start : span.end] == span.exact for span in document.furniture)
    assert (document.text, document.title) == (text, "Bridge to open in spring")


def test_article_after_the_heading_of_the_comments_is_kept() -> None:
    text = ARTICLE + "\nComments\n\nThe minister answered that the bridge was unsafe.\n"
    assert read_plain(text.encode(), furniture=FURNITURE).removed == ()


def test_furniture_is_whole_lines() -> None:
    assert read_plain(b"Leave a reply to him, she said.\n\nMore.", furniture=FURNITURE).removed == ()


def test_one_line_of_a_megabyte() -> None:
    document = read_plain(b"word " * 200_000, furniture=[r"(\w+\s?)*"])
    assert (len(document.text), document.headline, document.removed) == (1_000_000, None, ())


@pytest.mark.parametrize(
    "text",
    [
        "قال المحافظ إن الجسر سيفتح.\n\nنعم.",
        "\U0001f6a8 Breaking \U0001f1fa\U0001f1e6\n\nText \U0001f468\u200d\U0001f469.",
    ],
)
def test_offsets_are_code_points(text: str) -> None:
    document = read_plain(text.encode())
    assert document.headline is not None
    assert document.text[: document.headline.end] == text.split("\n")[0]


def test_too_many_characters() -> None:
    with pytest.raises(TooLargeError, match=r"a\.txt has 11 characters; the limit is 10"):
        read_plain(b"x" * 11, path="a.txt", limit_chars=10)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u2003\xa0".encode()])
def test_no_words(data: bytes) -> None:
    with pytest.raises(EmptyTextError):
        read_plain(data)


def test_id_follows_place_and_bytes() -> None:
    ids = {
        read_plain(ARTICLE.encode(), path=path, url=url).id
        for path, url in [("a", None), ("b", None), ("a", "https://e.org/")]
    }
    assert len(ids) == 3
    assert (
        read_plain(ARTICLE.encode(), path="a", url="https://e.org/").id
        == read_plain(ARTICLE.encode(), url="https://e.org/").id
    )


def test_file_name_that_is_no_text() -> None:
    assert read_plain(ARTICLE.encode(), path="\udcff.txt").id.startswith("doc_")
