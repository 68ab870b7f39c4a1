"""The lead image: its real address, not the placeholder."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.site_markup import ImageMarkup

# Best first: a lazy picture has its address in an attribute that the loading script reads.
_ADDRESSES: Final = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-lazyload", "data-lazysrc",
    "data-original-src", "data-actual-src", "data-real-src", "data-img-src", "data-img-url",
    "data-image", "data-url", "data-echo", "data-cfsrc", "data-ll-src", "data-hi-res-src",
    "data-full-src", "data-large-file", "data-orig-file", "data-pagespeed-lazy-src",
)  # fmt: skip
_SETS: Final = ("data-srcset", "data-lazy-srcset", "data-original-set", "srcset")
_PLAIN_ADDRESSES: Final = ("src", "content", "href")  # the latter of <meta> and <link> in microdata
_TAGS: Final = ("img", "amp-img", "source", "meta", "link")
# What scripts and templates leave where an address should be, and what is no picture's at all.
_NO_ADDRESS = re.compile(
    r"#.*|\?.*|(?!https?:)[a-z][a-z0-9+.-]*:.*|[^./]*"
    r"|(?:.*/)?(?:(?:null|undefined|none|nan|false|true|image|img|src)?"
    r"|(?:null|undefined|blank|empty|placeholder|lazy|loading|loader|no-?photo|no-?img|no-?thumb\w*"
    r"|(?:og-?|share-?|thumb-?)?(?:default|fallback)(?:-?(?:og|share|thumb\w*|cover|image))?"
    r"|(?:site-?)?logo(?:-?(?:og|share|default|amp|white|dark|square|\d+(?:x\d+)?))*)\.[a-z]{3,4}"
    r")(?:[?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_OF_PIXELS: Final = frozenset(("0", "1", "0px", "1px"))
_PLACEHOLDERS: Final = (
    "placeholder", "/blank.", "spacer", "lazyload", "lazy-load", "loading.", "1x1.", "pixel.gif",
    "pixel.png", "default-image", "default_image", "no-image", "noimage", "/avatar", ".svg",
    "{", "[object", "%7b",
)  # fmt: skip


def picture(box: etree._Element, markup: ImageMarkup) -> str | None:
    """Return the address of the first real picture in a box, as printed; None without one."""
    for image in [box] if box.tag in _TAGS else (*box.iter("img", "amp-img"), *box.iter("source")):
        if not _is_pixel(image):
            for address in map(str.strip, _addresses(image)):
                if not is_placeholder(address, markup):
                    return address
    return None


def _is_pixel(image: etree._Element) -> bool:
    """Return whether it counts readers instead of showing them anything."""
    sides = ((image.get("width") or "").strip(), (image.get("height") or "").strip())
    return not _OF_PIXELS.isdisjoint(sides)


def is_placeholder(address: str, markup: ImageMarkup) -> bool:
    """Return whether an address is of what stands in until the picture is loaded, or is none.

    What is filed under an article is none: news may be about the film "Avatar".
    """
    if markup.path is not None and markup.path.search(address):
        return False
    name = address.lower()
    names = (*_PLACEHOLDERS, *markup.placeholders)
    return any(map(name.__contains__, names)) or _NO_ADDRESS.fullmatch(address) is not None


def stated_picture(page: ArticlePage) -> str | None:
    """Return the picture that JSON-LD or the head names, if it is the article's: no site cover.

    Where a site files its pictures under articles, only such a one is the article's.
    """
    markup, meta = page.markup.image, page.page.head.meta
    named = json_ld.texts_of(page.news_article.get("image"), "url", "contentUrl", "@id")
    in_head = (html.unescape(meta.get(name, "")) for name in ("og:image", "twitter:image"))
    for address in (*named, *in_head):
        its = address and (markup.path is None or markup.path.search(address))
        if address and its and not is_placeholder(address, markup):
            return address
    return None


def _addresses(image: etree._Element) -> Iterator[str]:
    given = {str(name): str(value) for name, value in image.items()}
    for name in filter(given.__contains__, (*_ADDRESSES, *_SETS, *_PLAIN_ADDRESSES)):
        if name in _SETS:
            yield from _largest_first(given[name])
        else:
            yield given[name]


def _largest_first(candidates: str) -> list[str]:
    """Return the addresses of a `srcset`, those of larger pictures first."""
    found: Iterable[tuple[float, str]] = (
        (float(match[2] or 1), match[1])
        for match in re.finditer(
            r"([^\s,]\S*)(?:\s+([\d.]{1,8})[wx])?\s*(?:,|\Z)", candidates[:8192]
        )
        if (match[2] or "1").count(".") < 2
    )
    return [address for _, address in sorted(found, key=lambda pair: -pair[0])]
