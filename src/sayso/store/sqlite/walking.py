"""Pages of a query, found by where the one before ended: `ORDER BY`, and the condition that a page's rows come after a cursor."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import ListError
from sayso.store.cursors import Cursor, Value


@dataclass(frozen=True, slots=True)
class Walk:
    """What rows are ordered by: expressions that are never null and of these types, all falling (`rising`: all rising); the last one differs in every row."""

    columns: tuple[str, ...]
    types: tuple[type, ...]
    rising: bool = False

    def by(self, cursor: Cursor | None) -> str:
        """For ORDER BY; from a page backwards it is turned round."""
        rising = self.rising != (cursor is not None and cursor.back)
        return ", ".join(f"{column} {'ASC' if rising else 'DESC'}" for column in self.columns)

    def beyond(self, cursor: Cursor | None) -> tuple[str, tuple[Value, ...]]:
        """The condition, with its values. Raises ListError where a cursor is another list's."""
        if cursor is None:
            return "1", ()
        fits = len(cursor.values) == len(self.types) and all(
            isinstance(value, kind) for value, kind in zip(cursor.values, self.types, strict=True)
        )
        if not fits or any(isinstance(value, int) and abs(value) >= 1 << 63 for value in cursor.values):
            raise ListError(
                "That place is in another list, or the list is ordered otherwise now. Begin at its first page."
            )
        sign = ">" if self.rising != cursor.back else "<"
        marks = ", ".join("?" * len(self.columns))
        return f"({', '.join(self.columns)}) {sign} ({marks})", cursor.values
