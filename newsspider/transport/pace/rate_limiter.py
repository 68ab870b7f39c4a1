"""When the next request to the site may leave. Pure: the time is told, in seconds of any clock."""

from dataclasses import dataclass
from typing import Final

_LONGEST_BACKOFF: Final = 4  # times the delay of a failing site
_BUSY: Final = frozenset({403, 429, 503})


@dataclass(slots=True)
class RateLimiter:
    """Lets one request out at a time: `crawl_delay` apart, `failing_delay` apart while the site
    answers with errors or not at all, and none while it has asked for a pause.

    Failures are counted in a row. Of several requests that were under way together only the first
    to fail counts, so that one hiccup of the site is one failure at any concurrency.

    >>> gate = RateLimiter()
    >>> gate.leave(0.0), gate.leave(0.0)
    (0.0, 0.0)
    >>> gate.failed(left=0.0, now=1.0, status=429, retry_after=30.0)
    >>> gate.leave(1.0), gate.leave(31.0), gate.leave(31.0)
    (30.0, 0.0, 1.0)
    """

    failing_delay: float = 1.0
    crawl_delay: float = 0.0
    failures: int = 0
    throttled: bool = False  # the last failure was a 429
    lasting: bool = False  # of the failures in a row one was of a request that had failed before
    _shut_until: float = float("-inf")
    _last_left: float = float("-inf")
    _last_failed: float = float("-inf")

    def leave(self, now: float) -> float:
        """Return the seconds to wait before asking again; 0.0 says: go, and counts as gone."""
        # Just after a pause too: Scrapy's DOWNLOAD_DELAY has run out while the door was shut.
        careful = self.failures or now < self._shut_until + self.failing_delay
        spacing = max(self.crawl_delay, self.failing_delay if careful else 0.0)
        wait = max(self._shut_until, self._last_left + spacing) - now
        if wait > 0:
            return wait
        self._last_left = now
        return 0.0

    def pause(self, until: float) -> None:
        """Let nobody leave before `until`."""
        self._shut_until = max(self._shut_until, until)

    def succeeded(self, left: float) -> None:
        """Note an answer to the request that left then.

        One that left before the last failure says nothing about the site as it is now.
        """
        if left >= self._last_failed:
            self.failures = 0
            self.throttled = False
            self.lasting = False

    def failed(
        self,
        *,
        left: float,
        now: float,
        status: int | None = None,
        retry_after: float | None = None,
        counts: bool = True,
        lasts: bool = False,
    ) -> None:
        """Note that no good answer came: `status` is 403, 429 or 5xx, or None when none came.

        `counts` is False for a request that has failed before, so that a handful of dead pages,
        tried again at the end of a crawl, does not look like a site that is down. `lasts` is True
        for one that trying again did not help: a site that answers each page at the second asking
        is slow to wake, not down.
        """
        if left >= self._last_failed:
            self._last_failed = now
            self.failures += counts or not self.failures
            self.throttled = status == 429
            self.lasting = self.lasting or lasts
        if retry_after is not None:
            self.pause(now + retry_after)
        elif status in _BUSY:
            backoff = min(_LONGEST_BACKOFF, 2 ** (self.failures - 1))
            self.pause(now + self.failing_delay * backoff)
