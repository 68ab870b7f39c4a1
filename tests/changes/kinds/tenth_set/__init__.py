"""Kinds of all groups, written without a look at the reader and measured before it was mended."""

from tests.changes.kinds.tenth_set import datings, insets, replacements, transmissions

__all__ = ["datings", "insets", "replacements", "transmissions"]
