"""The lists around an article: "Berita Terkait", "Rekomendasi", "Berita Terkini", "Infografis"."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from lxml import etree

from newsspider.items import Link
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields.source import Source
from newsspider.reading.html.lines import line_of
from newsspider.reading.html.links import absolute
from newsspider.reading.text import clean

_HEADING_TAGS: Final = ("h2", "h3", "h4", "h5")
_MOST_HEADINGS: Final = 100
_ASIDES: Final = frozenset(("aside", "footer", "nav", "header"))
"""Side columns, whose "Terkini" and "Terpopuler" are the site's, not the article's."""

_ENDS: Final = _ASIDES.union(_HEADING_TAGS)
_ENDS_BOXED: Final = _ENDS | {"div"}


def link_lists(page: ArticlePage) -> dict[str, Source]:
    """Return the lists around an article by field of the record, each with the rule that found it.

    They are found by their headings, else by the classes of their boxes.
    """
    markup = page.markup.lists
    found: dict[str, Source] = {}
    _by_heading(found, page, markup.heading_selectors)
    for name, selectors in markup.boxes.items():
        if name not in found:
            css = next((css for css in selectors if page.page.elements(css)), None)
            if css is not None:
                boxed = chain.from_iterable(box.iter("a") for box in page.page.elements(css))
                _keep(found, name, Source("css", css, links(page, boxed)))
    if "related" not in found:  # what nearly every page has; without it, the classes may be others
        _by_heading(found, page, _HEADING_TAGS)
    return found


def _by_heading(found: dict[str, Source], page: ArticlePage, selectors: Iterable[str]) -> None:
    for name, css, anchors in _headed(page, selectors):
        if name not in found:
            _keep(found, name, Source("heading", css, links(page, anchors)))


def _keep(found: dict[str, Source], name: str, source: Source) -> None:
    if source.values:
        found[name] = source


def links(page: ArticlePage, anchors: Iterable[etree._Element]) -> list[Link]:
    """Return the stories that anchors link to, each with its longest headline.

    A story is linked twice, by its picture, whose `alt` is cut after three words, and by its
    headline; a headline that ends in dots is taken only when there is no other.
    """
    headlines: dict[str, str] = {}
    printed: set[str] = set()
    pictured: list[etree._Element] = []
    shown = page.page.is_shown
    for anchor in anchors:
        text = _printed(anchor)
        href = anchor.get("href") if text else None
        if not href:
            pictured.append(anchor)
        elif shown(anchor):
            printed.add(_plain(href))
            url = _story(page, href)
            if url is not None and len(text) > len(headlines.get(url, "")):
                headlines[url] = text
    for anchor in pictured:  # of which few are asked for
        href = anchor.get("href", "")
        if _plain(href) not in printed and shown(anchor) and (url := _story(page, href)):
            headlines.setdefault(url, _described(anchor))
    return [Link(headline=text, url=url) for url, text in headlines.items() if text]


def _printed(anchor: etree._Element) -> str:
    """The text of a link that is seen; nearly all hold nothing but a headline or a picture."""
    if not len(anchor):
        return clean(anchor.text or "")
    if anchor.text is None and anchor[0].tag == "img" and len(anchor) == 1 and not anchor[0].tail:
        return ""
    return clean(line_of(anchor))


def _plain(href: str) -> str:
    """A link without what is tracked with it, which picture and headline need not have alike."""
    return href.partition("?")[0]


def _story(page: ArticlePage, href: str | None) -> str | None:
    """The address of something to read; None for sections, topics and the like."""
    url = absolute(page.page, href)
    return None if url is None or page.markup.lists.no_story.search(url) else url


def _described(anchor: etree._Element) -> str:
    title = clean(anchor.get("title") or "")
    alternatives = (clean(image.get("alt") or "") for image in anchor.iter("img"))
    return title or next(filter(None, alternatives), "")


def _headed(
    page: ArticlePage, selectors: Iterable[str]
) -> Iterator[tuple[str, str, list[etree._Element]]]:
    """Field, selector of the heading and links of each list with a known heading."""
    ends: _Ends | None = None
    for css in selectors:
        for heading in islice(page.page.elements(css), _MOST_HEADINGS):
            name = page.markup.lists.headings.get(_title(heading))
            if name and not _is_aside(heading, page.container):
                if ends is None:
                    ends = _Ends(page)
                yield name, css, ends.under(heading)


def _title(heading: etree._Element) -> str:
    return clean(line_of(heading)).strip(" :").casefold()


def _is_aside(heading: etree._Element, body: etree._Element | None) -> bool:
    return any(p is body or p.tag in _ASIDES for p in heading.iterancestors())


class _Ends:
    """Where each list of a page ends: at the heading of the next."""

    def __init__(self, page: ArticlePage) -> None:
        self.markup = page.markup.lists
        self.names = frozenset(self.markup.heading_classes)
        self.holders: set[etree._Element] = set()
        """Everything that holds, or is, an element with the class of a heading."""
        for css in self.markup.heading_selectors:
            for heading in islice(page.page.elements(css), _MOST_HEADINGS):
                element: etree._Element | None = heading
                while element is not None and element not in self.holders:
                    self.holders.add(element)
                    element = element.getparent()

    def under(self, heading: etree._Element) -> list[etree._Element]:
        """The links behind a heading, up to the next; it may stand in a box of its own."""
        for element in (heading, *islice(heading.iterancestors(), 2)):
            anchors = list(self._links_behind(element))
            if anchors:
                return anchors
        return []

    def _links_behind(self, element: etree._Element) -> Iterator[etree._Element]:
        """The links behind an element, up to a heading, even one that is boxed with its list."""
        for sibling in element.itersiblings():
            if self._is_heading(sibling):
                return
            # Of a list's many boxes, only those that hold a heading can end it.
            ends = _ENDS_BOXED if sibling in self.holders else _ENDS
            for part in sibling.iter("a", *ends):
                if part.tag == "a":
                    yield part
                elif part.tag in _ASIDES or (part is not sibling and self._heads_a_list(part)):
                    return

    def _heads_a_list(self, part: etree._Element) -> bool:
        """Whether a part of a list's box begins the next; stories have headings too, with links."""
        if not self._is_heading(part) or next(part.iter("a"), None) is not None:
            return False
        if part.tag not in _HEADING_TAGS:
            return True
        title = _title(part)
        return title in self.markup.headings or title in self.markup.other_headings

    def _is_heading(self, element: etree._Element) -> bool:
        names = (element.get("class") or "").split()
        return element.tag in _HEADING_TAGS or not self.names.isdisjoint(names)
