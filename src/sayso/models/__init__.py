"""Weights that run: the shipped English model, on the CPU."""
