"""The wire."""

from tests.changes.kinds.wire import (
    cuts,
    damage,
    encodings,
    mix_ups,
    rewrites,
    streams,
    unprocessed,
)

__all__ = [
    "cuts",
    "damage",
    "encodings",
    "mix_ups",
    "rewrites",
    "streams",
    "unprocessed",
]
