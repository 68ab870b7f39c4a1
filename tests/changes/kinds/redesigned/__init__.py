"""The page is redesigned."""

from tests.changes.kinds.redesigned import (
    boxes,
    formats,
    inline,
    names,
    placements,
    settings,
    themes,
)

__all__ = ["boxes", "formats", "inline", "names", "placements", "settings", "themes"]
