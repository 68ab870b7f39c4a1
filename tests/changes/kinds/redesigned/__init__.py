"""The page is redesigned."""

from tests.changes.kinds.redesigned import (
    boxes,
    builders,
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
    "builders",
    "elements",
    "formats",
    "inline",
    "names",
    "placements",
    "settings",
    "themes",
]
