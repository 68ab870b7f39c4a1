"""Other views of the article."""

from tests.changes.kinds.views import (
    copies,
    own,
    services,
    shelves,
)

__all__ = [
    "copies",
    "own",
    "services",
    "shelves",
]
