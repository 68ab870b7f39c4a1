"""Other views of the article."""

from tests.changes.kinds.views import copies, own

__all__ = ["copies", "own"]
