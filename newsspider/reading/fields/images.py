"""The lead image: its real address, not the placeholder."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.markup import ImageMarkup

# Best first: a lazy picture has its address in an attribute that the loading script reads.
_ADDRESSES: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy", "src")
_SETS: Final = ("data-srcset", "srcset")
_PLACEHOLDERS: Final = (
    "placeholder", "/blank.", "spacer", "lazyload", "lazy-load", "loading.", "1x1.", "pixel.gif",
    "pixel.png", "default-image", "default_image", "no-image", "noimage", "/avatar", ".svg",
)  # fmt: skip


def picture(box: etree._Element, markup: ImageMarkup) -> str | None:
    """Return the address of the first real picture in a box, as printed; None without one."""
    tags = ("img", "amp-img", "source", "meta", "link")
    for image in [box] if box.tag in tags else (*box.iter("img", "amp-img"), *box.iter("source")):
        for address in _addresses(image):
            if address and not is_placeholder(address, markup):
                return address
    return None


def is_placeholder(address: str, markup: ImageMarkup) -> bool:
    """Return whether an address is of what stands in until the picture is loaded.

    What is filed under an article is none: news may be about the film "Avatar".
    """
    if address.startswith("data:"):
        return True
    name = address.lower()
    if not any(map(name.__contains__, (*_PLACEHOLDERS, *markup.placeholders))):
        return False
    return markup.path is None or not markup.path.search(address)


def stated_picture(page: ArticlePage) -> str | None:
    """Return the picture that JSON-LD or the head names, if it is the article's: no site cover.

    Where a site files its pictures under articles, only such a one is the article's.
    """
    markup, meta = page.markup.image, page.page.index.meta
    named = json_ld.text_of(page.news_article.get("image"), "url", "contentUrl", "@id")
    for address in (named, meta.get("og:image"), meta.get("twitter:image")):
        its = address and (markup.path is None or markup.path.search(address))
        if address and its and not is_placeholder(address, markup):
            return address
    return None


def _addresses(image: etree._Element) -> Iterator[str | None]:
    for name in _ADDRESSES[:-1]:
        yield image.get(name)
    for name in _SETS:
        candidates = image.get(name)
        yield _largest(candidates) if candidates else None
    yield image.get(_ADDRESSES[-1])


def _largest(candidates: str) -> str | None:
    """The address of the largest picture of a `srcset`."""
    found: Iterable[tuple[float, str]] = (
        (float(match[2] or 1), match[1])
        for match in re.finditer(
            r"([^\s,]\S*)(?:\s+([\d.]{1,8})[wx])?\s*(?:,|\Z)", candidates[:8192]
        )
        if (match[2] or "1").count(".") < 2
    )
    return max(found, default=(0.0, None), key=lambda pair: pair[0])[1]
