"""Asks an archive for its lists, and keeps the books of those that are not to be had."""

import logging
from collections.abc import Awaitable, Sequence
from typing import Final, TypeVar

from scrapy.statscollectors import StatsCollector

from newsspider.transport.archives.client import NotHad
from newsspider.transport.pace.pacing import Stopping
from newsspider.transport.robots.disallowed import Disallowed

logger = logging.getLogger(__name__)

_ROBOTS: Final = "what that means of an archive: docs/howto/public-archives.md"

Answer = TypeVar("Answer")


class ArchiveLists:
    """Counts what an archive lists, as lists of the site are: `listing/read`, `…/links`,
    `…/failed`, `…/disallowed`, `…/left`; and `urls/refused`."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats
        self.is_ending = False  # nothing more is asked in this run
        stats.set_value("search/asked", 1)  # which, unlike a site's list, may find nothing

    async def had(self, asking: Awaitable[Answer]) -> Answer | None:
        """Return what was asked for; None, which is counted, where it is not to be had."""
        try:
            answer = await asking
        except Stopping:
            self.is_ending = True
            self.stats.inc_value("listing/left")
        except Disallowed as problem:
            self.stats.inc_value("listing/disallowed")
            logger.warning("List of the archive not to be had: %s; %s", problem, _ROBOTS)
        except NotHad as problem:
            self.failed(str(problem))
        else:
            self.stats.inc_value("listing/read")
            return answer
        return None

    def failed(self, reason: str) -> None:
        """Count and log a list that the next run has to get."""
        self.stats.inc_value("listing/failed")
        logger.warning("List of the archive not to be had: %s", reason)

    def refused(self, server: str, lines: Sequence[str]) -> None:
        """Count and log lines of an index that name no capture: there are some that never will."""
        for line in lines:
            self.stats.inc_value("urls/refused")
            logger.warning("No capture, in the index of %s: %.200s", server, line)

    def shown(self, number: int) -> None:
        """Count the captures that a list shows."""
        self.stats.inc_value("listing/links", number)
