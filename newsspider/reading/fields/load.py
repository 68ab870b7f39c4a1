"""Every field that a page states, each from its best readable source, into one loader."""

from newsspider.dates import WIB
from newsspider.items import Link
from newsspider.reading.address import Address
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.body.assemble import Assembled
from newsspider.reading.fields import date_claims, date_sources, field_sources
from newsspider.reading.fields.breadcrumbs import breadcrumbs
from newsspider.reading.fields.date_claims import DateLine
from newsspider.reading.fields.link_lists import link_lists
from newsspider.reading.fields.loader import ArticleLoader
from newsspider.reading.fields.source import Source, places
from newsspider.reading.fields.source_loader import Stats
from newsspider.reading.fields.visible_dates import backed_first
from newsspider.reading.html.links import absolute


def loader_of(page: ArticlePage, address: Address, stats: Stats | None) -> ArticleLoader:
    """Return the loader of a page of the article at `address`, with the context of its dates."""
    loader = page.markup.loader or ArticleLoader
    return loader(
        stats=stats,
        now=page.page.fetched_at.astimezone(WIB),
        language=field_sources.declared_language(page),
        publisher=page.markup.publisher.bylines,
        hint=page.address.published_hint or address.published_hint,
        first=page.markup.dates.first,
        known=page.layout is not GENERIC,
        unreadable=None,
        rivalled=False,
        updated=[],
    )


def load_head(loader: ArticleLoader, page: ArticlePage, section: str) -> None:
    """Load what stands around the text: headline, names, tags, picture, and fields of the layout.

    A field that only a layout has (`Layout.more`) is loaded before all others, and wins. `section`
    is that of the address.
    """
    for field, selectors in page.layout.more.items():
        loader.first_of(field, places(page, selectors))
    for field, sources in (
        ("headline", field_sources.headline(page)),
        ("section", field_sources.section(page, section)),
        ("description", field_sources.description(page)),
        ("authors", field_sources.authors(page)),
        ("keywords", field_sources.keywords(page)),
        ("image", field_sources.image(page)),
        ("in_language", field_sources.language(page)),
    ):
        loader.first_of(field, sources)


def load_dates(loader: ArticleLoader, page: ArticlePage, listed: str | None) -> None:
    """Load all evidence of when the article was published (`listed`: ISO) and changed."""
    in_data = [*date_sources.stated_dates(page)]
    if not any(source.values for source in in_data):
        in_data += date_sources.microdata_dates(page)
    in_head = [*date_sources.meta_dates(page)]
    stated = [line for source in (*in_data, *in_head) for line in source.values]
    others = [claim.date.iso for claim in date_claims.claims(stated, loader.context)]
    loader.first_of("date_published", backed_first(page, others, loader.context))
    visible = loader.get_collected_values("date_published")
    if not visible:
        lines = [line for source in date_sources.date_lines(page) for line in source.values]
        loader.context["unreadable"] = date_claims.unreadable(lines)
    told = date_claims.is_told(visible)
    day = next((claim.date.iso[:10] for claim in visible if not claim.relative), None)
    in_markup = [] if told else date_sources.date_attributes(page, day)
    for source in (*in_data, *in_markup, *in_head):
        loader.add_source("date_published", source)
    if listed:
        loader.collect("date_published", [DateLine(listed, "listing")])
    loader.first_of("date_modified", date_sources.date_modified(page))
    if loader.context["updated"] and not loader.get_collected_values("date_modified"):
        loader.add_source("date_modified", Source("page", "update", loader.context["updated"]))


def load_text(loader: ArticleLoader, page: ArticlePage, text: Assembled) -> None:
    """Load the text and what was taken out of it, counting the rule that found its place."""
    for tried in page.text_place.tried:
        loader.count("article_body", tried.kind, tried.rule, hit=tried.element is not None)
    content = text.content
    if content.writer and not loader.get_collected_values("authors"):
        loader.collect("authors", [content.writer])
    links: dict[str, Link] = {}
    for mention in content.read_also:
        url = absolute(page.page, mention.href)
        if url is not None:
            links.setdefault(url, Link(headline=mention.headline, url=url))
    for field, values in (
        ("article_body", content.paragraphs),
        ("dateline", [content.dateline]),
        ("editor", [content.editor]),
        ("read_also", [*links.values()]),
    ):
        loader.collect(field, values)


def load_lists(loader: ArticleLoader, page: ArticlePage, section: str) -> None:
    """Load the lists of links around the article, and the path to it."""
    for field, source in link_lists(page).items():
        loader.add_source(field, source)
    loader.first_of("breadcrumbs", breadcrumbs(page, section))
