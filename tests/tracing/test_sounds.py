"""Names in other letters."""

from __future__ import annotations

import pytest

from sayso.tracing.sounds import names_foreign


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("Telegraf", "Об этом агентству «Телеграф» сообщил источник.", True),
        ("Aldergrove Centre", "Об этом говорится в сводке Центра Олдергроув.", True),
        ("Telegraf", "Старый Телеграф снесли.", False),
        ("Quay", "Об этом сообщает газета «Куай».", False),
        ("Telegraf", "Telegraf reports it.", False),
    ],
)
def test_an_outlet_is_known_by_its_sound_where_an_outlet_would_stand(name: str, text: str, named: bool) -> None:
    assert names_foreign(name, text) is named
