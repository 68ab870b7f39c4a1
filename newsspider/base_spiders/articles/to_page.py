"""Where a response of Scrapy becomes a `Page`, which states when it was fetched."""

from datetime import UTC, datetime

from scrapy.http import Response

from newsspider.crawl import clock
from newsspider.extract import Page


def to_page(response: Response) -> Page:
    """Return a response as extraction knows it.

    A replayed page keeps the time at which it was saved (`meta["fetched_at"]`, ISO 8601), so that a
    replay gives the same record whenever it runs; "2 jam yang lalu" is read from that time too.
    """
    saved = response.meta.get("fetched_at")
    fetched_at = datetime.fromisoformat(saved) if saved else clock.now().astimezone(UTC)
    content_type = response.headers.get("Content-Type")
    return Page.from_bytes(
        response.url,
        response.body,
        fetched_at.replace(microsecond=0),
        content_type.decode("latin-1") if content_type else None,
    )
