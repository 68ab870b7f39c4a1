"""Which article a page is of: its own address, and those that it states."""

from typing import Final, NamedTuple

from newsspider.reading import json_ld
from newsspider.reading.address import Address
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.html.links import absolute
from newsspider.reading.not_an_article import NotAnArticle

_LISTS: Final = frozenset((
    "topic", "author", "index", "search", "front", "section", "feed", "sitemap",
))  # fmt: skip


class Identity(NamedTuple):
    """The address that an article is known by; `disputed` when the page states another's."""

    address: Address
    disputed: bool = False


def identify(page: ArticlePage, *, by_json_ld: bool = True) -> Identity:
    """Return which article the page is of.

    The canonical link says in which section an article stands. When it names another article than
    the one asked for, it is believed only if the rest of the page agrees with it; the rest is the
    head and, unless told otherwise, JSON-LD.

    Raises `NotAnArticle`: "listing" for the address of a list, "foreign" for any other.
    """
    own = page.address
    stated = _stated(page, by_json_ld)
    if own.id is None:
        if stated:
            return Identity(stated[0])
        raise NotAnArticle("listing" if own.kind in _LISTS else "foreign", page.page.url)
    agreeing = next(filter(own.is_same_article, stated), None)
    if agreeing is not None:
        return Identity(own.preferred(agreeing), disputed=agreeing is not stated[0])
    if len(stated) > 1 and all(map(stated[0].is_same_article, stated)):
        return Identity(stated[0], disputed=True)
    return Identity(own, disputed=bool(stated))


def _stated(page: ArticlePage, by_json_ld: bool) -> list[Address]:
    head = page.page.head
    urls = [head.canonical, head.meta.get("og:url")]
    if by_json_ld:
        item = page.news_article
        urls.append(json_ld.text_of(item.get("mainEntityOfPage"), "@id", "url"))
        urls.append(json_ld.text_of(item.get("url"), "@id"))
    found: list[Address] = []
    for href in urls:
        url = absolute(page.page, href)
        if url and (address := page.markup.address(url)).id is not None:
            found.append(address)
    return found
