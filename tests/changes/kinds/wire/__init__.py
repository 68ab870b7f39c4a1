"""The wire."""

from tests.changes.kinds.wire import cuts, damage, rewrites, unprocessed

__all__ = ["cuts", "damage", "rewrites", "unprocessed"]
