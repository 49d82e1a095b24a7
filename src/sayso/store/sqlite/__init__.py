"""The store in one SQLite file. All SQL of sayso is in this room."""
