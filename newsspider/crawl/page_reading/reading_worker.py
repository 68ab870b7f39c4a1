"""What runs in the process that reads pages; see `reading_process`."""

import faulthandler
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

from newsspider.extract import Listed, Listing, NotAnArticle, Page
from newsspider.items import Article
from newsspider.sites import registry
from newsspider.sites.site import Site
from newsspider.sites.whole_article import whole_article


class Counts(Counter[str]):
    """Counts as Scrapy's stats collector does; a rule that never hit stands at 0."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""
        self[key] += count


@dataclass(frozen=True, slots=True)
class Question:
    """A page to be read, with the further pages that came so far, None for those not to be had."""

    page: Page
    listed: Listed | None
    came: Mapping[str, Page | None]
    thrifty: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a page: the article, why it is none, or the address of a further page that is
    needed first; and what was counted."""

    found: Article | NotAnArticle | str
    counts: Mapping[str, int]


Asked = Question | Page
"""What is to be read: an article, or of a page alone the list that it is."""


def begin(
    site: str, module: str, spider: str, seconds: float
) -> Callable[[Asked], Answer | Listing]:
    """Return what reads the pages of a site in this process, which ends with the crawl and only
    with it.

    `site` is the name of one of the package, else empty: then it is that of a spider, by module
    and class. Ctrl-C and a service's SIGTERM reach both processes: the crawl answers them, and
    reads to the end what came.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    faulthandler.register(signal.SIGALRM, chain=True)  # then it ends the process
    Thread(target=_end_with_the_crawl, name="end with the crawl", daemon=True).start()
    found = registry.named(site) or getattr(import_module(module), spider).site
    return partial(read, found, seconds)


def read(site: Site, seconds: float, asked: Asked) -> Answer | Listing:
    """Read a page; this process ends where that takes more than so many seconds, 0 for ever."""
    with _watched(seconds):
        return site.listing(asked) if isinstance(asked, Page) else _article(site, asked)


def _article(site: Site, asked: Question) -> Answer:
    """Read an article.

    Nothing is kept between two calls: with one more page it is read anew, so that any process may
    be asked.
    """
    counts = Counts()
    steps = whole_article(site, asked.page, asked.listed, counts, thrifty=asked.thrifty)
    try:
        url = next(steps)
        while url in asked.came:
            url = steps.send(asked.came[url])
    except StopIteration as end:
        return Answer(end.value, dict(counts))
    except NotAnArticle as error:
        return Answer(error, dict(counts))
    return Answer(url, dict(counts))


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """End this process, with the stack on standard error, when a page takes too long; see `begin`.

    Neither the alarm nor `faulthandler` needs the interpreter's lock, so that C code does not keep
    it. Its own timer would start a thread for each page.
    """
    signal.setitimer(signal.ITIMER_REAL, max(0, seconds))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _end_with_the_crawl() -> None:
    """Leave no orphan of a crawl that was killed."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        sys.stderr.flush()
        os._exit(1)
