"""Requests for lists, articles and captures, as every spider asks for them."""

from collections.abc import Callable
from typing import Any

from scrapy import Request

from newsspider.base_spiders.captures.capture_choice import Chosen
from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.extract import Listed
from newsspider.sites.site import Site

Callback = Callable[..., Any]


def of_list(
    source: ListSource, callback: Callback, errback: Callback, *, conditional: bool
) -> Request:
    """Return the request for a list; these go before articles, and never count as seen.

    `conditional`: only what has changed since an earlier run is wanted.
    """
    return Request(
        source.url,
        callback=callback,
        errback=errback,
        cb_kwargs={"source": source},
        meta={"conditional": conditional},
        priority=10,
        # Sections without a list of their own share the pages of a day.
        dont_filter=source.depth == 0 or source.day is not None,
    )


def of_article(
    site: Site, entry: Listed, callback: Callback, errback: Callback, *, whole: bool
) -> Request:
    """Return the request for an article, `whole` for its whole text at once."""
    address = entry.address or site.address(entry.url)
    url = (address.whole_text if whole else None) or address.canonical or entry.url
    return _of_entry(url, entry, callback, errback)


def of_capture(chosen: Chosen, callback: Callback, errback: Callback) -> Request:
    """Return the request for the page of an article that was captured."""
    return _of_entry(chosen.url, chosen.listed, callback, errback)


def _of_entry(url: str, entry: Listed | None, callback: Callback, errback: Callback) -> Request:
    return Request(
        url,
        callback=callback,
        errback=errback,
        cb_kwargs={"listed": entry},
        dont_filter=True,  # the queue knows it; Scrapy's own filter remembers every address
    )
