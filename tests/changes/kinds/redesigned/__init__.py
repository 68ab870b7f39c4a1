"""The page is redesigned."""

from tests.changes.kinds.redesigned import boxes, names, themes

__all__ = ["boxes", "names", "themes"]
