"""The drawing: a whole SVG, with everything in it and nothing from outside."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.claim import DriftKind, FlagKind, Lineage, RelayKind
from sayso.domain.document import Document
from sayso.rendering.drawing import draw, draw_for_page
from sayso.rendering.drawing.ink import DASHES
from sayso.rendering.drawing.layout import MOST_ROWS, NARROW, WIDE, Page, lay_out, rows_of
from sayso.rendering.drawing.sheet import MOST_ON_PAGE
from sayso.rendering.drawing.steps import MOST_SIDE_STEPS
from sayso.rendering.drawing.widths import text_width
from sayso.rendering.graph import build_graph
from tests.rendering.builders import Story, sluice
from tests.rendering.lineages import LINEAGES

_SVG = "{http://www.w3.org/2000/svg}"


def _drawn(story: Story, *, narrow: bool = False, roots_min: int | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(draw(story.lineage(roots_min), story.documents, narrow=narrow))


def _texts(svg: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{_SVG}text")]


def _titles(svg: ElementTree.Element) -> list[str]:
    return [title.text or "" for title in svg.iter(f"{_SVG}title")]


def _of_class(svg: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    legend = svg.findall(f"{_SVG}g")[0]
    inside = set(legend.iter())
    return [element for element in svg.iter() if element.get("class") == name and element not in inside]


def _chain(length: int) -> Story:
    story = Story().root("a clerk").document("Paper 0", "2026-03-02", "a clerk")
    for number in range(1, length):
        story.document(f"Paper {number}", "2026-03-02", f"Paper {number - 1}")
    return story


def _fan(count: int, how: RelayKind = RelayKind.SAME_TEXT) -> Story:
    story = Story().root("a clerk").document("The Quay", "2026-03-01", "a clerk")
    for number in range(count):
        story.document(f"Paper {number}", f"2026-03-02T{number // 60 % 24:02}:{number % 60:02}:00Z", "The Quay", how)
    return story


def test_it_is_an_image_with_a_title_and_a_description() -> None:
    svg = _drawn(sluice(), roots_min=1)
    title, told = svg[0], svg[1]
    assert (svg.get("role"), svg.get("width"), title.tag, told.tag) == ("img", "1280", f"{_SVG}title", f"{_SVG}desc")
    assert (title.text or "").startswith("8 documents, 8 outlets, 1–2 roots: ")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert "Root 2: Oleg Tarn, an official about their own agency, 1 document." in (told.text or "")


def test_every_outlet_root_and_hop_stands_in_it_once() -> None:
    texts = _texts(_drawn(sluice()))
    for name in ("Channel Lantern", "Varn Mirror", "Root 1: a relative of a lock keeper", "Harbour Institute report"):
        assert texts.count(name) == 1


def test_it_refers_to_nothing_outside() -> None:
    drawn = draw(sluice().lineage(), sluice().documents)
    assert re.findall(r"https?://[^\"' ]+", drawn) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(script|image|foreignObject|a|use)\b|href|url\(|@import|\son\w+=", drawn)


def test_changes_are_marks_filled_where_they_are_new() -> None:
    svg = _drawn(sluice())
    assert (len(_of_class(svg, "introduced")), len(_of_class(svg, "inherited"))) == (5, 4)
    assert "hedge lost: “possibly” → nothing" in _texts(svg)
    assert "Changed before: hedge lost: “possibly” → nothing" in _titles(svg)


def test_a_change_without_short_words_has_its_kind_as_label_and_its_reason_as_tooltip() -> None:
    svg = _drawn(sluice())
    assert "headline exceeds text" in _texts(svg)
    assert any(
        title.startswith("Changed here: headline exceeds text: the headline names soldiers") for title in _titles(svg)
    )


def test_how_we_know_is_a_pattern_a_word_and_a_tooltip() -> None:
    svg = _drawn(sluice())
    patterns = {line.get("stroke-dasharray") for line in _of_class(svg, "step")}
    assert DASHES[RelayKind.WIRE_CREDIT] in patterns
    assert "2026-03-02 10:15 · wire credit" in _texts(svg)
    assert any(title.startswith("The Quay → Port News\nwire credit: “The Quay reported”") for title in _titles(svg))


def test_every_kind_has_a_pattern_of_its_own() -> None:
    assert len(set(DASHES.values())) == len(RelayKind)


def test_a_hop_that_is_not_held_is_hollow_and_says_so() -> None:
    svg = _drawn(sluice())
    assert len(_of_class(svg, "hop")) == 1
    assert "not held · names it" in _texts(svg)


def test_a_document_without_a_date_stands_in_a_lane_at_the_left() -> None:
    story = sluice()
    graph = build_graph(story.lineage(), story.documents)
    layout = lay_out(graph, WIDE, rows_of(story.lineage(), graph), 0)
    (undated,) = (placed for placed in layout.rows if placed.row.point.name == "Varn Mirror")
    dated = [placed for placed in layout.rows if placed.row.point.moment is not None]
    assert undated.x < min(placed.x for placed in dated)
    assert "date unknown ↓" in _texts(_drawn(story))


def test_what_is_later_stands_further_right() -> None:
    story = sluice()
    graph = build_graph(story.lineage(), story.documents)
    at = {placed.row.point.name: placed.x for placed in lay_out(graph, WIDE, rows_of(story.lineage(), graph), 0).rows}
    assert at["Channel Lantern"] < at["The Quay"] < at["Port News"] < at["Regional Gazette"] < at["Delta Herald"]


def test_roots_that_are_probably_one_are_joined() -> None:
    assert len(_of_class(_drawn(sluice()), "doubt")) == 1


def test_what_was_not_followed_is_drawn_and_told() -> None:
    svg = _drawn(sluice())
    assert len(_of_class(svg, "flagged")) == 1
    assert "earlier than its source: Delta Herald → Marsh Weekly: it is dated a day before what it names" in _texts(svg)


def test_many_copies_are_one_node_that_says_how_many() -> None:
    svg = _drawn(_fan(300))
    texts = _texts(svg)
    assert "× 300 copies" in texts
    assert "Copies of one text share a row; point at it to see which they are." in texts
    assert any(title.endswith("and 260 more") for title in _titles(svg))


def test_hundreds_that_are_no_copies_share_rows_too() -> None:
    assert "× 300 documents" in _texts(_drawn(_fan(300, RelayKind.NAMES_IT)))


@pytest.mark.parametrize("story", [_chain(1200), _fan(1200)], ids=["chain", "fan"])
def test_a_thousand_documents_are_drawn_in_bounds(story: Story) -> None:
    graph = build_graph(story.lineage(), story.documents)
    layout = lay_out(graph, WIDE, rows_of(story.lineage(), graph), 0)
    assert len(layout.rows) <= MOST_ROWS
    assert layout.left_out == 0


def test_what_does_not_fit_is_counted() -> None:
    story = Story()
    for number in range(MOST_ROWS + 7):
        story.root(f"clerk {number}").document(f"Paper {number}", "2026-03-02", f"clerk {number}")
    texts = _texts(_drawn(story))
    assert any(
        re.match(r"\d+ documents more did not fit; sayso trace --json has all of them\.", text) for text in texts
    )


def test_names_of_outlets_are_words_and_nothing_else() -> None:
    story = Story("</desc><script>").root("a & b")
    story.document('<svg onload="x()">\u202e\x00\ud800\uffff', "2026-03-02", "a & b")
    svg = _drawn(story)
    assert '<svg onload="x()">���' not in _texts(svg)
    assert any(text.startswith('<svg onload="x()">\ufffd␀') for text in _texts(svg))
    assert not list(svg.iter(f"{_SVG}script"))


def test_the_narrow_drawing_is_390_wide_and_has_the_same_documents() -> None:
    svg = _drawn(sluice(), narrow=True)
    assert svg.get("width") == "390"
    assert {"Channel Lantern", "Marsh Weekly"} <= set(_texts(svg))


def test_a_claim_without_documents_is_drawn() -> None:
    assert _texts(_drawn(Story()))[0] == "0 documents, 0 outlets, no root found."


def test_a_cycle_is_drawn() -> None:
    story = Story().document("The Quay", "2026-03-02").document("Port News", "2026-03-01")
    story.relay("The Quay", "Port News").relay("Port News", "The Quay").flagged(
        FlagKind.CYCLE, "The Quay", "Port News", ""
    )
    story.changed(DriftKind.HEDGE_LOST, "The Quay", "Port News", "possibly", "40")
    assert "cycle: The Quay → Port News" in _texts(_drawn(story))


@pytest.mark.parametrize("page", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "story", [sluice(), _fan(2), _fan(15), _chain(15), _chain(40)], ids=["sluice", "two", "fan", "chain", "deep"]
)
def test_labels_do_not_overlap_and_stay_on_the_page(story: Story, page: Page) -> None:
    graph = build_graph(story.lineage(), story.documents)
    rows = lay_out(graph, page, rows_of(story.lineage(), graph), 100).rows
    bounds = []
    for placed in rows:
        assert placed.lines
        top = placed.text_y - placed.lines[0].size
        bounds.append((top, placed.text_y + sum(line.size * 1.4 for line in placed.lines[1:])))
        for line in placed.lines:
            right = placed.text_x + text_width(line.words, line.size, bold=line.style == "name")
            assert right <= page.width - page.margin + 1
    assert all(below[0] >= above[1] for above, below in pairwise(bounds))


@settings(max_examples=60)
@given(LINEAGES, st.booleans())
def test_any_lineage_is_one_xml_document_and_always_the_same(
    made: tuple[Lineage, dict[str, Document]], narrow: bool
) -> None:
    drawn = draw(*made, narrow=narrow)
    assert ElementTree.fromstring(drawn.encode("utf-8")).tag == f"{_SVG}svg"
    assert "nan" not in re.sub(r">[^<]*<", "><", drawn)
    lineage, documents = made
    assert draw(lineage, dict(reversed(documents.items())), narrow=narrow) == drawn


def test_of_a_large_claim_so_many_lines_are_drawn_and_the_rest_is_counted() -> None:
    story = _chain(40)
    for number in range(2, 40):
        for other in range(max(0, number - 6), number - 1):
            story.relay(f"Paper {other}", f"Paper {number}", RelayKind.SHARED_ERROR)
    lineage = story.lineage()
    graph = build_graph(lineage, story.documents)
    drawn = draw_for_page(lineage, graph)
    assert drawn.lines_left_out == len(graph.others) - MOST_SIDE_STEPS > 0
    for svg in (drawn.wide, drawn.narrow):
        ElementTree.fromstring(svg)
        assert "did not fit" not in svg  # the page says it
    assert f"{drawn.lines_left_out} further lines between documents did not fit" in draw(lineage, story.documents)
    many = _chain(300)
    lineage = many.lineage()
    drawn = draw_for_page(lineage, build_graph(lineage, many.documents))
    graph = build_graph(lineage, many.documents)
    assert len(rows_of(lineage, graph)) <= MOST_ROWS
    assert len(rows_of(lineage, graph, MOST_ON_PAGE)) <= MOST_ON_PAGE < MOST_ROWS
    assert len(drawn.wide) < 200_000
