"""Pages in a known layout that do not hold all of their article's text."""

from datetime import UTC, datetime

import pytest

from newsspider.extract import Page, extract

_URL = "https://nasional.sindonews.com/read/1731813/15/posko-sungai-buka-1784618000"
_MENU = "".join(f"<a href='/k{number}'>Kanal</a>" for number in range(14))
_OPENING = "Posko sungai buka sejak pagi ini di Muara."
_END = "Petugas menyiapkan perahu karet untuk warga lanjut usia."


def _warnings(text: str) -> list[str]:
    source = (
        f"<html><head><title>Posko Sungai Buka</title></head><body><nav>{_MENU}</nav><article>"
        "<h1 class='detail-title'>Posko Sungai Buka</h1><div class='detail-date-artikel'>Selasa, 21"
        f" Juli 2026 - 14:45 WIB</div><div id='detail-desc'>{text}</div></article><footer>{_MENU}"
        "</footer></body></html>"
    )
    page = Page.from_bytes(_URL, source.encode(), datetime(2026, 7, 22, tzinfo=UTC))
    return list(extract(page).warnings)


_CARD = (
    "<article class='k'><h4><a href='/read/{0}'>Harga Telur Turun Lagi</a></h4><p>Pedagang di pasar"
    " induk mengatakan pasokan dari peternak lokal kembali lancar.</p></article>"
)


def test_an_unsigned_text_that_other_stories_follow_is_incomplete() -> None:
    cards = "".join(map(_CARD.format, range(3)))
    said = f"<p>{_OPENING}</p><p>{_END}"
    behind = f"<section class='x'><h3>Cerita lain</h3>{cards}</section>"
    assert "body_incomplete" in _warnings(f"{said}</p>{behind}")
    assert "body_incomplete" not in _warnings(f"{said} (abc)</p>{behind}")
    assert _warnings(f"{said}</p><section class='x'>{_CARD.format(1)}</section>") == []


_PLACE = "<div class='q' style='height:96px'></div>"


@pytest.mark.parametrize("place", [_PLACE, _PLACE.replace("height", "color:red; min-height")])
def test_places_that_stay_empty_lack_their_paragraphs(place: str) -> None:
    said = f"<p>{_OPENING}</p>{place}<p>Warga datang.</p>{place}<p>{_END}"
    assert _warnings(f"{said}</p>") == ["body_incomplete"]
    assert _warnings(f"{said} (abc)</p>") == []


@pytest.mark.parametrize(
    "place",
    [
        _PLACE.replace("'q'", "'ads-slot'"),
        _PLACE.replace("'q'", "'q' id='slot-3'"),
        _PLACE.replace("96px", "0"),
        "<div class='q' style='clear:both'></div>",
    ],
    ids=["named as an advertisement's", "with an id", "without a height", "a break"],
)
def test_places_for_other_things_say_nothing(place: str) -> None:
    said = f"<p>{_OPENING}</p>{place}<p>Warga datang.</p>{place}<p>{_END}</p>"
    assert _warnings(said) == []


def test_a_note_on_a_cut_says_that_the_text_is_incomplete() -> None:
    note = "[Isi dipangkas: melewati batas 64 KB]"
    assert "body_incomplete" in _warnings(f"<p>{_OPENING}</p><p>{_END}</p><p>{note}</p>")


def _warnings_anywhere(behind: str) -> list[str]:
    """The warnings of a page in no known layout, with a box behind its text."""
    said = (
        "Petani di lereng Merapi mulai memanen cabai rawit sejak awal pekan setelah hujan reda.",
        "Ketua kelompok tani Sumber Rejeki menyebut hasil panen tahun ini naik seperlima.",
        "Harga di tingkat petani bertahan pada Rp38.000 per kilogram sampai Kamis siang.",
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in said)
    source = (
        "<html><head><title>Panen Cabai di Lereng Merapi</title></head><body><main><h1>Panen Cabai"
        " di Lereng Merapi</h1><time datetime='2026-07-21T10:15:00+07:00'>Selasa, 21 Juli 2026"
        f" 10:15 WIB</time><div class='isi'>{text}</div>{behind}</main></body></html>"
    )
    url = "https://kabar.example/read/1/panen-cabai-di-lereng-merapi"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 7, 22, tzinfo=UTC))
    return list(extract(page).warnings)


