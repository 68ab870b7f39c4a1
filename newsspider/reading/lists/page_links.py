"""The links of a list in HTML, each with what its address is of: read once for all that ask."""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from newsspider.reading.address import Address
from newsspider.reading.html.links import joined


class PageLink(NamedTuple):
    """An `<a>` or `<link>` and where it leads; `url` is as it is written, but joined to a base."""

    element: etree._Element
    url: str
    address: Address


def page_links(root: etree._Element, base: str, parse: Callable[[str], Address]) -> list[PageLink]:
    """Return the links of a tree in its order; `base` is what relative ones are joined to."""
    found = []
    for element in root.iter("a", "link"):
        if href := element.get("href"):
            url = joined(href, base)
            found.append(PageLink(element, url, parse(url)))
    return found
