"""The one way to end a crawl from code that runs within it, and to know that it is ending."""

import asyncio
from typing import Final

from scrapy.crawler import Crawler

from newsspider.errors import Refusal

_LOOK: Final = 0.01  # seconds between looks whether the spider is closed
_ENDING: set[asyncio.Task[None]] = set()  # the loop keeps only weak references to tasks


def close(crawler: Crawler, reason: str) -> None:
    """End the crawl with `reason` as soon as what is in hand is done; later calls are in vain.

    `CloseSpider` does the same from a spider's callback, and nothing from a pipeline or middleware.
    """
    if crawler.engine is None or crawler.engine.spider is None:
        return
    task = asyncio.ensure_future(crawler.engine.close_spider_async(reason=reason))
    _ENDING.add(task)
    task.add_done_callback(_ENDING.discard)


async def spider_closed(crawler: Crawler) -> None:
    """Wait until the spider is closed, and everybody has been told so.

    Scrapy stops its engine before that where it is told to stop while the spider is being closed.
    """
    while crawler.engine is not None and crawler.engine.spider is not None:
        await asyncio.sleep(_LOOK)


def end_with(crawler: Crawler, refusal: Refusal) -> None:
    """End the crawl because its output, or what it rests on, cannot be written.

    Stats: `output/error`, `output/exit_code`, of the first such refusal.
    """
    assert crawler.stats is not None
    if crawler.stats.get_value("output/error") is None:
        crawler.stats.set_value("output/error", str(refusal))
        crawler.stats.set_value("output/exit_code", refusal.exit_code)
    close(crawler, "output_failed")


def is_stopping(crawler: Crawler) -> bool:
    """Tell whether the engine is closing the spider.

    Scrapy has no public word for it; what is asked here is asked of the installed version by a
    test.
    """
    slot = crawler.engine._slot if crawler.engine is not None else None
    return slot is None or slot.closing is not None
