"""What a text says about where it has itself from."""

from __future__ import annotations

import pytest

from sayso.domain.claim import RelayKind
from sayso.tracing.credits import find_credits, find_passing, is_dateline

BODY = (
    "\n\nThe bridge over the Vesk will stay closed until April, the company said on Tuesday, after cracks were found."
)


@pytest.mark.parametrize(
    ("text", "how", "name"),
    [
        ("VESK (Delta) - The bridge is closed, the company said.", RelayKind.WIRE_CREDIT, "Delta"),
        ("MARNOV, March 6 (Delta Agency) — The bridge is closed.", RelayKind.WIRE_CREDIT, "Delta Agency"),
        ("VESK, April 3. /VARTASS/. The bridge is closed.", RelayKind.WIRE_CREDIT, "VARTASS"),
        (f"Bridge closed\n\nBy Polje News Agency{BODY}", RelayKind.WIRE_CREDIT, "Polje News Agency"),
        (f"Bridge closed{BODY}\n\n— Polje News Agency", RelayKind.WIRE_CREDIT, "Polje News Agency"),
        (f"Bridge closed{BODY}\n\nSource: Delta Agency", RelayKind.WIRE_CREDIT, "Delta Agency"),
        (f"Bridge closed{BODY}\n\nИсточник: Голос Харла", RelayKind.WIRE_CREDIT, "Голос Харла"),
        (f"Bridge closed{BODY}\n\nVia Green Page", RelayKind.WIRE_CREDIT, "Green Page"),
        (f"Bridge closed{BODY} (Delta)", RelayKind.WIRE_CREDIT, "Delta"),
        (f"Bridge closed{BODY}\n\nThis article first appeared in River Watch.", RelayKind.WIRE_CREDIT, "River Watch"),
        (f"Bridge closed{BODY}\n\nDelta contributed to this report.", RelayKind.WIRE_CREDIT, "Delta"),
        ("Forwarded from Harl Live\n\nDrones over the depot.", RelayKind.FORWARD, "Harl Live"),
        ("[Forwarded from Harl Live]\nDrones over the depot.", RelayKind.FORWARD, "Harl Live"),
    ],
)
def test_a_whole_text_credits_somebody(text: str, how: RelayKind, name: str) -> None:
    found = find_credits(text)
    assert [(credit.how, credit.name) for credit in found] == [(how, name)]
    assert name in text[found[0].start : found[0].end]


@pytest.mark.parametrize(
    "text",
    [
        "Bridge closed\n\nBy Anna Berg" + BODY,  # a writer
        "(March 6) - The bridge is closed.",
        f"Bridge closed{BODY}\n\nTranslated from German",
        "The source: a spring in the hills above the town that has not run dry in living memory, whatever the summer.",
    ],
)
def test_what_credits_nobody(text: str) -> None:
    assert not [credit for credit in find_credits(text) if credit.sure]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the ministry, quoted by the Delta agency, said", ["Delta"]),
        ("Nine days are left. This was reported by Radio Polje.", ["Radio Polje"]),
        ("VARTASS said with reference to the rescue service", ["VARTASS"]),
        ("Orletsfleet Review was the first to report it.", ["Orletsfleet Review"]),
    ],
)
def test_names_in_passing(text: str, names: list[str]) -> None:
    assert [credit.name for credit in find_passing(text, 0, len(text))][: len(names)] == names


def test_whom_a_name_in_passing_cites() -> None:
    text = "Five are lost, VARTASS said with reference to the rescue service."
    (credit,) = find_passing(text, 0, len(text))
    assert credit.sure and credit.inner is not None
    assert text[slice(*credit.inner)] == "the rescue service"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("QUAY, March 4. /DELTA/.", True),
        ("QUAY, March 4 (Delta) —", True),
        ("QUAY, March 4 (Delta) — The dam holds.", False),
        ("The dam holds (Delta).", False),
        ("QUAY, March 4. The dam holds.", False),
    ],
)
def test_a_passage_that_is_only_a_dateline(text: str, is_one: bool) -> None:
    assert is_dateline(text, 0, len(text)) is is_one


def test_hostile_lines_stay_linear() -> None:
    for text in (
        "Source: " + "A" * 100_000,
        "(" * 50_000,
        "By " + "Aa " * 50_000,
        "Aa " * 60_000 + "said",
        "«" * 9_999,
    ):
        find_credits(text)
        list(find_passing(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A nurse had given the Harl Leader the same date.", "Harl Leader"),
        ("Campaigners at Open Door have dug out a report of March.", "Open Door"),
        ("It is from a letter first described by the Harl Weekly.", "Harl Weekly"),
        ("He said so in a May 4 interview with the state-run wire Delta.", "Delta"),
    ],
)
def test_who_was_told_it_or_brought_it_to_light(text: str, name: str) -> None:
    assert name in [credit.name for credit in find_passing(text, 0, len(text))]


def test_a_gift_is_no_credit() -> None:
    assert not list(find_passing("The mayor gave Anna Berg flowers.", 0, 33))


@pytest.mark.parametrize(
    "words",
    [
        *(
            f"On Monday the paper Steppeline {says} that it is closed."
            for says in (
                "reports reported writes wrote says said notes noted claims claimed reveals revealed found adds added learned announced posted quotes quoted "
                "cites cited shows showed broadcast aired carried published"
            ).split()
        ),
        *(
            f"It is closed, {brings} Steppeline."
            for brings in (
                "citing", "quoting", "with reference to", "referring to", "according to", "via", "in an interview with", "as she told", "as she tells",
                "in comments carried by", "as reported by", "in a report in", "as first published by",
            )
        ),
        "It denies Steppeline’s story.", "It denies Steppeline's claim.", "Steppeline was first to report it.",
    ],
)  # fmt: skip
def test_whoever_passes_it_on_is_found_by_any_of_the_words_for_it(words: str) -> None:
    assert "Steppeline" in {credit.name for credit in find_passing(words, 0, len(words))}
