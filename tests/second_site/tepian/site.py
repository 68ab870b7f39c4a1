"""Kabar Tepian as the rest of the program knows it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites import registry
from newsspider.sites.site import ListingUrls, Section, Site
from tests.second_site.tepian.addresses import HOST, parse
from tests.second_site.tepian.markup import INDEX_MARKUP, MARKUP, ZONE


class TepianListingUrls(ListingUrls):
    """One feed of the whole site, and nothing else."""

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the feed; a section has none."""
        return [f"https://{HOST}/feed.xml"] if section is None else []


# Registered by hand, since it is outside `newsspider/sites/`: a site in there is only `Site(…)`.
TEPIAN: Final = registry.register(
    Site(
        name="tepian",
        title="Kabar Tepian",
        domains=(HOST,),
        zone=ZONE,
        address=parse,
        extract=partial(extraction.extract, MARKUP),
        listing=partial(listing, markup=INDEX_MARKUP),
        further=partial(further, markup=MARKUP),
        blocked=partial(blocked, markup=MARKUP),
        lists=TepianListingUrls(),
        layouts=MARKUP.layouts,
        sections={name: Section(name) for name in ("sungai", "pasar")},
    )
)
