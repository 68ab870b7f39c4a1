"""Any news site without a folder of its own: the articles that the user names."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request

from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.base_spiders.plan import Plan
from newsspider.errors import BadArgument
from newsspider.extract import Listed
from newsspider.sites.web.addresses import house
from newsspider.sites.web.site import WEB


class Web(NewsSpider):
    """Fetches the articles of `-a urls=`, `feeds=` and `sitemap=`, on whatever hosts, each once.

    It goes to the hosts of these lists and articles, and of those that earlier runs could not have;
    a redirect leads to no other. Each house has a pace of its own.
    """

    site = WEB
    name = WEB.name

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.allowed_domains: list[str] = []

    @classmethod
    def read_arguments(cls, arguments: Mapping[str, str]) -> Plan:
        """Return the plan; raises `BadArgument`, also where nothing is named to be read."""
        plan = super().read_arguments(arguments)
        if not plan.has_selection and plan.refresh is None:
            raise BadArgument("name what to read: -a urls=FILE, -a feeds=FILE or -a sitemap=URL")
        return plan

    def slot_of(self, url: str) -> str:
        """Return the download slot of an address: that of its house."""
        return house(urlsplit(url).hostname or "")

    def listing_request(self, source: ListSource) -> Request:
        """Return the request for a list, whose host may be gone to from now on."""
        return self._allowed(super().listing_request(source))

    def article_request(self, entry: Listed, **options: Any) -> Request:
        """Return the request for an article, whose host may be gone to from now on."""
        return self._allowed(super().article_request(entry, **options))

    def _allowed(self, request: Request) -> Request:
        host = (urlsplit(request.url).hostname or "").removeprefix("www.")
        if host and host not in self.allowed_domains:
            self.allowed_domains.append(host)
        return request
