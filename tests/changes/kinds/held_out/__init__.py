"""Kinds of all groups that no part of the reader was ever mended for: an estimate of the unseen."""

from tests.changes.kinds.held_out import curtains, gateways, insertions, portals, testimony

__all__ = ["curtains", "gateways", "insertions", "portals", "testimony"]
