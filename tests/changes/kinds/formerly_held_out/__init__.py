"""Kinds of all groups that were held out once: no part of the reader was mended for them then."""

from tests.changes.kinds.formerly_held_out import (
    around,
    columns,
    lost_and_foreign,
    pages,
    texts,
)

__all__ = ["around", "columns", "lost_and_foreign", "pages", "texts"]
