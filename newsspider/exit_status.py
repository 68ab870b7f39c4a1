"""What a finished run amounts to, as an exit code and one line of words. Pure.

Stock Scrapy exits 0 whatever happened. The codes are those of BSD's sysexits.h, so that cron,
systemd and a shell tell a broken layout (65) from a site that is down (69) and a full disk (74).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

OK: Final = 0
BROKEN: Final = 65  # EX_DATAERR: pages came, but reading them failed
UNREACHABLE: Final = (
    69  # EX_UNAVAILABLE: the site is down, refuses us, or robots.txt is not to be had
)
BUG: Final = 70  # EX_SOFTWARE
CANNOT_CREATE: Final = 73  # EX_CANTCREAT
IO_ERROR: Final = 74  # EX_IOERR
TRY_LATER: Final = 75  # EX_TEMPFAIL: incomplete, locked, interrupted, throttled, out of time
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

_GRAVITY: Final = (OK, TRY_LATER, UNREACHABLE, BROKEN, BUG, CANNOT_CREATE, IO_ERROR)
"""Of several codes that apply, the last of these is the one of the run."""

# Why Scrapy closed the spider: code, the verdict as one word, and in words.
_BY_REASON: Final[Mapping[str, tuple[int, str, str]]] = {
    "shutdown": (TRY_LATER, "interrupted", "interrupted"),
    "throttled": (TRY_LATER, "throttled", "the site asked us to wait"),
    "memusage_exceeded": (TRY_LATER, "out_of_memory", "memory limit reached"),
    "closespider_timeout": (TRY_LATER, "out_of_time", "out of time"),
    "closespider_timeout_no_item": (TRY_LATER, "out_of_time", "no article for too long"),
    "closespider_pagecount_no_item": (TRY_LATER, "out_of_time", "too many pages, no article"),
    "budget": (TRY_LATER, "budget", "budget used up"),
    "unreachable": (UNREACHABLE, "unreachable", "too many failures in a row"),
    "layout_broken": (BROKEN, "broken", "no page could be read; has the layout changed?"),
    "fixture_damaged": (BROKEN, "broken", "a saved page differs from its sha256"),
    "closespider_errorcount": (BUG, "bug", "too many errors"),
    "start_error": (BUG, "bug", "the spider could not start"),
    "cancelled": (BUG, "bug", "cancelled"),
}

# A run that got to its end, or to the one that its user asked for.
_TO_THE_END: Final = frozenset(
    {"finished", "closespider_itemcount", "closespider_pagecount", "output_failed", None}
)

_BUGS: Final = (
    "spider_exceptions/count",
    "item_error_count",
    "uncaught/count",
    "record/invalid",  # what our own reader made breaks our own contract
)

_CAUSE: Final = "cause/"  # of a request that failed; the words follow

_FEED_FAILED: Final = "feedexport/failed_count"  # of Scrapy's `-o`; "/" and the kind follow

# From so many pages and this share on, a run is broken or refused, not unlucky.
_UNREADABLE: Final = (3, 0.05)
_REFUSED: Final = (3, 0.3)

# Where so many articles are gone, and this share of those looked for, it is the site that is ill.
_OUTAGE: Final = (5, 0.5)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: the exit code of the process, and why, in words for a person.

    `kind` is the verdict as one word where the code has several: `incomplete`, `interrupted` …
    """

    exit_code: int
    words: str
    kind: str = ""

    @property
    def word(self) -> str:
        """The verdict as one word, for machines."""
        return self.kind or _WORD[self.exit_code]

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
        }
        parts = [f"{n} {name}" for name, n in named.items() if n or name in ("stored", "known")]
        new = self.stored + self.revised
        if self.requests and new:
            parts.append(f"{self.requests / new:.1f} requests a new article")
        elif self.requests:
            parts.append(f"{self.requests} requests")
        return ", ".join(parts)


