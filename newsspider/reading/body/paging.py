"""Links from one page of an article to its further pages, in whatever pager they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from newsspider.reading.address import Address
from newsspider.reading.article.column import Column
from newsspider.reading.article.site_markup import Paging, SiteMarkup
from newsspider.reading.html.lines import line_of
from newsspider.reading.html.links import absolute
from newsspider.reading.page import Page
from newsspider.reading.text import clean

_PAGE_NUMBER = re.compile(r"\d{1,3}")


class FurtherPageLink(NamedTuple):
    """A link to a further page: the number it shows, and the offset in its address.

    A link to the whole text says that there are two pages at least, and has the offset 0.
    """

    number: int
    offset: int


def page_links(
    page: Page, own: Address, container: etree._Element | None, markup: SiteMarkup
) -> list[FurtherPageLink]:
    """Return the links to further pages of the article `own`; the whole text links to none.

    Most pagers stand in the column; where none does, as on pages whose text and headline share a
    container, the whole page is looked through.
    """
    found = dict(_linked(page, own, markup))
    if not found:
        return []
    headline = next(iter(page.elements("h1")), None)
    column = Column(headline, container).root
    within = () if column is None else column.iter("a")
    return [found[anchor] for anchor in within if anchor in found] or list(found.values())


def links_on(page: Page, own: Address, paging: Paging) -> list[tuple[etree._Element, str]]:
    """Return the links that may lead on within the article `own`, each with its address as written:
    its relative ones, and the absolute ones with its number."""
    number = "" if own.number is None else str(own.number)
    return page.index.links_to(paging.leads_on, paging.words, number)


def total_pages(page: Page, paging: Paging) -> int:
    """Return how many pages a script says the article has; 1 where none does."""
    if not paging.total_word or paging.total_word not in page.text:
        return 1
    found = paging.total.search(page.text)
    return int(found[1]) if found else 1


def _linked(
    page: Page, own: Address, markup: SiteMarkup
) -> Iterator[tuple[etree._Element, FurtherPageLink]]:
    mark = "" if own.number is None else f"/{own.number}/"
    for anchor, href in links_on(page, own, markup.paging):
        if mark not in href and not href.startswith("?"):
            continue
        address = markup.address(absolute(page, href) or "")
        if not own.is_same_article(address):
            continue
        if address.offset:
            label = anchor.get(markup.paging.label) or clean(line_of(anchor))
            number = int(label) if _PAGE_NUMBER.fullmatch(label) else 1
            yield anchor, FurtherPageLink(number, address.offset)
        elif address.whole and not own.whole:
            yield anchor, FurtherPageLink(2, 0)
