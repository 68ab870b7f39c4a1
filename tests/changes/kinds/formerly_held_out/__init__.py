"""Kinds of all groups that were held out once: no part of the reader was mended for them then."""

from tests.changes.kinds.formerly_held_out import pages, texts

__all__ = ["pages", "texts"]
