"""Components that break a crawl at its first article, as no page should be able to."""

import re
import sys
from typing import Any

from scrapy.http import Response


def _is_article(response: Response) -> bool:
    return "/read/" in response.url


class Loop:
    """Python that never ends: other threads still run."""

    def process_spider_input(self, response: Response) -> None:
        while _is_article(response):
            pass


class Regex:
    """C code that holds the interpreter's lock for years: nothing else runs."""

    def process_spider_input(self, response: Response) -> None:
        if _is_article(response):
            re.match(r"(a+)+$", "a" * 80 + "b")


class Exit:
    """The way out that no framework guards."""

    def process_spider_input(self, response: Response) -> None:
        if _is_article(response):
            sys.exit(7)


class Bug:
    """A pipeline with an error of ours."""

    def process_item(self, item: Any) -> None:
        raise ZeroDivisionError


class Failing:
    """A spider middleware with one: Scrapy hands it to the errback, as if the site had failed."""

    def process_spider_input(self, response: Response) -> None:
        if _is_article(response):
            raise ZeroDivisionError
