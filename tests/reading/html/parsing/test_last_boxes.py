"""What behind the last link of a page is left out, and what may count."""

import pytest

from newsspider.reading.html.parsing.last_boxes import MARK_CLASS, without_last_boxes
from newsspider.reading.html.parsing.menus import Kept

_NAMES = frozenset((b"judul", b"isi"))
_OWN = b"1731867"
_MARK = f'<hr class="{MARK_CLASS}">'
_PLACE = '<div class="iklan"><div id="kotak-1"></div></div>\n'
_PLACES = _PLACE * 25
_HEADING = '<div class="judul">Tren Hari Ini</div>\n'


def page(boxes: str, link: str = '<a href="/bola">Bola</a>') -> bytes:
    behind = "</div></main><div></div></body></html>"
    return f"<html><body><main><div>{link}</div>\n<div>\n{boxes}\n{behind}".encode()


def kept_of(boxes: str, **link: str) -> Kept:
    return Kept(page(boxes, **link), frozenset(("nav",)))


@pytest.mark.parametrize("before", [_HEADING, f'<div class="isi">{_PLACE}'])
def test_places_for_advertisements_are_left_out_and_marked(before: str) -> None:
    script = "<div><script>tampilkan('kotak-1');</script></div>"
    kept = without_last_boxes(kept_of(before + _PLACES + script), _NAMES, _OWN)
    marked = page(before.removesuffix(_PLACE) + _MARK)
    assert kept == Kept(marked, frozenset(("nav", "div", "script")), marked=True)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="isi">Panen</div>',
        "<p>Panen</p>",
        "<div>Senin, 20 Juli 2026</div>",
        "<h3>Terkait</h3>",
        "<ul><li>Panen</li></ul>",
        "<form><input></form>",
        "<button>Lanjut</button>",
        "<div><span></div></span>",
        f"<div>{'Panen raya padi di lereng. ' * 12}</div>",
        f'<div data-id="{_OWN.decode()}"></div>',
        "<div>--></div>",
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_what_may_count_is_kept(box: str) -> None:
    kept = kept_of(_PLACES + box + _PLACE)
    assert without_last_boxes(kept, _NAMES, _OWN) is kept


def test_few_boxes_and_a_page_without_links_are_kept() -> None:
    for kept in (kept_of(_PLACE), kept_of(_PLACES, link=""), kept_of("")):
        assert without_last_boxes(kept, _NAMES, _OWN) is kept
