"""Other views of the article."""

from tests.changes.kinds.views import (
    copies,
    keepers,
    own,
    services,
    shelves,
)

__all__ = [
    "copies",
    "keepers",
    "own",
    "services",
    "shelves",
]
