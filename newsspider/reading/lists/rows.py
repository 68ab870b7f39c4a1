"""A link of an HTML list: which part of the page it stands in, its headline and its date."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from lxml import etree

from newsspider.dates.vocabulary import WEEKDAY, WEEKDAY_IN_TEXT, YEAR_IN_TEXT
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.lines import Visibility, is_unseen, line_of, parts_words
from newsspider.reading.html.time_elements import stated_moments
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.reading.text import clean

# Boxes beside a list, on any site. A page past the end of a list still has them.
_ASIDE: Final = re.compile(
    r"(?:^|\s)(?:terpopuler|popular|pop-?sticky|most-?popular|right-section|side-?bar|side-nav"
    r"|rekomendasi|trending|list-tags|widget(?:-[a-z]+)?|berita-terkait)(?:\s|$)",
    re.I,
)
_ASIDE_TAGS: Final = frozenset({"nav", "footer", "aside"})
_TITLE = re.compile(r"(?<!sub)(?<!sub-)(?:title|judul|headline|caption)", re.I)
_KICKER = re.compile(  # "Liga Primer Inggris 2017/2018" above a headline, the section beside it
    r"(?:^|\s)(?:sub-?title|kicker|label|badge|(?:tipe-|sub-)?kanal|channel|category|kategori)(?:\s|$)",
    re.I,
)
_DATE_CLASS = re.compile(r"(?:^|[\s_-])(?:date|time|tanggal|waktu|mini-info)(?:[\s_-]|$)", re.I)
_DATE_LINE = re.compile(
    r"\b\d{1,2}(?:\s+|[-/.])(?:[A-Za-z]{3,9}|\d{1,2})(?:\s+|[-/.])\d{4}\b"
    r"|\b(?:\d+|se)\s*(?:detik|menit|jam|hari|minggu)\s+(?:yang\s+)?lalu\b|\bbaru saja\b",
    re.I,
)
_WEEKDAY = re.compile(rf"(?:{WEEKDAY_IN_TEXT}|{WEEKDAY}),?\s*", re.I)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = ("div", "p", "li", "td", "th", *_HEADINGS)
_LABELS: Final = frozenset(
    {"lihat selengkapnya", "selengkapnya", "baca selengkapnya", "lihat semua", "baca juga", "more"}
)
_DATE_LENGTH: Final = 80  # characters; what is longer is a summary
_ROW_SIZE: Final = 150  # elements; real rows have about 15
_CLIMB: Final = 8  # levels between a link and the element that holds its whole row


class Places:
    """Tells where the elements of one tree stand: in the list, beside it, or neither."""

    def __init__(self, markup: IndexMarkup) -> None:
        self._markup = markup
        self._of: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """Return `list`, `aside`, or `page` for elsewhere; a box beside the list is never in it.

        Within the list `<aside>` is what stands beside the picture of a row.
        """
        path = []
        box: etree._Element | None = element
        while box is not None and box not in self._of:
            path.append(box)
            box = box.getparent()
        place = "page" if box is None else self._of[box]
        for part in reversed(path):
            if place != "aside" and not (place == "list" and part.tag == "aside"):
                place = _own_place(part, self._markup) or place
            self._of[part] = place
        return place


def _own_place(box: etree._Element, markup: IndexMarkup) -> str | None:
    if box.tag in _ASIDE_TAGS or is_unseen(box):
        return "aside"
    return _place_of_classes(box.get("class"), markup)


@lru_cache(maxsize=4_096)  # the rows of a list have the same few, and the pages of a site
def _place_of_classes(names: str | None, markup: IndexMarkup) -> str | None:
    if not names:
        return None
    if _ASIDE.search(names) or markup.asides.search(names):
        return "aside"
    return "list" if markup.containers.search(names) else None


def has_list(root: etree._Element, markup: IndexMarkup) -> bool:
    """Tell whether the page has a container of a list, be it empty."""
    boxes = root.iter("div", "ul", "ol", "li", "section", "article")
    return any(map(markup.containers.search, {box.get("class", "") for box in boxes}))


def headline(links: list[etree._Element]) -> str | None:
    """Return the whole headline that the links to one article show between them.

    A link's own text is best; the `alt` of its picture is the headline cut after three words, as
    "Serunya Cawagub Suswono...", and serves only where it is whole.
    """
    text = next(filter(None, map(_link_text, links)), None)
    if text and not _is_cut(text):
        return text
    stem = text.rstrip(".… ") if text else ""
    titles = (clean(title) for link in links for title in _attributes(link))
    whole = (title for title in titles if title and not _is_cut(title))
    return next((title for title in whole if title.startswith(stem)), text)


def _link_text(link: etree._Element) -> str:
    """Return the headline of a link: its title where it holds a whole card, else all its text."""
    card = _card_of(link)
    if not is_small(card) or not string_of(card).strip():
        return ""
    parts = [part for part in card.iter(etree.Element) if part is not card]
    for part in parts:
        if part.tag in _HEADINGS or _TITLE.search(part.get("class", "")):
            text = clean(line_of(part))
            if text:
                return text
    blocks = [part for part in parts if part.tag in _BLOCKS]
    if blocks:  # picture, section, date and headline, of which the headline is longest
        leaves = [block for block in blocks if not any(True for _ in block.iterchildren(*_BLOCKS))]
        return max((_without_date(leaf) for leaf in leaves), key=len)
    text = _without_date(card)
    return "" if text.casefold() in _LABELS or text.isdecimal() else text


def _card_of(link: etree._Element) -> etree._Element:
    """Return what a link holds: itself, or the table that the parser put behind it."""
    behind = link.getnext()
    if behind is None or behind.tag != "table" or len(link) or (link.text or "").strip():
        return link
    if (link.tail or "").strip() or next(behind.iter("a"), None) is not None:
        return link
    return behind


def _without_date(element: etree._Element) -> str:
    return clean("".join(piece for piece in _pieces(element) if not _is_date_line(piece)))


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the texts within a small element, without those of a kicker."""
    yield element.text or ""
    for part in element.iterchildren(etree.Element):
        if not _KICKER.search(part.get("class", "")) and not is_unseen(part):
            yield " " if parts_words(part) else ""
            yield from _pieces(part)
        yield (" " if parts_words(part) else "") + (part.tail or "")


