"""What came out on stories as aligned plain text and as JSON."""

from __future__ import annotations

import json
from typing import Final

from sayso.evaluate.scores import PRF
from sayso.evaluate.stories import BCubed, RootScores, StoriesEvaluation, StoryScores
from sayso.evaluate.table import align

SCHEMA: Final = "sayso.evaluation-stories/1"
MOST_LISTED: Final = 12
"""Up to so many stories have a line of their own."""


def render_stories(evaluation: StoriesEvaluation) -> str:
    """The table that `sayso evaluate stories` prints; every figure but counts and widths is in per cent."""
    scores = evaluation.scores
    size = f"{scores.stories:,} {'story' if scores.stories == 1 else 'stories'}, {scores.documents:,} documents"
    if scores.unread:
        size += f"; {scores.unread:,} passages in languages that are not read yet not scored as claims"
    parts = [f"{evaluation.what}\n{size}"]
    rows = [["", "precision", "recall", "F1", "gold", "predicted"]]
    rows.append(["claims, B³ over passages", *_b_cubed(scores.claims)])
    rows.append(["relays, both ends right", *_cells(scores.relays)])
    if scores.flags.gold or scores.flags.predicted:
        rows.append(["seen and not followed", *_cells(scores.flags)])
    rows.append(["drift, kind in a document", *_cells(scores.drift.overall)])
    rows.append(["  where it is introduced", *_cells(scores.drift.introduced)])
    rows.append(["  where it is inherited", *_cells(scores.drift.inherited)])
    rows += [[f"  {kind.value}", *_cells(score)] for kind, score in scores.drift.kinds.items()]
    parts.append(align(rows))
    if not scores.claims.gold:  # drift alone, with the true claims and relays
        rows = rows[:1] + rows[3:]
        parts[-1] = align(rows)
        parts.append(
            align(
                [
                    [
                        "of the right drift, the words are right too",
                        _share(scores.drift.pointed, scores.drift.overall.right),
                    ]
                ]
            )
        )
        return "\n\n".join(parts) + "\n"
    rows = [["roots", "holds the truth", "mean width", "widest", "claims", "not found"]]
    rows.append(["main claims", *_roots(scores.main_roots)])
    rows.append(["all claims", *_roots(scores.roots)])
    parts.append(align(rows))
    parts.append(
        align(
            [
                ["of the right relays, the kind is right too", _share(scores.how_right, scores.relays.right)],
                [
                    "of the right drift, the words are right too",
                    _share(scores.drift.pointed, scores.drift.overall.right),
                ],
            ]
        )
    )
    if 1 < len(evaluation.stories) <= MOST_LISTED:
        rows = [["story", "claims F1", "relays F1", "roots of main claim", "drift P", "drift R"]]
        rows += [_line(name, story) for name, story in evaluation.stories.items()]
        parts.append(align(rows))
    return "\n\n".join(parts) + "\n"


def stories_to_json(evaluation: StoriesEvaluation) -> str:
    """One JSON object: sizes, counts and figures of all stories together and of each one (shares between 0 and 1)."""
    described = {
        "schema": SCHEMA,
        "what": evaluation.what,
        **_described(evaluation.scores),
        "stories": {name: _described(scores) for name, scores in evaluation.stories.items()},
    }
    return json.dumps(described, indent=1, ensure_ascii=False)


def _described(scores: StoryScores) -> dict[str, object]:
    return {
        "documents": scores.documents,
        "claims": {
            "passages": scores.claims.gold,
            "found": scores.claims.found,
            "unread": scores.unread,
            "precision": round(scores.claims.precision, 4),
            "recall": round(scores.claims.recall, 4),
            "f1": round(scores.claims.f1, 4),
        },
        "relays": {**_counts(scores.relays), "how_right": scores.how_right},
        "flags": _counts(scores.flags),
        "roots": {"main": _interval(scores.main_roots), "all": _interval(scores.roots)},
        "drift": {
            **_counts(scores.drift.overall),
            "pointed": scores.drift.pointed,
            "introduced": _counts(scores.drift.introduced),
            "inherited": _counts(scores.drift.inherited),
            "kinds": {kind.value: _counts(score) for kind, score in scores.drift.kinds.items()},
        },
    }


def _counts(score: PRF) -> dict[str, object]:
    return {
        "predicted": score.predicted,
        "gold": score.gold,
        "right": score.right,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
    }


def _interval(roots: RootScores) -> dict[str, object]:
    return {
        "claims": roots.claims,
        "found": roots.found,
        "right": roots.right,
        "share": round(roots.share, 4),
        "mean_width": round(roots.mean_width, 4),
        "widest": roots.widest,
    }


def _line(name: str, story: StoryScores) -> list[str]:
    drift = story.drift.overall
    return [
        name,
        _percent(story.claims.f1),
        _percent(story.relays.f1),
        _share(story.main_roots.right, story.main_roots.claims),
        _percent(drift.precision) if drift.predicted else "-",
        _percent(drift.recall) if drift.gold else "-",
    ]


def _b_cubed(score: BCubed) -> list[str]:
    rates = [_percent(value) if score.gold else "-" for value in (score.precision, score.recall, score.f1)]
    return [*rates, str(score.gold), str(score.found)]


def _cells(score: PRF) -> list[str]:
    rates = [
        _percent(score.precision) if score.predicted else "-",
        _percent(score.recall) if score.gold else "-",
        _percent(score.f1) if score.gold else "-",
    ]
    return [*rates, str(score.gold), str(score.predicted)]


def _roots(roots: RootScores) -> list[str]:
    width = f"{roots.mean_width:.2f}" if roots.found else "-"
    return [
        _percent(roots.share) if roots.claims else "-",
        width,
        str(roots.widest),
        str(roots.claims),
        str(roots.claims - roots.found),
    ]


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "none"
