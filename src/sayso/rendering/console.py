"""The terminal that tables and lit text are printed on."""

from __future__ import annotations

from typing import Any, TextIO

from rich.console import Console

WIDEST = 150  # a line longer than this is hard to follow to the next


class Paper(Console):
    """A rich console that takes every word literally and lets its caller see a broken pipe."""

    @property
    def has_colour(self) -> bool:
        """Whether colours would be seen; False under NO_COLOR, in a pipe and on a dumb terminal."""
        return self.is_terminal and self.color_system is not None and not self.no_color

    def on_broken_pipe(self) -> None:
        # rich would end the program here; the command line has its own way to be quiet about it.
        raise BrokenPipeError

    def print(self, *objects: Any, **settings: Any) -> None:
        """Print; in a pipe without the blanks that only fill a terminal's lines."""
        if self.is_terminal:
            super().print(*objects, **settings)
            return
        with self.capture() as capture:
            super().print(*objects, **settings)
        self.file.write("".join(f"{line.rstrip(' ')}\n" for line in capture.get().removesuffix("\n").split("\n")))


def open_paper(file: TextIO) -> Paper:
    """A console on `file`: as wide as the terminal up to `WIDEST`, colour only where it is a terminal that has it."""
    paper = Paper(file=file, markup=False, emoji=False, highlight=False)
    paper.width = min(paper.width, WIDEST)
    return paper
