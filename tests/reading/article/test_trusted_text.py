"""What is said of a text that may not be all of its article, or not it alone."""

from datetime import UTC, datetime

import pytest

from newsspider.extract import Page, extract
from newsspider.items import Article

_URL = "https://nasional.sindonews.com/read/1731813/15/posko-sungai-buka-1784618000"
_MENU = "".join(f"<a href='/k{number}'>Kanal</a>" for number in range(14))
_FOOTER = "<footer>" + _MENU + "</footer>"
_TEXT = (
    "Posko sungai buka sejak pagi ini di Muara.<br><br>Warga datang dengan perahu.<br><br>"
    "Petugas menyiapkan <a href='/tag/perahu'>perahu karet</a> untuk warga lanjut usia."
)


def _read(text: str, footer: str = _FOOTER, head: str = "") -> Article:
    return _extracted(_page(text, footer, head))


def _page(text: str, footer: str = _FOOTER, head: str = "") -> str:
    return (
        f"<html><head><title>Posko Sungai Buka</title>{head}</head><body><nav>{_MENU}</nav>"
        "<article><h1 class='detail-title'>Posko Sungai Buka</h1><div class='detail-date-artikel'>"
        f"Selasa, 21 Juli 2026 - 14:45 WIB</div><div id='detail-desc'>{text}</div></article>"
        f"{footer}</body></html>"
    )


def _extracted(source: str) -> Article:
    return extract(Page.from_bytes(_URL, source.encode(), datetime(2026, 7, 22, tzinfo=UTC)))


def test_a_text_with_a_footer_behind_it_is_all() -> None:
    assert _read(_TEXT).warnings == []


@pytest.mark.parametrize(
    ("text", "footer"),
    [
        pytest.param(_TEXT, "", id="cut-and-closed"),
        pytest.param(_TEXT, "<footer><p>Dipadatkan oleh proksi.</p></footer>", id="with-a-footer"),
        pytest.param(_TEXT.replace("perahu'>", "perahu>"), _FOOTER, id="quote-never-closed"),
        pytest.param(_TEXT + "\0" * 512, _FOOTER, id="block-of-zeros"),
        pytest.param(_TEXT.replace("sejak", "sejak" + " " * 60), _FOOTER, id="block-of-blanks"),
        pytest.param(
            _TEXT.replace(" ini di Muara.", "…").replace(" perahu.", " pe…") + " (abc)",
            _FOOTER,
            id="clamped-and-signed",
        ),
    ],
)
def test_a_text_of_which_something_was_lost_is_incomplete(text: str, footer: str) -> None:
    assert "body_incomplete" in _read(text, footer).warnings


@pytest.mark.parametrize(
    ("times", "said", "is_mixed"),
    [
        (12, "Kebiasaan kecil akan menuntun nasib.", True),
        (12, "Allahumma inni as'aluka khairaha wa a'udzu bika min syarriha.", False),
        (12, "“Perahu karet cukup,” kata lurah.", False),
        (1, "“Kami sudah lega,” kata Bu Minah.", False),
    ],
    ids=["of other matter", "in another language", "of the same matter", "in a short text"],
)
def test_a_quotation_of_other_matter_is_told(times: int, said: str, is_mixed: bool) -> None:
    lines = "".join(
        f"<p>Posko ke-{number} di tepi sungai Muara menyiapkan perahu karet untuk warga lanjut usia"
        " yang rumahnya terendam sejak pagi.</p>"
        for number in range(3 * times)
    )
    found = _read(f"{lines}<blockquote><p>{said}</p></blockquote>{lines.replace('ke-', 'no. ')}")
    assert ("body_mixed" in found.warnings) is is_mixed


def test_a_text_that_a_drawing_holds_is_read() -> None:
    lines = "".join(
        f"<foreignObject><div><p>{line}</p></div></foreignObject>"
        for line in _TEXT.split("<br><br>")
    )
    drawn = _read(f"<svg viewBox='0 0 9 9'><title>Gambar</title>{lines}</svg>")
    assert drawn.article_body.split("\n\n") == _read(_TEXT).article_body.split("\n\n")


def test_a_whole_text_that_nobody_signed_is_believed() -> None:
    lines = (
        "Posko sungai buka sejak pagi ini di Muara, dan warga datang dengan perahu.",
        "Petugas dari tiga kecamatan berjaga bergantian di tepi sungai sampai pagi.",
        "Dapur umum menyiapkan nasi bungkus untuk warga yang bertahan di balai desa.",
        "Kepala posko meminta warga lanjut usia dan anak-anak diungsikan lebih dulu.",
    )
    assert _read("<br><br>".join(lines)).warnings == []
    assert _read("<br><br>".join(lines) + " (abc)").warnings == []


