"""An article is the same, read without its page's menus or with them."""

import gc
import re
import weakref
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from newsspider.extract import Page, extract, further
from newsspider.reading.article.article_page import readable
from newsspider.reading.article.narrow_reading import narrowed
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.article.trusted_text import trusted_text
from newsspider.reading.html.parsing.menus import WholePageNeeded
from newsspider.reading.narrow_page import NarrowPage
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.sites.sindonews.markup import MARKUP
from newsspider.store.pages.fixtures import Fixture, folders

_FIXTURES = Path(__file__).parents[3] / "fixtures" / "sindonews"
_OTHER_SITES = sorted(
    folder.name for folder in _FIXTURES.parent.iterdir() if folder.name not in ("sindonews", "web")
)


def markup_of(site: str) -> SiteMarkup:
    markup: SiteMarkup = import_module(f"newsspider.sites.{site}.markup").MARKUP
    return markup


class Counts(Counter[str]):
    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] += count


def a_page() -> Page:
    """A saved page whose menus are plain."""
    pages = (Fixture.load(folder).page() for folder in folders(_FIXTURES))
    found = (page for page in pages if isinstance(narrowed(page, MARKUP), NarrowPage))
    return next(page for page in found if b"<main" in page.body)


@pytest.mark.parametrize("site", ["sindonews", *_OTHER_SITES])
def test_the_tree_of_a_page_that_was_read_is_freed_at_once(site: str) -> None:
    """What only the collection of cycles frees costs as much again as reading it."""
    pages = [Fixture.load(folder).page() for folder in folders(_FIXTURES.with_name(site))]
    gc.disable()
    try:
        for given in pages:
            page = replace(given)
            with suppress(NotAnArticle):
                extract(page)
            seen = weakref.ref(page)
            del page
            assert seen() is None, given.url
    finally:
        gc.enable()


def with_menu(page: Page, inside: str) -> Page:
    """The page with something more in front of its column."""
    body = page.body.replace(b"<main", f"{inside}<main".encode(), 1)
    assert body != page.body
    return Page(page.url, body, page.fetched_at, page.content_type)


def read_whole(*pages: Page) -> tuple[object, Counts]:
    for page in pages:
        with suppress(NotAnArticle):
            page.check_tree()  # what is parsed already is read as it is
    return said_of(*pages)


def said_of(*pages: Page) -> tuple[object, Counts]:
    counts = Counts()
    try:
        return extract(*pages, stats=counts), counts
    except NotAnArticle as refusal:
        return refusal.reason, counts


def test_all_saved_pages_read_the_same_with_and_without_menus() -> None:
    narrow = 0
    for folder in folders(_FIXTURES):
        fixture = Fixture.load(folder)
        pages, again = ([fixture.page(), *fixture.more()] for _ in range(2))
        narrow += isinstance(narrowed(pages[0], MARKUP), NarrowPage)
        assert said_of(*pages) == read_whole(*again), folder.name
        assert further(pages[0]) == further(again[0]), folder.name
    assert narrow > 80


def with_footer(page: Page) -> Page:
    """The page with a plain footer, of links and some words, that is worth leaving out."""
    links = b'<li><a href="https://kabar.example/kanal">Kanal pilihan</a></li>' * 80
    footer = b"<footer><ul>" + links + b"</ul><p>Jalan Merdeka, Jakarta</p></footer></body>"
    return Page(page.url, page.body.replace(b"</body>", footer), page.fetched_at, page.content_type)


@pytest.mark.parametrize("site", _OTHER_SITES)
def test_pages_of_other_sites_read_the_same_with_and_without_a_footer(site: str) -> None:
    markup = markup_of(site)
    narrow = 0
    for folder in folders(_FIXTURES.parent / site):
        page, again = (with_footer(Fixture.load(folder).page()) for _ in range(2))
        narrow += isinstance(narrowed(page, markup), NarrowPage)
        assert said_of(page) == read_whole(again), folder.name
    assert narrow


@pytest.mark.parametrize("unclosed", [b'<a href="/read/1731999/15/panen-raya">', b"<figcaption>"])
def test_a_footer_within_what_was_not_closed_asks_for_the_whole_page(unclosed: bytes) -> None:
    page = with_footer(a_page())
    body = page.body.replace(b"<footer><ul>", unclosed + b"Panen <footer><ul>")
    narrow = narrowed(replace(page, body=body), MARKUP)
    assert isinstance(narrow, NarrowPage)
    with pytest.raises(WholePageNeeded, match="place"):
        assert narrow.index


