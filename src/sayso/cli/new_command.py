"""What the rooms of arguments are given to make a command with."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

NewCommand: TypeAlias = Callable[..., argparse.ArgumentParser]
"""Makes a command: its name, then its help and description."""
