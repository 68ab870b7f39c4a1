"""The wire."""

from tests.changes.kinds.wire import cuts, rewrites

__all__ = ["cuts", "rewrites"]
