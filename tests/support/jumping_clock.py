"""`scrapy` with a clock that jumps: `python -m tests.support.jumping_clock crawl sindonews …`."""

import itertools
from datetime import datetime, timedelta

from scrapy.cmdline import execute

from newsspider.crawl import clock

_JUMPS = (timedelta(hours=-3), timedelta(days=2), timedelta(), timedelta(days=-2))
_real = clock.now
_asked = itertools.count()


def now() -> datetime:
    """The time, until the clock is set back, far ahead, right, and back again."""
    return _real() + _JUMPS[next(_asked) // 40 % len(_JUMPS)]


def set_ahead(hours: float) -> None:
    """Have the clock of every crawl of this process go so many hours ahead of the machine's."""
    clock.now = lambda: _real() + timedelta(hours=hours)


if __name__ == "__main__":
    clock.now = now
    execute()
