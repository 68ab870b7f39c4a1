"""What a finished run amounts to, as an exit code and one line of words. Pure.

Stock Scrapy exits 0 whatever happened. The codes are those of BSD's sysexits.h, so that cron,
systemd and a shell tell a broken layout (65) from a site that is down (69) and a full disk (74).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

OK: Final = 0
BROKEN: Final = 65  # EX_DATAERR: pages came, but reading them failed
UNREACHABLE: Final = (
    69  # EX_UNAVAILABLE: the site is down, refuses us, or robots.txt is not to be had
)
BUG: Final = 70  # EX_SOFTWARE
CANNOT_CREATE: Final = 73  # EX_CANTCREAT
IO_ERROR: Final = 74  # EX_IOERR
TRY_LATER: Final = 75  # EX_TEMPFAIL: locked, interrupted, throttled, out of time
BAD_USAGE: Final = 78  # EX_CONFIG

_WORD: Final[Mapping[int, str]] = {
    OK: "complete",
    BROKEN: "broken",
    UNREACHABLE: "unreachable",
    BUG: "bug",
    CANNOT_CREATE: "cannot_create",
    IO_ERROR: "io_error",
    TRY_LATER: "try_later",
    BAD_USAGE: "bad_usage",
}

# Why Scrapy closed the spider, where that alone decides. Reasons a user asked for
# (CLOSESPIDER_ITEMCOUNT, -a limit) are complete runs and go on to the counts.
_BY_REASON: Final[Mapping[str, tuple[int, str]]] = {
    "shutdown": (TRY_LATER, "interrupted"),
    "throttled": (TRY_LATER, "the site asked us to wait"),
    "memusage_exceeded": (TRY_LATER, "memory limit reached"),
    "closespider_timeout": (TRY_LATER, "out of time"),
    "budget": (TRY_LATER, "budget used up"),
    "unreachable": (UNREACHABLE, "too many failures in a row"),
    "layout_broken": (BROKEN, "no page could be read; has the layout changed?"),
    "fixture_damaged": (BROKEN, "a saved page differs from its sha256"),
    "closespider_errorcount": (BUG, "too many errors"),
    "start_error": (BUG, "the spider could not start"),
    "cancelled": (BUG, "cancelled"),
}

_BUGS: Final = (
    "spider_exceptions/count",
    "item_error_count",
    "uncaught/count",
    "record/invalid",  # what our own reader made breaks our own contract
)

_FEED_FAILED: Final = "feedexport/failed_count"  # of Scrapy's `-o`; "/" and the kind follow

# At and above this share of unreadable pages a run is broken, not unlucky.
_BROKEN_SHARE: Final = 0.3

# Where so many articles are gone, and this share of those looked for, it is the site that is ill.
_OUTAGE: Final = (5, 0.5)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: the exit code of the process, and why, in words for a person."""

    exit_code: int
    words: str

    @property
    def word(self) -> str:
        """The verdict as one word, for machines."""
        return _WORD[self.exit_code]

    def line(self, site: str) -> str:
        """The last line on stderr.

        >>> Verdict(0, "12 stored, 3 known").line("kabar")
        'kabar: exit 0 (12 stored, 3 known)'
        """
        return f"{site}: exit {self.exit_code} ({self.words})"


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
    bugs: int = 0
    output_error: str | None = None
    output_code: int = IO_ERROR
    broken: str | None = None
    disallowed: int = 0
    refreshed: int = 0
    feeds_failed: int = 0
    listed: int = 0
    revised: int = 0
    taken_down: int = 0
    doubted: int = 0
    lines_refused: int = 0
    requests: int = 0
    quiet: int = 0

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
            limited=count("article/limited") + count("article/refused"),
            bugs=sum(map(count, _BUGS)),
            output_error=str(output_error) if output_error else None,
            output_code=count("output/exit_code") or IO_ERROR,
            broken=str(stats["health/broken"]) if stats.get("health/broken") else None,
            disallowed=count("article/disallowed"),
            refreshed=count("article/refreshed"),
            feeds_failed=sum(count(key) for key in stats if key.startswith(_FEED_FAILED)),
            listed=count("article/listed"),
            revised=count("article/revised"),
            taken_down=count("takedown/recorded"),
            doubted=count("takedown/doubted"),
            lines_refused=count("urls/refused"),
            requests=count("downloader/request_count"),
            quiet=count("day/quiet"),
        )

    @property
    def left_behind(self) -> int:
        """Articles that were listed and are neither stored nor known: the next run needs them."""
        return self.misread + self.blocked + self.failed + self.disallowed + self.limited

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
            "unreadable": self.misread,
            "block pages": self.blocked,
            "failed": self.failed,
            "disallowed by robots.txt": self.disallowed,
            "gone": self.gone,
            "takedowns recorded": self.taken_down,
            "missing, put down to an outage": self.doubted,
            "listings not to be had": self.listings_failed,
            "lines refused": self.lines_refused,
            "days without any article": self.quiet,
        }
        parts = [f"{n} {name}" for name, n in named.items() if n or name in ("stored", "known")]
        new = self.stored + self.revised
        if self.requests and new:
            parts.append(f"{self.requests / new:.1f} requests a new article")
        elif self.requests:
            parts.append(f"{self.requests} requests")
        return ", ".join(parts)


