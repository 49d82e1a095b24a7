"""`python -m sayso` is `sayso`."""

import sys

from sayso.cli import main

if __name__ == "__main__":  # worker processes import this module again
    sys.exit(main())
