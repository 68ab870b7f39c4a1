"""The index of a page's tree: what is found where, and what is passed over as a menu."""

import gc
import re
from collections.abc import Sequence

import pytest
from lxml import etree
from parsel import Selector

from newsspider.reading.html.element_index import ElementIndex
from newsspider.reading.html.parsing.menus import WholePageNeeded


def index(body: str) -> ElementIndex:
    return ElementIndex(etree.HTML(f"<html><body>{body}</body></html>"))


def found(body: str, css: str) -> list[str | None]:
    return [element.text for element in index(body).select(css)]


def hrefs(body: str, part: str = "", words: Sequence[str] = ("",)) -> list[str]:
    return [href for _, href in index(body).links_to(re.compile(r"/\d\Z"), words, part)]


@pytest.mark.parametrize(
    "menu",
    [
        '<nav><ul><li><div class="time">jam</div></li></ul></nav>',
        '<header><ul><li><div class="time">jam</div></li></ul></header>',
        '<div class="sticky-header desktop"><ul><li><div class="time">jam</div></li></ul></div>',
        '<div id="nav-side"><ul><li><div class="time">jam</div></li></ul></div>',
        '<footer><ul><li><div class="time">jam</div></li></ul></footer>',
    ],
)
def test_what_stands_deep_in_a_menu_is_no_part_of_the_content(menu: str) -> None:
    body = '<div class="time">dulu</div><div><h1>Judul</h1></div><div class="time">kini</div>'
    assert found(menu + body, ".time") == ["dulu", "kini"]
    assert found(body + menu, ".time") == ["dulu", "kini"]


@pytest.mark.parametrize(
    "css", [".time", "div.time", "i", "#jam", "li i", "div > i", "[itemprop~=jam]", "i[itemprop]"]
)
def test_menus_are_left_out_whatever_the_selector(css: str) -> None:
    row = '<ul><li><div class="time"><i id="jam" itemprop="jam"></i></div></li></ul>'
    whole = index(f"<nav>{row}</nav><main>{row}</main>")
    both = Selector(root=whole.root, type="html").css(css)
    assert len(both) == 2
    assert whole.select(css) == [both[1].root]


def test_breadcrumbs_beside_a_menu_are_found() -> None:
    body = '<div class="header"><ul class="breadcrumb">jalur</ul></div><main><h1>Judul</h1></main>'
    assert found(body, ".breadcrumb") == ["jalur"]


def test_a_header_that_holds_the_headline_is_no_menu() -> None:
    body = (
        '<div class="header"><div><p><span class="time">kini</span></p><h1>Judul</h1></div></div>'
    )
    assert found(body, ".time") == ["kini"]


def test_without_a_headline_the_text_is_found_all_the_same() -> None:
    body = (
        '<div class="isi"><div><p class="time">kini</p></div></div><footer><h1>Situs</h1></footer>'
    )
    assert found(body, ".time") == ["kini"]


def test_links_are_those_outside_of_menus() -> None:
    body = '<nav><a href="/a/2">A</a></nav><div><h1>Judul</h1><a href="/b/2">B</a></div>'
    assert hrefs(body) == ["/b/2"]


def test_links_that_are_absolute_have_the_part_that_is_asked_for() -> None:
    body = '<a href="https://kabar.example/71/2">A</a><a href="https://kabar.example/8/2">B</a>'
    assert hrefs(body, "71") == ["https://kabar.example/71/2"]
    assert hrefs(body, "9") == []


def test_links_without_any_of_the_words_are_not_looked_at() -> None:
    assert hrefs('<a>A</a><a href="/c/2">B</a>', words=("/c/", "?")) == ["/c/2"]
    assert hrefs('<a href="/c/2">B</a>', words=("/d/",)) == []


def narrow(body: str) -> ElementIndex:
    root = etree.HTML(f"<html><body>{body}</body></html>")
    return ElementIndex(root, frozenset(("a", "div", "li", "nav")))


@pytest.mark.parametrize(
    "css",
    [".isi > figure", ".isi .foto img", ".isi .foto", "article:not(.lain) i", "figure", "i, b",
     ".isi i:nth-of-type(1)", ".isi > figure + i", "article .isi img"],
)  # fmt: skip
def test_what_stands_in_no_menu_is_found_without_the_menus(css: str) -> None:
    body = '<article><div class="isi"><figure class="foto"><img></figure><i>a</i></div></article>'
    assert [e.tag for e in narrow(body).select(css)] == [e.tag for e in index(body).select(css)]
    assert len(narrow(body).select(css)) == 1


@pytest.mark.parametrize(
    "css",
    ["a", ".kotak > a", "div .isi a", "nav ~ figure", "figure:first-child", "article:has(a)",
     "*", "figure, li", ".kotak a", ".kotak *", ".kotak > :first-child", ".isi + a"],
)  # fmt: skip
def test_what_a_menu_may_have_or_change_asks_for_the_whole_page(css: str) -> None:
    body = '<div class="kotak"><nav></nav><article class="isi"><figure></figure></article></div>'
    with pytest.raises(WholePageNeeded):
        narrow(body).select(css)


def test_what_is_remembered_of_a_page_holds_no_tree_in_memory() -> None:
    page = index('<i class="lama baru" itemprop="lama baru" id="lama"></i>')
    assert [len(page.select(css)) for css in (".baru", "[itemprop~=baru]", "#lama")] == [1, 1, 1]
    del page
    held = [value for value in gc.get_objects() if isinstance(value, etree._ElementUnicodeResult)]
    assert not {"lama baru", "lama"}.intersection(held)
