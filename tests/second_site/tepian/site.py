"""Kabar Tepian as the rest of the program knows it."""

from collections.abc import Sequence
from datetime import timedelta, timezone
from typing import Final

from newsspider.dates import parse_date
from newsspider.reading.feeds import entries
from newsspider.reading.listing import Listed, Listing
from newsspider.reading.page import Page
from newsspider.sites import registry
from newsspider.sites.site import ListingUrls, Section, Site
from tests.second_site.tepian.addresses import HOST, parse
from tests.second_site.tepian.article import blocked, extract, further


class TepianListingUrls(ListingUrls):
    """One feed of the whole site, and nothing else."""

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the feed; a section has none."""
        return [f"https://{HOST}/feed.xml"] if section is None else []


def listing(page: Page) -> Listing:
    """Return the articles of the feed; other pages of the site list nothing that is read."""
    found: dict[str, Listed] = {}
    for entry in entries(page.text):
        address, date = parse(entry.href), parse_date(entry.published or "")
        if address.id and address.canonical:
            found[address.id] = Listed(
                url=address.canonical,
                headline=entry.headline,
                date_published=date.iso if date else None,
                address=address,
            )
    return Listing(articles=list(found.values()))


TEPIAN: Final = registry.register(
    Site(
        name="tepian",
        title="Kabar Tepian",
        domains=(HOST,),
        zone=timezone(timedelta(hours=8), "WITA"),
        address=parse,
        extract=extract,
        listing=listing,
        further=further,
        blocked=blocked,
        lists=TepianListingUrls(),
        sections={name: Section(name, 2026) for name in ("sungai", "pasar")},
    )
)
