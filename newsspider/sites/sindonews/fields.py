"""Where each field of the record stands on a page, best source first."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final

from lxml import etree

from newsspider.items import Image
from newsspider.reading.article_column import Column
from newsspider.reading.indonesian import bylines
from newsspider.reading.lines import line_of, shown
from newsspider.reading.links import absolute
from newsspider.reading.loaders import ArticleLoader, Source, Stats, metas, places, stated
from newsspider.reading.page import Page
from newsspider.reading.text import clean
from newsspider.reading.time_elements import stated_moments
from newsspider.sites.sindonews import images
from newsspider.sites.sindonews.addresses import ArticleAddress, parse
from newsspider.sites.sindonews.layouts import GENERIC, Layout

_SITE_SUFFIX = re.compile(r"\s+[-–—|]\s+sindo\s?news(?:\.com)?\s*\Z", re.IGNORECASE)
_CAPTIONS: Final = frozenset(("caption", "image-caption", "detail-caption-img", "img-caption"))
_IN_TEXT: Final = ("figure", ".image-content")  # of a photo essay, the first picture leads
_MOST_BOXES: Final = 100  # that may hold the lead image; a page of more is not worth the search
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Loader(ArticleLoader):
    """How the values of SINDOnews become those of the record."""

    authors_in = staticmethod(bylines.names)
    image_in = staticmethod(lambda values: [value for value in values if value])

    @staticmethod
    def keywords_in(values: list[Any]) -> list[str]:
        """Tags, whether listed one by one or parted by commas, some of them stray."""
        parts = (part for value in values for part in re.split(r"[,;]", value or ""))
        return [word for part in parts if (word := clean(part).strip(" #\"'"))]


def load(
    page: Page, layout: Layout, column: Column, article: dict[str, Any], stats: Stats | None
) -> dict[str, Any]:
    """The fields that a page states in several places, each from its best readable source."""
    loader = Loader.counting(stats)
    loader.first_of("headline", headline(page, layout, article))
    loader.first_of("description", description(page, article))
    loader.first_of("authors", authors(page, layout, article))
    loader.first_of("keywords", keywords(page, layout, article))
    loader.first_of("image", image(page, layout, column, article))
    loader.first_of("in_language", language(page, article))
    loaded: dict[str, Any] = loader.load_item()
    return loaded


def headline(page: Page, layout: Layout, article: dict[str, Any]) -> Iterator[Source]:
    """As a reader sees it, then as the head says, there with the site's name cut off."""
    yield from places(page, layout.headline)
    yield from stated(article, "headline")
    for kind, rule, values in metas(page, "og:title", "title", "twitter:title"):
        yield kind, rule, [_SITE_SUFFIX.sub("", value) for value in values]
    yield "place", "title", [_SITE_SUFFIX.sub("", clean(page.index.title or ""))]


def description(page: Page, article: dict[str, Any]) -> Iterator[Source]:
    """The page's own summary."""
    yield from metas(page, "description")
    yield from stated(article, "description")
    yield from metas(page, "og:description", "twitter:description")


def date_lines(page: Page, layout: Layout, column: Column) -> Iterator[Source]:
    """The visible date line: where the layout has it, else anywhere above the text."""
    yield from places(page, layout.date)
    if layout is not GENERIC:
        yield "place", "column", list(column.date_lines())
    else:
        for place in GENERIC.date:
            found = shown(filter(column.holds, page.elements(place)))
            yield "place", place, list(map(line_of, found))
        yield "place", "column", list(column.date_lines())


def timed(page: Page, layout: Layout, column: Column) -> Iterator[str]:
    """Yield the moments that the markup of the date line states, whatever it shows."""
    boxes = (box for place in layout.date for box in page.elements(place))
    times = (time for time in page.elements("time") if column.holds(time, above=True))
    return stated_moments(filter(column.holds, chain(boxes, times)))


def authors(page: Page, layout: Layout, article: dict[str, Any]) -> Iterator[Source]:
    """The names under the headline, then those of JSON-LD."""
    yield from places(page, layout.authors, _line_of_names)
    yield "json_ld", "author", bylines.stated_names(article.get("author"))
    yield from metas(page, "author", "article:author", "content_author")


def _line_of_names(element: etree._Element) -> str:
    return line_of(element, parting=" | ")


def keywords(page: Page, layout: Layout, article: dict[str, Any]) -> Iterator[Source]:
    """The list in the head, which is the cleaner one, then the tags under the text."""
    yield from metas(page, "keywords", "news_keywords")
    yield from places(page, layout.tags)
    words = article.get("keywords")
    yield "json_ld", "keywords", [w for w in _listed(words) if isinstance(w, str)]


def language(page: Page, article: dict[str, Any]) -> Iterator[Source]:
    """`id` for Indonesian of any region (`id-ID`), else the tag that the page declares."""
    declared = (
        ("html", "lang", page.index.language),
        ("json_ld", "inLanguage", article.get("inLanguage")),
        ("meta", "content-language", page.index.meta.get("content-language")),
    )
    for kind, rule, value in declared:
        tag = clean(value) if isinstance(value, str) else ""
        indonesian = tag.lower().split("-")[0].split("_")[0] in ("id", "in", "ind")
        found = "id" if indonesian else tag
        yield kind, rule, [found] if _LANGUAGE.fullmatch(found) else []


def image(page: Page, layout: Layout, column: Column, article: dict[str, Any]) -> Iterator[Source]:
    """The picture in the article column; without one, what the head names, but no site cover."""
    for above in (True, False):  # a photo essay has pictures in its text too
        for place in (*layout.image, *_IN_TEXT):
            some = islice(page.elements(place), _MOST_BOXES)
            boxes = (box for box in some if column.holds(box, above=above))
            found = next((i for box in boxes if (i := _pictured(page, layout, column, box))), None)
            yield "place", place, [found]
    yield "place", "img", [_filed_here(page, column)]
    address = images.stated_picture(page, article)
    url = absolute(page, address)
    yield "json_ld", "image", [Image(url=url)] if url else []


def _pictured(page: Page, layout: Layout, column: Column, box: etree._Element) -> Image | None:
    address = images.picture(box)
    url = absolute(page, address)
    if url is None:
        return None
    caption, credit = images.caption_and_credit(_caption(page, layout, column, box))
    return Image(url=url, caption=caption, credit_text=credit)


def _filed_here(page: Page, column: Column) -> Image | None:
    """The first picture of the column that is filed under this very article, wherever it stands."""
    address = parse(page.url)
    if not isinstance(address, ArticleAddress):
        return None
    for image in page.root.iter("img", "amp-img"):
        url = absolute(page, images.picture(image))
        filed = images.filed_under(url) if url else None
        if url and filed and filed[1] == address.number and column.holds(image):
            caption, credit = images.caption_and_credit(images.line_under(image))
            return Image(url=url, caption=caption, credit_text=credit)
    return None


def _caption(page: Page, layout: Layout, column: Column, box: etree._Element) -> str:
    """The line under a picture: in its own box, else where the layout has it."""
    for part in shown(box.iter("figcaption", "div", "span", "p", "small", "em")):
        inside = part is not box and not _CAPTIONS.isdisjoint((part.get("class") or "").split())
        if part.tag == "figcaption" or inside:
            return line_of(part)
    if "image-content" in (box.get("class") or "").split():
        return line_of(box)
    for place in layout.caption:
        for element in shown(page.elements(place)):
            if column.holds(element) and (text := line_of(element)).strip():
                return text
    return ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
