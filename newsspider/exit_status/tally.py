"""The counts of a run that its verdict depends on, from Scrapy's stats."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsspider.exit_status.verdict import IO_ERROR

_BUGS: Final = (
    "spider_exceptions/count",
    "item_error_count",
    "uncaught/count",
    "record/invalid",  # what our own reader made breaks our own contract
)

_CAUSE: Final = "cause/"  # of a request that failed; the words follow

_FEED_FAILED: Final = "feedexport/failed_count"  # of Scrapy's `-o`; "/" and the kind follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts of a run that its verdict depends on."""

    reason: str | None
    listings_read: int = 0
    listings_failed: int = 0
    listings_unchanged: int = 0
    listings_empty: int = 0
    links: int = 0
    known: int = 0
    stored: int = 0
    misread: int = 0
    blocked: int = 0
    failed: int = 0
    gone: int = 0
    limited: int = 0
    left: int = 0
    not_due: int = 0
    listings_disallowed: int = 0
    listings_left: int = 0
    searches: int = 0
    days_doubted: int = 0
    unreadable: str | None = None
    cause: str | None = None
    bugs: int = 0
    output_error: str | None = None
    output_code: int = IO_ERROR
    broken: str | None = None
    reader: str | None = None
    disallowed: int = 0
    refreshed: int = 0
    feeds_failed: int = 0
    listed: int = 0
    revised: int = 0
    taken_down: int = 0
    doubted: int = 0
    lines_refused: int = 0
    not_replayed: int = 0
    requests: int = 0
    quiet: int = 0
    damaged: int = 0

    @classmethod
    def of(cls, stats: Mapping[str, object], reason: str | None) -> "Tally":
        """The tally that Scrapy's stats hold at the end of a run."""

        def count(key: str) -> int:
            value = stats.get(key, 0)
            return value if isinstance(value, int) else 0

        output_error = stats.get("output/error")
        return cls(
            reason=reason,
            listings_read=count("listing/read"),
            listings_failed=count("listing/failed"),
            listings_unchanged=count("listing/unchanged"),
            listings_empty=count("listing/empty"),
            links=count("listing/links"),
            known=count("article/known"),
            stored=count("article/stored"),
            misread=count("article/misread"),
            blocked=count("article/blocked"),
            failed=count("article/failed"),
            gone=count("article/gone"),
            limited=count("article/limited"),
            left=count("article/refused"),
            not_due=count("article/not_due"),
            listings_disallowed=count("listing/disallowed"),
            listings_left=count("listing/left"),
            searches=count("search/asked"),
            days_doubted=count("day/doubted"),
            unreadable=str(stats["unreadable/first"]) if "unreadable/first" in stats else None,
            cause=_commonest(stats),
            bugs=sum(map(count, _BUGS)),
            output_error=str(output_error) if output_error else None,
            output_code=count("output/exit_code") or IO_ERROR,
            broken=_broken(stats, count("replay/damaged")),
            reader=str(stats["reader/died"]) if stats.get("reader/died") else None,
            disallowed=count("article/disallowed"),
            refreshed=count("article/refreshed"),
            feeds_failed=sum(count(key) for key in stats if key.startswith(_FEED_FAILED)),
            listed=count("article/listed"),
            revised=count("article/revised"),
            taken_down=count("takedown/recorded"),
            doubted=count("takedown/doubted"),
            lines_refused=count("urls/refused"),
            requests=count("downloader/request_count") - count("httpcache/hit"),
            quiet=count("day/quiet"),
            damaged=count("capture/damaged"),
            not_replayed=count("replay/missing"),
        )

    @property
    def left_behind(self) -> int:
        """Articles that were listed and are neither stored nor known: the next run needs them."""
        refused = self.misread + self.blocked + self.failed + self.disallowed
        return refused + self.limited + self.left

    @property
    def is_incomplete(self) -> bool:
        """Whether the next run has to get what this one should have."""
        lists = self.listings_failed + self.days_doubted
        # What a limit of the user's left is left as he wished.
        left = self.left + self.listings_left if self.reason == "finished" else 0
        return bool(lists + self.failed + self.blocked + left)

    @property
    def summary(self) -> str:
        """The counts in words, those that are not zero.

        >>> Tally(reason="finished", stored=12, known=3, listed=15, requests=42).summary
        '12 stored, 3 known, 15 listed, 3.5 requests a new article'
        """
        named = {
            "stored": self.stored,
            "revised": self.revised,
            "known": self.known,
            "listed": self.listed,
            f"unreadable ({self.unreadable})" if self.unreadable else "unreadable": self.misread,
            "block pages": self.blocked,
            "failed": self.failed,
            "left for the next run": self.left,
            "to be tried again later": self.not_due,
            "disallowed by robots.txt": self.disallowed,
            "gone": self.gone,
            "takedowns recorded": self.taken_down,
            "missing, put down to an outage": self.doubted,
            "listings not to be had": self.listings_failed,
            "listings disallowed by robots.txt": self.listings_disallowed,
            "listings left for the next run": self.listings_left,
            "search without a hit": self.searches if not self.links else 0,
            "days in doubt": self.days_doubted,
            "lines refused": self.lines_refused,
            "days without any article": self.quiet,
            "captures damaged": self.damaged,
        }
        parts = [f"{n} {name}" for name, n in named.items() if n or name in ("stored", "known")]
        new = self.stored + self.revised
        if self.requests and new:
            parts.append(f"{self.requests / new:.1f} requests a new article")
        elif self.requests:
            parts.append(f"{self.requests} requests")
        return ", ".join(parts)


def _broken(stats: Mapping[str, object], damaged: int) -> str | None:
    """Return what was wrong with the pages, or with the archive that they came from."""
    if stats.get("health/broken"):
        return str(stats["health/broken"])
    return f"{damaged} places of the archive cannot be read, see the log" if damaged else None


def _commonest(stats: Mapping[str, object]) -> str | None:
    """Return what most of the requests that failed did so for; None where none failed.

    >>> _commonest({"cause/www.kabar.test answered 503": 1, "cause/connection refused by x": 9})
    'connection refused by x'
    """
    causes = [
        (value, key.removeprefix(_CAUSE))
        for key, value in stats.items()
        if key.startswith(_CAUSE) and isinstance(value, int)
    ]
    return max(causes)[1] if causes else None
