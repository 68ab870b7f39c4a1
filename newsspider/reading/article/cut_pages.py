"""Pages that do not hold all of their article's text, by what stands around and behind it."""

import re
from collections.abc import Iterator, Set
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.foreign_boxes import is_noise
from newsspider.reading.article.gates import LONGEST_GATE, NEAR, OF_A_SERVICE, leads_away
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.seen_texts import texts_in
from newsspider.reading.text import clean
from newsspider.reading.trust import completeness
from newsspider.reading.trust.foreign.offers import invites_to_go_on, offers_the_rest
from newsspider.reading.trust.foreign.program_lines import is_program_line
from newsspider.reading.trust.notices import is_of_paywall

_FOOTER: Final = 5  # elements, more than a proxy puts below a page that it closes
_BLANK: Final = " " * 40
_BLANKS = re.compile(r"[^\s] {40,}[^\s]")
_DEEPEST: Final = 8  # boxes within each other, at the end of a text
_LONGEST_PAGER: Final = 80  # characters
_LONGEST_BOX: Final = 1_000  # characters with white space
_CHOICES: Final = frozenset(("button", "option"))
_NEXT = re.compile(
    r"data-(?:\w+-)*(?:next|cursor|load-more|page-url|infinite)\b"
    r"|(?:data-)?hx-(?:get|post)\Z|up-(?:poll|defer)\Z|ic-(?:get-from|src)\Z|wire:init\Z"
)
_FETCHED: Final = frozenset(("esi:include", "include-fragment", "turbo-frame"))
"""Elements in whose place a script or a cache puts what they name."""
_BLURRED: Final = "blur("
_NUMBERS = re.compile(r"\D{0,12}1\W*2(?:\W*\d{1,2})*\D{0,12}\Z")
_MORE = re.compile(
    r"selengkapnya|selanjutnya|berikutnya|lanjut|\bsisa(?:nya)?\b|seluruh|lebih banyak|\bmuat\b"
    r"|halaman \d|\b(?:load|read|show|see) (?:more|all)|\bnext\b|\bcontinue\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\bRp\W?\d[\d.]*\W{0,3}(?:per|/|se)\W?(?:hari|pekan|minggu|bulan|tahun)|\bkuota\b"
    r"|\b(?:sisa|seluruh|kelanjutan|rest of|lanjut(?:kan|an)?|buka|membuka|membaca|unlock|read)\b"
    r".{0,40}\b(?:artikel|berita|cerita|tulisan|naskah|laporan|teks|article|story)\b"
    r"|\bpaket\b.{0,80}\bRp\W?\d|\b(?:berlangganan|langganan|pelanggan|subscri\w+|members?)\b",
    re.IGNORECASE,
)
_IN_THE_APP = re.compile(
    r"\bselengkapnya\b.{0,20}\b(?:di|lewat|melalui|pada)\b.{0,12}\b(?:aplikasi|app)\b",
    re.IGNORECASE,
)
_IN_LINE: Final = frozenset(("a", "b", "br", "em", "i", "p", "span", "strong", "u"))
_HOLDERS: Final = frozenset(("article", "div", "main", "section"))
_HEIGHT = re.compile(r"(?:\A|[;\s-])height\s*:\s*[1-9]")
_SEVERAL: Final = 2  # stories, or empty places
_SENTENCES: Final = 20  # words that are more than a caption or the line of a publisher
_MENU: Final = 12  # links of a page that has a menu, and then a footer too


def is_last_of_page(page: ArticlePage) -> bool:
    """Return whether next to nothing follows a text in a known layout, but much precedes it."""
    if page.layout is GENERIC or page.container is None:
        return False
    path = (page.container, *page.container.iterancestors())
    behind = (part for box in path for sibling in box.itersiblings() for part in sibling.iter())
    if len(list(islice(behind, _FOOTER))) == _FOOTER:
        return False
    page.page.need_whole()  # a footer, or scripts, may be what does
    return len(list(islice(page.page.iter("a"), _MENU))) == _MENU


def goes_on(page: ArticlePage) -> bool:
    """Return whether a script brings the rest of a text: a pager without links, a button, a mark.

    They stand last in the text's container, or right behind it, as does what is blurred in place of
    the rest.
    """
    if page.container is None:
        return False
    last = [*islice(page.container.iterchildren(reversed=True), NEAR)]
    behind = [*islice(page.container.itersiblings(), NEAR)]
    if any(map(_leads_on, (*last, *behind))):
        return True
    foreign = page.text_place.skip
    left_out = [box for box in last if box in foreign]
    beside = (*left_out, *behind[:1])
    if any(map(_holds_back_the_rest, (*_left_out_last(page.container, foreign), *behind[:1]))):
        return True
    if page.markup.text.signed and (
        any(map(_invites, beside))
        or any(_is_of_stories(box, foreign) for box in last)
        or _has_empty_places(page, page.container)
    ):
        return True
    if page.layout is GENERIC:
        return False
    return any(_OFFER.search(string_of(box)) for box in left_out) or _runs_on_behind(page.container)


