"""When two addresses are one page's."""

from __future__ import annotations

import pytest

from sayso.store.addresses import page_address


@pytest.mark.parametrize(
    "other",
    [
        "http://quay.example/dam?id=7",
        "https://QUAY.example/dam?id=7",
        "https://www.quay.example/dam?id=7",
        "https://quay.example:443/dam?id=7",
        "https://quay.example/dam/?id=7",
        "https://quay.example/dam?id=7#comments",
        " https://quay.example/dam?id=7 ",
        "https://ana:secret@quay.example/dam?id=7",
    ],
)
def test_one_page(other: str) -> None:
    assert page_address(other) == page_address("https://quay.example/dam?id=7")


@pytest.mark.parametrize(
    "other",
    [
        "https://quay.example/dam?id=8",
        "https://quay.example/Dam?id=7",
        "https://quay.example:8080/dam?id=7",
        "https://m.quay.example/dam?id=7",
        "https://quay.example/dam",
        "tg://quay.example/dam?id=7",
        "https://[quay/dam",
        "",
    ],
)
def test_another_page(other: str) -> None:
    assert page_address(other) != page_address("https://quay.example/dam?id=7")
