"""An evaluation as aligned plain text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sayso.evaluate.evaluation import Evaluation
from sayso.evaluate.scores import PRF, ROLES

SCHEMA = "sayso.evaluation/1"


def align(rows: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """Rows as lines with columns two blanks apart: the first `left` columns to the left, the others to the right."""
    columns = max((len(row) for row in rows), default=0)
    widths = [max((len(row[i]) for row in rows if i < len(row)), default=0) for i in range(columns)]
    lines = (
        "  ".join(cell.ljust(widths[i]) if i < left else cell.rjust(widths[i]) for i, cell in enumerate(row)).rstrip()
        for row in rows
    )
    return "\n".join(lines)


def render(evaluation: Evaluation) -> str:
    """The table that `sayso evaluate` prints; every figure is in per cent."""
    measures = evaluation.measures()
    what = f"{evaluation.corpus}: {evaluation.about}"
    size = f"{evaluation.documents:,} texts, {evaluation.words:,} words"
    if evaluation.unscored:
        size += f"; {evaluation.unscored:,} gold attributions without a cue not scored"
    spans = [["spans, F1", "source", "cue", "content"]]
    for kind, label in (("exact", "exact, as sets of words"), ("token", "words")):
        spans.append([label, *(_percent(measures[f"{role} {kind}"].f1) for role in ROLES)])
    whole = [["whole attributions", "precision", "recall", "F1", "gold", "predicted"]]
    whole.append(["all three exact", *_cells(measures["whole exact"])])
    whole.append(["all three overlap", *_cells(measures["whole overlap"])])
    parts = [f"{what}\n{size}", align(spans), align(whole)]
    if evaluation.mentions:
        named = [["names and other mentions", "precision", "recall", "F1", "gold", "predicted"]]
        named.extend([kind, *_cells(score)] for kind, score in evaluation.mentions.items())
        parts.append(align(named))
    if evaluation.chains is not None:
        for kind, label in (("exact", "full chains, exact"), ("near", "full chains, content at least 80 % alike")):
            rows = [[label, "precision", "recall", "F1", "gold", "predicted"]]
            for name, score in measures.items():
                if name.startswith(f"chain {kind}"):
                    rows.append([name.removeprefix(f"chain {kind}").strip() or "every depth", *_cells(score)])
            parts.append(align(rows))
        found = evaluation.chains
        parts.append(
            align(
                [
                    ["paragraphs with a chain of two or more hops", str(found.paragraphs)],
                    ["every such chain exact", _share(found.complete, found.paragraphs)],
                    ["and no other such chain predicted", _share(found.clean, found.paragraphs)],
                ]
            )
        )
    return "\n\n".join(parts) + "\n"


def to_json(evaluation: Evaluation) -> str:
    """One JSON object: sizes, and counts and figures of every measure (precision, recall and F1 between 0 and 1)."""
    described: dict[str, object] = {
        "schema": SCHEMA,
        "corpus": evaluation.corpus,
        "documents": evaluation.documents,
        "words": evaluation.words,
        "unscored": evaluation.unscored,
        "measures": {
            name: {
                "predicted": score.predicted,
                "gold": score.gold,
                "right": score.right,
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
            }
            for name, score in evaluation.measures().items()
        },
        "paragraphs": None,
    }
    if evaluation.chains is not None:
        found = evaluation.chains
        described["paragraphs"] = {"gold": found.paragraphs, "complete": found.complete, "clean": found.clean}
    return json.dumps(described, indent=1, ensure_ascii=False)


def _cells(score: PRF) -> list[str]:
    rates = [_percent(value) if score.gold else "-" for value in (score.precision, score.recall, score.f1)]
    return [*rates, str(score.gold), str(score.predicted)]


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({_percent(part / whole)} %)" if whole else "none"
