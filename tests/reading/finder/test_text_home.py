"""Where the text of a page in an unknown layout is."""

import pytest
from lxml import etree, html

from newsspider.reading.finder.text_home import find
from newsspider.reading.html.paragraphs import paragraphs
from newsspider.reading.trust.claims import Claims

_HEADLINE = "Kapal Listrik Nelayan Muncar Melaut"
_TEXT = [
    "Kapal listrik rakitan nelayan Muncar melaut untuk pertama kali pada Senin pagi.",
    "Baterainya cukup untuk empat puluh kilometer, kata ketua kelompok nelayan itu.",
    "Pemerintah kabupaten menyiapkan dua tempat pengisian di dermaga lama.",
    "Warga menyambut kapal itu dengan rebana dan nasi tumpeng.",
]
_RELATED = (
    "<aside><h3>Berita Terkait</h3><a href='/1'>Harga Telur Turun</a><p>Pasokan dari peternak"
    " kembali lancar setelah tersendat.</p></aside>"
)


def _read(column: str) -> list[str]:
    page = f"<html><body><nav><a href='/'>Beranda</a></nav>{column}{_RELATED}</body></html>"
    root = html.document_fromstring(page)
    headline = next(root.iter("h1"), None)
    found = find(root, headline, Claims(_HEADLINE))
    if found is None:
        return []
    return [paragraph.text for paragraph in paragraphs(found.container, skip=found.skip)]


def _each(template: str) -> str:
    return "".join(template.format(line) for line in _TEXT)


@pytest.mark.parametrize(
    "column",
    [
        f"<article><h1>{_HEADLINE}</h1><p>24 Juli 2026</p>{_each('<p>{}</p>')}</article>",
        f"<div><h1>{_HEADLINE}</h1><div class='x1'>{_each('<div>{}</div>')}</div></div>",
        f"<div><h1>{_HEADLINE}</h1><div>{'<br><br>'.join(_TEXT)}</div></div>",
        f"<div><h1>{_HEADLINE}</h1><div>{_each('<x-par>{}</x-par>')}</div></div>",
        f"<div><h1>{_HEADLINE}</h1><div>{_each('<span>{}</span>')}</div></div>",
        f"<div><h1>{_HEADLINE}</h1>{_each('<div><div><p>{}</p></div></div>')}</div>",
        f"<div><h1>{_HEADLINE}</h1><div class='a'><p>{_TEXT[0]}</p><p>{_TEXT[1]}</p></div>"
        "<div><span>Iklan</span></div>"
        f"<div class='b'><p>{_TEXT[2]}</p><p>{_TEXT[3]}</p></div></div>",
        f"<div><h1>{_HEADLINE}</h1>"
        + _each("<div class='row'><div>{}</div><div><img src='/f.jpg'></div></div>")
        + "</div>",
        f"<table><tr><td><h1>{_HEADLINE}</h1></td></tr>"
        f"<tr><td>{_each('<p>{}</p>')}</td></tr></table>",
    ],
    ids=["p", "div", "br", "own-element", "span", "boxes", "two-boxes", "rows", "table"],
)
def test_paragraphs_are_found_however_they_are_set(column: str) -> None:
    assert _read(column) == _TEXT


def test_comments_behind_the_text_are_none_of_it() -> None:
    said = (
        "<div><b>Bang Jali</b><p>Semoga pemerintah menepati janjinya kepada kami semua.</p></div>"
    )
    text = f"<div>{_each('<p>{}</p>')}</div>"
    assert _read(f"<div><h1>{_HEADLINE}</h1>{text}<div>{said * 3}</div></div>") == _TEXT


def test_a_teaser_between_the_paragraphs_is_none_of_them() -> None:
    teaser = "<div><a href='/2'>Jembatan Baru Dibuka</a><p>Pengerjaan sempat berhenti.</p></div>"
    text = f"<div><p>{_TEXT[0]}</p>{teaser}{''.join(f'<p>{t}</p>' for t in _TEXT[1:])}</div>"
    assert _read(f"<div><h1>{_HEADLINE}</h1>{text}</div>") == _TEXT


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "fb-post", "tiktok-embed"])
def test_a_post_embedded_between_the_paragraphs_is_none_of_them(name: str) -> None:
    post = (
        f"<blockquote class='{name}'><p>Jalan sudah dibuka!</p>&mdash; Dinas (@dinas)</blockquote>"
    )
    text = f"<div><p>{_TEXT[0]}</p>{post}{''.join(f'<p>{t}</p>' for t in _TEXT[1:])}</div>"
    assert _read(f"<div><h1>{_HEADLINE}</h1>{text}</div>") == _TEXT


