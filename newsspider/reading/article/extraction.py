"""From the pages of an article to its record."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from newsspider.items import Article, Link, content_hash
from newsspider.reading.address import Address
from newsspider.reading.article.article_page import ArticlePage, readable
from newsspider.reading.article.disagreements import disagreements
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.identity import Identity, identify
from newsspider.reading.article.markup import SiteMarkup
from newsspider.reading.article.refusal import refusal, told
from newsspider.reading.body.assemble import Assembled, assemble
from newsspider.reading.fields import publication
from newsspider.reading.fields.breadcrumbs import breadcrumbs
from newsspider.reading.fields.link_lists import link_lists
from newsspider.reading.fields.load import load
from newsspider.reading.fields.loader import Stats
from newsspider.reading.indonesian.citations import citations
from newsspider.reading.indonesian.read_also import Mention
from newsspider.reading.links import absolute
from newsspider.reading.listing import Listed
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.reading.warnings import WarningCode

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
    pages = readable((page, *more), markup)
    first = pages[0]
    identity = identify(first)
    own = [page for page in pages if page is first or _is_of(page, identity)]
    loaded = load(first, stats)
    if "headline" not in loaded:
        raise refusal(first.page, markup, "no_headline")
    text = assemble(own)
    if text is None:
        raise refusal(first.page, markup, "no_body")
    when = publication.published(
        first, listed.date_published if listed else None, _hint(first, identity.address)
    )
    if when is None:
        raise refusal(first.page, markup, "no_date")
    if when.source in ("listing", "url"):
        _check_undated(first, text)
    warnings = when.warnings | disagreements(first, loaded, text, identity, when)
    if len(own) < len(pages):
        warnings.add("page_foreign")
    return _article(first, identity.address, loaded, when, text, warnings)


def _article(
    page: ArticlePage,
    address: Address,
    loaded: dict[str, Any],
    when: publication.Published,
    text: Assembled,
    warnings: set[WarningCode],
) -> Article:
    picture = loaded.get("image")
    address = address.settle(when.iso, picture.url if picture else None)
    assert address.id is not None
    assert address.canonical is not None
    lists = {field: links for field, (_, _, links) in link_lists(page).items()}
    content = text.content
    article_body = "\n\n".join(content.paragraphs)
    return Article(
        id=address.id,
        site=page.markup.site,
        url=address.canonical,
        headline=loaded["headline"],
        description=loaded.get("description"),
        date_published=when.iso,
        date_published_raw=when.raw,
        date_published_source=when.source,
        date_modified=publication.modified(page),
        authors=loaded.get("authors", []),
        editor=content.editor,
        dateline=content.dateline,
        section=address.section,
        breadcrumbs=breadcrumbs(page, address.section),
        keywords=loaded.get("keywords", []),
        article_body=article_body,
        word_count=len(article_body.split()),
        image=picture,
        read_also=_links(page.page, content.read_also),
        related=lists.get("related", []),
        recommended=lists.get("recommended", []),
        latest=lists.get("latest", []),
        infographics=lists.get("infographics", []),
        citations=citations(article_body, when.moment.date()),
        in_language=loaded.get("in_language", "id"),
        page_count=text.page_count,
        layout=page.layout.name,
        warnings=[*sorted(warnings)],
        content_hash=content_hash(loaded["headline"], article_body),
        fetched_at=publication.utc(page.page.fetched_at),
    )


def _hint(page: ArticlePage, address: Address) -> datetime | None:
    """The lower bound of the date that an address names, that of the page before the canonical."""
    return page.address.published_hint or address.published_hint


def _check_undated(page: ArticlePage, text: Assembled) -> None:
    """Raise `NotAnArticle` for what may stand at an article's address without a date of its own.

    Notices and challenges come in the site's layout too, but are short; a page in no layout of the
    site, without a date, is not the site's.
    """
    if page.layout is GENERIC:
        raise refusal(page.page, page.markup, "no_date")
    words = sum(len(paragraph.split()) for paragraph in text.content.paragraphs)
    if words < _NOTICE and (reason := told(page.page, page.markup)):
        raise NotAnArticle(reason, page.page.url)


def _is_of(page: ArticlePage, identity: Identity) -> bool:
    """Whether a further page belongs to the article; its address has the same number and suffix."""
    return page.own.id is None or page.own.id == identity.address.id


def _links(page: Page, mentions: Iterable[Mention]) -> list[Link]:
    links: dict[str, Link] = {}
    for mention in mentions:
        url = absolute(page, mention.href)
        if url is not None:
            links.setdefault(url, Link(headline=mention.headline, url=url))
    return list(links.values())
