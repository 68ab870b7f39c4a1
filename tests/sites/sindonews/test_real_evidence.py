"""What public evidence of 2015-2026 says of the site's pages, by its own class and id names.

Filter lists and the site's advertising script name the boxes within the text; pasted bodies show
how opinions open; regional pages of 2018-20 end in the initials of the editor.
"""

from datetime import UTC, datetime
from typing import Final

import pytest

from newsspider.extract import Page, extract
from newsspider.items import Article
from tests.support.drawn_pages import TEXT, draw

FETCHED: Final = datetime(2020, 1, 29, 4, 0, tzinfo=UTC)
PAGE: Final = """<!DOCTYPE html><html lang="id-ID"><head><meta charset="utf-8">
<title>{title} - SINDOnews.com</title><meta property="og:title" content="{title}">
<meta name="description" content="{title}: warga desa bercerita."></head>
<body>{body}</body></html>"""


def read(url: str, title: str, body: str) -> Article:
    page = PAGE.format(title=title, body=body).encode()
    return extract(Page.from_bytes(url, page, FETCHED, "text/html; charset=utf-8"))


BOXES: Final = (
    'id="me-div-gpt-ad-parallax"', 'id="me-div-gpt-ad-stickyad"', 'class="ad-me"',
    'class="ad-box"', 'class="adtp"', 'class="banner-ad"', 'class="adnone"',
    'class="parallax-non t600"', 'class="parallax-close"', 'class="share-box"',
    'class="float-sosmed"', 'class="follow-me"', 'id="advertnativeDiv"', 'id="tpads7"',
    'class="content-ad"', 'id="slot-ad-12"',
)  # fmt: skip


@pytest.mark.parametrize("box", BOXES)
def test_boxes_of_advertising_and_sharing_are_no_text(box: str) -> None:
    inside = f"<div {box}>Nikmati akhir pekan yang cerah bersama keluarga di rumah.</div>"
    article = extract(draw(text=TEXT.replace("<br><br>", f"<br><br>{inside}", 1)))
    assert article.article_body == extract(draw()).article_body
    assert article.warnings == []


HIKING: Final = (
    "https://jatim.sindonews.com/read/9911/1/warga-desa-bangun-jalur-pendakian-1580194800"
)


def test_the_reporter_of_a_regional_page_may_be_the_editors_initials() -> None:
    article = read(
        HIKING,
        "Warga Desa Bangun Jalur Pendakian",
        """<h1 class="tahoma">Warga Desa Bangun Jalur Pendakian</h1>
        <time>Selasa, 28 Januari 2020 - 14:05 WIB</time>
        <section class="article col-md-11"><p>MALANG - Warga desa membangun jalur pendakian baru
        di lereng gunung.</p><p>Jalur itu dibuka pekan depan.</p>
        <span class="reporter">(zik)</span></section>""",
    )
    assert article.layout == "2018-20-regional"
    assert article.authors == []
    assert article.editor == "zik"
    assert article.article_body.endswith("Jalur itu dibuka pekan depan.")


@pytest.mark.parametrize("line", ["(rhs)", "( rhs )", "(min/rhs)"])
def test_initials_in_the_line_of_authors_are_no_author(line: str) -> None:
    assert extract(draw(authors=line)).authors == []


OPINION: Final = (
    "https://nasional.sindonews.com/read/122455/18/warga-desa-dan-pilihan-yang-sulit-1596517200"
)
OPENING: Final = """<strong>Ratna Kusumawardani</strong><br>Dosen Ilmu Politik Universitas Kawi<br>
@ratnakusuma<br><br>"""


