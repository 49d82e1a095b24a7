"""The command `sayso`."""

from sayso.cli.main import main

__all__ = ["main"]
