"""What is known about a language, as data, and a typed way to load it."""
