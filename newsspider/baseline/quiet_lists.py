"""Lists that show fewer articles than they used to, and a site that seems to publish nothing."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from newsspider.baseline.figures import Deviation

LEAST_LISTS_NOW: Final = 5  # lists of a kind in this run
LEAST_LISTS_BEFORE: Final = 20  # and in the runs before
WARN_LISTED: Final = 0.6  # of the articles that a list of the kind used to have
BROKEN_LISTED: Final = 0.3
SILENCE: Final = timedelta(hours=24)  # in which the site has always published something
_LEAST_SILENT: Final = 3  # runs of that time which found nothing new; one may be an accident


def listings(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> list[Deviation]:
    """Return feeds and sitemaps that list far fewer articles than they used to.

    A feed holds its last so many articles at any hour; a sitemap may be short after midnight, so
    that it only warns, and the index of a day is as long as the day. Lists that have not changed
    (304) are in no count.
    """
    findings = []
    for kind in ("feed", "sitemap"):
        read, listed = f"listing/read/{kind}", f"listing/links/{kind}"
        lists, lists_before = now.get(read, 0), sum(run.get(read, 0) for run in before)
        if lists < LEAST_LISTS_NOW or lists_before < LEAST_LISTS_BEFORE:
            continue
        share, usual = now.get(listed, 0) / lists, sum(run.get(listed, 0) for run in before)
        usual /= lists_before
        if share < WARN_LISTED * usual:
            broken = kind == "feed" and share < BROKEN_LISTED * usual
            words = f"{share:.0f} articles in a {kind}, used to be {usual:.0f}"
            findings.append(Deviation(broken, words))
    return findings


def silence(
    moment: datetime, now: Mapping[str, Any], before: Iterable[tuple[datetime, Mapping[str, Any]]]
) -> list[Deviation]:
    """Run after run for a day that found lists, and nothing new in them: they stand still.

    `before` are the runs up to now with the time of each, newest first. Those of the archive say
    nothing here, in either direction.
    """
    if not _looked(now) or _found_new(now):
        return []
    silent = [moment]
    for began, run in before:
        if _found_new(run):
            break
        if _looked(run):
            silent.append(began)
    hours = (moment - silent[-1]) / timedelta(hours=1)
    if len(silent) < _LEAST_SILENT or moment - silent[-1] < SILENCE:
        return []
    return [Deviation(True, f"nothing new for {hours:.0f} hours, in {len(silent)} runs")]


def _looked(run: Mapping[str, Any]) -> bool:
    """Return whether a run looked for the newest articles, and saw lists of them."""
    read = max(run.get("listing/read", 0), run.get("listing/read/feed", 0))
    seen = read + run.get("listing/unchanged", 0)
    return seen >= LEAST_LISTS_NOW and "progress/days" not in run


def _found_new(run: Mapping[str, Any]) -> bool:
    return bool(run.get("article/stored") and "progress/days" not in run)