def test_a_form_between_the_paragraphs_is_none_of_them() -> None:
    form = "<form><p>Apakah Anda setuju dengan langkah itu?</p><input type='radio'> Ya</form>"
    text = f"<div><p>{_TEXT[0]}</p>{form}{''.join(f'<p>{t}</p>' for t in _TEXT[1:])}</div>"
    assert _read(f"<div><h1>{_HEADLINE}</h1>{text}</div>") == _TEXT


def test_pages_that_a_script_shows_one_by_one_are_text() -> None:
    first, second = _TEXT[:2], _TEXT[2:]
    hidden = "".join(f"<p>{line}</p>" for line in second)
    text = f"<div class='part'>{''.join(f'<p>{line}</p>' for line in first)}"
    text += f"<div class='part page' style='display:none'>{hidden}</div></div>"
    root = html.document_fromstring(f"<html><body><h1>{_HEADLINE}</h1>{text}</body></html>")
    found = find(root, next(root.iter("h1")), Claims(_HEADLINE))
    assert found is not None
    said = paragraphs(found.container, skip=found.skip, through=found.through)
    assert [paragraph.text for paragraph in said] == _TEXT


def test_a_page_of_links_has_no_text() -> None:
    rows = "".join(f"<li><a href='/{n}'>Kabar nomor {n} dari daerah</a></li>" for n in range(9))
    assert _read(f"<h1>Nasional</h1><ul>{rows}</ul>") == []


def test_an_empty_page_has_no_text() -> None:
    root = etree.fromstring("<html/>", etree.HTMLParser())
    assert find(root, None, Claims()) is None


def test_a_text_in_the_layer_that_holds_the_headline_is_found() -> None:
    layer = f'<div role="dialog"><h1>{_HEADLINE}</h1><div>{_each("<p>{}</p>")}</div></div>'
    assert _read(layer) == _TEXT


def test_entries_of_a_live_blog_are_the_text() -> None:
    entries = _each("<div class='e'><div>08.15 WIB</div><p>{}</p></div>")
    read = _read(f"<article><h1>{_HEADLINE}</h1><div>{entries}</div></article>")
    assert [line for line in read if line != "08.15 WIB"] == _TEXT


def test_paragraphs_that_are_links_to_themselves_are_prose() -> None:
    linked = "".join(f"<p id='p{n}'><a href='#p{n}'>{t}</a></p>" for n, t in enumerate(_TEXT))
    assert _read(f"<article><h1>{_HEADLINE}</h1><div>{linked}</div></article>") == _TEXT


def test_short_lines_between_paragraphs_that_are_set_as_they_are_belong_to_the_text() -> None:
    rows = ["Perahu Jarak Hari", "1 Melati 40 Senin", "2 Kenanga 35 Selasa"]
    said = [_TEXT[0], "Rinciannya begini:", _TEXT[1], *rows, *_TEXT[2:]]
    lines = "".join(f"<p>{line}</p>" for line in said)
    assert _read(f"<div><h1>{_HEADLINE}</h1>{lines}</div>") == said


@pytest.mark.parametrize("slot", ["<amp-ad><div>Iklan</div></amp-ad>", "<script>iklan()</script>"])
def test_a_subhead_above_a_slot_that_is_no_text_belongs_to_the_text(slot: str) -> None:
    said = [_TEXT[0], "Dayanya Cukup Jauh", *_TEXT[1:]]
    lines = "".join(f"<p>{line}</p>" for line in said).replace("Jauh</p>", f"Jauh</p>{slot}")
    assert _read(f"<article><h1>{_HEADLINE}</h1>{lines}</article>") == said


def test_short_lines_behind_the_text_are_none_of_it() -> None:
    lines = "<p>Beranda Utama</p><p>Tentang Pabrik</p><p>Kontak Iklan</p>"
    assert _read(f"<div><h1>{_HEADLINE}</h1>{_each('<p>{}</p>')}{lines}</div>") == _TEXT


def test_a_short_line_with_buttons_beside_it_is_text_where_all_paragraphs_have_them() -> None:
    said = [*_TEXT[:2], "Kapal kedua menyusul pekan depan \N{SHIP}", *_TEXT[2:]]
    row = "<div class='b'><p>{}</p><div><button>Kutip</button></div></div>"
    lines = "".join(map(row.format, said))
    assert _read(f"<article><h1>{_HEADLINE}</h1><div>{lines}</div></article>") == said


