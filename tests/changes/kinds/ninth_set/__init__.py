"""Kinds of all groups, written without a look at the reader and measured before it was mended."""

from tests.changes.kinds.ninth_set import curtains, gateways, insertions, portals, testimony

__all__ = ["curtains", "gateways", "insertions", "portals", "testimony"]
