"""What changed on a claim's way: between two statements, and along a whole graph of relays."""

from sayso.tracing.drift.change import Change
from sayso.tracing.drift.comparing import compare
from sayso.tracing.drift.walk import find_drift

__all__ = ["Change", "compare", "find_drift"]
