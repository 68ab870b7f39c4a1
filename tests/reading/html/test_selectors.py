"""CSS selectors mean what they mean to parsel, whichever way they are answered."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from parsel import Selector

from newsspider.extract import NotAnArticle, Page
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.html.element_index import ElementIndex
from newsspider.reading.html.selectors import NoSelectorError, compiled
from newsspider.sites.sindonews.layouts import LAYOUTS
from newsspider.store.pages.fixtures import Fixture, folders

FIXTURES: Final = folders(Path(__file__).parents[3] / "fixtures" / "sindonews")
OF_LAYOUTS: Final = sorted({css for layout in (*LAYOUTS, GENERIC) for css in layout.selectors()})
OTHERS: Final = (
    "div.article > figure", ".a.b", ".a .b .c", "h1, h2", "p:first-child", "a[rel~=author]",
    "article a[rel=author]", "i.date", "span", "body", "div div", "div [itemprop=name]", "*",
    "a[href^='/read/']", "h1 + p", "li:has(a)", "meta[property='og:title']", "html[lang]",
    "[itemprop=name]", ".editor em", "#content .editor", "div #content", "article *",
)  # fmt: skip
NOW: Final = datetime(2026, 7, 1, tzinfo=UTC)
_NAMES = st.sampled_from(("a", "b", "c", "a\xa0b", "B"))
_COMPOUNDS = st.sampled_from((
    ".a", ".b", ".a.b", "#a", "#b.a", "div", "div.a", "i", "i.b", "p#c", "[itemprop=a]",
    "[itemprop~=b]", "i[itemprop]", "[itemprop='a b']", "*", "[class=a]", "P.B", "[itemprop^=a]",
))  # fmt: skip


def selected_by_parsel(root: etree._Element, css: str) -> list[etree._Element]:
    return [selector.root for selector in Selector(root=root, type="html").css(css)]


def assert_as_parsel(root: etree._Element, selectors: Iterable[str]) -> None:
    """Both ways give the same; what stands deep in menus is left out of every selector's answer."""
    index = ElementIndex(root)
    content = set(index.select("*"))
    for css in selectors:
        expected = [element for element in selected_by_parsel(root, css) if element in content]
        assert index.select(css) == expected, css


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda folder: folder.name)
def test_every_selector_of_every_layout_selects_what_parsel_selects(folder: Path) -> None:
    for answer in Fixture.load(folder).answers():
        try:
            root = Page.from_bytes(answer.url, answer.body, NOW).root
        except NotAnArticle:
            continue
        assert_as_parsel(root, (*OF_LAYOUTS, *OTHERS))


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    """Some nested elements with few names, so that selectors find much."""
    tag = draw(st.sampled_from(("div", "i", "p", "div", "nav")))
    parts = draw(st.lists(trees(depth - 1), max_size=3)) if depth else []
    marks = [
        f'{name}="{" ".join(draw(st.lists(_NAMES, min_size=1, max_size=3)))}"'
        for name in draw(st.sets(st.sampled_from(("class", "id", "itemprop"))))
    ]
    return f"<{' '.join([tag, *marks])}>{''.join(parts)}</{tag}>"


@given(trees(), _COMPOUNDS, st.sampled_from((" ", " > ", " + ", ", ")), _COMPOUNDS)
def test_any_two_compounds_select_what_parsel_selects(
    tree: str, first: str, combinator: str, second: str
) -> None:
    root = etree.HTML(f"<html><body>{tree}</body></html>")
    assert_as_parsel(root, (first, f"{first}{combinator}{second}"))


@given(trees(), _COMPOUNDS, _COMPOUNDS, _COMPOUNDS)
def test_any_three_compounds_select_what_parsel_selects(
    tree: str, first: str, second: str, third: str
) -> None:
    root = etree.HTML(f"<html><body>{tree}</body></html>")
    in_a_box = (f"{first}:not({second}) > {third}", f"{first} > {second}:nth-child(2)")
    texts = (f"{first} {second} {third}", f"{first} > {second} {third}", *in_a_box)
    assert_as_parsel(root, (*texts, ", ".join(in_a_box)))


def test_a_child_of_a_box_is_found() -> None:
    root = etree.HTML('<div class="article"><figure>1</figure><p><figure>2</figure></p></div>')
    found = ElementIndex(root).select("div.article > figure")
    assert [element.text for element in found] == ["1"]


@pytest.mark.parametrize("text", ["div >", "> figure", "", "..a", "a[", "a::text", "p:no-such(1)"])
def test_what_is_no_selector_of_elements_is_refused(text: str) -> None:
    with pytest.raises(NoSelectorError, match="no CSS selector"):
        compiled(text)


def test_a_layout_with_what_is_no_selector_cannot_be_made() -> None:
    with pytest.raises(NoSelectorError, match="'article h1 >'"):
        Layout(name="2027", signature=(("article",),), headline=("h1", "article h1 >"))


@pytest.mark.parametrize(
    ("css", "count"),
    [("h1.judul", 1), (".a.b", 1), ("article h1", 2), ("#isi", 1), ("a > b", 0), ("a b .c", 3)],
)
def test_simple_selectors_need_no_walk_through_the_tree(css: str, count: int) -> None:
    assert len(compiled(css).compounds) == count


@pytest.mark.parametrize("expected", [frozenset[str](), frozenset({"a"}), frozenset({"a", "b"})])
def test_what_is_found_does_not_depend_on_which_classes_were_expected(
    expected: frozenset[str],
) -> None:
    source = (
        '<div class="a b"><p class="b" id="c d">1</p><nav class="a"><i class="b" id="c">2</i></nav>'
        '<b itemprop="e f">3</b></div>'
    )
    root = etree.HTML(source)
    index = ElementIndex(root)
    index.expect(expected)
    for css in (".a", ".b", ".a .b", "p.b", ".a > .b", "div.a.b", "i", "#c", "[itemprop~=f]",
                ".c > i"):  # fmt: skip
        assert index.select(css) == selected_by_parsel(root, css), css
