"""The wire."""

from tests.changes.kinds.wire import cuts, damage, encodings, rewrites, unprocessed

__all__ = ["cuts", "damage", "encodings", "rewrites", "unprocessed"]
