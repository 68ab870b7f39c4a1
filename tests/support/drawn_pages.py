"""Pages of SINDOnews drawn with one part replaced: what a test is about stands in the test."""

from datetime import UTC, datetime
from typing import Final

from newsspider.extract import Page

NOW: Final = datetime(2026, 9, 17, 3, 0, tzinfo=UTC)
URL: Final = (
    "https://ekbis.sindonews.com/read/1745210/34/panen-garam-di-rembang-naik-dua-kali-lipat"
    "-1789524000"
)
HEADLINE: Final = "Panen Garam di Rembang Naik Dua Kali Lipat"
DATE: Final = "Rabu, 16 September 2026 - 09:15 WIB"
TEXT: Final = (
    "<strong>REMBANG</strong> - Petani garam di pesisir Rembang memanen dua kali lipat dari tahun"
    " lalu karena kemarau datang lebih awal.<br><br>Harga di tingkat petani tetap bertahan, kata"
    " ketua koperasi setempat, dan gudang baru akan dibuka bulan depan.<br><br>Pemerintah kabupaten"
    " berjanji memperbaiki saluran air laut ke tambak."
)
_PAGE: Final = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{headline} - SINDOnews.com</title>
<meta name="description" content="Panen garam di Rembang naik karena kemarau panjang.">
<link rel="canonical" href="{url}">{head}</head><body><article>{headline_box}
<div class="wrap-header-detail"><div class="detail-nama-redaksi">{authors}</div>
<div class="detail-date-artikel">{date}</div></div>
<div class="detail-img">{image}</div><div class="detail-caption-img">{caption}</div>
<div class="detail-desc" id="detail-desc">{text}<div class="editor">(wid)</div></div>
<div class="article-tags">{tags}</div></article></body></html>"""
_PARTS: Final = {
    "lang": "id-ID",
    "url": URL,
    "headline": HEADLINE,
    "headline_box": f'<h1 class="detail-title">{HEADLINE}</h1>',
    "head": "",
    "authors": '<a rel="author" href="/blog/7/widya">Widya Lestari</a>',
    "date": DATE,
    "image": '<img src="https://pict.sindonews.net/dyn/732/pena/news/2026/09/16/34/1745210/a.jpg">',
    "caption": "Petani garam di Rembang. Foto/Koperasi Garam",
    "text": TEXT,
    "tags": '<a href="/topic/1/garam">garam</a>',
}


def draw(url: str = URL, **parts: str) -> Page:
    """Return the page of an article, fetched the day after its publication."""
    unknown = parts.keys() - _PARTS.keys()
    assert not unknown, unknown
    body = _PAGE.format_map(_PARTS | parts)
    return Page.from_bytes(url, body.encode(), NOW, "text/html; charset=utf-8")
