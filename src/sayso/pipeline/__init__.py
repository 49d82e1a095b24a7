"""Joins the stages: inputs → documents → readings → a store → claims; keeps what was turned away, and why."""

from sayso.pipeline.inputs import Facts, Gathered, Outcome, Skipped, count_inputs, gather_inputs, read_inputs
from sayso.pipeline.reading import Reader

__all__ = [
    "Facts",
    "Gathered",
    "Outcome",
    "Reader",
    "Skipped",
    "count_inputs",
    "gather_inputs",
    "read_inputs",
]
