"""Foreign matter stands in the text."""

from tests.changes.kinds.foreign import (
    additions,
    boxes,
    editors,
    in_sentences,
    inserts,
    repetitions,
    services,
)

__all__ = [
    "additions",
    "boxes",
    "editors",
    "in_sentences",
    "inserts",
    "repetitions",
    "services",
]
