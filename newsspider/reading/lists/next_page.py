"""The next page of a list, by every pager that a site has had."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.address import Address
from newsspider.reading.html.lines import line_of
from newsspider.reading.lists.list_markup import INDEX_KINDS
from newsspider.reading.lists.page_links import PageLink
from newsspider.reading.lists.rows import is_small

_Parse = Callable[[str], Address]
_WORDS: Final = frozenset({"selanjutnya", "berikutnya", "next", "lanjut", "next page"})
_ARROWS: Final = frozenset({">", "›", "→", "next ›", "next >", "next →", "selanjutnya ›"})
_DOUBLE_ARROWS: Final = frozenset({"»", ">>", "next »", "selanjutnya »"})  # or the last page
_MORE: Final = frozenset({"tampilkan lebih", "muat lebih banyak", "muat lainnya", "load more"})
_ICON = re.compile(r"\bfa-(?:angle|chevron|caret|arrow)(?:-double)?-right\b|\bicon-next\b")
_ACTIVE = re.compile(r"(?:^|\s)(?:active|current|aktif)(?:\s|$)")
_MARKS: Final = ("li", "span", "strong", "b")  # besides links
_MAX_MARKS: Final = 20  # a page has one pager or two
_PAGER_DEPTH: Final = 3  # levels from the current number to the element that holds the pager
_NEXT = re.compile(r"(?:^|\s)(?:page-)?next(?:-page)?(?:\s|$)")
_STEP = re.compile(r"(?<=[/=])\d+(?=/?(?:[?&]|$))")  # an offset at the end, or `p=2`


def next_page(
    root: etree._Element, links: Sequence[PageLink], url: str, parse: _Parse
) -> str | None:
    """Return the address of the page that follows the one at `url`; None on the last one.

    Never the page itself, an earlier one, or an address that is no list of the site. `links` are
    those of the page.
    """
    return next((found for found in _candidates(root, links, parse) if _follows(found, url)), None)


def is_of_pager(root: etree._Element, links: Iterable[PageLink]) -> bool:
    """Tell whether anything in a part of a page may belong to a pager: a link, or a number.

    `links` are those of the part.
    """
    marks = root.iter("a", *_MARKS)
    return any(_rank(link.element) is not None for link in links) or any(map(_number, marks))


def _follows(url: str, base: str) -> bool:
    """Tell whether a page lies behind another: where only numbers differ, they must have grown."""
    url, base = _plain(url), _plain(base)
    if _STEP.sub("", url) == _STEP.sub("", base):
        return [int(n[-9:]) for n in _STEP.findall(url)] > [
            int(n[-9:]) for n in _STEP.findall(base)
        ]
    # Back to the first page, which has no offset.
    return not base.partition("?")[0].startswith(url.partition("?")[0] + "/")


def _plain(url: str) -> str:
    return re.sub("^http:", "https:", url.partition("#")[0]).rstrip("/")


def _candidates(root: etree._Element, links: Sequence[PageLink], parse: _Parse) -> Iterator[str]:
    """Yield the addresses of lists that may be the next page, the surest first."""
    # The kind first: it says no of each article that the list shows.
    to_lists = {link.element: url for link in links if (url := _list_address(link, parse))}
    ranked = [(rank, url) for link, url in to_lists.items() if (rank := _rank(link)) is not None]
    yield from (url for rank, url in ranked if rank == 0)
    yield from (to_lists[link] for link in _after_current(root) if link in to_lists)
    yield from (url for rank, url in sorted(ranked, key=lambda pair: pair[0]) if rank)


def _list_address(link: PageLink, parse: _Parse) -> str | None:
    """Return where a link leads to, if that is a list of the site."""
    url, address = link.url, link.address
    if "#" in url:
        url = url.partition("#")[0]
        address = parse(url)
    return url if url and address.kind in INDEX_KINDS else None


def _rank(link: etree._Element) -> int | None:
    """Return how surely a link leads to the next page, 0 the surest; None when nothing says so."""
    rel = link.get("rel", "")
    if link.tag != "a":
        return 0 if _is_next(rel) else None
    holds = bool(len(link))
    text = _text(link) if holds else link.text or ""
    has_icon = (
        holds
        and not text
        and any(_ICON.search(icon.get("class", "")) for icon in link.iter("i", "span"))
    )
    return _rank_of(rel, text, link.get("aria-label", ""), link.get("class", ""), has_icon)


@lru_cache(maxsize=1_024)  # each page has the same menu
def _rank_of(rel: str, text: str, label: str, names: str, has_icon: bool) -> int | None:
    text, label = _folded(text), label.lower()
    if _is_next(rel):
        return 0
    if text in _WORDS or label in _WORDS or text in _ARROWS or _NEXT.search(names):
        return 2
    if has_icon:
        return 3
    if text in _DOUBLE_ARROWS:
        return 4
    return 5 if text in _MORE or "btn-load-more" in names else None


def _is_next(rel: str) -> bool:
    return "next" in rel.lower().split()


def _after_current(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the link numbered one more than what the pager marks as the current page."""
    for mark in islice(_current_marks(root), _MAX_MARKS):
        wanted = str(int(_text(mark)) + 1)
        for pager in islice(mark.iterancestors(), _PAGER_DEPTH):
            link = next((link for link in pager.iter("a") if _number(link) == wanted), None)
            if link is not None and link.get("href"):
                yield link
                break


def _current_marks(root: etree._Element) -> Iterator[etree._Element]:
    pagers: set[etree._Element | None] | None = None
    for mark in root.iter("a", *_MARKS):
        names = mark.get("class")
        is_current = names is not None and _ACTIVE.search(names) is not None
        if not is_current and mark.tag in ("strong", "b"):
            pagers = _numbered_rows(root) if pagers is None else pagers
            is_current = _row_of(mark) in pagers
        if is_current:
            number = _text(mark)
            if number.isdecimal() and len(number) <= 6:
                yield mark


def _numbered_rows(root: etree._Element) -> set[etree._Element | None]:
    """CodeIgniter's own pager sets the current page in bold among links of this attribute."""
    return {_row_of(link) for link in root.iter("a") if link.get("data-ci-pagination-page")}


def _row_of(number: etree._Element) -> etree._Element | None:
    """Return the element that holds a pager's numbers, be each in a list item or not."""
    parent = number.getparent()
    return parent.getparent() if parent is not None and parent.tag == "li" else parent


def _number(link: etree._Element) -> str:
    text = _text(link)
    return text if text.isdecimal() else link.get("data-ci-pagination-page", "")


def _text(element: etree._Element) -> str:
    """Return the text of a short element, lower case, white space folded; empty of a long one."""
    if not len(element):  # most have nothing within
        return _folded(element.text or "")
    return _folded(line_of(element)) if is_small(element) else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).lower() if len(text) <= 200 else ""
