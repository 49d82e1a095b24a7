"""Joins the stages: inputs → documents → readings → a store → claims; keeps what was turned away, and why."""

from sayso.pipeline.reading import Outcome, Reader, Skipped, count_inputs, read_inputs

__all__ = ["Outcome", "Reader", "Skipped", "count_inputs", "read_inputs"]
