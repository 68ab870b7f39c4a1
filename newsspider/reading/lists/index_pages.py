"""Lists in HTML: daily indexes, section fronts, topics, authors and search results.

One way for all layouts: every link to an article counts unless it stands in a box beside the list
("Terpopuler", "Rekomendasi", menus); on the pages whose list is sure to be in one container, only
what is within it does. Of a row, the headline and date are what its links and nearest texts say.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Final

from lxml import etree

from newsspider.reading.html.lines import Visibility
from newsspider.reading.listing import Listed
from newsspider.reading.lists.list_markup import MENU_KINDS, IndexMarkup
from newsspider.reading.lists.page_links import PageLink
from newsspider.reading.lists.rows import Places, date_lines, has_list, headline
from newsspider.reading.lists.skipped import Skipped, moment

_SERVICE_HOSTS: Final = (
    "facebook.com", "twitter.com", "x.com", "wa.me", "whatsapp.com", "t.me", "telegram.me",
    "line.me", "linkedin.com", "pinterest.com",
)  # fmt: skip
_SERVICE = re.compile(
    r"https?://(?:wa\.me/|(?:api|web)\.whatsapp\.com/send|(?:t|telegram)\.me/share"
    r"|[\w.-]*(?:facebook\.com/(?:sharer|dialog)|(?:twitter|x)\.com/(?:intent|share|home\?status)"
    r"|line\.me/|linkedin\.com/share|pinterest\.com/pin/create))"
)

_Moment = Callable[[str], str | None]


def read_index(
    root: etree._Element, links: Iterable[PageLink], now: datetime, markup: IndexMarkup
) -> tuple[list[Listed], Skipped]:
    """Return the articles of a list in its order, and what else it leads to.

    `links` are those of the page, `now` is when it was fetched, for dates like "5 menit yang lalu".
    """
    of_list = _links_of_list(root, links, markup)
    owner = _owners(of_list)
    rows: dict[str, list[PageLink]] = {}
    skipped = Skipped()
    for link in of_list:
        if link.address.kind == "article" and link.address.id:
            rows.setdefault(link.address.id, []).append(link)
        elif link.url.startswith("http"):
            skipped.add(link.address.kind, link.url)
    read = partial(moment, now=now, language=root.get("lang"))
    visibility = Visibility()
    return [_listed(row, owner, visibility, read) for row in rows.values()], skipped


def leads_on(link: PageLink) -> bool:
    """Tell whether a link leads to one thing to read or see, not to a list or by a service."""
    if link.element.tag != "a" or link.address.kind in MENU_KINDS:
        return False
    return not _is_service(link.url)


def _is_service(url: str) -> bool:
    """Tell whether an address is of a button to share or save a row: nothing of its own."""
    url = url.lower()
    if not url.startswith(("https:", "http:")):
        return True
    host = url.partition("://")[2].partition("/")[0]
    return host.endswith(_SERVICE_HOSTS) and _SERVICE.match(url) is not None


def _links_of_list(
    root: etree._Element, links: Iterable[PageLink], markup: IndexMarkup
) -> list[PageLink]:
    places = Places(markup)
    placed: dict[str, list[PageLink]] = {"list": [], "page": [], "aside": []}
    for link in links:
        if leads_on(link):
            placed[places.of(link.element)].append(link)
    return placed["list" if placed["list"] or has_list(root, markup) else "page"]


def _owners(links: list[PageLink]) -> dict[etree._Element, str | None]:
    """Return, by element, what all links within it lead to: one article or video, or None."""
    owner: dict[etree._Element, str | None] = {}
    for link in links:
        key = link.address.id or link.url
        for box in chain((link.element,), link.element.iterancestors()):
            if owner.setdefault(box, key) != key:
                if owner[box] is None:
                    break
                owner[box] = None
    return owner


def _listed(
    row: list[PageLink],
    owner: dict[etree._Element, str | None],
    visibility: Visibility,
    read: _Moment,
) -> Listed:
    address, elements = row[0].address, [link.element for link in row]
    title = headline(elements)
    lines = date_lines(elements, owner, visibility)
    return Listed(
        url=address.canonical or row[0].url,
        address=address,
        headline=title,
        date_published=_date(lines, title or "", read),
    )


def _date(lines: Iterable[str], title: str, read: _Moment) -> str | None:
    for line in lines:
        # A headline may name a day; it is not the day it was published.
        is_headline = bool(title) and (line in title or title in line)
        if not is_headline and (found := read(line)):
            return found
    return None
