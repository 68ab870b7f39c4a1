"""Foreign matter stands in the text."""

from tests.changes.kinds.foreign import additions, boxes, editors, services

__all__ = ["additions", "boxes", "editors", "services"]
