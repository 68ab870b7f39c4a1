"""Feeds and sitemaps: their articles, and the sitemaps an index leads to."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Final

from newsspider.reading.address import Address
from newsspider.reading.feeds import Entry, entries
from newsspider.reading.html.links import joined
from newsspider.reading.listing import Listed, Listing
from newsspider.reading.lists.list_markup import MENU_KINDS
from newsspider.reading.lists.skipped import Skipped, moment
from newsspider.reading.text import clean_or_none

_Found = dict[str, tuple[Address, Entry]]
_Parse = Callable[[str], Address]

_LANGUAGE = re.compile(r"""(?:<(?:dc:)?language>\s*|\sxml:lang=["'])([A-Za-z][\w-]*)""")
_HEAD: Final = 4_000  # characters of a feed, among which it says its language

MAX_ENTRIES: Final = 50_000
"""Articles of one file, what the sitemap protocol allows; of more, the newest are kept."""


def read_feed(text: str, base: str, now: datetime, parse: _Parse) -> Listing:
    """Return the articles of a feed or sitemap at `base`, in its order, each once."""
    skipped = Skipped()
    found: _Found = {}
    for entry in entries(text):
        url = joined(entry.href, base)
        address = parse(url)
        if address.kind == "article" and address.id is not None:
            found.setdefault(address.id, (address, entry))
        else:
            skipped.add(address.kind, url)
        if len(found) == 2 * MAX_ENTRIES:  # so that a file without end costs no more memory
            found = _newest(found)
    declared = _LANGUAGE.search(text, 0, _HEAD)
    read = partial(moment, now=now, language=declared[1] if declared else None)
    articles = [_listed(address, entry, read) for address, entry in _newest(found).values()]
    return Listing(articles=articles, skipped=skipped.counts())


def read_sitemap_index(text: str, base: str, parse: _Parse) -> Listing:
    """Return the sitemaps that an index at `base` leads to, but those of videos and photos.

    Sections without text articles have sitemaps too, and the index of all names them. What has the
    address of an article is a sitemap all the same: nothing else stands in an index.
    """
    skipped = Skipped()
    sitemaps: dict[str, None] = {}
    for entry in entries(text):
        url = joined(entry.href, base)
        kind = parse(url).kind
        if kind not in MENU_KINDS and kind != "article":
            skipped.add(kind, url)
        elif url != base:
            sitemaps[url] = None
    return Listing(sitemaps=list(sitemaps)[:MAX_ENTRIES], skipped=skipped.counts())


def _newest(found: _Found) -> _Found:
    """Return all of them, or the `MAX_ENTRIES` that the addresses say are newest, in order."""
    if len(found) <= MAX_ENTRIES:
        return found
    times = {key: _time(address) for key, (address, _) in found.items()}
    limit = sorted(times.values(), reverse=True)[MAX_ENTRIES - 1]
    kept = (item for item in found.items() if times[item[0]] >= limit)
    return dict(islice(kept, MAX_ENTRIES))


def _time(address: Address) -> float:
    return address.published_hint.timestamp() if address.published_hint else 0.0


def _listed(address: Address, entry: Entry, read: Callable[[str], str | None]) -> Listed:
    return Listed(
        url=address.canonical or entry.href,
        address=address,
        headline=clean_or_none(entry.headline),
        date_published=read(entry.published or ""),
        date_modified=read(entry.modified or ""),
    )
