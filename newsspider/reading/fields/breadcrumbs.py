"""The path to an article: the section's front page, then the sub-section."""

from collections.abc import Iterator
from typing import Any

from newsspider.items import Breadcrumb
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.fields.source import Source
from newsspider.reading.html.lines import line_of, line_of_markup
from newsspider.reading.html.links import absolute
from newsspider.reading.page import Page
from newsspider.reading.text import clean


def breadcrumbs(page: ArticlePage, section: str) -> Iterator[Source]:
    """Yield the breadcrumbs as printed, then as JSON-LD lists them.

    They start with the front page of the section, however the page names it ("Home"): what leads to
    the whole site is left out, and a path that begins with the sub-section is completed, where no
    other is whole. Where the address names no section, they are the printed ones between the whole
    site and the article. Those of a site that nothing is known of are left as they are.
    """
    if not page.markup.layouts:
        yield from _paths(page)
        return
    fronts = _Fronts(page.markup, section)
    begun: list[Source] = []
    for path in _paths(page):
        if not section:
            yield Source(path.kind, path.rule, [c for c in path.values if fronts.is_between(c.url)])
            continue
        own = [named for crumb in path.values if (named := fronts.named(crumb)) is not None]
        urls = [crumb.url for crumb in own]
        if fronts.own in urls:  # the front page of a wider section may stand before it
            own = own[urls.index(fronts.own) :]
        whole = bool(own) and own[0].url == fronts.own
        yield Source(path.kind, path.rule, own if whole else [])
        if own and not whole:
            front = Breadcrumb(name=section.capitalize(), url=fronts.own)
            begun.append(Source(path.kind, path.rule, [front, *own]))
    yield from begun


class _Fronts:
    """The front page of an article's section, and that of the whole site."""

    def __init__(self, markup: SiteMarkup, section: str) -> None:
        self.markup = markup
        self.own = markup.front(section)
        self.whole_site = markup.front("")

    def is_between(self, url: str) -> bool:
        """Whether an address is neither that of the whole site nor an article's."""
        address = self.markup.address(url)
        return address.kind != "front" and address.id is None

    def named(self, crumb: Breadcrumb) -> Breadcrumb | None:
        """The step with the section's front page written in one way; None for the whole site's."""
        address = self.markup.address(crumb.url)
        front = self.markup.front(address.section) if address.kind == "front" else None
        if front == self.own:
            return Breadcrumb(name=crumb.name, url=self.own)
        return None if front == self.whole_site else crumb


def _paths(page: ArticlePage) -> Iterator[Source]:
    for css in page.layout.breadcrumbs:
        yield Source("css", css, _printed(page.page, css))
    yield Source("json_ld", "BreadcrumbList", _stated(page.page))


def _printed(page: Page, css: str) -> list[Breadcrumb]:
    """The visible path; not used when a step of it is no link, for it would lose that step."""
    for box in page.elements(css):
        anchors = list(page.shown(box.iter("a")))
        crumbs = [c for a in anchors if (c := _crumb(page, line_of(a), a.get("href")))]
        if crumbs and len(crumbs) == len(anchors):
            return crumbs
    return []


def _stated(page: Page) -> list[Breadcrumb]:
    for item in page.json_ld("BreadcrumbList"):
        steps = item.get("itemListElement")
        crumbs = [
            c for s in (steps if isinstance(steps, list) else [steps]) if (c := _step(page, s))
        ]
        if crumbs:
            return crumbs
    return []


def _step(page: Page, step: Any) -> Breadcrumb | None:
    if not isinstance(step, dict):
        return None
    item = step.get("item")
    within = item if isinstance(item, dict) else {}
    url = item if isinstance(item, str) else within.get("@id") or within.get("url")
    name = within.get("name") or step.get("name")
    return _crumb(page, line_of_markup(name) if isinstance(name, str) else None, url)


def _crumb(page: Page, name: Any, href: Any) -> Breadcrumb | None:
    if not isinstance(name, str) or not isinstance(href, str) or href.startswith("#"):
        return None
    url, name = absolute(page, href), clean(name)
    return Breadcrumb(name=name, url=url) if url and name else None
