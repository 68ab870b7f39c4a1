"""Whether an answer is the list that was asked for: no day is closed on another page. Pure."""

import re
from typing import Final
from urllib.parse import parse_qs, urlsplit

from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.extract import Listing, Page
from newsspider.sites.site import Site
from newsspider.store.files.times import wib_day

_NO_LIST: Final = frozenset({"empty", "not_html", "too_large", "block_page", "server_error"})
_NUMBERS = re.compile(r"\d+")


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