@pytest.mark.parametrize(
    "rest",
    [
        "<div><button>1</button><button>2</button></div>",
        "<div><span>‹</span><span>1</span><span>2</span><span>3</span><span>›</span></div>",
        "<form><select><option>Halaman 1 dari 3</option><option>Halaman 2</option></select></form>",
        "<div role='button' onclick='muat()'>Tampilkan sisanya</div>",
        "<div class='s' data-next='/api/isi/2'></div>",
    ],
)
def test_a_text_whose_rest_a_script_brings_is_incomplete(rest: str) -> None:
    assert "body_incomplete" in _read(_TEXT + rest).warnings
    assert "body_incomplete" not in _read(f"{_TEXT} (abc){rest}").warnings


def test_a_text_in_an_element_of_another_meaning_is_read_where_there_is_no_other() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in f"{_TEXT} (abc)".split("<br><br>"))
    for tag in ("footer", "aside", "header"):
        article = _extracted(
            _page("").replace("</article>", f"<{tag}>{paragraphs}</{tag}></article>")
        )
        assert article.article_body.startswith("Posko sungai buka"), tag
    figures = paragraphs.replace("<p>", "<figure><img src='/f.jpg'><figcaption>")
    figures = figures.replace("</p>", "</figcaption></figure>")
    article = _extracted(_page("").replace("</article>", f"{figures}</article>"))
    assert article.article_body.startswith("Posko sungai buka")


def test_the_initials_of_a_renamed_page_confirm_its_text() -> None:
    source = _page(
        f"<p>{_TEXT.replace('<br><br>', '</p><p>')}</p><div class='x-editor'>(abc)</div>"
    )
    article = _extracted(source.replace("detail-", "x-detail-"))
    assert (article.editor, article.warnings) == ("abc", [])


def test_a_text_above_its_headline_is_confirmed_by_its_initials() -> None:
    text = "".join(f"<p>{part}</p>" for part in f"MUARA - {_TEXT} (abc)".split("<br><br>"))
    source = f"<html><head><title>Posko Sungai Buka</title></head><body><main><section>{text}"
    source += "</section><h1>Posko Sungai Buka</h1><p>Selasa, 21 Juli 2026 - 14:45 WIB</p></main>"
    assert _extracted(f"{source}</body></html>").warnings == []


def test_a_text_that_turns_around_its_headline_is_doubted() -> None:
    headline = "Posko Sungai Buka Lagi Sejak Pagi"
    filler = (
        f"Berikut ulasan mengenai {headline} yang perlu Anda ketahui.<br><br>Banyak pembaca mencari"
        f" kabar tentang {headline} pekan ini.<br><br>Semoga bermanfaat bagi para pembaca. (abc)"
    )
    source = _page(filler).replace("Posko Sungai Buka<", f"{headline}<")
    assert "body_unconfirmed" in _extracted(source).warnings


def test_decoys_that_a_style_sheet_hides_are_left_out_and_said() -> None:
    decoy = "<p class='x7'>Harga telur turun lagi di pasar induk pekan ini, kata pedagang.</p>"
    article = _read(
        _TEXT.replace("Warga", f"{decoy}Warga"), head="<style>.x7{display:none}</style>"
    )
    assert "telur" not in article.article_body
    assert article.warnings == ["body_mixed"]


def test_another_story_in_a_section_of_the_text_is_doubtful() -> None:
    story = "<p>Harga telur turun di pasar induk, kata para pedagang sejak kemarin.</p>" * 3
    section = f"<section class='box'><h4>Berita sebelumnya</h4>{story}</section>"
    short = "Posko sungai buka sejak pagi ini di Muara.<br><br>"
    assert "body_mixed" in _read(f"{short}{section}Warga datang dengan perahu.").warnings


def test_what_stands_behind_an_emptied_place_is_not_believed() -> None:
    rest = (
        "</div><p>Warga datang dengan perahu ke posko.</p><p>Posko tutup sore nanti. (abc)</p><div>"
    )
    assert "body_unconfirmed" in _read(rest).warnings


def test_short_codes_of_a_removed_tool_are_left_out() -> None:
    article = _read(_TEXT.replace("Warga", '[caption id="att_12" align="none"]<br><br>Warga'))
    assert "[" not in article.article_body


