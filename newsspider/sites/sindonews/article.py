"""From pages of SINDOnews to an article."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from newsspider.items import Article, Link, content_hash
from newsspider.reading import json_ld, publication
from newsspider.reading.article_column import Column
from newsspider.reading.indonesian import bylines
from newsspider.reading.indonesian.citations import citations
from newsspider.reading.indonesian.read_also import Mention
from newsspider.reading.lines import line_of_markup, shown
from newsspider.reading.links import absolute
from newsspider.reading.listing import Listed
from newsspider.reading.loaders import Stats
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.reading.text import clean, same
from newsspider.reading.warnings import WarningCode
from newsspider.sites.sindonews import fields, images
from newsspider.sites.sindonews.addresses import article_id, published_hint
from newsspider.sites.sindonews.assemble import Body, body
from newsspider.sites.sindonews.breadcrumbs import breadcrumbs
from newsspider.sites.sindonews.identity import Identity, identify, settled
from newsspider.sites.sindonews.layouts import GENERIC
from newsspider.sites.sindonews.link_lists import boxes
from newsspider.sites.sindonews.not_article import refusal, told
from newsspider.sites.sindonews.renderings import Rendering, readable

SITE: Final = "sindonews"
_NEWS_TYPES: Final = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article",
    "LiveBlogPosting", "BlogPosting",
)  # fmt: skip
_NOTICE: Final = 60  # words; what stands in place of an article is shorter
_PICTURE_SLACK: Final = timedelta(days=2)
_MOJIBAKE_STARTS: Final = ("\ufffd", "Ã", "â", "Â")  # a tenth of the cost, in most articles
_MOJIBAKE = re.compile("\ufffd|Ã[\x80-\xbf©¨¢¡±³]|â€[œ™\x9d“”¦˜]|Â[\xa0«»]")


def extract(
    page: Page, *more: Page, listed: Listed | None = None, stats: Stats | None = None
) -> Article:
    """The article on a page and its further pages.

    `more` are the `?showpage=all` rendering or pages 2.., in any order. Metadata is read off page 1
    (the others lack the article's JSON-LD), the text off the whole rendering, else off the pages in
    their order. `listed` is how a listing showed the article: a date for when the page has none.
    `stats` counts which sources hit.

    Raises `NotAnArticle`, and nothing else, whatever the bytes.
    """
    renderings = readable((page, *more))
    first = renderings[0]
    article = _news_article(first.page)
    identity = identify(first.page, article)
    own = [r for r in renderings if r is first or _is_of(r, identity)]
    column = Column(_headline_element(first), first.container)
    loaded = fields.load(first.page, first.layout, column, article, stats)
    if "headline" not in loaded:
        raise refusal(first.page, "no_headline")
    text = body(own)
    if text is None:
        raise refusal(first.page, "no_body")
    when = publication.published(
        first.page,
        fields.date_lines(first.page, first.layout, column),
        article,
        listed.date_published if listed else None,
        published_hint(first.page.url) or published_hint(identity.address.canonical),
        fields.timed(first.page, first.layout, column),
    )
    if when is None:
        raise refusal(first.page, "no_date")
    if when.source in ("listing", "url"):
        _check_undated(first, text)
    warnings = when.warnings | _disagreements(first.page, article, loaded, text, identity, when)
    if len(own) < len(renderings):
        warnings.add("page_foreign")
    return _article(first, article, identity, loaded, when, text, warnings)


def _article(
    first: Rendering,
    article: dict[str, Any],
    identity: Identity,
    loaded: dict[str, Any],
    when: publication.Published,
    text: Body,
    warnings: set[WarningCode],
) -> Article:
    page = first.page
    picture = loaded.get("image")
    address = settled(identity.address, when.iso, picture.url if picture else None)
    lists = boxes(page, first.container)
    article_body = "\n\n".join(text.text.paragraphs)
    return Article(
        id=address.id,
        site=SITE,
        url=address.canonical,
        headline=loaded["headline"],
        description=loaded.get("description"),
        date_published=when.iso,
        date_published_raw=when.raw,
        date_published_source=when.source,
        date_modified=publication.modified(page, article),
        authors=loaded.get("authors", []),
        editor=text.text.editor,
        dateline=text.text.dateline,
        section=address.section,
        breadcrumbs=breadcrumbs(page, first.layout.breadcrumbs, address.section),
        keywords=loaded.get("keywords", []),
        article_body=article_body,
        word_count=len(article_body.split()),
        image=picture,
        read_also=_links(page, text.text.read_also),
        related=lists.related,
        recommended=lists.recommended,
        latest=lists.latest,
        infographics=lists.infographics,
        citations=citations(article_body, when.moment.date()),
        in_language=loaded.get("in_language", "id"),
        page_count=text.page_count,
        layout=first.layout.name,
        warnings=[*sorted(warnings)],
        content_hash=content_hash(loaded["headline"], article_body),
        fetched_at=publication.utc(page.fetched_at),
    )


def _check_undated(first: Rendering, text: Body) -> None:
    """Raises `NotAnArticle` for what may stand at an article's address without a date of its own.

    Notices and challenges come in the site's layout too, but are short; a page in no layout of the
    site, without a date, is not the site's.
    """
    if first.layout is GENERIC:
        raise refusal(first.page, "no_date")
    words = sum(len(paragraph.split()) for paragraph in text.text.paragraphs)
    if words < _NOTICE and (reason := told(first.page)):
        raise NotAnArticle(reason, first.page.url)


def _headline_element(first: Rendering) -> Any:
    found = (e for place in first.layout.headline for e in shown(first.page.elements(place)))
    return next(found, None)


def _is_of(rendering: Rendering, identity: Identity) -> bool:
    """Whether a further page belongs to the article; its address has the same number and suffix."""
    stated = article_id(rendering.page.url) or article_id(rendering.page.index.canonical or "")
    return stated is None or stated == identity.address.id


def _news_article(page: Page) -> dict[str, Any]:
    """The JSON-LD of the article: of several, the one that says it is of this address."""
    found = page.json_ld(*_NEWS_TYPES)
    if len(found) > 1:
        own = article_id(page.url)
        for item in found:
            address = json_ld.text_of(item.get("mainEntityOfPage") or item.get("url"), "@id", "url")
            if address and own is not None and article_id(address) == own:
                return item
    return found[0] if found else {}


def _links(page: Page, mentions: Iterable[Mention]) -> list[Link]:
    links: dict[str, Link] = {}
    for mention in mentions:
        url = absolute(page, mention.href)
        if url is not None:
            links.setdefault(url, Link(headline=mention.headline, url=url))
    return list(links.values())


def _disagreements(
    page: Page,
    article: dict[str, Any],
    loaded: dict[str, Any],
    text: Body,
    identity: Identity,
    when: publication.Published,
) -> set[WarningCode]:
    """The codes of what the page says in two ways; see `docs/warnings.md`."""
    title = article.get("headline")
    people_stated = bylines.stated_names(article.get("author"))
    authors = loaded.get("authors", [])
    picture = loaded.get("image")
    filed = images.filed_under(picture.url) if picture else None
    whole = f"{loaded['headline']} {' '.join(text.text.paragraphs)}"
    found: dict[WarningCode, bool] = {
        "body_incomplete": not text.complete,
        "canonical_conflict": identity.disputed,
        "headline_conflict": isinstance(title, str) and not _agree(title, loaded["headline"]),
        "author_conflict": bool(authors)
        and bool(people_stated)
        and {name.casefold() for name in authors}.isdisjoint(map(str.casefold, people_stated)),
        "image_conflict": filed is not None and not _fits(filed, identity, when),
        "json_ld_broken": page.json_ld_broken,
        "encoding_suspect": any(map(whole.__contains__, _MOJIBAKE_STARTS))
        and _MOJIBAKE.search(whole) is not None,
    }
    return {code for code, holds in found.items() if holds}


def _agree(stated: str, seen: str) -> bool:
    """Whether two headlines are one; JSON-LD may be cut, search engines want 110 characters."""
    stated = clean(line_of_markup(stated))
    return same(stated, seen) or (len(stated) > 60 and seen.startswith(stated[:60]))


def _fits(filed: tuple[date, int], identity: Identity, when: publication.Published) -> bool:
    """Whether a picture is filed under the article's own number, about the day it appeared."""
    day, number = filed
    apart = abs(when.moment.date() - day)
    return number == identity.address.number and apart <= _PICTURE_SLACK
