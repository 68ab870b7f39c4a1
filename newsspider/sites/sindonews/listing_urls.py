"""Addresses of the places where SINDOnews lists its articles, in the form used since 2025."""

from datetime import date
from urllib.parse import urlencode

from newsspider.sites.sindonews.sections import ALL_SECTIONS, SECTIONS

HOME = "https://www.sindonews.com"
INDEX_STEP = 20  # articles on a page of the daily index since 2023; 15 in 2020-21, 10 before


def indeks_url(index_number: int, day: date, offset: int = 0) -> str:
    """Page of the daily index of a kanal (`ALL_KANALS` for every one).

    >>> indeks_url(9, date(2022, 1, 11), 20)
    'https://www.sindonews.com/indeks/9/20?t=2022-01-11'
    """
    return f"{HOME}/indeks/{index_number}/{offset}?t={day.isoformat()}"


def front_index_url(index_number: int) -> str:
    """The index of a kanal without a day: its newest articles.

    >>> front_index_url(9)
    'https://www.sindonews.com/indeks/9/0'
    """
    return f"{HOME}/indeks/{index_number}/0"


def old_index_url(index_number: int, day: date, offset: int = 0) -> str:
    """The same list under the host of 2018-2025, which the site redirects to `indeks_url`."""
    return f"https://index.sindonews.com/index/{index_number}/{offset}?t={day.isoformat()}"


def older_index(url: str) -> str | None:
    """The same page of an index under the host of 2018-2025; None for any other address.

    >>> older_index("https://www.sindonews.com/indeks/9/20?t=2022-01-11")
    'https://index.sindonews.com/index/9/20?t=2022-01-11'
    """
    here = f"{HOME}/indeks/"
    return f"https://index.sindonews.com/index/{url[len(here) :]}" if url.startswith(here) else None


def feed_urls(section: str | None = None) -> list[str]:
    """RSS feeds, of the whole site or of one kanal, best first."""
    if section is None:
        return [f"{HOME}/feed", f"{HOME}/rss"]
    return [f"https://{SECTIONS[section].host}/rss"]


def sitemap_urls(section: str | None = None) -> list[str]:
    """The sitemap index of the site, or the sitemaps of one kanal, the news one first."""
    if section is None:
        return [f"{HOME}/sitemap.xml"]
    front = f"https://{SECTIONS[section].host}"
    return [f"{front}/sitemap-news.xml", f"{front}/sitemap-web.xml", f"{front}/sitemap.xml"]


def more_url(section: str, number: int, offset: int = 0) -> str:
    """List of a kanal's or sub-channel's articles, newest first, without a day (`/more/`)."""
    return f"https://{SECTIONS[section].host}/more/{number}/{offset}"


def topic_url(number: int, slug: str, offset: int = 0) -> str:
    """Page of a topic's articles."""
    return f"{HOME}/topic/{number}/{slug}" + (f"/{offset}" if offset else "")


def author_url(number: int, slug: str) -> str:
    """Page of an author's articles."""
    return f"{HOME}/blog/{number}/{slug}"


def search_url(query: str, page: int = 1) -> str:
    """Page of the site's search for articles, counted from 1.

    >>> search_url("banjir rob", 2)
    'https://www.sindonews.com/search/go?type=artikel&q=banjir+rob&p=2'
    """
    fields: dict[str, str | int] = {"type": "artikel", "q": query}
    if page > 1:
        fields["p"] = page
    return f"{HOME}/search/go?{urlencode(fields)}"


def section_search_url(query: str, index_number: int = ALL_SECTIONS, offset: int = 0) -> str:
    """Page of the search within one kanal; the site steps its `offset` by 10."""
    fields = urlencode({"type": "artikel", "q": query, "pid": index_number})
    return f"{HOME}/search/gokanal/{offset}?{fields}"