@pytest.mark.parametrize("site", ["antaranews", "merdeka", "okezone"])
def test_the_few_words_of_a_footer_ask_for_no_whole_page(site: str) -> None:
    markup = markup_of(site)
    texts = []
    for folder in folders(_FIXTURES.parent / site):
        page = narrowed(with_footer(Fixture.load(folder).page()), markup)
        if isinstance(page, NarrowPage):
            with suppress(WholePageNeeded, NotAnArticle):
                texts.append(trusted_text(readable([page], markup)).text)
    assert texts


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="detail-date-artikel">Senin, 20 Juli 2026 - 09:00 WIB</div>',
        "<time>Senin, 20 Juli 2026 - 09:00 WIB</time>",
        '<div class="detail-nama-redaksi">Sari Wulandari</div>',
        '<div class="breadcrumb"><a href="https://nasional.sindonews.com/">Nasional</a></div>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lain"}</script>',
        "<p>Senin, 20 Juli 2026 - 09:00 WIB</p>",
    ],
)
def test_evidence_in_front_of_the_column_counts_as_ever(inside: str) -> None:
    assert said_of(with_menu(a_page(), inside)) == read_whole(with_menu(a_page(), inside))


def test_what_a_sheet_of_the_head_hides_is_hidden_though_the_sheet_is_left_out() -> None:
    def page() -> Page:
        saved = a_page()
        sheet = b"<style>" + b".sisipan { display: none } " * 60 + b"</style></head>"
        body = saved.body.replace(b"</head>", b"<meta>" + sheet)
        box = b'<div class="sisipan">Pupuk diskon besar, beli hari ini juga di toko kami.</div><br'
        at = body.index(b"<br", body.index(b'id="detail-desc"'))
        body = body[:at] + box + body[at + len(b"<br") :]
        return Page(saved.url, body, saved.fetched_at, saved.content_type)

    narrow = narrowed(page(), MARKUP)
    assert isinstance(narrow, NarrowPage)
    assert "style" in narrow.kept.left_out
    assert narrow.hidden_classes >= {"sisipan"}
    said, counts = said_of(page())
    assert "Pupuk diskon" not in str(said)
    assert (said, counts) == read_whole(page())


def test_a_date_that_stands_in_the_menus_alone_is_found() -> None:
    page = a_page()
    without = page.body.replace(b"datePublished", b"x").replace(b"detail-date-artikel", b"x")
    menu = "<p>Senin, 20 Juli 2026 - 09:00 WIB</p>"
    pages = [
        with_menu(Page(page.url, without, page.fetched_at, page.content_type), menu)
        for _ in range(2)
    ]
    assert said_of(pages[0]) == read_whole(pages[1])


_PLACES = (
    b'<div class="iklan" data-lebar="300" data-tinggi="250"><div class="kotak"></div></div>' * 40
)


def with_boxes(before: str, behind: str = "", at: str = "</main") -> Page:
    """A saved page with boxes behind its last link that a script fills, and that are plain."""
    page = a_page()
    start, _, end = page.body.rpartition(at.encode())
    end = re.sub(rb"<a\b.*?</a>", b"", end, flags=re.DOTALL)
    body = start + before.encode() + _PLACES + behind.encode() + at.encode() + end
    return Page(page.url, body, page.fetched_at, page.content_type)


def test_plain_boxes_behind_the_last_link_are_left_out() -> None:
    narrow = narrowed(with_boxes(""), MARKUP)
    assert isinstance(narrow, NarrowPage)
    assert narrow.kept.marked
    assert b"kotak" not in narrow.kept.source
    assert said_of(with_boxes("")) == read_whole(with_boxes(""))


@pytest.mark.parametrize(
    ("before", "behind", "at"),
    [
        ('<p>Kabar <a href="/read/1731999/15/panen-raya-1784583661">Panen</p>', "Iklan", "</main"),
        ("<textarea>", "</textarea>", "</main"),
        ("<!-- ", " -->", "</main"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "', '"}</script>',
         "</main"),
        ("</body>", "<p>Panen raya.</p>", "</main"),
        ("<b>", "", "</main"),
        ("", "", "</article"),
        ("", '<div class="editor">(min)</div>', "</article"),
        ("", "", '<div class="page-status"'),
        ("<br>Warga memanen.", "Warga menjemur.", '</div>\n            <div class="page-status"'),
    ],
)  # fmt: skip
def test_boxes_that_may_count_where_they_stand_are_read(before: str, behind: str, at: str) -> None:
    assert b"kotak" in with_boxes(before, behind, at).body
    assert said_of(with_boxes(before, behind, at)) == read_whole(with_boxes(before, behind, at))


def test_what_looks_through_all_of_a_page_asks_for_it() -> None:
    page = narrowed(a_page(), MARKUP)
    assert len(list(page.iter("h1"))) == 1
    for ask in (lambda: page.root, lambda: page.iter("a"), lambda: page.elements("a"),
                lambda: page.elements("body a"), lambda: page.elements("main > div")):  # fmt: skip
        with pytest.raises(WholePageNeeded):
            ask()


def test_a_further_page_beyond_the_limits_costs_no_article() -> None:
    page = a_page()
    huge = Page(page.url + "/10", b"<html>" + b"<a>" * 300_001, page.fetched_at, "text/html")
    article, _ = said_of(a_page(), huge)
    assert article == said_of(page)[0]


def test_a_page_of_no_article_is_never_narrow() -> None:
    page = Page("https://www.sindonews.com/", a_page().body, datetime(2026, 7, 24, tzinfo=UTC))
    assert narrowed(page, MARKUP) is page
