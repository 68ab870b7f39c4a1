"""Where the rest of an article stands: its further pages, and all of it on one."""

import re
from typing import Final

from newsspider.reading.links import absolute
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.sindonews.addresses import ArticleAddress, parse
from newsspider.sites.sindonews.identity import identify
from newsspider.sites.sindonews.paging import LEADS_ON
from newsspider.sites.site import Further

_TOTAL = re.compile(r"""total_page["']?\s*[:=]\s*["']?(\d{1,3})\b""")  # any quote before it
_MOST: Final = 60  # pages; the longest live report seen in listings had 9


def further(page: Page) -> Further:
    """The addresses at which the rest of the article on `page` stands; never raises.

    Every link of the page is looked at, not only those of a known pager: a page whose pager was
    renamed would lose nine tenths of the articles their second half in silence.
    """
    try:
        own = identify(page, {}).address
        offsets, named = _linked(page, own)
    except NotAnArticle:
        return Further()
    pages = [own.page(offset) for offset in sorted(offsets)[:_MOST]]
    split = bool(pages) or named or total_pages(page) > 1
    return Further(own.whole_text if split else None, pages)


def total_pages(page: Page) -> int:
    """How many pages a script says the article has (`"total_page": "3"`); 1 where none does."""
    found = _TOTAL.search(page.text) if "total_page" in page.text else None
    return int(found[1]) if found else 1


def _linked(page: Page, own: ArticleAddress) -> tuple[set[int], bool]:
    """Offsets of the further pages that are linked, and whether the whole text is."""
    offsets: set[int] = set()
    named = False
    for anchor in page.index.links():
        href = anchor.get("href") or ""
        if not LEADS_ON.search(href):
            continue
        if href.startswith("?"):
            named = named or "showpage=all" in href
            continue
        found = parse(absolute(page, href) or "")
        if isinstance(found, ArticleAddress) and found.id == own.id:
            named = named or found.whole
            offsets.add(found.offset)
    return offsets - {0}, named