@pytest.mark.parametrize(
    "opening",
    [
        OPENING,
        OPENING.replace("@ratnakusuma<br>", ""),
        OPENING.replace("Dosen Ilmu Politik Universitas Kawi<br>", ""),
    ],
)
def test_writer_job_and_handle_that_open_an_opinion_are_its_author(opening: str) -> None:
    article = read(
        OPINION,
        "Warga Desa dan Pilihan yang Sulit",
        f"""<div class="article"><h1>Warga Desa dan Pilihan yang Sulit</h1>
        <time>Selasa, 4 Agustus 2020 - 12:00 WIB</time><div id="content">
        {opening}<strong>SAYA</strong> belum pernah melihat warga desa menghadapi pilihan
        sesulit tahun ini.<br><br>Sawah dijual, atau anak berhenti sekolah.</div></div>""",
    )
    assert article.authors == ["Ratna Kusumawardani"]
    assert article.article_body.startswith("SAYA belum pernah melihat warga desa")


@pytest.mark.parametrize(
    "opening",
    [
        "<strong>Kronologi Kejadian</strong><br>Pukul 05.00 warga mendengar suara keras.<br>",
        "<strong>Ratna Kusumawardani</strong> belum pernah melihat sawah sekering ini.<br><br>",
        "<strong>Jakarta Utara</strong><br>Penjaringan<br>Tanjung Priok<br>",
    ],
)
def test_subheads_and_sentences_that_open_a_text_are_text(opening: str) -> None:
    text = f"{opening}Petani garam di Rembang memanen dua kali lipat.<br><br>Gudang baru dibuka."
    article = extract(draw(text=text))
    assert article.authors == ["Widya Lestari"]
    assert article.article_body.split("\n\n")[0][:6] in ("Kronol", "Ratna ", "Jakart")


def test_the_head_of_the_page_tells_the_headline_from_the_name_of_a_section() -> None:
    url = "https://gensindo.sindonews.com/read/10111/700/6-warga-desa-jadi-ilustrator-1580194800"
    article = read(
        url,
        "6 Warga Desa Jadi Ilustrator",
        """<h1>GenSINDO</h1><div class="article"><h1>6 Warga Desa Jadi Ilustrator</h1>
        <time>Selasa, 28 Januari 2020 - 14:05 WIB</time><div id="content">JAKARTA - Enam warga desa
        menjadi ilustrator buku anak.<br><br>Karya mereka dipamerkan. (wid)</div></div>""",
    )
    assert article.headline == "6 Warga Desa Jadi Ilustrator"


SIDE: Final = """<div class="article"><a href="/read/1/2/x-1580268000">Lain</a>
<time>Rabu, 29 Januari 2020 - 10:00 WIB</time></div>"""
VILLAGE: Final = "https://daerah.sindonews.com/read/1515001/174/warga-desa-tanam-pohon-1580194800"


def village(line: str, side: str, below: str = "") -> Article:
    return read(
        VILLAGE,
        "Warga Desa Tanam Pohon",
        f"""<div class="article"><h1>Warga Desa Tanam Pohon</h1>{line}<div id="content">MALANG -
        Warga desa menanam pohon di lereng gunung.<br><br>Bibitnya dari sekolah. (wid)</div>{below}
        </div>{side}""",
    )


def test_the_date_of_a_side_list_is_not_the_articles() -> None:
    article = village('<div class="tgl">Selasa, 28 Januari 2020 - 14:05 WIB</div>', SIDE)
    assert article.date_published == "2020-01-28T14:05:00+07:00"
    assert article.date_published_raw == "Selasa, 28 Januari 2020 - 14:05 WIB"


def test_a_count_back_in_a_side_list_yields_to_the_line_below_the_text() -> None:
    line = "<p>Selasa, 28 Januari 2020 - 14:05 WIB</p>"
    side = '<div class="article"><span class="date">20 detik yang lalu</span></div>'
    for article in (village(side, "", line), village("", side, line)):
        assert article.date_published == "2020-01-28T14:05:00+07:00"
        assert article.date_published_source == "visible"


def test_a_count_back_that_is_all_there_is_stays_the_date() -> None:
    article = village('<div class="tgl date">2 jam yang lalu</div>', "")
    assert article.date_published_raw == "2 jam yang lalu"