def test_a_box_of_an_unknown_page_is_not_read_for_being_named_as_noise() -> None:
    source = (
        "<html><head><title>Posko Sungai Buka</title></head><body><main><h1>Posko Sungai Buka</h1>"
        "<time>Selasa, 21 Juli 2026 14:45 WIB</time>"
        "<div><p class='reporter'>Posko sungai buka sejak pagi ini di Muara.</p>"
        "<figure class='iklan'>Perahu karet murah di toko kami.</figure>"
        "<div class='iklan' style='display:none'>Pesan perahu sekarang juga di toko kami.</div>"
        "<p>Petugas menyiapkan perahu karet untuk warga lanjut usia.</p></div></main></body></html>"
    )
    url = "https://kabar.example/posko-sungai-buka"
    article = extract(Page.from_bytes(url, source.encode(), datetime(2026, 7, 22, tzinfo=UTC)))
    assert article.article_body.split("\n\n") == [
        "Posko sungai buka sejak pagi ini di Muara.",
        "Petugas menyiapkan perahu karet untuk warga lanjut usia.",
    ]


def test_a_box_that_sells_the_rest_says_that_the_text_is_not_all() -> None:
    box = (
        "<div class='x'><p>Bagian selanjutnya dapat dibuka dengan 5 permata.</p>"
        "<a href='/isi'>Isi permata mulai Rp5.000</a></div>"
    )
    assert "body_incomplete" in _read(_TEXT + box).warnings


@pytest.mark.parametrize(
    ("said", "is_incomplete"),
    [
        ("<button>0</button><button>1</button><p>Pilih angka, lalu bacaan berlanjut.</p>", True),
        ("<p>Sambung bacaan Anda di ponsel.</p><svg></svg>", True),
        ("<p>template: baca.html:4:18: nil pointer</p>", True),
        ("<p>Lanjutkan membaca di bawah iklan</p>", False),
        ("<p>Ikuti kami di saluran WhatsApp.</p>", False),
    ],
)
def test_a_box_that_keeps_readers_from_the_rest_says_so(said: str, is_incomplete: bool) -> None:
    found = _read(f"{_TEXT}<div class='kotak'>{said}</div>").warnings
    assert ("body_incomplete" in found) is is_incomplete


def test_the_story_in_a_preview_of_a_feed_has_its_own_headline() -> None:
    lines = _TEXT.replace("<br><br>", "</p><p>")
    entry = (
        f"<div class='entry'><h3><a href='{_URL}'>Posko Sungai Buka Sejak Pagi</a></h3>"
        f"<div>Selasa, 21 Juli 2026 - 14:45 WIB</div><div><p>{lines}</p></div></div>"
    )
    source = (
        "<html><head><title>Kabar Nusa Daring</title></head><body><h1>Kabar Nusa Daring</h1>"
        f"<h2>Berita terbaru</h2>{entry}</body></html>"
    )
    article = _extracted(source)
    assert article.headline == "Posko Sungai Buka Sejak Pagi"
    assert article.article_body.startswith("Posko sungai buka sejak pagi ini di Muara.")


@pytest.mark.parametrize(
    "rest",
    [
        "<p>Artikel ini telah tayang di <a href='https://mitra.example/1'>Kabar Pesisir</a>."
        " Selengkapnya dapat dibaca di laman mitra kami tersebut.</p>",
        "<p>Baca berita selengkapnya di aplikasi Kabar Pesisir.</p><p>Bagikan artikel ini</p>",
        "<div style='filter: blur(5px)'><p>Sejumlah pihak masih menunggu penjelasan.</p></div>",
    ],
    ids=["at a partner's", "in an app", "blurred"],
)
def test_a_text_whose_rest_stands_elsewhere_is_incomplete(rest: str) -> None:
    found = _read(_TEXT + rest)
    assert found.article_body == _read(_TEXT).article_body
    assert "body_incomplete" in found.warnings


def test_a_link_to_another_story_behind_a_text_leaves_it_whole() -> None:
    link = "<p>Baca selengkapnya: <a href='/read/2/15/perahu'>Perahu Karet Ditambah</a></p>"
    assert _read(_TEXT + link).warnings == []


@pytest.mark.parametrize(
    ("printed", "warnings"),
    [
        ("[an error occurred while processing this directive]", []),
        ("<b>Notice</b>: Undefined index: isi in <b>/a.php</b> on line <b>3</b>", ["body_mixed"]),
        ("{{ artikel.isi }}", ["body_mixed"]),
    ],
    ids=["an include", "a fault", "a place left unfilled"],
)  # fmt: skip
def test_what_a_program_prints_is_no_text(printed: str, warnings: list[str]) -> None:
    found = _read(_TEXT.replace("<br><br>Petugas", f"<br>{printed}<br>Petugas"))
    assert found.article_body == _read(_TEXT).article_body
    assert found.warnings == warnings
