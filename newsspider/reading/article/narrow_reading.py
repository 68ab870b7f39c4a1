"""Reading an article off its page without the menus, and off the whole page where that may matter.

Nothing is lost by it: what looks through a whole page asks for one (`NarrowPage`), and whatever is
in doubt is read again with all that there is.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar
from urllib.parse import urlsplit

from newsspider.items import Article
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.fields.source_loader import Stats
from newsspider.reading.html.parsing.menus import WholePageNeeded
from newsspider.reading.narrow_page import NarrowPage, narrow_page
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page

_LEAST: Final = 5  # characters that no address has by chance
_Result = TypeVar("_Result")


class _Counts:
    """What was counted while a page was read, to be told once it is certain."""

    def __init__(self) -> None:
        self._counted: list[tuple[str, int]] = []

    def inc_value(self, key: str, count: int = 1) -> None:
        self._counted.append((key, count))

    def tell(self, stats: Stats) -> None:
        for key, count in self._counted:
            stats.inc_value(key, count)


def narrowed(page: Page, markup: SiteMarkup) -> Page:
    """Return a page of an article of the site without its menus; the page where they may matter."""
    address = markup.address(page.url)
    if (
        address.id is None or not markup.layouts
    ):  # without a layout, all of a page is looked through
        return page
    own = str(address.number)
    if address.number is None:
        own = urlsplit(page.url).path.rstrip("/").rpartition("/")[2]
    if len(own) < _LEAST:
        return page
    try:
        return narrow_page(page, markup.names, own.encode())
    except NotAnArticle:  # beyond the limits, which is told when it is read
        return page


def first_narrow(
    read: Callable[[Sequence[Page], Stats | None], Article],
    pages: Sequence[Page],
    markup: SiteMarkup,
    stats: Stats | None,
) -> Article:
    """Return what `read` makes of the pages, without their menus if that is certain.

    Raises `NotAnArticle` as `read` does of the whole pages. What it counts, it counts once.
    """
    narrow = [narrowed(page, markup) for page in pages]
    if any(isinstance(page, NarrowPage) for page in narrow):
        counts = None if stats is None else _Counts()
        try:
            article = read(narrow, counts)
        except (NotAnArticle, WholePageNeeded):
            pass
        else:
            if stats is not None and counts is not None:
                counts.tell(stats)
            return article
    return read(pages, stats)
