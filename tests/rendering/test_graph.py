"""The graph that is shown: every node once, whatever a lineage holds."""

from dataclasses import replace

from hypothesis import given

from sayso.domain.claim import Lineage, RelayKind
from sayso.domain.document import Document
from sayso.rendering.graph import Graph, build_graph
from tests.rendering.builders import Story, sluice
from tests.rendering.lineages import LINEAGES


def _graph(story: Story) -> Graph:
    return build_graph(story.lineage(), story.documents)


def _under(story: Story, name: str) -> str:
    return _graph(story).shown_under[story.names[name]].source


def test_a_file_without_outlet_and_title_is_called_by_its_own_name() -> None:
    story = _two_sources()
    id = story.names["The Quay"]
    held = {id: Document(id, "", path="/home/ana.rao/quay.txt")}
    made = story.lineage()
    bare = replace(made, attributions=tuple(replace(item, outlet=None) for item in made.attributions))
    assert build_graph(bare, held).points[id].name == "quay.txt"


def _two_sources() -> Story:
    return (
        Story()
        .root("a clerk")
        .document("The Quay", "2026-03-02", "a clerk")
        .document("Port News", "2026-03-01", "a clerk")
    )


def test_a_document_is_shown_under_its_best_step() -> None:
    story = (
        _two_sources().document("Delta Herald", "2026-03-05", "The Quay").relay("Port News", "Delta Herald", score=0.95)
    )
    assert _under(story, "Delta Herald") == story.names["Port News"]


def test_of_steps_as_good_the_stronger_kind_of_evidence_counts() -> None:
    story = _two_sources().document("Delta Herald", "2026-03-05", "Port News", RelayKind.SHARED_ERROR)
    story.relay("The Quay", "Delta Herald", RelayKind.LINK)
    assert _under(story, "Delta Herald") == story.names["The Quay"]


def test_a_document_is_shown_under_another_rather_than_under_a_root() -> None:
    story = (
        _two_sources().document("Delta Herald", "2026-03-05", "a clerk").relay("The Quay", "Delta Herald", score=0.4)
    )
    assert _under(story, "Delta Herald") == story.names["The Quay"]


def test_a_document_is_not_shown_under_one_that_is_dated_later() -> None:
    story = (
        _two_sources().document("Delta Herald", "2026-03-01", "The Quay").relay("Port News", "Delta Herald", score=0.4)
    )
    assert _under(story, "Delta Herald") == story.names["Port News"]


def test_the_other_step_is_kept_as_a_pointer() -> None:
    story = sluice()
    (step,) = _graph(story).pointers[story.names["Harbour Institute report"]]
    assert step.to == story.names["Delta Herald"]


def test_several_kinds_of_evidence_are_one_step() -> None:
    story = sluice()
    step = _graph(story).shown_under[story.names["The Quay"]]
    assert step.kinds == (RelayKind.NAMES_IT, RelayKind.LINK)


def test_roots_are_counted_in_the_order_of_their_first_document() -> None:
    story = Story().root("later").root("earlier")
    story.document("The Quay", "2026-03-02", "later").document("Port News", "2026-03-01", "earlier")
    numbers = {point.name: point.number for point in _graph(story).points.values() if point.root}
    assert numbers == {"earlier": 1, "later": 2}


def test_a_document_that_only_a_roots_list_names_hangs_under_that_root() -> None:
    story = Story().root("a clerk").document("The Quay", "2026-03-02")
    lineage = story.lineage()
    root = lineage.roots[0]
    listed = type(root)(root.id, root.name, root.kind, root.naming, root.access, None, (story.names["The Quay"],))
    graph = build_graph(Lineage(lineage.claim, lineage.attributions, (), (), (listed,), (), ()), story.documents)
    assert graph.shown_under[story.names["The Quay"]].source == root.id
    assert graph.shown_under[story.names["The Quay"]].kinds == ()


def test_a_circle_is_cut_at_its_earliest_document() -> None:
    story = (
        Story()
        .document("The Quay", "2026-03-02")
        .document("Port News", "2026-03-01")
        .document("Delta Herald", "2026-03-03")
    )
    story.relay("The Quay", "Port News").relay("Port News", "Delta Herald").relay("Delta Herald", "The Quay")
    assert _graph(story).tops == (story.names["Port News"],)


def test_a_chain_of_thousands_is_no_trouble() -> None:
    story = Story().root("a clerk").document("Paper 0", "2026-03-02", "a clerk")
    for number in range(1, 3000):
        story.document(f"Paper {number}", "2026-03-02", f"Paper {number - 1}")
    assert len(_graph(story).shown_under) == 3000


@given(LINEAGES)
def test_every_node_hangs_in_one_tree(made: tuple[Lineage, dict[str, Document]]) -> None:
    graph = build_graph(*made)
    seen = []
    waiting = list(graph.tops)
    while waiting:
        id = waiting.pop()
        seen.append(id)
        waiting.extend(step.to for step in graph.below.get(id, ()))
    assert sorted(seen) == sorted(graph.points)
