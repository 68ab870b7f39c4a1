"""Kinds of all groups that were held out once: no part of the reader was mended for them then."""

from tests.changes.kinds.formerly_held_out import (
    around,
    asides,
    columns,
    deliveries,
    lost_and_foreign,
    pages,
    systems,
    texts,
    withheld,
    witnesses,
)

__all__ = [
    "around",
    "asides",
    "columns",
    "deliveries",
    "lost_and_foreign",
    "pages",
    "systems",
    "texts",
    "withheld",
    "witnesses",
]
