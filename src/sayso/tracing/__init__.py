"""Attributions → claims, relays, roots, drift. No I/O, no model: what is needed from outside is a protocol here."""
