"""Foreign matter stands in the text."""

from tests.changes.kinds.foreign import boxes, editors, services

__all__ = ["boxes", "editors", "services"]