def test_a_lead_beside_the_headline_does_not_stand_for_the_text_in_a_box_of_its_own() -> None:
    """The box opens with a heading of its own, and a long text has few words of a short lead."""
    lead = "Kapal listrik itu melaut dari Muncar."
    box = f"<div class='isi'><h3>Laporan Pesisir</h3>{_each('<p>{}</p>')}</div>"
    column = f"<article><header><h1>{_HEADLINE}</h1><p>{lead}</p></header>{box}</article>"
    assert _read(column)[-4:] == _TEXT


def test_articles_that_an_endless_page_adds_are_none_of_the_text() -> None:
    added = [
        "Kapal listrik kedua menyusul melaut dari dermaga Muncar pada Selasa sore.",
        "Ketua kelompok nelayan memesan baterai yang cukup untuk delapan kapal.",
    ]
    second = "".join(f"<p>{line}</p>" for line in added)
    column = (
        f"<div><article class='kabar'><h1>{_HEADLINE}</h1>{_each('<p>{}</p>')}</article>"
        f"<article class='kabar'><h1>Kapal Kedua Menyusul</h1>{second}</article></div>"
    )
    assert _read(column) == _TEXT


def test_a_short_line_set_as_the_paragraphs_around_it_is_one_of_them() -> None:
    said = [_TEXT[0], "Bunyinya begini:", *_TEXT[1:3], "Tarifnya masih dibahas…", _TEXT[3]]
    boxes = "".join(f"<div class='subscriber-only'><p>{line}</p></div>" for line in said)
    assert _read(f"<div><h1>{_HEADLINE}</h1><div>{boxes}</div></div>") == said
    link = "<div class='subscriber-only'><p><a href='/2'>Jembatan Baru Dibuka</a></p></div>"
    boxes = boxes.replace("Bunyinya begini:", "Bagikan artikel ini") + link
    assert _read(f"<div><h1>{_HEADLINE}</h1><div>{boxes}</div></div>") == [said[0], *said[2:]]


_LAST_OF = (
    "<section><h2>Kabar terakhir tentang {} selatan Banyuwangi:</h2>"
    "<div><article><h3><a href='/3'>Harga Garam Naik Lagi</a></h3>"
    "<p>Petambak di Madura menahan stok garam mereka sampai harga naik lagi.</p></article></div>"
    "<div><article><h3><a href='/4'>Pelajar Tuban Menanam Bakau</a></h3>"
    "<p>Dua hektare bakau sudah rimbun dan menjadi rumah kepiting.</p></article></div></section>"
)


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='comments-area'><p>Semoga kapal itu awet, kami juga mau.</p>"
        "<p>Di desa kami belum ada dermaga untuk mengisi baterai.</p></div>",
        f"<div class='baris'>{_LAST_OF.format('pesisir')}{_LAST_OF.format('pelabuhan')}</div>",
    ],
    ids=["comments", "teasers"],
)
def test_what_stands_beside_the_box_of_the_text_is_none_of_it(beside: str) -> None:
    text = f"<div class='isi'>{_each('<p>{}</p>')}</div>"
    assert _read(f"<article><h1>{_HEADLINE}</h1>{text}{beside}</article>") == _TEXT


def test_a_box_at_the_end_of_the_page_that_is_about_nothing_of_it_is_none_of_the_text() -> None:
    notice = (
        "Peramban Anda sedang mencoba mencetak halaman situs internet ini di atas kertas.",
        "Hematlah kertas dan tinta, sebab tulisan di layar selalu lebih mutakhir.",
    )
    below = "".join(f"<p>{line}</p>" for line in notice)
    column = f"<div><div><h1>{_HEADLINE}</h1><div>{_each('<p>{}</p>')}</div></div></div>"
    assert _read(f"{column}<div id='cetak'>{below}</div>") == _TEXT


def test_short_lines_in_one_paragraph_and_the_label_of_a_list_belong_to_the_text() -> None:
    parts = ["Ukuran kapal:", "Panjang 9 meter", "Lebar 2 meter", "Bobot 3 ton"]
    steps = ["Isi baterai sampai penuh.", "Lepaskan tali tambat."]
    said = [_TEXT[0], *parts, _TEXT[1], "Cara melaut:", *steps, *_TEXT[2:]]
    listed = "".join(f"<li>{step}</li>" for step in steps)
    column = (
        f"<h1>{_HEADLINE}</h1><p>{_TEXT[0]}</p><p>{'<br>'.join(parts)}</p><p>{_TEXT[1]}</p>"
        f"<p>Cara melaut:</p><ol>{listed}</ol><p>{_TEXT[2]}</p><p>{_TEXT[3]}</p>"
    )
    assert _read(f"<div>{column}</div>") == said