def _left_out_last(box: etree._Element, foreign: Set[etree._Element]) -> Iterator[etree._Element]:
    """Yield the boxes that are left out at the end of a text, however deep they stand in it."""
    for _ in range(_DEEPEST):
        last = [*islice(box.iterchildren(reversed=True), NEAR)]
        yield from (part for part in last if part in foreign or part.tag == "button")
        inner = next((part for part in last if part not in foreign and len(part)), None)
        if inner is None:
            return
        box = inner


def _is_of_stories(box: etree._Element, foreign: Set[etree._Element]) -> bool:
    """Whether a box is left out, or what it holds, and has the openings of several stories."""
    if box not in foreign and foreign.isdisjoint(box):
        return False
    links = [link for link in box.iter("a") if leads_away(link)]
    said = len(string_of(box).split()) - sum(len(string_of(link).split()) for link in links)
    return len(links) >= _SEVERAL and said >= _SENTENCES


def _holds_back_the_rest(box: etree._Element) -> bool:
    """Whether a box is an offer of what is left of a text, or why it is missing."""
    text = string_of(box) if isinstance(box.tag, str) else ""
    if len(text) > _LONGEST_BOX or not text.strip():
        return False
    text = clean(" ".join(map(str, box.itertext(etree.Element))))
    if len(text) <= LONGEST_GATE and is_of_paywall([text]):
        return OF_A_SERVICE.search(text) is None
    return offers_the_rest(text) or is_program_line(text) or _IN_THE_APP.search(text) is not None


def _invites(box: etree._Element) -> bool:
    """Whether a box without a link tells how to go on reading."""
    text = string_of(box) if isinstance(box.tag, str) else ""
    if len(text) > _LONGEST_BOX or any(map(leads_away, box.iter("a"))):
        return False
    return invites_to_go_on(clean(text))


def _runs_on_behind(container: etree._Element) -> bool:
    """Whether bare text follows a container: a stray end tag has closed it within its text."""
    around = (box for box in container.iterancestors() if box.tag in _HOLDERS)
    return any(map(_has_words_behind, (container, *around)))


def _has_words_behind(box: etree._Element) -> bool:
    """Whether bare text and paragraphs follow a box that are more than a caption."""
    words = len(box.tail.split()) if box.tail else 0
    part = box.getnext()
    while part is not None and part.tag in _IN_LINE:
        words += len((part.tail or "").split())
        if part.tag == "p":
            words += len(string_of(part).split())
        part = part.getnext()
    return words >= _SENTENCES


def _leads_on(box: etree._Element) -> bool:
    """Whether a box turns the pages of a text, or asks for more of it, without a link."""
    if not isinstance(box.tag, str):
        return False
    fetched = box.tag in _FETCHED and bool(box.get("src"))
    leads_on = fetched or _BLURRED in box.get("style", "") or _turns_pages(box)
    return leads_on and not any(map(leads_away, box.iter("a")))


def _turns_pages(box: etree._Element) -> bool:
    """Whether a box is a pager, a button for more, or an empty mark of where more is to come."""
    if not len(box) and not box.text:
        return any(map(_NEXT.match, map(str, box.keys())))
    text = clean(string_of(box))
    if not text:
        return any(_NEXT.match(str(name)) for part in box.iter("*") for name in part.attrib)
    if len(text) > _LONGEST_PAGER:
        return False
    if any(part.tag in _CHOICES or part.get("role") == "button" for part in box.iter("*")):
        return _MORE.search(text) is not None or _NUMBERS.match(text) is not None
    return _NUMBERS.match(text) is not None and len(box) > 1


def is_torn(page: ArticlePage) -> bool:
    """Return whether a piece of a text is missing: blanks stand there, or a link is not closed.

    A link whose quote was not closed has tags in its address, before its query.
    """
    if page.container is None:
        return False
    if _may_have_gap(string_of(page.container)) and any(
        _BLANKS.search(text) for _, text in texts_in(page.container)
    ):
        return True
    hrefs = [href for link in page.container.iter("a") if (href := link.get("href"))]
    return any("<" in href.partition("?")[0] for href in hrefs if "<" in href)


def _has_empty_places(page: ArticlePage, container: etree._Element) -> bool:
    """Whether places for paragraphs may be empty: a script fills them when they are seen.

    They have a height and nothing else, no name of an advertisement's either, though such may stand
    there: of a text that is signed they say nothing.
    """
    boxes = container.iterdescendants("div", "section", "p")
    empty = (box for box in boxes if not len(box) and not box.text and _is_place(box))
    return len([*islice((box for box in empty if not is_noise(page, box)), _SEVERAL)]) == _SEVERAL


def _is_place(box: etree._Element) -> bool:
    """Whether an empty box is as high as its style says, and known by nothing but a class."""
    names = set(box.keys())
    return _HEIGHT.search(box.get("style", "")) is not None and names <= {"class", "style"}


def _may_have_gap(text: str) -> bool:
    """Whether blanks stand within a line of a text, and not in front of it, as most do."""
    return _BLANK in text and any(_BLANK in line.strip() for line in text.split("\n"))


def is_behind_a_wall(page: ArticlePage) -> bool:
    """Return whether the rest of a text is for subscribers: the page shows it, or its data."""
    if any(map(page.page.elements, page.markup.gates)):
        return True
    if page.layout.shows_gates:
        return False
    return completeness.is_said_not_free([*page.news_items, *page.page.json_ld("WebPage")])
