"""What may be left out of a parse, and what is in doubt."""

from functools import partial

import pytest
from lxml import etree

from newsspider.reading.html.parsing.menus import Kept, without_menus
from newsspider.reading.html.parsing.plain_menu import EMPTY, ENDED_BY, PLAIN, menu_beside

_NAMES = frozenset((b"tanggal", b"isi"))
_LINKS = "".join(f'<li><a href="/kanal/{n}">Kanal {n}</a></li>' for n in range(200))
_MENU = f'<nav class="kanal"><ul>{_LINKS}</ul></nav><div class="cari"><input name="q"></div>'
_COLUMN = "<main><h1>Panen Raya</h1><p>Warga memanen padi.</p></main>"


def page(menu: str = _MENU, column: str = _COLUMN, footer: str = "", body: str = "<body>") -> bytes:
    head = "<html><head><title>Panen</title></head>"
    return f"{head}{body}{menu}{column}<footer>{footer}</footer></body></html>".encode()


def narrowed(source: bytes) -> Kept | None:
    return without_menus(source, partial(menu_beside, names=_NAMES, own=b"1731867"))


def test_plain_menus_and_footer_are_left_out() -> None:
    kept = narrowed(page(footer=f"<div><ul>{_LINKS}</ul></div>"))
    assert kept is not None
    assert kept.source == page(menu="")
    assert kept.left_out == {"meta", "nav", "footer", "ul", "li", "a", "div", "input"}


_DOUBTFUL = (
    '<div class="jam tanggal">Senin, 20 Juli 2026</div>',
    "<div class=tanggal>Senin, 20 Juli 2026</div>",
    '<div id="isi">Senin</div>',
    "<time>20 Juli 2026</time>",
    "<p> Penulis: Sari Wulandari</p>",
    '<div itemprop="author">Sari</div>',
    '<script type="application/ld+json">{}</script>',
    "<script>if (a <b) tulis()</script>",
    "<script>tulis('<!-- </script><div> -->')</script>",
    "<style>.isi{display:none}</style>",
    "<h2>Terkait</h2>",
    "<!-- iklan",
    "<!--> <div> -->",
    "<!-- iklan --!> <div> -->",
    "<div>",
    "</div>",
    "<div><span></div></span>",
    "<a>Kanal <a>Daerah</a></a>",
    "<p>Cuaca <ul></ul></p>",
    '<a href="/read/1731867/10">2</a>',
    '<a href="?page=2">2</a>',
    '<a title="5" inci" href="/">Layar</a>',
)


def with_links(first: str = "", last: str = "") -> bytes:
    icons = "".join(f'<link rel="icon" href="https://kabar.example/{n}.png">\n' for n in range(90))
    return page().replace(b"</head>", f"{first}{icons}{last}</head>".encode())


def test_links_of_the_head_are_left_out() -> None:
    canonical = '<link rel="canonical" href="https://kabar.example/1"><meta name="a">'
    kept = narrowed(with_links(canonical))
    assert kept is not None
    assert kept.source == page(menu="").replace(b"</head>", f"{canonical}</head>".encode())
    assert "link" in kept.left_out


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="Canonical" href="https://kabar.example/1">',
        '<link rel="preload" href="https://kabar.example/foto/1731867.jpg">',
        '<link itemprop="url" href="https://kabar.example/1">',
        '<link class="isi" href="https://kabar.example/1">',
        '<link title="a>b" href="https://kabar.example/1">',
    ],
)
def test_links_that_may_count_are_kept(link: str) -> None:
    kept = narrowed(with_links(last=link))
    assert kept is not None
    assert kept.source.count(b"<link") == 91


@pytest.mark.parametrize("inside", _DOUBTFUL)
def test_what_may_count_is_kept(inside: str) -> None:
    beside = narrowed(page(menu=_MENU + inside))
    assert beside is not None
    assert inside.encode() in beside.source
    assert b"<li>" not in beside.source
    within = page(
        menu=f"<nav>{_MENU.replace('<nav', '<div').replace('</nav', '</div')}{inside}</nav>"
    )
    assert narrowed(within) is None


def test_a_menu_that_is_itself_asked_for_is_kept() -> None:
    menu = _MENU.replace('class="kanal"', 'class="tanggal"')
    assert narrowed(page(menu=f"{menu}<h2>Terkait</h2>")) is None


def test_menus_and_footer_are_left_out_each_by_itself_where_no_column_is_told() -> None:
    boxes = f"<div>{_MENU}<header><!-- logo --><a href='/'>Kabar</a></header></div>"
    column = "<div><h1>Panen Raya</h1><p>Warga memanen padi.</p></div>"
    kept = narrowed(page(menu=boxes, column=column, footer=_MENU))
    assert kept is not None
    search = '<div class="cari"><input name="q"></div>'
    emptied = f'<div><nav class="kanal"></nav>{search}<header></header></div>'
    assert kept.source == page(menu=emptied, column=column)
    assert kept.left_out == {"meta", "nav", "header", "footer", "ul", "li", "a", "div", "input"}


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Hak cipta &copy;2026 Kabar Lereng", False),
        ("Hak cipta 2007 - 2026", False),
        ("Kanal 5", False),
        ("Senin, 20 Juli 2026", True),
        ("20/07/2026", True),
    ],
)
def test_a_menu_with_a_year_and_another_number_may_have_a_date(text: str, dated: bool) -> None:
    kept = narrowed(page(menu=f"{_MENU}<p>{text}</p>"))
    assert kept is not None
    assert kept.dated is dated


def test_what_ends_an_open_element_is_what_does_so_in_the_parser() -> None:
    tags = sorted(tag.decode() for tag in PLAIN - {b"script", b"iframe", b"noscript"})
    for outer in (tag for tag in tags if tag.encode() not in EMPTY):
        ended = set()
        for inner in tags:
            root = etree.HTML(f"<html><body><{outer}><{inner}></{inner}></{outer}></body></html>")
            box = root.find(f"body/{outer}")
            if box is None or [part.tag for part in box] != [inner]:
                ended.add(inner.encode())
        assert ended == ENDED_BY.get(outer.encode(), set()), outer


def test_a_page_whose_parts_cannot_be_told_stays_whole() -> None:
    before_the_nav = page(menu=f"<h1>Panen</h1>{_MENU}")
    unsure_of_body = page(body='<body onload="a>b()">')
    for source in (before_the_nav, unsure_of_body, page(menu="<nav></nav>")):
        assert narrowed(source) is None


def test_a_footer_within_the_column_is_kept() -> None:
    column = f"<main><h1>Panen</h1><article><footer><ul>{_LINKS}</ul></footer></article></main>"
    kept = narrowed(page(column=column).replace(b"<footer></footer></body>", b""))
    assert kept is not None
    assert kept.source.count(b"<li>") == 200


@pytest.mark.parametrize(
    "menus",
    [
        pytest.param(b"<nav>" + b" <!--x" * 300_000 + b"</nav>", id="comments without an end"),
        pytest.param(b"<nav>" * 300_000, id="menus without an end"),
        pytest.param(b"<nav></header>" * 300_000, id="menus that end otherwise"),
    ],
)
def test_what_is_opened_very_often_is_looked_at_once(menus: bytes) -> None:
    """Each sought anew to the end of the page, it would take hours."""
    source = b"<html><head></head><body>" + menus + b"<h1>Panen</h1></body></html>"

    assert narrowed(source) is None
