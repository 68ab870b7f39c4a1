"""The counts of a run, kept as Scrapy keeps them."""

from scrapy.statscollectors import MemoryStatsCollector


class CrawlStats(MemoryStatsCollector):
    """Scrapy's own collector, without its look at every call for the `spider` argument of old.

    A page is some forty calls; the look, in `__getattribute__` and a wrapper, takes longer than the
    counting.
    """

    __getattribute__ = object.__getattribute__
