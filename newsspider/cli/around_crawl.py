"""What a command does around one crawl: it opens the store before, and finds the verdict after."""

import logging
from typing import Any

from scrapy.crawler import Crawler

from newsspider.cli import streams
from newsspider.crawl.open_store import close_store, store_of
from newsspider.crawl.preflight import refuse_lost_ground, refuse_unpermitted
from newsspider.crawl.shared_site import leave
from newsspider.crawl.spider_site import site_of
from newsspider.errors import Refusal
from newsspider.exit_status import BUG, TRY_LATER, Verdict, gravest
from newsspider.extensions.judge_run import JudgeRun

logger = logging.getLogger(__name__)


def prepare(crawler: Crawler) -> None:
    """Open the store of a crawl before anything runs; raises a `Refusal` where that is in vain."""
    site = site_of(crawler)
    if site is not None:
        refuse_unpermitted(site, crawler.settings)
    if crawler.settings.getbool("STORE_ENABLED") and site is not None:
        refuse_lost_ground(crawler)
        store_of(crawler)
    streams.make_nothing_unseen(crawler.settings["LOG_LEVEL"])


def outcome(crawler: Crawler, task: Any, left: SystemExit | None) -> Verdict:
    """Return the verdict on a run, or on what kept it from being judged.

    `task` is what `crawl` returned, `left` the call of `sys.exit` that ended the process.
    """
    found = _found(crawler, task, left)
    refusal = leave(crawler)
    return found if refusal is None else gravest(found, Verdict(refusal.exit_code, str(refusal)))


def _found(crawler: Crawler, task: Any, left: SystemExit | None) -> Verdict:
    judging = _judging(crawler)
    error = _error(task)
    judged = judging.recall() if judging is not None else None
    if error is None and left is None and judged is not None:
        return judged
    found = _not_judged(error, left)
    if judging is not None and judging.verdict is None:
        return judging.end(found)
    close_store(crawler)
    return found


def _error(task: Any) -> BaseException | None:
    if task is None or not task.done() or task.cancelled():
        return None
    error: BaseException | None = task.exception()
    return error


def _not_judged(error: BaseException | None, left: SystemExit | None) -> Verdict:
    if isinstance(error, Refusal):
        return Verdict(error.exit_code, str(error))
    if error is not None:
        logger.error("The crawl could not start", exc_info=error)
        return Verdict(BUG, f"{type(error).__name__}: {error}")
    if left is not None:
        # Nothing guards this way out: only what was flushed is sure to be stored.
        logger.error("A component left the crawl by sys.exit", exc_info=left)
        return Verdict(BUG, f"a component called sys.exit({left.code!r})")
    return Verdict(TRY_LATER, "stopped by force; what was stored is safe")


def _judging(crawler: Crawler) -> JudgeRun | None:
    try:
        return crawler.get_extension(JudgeRun)
    except RuntimeError:  # Scrapy's answer where a crawler never came to have extensions
        return None
