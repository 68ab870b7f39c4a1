"""What decides where a list goes on; and the shortest way, through what was chosen by name."""

from collections.abc import Iterable
from typing import Protocol

from newsspider.base_spiders.lists.following import next_of_selection
from newsspider.base_spiders.lists.list_sources import ListSource, Sources
from newsspider.base_spiders.plan import Plan
from newsspider.extract import Listing


class Walk(Protocol):
    """A way through the lists of a site: it is told what came of each, and names the next ones."""

    def came(self, here: ListSource, found: Listing) -> Iterable[ListSource]:
        """Return where to go on after a list that came."""

    def unchanged(self, here: ListSource) -> Iterable[ListSource]:
        """Return where to go on after a 304: a complete run has read this list."""

    def failed(self, here: ListSource) -> Iterable[ListSource]:
        """Return where to look instead of a list that could not be had."""


class SelectionWalk:
    """Reads topics, authors and the search, page by page, back to the days asked for."""

    def __init__(self, plan: Plan, sources: Sources) -> None:
        self.plan = plan
        self.zone = sources.site.zone

    def came(self, here: ListSource, found: Listing) -> list[ListSource]:
        """Return the next page, if there is one that may have articles of the days asked for."""
        following = next_of_selection(here, found, self.plan, self.zone)
        return [following] if following else []

    def unchanged(self, here: ListSource) -> list[ListSource]:
        """Return nothing: whatever has not changed has been read."""
        return []

    def failed(self, here: ListSource) -> list[ListSource]:
        """Return nothing: there is no other list of the same."""
        return []
