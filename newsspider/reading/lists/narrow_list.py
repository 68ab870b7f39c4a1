"""A list's page parsed without its menus, in which nothing counts; whole where they are in doubt.

Two thirds of its elements stand in them. Each part is read by itself, once however many pages have
it, by the rules that the list is read by: it counts for nothing that has no link to list, no place
where a list may stand and nothing of a pager.
"""

from functools import lru_cache, partial
from itertools import takewhile
from typing import Final

from lxml import etree

from newsspider.reading.html.parsing.menus import WholePageNeeded, without_menus
from newsspider.reading.html.parsing.parser import parse
from newsspider.reading.html.parsing.plain_menu import Menu, menu_of
from newsspider.reading.html.parsing.unread_parts import start_of_body
from newsspider.reading.lists.index_pages import leads_on
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.reading.lists.next_page import is_of_pager
from newsspider.reading.lists.page_links import page_links
from newsspider.reading.lists.rows import Places, is_small
from newsspider.reading.narrow_page import NarrowPage
from newsspider.reading.page import Page

_BOXES: Final = ("nav", "header", "footer")
_ABSOLUTE: Final = ("https://", "http://", "javascript:")
"""How a link begins that leads to the same on all pages."""
_COLUMNS: Final = ("main", "article", "section")
_COLUMN_TAGS: Final = tuple(f"<{name}".encode() for name in _COLUMNS)


def narrow_list(page: Page, markup: IndexMarkup) -> Page:
    """Return the page of a list without its menus; the page itself where they may count.

    Raises `NotAnArticle` for an empty page and beyond the limits.
    """
    kept = None if page.is_parsed else without_menus(page.source, partial(_menu, markup=markup))
    if kept is None:
        return page
    narrow = NarrowPage.of(page, kept)
    try:
        return page if _is_in_doubt(narrow) else narrow
    except WholePageNeeded:
        return page


def _is_in_doubt(narrow: NarrowPage) -> bool:
    """Tell whether what was left out may have stood in a row, or in a tag or script without end.

    The parser knows where it read an element; one that such an end has swallowed is not there.
    """
    boxes = [box for box in narrow.iter_kept(*_BOXES) if not len(box) and not box.text]
    if len(boxes) != narrow.kept.emptied or any(map(_is_in_row, boxes)):
        return True
    source = narrow.kept.source
    at = start_of_body(source) or 0
    if not source.startswith(_COLUMN_TAGS, at):
        return False
    column = next(narrow.iter_kept(*_COLUMNS), None)
    if column is None or column.getprevious() is not None:
        return True
    line: int = column.sourceline  # type: ignore[assignment]  # which the stubs leave open
    return line != source.count(b"\n", 0, at) + 1


def _is_in_row(box: etree._Element) -> bool:
    around = takewhile(lambda outer: outer.tag != "body", box.iterancestors())
    return any(map(is_small, around))


@lru_cache(maxsize=64)  # the pages of a site have the same few
def _menu(part: bytes, markup: IndexMarkup) -> Menu | None:
    """Return what is known of a part of a page; None when anything in it may count in a list."""
    menu = menu_of(part, frozenset())
    root = None if menu is None else parse(part)[0]
    return None if root is not None and _may_count(root, markup) else menu


def _may_count(root: etree._Element, markup: IndexMarkup) -> bool:
    links = page_links(root, "", markup.address)
    places = Places(markup)
    return (
        not all(link.url.startswith(_ABSOLUTE) for link in links)
        or any(leads_on(link) and places.of(link.element) != "aside" for link in links)
        or any(markup.containers.search(box.get("class", "")) for box in root.iter())
        or is_of_pager(root, links)
    )
