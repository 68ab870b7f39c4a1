"""Where Merdeka.com lists its articles: what its robots.txt leaves of 2026."""

from newsspider.sites.merdeka.sections import front
from newsspider.sites.site import ListingUrls


class MerdekaListingUrls(ListingUrls):
    """The sitemaps and front pages of sections.

    Its robots.txt forbids every address with a query and every index (July 2026), so days are not
    walked.

    >>> MerdekaListingUrls().news_sitemap("jateng")
    'https://www.merdeka.com/jateng/sitemap.xml'
    """

    def news_sitemap(self, section: str | None) -> str | None:
        """Return the news sitemap of a section."""
        return f"{front(section)}/sitemap.xml" if section else None

    def front_index(self, section: str | None) -> str | None:
        """Return the front page of a section, of which only page 1 is open."""
        return front(section) if section else None
