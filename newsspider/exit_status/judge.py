"""The rules by which the counts of a run amount to a verdict."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from newsspider.exit_status.tally import Tally
from newsspider.exit_status.verdict import (
    BROKEN,
    BUG,
    IO_ERROR,
    OK,
    TRY_LATER,
    UNREACHABLE,
    Verdict,
    gravest,
)

# Why Scrapy closed the spider: code, the verdict as one word, and in words.
_BY_REASON: Final[Mapping[str, tuple[int, str, str]]] = {
    "shutdown": (TRY_LATER, "interrupted", "interrupted"),
    "throttled": (TRY_LATER, "throttled", "the site asked us to wait"),
    "memusage_exceeded": (TRY_LATER, "out_of_memory", "memory limit reached"),
    "closespider_timeout": (TRY_LATER, "out_of_time", "out of time"),
    "closespider_timeout_no_item": (TRY_LATER, "out_of_time", "no article for too long"),
    "closespider_pagecount_no_item": (TRY_LATER, "out_of_time", "too many pages, no article"),
    "budget": (TRY_LATER, "budget", "budget used up"),
    "lease_lost": (TRY_LATER, "lease_lost", "another machine has taken over the site"),
    "shared_away": (TRY_LATER, "shared_away", "the shared place was away for too long"),
    "unreachable": (UNREACHABLE, "unreachable", "too many failures in a row"),
    "layout_broken": (BROKEN, "broken", "no page could be read; has the layout changed?"),
    "fixture_damaged": (BROKEN, "broken", "a saved page differs from its sha256"),
    "closespider_errorcount": (BUG, "bug", "too many errors"),
    "start_error": (BUG, "bug", "the spider could not start"),
    "cancelled": (BUG, "bug", "cancelled"),
    "reader_lost": (BUG, "bug", "the process that reads pages does not start"),
}

# A run that got to its end, or to the one that its user asked for.
_TO_THE_END: Final = frozenset(
    {"finished", "closespider_itemcount", "closespider_pagecount", "output_failed", None}
)

# From so many pages and this share on, a run is broken or refused, not unlucky.
_UNREADABLE: Final = (3, 0.05)
_REFUSED: Final = (3, 0.3)

# Where so many articles are gone, and this share of those looked for, it is the site that is ill.
_OUTAGE: Final = (5, 0.5)


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


def _on_ourselves(tally: Tally) -> Iterator[Verdict]:
    """What failed on our side: the output, the program, the reading."""
    if tally.output_error is not None:
        yield Verdict(tally.output_code, tally.output_error)
    if tally.feeds_failed:
        yield Verdict(IO_ERROR, "the feed of -o was not written, see the log")
    if tally.reader is not None:
        yield Verdict(BUG, tally.reader)
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
    """Too many pages that came and could not be read; damage in an archive, which no run mends."""
    answered = tally.stored + tally.misread
    none_read = tally.misread and not tally.stored and not tally.known
    if none_read or _are_many(tally.misread, answered, _UNREADABLE):
        yield Verdict(BROKEN, f"{tally.misread} of {answered} pages unreadable")
    if tally.damaged:
        yield Verdict(BROKEN, f"{tally.damaged} damaged captures, see the log")


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
        why = ": they were not saved; ask for the days that were" if tally.not_replayed else ""
        yield Verdict(UNREACHABLE, f"none of {tally.listings_failed} listings could be had{why}")
    elif tally.listings_disallowed:
        yield Verdict(UNREACHABLE, "robots.txt allows none of the listings")