def judge(tally: Tally) -> Verdict:
    """Return the verdict on a run: the gravest that applies, else *complete*.

    A run is complete when it finished, had every list that it asked for, and stored, knew or could
    set aside every article on them: a second run of the same day, which stores nothing, is.

    >>> judge(Tally(reason="finished", listings_read=3, links=20, known=20))
    Verdict(exit_code=0, words='0 stored, 20 known', kind='')
    >>> judge(Tally(reason="finished", listings_read=3, links=20, known=19, failed=1)).word
    'incomplete'
    >>> judge(Tally(reason="finished", listings_failed=3)).exit_code
    69
    """
    found = [*_on_ourselves(tally), *_on_the_end(tally), *_on_pages(tally)]
    if tally.reason in _TO_THE_END:
        found += [*_on_the_site(tally), *_on_listings(tally)]
    if tally.is_incomplete:
        found.append(Verdict(TRY_LATER, "incomplete, the next run goes on", "incomplete"))
    if not found:
        return Verdict(OK, tally.summary)
    first = gravest(*found)
    is_of_the_site = first.exit_code in (UNREACHABLE, TRY_LATER) and tally.cause
    why = f"{first.words}: {tally.cause}" if is_of_the_site else first.words
    return replace(first, words=f"{why}; {tally.summary}")


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


def gravest(*verdicts: Verdict) -> Verdict:
    """Return the verdict with the gravest code, the first of several."""
    return max(verdicts, key=lambda verdict: _GRAVITY.index(verdict.exit_code))


def _on_ourselves(tally: Tally) -> Iterator[Verdict]:
    """What failed on our side: the output, the program, the reading."""
    if tally.output_error is not None:
        yield Verdict(tally.output_code, tally.output_error)
    if tally.feeds_failed:
        yield Verdict(IO_ERROR, "the feed of -o was not written, see the log")
    if tally.bugs:
        yield Verdict(BUG, f"{tally.bugs} errors of ours, see the log")
    if tally.broken is not None:
        yield Verdict(BROKEN, tally.broken)


def _on_the_end(tally: Tally) -> Iterator[Verdict]:
    """What the reason of the end says. One that is not known was nobody's wish."""
    if tally.reason in _TO_THE_END:
        return
    early = (TRY_LATER, "interrupted", f"ended early ({tally.reason})")
    code, word, why = _BY_REASON.get(tally.reason or "", early)
    yield Verdict(code, why, word)


def _on_pages(tally: Tally) -> Iterator[Verdict]:
    """Too many pages that came and could not be read."""
    answered = tally.stored + tally.misread
    none_read = tally.misread and not tally.stored and not tally.known
    if none_read or _are_many(tally.misread, answered, _UNREADABLE):
        yield Verdict(BROKEN, f"{tally.misread} of {answered} pages unreadable")


def _are_many(number: int, of: int, bound: tuple[int, float]) -> bool:
    few, share = bound
    return number >= max(few, share * of)


def _on_the_site(tally: Tally) -> Iterator[Verdict]:
    """Articles all refused, blocked or missing, or too many of them."""
    answered = tally.stored + tally.misread
    asked = answered + tally.blocked + tally.failed + tally.disallowed
    if asked > answered and not tally.stored and not tally.known:
        yield Verdict(UNREACHABLE, _why_none(tally))
    looked_for = max(asked + tally.gone, tally.refreshed)
    if _are_many(tally.gone, looked_for, _OUTAGE) and (tally.doubted or not tally.stored):
        yield Verdict(UNREACHABLE, f"{tally.gone} of {looked_for} are missing")
    if _are_many(tally.blocked, asked, _REFUSED):
        yield Verdict(UNREACHABLE, f"{tally.blocked} block pages")
    if _are_many(tally.failed, asked, _REFUSED):
        yield Verdict(UNREACHABLE, f"{tally.failed} of {asked} articles failed")


def _why_none(tally: Tally) -> str:
    if tally.blocked:
        return "block pages"
    return "every article failed" if tally.failed else "robots.txt allows no article"


def _on_listings(tally: Tally) -> Iterator[Verdict]:
    """What the listings say when nothing was found in them."""
    if tally.links or tally.listings_unchanged or tally.stored or tally.known or tally.quiet:
        return
    if tally.listings_read and tally.searches:
        return  # a search may find nothing, unlike any other list
    if tally.listings_read:
        yield Verdict(BROKEN, f"{tally.listings_read} listings came, none held an article")
    elif tally.listings_failed:
        yield Verdict(UNREACHABLE, f"none of {tally.listings_failed} listings could be had")
    elif tally.listings_disallowed:
        yield Verdict(UNREACHABLE, "robots.txt allows none of the listings")
