"""Frozen values: what sayso speaks of. No I/O."""
