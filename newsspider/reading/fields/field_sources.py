"""Where each field of the record but its dates stands on a page, best source first."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.items import Image
from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields import captions, images
from newsspider.reading.fields.source import Source, metas, places, stated
from newsspider.reading.html.lines import line_of
from newsspider.reading.html.links import absolute
from newsspider.reading.text import clean

_MOST_BOXES: Final = 100  # that may hold the lead image; a page of more is not worth the search
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def headline(page: ArticlePage) -> Iterator[Source]:
    """Yield the headline as a reader sees it, then as the head says, without the site's name."""
    suffix = page.markup.publisher.title_suffix
    yield from places(page, page.layout.headline)
    yield from stated(page, "headline")
    for meta in metas(page, "og:title", "title", "twitter:title"):
        yield Source(meta.kind, meta.rule, [suffix.sub("", value) for value in meta.values])
    yield Source("html", "title", [suffix.sub("", clean(page.page.head.title or ""))])


def section(page: ArticlePage, of_address: str) -> Iterator[Source]:
    """Yield the section of the address; of a site that nothing is known of, what the page says."""
    if not page.markup.layouts:
        named = page.news_article.get("articleSection")
        listed = named if isinstance(named, list) else [named]
        yield Source("json_ld", "articleSection", listed[:1])
        yield from metas(page, "article:section")
    yield Source("address", "section", [of_address])


def description(page: ArticlePage) -> Iterator[Source]:
    """Yield the page's own summary."""
    yield from metas(page, "description")
    yield from stated(page, "description")
    yield from metas(page, "og:description", "twitter:description")


def declared_language(page: ArticlePage) -> str | None:
    """Return the tag of the language that the page says it is in, the tree's own word first."""
    head = page.page.head
    stated = json_ld.text_of(page.news_article.get("inLanguage"), "alternateName", "name")
    return head.language or stated or head.meta.get("content-language")


def authors(page: ArticlePage) -> Iterator[Source]:
    """Yield the names under the headline, then those of JSON-LD and of the head of the page."""
    yield from places(page, page.layout.authors, _line_of_names)
    yield Source("column", "byline", list(page.column.bylines()))
    yield Source("json_ld", page.markup.author_key, page.stated_authors)
    yield from metas(page, "author", "article:author", "content_author")


def _line_of_names(element: etree._Element) -> str:
    return line_of(element, parting=" | ")


def keywords(page: ArticlePage) -> Iterator[Source]:
    """Yield the list in the head, which is the cleaner one, then the tags under the text."""
    yield from metas(page, "keywords", "news_keywords")
    yield from places(page, page.layout.tags)
    words = json_ld.texts_of(page.news_article.get("keywords"), "name")
    yield Source("json_ld", "keywords", list(words))
    yield from metas(page, "article:tag")


def language(page: ArticlePage) -> Iterator[Source]:
    """Yield `id` for Indonesian of any region (`id-ID`), else the tag that the page declares."""
    head = page.page.head
    declared = (
        ("html", "lang", head.language),
        ("json_ld", "inLanguage", page.news_article.get("inLanguage")),
        ("meta", "content-language", head.meta.get("content-language")),
    )
    for kind, rule, value in declared:
        tag = clean(value) if isinstance(value, str) else ""
        indonesian = tag.lower().split("-")[0].split("_")[0] in ("id", "in", "ind")
        found = "id" if indonesian else tag
        yield Source(kind, rule, [found] if _LANGUAGE.fullmatch(found) else [])


def image(page: ArticlePage) -> Iterator[Source]:
    """Yield the picture in the article column; else what the head names, but no site cover."""
    for above in (True, False):  # a photo essay has pictures in its text too: the first leads
        for css in (*page.layout.image, *page.markup.image.in_text):
            yield Source("css", css, _in_boxes(page, css, above=above))
    filed = _filed_here(page)
    yield Source("html", "img", [filed] if filed else [])
    url = absolute(page.page, images.stated_picture(page))
    yield Source("json_ld", "image", [Image(url=url)] if url else [])


def _in_boxes(page: ArticlePage, css: str, *, above: bool) -> list[Image]:
    """The first picture in boxes of the column, above the text or in it."""
    for box in islice(page.page.elements(css), _MOST_BOXES):
        if page.column.holds(box, above=above) and (found := _pictured(page, box)):
            return [found]
    return []


def _pictured(page: ArticlePage, box: etree._Element) -> Image | None:
    url = absolute(page.page, images.picture(box, page.markup.image))
    if url is None:
        return None
    line, named = _caption(page, box), _credit(page, box)
    if named:
        rest = clean(line.replace(named, "")) or None
        return Image(url=url, caption=rest, credit_text=clean(named))
    caption, credit = captions.caption_and_credit(line)
    return Image(url=url, caption=caption, credit_text=credit)


def _credit(page: ArticlePage, box: etree._Element) -> str:
    """What says, in a place of its own, whom the picture in a box is from."""
    named = page.markup.image.credits
    if not named:
        return ""
    parts = (part for part in page.page.shown(box.iter("span", "div", "p", "small", "em", "i")))
    found = (part for part in parts if not named.isdisjoint((part.get("class") or "").split()))
    return next(filter(None, map(line_of, found)), "")


def _filed_here(page: ArticlePage) -> Image | None:
    """The first picture of the column that is filed under this very article, wherever it stands."""
    markup, number = page.markup.image, page.address.number
    if number is None or markup.path is None:
        return None
    digits = str(number)
    for image in page.page.iter_own("img", "amp-img"):
        if not any(digits in value for value in image.values()):
            continue
        url = absolute(page.page, images.picture(image, markup))
        filed = markup.filed_under(url) if url else None
        if url and filed and filed[1] == number and page.column.holds(image):
            caption, credit = captions.caption_and_credit(captions.line_under(image))
            return Image(url=url, caption=caption, credit_text=credit)
    return None


def _caption(page: ArticlePage, box: etree._Element) -> str:
    """The line under a picture: in its own box, else where the layout has it."""
    markup = page.markup.image
    for part in page.page.shown(box.iter("figcaption", "div", "span", "p", "small", "em")):
        names = (part.get("class") or "").split()
        if part.tag == "figcaption" or (part is not box and not markup.captions.isdisjoint(names)):
            return line_of(part)
    if not markup.captioned.isdisjoint((box.get("class") or "").split()):
        return line_of(box)
    for css in page.layout.caption:
        for element in page.page.shown(page.page.elements(css)):
            if page.column.holds(element) and (text := line_of(element)).strip():
                return text
    return ""
