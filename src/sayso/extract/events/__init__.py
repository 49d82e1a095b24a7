"""Attributions → events: who did what to whom, where, when, how many, and whether it is put as having happened."""

from sayso.extract.events.finding import find_events

__all__ = ["find_events"]
