"""Asks Scrapy to end a crawl, from code that runs within one."""

import asyncio

from scrapy.crawler import Crawler

_ENDING: set[asyncio.Task[None]] = set()  # the loop keeps only weak references to tasks


def close(crawler: Crawler, reason: str) -> None:
    """Ends the crawl with `reason` as soon as what is in hand is done; later calls are in vain.

    `CloseSpider` does the same from a spider's callback, and nothing from a pipeline or middleware.
    """
    if crawler.engine is None or crawler.engine.spider is None:
        return
    task = asyncio.ensure_future(crawler.engine.close_spider_async(reason=reason))
    _ENDING.add(task)
    task.add_done_callback(_ENDING.discard)
