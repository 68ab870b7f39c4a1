"""Where each field of the record stands on a page, best source first."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from lxml import etree

from newsspider.items import Image
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.fields import captions, images
from newsspider.reading.fields.loader import Source, metas, places, stated
from newsspider.reading.indonesian import bylines
from newsspider.reading.lines import line_of, shown
from newsspider.reading.links import absolute
from newsspider.reading.text import clean
from newsspider.reading.time_elements import stated_moments

_MOST_BOXES: Final = 100  # that may hold the lead image; a page of more is not worth the search
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def headline(page: ArticlePage) -> Iterator[Source]:
    """Yield the headline as a reader sees it, then as the head says, without the site's name."""
    suffix = page.markup.publisher.title_suffix
    yield from places(page, page.layout.headline)
    yield from stated(page, "headline")
    for kind, rule, values in metas(page, "og:title", "title", "twitter:title"):
        yield kind, rule, [suffix.sub("", value) for value in values]
    yield "place", "title", [suffix.sub("", clean(page.page.index.title or ""))]


def description(page: ArticlePage) -> Iterator[Source]:
    """Yield the page's own summary."""
    yield from metas(page, "description")
    yield from stated(page, "description")
    yield from metas(page, "og:description", "twitter:description")


def date_lines(page: ArticlePage) -> Iterator[Source]:
    """Yield the visible date line: where the layout has it, else anywhere above the text."""
    yield from places(page, page.layout.date)
    if page.layout is not GENERIC:
        yield "place", "column", list(page.column.date_lines())
    else:
        for css in GENERIC.date:
            found = shown(filter(page.column.holds, page.page.elements(css)))
            yield "place", css, list(map(line_of, found))
        yield "place", "column", list(page.column.date_lines())


def timed(page: ArticlePage) -> Iterator[str]:
    """Yield the moments that the markup of the date line states, whatever it shows."""
    column = page.column
    boxes = (box for css in page.layout.date for box in page.page.elements(css))
    times = (time for time in page.page.elements("time") if column.holds(time, above=True))
    return stated_moments(filter(column.holds, chain(boxes, times)))


def authors(page: ArticlePage) -> Iterator[Source]:
    """Yield the names under the headline, then those of JSON-LD."""
    yield from places(page, page.layout.authors, _line_of_names)
    publisher = page.markup.publisher.bylines
    names = bylines.stated_names(page.news_article.get("author"), publisher)
    yield "json_ld", "author", names
    yield from metas(page, "author", "article:author", "content_author")


def _line_of_names(element: etree._Element) -> str:
    return line_of(element, parting=" | ")


def keywords(page: ArticlePage) -> Iterator[Source]:
    """Yield the list in the head, which is the cleaner one, then the tags under the text."""
    yield from metas(page, "keywords", "news_keywords")
    yield from places(page, page.layout.tags)
    words = page.news_article.get("keywords")
    listed = words if isinstance(words, list) else [words]
    yield "json_ld", "keywords", [word for word in listed if isinstance(word, str)]


def language(page: ArticlePage) -> Iterator[Source]:
    """Yield `id` for Indonesian of any region (`id-ID`), else the tag that the page declares."""
    index = page.page.index
    declared = (
        ("html", "lang", index.language),
        ("json_ld", "inLanguage", page.news_article.get("inLanguage")),
        ("meta", "content-language", index.meta.get("content-language")),
    )
    for kind, rule, value in declared:
        tag = clean(value) if isinstance(value, str) else ""
        indonesian = tag.lower().split("-")[0].split("_")[0] in ("id", "in", "ind")
        found = "id" if indonesian else tag
        yield kind, rule, [found] if _LANGUAGE.fullmatch(found) else []


def image(page: ArticlePage) -> Iterator[Source]:
    """Yield the picture in the article column; else what the head names, but no site cover."""
    for above in (True, False):  # a photo essay has pictures in its text too: the first leads
        for css in (*page.layout.image, *page.markup.image.in_text):
            some = islice(page.page.elements(css), _MOST_BOXES)
            boxes = (box for box in some if page.column.holds(box, above=above))
            yield "place", css, [next(filter(None, (_pictured(page, box) for box in boxes)), None)]
    yield "place", "img", [_filed_here(page)]
    url = absolute(page.page, images.stated_picture(page))
    yield "json_ld", "image", [Image(url=url)] if url else []


def _pictured(page: ArticlePage, box: etree._Element) -> Image | None:
    url = absolute(page.page, images.picture(box, page.markup.image))
    if url is None:
        return None
    caption, credit = captions.caption_and_credit(_caption(page, box))
    return Image(url=url, caption=caption, credit_text=credit)


def _filed_here(page: ArticlePage) -> Image | None:
    """The first picture of the column that is filed under this very article, wherever it stands."""
    markup, number = page.markup.image, page.address.number
    if number is None or markup.path is None:
        return None
    for image in page.page.root.iter("img", "amp-img"):
        url = absolute(page.page, images.picture(image, markup))
        filed = markup.filed_under(url) if url else None
        if url and filed and filed[1] == number and page.column.holds(image):
            caption, credit = captions.caption_and_credit(captions.line_under(image))
            return Image(url=url, caption=caption, credit_text=credit)
    return None


def _caption(page: ArticlePage, box: etree._Element) -> str:
    """The line under a picture: in its own box, else where the layout has it."""
    markup = page.markup.image
    for part in shown(box.iter("figcaption", "div", "span", "p", "small", "em")):
        names = (part.get("class") or "").split()
        if part.tag == "figcaption" or (part is not box and not markup.captions.isdisjoint(names)):
            return line_of(part)
    if not markup.captioned.isdisjoint((box.get("class") or "").split()):
        return line_of(box)
    for css in page.layout.caption:
        for element in shown(page.page.elements(css)):
            if page.column.holds(element) and (text := line_of(element)).strip():
                return text
    return ""
