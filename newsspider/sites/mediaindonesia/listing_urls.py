"""Where Media Indonesia lists its articles, at the addresses seen in 2026."""

from collections.abc import Sequence
from urllib.parse import quote

from newsspider.sites.mediaindonesia.sections import HOME
from newsspider.sites.site import ListingUrls


class MediaIndonesiaListingUrls(ListingUrls):
    """One feed, the index of all sections and the list of each; none is of a day alone."""

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feed of the whole site."""
        return [f"{HOME}/feed"] if section is None else []

    def front_index(self, section: str | None) -> str | None:
        """Return page 1 of the newest articles of a section, or of all."""
        return f"{HOME}/{section or 'indeks'}"

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or its last part."""
        return named if "://" in named else f"{HOME}/tag/{quote(named)}"
