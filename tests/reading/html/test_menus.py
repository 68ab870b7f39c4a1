"""What may be left out of a parse, and what is in doubt."""

import pytest

from newsspider.reading.html.menus import without_menus

_NAMES = frozenset((b"tanggal", b"isi"))
_LINKS = "".join(f'<li><a href="/kanal/{n}">Kanal {n}</a></li>' for n in range(200))
_MENU = f'<nav class="kanal"><ul>{_LINKS}</ul></nav><div class="cari"><input name="q"></div>'
_COLUMN = "<main><h1>Panen Raya</h1><p>Warga memanen padi.</p></main>"


def page(menu: str = _MENU, column: str = _COLUMN, footer: str = "", body: str = "<body>") -> bytes:
    head = "<html><head><title>Panen</title></head>"
    return f"{head}{body}{menu}{column}<footer>{footer}</footer></body></html>".encode()


def test_plain_menus_and_footer_are_left_out() -> None:
    kept = without_menus(page(footer=f"<div><ul>{_LINKS}</ul></div>"), _NAMES, b"1731867")
    assert kept is not None
    assert kept.source == page(menu="")
    assert kept.left_out == {"nav", "ul", "li", "a", "div", "input"}


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="jam tanggal">Senin, 20 Juli 2026</div>',
        "<div class=tanggal>Senin, 20 Juli 2026</div>",
        '<div id="isi">Senin</div>',
        "<time>20 Juli 2026</time>",
        '<div itemprop="author">Sari</div>',
        '<script type="application/ld+json">{}</script>',
        "<script>if (a <b) tulis()</script>",
        "<style>.isi{display:none}</style>",
        "<h2>Terkait</h2>",
        "<!-- iklan -->",
        "<div>",
        "</div>",
        "<div><span></div></span>",
        '<a href="/read/1731867/10">2</a>',
        '<a href="?page=2">2</a>',
        '<a title="5" inci" href="/">Layar</a>',
    ],
)
def test_what_may_count_keeps_the_page_whole(inside: str) -> None:
    assert without_menus(page(menu=_MENU + inside), _NAMES, b"1731867") is None


def test_a_page_whose_column_cannot_be_told_stays_whole() -> None:
    without_section = page(column="<div><h1>Panen</h1></div>")
    before_the_nav = page(menu=f"<h1>Panen</h1>{_MENU}")
    unsure_of_body = page(body='<body onload="a>b()">')
    for source in (without_section, before_the_nav, unsure_of_body, page(menu="<nav></nav>")):
        assert without_menus(source, _NAMES, b"1731867") is None


def test_a_footer_within_the_column_is_kept() -> None:
    column = f"<main><h1>Panen</h1><article><footer><ul>{_LINKS}</ul></footer></article></main>"
    kept = without_menus(
        page(column=column).replace(b"<footer></footer></body>", b""), _NAMES, b"1731867"
    )
    assert kept is not None
    assert kept.source.count(b"<li>") == 200
