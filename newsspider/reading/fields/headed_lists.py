"""The lists around an article by their headings: the links under each, and where they end."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.html.lines import line_of
from newsspider.reading.text import clean

HEADING_TAGS: Final = ("h2", "h3", "h4", "h5")
"""Tags of the headings of lists, for those that no class of the site names."""

_MOST_HEADINGS: Final = 100
_ASIDES: Final = frozenset(("aside", "footer", "nav", "header"))
"""Side columns, whose "Terkini" and "Terpopuler" are the site's, not the article's."""

_ENDS: Final = _ASIDES.union(HEADING_TAGS)
_ENDS_BOXED: Final = _ENDS | {"div"}


def headed_lists(
    page: ArticlePage, selectors: Iterable[str]
) -> Iterator[tuple[str, str, list[etree._Element]]]:
    """Yield field, selector of the heading and links of each list with a known heading."""
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
    return any(box is body or box.tag in _ASIDES for box in heading.iterancestors())


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
            anchors = self._links_behind(element)
            if anchors:
                return anchors
        return []

    def _links_behind(self, element: etree._Element) -> list[etree._Element]:
        """The links behind an element, up to a heading, even one that is boxed with its list."""
        found: list[etree._Element] = []
        for sibling in element.itersiblings():
            if self._is_heading(sibling):
                break
            # Of a list's many boxes, only those that hold a heading can end it.
            ends = _ENDS_BOXED if sibling in self.holders else _ENDS
            for part in sibling.iter("a", *ends):
                tag = part.tag
                if tag == "a":
                    found.append(part)
                elif tag in _ASIDES or (part is not sibling and self._heads_a_list(part)):
                    return found
        return found

    def _heads_a_list(self, part: etree._Element) -> bool:
        """Whether a part of a list's box begins the next; stories have headings too, with links."""
        if not self._is_heading(part) or next(part.iter("a"), None) is not None:
            return False
        if part.tag not in HEADING_TAGS:
            return True
        title = _title(part)
        return title in self.markup.headings or title in self.markup.other_headings

    def _is_heading(self, element: etree._Element) -> bool:
        if element.tag in HEADING_TAGS:
            return True
        names = element.get("class")
        return names is not None and not self.names.isdisjoint(names.split())
