"""Which article a page is of: its own address, and those that it states."""

from dataclasses import dataclass, replace
from typing import Any, Final

from newsspider.reading import json_ld
from newsspider.reading.links import absolute
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.sindonews.addresses import ArticleAddress, parse
from newsspider.sites.sindonews.images import is_legacy_path

_LISTS: Final = frozenset((
    "topic", "author", "index", "search", "front", "section", "feed", "sitemap",
))  # fmt: skip
_RENUMBERED: Final = "2020-04-15"  # around here the site began to count again from 1


@dataclass(frozen=True, slots=True)
class Identity:
    """The address that an article is known by; `disputed` when the page states another's."""

    address: ArticleAddress
    disputed: bool = False


def identify(page: Page, article: dict[str, Any]) -> Identity:
    """Which article the page is of.

    The canonical link says on which kanal an article stands. When it names another article than the
    one asked for, it is believed only if the rest of the page agrees with it.

    Raises `NotAnArticle`: "listing" for the address of a list, "foreign" for any other.
    """
    own = parse(page.url)
    stated = _stated(page, article)
    if not isinstance(own, ArticleAddress):
        if stated:
            return Identity(stated[0])
        raise NotAnArticle("listing" if own.kind in _LISTS else "foreign", page.url)
    agreeing = [address for address in stated if address.number == own.number]
    if agreeing:
        disputed = stated[0].number != own.number
        return Identity(_merged(agreeing[0], own), disputed)
    if len(stated) > 1 and len({address.number for address in stated}) == 1:
        return Identity(stated[0], disputed=True)
    return Identity(own, disputed=bool(stated))


def settled(address: ArticleAddress, date: str, picture: str | None) -> ArticleAddress:
    """The address with its generation told by the page, where the address alone does not.

    The path of the picture tells (`/content/` was the old CMS, `/pena/` is the new one), else the
    day of publication.
    """
    if address.settled:
        return address
    legacy = is_legacy_path(picture) if picture else None
    if legacy is None:
        legacy = date[:10] < _RENUMBERED
    return replace(address, generation="legacy" if legacy else "pena", settled=True)


def _stated(page: Page, article: dict[str, Any]) -> list[ArticleAddress]:
    addresses = (
        page.index.canonical,
        page.index.meta.get("og:url"),
        json_ld.text_of(article.get("mainEntityOfPage"), "@id", "url"),
        json_ld.text_of(article.get("url"), "@id"),
    )
    found = (parse(url) for address in addresses if (url := absolute(page, address)))
    return [address for address in found if isinstance(address, ArticleAddress)]


def _merged(stated: ArticleAddress, own: ArticleAddress) -> ArticleAddress:
    """The stated address, unless it is the poorer one: without the seconds at its end."""
    if stated.timestamp is None and own.timestamp is not None and stated.form == own.form:
        return own
    return stated
