"""What the halves of the spider share: the plan, what is known, and the counts of the run."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from scrapy import Spider
from twisted.python.failure import Failure

from newsspider.base_spiders.ledger import Ledger
from newsspider.base_spiders.plan import Plan
from newsspider.base_spiders.recent_set import RecentSet
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store

if TYPE_CHECKING:
    from newsspider.base_spiders.further_pages import FurtherPages

# What no network raises: a middleware of ours did, and Scrapy brings it here like a failed request.
_BUGS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    TypeError,
)


class BaseSpider(Spider):
    """A spider with something to do: what its `-a` arguments ask for."""

    def __init__(self, plan: Plan, arguments: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.plan = plan
        self.arguments = dict(arguments or {})
        self.met = RecentSet()  # ids of the articles listed in this run
        self.asked = RecentSet()  # and of those that were asked for
        self.requested = 0  # articles
        self.whole: FurtherPages  # fetches further pages; needs the crawler
        self.ledger = Ledger(lambda: find_store(self.crawler), clock.now)

    @classmethod
    def read_arguments(cls, arguments: Mapping[str, str]) -> Plan:
        """Return the plan of these `-a` arguments; raises `BadArgument`.

        Names that begin with `_` are those of whoever runs the spider (scrapyd's `_job`).
        """
        own = {name: value for name, value in arguments.items() if not name.startswith("_")}
        return Plan.read(own, clock.now().date())

    def limit_reached(self) -> bool:
        """Whether as many articles were asked for as the user wants."""
        return self.plan.limit is not None and self.requested >= self.plan.limit

    def count(self, key: str, number: int = 1) -> None:
        """Adds to a count of the run."""
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(key, number)

    def tell_bug(self, failure: Failure) -> None:
        """Logs and counts what only a mistake of ours raises."""
        if isinstance(failure.value, _BUGS):
            self.count("spider_exceptions/count")
            self.logger.error("An error of ours", exc_info=failure.value)


def reason_of(failure: Failure) -> str:
    """Where a request failed and why, on one line."""
    request = getattr(failure, "request", None)
    where = request.url if request is not None else "?"
    return f"{where}: {failure.value!r}"
