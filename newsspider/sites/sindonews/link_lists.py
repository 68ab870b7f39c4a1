"""The lists around an article: "Berita Terkait", "Rekomendasi", "Berita Terkini", "Infografis"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final

from lxml import etree

from newsspider.items import Link
from newsspider.reading.lines import line_of, shown
from newsspider.reading.links import absolute
from newsspider.reading.page import Page
from newsspider.reading.text import clean

# The heading tells what a list is; the classes of 2021-26 are a second opinion.
_HEADINGS: Final = {
    "berita terkait": "related", "artikel terkait": "related", "terkait": "related",
    "baca juga": "related", "rekomendasi": "recommended", "rekomendasi untuk anda": "recommended",
    "berita terkini": "latest", "terkini": "latest", "berita terbaru": "latest",
    "terbaru": "latest", "infografis": "infographics",
}  # fmt: skip
_OTHERS: Final = frozenset((
    "terpopuler", "berita terpopuler", "populer", "berita populer", "paling populer", "trending",
    "pilihan", "pilihan editor", "pilihan redaksi", "video", "video terkini", "foto", "topik",
    "sindoscope", "indeks", "komentar", "berita lainnya", "lainnya",
))  # fmt: skip
"""Headings of lists that are of the site, not of the article."""
_HEADING_CLASSES: Final = (
    ".title-section", ".title-terkait", ".title-list", ".section-title", ".box-title",
    ".widget-title",
)  # fmt: skip
_HEADING_NAMES: Final = frozenset(place.removeprefix(".") for place in _HEADING_CLASSES)
_HEADING_TAGS: Final = ("h2", "h3", "h4", "h5")
_LISTS: Final = {
    "related": (".warp-list-berita-terkait", ".berita-terkait", ".related-news", ".list-terkait"),
    "recommended": (".warp-list-detail-artikel-komersial",),
    "latest": (".warp-list-detail-berita-lain",),
    "infographics": (".detail-infografis",),
}
_NO_STORY = re.compile(
    r"sindonews\.com/?(?:\?|#|\Z)|/(?:more|topic|tag|blog|indeks|index|search|terkini|about)(?:/|\Z|\?)"
)
_MOST_HEADINGS: Final = 100
_ASIDES: Final = frozenset(("aside", "footer", "nav", "header"))
"""Side columns, whose "Terkini" and "Terpopuler" are the site's, not the article's."""

_ENDS: Final = _ASIDES.union(_HEADING_TAGS)
_ENDS_BOXED: Final = _ENDS | {"div"}


@dataclass(slots=True)
class Boxes:
    """The links of each list, in order."""

    related: list[Link] = field(default_factory=list)
    recommended: list[Link] = field(default_factory=list)
    latest: list[Link] = field(default_factory=list)
    infographics: list[Link] = field(default_factory=list)


def boxes(page: Page, body: etree._Element | None) -> Boxes:
    """The lists of a page, by their headings, else by the classes of their containers."""
    found = Boxes()
    _by_heading(found, page, body, _HEADING_CLASSES)
    for name, places in _LISTS.items():
        if not getattr(found, name):
            boxed = next((b for place in places if (b := page.elements(place))), [])
            setattr(found, name, links(page, _anchors(boxed)))
    if not found.related:  # what nearly every page has; without it, the classes may be others
        _by_heading(found, page, body, _HEADING_TAGS)
    return found


def _by_heading(
    found: Boxes, page: Page, body: etree._Element | None, headings: tuple[str, ...]
) -> None:
    for name, anchors in _headed(page, body, headings):
        if not getattr(found, name):
            setattr(found, name, links(page, anchors))


def _anchors(boxes: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return chain.from_iterable(box.iter("a") for box in boxes)


def links(page: Page, anchors: Iterable[etree._Element]) -> list[Link]:
    """The stories that anchors link to, each with its longest headline.

    A story is linked twice, by its picture, whose `alt` is cut after three words, and by its
    headline; a headline that ends in dots is taken only when there is no other.
    """
    headlines: dict[str, str] = {}
    printed: set[str] = set()
    pictured: list[etree._Element] = []
    for anchor in shown(anchors):
        text = clean(line_of(anchor))
        href = anchor.get("href") if text else None
        if not href:
            pictured.append(anchor)
            continue
        printed.add(_plain(href))
        url = _story(page, href)
        if url is not None and len(text) > len(headlines.get(url, "")):
            headlines[url] = text
    for anchor in pictured:
        href = anchor.get("href", "")
        if _plain(href) not in printed and (url := _story(page, href)):
            headlines.setdefault(url, _described(anchor))
    return [Link(headline=text, url=url) for url, text in headlines.items() if text]


def _plain(href: str) -> str:
    """A link without what is tracked with it, which picture and headline need not have alike."""
    return href.partition("?")[0]


def _story(page: Page, href: str | None) -> str | None:
    """The address of something to read; None for sections, topics and the like."""
    url = absolute(page, href)
    return None if url is None or ("/read/" not in url and _NO_STORY.search(url)) else url


def _described(anchor: etree._Element) -> str:
    title = clean(anchor.get("title") or "")
    alternatives = (clean(image.get("alt") or "") for image in anchor.iter("img"))
    return title or next(filter(None, alternatives), "")


def _headed(
    page: Page, body: etree._Element | None, headings: tuple[str, ...]
) -> Iterator[tuple[str, list[etree._Element]]]:
    holders: set[etree._Element] | None = None
    for place in headings:
        for heading in islice(page.elements(place), _MOST_HEADINGS):
            name = _HEADINGS.get(clean(line_of(heading)).strip(" :").casefold())
            if name and not _is_aside(heading, body):
                if holders is None:
                    holders = _holders(page)
                yield name, _under(heading, holders)


def _holders(page: Page) -> set[etree._Element]:
    """Everything that holds, or is, an element with the class of a heading."""
    holders: set[etree._Element] = set()
    for place in _HEADING_CLASSES:
        for heading in islice(page.elements(place), _MOST_HEADINGS):
            element: etree._Element | None = heading
            while element is not None and element not in holders:
                holders.add(element)
                element = element.getparent()
    return holders


def _is_aside(heading: etree._Element, body: etree._Element | None) -> bool:
    return any(p is body or p.tag in _ASIDES for p in heading.iterancestors())


def _under(heading: etree._Element, holders: set[etree._Element]) -> list[etree._Element]:
    """The links behind a heading, up to the next; the heading may stand in a box of its own."""
    for element in (heading, *islice(heading.iterancestors(), 2)):
        anchors = list(_links_behind(element, holders))
        if anchors:
            return anchors
    return []


def _links_behind(
    element: etree._Element, holders: set[etree._Element]
) -> Iterator[etree._Element]:
    """The links behind an element, up to a heading, even where that is boxed with its own list."""
    for sibling in element.itersiblings():
        if _is_heading(sibling):
            return
        # Of a list's many boxes, only those that hold a heading can end it.
        ends = _ENDS_BOXED if sibling in holders else _ENDS
        for part in sibling.iter():
            tag = part.tag
            if tag == "a":
                yield part
            elif tag in ends and (tag in _ASIDES or (part is not sibling and _heads_a_list(part))):
                return


def _heads_a_list(part: etree._Element) -> bool:
    """Whether a part of a list's box begins the next one; stories have headings too, with links."""
    names = (part.get("class") or "").split()
    if part.tag not in _HEADING_TAGS and _HEADING_NAMES.isdisjoint(names):
        return False
    if next(part.iter("a"), None) is not None:
        return False
    if part.tag not in _HEADING_TAGS:
        return True
    name = clean(line_of(part)).strip(" :").casefold()
    return name in _HEADINGS or name in _OTHERS


def _is_heading(element: etree._Element) -> bool:
    names = (element.get("class") or "").split()
    return element.tag in _HEADING_TAGS or not _HEADING_NAMES.isdisjoint(names)
