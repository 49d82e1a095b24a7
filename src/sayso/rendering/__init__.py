"""Readings for people: a table, and the text with its spans lit.

Every word that comes from a text passes `safe` before it reaches a terminal. Only `table` and `lit` import rich.
"""
