"""What the setting DUPLICATES says."""

from typing import Final

from scrapy.settings import BaseSettings

from newsspider.errors import BadArgument

MODES: Final = ("mark", "drop-exact", "drop-near")


def duplicates_mode(settings: BaseSettings) -> str:
    """Return what `DUPLICATES` says; raises `BadArgument` for a word not in `MODES`."""
    word = str(settings.get("DUPLICATES", MODES[0]))
    if word not in MODES:
        raise BadArgument(f"DUPLICATES={word}: write {', '.join(MODES[:-1])} or {MODES[-1]}")
    return word
