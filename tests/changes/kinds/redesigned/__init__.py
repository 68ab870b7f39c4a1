"""The page is redesigned."""

from tests.changes.kinds.redesigned import (
    boxes,
    elements,
    formats,
    inline,
    names,
    placements,
    settings,
    themes,
)

__all__ = [
    "boxes",
    "elements",
    "formats",
    "inline",
    "names",
    "placements",
    "settings",
    "themes",
]
