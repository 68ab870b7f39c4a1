"""Feeds and sitemaps of SINDOnews: their articles, and the sitemaps an index leads to."""

from datetime import datetime
from itertools import islice
from typing import Final

from newsspider.reading.feeds import Entry, entries
from newsspider.reading.links import joined
from newsspider.reading.listing import Listed, Listing
from newsspider.reading.text import clean_or_none
from newsspider.sites.sindonews.addresses import ArticleAddress, Kind, parse
from newsspider.sites.sindonews.listings.skipped import Skipped, moment

_Found = dict[str, tuple[ArticleAddress, Entry]]

MAX_ENTRIES: Final = 50_000
"""Articles of one file, what the sitemap protocol allows; of more, the newest are kept."""

# Sections without text articles have sitemaps too, and the index of all names them.
_NO_ARTICLES: Final[frozenset[Kind]] = frozenset(
    {"video", "photo", "infographic", "scope", "hi_lite", "partner", "foreign"}
)


def read_feed(text: str, base: str, now: datetime) -> Listing:
    """Return the articles of a feed or sitemap at `base`, in its order, each once."""
    skipped = Skipped()
    found: _Found = {}
    for entry in entries(text):
        url = joined(entry.href, base)
        address = parse(url)
        if isinstance(address, ArticleAddress) and address.kind == "article":
            found.setdefault(address.id, (address, entry))
        else:
            skipped.add(address.kind, url)
        if len(found) == 2 * MAX_ENTRIES:  # so that a file without end costs no more memory
            found = _newest(found)
    articles = [_listed(address, entry, now) for address, entry in _newest(found).values()]
    return Listing(articles=articles, skipped=skipped.counts())


def read_sitemap_index(text: str, base: str) -> Listing:
    """Return the sitemaps that an index at `base` leads to, but those of videos and photos."""
    skipped = Skipped()
    sitemaps: dict[str, None] = {}
    for entry in entries(text):
        url = joined(entry.href, base)
        kind = parse(url).kind
        if kind in _NO_ARTICLES:
            skipped.add(kind, url)
        elif url != base:
            sitemaps[url] = None
    return Listing(sitemaps=list(sitemaps)[:MAX_ENTRIES], skipped=skipped.counts())


def _newest(found: _Found) -> _Found:
    """Return all of them, or the `MAX_ENTRIES` that the addresses say are newest, in order."""
    if len(found) <= MAX_ENTRIES:
        return found
    times = sorted((address.timestamp or 0 for address, _ in found.values()), reverse=True)
    limit = times[MAX_ENTRIES - 1]
    kept = (item for item in found.items() if (item[1][0].timestamp or 0) >= limit)
    return dict(islice(kept, MAX_ENTRIES))


def _listed(address: ArticleAddress, entry: Entry, now: datetime) -> Listed:
    return Listed(
        url=address.canonical,
        address=address,
        headline=clean_or_none(entry.headline),
        date_published=moment(entry.published or "", now),
        date_modified=moment(entry.modified or "", now),
    )