def _is_date_line(text: str) -> bool:
    text = text.strip()
    weekday = _WEEKDAY.match(text)
    return _DATE_LINE.match(text, weekday.end() if weekday else 0) is not None


def _attributes(link: etree._Element) -> Iterator[str]:
    yield link.get("title", "")
    for _, box in zip(range(4), link.iterancestors(), strict=False):
        yield box.get("data-title", "")
        if box.tag == "p":
            yield box.text or ""  # <p>Headline <a>Lihat Selengkapnya</a></p>
    for picture in link.iter("img"):
        alt = picture.get("alt", "")
        if len(alt.split()) > 2:  # else "icon right"
            yield alt


def _is_cut(text: str) -> bool:
    return text.endswith(("...", "…"))


def date_lines(
    links: Iterable[etree._Element],
    owner: dict[etree._Element, str | None],
    visibility: Visibility,
) -> Iterator[str]:
    """Yield the texts of a row that look like its date, the nearest to its links and surest first.

    `links` are those to the article; `owner` tells of an element which article all links within
    lead to, None when several.
    """
    looked_at: set[etree._Element] = set()
    for link in links:
        own = owner.get(link)
        for box in islice(chain((link,), link.iterancestors()), _CLIMB):
            if owner.get(box) != own or box.tag in ("body", "html"):
                break
            within = list(islice(box.iter(), _ROW_SIZE + 1))
            if len(within) > _ROW_SIZE:
                break
            parts = [part for part in within if part not in looked_at]
            looked_at.update(parts)
            yield from _date_lines_of_parts(parts, visibility)


def is_small(box: etree._Element) -> bool:
    """Tell whether it can be a row; on a page of nested links, each holds all that follow."""
    return next(islice(box.iter(), _ROW_SIZE, None), None) is None


def _date_lines_of_parts(parts: list[etree._Element], visibility: Visibility) -> Iterator[str]:
    # Most say nothing like a date: only of the others it is asked whether they are seen.
    for part in parts:
        is_dated = part.tag == "time" or _is_date_class(part.get("class"))
        if is_dated and visibility.is_shown(part):
            yield from _date_lines_of(part)
    for part in parts:
        tails = [child.tail for child in part] if len(part) else ()
        if any(map(_may_be_dated, filter(None, (part.text, *tails)))) and visibility.is_shown(part):
            yield from filter(_is_short, (clean(line_of(part)), clean(part.text or "")))
            yield from (line for child in part if _is_short(line := clean(child.tail or "")))


@lru_cache(maxsize=4_096)
def _is_date_class(names: str | None) -> bool:
    return names is not None and _DATE_CLASS.search(names) is not None


def _date_lines_of(part: etree._Element) -> Iterator[str]:
    """Yield a date line and what its markup states, the latter first where the line has no year."""
    line = clean(line_of(part))
    lines = [line] if _is_short(line) else []
    stated = [] if YEAR_IN_TEXT.search(line) else list(stated_moments([part]))
    yield from (*stated, *lines)


def _may_be_dated(text: str) -> bool:
    if text.isspace() or len(text) > _DATE_LENGTH * 2:
        return False
    return _DATE_LINE.search(text) is not None


def _is_short(line: str) -> bool:
    return 0 < len(line) <= _DATE_LENGTH
