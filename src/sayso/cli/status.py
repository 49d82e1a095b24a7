"""Exit statuses."""

from typing import Final

DONE: Final = 0
FAILED: Final = 1
USAGE: Final = 2
SKIPPED: Final = 3
CHECK_FAILED: Final = 4
STOPPED: Final = 130
PIPE_CLOSED: Final = 141
