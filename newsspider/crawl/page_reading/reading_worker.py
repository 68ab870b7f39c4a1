"""What runs in the process that reads pages; see `reading_process`."""

import faulthandler
import os
import signal
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

from newsspider.extract import Listed, NotAnArticle, Page
from newsspider.items import Article
from newsspider.sites import registry
from newsspider.sites.site import Site
from newsspider.sites.whole_article import whole_article

_site: Site
_seconds: float


class Counts(Counter[str]):
    """Counts as Scrapy's stats collector does; a rule that never hit stands at 0."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""
        self[key] += count


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a page: the article, why it is none, or the address of a further page that is
    needed first; and what was counted."""

    found: Article | NotAnArticle | str
    counts: Counts


def begin(site: str, module: str, spider: str, seconds: float) -> None:
    """Find the site in this process, which ends with the crawl and only with it.

    `site` is the name of one of the package, else empty: then it is that of a spider, by module
    and class. Ctrl-C and a service's SIGTERM reach both processes: the crawl answers them, and
    reads to the end what came.
    """
    global _site, _seconds
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    Thread(target=_end_with_the_crawl, name="end with the crawl", daemon=True).start()
    found = registry.named(site) or getattr(import_module(module), spider).site
    _site, _seconds = found, seconds


def ready() -> int:
    """Return the number of this process."""
    return os.getpid()


def read(
    page: Page, listed: Listed | None, came: Mapping[str, Page | None], thrifty: bool
) -> Answer:
    """Read an article, given the further pages that came so far, None for those not to be had.

    Nothing is kept between two calls: with one more page it is read anew, so that any process may
    be asked.
    """
    counts = Counts()
    steps = whole_article(_site, page, listed, counts, thrifty=thrifty)
    with _Watch():
        try:
            url = next(steps)
            while url in came:
                url = steps.send(came[url])
        except StopIteration as end:
            return Answer(end.value, counts)
        except NotAnArticle as error:
            return Answer(error, counts)
    return Answer(url, counts)


class _Watch:
    """Ends this process, with the stack on standard error, when a page takes too long.

    `faulthandler` needs no lock of the interpreter, so that C code does not keep it.
    """

    def __enter__(self) -> None:
        if _seconds > 0:
            faulthandler.dump_traceback_later(_seconds, exit=True)

    def __exit__(self, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()


def _end_with_the_crawl() -> None:
    """Leave no orphan of a crawl that was killed."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        sys.stderr.flush()
        os._exit(1)
