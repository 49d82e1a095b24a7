"""Readings, lineages and lists for people: tables, lit text, the tree of a claim, its drawing.

Every word that comes from a text passes `safe` before it reaches a terminal or a drawing. Only `table`, `lit`, `tree`,
`listing`, `page` and `console` import rich; `drawing` needs no library at all.
"""
