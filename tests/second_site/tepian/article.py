"""From pages of Kabar Tepian to an article."""

from collections.abc import Iterable
from datetime import UTC
from typing import Final

from newsspider.dates import parse_date
from newsspider.items import Article, content_hash
from newsspider.reading.body.further import Further
from newsspider.reading.fields.loader import Stats
from newsspider.reading.links import absolute
from newsspider.reading.listing import Listed
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.reading.paragraphs import paragraphs
from newsspider.reading.text import clean
from tests.second_site.tepian.addresses import ArticleAddress, parse

LAYOUT: Final = "berita"


def extract(
    page: Page, *more: Page, listed: Listed | None = None, stats: Stats | None = None
) -> Article:
    """Return the article of a page and its further pages; raise `NotAnArticle` for any other."""
    address = parse(page.url)
    if not isinstance(address, ArticleAddress):
        raise NotAnArticle("listing" if address.kind != "foreign" else "foreign", page.url)
    headline = _line(page, "article.berita h1.judul::text")
    raw = _line(page, "article.berita .tanggal::text")
    date = parse_date(raw, page.fetched_at)
    body = "\n\n".join(text for one in (page, *more) for text in _texts(one))
    for value, reason in ((headline, "no_headline"), (body, "no_body"), (date, "no_date")):
        if not value:
            raise NotAnArticle(blocked(page) or reason, page.url)
    assert date is not None
    return Article(
        id=address.id,
        site="tepian",
        url=address.canonical,
        headline=headline,
        date_published=date.iso,
        date_published_raw=raw,
        date_published_source="visible",
        authors=[name.removeprefix("Oleh ") for name in _lines(page, ".penulis::text")],
        section=address.section,
        article_body=body,
        word_count=len(body.split()),
        page_count=1 + len(more),
        layout=LAYOUT,
        content_hash=content_hash(headline, body),
        fetched_at=page.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
    )


def further(page: Page) -> Further:
    """Return the further pages that the pager links."""
    links = (absolute(page, href) for href in page.selector.css("a.halaman::attr(href)").getall())
    return Further(pages=[url for url in links if url])


def blocked(page: Page) -> str | None:
    """Return "soft_404" for the site's notice that there is no such page."""
    return "soft_404" if "tidak ditemukan" in _line(page, "h1::text") else None


def _texts(page: Page) -> list[str]:
    return [p.text for box in page.root.iter("div") if box.get("class") == "isi"
            for p in paragraphs(box)]  # fmt: skip


def _line(page: Page, css: str) -> str:
    return next(iter(_lines(page, css)), "")


def _lines(page: Page, css: str) -> Iterable[str]:
    return [text for value in page.selector.css(css).getall() if (text := clean(value))]
