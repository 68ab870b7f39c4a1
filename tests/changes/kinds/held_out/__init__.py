"""Kinds of all groups that no part of the reader was ever mended for: an estimate of the unseen."""

from tests.changes.kinds.held_out import asides, deliveries, systems, withheld, witnesses

__all__ = ["asides", "deliveries", "systems", "withheld", "witnesses"]
