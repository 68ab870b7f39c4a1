"""Where a command reads from what machines share (SHARED): a copy in the user's cache."""

from collections.abc import Sequence
from pathlib import Path

from newsspider.crawl import clock


def shared_copy(url: str, sites: Sequence[str]) -> Path:
    """Return the folder with copies of what is shared of these sites, or of all, up to date.

    Raises as `bring_up_to_date` does.
    """
    from newsspider.shared.object_store import ObjectStore  # few ask for it, and it takes time
    from newsspider.shared.reading_copy import bring_up_to_date, copies_folder

    folder = copies_folder(url)
    bring_up_to_date(ObjectStore.open(url), folder, sites, clock.now())
    return folder
