"""The tree on a terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.domain.claim import DriftKind, Lineage, RelayKind
from sayso.domain.document import Document
from sayso.rendering.console import Paper
from sayso.rendering.tree import tree
from tests.rendering.builders import Story, doc, sluice
from tests.rendering.lineages import LINEAGES


def _printed(lineage: Lineage, documents: dict[str, Document], width: int = 80, *, evidence: bool = False) -> str:
    file = StringIO()
    paper = Paper(file=file, width=width, markup=False, emoji=False, highlight=False)
    for part in tree(lineage, documents, width=width, evidence=evidence):
        paper.print(part)
    return file.getvalue()


def _told(story: Story, width: int = 80, *, evidence: bool = False, roots_min: int | None = None) -> str:
    return _printed(story.lineage(roots_min), story.documents, width, evidence=evidence)


def _words(story: Story, **settings: object) -> str:
    """All words on one line, without the tree's lines."""
    return " ".join(_told(story, **settings).translate(dict.fromkeys(map(ord, "│├└─"), " ")).split())  # type: ignore[arg-type]


def test_a_document_in_a_language_that_is_not_read_speaks_in_nobodys_voice() -> None:
    story = Story().root("Ana Orr").document("The Quay", "2026-03-02", "Ana Orr", chain=("named: Ana Orr",))
    story.document("Der Kai", "2026-03-03", "The Quay", RelayKind.TRANSLATION, exact="40 Männer unterschrieben")
    assert "in its own voice: “40 Männer unterschrieben”, certain" in _words(story)
    story.documents[doc("Der Kai")] = replace(story.documents[doc("Der Kai")], language="de")
    told = _words(story)
    assert "not read (de): “40 Männer unterschrieben”" in told
    assert "own voice" not in told and "unterschrieben”, " not in told


def test_the_tree_of_a_claim_with_two_roots() -> None:
    assert _told(sluice(), roots_min=1).splitlines() == [
        "8 documents, 8 outlets, 1–2 roots: a relative of a lock keeper, an eyewitness,",
        "unnamed; Oleg Tarn, an official about their own agency.",
        "“the sluice at Varn was possibly opened by about 40 men on the governor's",
        "orders”",
        "clm_0123456789abcdef · 2026-03-02 – 2026-03-05 08:00 · times are UTC",
        "",
        "root 1  a relative of a lock keeper, an eyewitness, unnamed · 7",
        "        documents",
        "├─ Channel Lantern · 2026-03-02 06:12 · names it",
        "│  │  a relative of a lock keeper (unnamed): “possibly about 40 men opened the",
        "│  │  sluice”, possible",
        "│  └─ The Quay · 2026-03-02 09:40 · names it, link",
        "│     │  Channel Lantern › a relative (unnamed): “about 40 men opened the",
        "│     │  sluice”, certain",
        "│     │  ◆ hedge lost: “possibly” → nothing",
        "│     ├─ Upriver Post · 2026-03-02 · same text",
        "│     │     ◇ inherited: hedge lost",
        "│     └─ Port News · 2026-03-02 10:15 · wire credit",
        "│        │  The Quay: “40 men opened the sluice on the governor's orders”,",
        "│        │  certain",
        "│        │  ◆ number bound lost: “about 40” → “40”",
        "│        │  ◆ attribution lost: “a relative” → nothing",
        "│        │  ◇ inherited: hedge lost",
        "│        ├─ Delta Herald · 2026-03-05 08:00 · translation",
        "│        │     in its own voice: “40 soldiers opened the sluice on the",
        "│        │     governor's orders”, certain",
        "│        │     ◆ actor changed: “40 men” → “40 soldiers”",
        "│        │     ◇ inherited: number bound lost, hedge lost",
        "│        └─ Varn Mirror · date unknown · shared error",
        "└─ Harbour Institute report, not held · names it",
        "   ├─ Marsh Weekly · 2026-03-04 17:30 · names it",
        "   │     Harbour Institute: “the sluice was probably opened by men in uniform”,",
        "   │     probable",
        "   │     ◆ headline exceeds text: the headline names soldiers, the text “men in",
        "   │     uniform”",
        "   └─ → Delta Herald · 2026-03-05 08:00 · names it: shown under Port News",
        "",
        "root 2  Oleg Tarn, an official about their own agency · 1 document",
        "└─ Regional Gazette · 2026-03-03 12:00 · names it",
        "      Oleg Tarn: “nobody opened the sluice”, certainly not",
        "",
        "Seen and not followed",
        "• earlier than its source: Delta Herald → Marsh Weekly (it is dated a day before",
        "  what it names)",
        "",
        "Why 1–2?",
        "• certainly one: “a relative of a lock keeper” and one more: both name the same",
        "  post of 2 March",
        "• probably one: “a relative of a lock keeper” and “Oleg Tarn”: the relative",
        "  works in his office",
        "",
    ]


