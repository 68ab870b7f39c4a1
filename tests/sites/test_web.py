"""Pages of hosts that no site owns: their identity, and what the generic reader makes of them."""

from datetime import datetime
from typing import Final

import pytest

from newsspider.extract import Further, NotAnArticle, Page, extract, further
from newsspider.items import to_record
from newsspider.sites.web.addresses import parse
from newsspider.sites.web.site import WEB
from newsspider.store.files.jsonl import from_line, to_line

FETCHED: Final = datetime.fromisoformat("2026-07-22T07:00:00+07:00")
PLAIN: Final = "https://kabarlereng.example/tani/panen-kopi-dimulai-lebih-awal"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.kabarlereng.example/tani/panen-kopi-dimulai-lebih-awal/",
        f"{PLAIN}?utm_source=wa&utm_medium=share#komentar",
        f"{PLAIN}?fbclid=IwAR0x",
        "https://m.kabarlereng.example/tani/panen-kopi-dimulai-lebih-awal",
        f"{PLAIN}/amp",
        f"{PLAIN}?page=2",
        f"{PLAIN}?page=all",
        f"{PLAIN}?m=1",
        f"{PLAIN}?igsh=x&srsltid=y&_x_tr_sl=id",
        f"{PLAIN}&utm_source=wa&utm_medium=share",
        f"{PLAIN};jsessionid=5A1",
        f"{PLAIN}%20",
        f"{PLAIN}\u200b",
        PLAIN.replace(".example", ".example."),
    ],
)
def test_an_article_has_one_identity_however_its_address_is_written(url: str) -> None:
    assert parse(url).id == "web:kabarlereng.example/tani/panen-kopi-dimulai-lebih-awal"


@pytest.mark.parametrize(
    "url",
    [
        f"{PLAIN}-2",
        f"{PLAIN}?id=4",
        f"{PLAIN}?m=7",
        "https://jabar.kabarlereng.example" + PLAIN[27:],
        f"{PLAIN}.html",
    ],
)
def test_another_article_has_another(url: str) -> None:
    assert parse(url).id != parse(PLAIN).id


def test_the_record_keeps_the_address_as_the_site_writes_it() -> None:
    url = "http://www.kabarlereng.example/tani/panen-kopi/?utm_source=wa&id=7"
    assert parse(url).canonical == "http://www.kabarlereng.example/tani/panen-kopi/?id=7"
    assert parse(f"{PLAIN}/page/3").canonical == PLAIN


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://kabarlereng.example", "front"),
        ("https://kabarlereng.example/tag/kopi", "topic"),
        ("https://kabarlereng.example/penulis/euis-komala", "author"),
        ("https://kabarlereng.example/feed", "feed"),
        ("https://kabarlereng.example/sitemap-news.xml", "sitemap"),
        ("https://kabarlereng.example/terkini", "index"),
        ("https://kabarlereng.example/terkini/panen-kopi-dimulai-lebih-awal", "article"),
        ("https://www.sindonews.com/x", "foreign"),
        ("mailto:redaksi@kabarlereng.example", "foreign"),
        ("https://server/x", "foreign"),
    ],
)
def test_what_an_address_is_of(url: str, kind: str) -> None:
    assert WEB.address(url).kind == kind


BODY: Final = """<p>Petani di lereng timur mulai memetik kopi dua pekan lebih awal.</p>
<p>Hujan yang berhenti sejak Mei membuat buah masak serentak, kata penyuluh setempat.</p>
<p>Koperasi menyiapkan tempat jemur tambahan di lapangan desa.</p>"""


def page(head: str, body: str, url: str = PLAIN) -> Page:
    html = f"<html lang='id'><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    return Page.from_bytes(url, html.encode(), FETCHED, "text/html; charset=utf-8")