@pytest.mark.parametrize(
    "gate",
    [
        "<div class='q'><h3>Silakan berlangganan untuk membaca artikel lengkap</h3></div>",
        "<div class='q'><h3>Konten premium</h3><p>Artikel ini khusus pelanggan.</p></div>",
        "<div class='q'><p>Baca selengkapnya di aplikasi kami.</p></div>",
    ],
)
def test_a_gate_behind_a_text_of_any_layout_says_that_it_is_incomplete(gate: str) -> None:
    assert "body_incomplete" in _warnings_anywhere(gate)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='q'><p>Masuk untuk menulis komentar pada artikel ini.</p></div>",
        "<div class='q'><p>Daftar newsletter kami untuk membaca kabar tani tiap pagi.</p></div>",
        "<div class='q'><p>Login untuk menyimpan artikel</p></div>",
    ],
)
def test_other_things_to_log_in_for_are_no_gate(box: str) -> None:
    assert "body_incomplete" not in _warnings_anywhere(box)


_COMMENTS = (
    "<section><h4>12 Tanggapan</h4>"
    + "<div><b>Pak Tani</b><p>Semoga harga cabai bertahan sampai musim hujan berikutnya, sebab"
    " ongkos angkut dari lereng ke pasar induk sudah naik dua kali sejak awal tahun.</p></div>"
    * 3
    + "</section>"
)
_LOG_IN = (
    "<div class='q'><h4>{0}</h4><p>Tanpa biaya, cukup beberapa saat.</p><button>Lanjut dengan"
    " Google</button><button>Lanjut dengan Apple</button>{1}</div>"
)
_FOR_FEW = (
    "<div class='q'><h3>Konten ini khusus pelanggan</h3><p>Anda sudah membaca bagian awalnya."
    " Dengan berlangganan, seluruh laporan panen kami terbuka, begitu pula arsip harga sejak 2009"
    " dan buletin mingguan dari redaksi.</p><div><b>Sebulan</b> Rp24.000</div><div><b>Setahun</b>"
    " Rp240.000</div><a href='/paket'>Pilih paket</a><p>Dapat dihentikan kapan saja.</p></div>"
)


@pytest.mark.parametrize(
    "behind",
    [
        _LOG_IN.format("Masuk untuk melanjutkan", _COMMENTS),
        _FOR_FEW,
        f"<div class='r'></div><p>Bagikan</p>{_FOR_FEW}",
    ],
    ids=["log-in over comments", "for subscribers", "third behind the text"],
)
def test_the_first_lines_of_a_long_box_say_that_the_rest_is_closed(behind: str) -> None:
    assert "body_incomplete" in _warnings_anywhere(behind)
    said = f"<p>{_OPENING}</p><p>{_END}</p>"
    assert "body_incomplete" in _warnings(f"{said}</div>{behind}<div>")


def test_a_long_gate_within_the_box_of_a_text_says_that_the_rest_is_closed() -> None:
    assert "body_incomplete" in _warnings(f"<p>{_OPENING}</p><p>{_END}</p>{_FOR_FEW}")


@pytest.mark.parametrize(
    "behind",
    [
        _LOG_IN.format("Masuk untuk berkomentar", _COMMENTS),
        "<div class='q'><h4>Buletin Tani</h4><p>Daftar gratis untuk membaca kabar panen setiap"
        f" pagi.</p><p>{'Setiap pekan ada lima kabar dari lereng. ' * 12}</p></div>",
        f"<footer>{_FOR_FEW}</footer>",
        "<div class='q'><h4><a href='/read/7'>Petani Lereng Merbabu Menanam Kentang Lagi</a></h4>"
        f"<span>Konten premium</span><p>{'Bibit datang dari Dieng. ' * 14}</p></div>",
    ],
    ids=["comments", "newsletter", "footer", "card of a story for subscribers"],
)
def test_long_boxes_of_other_things_are_no_gate(behind: str) -> None:
    assert "body_incomplete" not in _warnings_anywhere(behind)
