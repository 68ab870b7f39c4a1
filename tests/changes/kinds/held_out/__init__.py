"""Kinds of all groups that no part of the reader was ever mended for: an estimate of the unseen."""

from tests.changes.kinds.held_out import around, columns, texts

__all__ = ["around", "columns", "texts"]
