"""Foreign matter stands in the text."""

from tests.changes.kinds.foreign import (
    additions,
    boxes,
    editors,
    inserts,
    services,
)

__all__ = [
    "additions",
    "boxes",
    "editors",
    "inserts",
    "services",
]
