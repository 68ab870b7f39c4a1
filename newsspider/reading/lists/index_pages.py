"""Lists in HTML: daily indexes, section fronts, topics, authors and search results.

One way for all layouts: every link to an article counts unless it stands in a box beside the list
("Terpopuler", "Rekomendasi", menus); on the pages whose list is sure to be in one container, only
what is within it does. Of a row, the headline and date are what its links and nearest texts say.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from lxml import etree

from newsspider.reading.address import Address
from newsspider.reading.html.links import joined
from newsspider.reading.listing import Listed
from newsspider.reading.lists.list_markup import MENU_KINDS, IndexMarkup
from newsspider.reading.lists.rows import Places, date_lines, has_list, headline
from newsspider.reading.lists.skipped import Skipped, moment

_Moment = Callable[[str], str | None]


class _Link(NamedTuple):
    element: etree._Element
    url: str
    article: Address | None
    kind: str


def read_index(
    root: etree._Element, base: str, now: datetime, markup: IndexMarkup
) -> tuple[list[Listed], Skipped]:
    """Return the articles of a list in its order, and what else it leads to.

    `base` is what its relative links are joined to, `now` when the page was fetched, for dates like
    "5 menit yang lalu".
    """
    links = list(_links_of_list(root, base, markup))
    owner = _owners(links)
    rows: dict[str, list[_Link]] = {}
    skipped = Skipped()
    for link in links:
        if link.kind == "article" and link.article is not None and link.article.id:
            rows.setdefault(link.article.id, []).append(link)
        elif link.url.startswith("http"):
            skipped.add(link.kind, link.url)
    read = partial(moment, now=now, language=root.get("lang"))
    return [_listed(row, owner, read) for row in rows.values()], skipped


def _links_of_list(root: etree._Element, base: str, markup: IndexMarkup) -> Iterator[_Link]:
    places = Places(markup)
    wanted = "list" if has_list(root, markup) else "page"
    for element in root.iter("a"):
        href = element.get("href")
        if not href:
            continue
        url = joined(href, base)
        found = markup.address(url)
        if found.kind not in MENU_KINDS and places.of(element) == wanted:
            yield _Link(element, url, found if found.id else None, found.kind)


def _owners(links: list[_Link]) -> dict[etree._Element, str | None]:
    """Return, by element, what all links within it lead to: one article or video, or None."""
    owner: dict[etree._Element, str | None] = {}
    for link in links:
        key = (link.article.id if link.article else None) or link.url
        for box in (link.element, *link.element.iterancestors()):
            if owner.setdefault(box, key) != key:
                if owner[box] is None:
                    break
                owner[box] = None
    return owner


def _listed(row: list[_Link], owner: dict[etree._Element, str | None], read: _Moment) -> Listed:
    article = row[0].article
    title = headline([link.element for link in row])
    return Listed(
        url=(article.canonical if article else None) or row[0].url,
        address=article,
        headline=title,
        date_published=_date(row, title or "", owner, read),
    )


def _date(
    row: list[_Link], title: str, owner: dict[etree._Element, str | None], read: _Moment
) -> str | None:
    for link in row:
        for line in date_lines(link.element, owner):
            # A headline may name a day; it is not the day it was published.
            is_headline = bool(title) and (line in title or title in line)
            if not is_headline and (found := read(line)):
                return found
    return None
