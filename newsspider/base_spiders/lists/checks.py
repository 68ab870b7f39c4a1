"""Whether an answer is the list that was asked for, and all of it. Pure.

No day is closed on another page, nor on half of one.
"""

import re
from typing import Final
from urllib.parse import parse_qs, urlsplit

from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.extract import Listing, Page
from newsspider.sites.site import Site
from newsspider.store.files.times import wib_day

_NO_LIST: Final = frozenset({"empty", "not_html", "too_large", "block_page", "server_error"})
_NUMBERS = re.compile(r"\d+")
_OPENED: Final = re.compile(r"<(html|rss|feed|urlset|sitemapindex|rdf:rdf)\b", re.IGNORECASE)
_CLOSED_TOO: Final = {"html": ("html", "body")}  # some pages leave out the very last tag


def mismatch(site: Site, asked: ListSource, page: Page, found: Listing) -> str | None:
    """Return why the page is not the list that was asked for, or None.

    A block page, a notice of maintenance and a front page to which everybody is sent come with
    status 200 too, and would pass for the empty list that ends a day.
    """
    return (
        _elsewhere(site, asked.url, page.url)
        or _other_day(asked, found)
        or _no_list(site, page, found)
    )


def breaks_off(page: Page) -> bool:
    """Tell whether a list ends before its end: the element that holds all of it is never closed.

    A proxy that broke off says so neither in the length nor in the status of what it kept. Lists
    of other kinds are taken as they come.

    >>> from datetime import UTC, datetime
    >>> moment = datetime(2026, 7, 24, tzinfo=UTC)
    >>> feeds = b"<rss><channel><item>", b"<rss><channel></channel></rss>", b"plain text"
    >>> [breaks_off(Page.from_bytes("https://kabar.test/feed", feed, moment)) for feed in feeds]
    [True, False, False]
    """
    opened = _OPENED.search(page.text)
    if opened is None:
        return False
    name = opened[1].lower()
    if name == "html" and page.complete:
        return False
    text = page.text.lower()
    return not any(f"</{closed}" in text for closed in _CLOSED_TOO.get(name, (name,)))


def _elsewhere(site: Site, asked: str, came: str) -> str | None:
    """Return where a request was sent instead. A site may move its index to another host."""
    kind = site.address(asked).kind
    if asked == came or kind == "other":
        return None
    here, there = urlsplit(asked), urlsplit(came)
    same_day = parse_qs(here.query).get("t") == parse_qs(there.query).get("t")
    same_page = _NUMBERS.findall(here.path) == _NUMBERS.findall(there.path)
    if site.address(came).kind != kind or not same_day or (kind == "index" and not same_page):
        return f"led to {came}"
    return None


def _other_day(asked: ListSource, found: Listing) -> str | None:
    """Return which days a list shows of which no article is of the day asked for."""
    stated = {wib_day(entry.date_published) for entry in found.articles if entry.date_published}
    if asked.day is not None and stated and asked.day not in stated:
        return f"lists {min(stated)} to {max(stated)} instead of {asked.day}"
    return None


def _no_list(site: Site, page: Page, found: Listing) -> str | None:
    """Return what a page without articles says it is; an empty list says nothing."""
    if found.articles or found.sitemaps or found.skipped:
        return None
    reason = site.blocked(page) if site.address(page.url).kind == "index" else None
    return reason if reason in _NO_LIST else None
