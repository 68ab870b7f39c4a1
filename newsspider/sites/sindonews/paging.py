"""Links from one page of an article to its further pages, in every pager the site has had."""

import re
from collections.abc import Iterator

from lxml import etree

from newsspider.reading.article_column import Column
from newsspider.reading.element_index import string_of
from newsspider.reading.links import absolute
from newsspider.reading.page import Page
from newsspider.reading.text import clean
from newsspider.sites.sindonews.addresses import ArticleAddress, parse

LEADS_ON = re.compile(r"showpage=all|/\d{1,4}/?(?:[?#&]|$)")
"""What an address of a further page has, whatever element it stands in: no layout of the site, and
no kanal at any time, named these pages otherwise (CodeIgniter's offset, the site's parameter)."""

_PAGE_NUMBER = re.compile(r"\d{1,3}")


def page_links(
    page: Page, number: str, container: etree._Element | None, *, whole: bool
) -> list[tuple[int, int]]:
    """Page number and offset of each link to a further page, in whatever pager it stands.

    `number` is that of the article as it stands in addresses, `/652711/`. A link to the whole text
    says that there are two pages at least, and has the offset 0; on the `whole` text it says
    nothing.

    Most pagers stand in the column; where none does, as on pages of edukasi in 2020-21, whose text
    and headline share a container, the whole page is looked through.
    """
    found = dict(_linked(page, number, whole=whole))
    if not found:
        return []
    headline = next(iter(page.elements("h1")), None)
    column = Column(headline, container).root
    within = () if column is None else column.iter("a")
    return [found[anchor] for anchor in within if anchor in found] or list(found.values())


def _linked(
    page: Page, number: str, *, whole: bool
) -> Iterator[tuple[etree._Element, tuple[int, int]]]:
    for anchor in page.index.links():
        href = anchor.get("href")
        if href is None or (number not in href and not href.startswith("?showpage")):
            continue
        if not LEADS_ON.search(href):  # a button to share the article, or the article itself
            continue
        address = parse(absolute(page, href) or "")
        if not isinstance(address, ArticleAddress) or f"/{address.number}/" != number:
            continue
        if address.offset:
            label = anchor.get("data-ci-pagination-page") or clean(string_of(anchor))
            yield anchor, (int(label) if _PAGE_NUMBER.fullmatch(label) else 1, address.offset)
        elif address.whole and not whole:
            yield anchor, (2, 0)
