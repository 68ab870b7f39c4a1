"""A list is the same, read without its page's menus or with them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsspider.extract import listing
from newsspider.reading.listing import Listing
from newsspider.reading.lists.narrow_list import narrow_list
from newsspider.reading.narrow_page import NarrowPage
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.sindonews.index_markup import INDEX_MARKUP
from newsspider.store.pages.fixtures import Fixture, folders

_FIXTURES = Path(__file__).parents[3] / "fixtures"
_URL = "https://www.sindonews.com/indeks/0/20?t=2026-07-22"
_INDEX = "https://www.sindonews.com/indeks/0"
_SECTIONS = "".join(
    f'<li><a href="https://{name}.sindonews.com/">{name.title()}</a></li>'
    for name in ("nasional", "daerah", "ekbis", "sports", "tekno", "sains", "edukasi") * 20
)
_MENU = f'<nav class="nav-kanal"><ul>{_SECTIONS}</ul></nav>'
_PAGER = f'<ul><li class="active">2</li><li><a href="{_INDEX}/40?t=2026-07-22">3</a></li></ul>'


def read_at(number: int) -> str:
    return f"https://daerah.sindonews.com/read/{1_700_000 + number}/1/panen-raya-1784700{number}"


def row(number: int, inside: str = "") -> str:
    return (
        f'<div class="warp-article"><a href="{read_at(number)}">Panen Raya Hari ke-{number}</a>'
        f"{inside}<div class=date-article>Rabu, 22 Juli 2026 - 14:{number % 60} WIB</div></div>"
    )


_ROWS = "".join(map(row, range(101, 120)))


def page(menu: str = _MENU, rows: str = _ROWS, footer: str = _MENU, head: str = "") -> Page:
    body = f'<h1>Indeks</h1>{_PAGER}<div class="list-article">{rows}</div>'
    source = (
        f"<html><head><title>Indeks</title>{head}</head>\n<body>{menu}<main>{body}</main>"
        f'<footer class="kaki">{footer}</footer></body></html>'
    )
    return at(_URL, source.encode())


def at(url: str, source: bytes) -> Page:
    return Page.from_bytes(url, source, datetime(2026, 7, 24, tzinfo=UTC))


def is_narrow(page: Page) -> bool:
    return isinstance(narrow_list(replace(page), INDEX_MARKUP), NarrowPage)


def read_whole(page: Page) -> Listing:
    page = replace(page)
    page.check_tree()  # what is parsed already is read as it is
    return listing(page)


def test_plain_menus_are_not_parsed() -> None:
    assert is_narrow(page())
    found = listing(page())
    assert [entry.url for entry in found.articles] == [read_at(n) for n in range(101, 120)]
    assert found.next == f"{_INDEX}/40?t=2026-07-22"
    assert found == read_whole(page())


def test_all_saved_pages_list_the_same_with_and_without_menus() -> None:
    narrow = 0
    for folder in folders(_FIXTURES / "sindonews"):
        saved = Fixture.load(folder).page()
        try:
            whole = read_whole(saved)
            narrow += is_narrow(saved)
        except NotAnArticle:
            continue
        found = listing(saved)
        assert (found, found.recognised) == (whole, whole.recognised), folder.name
    assert narrow > 100


@pytest.mark.parametrize(
    "inside",
    [
        f'<div><a href="{read_at(7)}">Berita Utama Pagi Ini</a></div>',
        f'<div class="list-article"><a href="{read_at(7)}">Berita Utama Pagi Ini</a></div>',
        '<div class="list-article">Memuat</div>',
        '<a href="https://video.sindonews.com/play/1/panen">Video</a>',
        '<a href="https://www.lumbung.example/">Kabar Luar</a>',
        f'<a class="next" href="{_INDEX}/60?t=2026-07-22">Lagi</a>',
        f'<a href="{_INDEX}/60?t=2026-07-22" rel="next">Lagi</a>',
        f'<a href="{_INDEX}/60?t=2026-07-22">Selanjutnya</a>',
        f'<a href="{_INDEX}/60?t=2026-07-22">3</a>',
        f'<a href="{_INDEX}/60?t=2026-07-22" data-ci-pagination-page="3">tiga</a>',
        '<span class="active">4</span>',
        "<b>4</b>",
        '<a href="/indeks">Indeks</a>',
        '<a href="#">Menu</a>',
    ],
)
def test_a_menu_with_anything_that_may_count_is_parsed(inside: str) -> None:
    changed = page(menu=_MENU + inside, rows=row(101))
    narrow = narrow_list(replace(changed), INDEX_MARKUP)
    kept = narrow.kept.source if isinstance(narrow, NarrowPage) else changed.body
    assert inside.encode() in kept
    for one in (changed, page(footer=_MENU + inside)):
        assert listing(one) == read_whole(one)


_LINK = f'<a href="{read_at(7)}">Padi</a>'


@pytest.mark.parametrize(
    "box",
    [
        f'<a href="{read_at(7)}"><header><h6>Panen di Lereng Merapi</h6>{{}}</header></a>',
        f'<div class="warp-article"><header>21 Juli 2026 - 09:15 WIB {{}}</header>{_LINK}</div>',
        f'<div class="warp-article">{_LINK}<nav>21 Juli 2026 - 09:15 WIB {{}}</nav></div>',
    ],
)
def test_a_header_within_a_row_is_parsed(box: str) -> None:
    changed = page(menu=box.format(f"<ul>{_SECTIONS}</ul>"))
    assert not is_narrow(changed)
    assert listing(changed) == read_whole(changed)


_SCRIPT = "<script>tulis()</script>"
_CONTACTS = f'<ul>{_SECTIONS}</ul><a href="https://www.lumbung.example/">Mitra</a>'


@pytest.mark.parametrize(
    "changed",
    [
        page(head="<script>", menu=_MENU + _SCRIPT, rows=_ROWS + _SCRIPT + row(120)),
        page(head="<title>Indeks", menu=_MENU + _SCRIPT),
        page(head="<!-- iklan", rows=_ROWS + "<p>--></p>"),
        page(head='<meta name="a" content="b>', rows=_ROWS),
        page(rows=_ROWS + '<img alt="Sawah', footer=_CONTACTS),
        page(rows=_ROWS + "<script>", footer=_CONTACTS),
        page(rows=_ROWS + "<textarea>", footer=_CONTACTS),
    ],
    ids=["script", "title", "comment", "meta", "picture", "script in the list", "box for text"],
)
def test_what_a_part_without_end_swallows_is_not_missed(changed: Page) -> None:
    assert listing(changed) == read_whole(changed)


def test_the_tree_of_the_page_is_left_to_whoever_asks_next() -> None:
    given = page()
    listing(given)
    assert len(given.root.findall(".//nav")) == 2
