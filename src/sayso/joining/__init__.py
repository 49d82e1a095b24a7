"""Which parties of several documents are one, for what reason, and what is left as a question."""

from sayso.joining.appearing import Facts, appear
from sayso.joining.joining import Judged, join_parties

__all__ = ["Facts", "Judged", "appear", "join_parties"]
