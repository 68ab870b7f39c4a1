"""The path to an article: the kanal's front page, then the sub-section."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from newsspider.items import Breadcrumb
from newsspider.reading.lines import line_of, line_of_markup, shown
from newsspider.reading.links import absolute
from newsspider.reading.page import Page
from newsspider.reading.text import clean
from newsspider.sites.sindonews.addresses import parse


def breadcrumbs(page: Page, places: Iterable[str], section: str) -> list[Breadcrumb]:
    """The breadcrumbs as printed, else as JSON-LD lists them; [] when the page has none.

    They start with the front page of the kanal, however the page names it ("Home"): what leads to
    the whole site is left out, and a path that begins with the sub-section is completed.
    """
    front = f"https://{section}.sindonews.com/"
    begun: list[Breadcrumb] = []
    for path in _paths(page, places):
        crumbs = [_at_front(crumb, front, section) for crumb in path]
        own = [crumb for crumb in crumbs if not _is_site(crumb.url, section)]
        if own and own[0].url == front:
            return own
        begun = begun or own
    return [Breadcrumb(name=section.capitalize(), url=front), *begun] if begun else []


def _paths(page: Page, places: Iterable[str]) -> Iterator[list[Breadcrumb]]:
    for place in places:
        yield _printed(page, place)
    yield _stated(page)


def _printed(page: Page, place: str) -> list[Breadcrumb]:
    """The visible path; not used when a step of it is no link, for it would lose that step."""
    for box in page.elements(place):
        anchors = list(shown(box.iter("a")))
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


@lru_cache(maxsize=256)
def _front_of(url: str) -> str | None:
    """The kanal, or "www", whose front page an address is; None for any other page."""
    address = parse(url)
    return (address.section or "www") if address.kind == "front" else None


def _is_site(url: str, section: str) -> bool:
    return _front_of(url) == "www" and section != "www"


def _at_front(crumb: Breadcrumb, front: str, section: str) -> Breadcrumb:
    """The step with the kanal's front page written in one way."""
    return Breadcrumb(name=crumb.name, url=front) if _front_of(crumb.url) == section else crumb