TITLE: Final = "Panen Kopi Dimulai Lebih Awal"
OWN: Final = "<div class='x'>Senin, 20 Juli 2026 | 09:10 WIB</div>"
LISTED: Final = "<div><i>Selasa, 21 Juli 2026 10:00 WIB</i> <b>Harga Beras</b></div>"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{OWN}<div>{BODY}</div>{LISTED}",
        f"<ul><li>21 Juli 2026 10:00</li></ul><h1>{TITLE}</h1>{OWN}<div>{BODY}</div>",
        f"<p>Rabu, 22 Juli 2026</p><h1>{TITLE}</h1>{OWN}<div>{BODY}</div>",
        f"<div><b>3 menit yang lalu</b></div><h1>{TITLE}</h1>{OWN}<div>{BODY}</div>",
        f"<h1>{TITLE}</h1>{OWN}<p>Diperbarui 21 Juli 2026 | 11:00 WIB</p><div>{BODY}</div>",
        f"<div class='kop'>{TITLE}</div>{OWN}<div>{BODY}</div>",
    ],
    ids=["list below", "list above", "day of the visit", "counted back", "changed", "no h1"],
)
def test_of_several_dates_that_below_the_headline_is_the_articles(body: str) -> None:
    assert extract(page("", body)).date_published == "2026-07-20T09:10:00+07:00"


@pytest.mark.parametrize(
    "body",
    [
        f"{LISTED}{OWN}<h1>{TITLE}</h1><div>{BODY}</div>",
        f"<h1>{TITLE}</h1>{OWN}<div>{BODY}</div>",
        f"<h1>{TITLE}</h1><div>{BODY}</div><p><b>Rani</b> 21 Juli 2026 10:00 WIB</p>",
        f"<h1>{TITLE}</h1><div>{BODY}</div><p>Diperiksa 21 Juli 2026</p>",
    ],
    ids=["rivals", "alone", "of a comment", "of the footer"],
)
def test_a_date_that_nothing_backs_says_so(body: str) -> None:
    assert "date_unconfirmed" in extract(page("", body)).warnings


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:tag" content="kopi"><meta property="article:tag" content="panen">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Panen Kopi'
        ' Dimulai Lebih Awal", "keywords": [{"@type": "DefinedTerm", "name": "kopi"}, "panen"],'
        ' "description": "{{ringkasan}}"}</script>',
    ],
    ids=["metas", "terms"],
)
def test_tags_are_read_in_each_form_and_unfilled_places_in_none(head: str) -> None:
    article = extract(page(head, f"<h1>{TITLE}</h1>{OWN}{BODY}"))
    assert (article.keywords, article.description) == (["kopi", "panen"], None)


def test_a_date_of_days_to_come_is_doubted() -> None:
    stated = '<meta property="article:published_time" content="2027-07-20T09:10:00+07:00">'
    assert "date_unconfirmed" in extract(page(stated, f"<h1>{TITLE}</h1>{BODY}")).warnings
    near = stated.replace("2027-07-20", "2026-07-22")
    assert "date_unconfirmed" not in extract(page(near, f"<h1>{TITLE}</h1>{BODY}")).warnings


