"""Hold the floors: every figure in floors.json must be reached. `make gate` runs this.

    python evaluation/gate.py --data ../shared/data            exit 1 where a figure is below its floor
    python evaluation/gate.py --data ../shared/data --raise    writes higher floors, and never a lower one

A corpus that is not in the data folder is skipped, which is said; the nested paragraphs are part of the repository
and always run. A floor is lowered by hand, in a commit that says why.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.domain.claim import Lineage

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"

SLACK = 0.002
"""How far below the measured figure a raised floor is set: int8 kernels round differently with and without VNNI."""

SLACK_OF_EVENTS = 0.015
SLACK_OF_UNLIKE_EVENTS = 0.04
"""One sentence is two thirds of a point there (more where sentences are few), and other weights mark a few attributions otherwise."""

SLACK_OF_STORIES = 0.02
"""A sentence that another processor reads otherwise moves a claim and all that hangs on it."""

PLACES = "places"
STORIES = {
    "stories": HERE,
    "newsroom-dev": HERE / "newsroom" / "dev",
    "newsroom-heldout": HERE / "newsroom" / "heldout",
}
"""Sets of stories of which the truth is known, and the folder that each lies in."""

LOCAL = (
    "nested-dev",
    "nested-heldout",
    "pronouns",
    *STORIES,
    "events-coerced-recruitment-dev",
    "events-coerced-recruitment-test",
    "events-coerced-recruitment-unlike",
    "events-protest-dev",
    "events-protest-test",
    "events-protest-unlike",
)
Floors = dict[str, dict[str, float]]


def raised(floors: Floors, measured: Floors) -> Floors:
    """Floors lifted to what was measured, less the slack, rounded down; none is lowered and none removed.

    A corpus that has floors keeps its lines: which ones are worth a floor was decided when they were set.
    """
    lifted = {corpus: dict(figures) for corpus, figures in floors.items()}
    for corpus, figures in measured.items():
        held = lifted.setdefault(corpus, {})
        for name, value in figures.items():
            if name in held or corpus not in floors:
                held[name] = max(held.get(name, 0.0), math.floor((value - _slack(corpus)) * 1000) / 1000)
    return lifted


def _slack(corpus: str) -> float:
    if corpus in STORIES:
        return SLACK_OF_STORIES
    if corpus.startswith("events-"):
        return SLACK_OF_UNLIKE_EVENTS if corpus.endswith("-unlike") else SLACK_OF_EVENTS
    return SLACK


def compare(floors: dict[str, float], measured: dict[str, float]) -> list[tuple[str, float | None, float | None, bool]]:
    """Name, measured figure, floor, and whether it holds; a floor for what was not measured does not hold."""
    names = [*measured, *(name for name in floors if name not in measured)]
    return [
        (name, measured.get(name), floors.get(name), name not in floors or measured.get(name, -1.0) >= floors[name])
        for name in names
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data",
        type=Path,
        default=HERE.parent.parent / "shared" / "data",
        help="holds polnear/, gum/, checkthat2020/, geoparsing/",
    )
    parser.add_argument("--vectors", type=Path, help="keeps the vectors of CheckThat!'s claims for a later run")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write higher floors")
    parser.add_argument("--corpus", action="append", help="only this one; may be given again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:  # both forms of the ranking look at the same claims: encoded once
        return hold(arguments, arguments.vectors or Path(folder) / "vectors.npz")


def hold(arguments: argparse.Namespace, kept: Path) -> int:
    """Measure and compare; the exit status. `kept`: a file for the vectors of CheckThat!'s claims."""
    from sayso.errors import CorpusError
    from sayso.evaluate.corpora import CORPORA, is_there
    from sayso.evaluate.evaluation import evaluate
    from sayso.evaluate.events import EVENTS, evaluate_events
    from sayso.evaluate.places import evaluate_places
    from sayso.evaluate.pronouns import PRONOUNS, evaluate_pronouns, open_pronouns
    from sayso.evaluate.retrieval import CHECKTHAT, evaluate_checkthat
    from sayso.evaluate.stories import evaluate_stories
    from sayso.evaluate.story import StoryDocument, find_stories, read_story
    from sayso.evaluate.table import align
    from sayso.packs import load_pack
    from sayso.pipeline import Reader
    from sayso.pipeline.keeping import trace_documents
    from sayso.pipeline.places import bearers_of, resolve_spans
    from sayso.pipeline.pronouns import prepare

    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    reader = Reader(packs=())

    def trace(documents: Sequence[StoryDocument]) -> list[Lineage]:
        return trace_documents(((item.data, item.document) for item in documents), reader)

    measured: Floors = {}
    problems: list[str] = []
    for corpus in arguments.corpus or (*CORPORA, *CHECKTHAT, PLACES, *PRONOUNS, *STORIES, *EVENTS):
        data = HERE if corpus in LOCAL else arguments.data
        if corpus not in LOCAL and not (
            is_there(corpus, data)
            if corpus in CORPORA
            else (data / {PLACES: "geoparsing", "gap": "gap"}.get(corpus, "checkthat2020")).is_dir()
        ):
            print(f"{corpus}: skipped: it is not there in {data}\n")
            continue
        try:
            if corpus == PLACES:  # given the mention; reading the texts as well takes a minute and a half
                scores = evaluate_places(data, resolve_spans, bearers_of)
                measured[corpus] = {name: value for score in scores for name, value in score.figures().items()}
            elif corpus in STORIES:
                stories = map(read_story, find_stories(STORIES[corpus] / "stories"))
                measured[corpus] = evaluate_stories(corpus, stories, trace).scores.figures()
            elif corpus in PRONOUNS:
                texts = open_pronouns(corpus, data)
                measured[corpus] = evaluate_pronouns(texts, lambda text: prepare(text, reader.network)(None)).figures()
            elif corpus in CHECKTHAT:
                found = evaluate_checkthat(data, "dev", trained=CHECKTHAT[corpus], kept=kept)
                measured[corpus] = found.figures()
            elif corpus in EVENTS:
                pack, part = EVENTS[corpus]
                measured[corpus] = evaluate_events(
                    pack, part, data, Reader(packs=(load_pack(pack),)).read_dated
                ).figures()
            else:
                measured[corpus] = evaluate(corpus, data, lambda text: reader.read_text(text)).figures()
        except CorpusError as error:
            problems.append(str(error))
            print(f"{corpus}: {error}\n")
            continue
        rows = [[corpus, "measured", "floor", ""]]
        for name, value, floor, holds in compare(floors.get(corpus, {}), measured[corpus]):
            verdict = "" if floor is None else "ok" if holds else "BELOW"
            rows.append([name, *("-" if x is None else f"{x:.3f}" for x in (value, floor)), verdict])
            if not holds:
                problems.append(
                    f"{corpus}, {name}: {'not measured' if value is None else f'{value:.4f}'}, floor {floor}"
                )
        print(align(rows) + "\n", flush=True)
    if arguments.lift:
        new = raised(floors, measured)
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
        changed = sum(new[c][n] != floors.get(c, {}).get(n) for c in new for n in new[c])
        print(f"{FLOORS.name}: floors raised or added: {changed}")
    for problem in problems:
        print(f"below the floor or not measured: {problem}", file=sys.stderr)
    if not problems:
        print("every floor holds" if measured else "nothing was measured")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
