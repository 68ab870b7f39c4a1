"""From the pages of an article to its record."""

from collections.abc import Sequence
from typing import Any, Final

from newsspider.items import Article, content_hash
from newsspider.reading.address import Address
from newsspider.reading.article.article_page import ArticlePage, readable
from newsspider.reading.article.disagreements import disagreements
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.identity import Identity, identify
from newsspider.reading.article.narrow_reading import first_narrow
from newsspider.reading.article.refusal import refusal, told
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.article.trusted_text import trusted_text
from newsspider.reading.body.assemble import Assembled
from newsspider.reading.fields.load import (
    load_dates,
    load_head,
    load_lists,
    load_text,
    loader_of,
)
from newsspider.reading.fields.publication import Published, utc
from newsspider.reading.fields.source_loader import Stats
from newsspider.reading.indonesian.citations import citations
from newsspider.reading.listing import Listed
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.reading.trust.headline_evidence import agrees_with_slug
from newsspider.reading.warnings import WarningCode

_DOUBTS_OF_DATE: Final = frozenset((
    "address_conflict", "date_conflict", "date_lower_bound", "date_unconfirmed", "time_unknown",
))  # fmt: skip
_WHOLE: Final = ("body", "html")
_NOTICE: Final = 60  # words; what stands in place of an article is shorter


def extract(
    markup: SiteMarkup,
    page: Page,
    *more: Page,
    listed: Listed | None = None,
    stats: Stats | None = None,
) -> Article:
    """Return the article on a page and its further pages, as its site sets them.

    `more` are the whole text on one page or pages 2.., in any order. Metadata is read off page 1
    (the others lack the article's JSON-LD), the text off the page that has all of it, else off the
    pages in their order. `listed` is how a listing showed the article: a date for when the page has
    none. `stats` counts which sources hit.

    Raises `NotAnArticle`, and nothing else, whatever the bytes.
    """

    def read(pages: Sequence[Page], stats: Stats | None) -> Article:
        return _read(readable(pages, markup), listed, stats)

    return first_narrow(read, (page, *more), markup, stats)


def _read(pages: Sequence[ArticlePage], listed: Listed | None, stats: Stats | None) -> Article:
    """The article on pages that can be parsed, the first of which is page 1."""
    first = pages[0]
    markup = first.markup
    identity = identify(first)
    own = [page for page in pages if page is first or _is_of(page, identity)]
    heading = first.heading
    if heading is None:
        raise refusal(first.page, markup, "no_headline")
    trusted = trusted_text(own)
    first, text = trusted.page, trusted.text
    doubts = trusted.warnings if text.complete else trusted.warnings - {"body_incomplete"}
    if doubts or not heading.confirmed or not _has_column(first):
        first.page.need_whole()
    loader = loader_of(first, identity.address, stats)
    load_head(loader, first, identity.address.section)
    if loader.get_collected_values("headline") != [heading.text]:
        loader.replace_value("headline", heading.text)
    load_dates(loader, first, listed.date_published if listed else None)
    load_text(loader, first, text)
    load_lists(loader, first, identity.address.section)
    item: dict[str, Any] = loader.load_item()
    when: Published | None = item.get("date_published")
    if when is None:  # nothing states a date but the address
        when = loader.get_output_value("date_published")
    if when is None:
        raise refusal(first.page, markup, "no_date")
    if not _DOUBTS_OF_DATE.isdisjoint(when.warnings):
        first.page.need_all_dates()
    if when.source in ("listing", "url"):
        _check_undated(first, text, heading.text)
    warnings = when.warnings | trusted.warnings
    warnings |= disagreements(first, item, text, identity, when)
    if not heading.confirmed:
        warnings.add("headline_unconfirmed")
    if len(own) < len(pages):
        warnings.add("page_foreign")
    return _article(first, identity.address, item, when, text, warnings)


def _article(
    page: ArticlePage,
    address: Address,
    item: dict[str, Any],
    when: Published,
    text: Assembled,
    warnings: set[WarningCode],
) -> Article:
    """The record: what the loader made of the page, and what follows from that."""
    image = item.get("image")
    address = address.settle(when.iso, image.url if image else None)
    identity, url = address.id, address.canonical
    assert identity is not None
    assert url is not None
    section = item.pop("section", "")
    stated = item | {"date_published": when.iso}
    return Article(
        **stated,
        id=identity,
        site=page.markup.site,
        url=url,
        date_published_raw=when.raw,
        date_published_source=when.source,
        section=section,
        word_count=len(item["article_body"].split()),
        citations=citations(item["article_body"], when.moment.date(), page.markup.publisher),
        page_count=text.page_count,
        layout=page.layout.name,
        warnings=[*sorted(warnings)],
        content_hash=content_hash(item["headline"], item["article_body"]),
        fetched_at=utc(page.page.fetched_at),
    )


def _has_column(page: ArticlePage) -> bool:
    """Whether a page in a known layout has headline and text in one part of it."""
    column = page.column.root
    return page.layout is not GENERIC and column is not None and column.tag not in _WHOLE


def _check_undated(page: ArticlePage, text: Assembled, headline: str) -> None:
    """Raise `NotAnArticle` for what may stand at an article's address without a date of its own.

    Notices and challenges come in the site's layout too, but are short; a page in no layout of the
    site, without a date or the headline that its address names, is not the site's.
    """
    if page.layout is GENERIC and not agrees_with_slug(headline, page.own.headline_slug):
        raise refusal(page.page, page.markup, "no_date")
    words = sum(len(paragraph.split()) for paragraph in text.content.paragraphs)
    if words < _NOTICE and (reason := told(page.page, page.markup)):
        raise NotAnArticle(reason, page.page.url)


def _is_of(page: ArticlePage, identity: Identity) -> bool:
    """Whether a further page belongs to the article; its address has the same number and suffix."""
    return page.own.id is None or page.own.id == identity.address.id
