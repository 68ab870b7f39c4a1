"""Crawls of several sites in one process, each with its own pace, store, manifest and verdict."""

from collections.abc import Mapping, Sequence
from typing import Any

from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.cli.around_crawl import outcome, prepare
from newsspider.cli.settings_check import spider_named
from newsspider.crawl.preflight import is_permitted
from newsspider.crawl.shared_site import give_up, join_all
from newsspider.errors import BadArgument, Refusal
from newsspider.exit_status import Verdict, gravest


def sites_of(
    chosen: str | None, loader: SpiderLoaderProtocol, settings: BaseSettings
) -> tuple[list[str], list[str]]:
    """Return the sites to crawl, and those that are left out since they ask for permission.

    `chosen` are names, separated by commas; without, every site that has lists of its own. Raises
    `BadArgument` for a name that is none.
    """
    if chosen is not None:
        names = list(dict.fromkeys(filter(None, map(str.strip, chosen.split(",")))))
        if not names:
            raise BadArgument("-a sites=: empty; give one or more, separated by commas")
        return [spider_named([name], loader) for name in names], []
    spiders: list[Any] = list(map(loader.load, loader.list()))
    sites = [s.site for s in spiders if issubclass(s, NewsSpider) and s.site.domains]
    permitted = [site.name for site in sites if is_permitted(site, settings)]
    return permitted, [site.name for site in sites if site.name not in permitted]


def crawl(
    process: CrawlerProcessBase,
    sites: Sequence[str],
    arguments: Mapping[str, str],
) -> dict[str, Verdict]:
    """Run the spiders of the sites at once, and return the verdict on each.

    A site that is refused (another run of it is going, its state is damaged) keeps no other from
    being crawled.
    """
    verdicts: dict[str, Verdict] = {}
    begun: dict[str, tuple[Crawler, Any]] = {}
    crawlers = {site: process.create_crawler(site) for site in sites}
    join_all(crawlers.values())
    for site, crawler in crawlers.items():
        try:
            prepare(crawler)
        except Refusal as refusal:
            give_up(crawler)
            verdicts[site] = Verdict(refusal.exit_code, str(refusal))
        else:
            begun[site] = crawler, process.crawl(crawler, **arguments)
    left: SystemExit | None = None
    try:
        if begun:
            process.start()
    except SystemExit as error:
        left = error
    for site, (crawler, task) in begun.items():
        verdicts[site] = outcome(crawler, task, left)
    return verdicts


def of_all(verdicts: Mapping[str, Verdict]) -> Verdict:
    """Return the verdict on the process: the gravest, and in words which sites ended how.

    >>> of_all({"detik": Verdict(0, "3 stored"), "tempo": Verdict(75, "incomplete")}).line("all")
    'all: exit 75 (tempo 75, detik 0)'
    """
    worst = gravest(*verdicts.values())
    ended = sorted(verdicts.items(), key=lambda found: found[1].exit_code == 0)
    words = ", ".join(f"{site} {verdict.exit_code}" for site, verdict in ended)
    return Verdict(worst.exit_code, words)
