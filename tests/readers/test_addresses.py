import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.addresses import absolute, may_be_one_house, page_key, without_password

BASE = "https://quay.example/news/today"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/bridge", "https://quay.example/bridge"),
        ("bridge?id=2#end", "https://quay.example/news/bridge?id=2"),
        ("//Other.Example:443/a", "https://other.example/a"),
        ("https://other.example", "https://other.example/"),
        (" https://oth\ner.example/a\t", "https://other.example/a"),
        ("https://other.example/a?utm_source=x&id=1&fbclid=2&gclid=3", "https://other.example/a?id=1"),
        ("https://other.example/a?utm_campaign=x#part", "https://other.example/a"),
        ("https://ann:secret@other.example:8080/a@b", "https://other.example:8080/a@b"),
        ("https://пристань.example/мост", "https://xn--80apqffhh6f.example/%D0%BC%D0%BE%D1%81%D1%82"),
        ("http://[2001:db8::1]/a b", "http://[2001:db8::1]/a%20b"),
    ],
)
def test_addresses_have_one_form(href: str, address: str) -> None:
    assert absolute(href, BASE) == address == absolute(address)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,hello",
        "mailto:ann@quay.example",
        "tel:123",
        "ftp://quay.example/a",
        "https://",
        "https:///a",
        "http://[::1",
        "https://a b/",
        "https://a..example/",
        "https://quay.example:99999/",
        f"https://{'a' * 300}.example/",
        f"https://quay.example/{'a' * 3_000}",
        "https://quay.example/\ud800",
        "",
    ],
)
def test_what_is_no_address_of_a_page(href: str) -> None:
    assert absolute(href, BASE) is None


def test_relative_address_without_a_base() -> None:
    assert absolute("/bridge") is None


@given(st.text(max_size=200), st.sampled_from([None, BASE, "http://[::1]/", "nonsense"]))
def test_any_text_gives_an_address_or_none(href: str, base: str | None) -> None:
    found = absolute(href, base)
    assert found is None or (found.startswith(("http://", "https://")) and found.isascii() and absolute(found) == found)


def test_password_is_taken_out_and_all_else_stays() -> None:
    assert without_password("https://ann:secret@Quay.example/a?utm=1#b") == "https://Quay.example/a?utm=1#b"
    assert without_password("https://quay.example/@ann") == "https://quay.example/@ann"


def test_one_page_at_several_addresses() -> None:
    assert (
        len(
            {
                page_key(url)
                for url in ["http://quay.example/a", "https://www.quay.example/a/", "https://quay.example/a#b"]
            }
        )
        == 1
    )


@pytest.mark.parametrize(
    ("one", "other", "house"),
    [
        ("https://www.quay.example/a", "https://amp.quay.example/b", True),
        ("https://news.quay.example/a", "https://quay.example/b", True),
        ("https://quay.co.uk/a", "https://www.quay.com/a", True),
        ("https://quay.example/a", "https://courier.example/a", False),
        ("https://ann.substack.com/a", "https://bob.substack.com/a", False),
    ],
)
def test_publishers(one: str, other: str, house: bool) -> None:
    assert may_be_one_house(one, other) is may_be_one_house(other, one) is house