def judge(tally: Tally) -> Verdict:
    """The verdict on a run.

    A run is healthy when it finished and found something, new or known: a second run of the same
    day, which stores nothing, is.

    >>> judge(Tally(reason="finished", listings_read=3, links=20, known=20))
    Verdict(exit_code=0, words='0 stored, 20 known')
    >>> judge(Tally(reason="finished", listings_failed=3)).exit_code
    69
    """
    if tally.output_error is not None:
        return Verdict(tally.output_code, f"{tally.output_error}; {tally.summary}")
    if tally.feeds_failed:
        return Verdict(IO_ERROR, f"the feed of -o was not written, see the log; {tally.summary}")
    if tally.bugs:
        return Verdict(BUG, f"{tally.bugs} errors of ours, see the log; {tally.summary}")
    if tally.broken is not None:
        return Verdict(BROKEN, f"{tally.broken}; {tally.summary}")
    if tally.reason is not None and tally.reason in _BY_REASON:
        code, why = _BY_REASON[tally.reason]
        return Verdict(code, f"{why}; {tally.summary}")
    for found in (_on_pages(tally), _on_listings(tally)):
        if found is not None:
            return found
    return Verdict(OK, tally.summary)


def _on_pages(tally: Tally) -> Verdict | None:
    """What the article pages say: all refused, blocked or missing, too many unreadable."""
    answered = tally.stored + tally.misread
    asked = answered + tally.blocked + tally.failed + tally.disallowed
    if tally.misread and tally.misread >= _BROKEN_SHARE * answered:
        return Verdict(BROKEN, f"{tally.misread} of {answered} pages unreadable; {tally.summary}")
    if asked > answered and not tally.stored and not tally.known:
        why = "every article failed" if tally.failed else "robots.txt allows no article"
        return Verdict(UNREACHABLE, f"{'block pages' if tally.blocked else why}; {tally.summary}")
    looked_for = max(asked + tally.gone, tally.refreshed)
    few, share = _OUTAGE
    if tally.gone >= max(few, share * looked_for) and (tally.doubted or not tally.stored):
        return Verdict(UNREACHABLE, f"{tally.gone} of {looked_for} are missing; {tally.summary}")
    if tally.blocked and tally.blocked >= _BROKEN_SHARE * asked:
        return Verdict(UNREACHABLE, f"{tally.blocked} block pages; {tally.summary}")
    if tally.failed and tally.failed >= _BROKEN_SHARE * asked:
        return Verdict(UNREACHABLE, f"{tally.failed} of {asked} articles failed; {tally.summary}")
    return None


def _on_listings(tally: Tally) -> Verdict | None:
    """What the listings say when nothing was found in them."""
    if tally.links or tally.listings_unchanged or tally.stored or tally.known or tally.quiet:
        return None
    if tally.listings_read:
        return Verdict(BROKEN, f"{tally.listings_read} listings came, none held an article")
    if tally.listings_failed:
        return Verdict(UNREACHABLE, f"none of {tally.listings_failed} listings could be had")
    return None
