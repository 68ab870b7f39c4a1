"""The lists around an article: "Berita Terkait", "Rekomendasi", "Berita Terkini", "Infografis"."""

from collections.abc import Iterable
from itertools import chain

from lxml import etree

from newsspider.items import Link
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields.headed_lists import HEADING_TAGS, headed_lists
from newsspider.reading.fields.source import Source
from newsspider.reading.html.lines import line_of
from newsspider.reading.html.links import absolute
from newsspider.reading.text import clean


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
                if stories := links(page, boxed):
                    found[name] = Source("css", css, stories)
    if "related" not in found:  # what nearly every page has; without it, the classes may be others
        _by_heading(found, page, HEADING_TAGS)
    return found


def _by_heading(found: dict[str, Source], page: ArticlePage, selectors: Iterable[str]) -> None:
    for name, css, anchors in headed_lists(page, selectors):
        if name not in found and (stories := links(page, anchors)):
            found[name] = Source("heading", css, stories)


def links(page: ArticlePage, anchors: Iterable[etree._Element]) -> list[Link]:
    """Return the stories that anchors link to, each with its longest headline.

    A story is linked twice, by its picture, whose `alt` is cut after three words, and by its
    headline; a headline that ends in dots is taken only when there is no other.
    """
    headlines: dict[str, str] = {}
    printed: set[str] = set()  # what is tracked with a link, picture and headline need not share
    pictured: list[tuple[etree._Element, str]] = []
    for anchor in anchors:
        href = anchor.get("href")
        if not href:
            continue
        text = _printed(anchor)
        if not text:
            pictured.append((anchor, href))
        elif page.page.is_shown(anchor):
            printed.add(href.partition("?")[0])
            url = _story(page, href)
            if url is not None and len(text) > len(headlines.get(url, "")):
                headlines[url] = text
    alone = [(a, href) for a, href in pictured if href.partition("?")[0] not in printed]
    for anchor, href in alone:
        if page.page.is_shown(anchor) and (url := _story(page, href)):
            headlines.setdefault(url, _described(anchor))
    return [Link(headline=text, url=url) for url, text in headlines.items() if text]


def _printed(anchor: etree._Element) -> str:
    """The text of a link that is seen; nearly all hold nothing but a headline or a picture."""
    if not len(anchor):
        return clean(anchor.text or "")
    if anchor.text is None and anchor[0].tag == "img" and len(anchor) == 1 and not anchor[0].tail:
        return ""
    return clean(line_of(anchor))


def _story(page: ArticlePage, href: str | None) -> str | None:
    """The address of something to read; None for sections, topics and the like."""
    url = absolute(page.page, href)
    return None if url is None or page.markup.lists.no_story.search(url) else url


def _described(anchor: etree._Element) -> str:
    title = clean(anchor.get("title") or "")
    alternatives = (clean(image.get("alt") or "") for image in anchor.iter("img"))
    return title or next(filter(None, alternatives), "")