def test_evidence_is_shown_when_asked() -> None:
    assert "names it 0.90 “Channel Lantern reported” link 0.80" in _words(sluice(), evidence=True)
    assert "0.90" not in _told(sluice())


def test_copies_share_a_line_unless_evidence_is_asked_for() -> None:
    story = Story().root("a clerk").document("The Quay", "2026-03-02", "a clerk")
    for number in range(12):
        story.document(f"Copy {number}", f"2026-03-{number + 3:02}", "The Quay", RelayKind.SAME_TEXT)
    assert "12 copies · 2026-03-03 – 2026-03-14 · same text Copy 0, Copy 1," in _words(story)
    assert "12 copies" not in _words(story, evidence=True)


def test_words_that_are_the_same_as_those_above_are_not_repeated() -> None:
    story = Story().root("a clerk").document("The Quay", None, "a clerk", exact="it rained", chain=("a clerk",))
    story.document("Port News", None, "The Quay", exact="it rained", chain=("a clerk",))
    assert _told(story).count("it rained”") == 1


def test_what_nobody_is_known_to_have_said_first_says_so() -> None:
    assert "The Quay · 2026-03-02 · where this was taken from is not known" in _words(
        Story().document("The Quay", "2026-03-02")
    )


def test_many_pointers_share_a_line() -> None:
    story = (
        Story().root("a clerk").document("First", "2026-03-01", "a clerk").document("Second", "2026-03-02", "a clerk")
    )
    for number in range(6):
        story.document(f"Paper {number}", "2026-03-05", "First").relay("Second", f"Paper {number}", score=0.1)
    assert "→ Paper 0, Paper 1, Paper 2, Paper 3, Paper 4, Paper 5: shown elsewhere too" in _words(story)


def test_a_change_that_two_findings_tell_alike_is_told_once() -> None:
    story = (
        Story()
        .root("a clerk")
        .document("The Quay", "2026-03-02", "a clerk")
        .document("Port News", "2026-03-03", "The Quay")
    )
    for _ in range(2):
        story.changed(DriftKind.HEDGE_LOST, "The Quay", "Port News", "possibly", "40")
    assert _told(story).count("◆") == 1


def test_a_chain_too_deep_to_indent_keeps_its_words_readable() -> None:
    story = Story().root("a clerk").document("Paper 0", "2026-03-02", "a clerk")
    for number in range(1, 60):
        story.document(f"Paper {number}", "2026-03-02", f"Paper {number - 1}")
    last = next(line for line in _told(story).splitlines() if "Paper 59" in line)
    assert "↳60 Paper 59 · 2026-03-02" in last


@pytest.mark.parametrize("width", [20, 40, 80, 150])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in _told(sluice(), width, evidence=True).splitlines()) <= width


def test_words_are_never_markup_or_escape_codes() -> None:
    story = Story("[bold]rain[/bold]\x1b[2J").root("\x1b]0;title\x07 a clerk")
    story.document("[red]The Quay\x1b[31m", "2026-03-02", "\x1b]0;title\x07 a clerk", exact="a\nb\x9b1m")
    printed = _told(story, evidence=True)
    assert "[bold]rain[/bold]␛[2J" in printed
    assert "[red]The Quay␛[31m" in printed
    assert not [character for character in printed if unicodedata.category(character) == "Cc" and character != "\n"]


@settings(max_examples=40)
@given(LINEAGES, st.sampled_from([20, 80]), st.booleans())
def test_nothing_breaks_it_and_no_control_character_gets_through(
    made: tuple[Lineage, dict[str, Document]], width: int, evidence: bool
) -> None:
    printed = _printed(*made, width, evidence=evidence)
    assert not {character for character in printed if unicodedata.category(character) in ("Cc", "Cs")} - {"\n"}
    assert max(cell_len(line) for line in printed.splitlines()) <= width