@pytest.mark.parametrize(
    "told",
    [
        "<p>Panen raya berlangsung di kebun desa pada 5 Mei 2026 pukul 10.00 WIB.</p>",
        "<p>Panen kopi di lereng itu dimulai pada <b>5 Mei 2026 10.00 WIB</b> oleh petani.</p>",
    ],
    ids=["short paragraph", "bold"],
)
def test_a_date_that_the_text_tells_is_none_of_the_article(told: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        extract(page("", f"<h1>{TITLE}</h1>{told}<div>{BODY}</div>"))
    assert refused.value.reason == "no_date"


def test_a_template_that_names_the_wrong_zone_confirms_the_line_on_the_page() -> None:
    head = '<meta property="article:published_time" content="2026-07-20T09:10:00-07:00">'
    article = extract(page(head, f"<h1>{TITLE}</h1>{OWN}{LISTED}<div>{BODY}</div>"))
    assert article.date_published == "2026-07-20T09:10:00+07:00"
    assert article.warnings == ["date_conflict"]


def test_a_line_that_shows_the_change_yields_to_the_stated_publication() -> None:
    head = (
        '<meta property="article:published_time" content="2026-07-20T08:00:00+07:00">'
        '<meta property="article:modified_time" content="2026-07-20T09:10:00+07:00">'
    )
    article = extract(page(head, f"<h1>{TITLE}</h1>{OWN}<div>{BODY}</div>"))
    assert article.date_published == "2026-07-20T08:00:00+07:00"


def test_a_printed_headline_wins_over_another_one_in_the_head() -> None:
    head = '<meta property="og:title" content="Mengapa Kopi Lereng Timur Masak Serentak">'
    own = "Buah Merah di Bulan Juli"
    html = f"<html><head><title>x</title>{head}</head><body><h1>{own}</h1>{OWN}<div>{BODY}</div>"
    article = extract(Page.from_bytes("https://a.example/b-9", html.encode(), FETCHED))
    assert article.headline == own
    assert "headline_unconfirmed" in article.warnings


def test_a_headline_of_two_words_stands_above_its_date_line() -> None:
    head = '<meta property="og:title" content="Mengapa Kopi Lereng Timur Masak Serentak">'
    html = f"<html><head><title>x</title>{head}</head><body><h1>Buah Merah</h1>{OWN}<p>{BODY}"
    article = extract(Page.from_bytes("https://a.example/b-9", html.encode(), FETCHED))
    assert article.headline == "Buah Merah"


def test_a_printed_day_wins_over_a_moment_of_another_day() -> None:
    head = '<meta property="article:published_time" content="2026-07-18T23:51:43+07:00">'
    article = extract(page(head, f"<h1>{TITLE}</h1><h4>Minggu, 19 Juli 2026</h4>{BODY}"))
    assert article.date_published == "2026-07-19T00:00:00+07:00"
    assert {"date_conflict", "time_unknown"} <= set(article.warnings)


MOMENT: Final = "2026-07-15T18:51:43+00:00"
EMBEDDED: Final = f"<blockquote><p>Panen.</p><time datetime='{MOMENT}'>15/7</time></blockquote>"
COMMENT: Final = f"<div><b>Jali</b> <time class='date' datetime='{MOMENT}'>15/7</time></div>"


@pytest.mark.parametrize("inside", [EMBEDDED, COMMENT], ids=["embedded post", "comment"])
def test_what_stands_in_the_text_has_a_time_of_its_own(inside: str) -> None:
    article = extract(page("", f"<div><h1>{TITLE}</h1><p>20 Juli 2026</p>{BODY}{inside}</div>"))
    assert article.date_published == "2026-07-20T00:00:00+07:00"
    assert "time_unknown" in article.warnings


BYLINE: Final = f"""<ul><li>Ratna</li><meta itemprop="datePublished" content="{MOMENT}"></ul>"""
TICKER: Final = "<div>Terkini <span class='date'>21 Juli 2026 10:00 WIB</span></div>"


def test_microdata_above_the_text_tell_more_than_a_line_far_from_the_headline() -> None:
    body = f"<main><h1>{TITLE}</h1>{BYLINE}<div>{BODY}</div></main>{TICKER}"
    assert extract(page("", body)).date_published == MOMENT


def test_a_stated_date_tells_more_than_a_line_far_from_the_headline() -> None:
    head = f'<meta property="article:published_time" content="{MOMENT}">'
    body = f"<main><h1>{TITLE}</h1><div>{BODY}</div></main>{TICKER}"
    assert extract(page(head, body)).date_published == MOMENT


def test_a_day_of_one_figure_in_the_address_is_a_witness() -> None:
    head = f'<meta property="article:published_time" content="{MOMENT}">'
    url = "https://kabarlereng.example/2024/7/4/panen-kopi-dimulai-lebih-awal"
    assert "address_conflict" in extract(page(head, f"<h1>{TITLE}</h1>{BODY}", url)).warnings


def test_a_line_that_ends_with_a_change_shows_when_the_article_appeared() -> None:
    head = f'<meta property="article:published_time" content="{MOMENT}">'
    head += f'<meta property="article:modified_time" content="{MOMENT}">'
    own = "<p>14 Juli 2026 / 09:10 WIB / Diperbarui 8 jam lalu</p>"
    article = extract(page(head, f"<h1>{TITLE}</h1>{own}<div>{BODY}</div>"))
    assert article.date_published == "2026-07-14T09:10:00+07:00"
    assert "date_conflict" in article.warnings


@pytest.mark.parametrize("tag", ["time", "abbr"])
def test_an_element_made_for_dates_is_no_word_of_a_sentence(tag: str) -> None:
    own = f"Ditulis oleh Ratna Kusuma | Artikel terbit pada <{tag}>20 Juli 2026</{tag}> | Rubrik: "
    own += ", ".join(f"<a href='/r/{name}'>{name}</a>" for name in ("Pertanian", "Perkebunan"))
    listed = "<ul><li>Panen padi (12.07.2025)</li></ul>"
    html = f"<h1>{TITLE}</h1><p>{own}, Koperasi Petani Lereng Timur</p><div>{BODY}</div>{listed}"
    assert extract(page("", html)).date_published == "2026-07-20T00:00:00+07:00"


SHARE: Final = "<div><a href='/x'>Facebook</a> <a href='/y'>Copy Link</a></div>"
ASIDE: Final = "<div><p>Baca Juga</p><ul><li><a href='/z'>Harga Beras</a></li></ul></div>"
SECTION: Final = "<div class='bagian'><h2>{}</h2>{}</div>"
READER: Final = """<p>"Semoga harganya ikut naik," tulis seorang petani di laman koperasi.</p>
<p>Petani lain menunggu sampai gudang penuh sebelum menjual.</p>"""


@pytest.mark.parametrize(
    "text",
    [
        f"{SHARE}<div>{BODY.replace('</p>', '</p>' + ASIDE, 1)}</div>",
        f"<div>{BODY.replace('<p>', '').replace('</p>', '<br><br>' + ASIDE)}</div>",
        f"<div>{BODY}<p>Buah kopi merah di kebun (Sumber: Instagram/lerengtimur)</p></div>",
        f"<div>{BODY}<p>Kebun kopi di lereng ©2026 Kabarlereng.com</p></div>",
        f"<q>... hujan yang berhenti sejak Mei membuat buah masak serentak ...</q><br>{BODY}",
    ],
    ids=["links before and between", "boxes between lines", "caption", "rights", "pull quote"],
)
def test_a_short_text_is_read_whole_and_nothing_else(text: str) -> None:
    body = extract(page("", f"<h1>{TITLE}</h1>{OWN}{text}")).article_body
    assert body.split("\n\n") == [line.strip("</p>") for line in BODY.splitlines()]


@pytest.mark.parametrize("name", ["paywall", "x9"])
@pytest.mark.parametrize(
    "wall",
    [
        "Berlangganan untuk membaca artikel ini selengkapnya. Sudah berlangganan? Masuk di sini.",
        "Artikel ini khusus pelanggan. Masuk atau daftar untuk melanjutkan membaca.",
        "Anda telah mencapai batas artikel gratis. Daftar untuk terus membaca.",
        "Konten premium. Silakan login untuk membaca seluruh artikel.",
        "</p><h3>Artikel Premium</h3><p>Hanya untuk pelanggan.</p><p>Langganan sekarang",
        "<button>Berlangganan untuk membaca selengkapnya</button>",
        "Subscribe to continue reading this article.",
        "Kuota artikel gratis Anda bulan ini sudah habis.",
    ],
)
def test_a_text_that_ends_at_a_wall_is_not_whole(name: str, wall: str) -> None:
    stub = f"<div>{BODY}<div class='{name}'><p>{wall}</p></div></div>"
    assert "body_incomplete" in extract(page("", f"<h1>{TITLE}</h1>{OWN}{stub}")).warnings


@pytest.mark.parametrize(
    "note",
    [
        "Berlangganan buletin kami untuk membaca berita terbaru setiap pagi.",
        "Silakan masuk untuk berkomentar pada artikel ini.",
        "Dukung jurnalisme kami dengan berlangganan mulai hari ini.",
    ],
)
def test_a_text_above_an_offer_of_something_else_is_whole(note: str) -> None:
    whole = f"<div>{BODY}<div class='langganan'><p>{note}</p></div></div>"
    assert "body_incomplete" not in extract(page("", f"<h1>{TITLE}</h1>{OWN}{whole}")).warnings


def test_a_section_of_the_text_may_be_called_comments() -> None:
    sections = "".join(
        SECTION.format(name, text)
        for name, text in (("Panen", BODY), ("Gudang", BODY.replace("kopi", "teh")))
    )
    read = extract(page("", f"<h1>{TITLE}</h1>{OWN}{sections}{SECTION.format('Komentar', READER)}"))
    assert "sampai gudang penuh" in read.article_body


def test_a_section_that_neither_page_nor_address_names_is_empty_and_the_article_stored() -> None:
    url = "https://kabarlereng.example/panen-kopi-dimulai-lebih-awal"
    line = to_line(to_record(extract(page("", f"<h1>{TITLE}</h1>{OWN}<div>{BODY}</div>", url))))
    assert from_line(line.strip())["section"] == ""


def test_sections_come_from_the_page_else_from_the_address() -> None:
    body = f"<h1>{TITLE}</h1>{OWN}<div>{BODY}</div>"
    stated = '<meta property="article:section" content="Perkebunan">'
    assert extract(page(stated, body)).section == "Perkebunan"
    assert extract(page("", body)).section == "tani"


def test_a_list_is_refused() -> None:
    with pytest.raises(NotAnArticle) as refused:
        extract(page("", f"<h1>Kopi</h1>{BODY}", "https://kabarlereng.example/tag/kopi"))
    assert refused.value.reason == "listing"


REST: Final = """<p>Harga di tingkat petani masih dirundingkan dengan para pengepul dari kota.</p>
<p>Panen raya diperkirakan berlangsung sampai akhir September, kata ketua koperasi.</p>"""


@pytest.mark.parametrize(
    ("pager", "found"),
    [
        ('<a href="?page=2">2</a> <a href="?page=3">3</a>', [f"{PLAIN}?page=2", f"{PLAIN}?page=3"]),
        (f'<a href="{PLAIN}/page/2">Halaman berikutnya</a>', [f"{PLAIN}/page/2"]),
        (f'<a href="{PLAIN}/hal/2/">2</a>', []),
        ('<a href="/tani/kopi-robusta-naik-harga-lagi?page=2">2</a>', []),
        ('<a href="?replytocom=2">Balas</a>', []),
    ],
)
def test_further_pages_are_asked_for_as_the_page_links_to_them(
    pager: str, found: list[str]
) -> None:
    first = page("", f"<h1>{TITLE}</h1><article>{BODY}{pager}</article>")
    assert further(first) == Further(None, found)


def test_the_whole_text_is_asked_for_where_the_page_links_to_it() -> None:
    pager = '<a href="?page=2">2</a><a href="?page=all">Tampilkan semua</a>'
    first = page("", f"<h1>{TITLE}</h1><article>{BODY}{pager}</article>")
    assert further(first) == Further(f"{PLAIN}?page=all", [f"{PLAIN}?page=2"])


def test_further_pages_are_joined_and_a_page_that_comes_again_is_not() -> None:
    dated = "<h1>{}</h1><p>Selasa, 21 Juli 2026 - 09:10 WIB</p><article>{}{}</article>"
    pager = '<div><a href="?page=2">2</a></div>'
    first = page("", dated.format(TITLE, BODY, pager))
    second = page("", dated.format(TITLE, REST, pager), f"{PLAIN}?page=2")
    joined = extract(first, second).article_body
    assert joined.startswith("Petani di lereng timur")
    assert joined.endswith("kata ketua koperasi.")
    again = page("", dated.format(TITLE, BODY, pager), f"{PLAIN}?page=2")
    assert extract(first, again).article_body.count("Petani di lereng timur") == 1


FORM: Final = "<form><div class='g-recaptcha'></div><textarea name='komentar'></textarea></form>"


@pytest.mark.parametrize(("said", "reason"), [(8, "no_date"), (1, "block_page")])
def test_a_form_for_comments_is_no_challenge_but_a_page_of_little_else_is(
    said: int, reason: str
) -> None:
    html = f"<html><head><title>x</title></head><body><h1>{TITLE}</h1>{BODY * said}{FORM}</body>"
    with pytest.raises(NotAnArticle) as refused:
        extract(Page.from_bytes("https://a.example/b-9", html.encode(), FETCHED))
    assert refused.value.reason == reason


def test_an_article_about_robots_is_no_challenge() -> None:
    title = "Robot Pemetik Kopi Dimulai"
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{BODY}</body>"
    with pytest.raises(NotAnArticle) as refused:
        extract(Page.from_bytes("https://a.example/b-9", html.encode(), FETCHED))
    assert refused.value.reason == "no_date"
