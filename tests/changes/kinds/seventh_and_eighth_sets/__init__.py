"""Kinds of all groups, measured before the reader was mended for any of them."""

from tests.changes.kinds.seventh_and_eighth_sets import (
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
