"""Agencies and media that a text follows."""

from datetime import date
from typing import Final

import pytest

from newsspider.reading.indonesian.citations import citations
from newsspider.sites.sindonews.markup import MARKUP

HOUSE: Final = MARKUP.publisher
PUBLISHED = date(2022, 1, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "bunyi transkrip itu, seperti dilansir Reuters, Selasa (11/1/2022).",
            ["Reuters 2022-01-11"],
        ),
        (
            "seperti dikutip dari AFP dan Reuters, Rabu (12/1).",
            ["AFP 2022-01-12", "Reuters 2022-01-12"],
        ),
        ("melansir kantor berita pemerintah China, Xinhua, Senin.", ["Xinhua"]),
        ("menurut laporan NDTV, Jumat (31/12).", ["NDTV 2021-12-31"]),
        (
            "katanya kepada The Straits Times, Selasa, 11 Januari 2022.",
            ["The Straits Times 2022-01-11"],
        ),
        ("kata juru bicara kepada CNN.", ["CNN"]),
        ("kata juru bicara kepada CNN Indonesia, Selasa (11/1/22)", ["CNN Indonesia 2022-01-11"]),
        ("Kantor berita AFP melaporkan pada Senin (10/1/2022) bahwa", ["AFP 2022-01-10"]),
        (
            "Associated Press (AP) melaporkan pada Senin (10/1/2022),",
            ["Associated Press 2022-01-10"],
        ),
        ("dilansir Channel NewsAsia (CNA), Senin (10/1/2022).", ["Channel NewsAsia 2022-01-10"]),
        ("dilansir kantor berita Mizan Online, Sabtu.", ["Mizan Online"]),
        ("dirangkum oleh kantor berita Mongolia itu.", []),
        ("mengutip laporan media Inggris, Daily Mail, Rabu (12/1/2022)", ["Daily Mail 2022-01-12"]),
        ("dikutip Antaranews.com, Minggu (9/1/2022)", ["Antaranews.com 2022-01-09"]),
        ("seperti dikutip dari detik.com.", ["detik.com"]),
        ("dilansir Military Watch Magazine.", ["Military Watch Magazine"]),
        ("Dilansir Reuters. Lalu dilansir Reuters, Selasa (11/1/2022).", ["Reuters 2022-01-11"]),
        ("dilansir Reuters, Rabu (31/2/2022).", ["Reuters"]),
        ("dikutip dari keterangan resmi, Kamis (6/1/2022).", []),
        ("dikutip dari siaran pers Kementerian Kesehatan, Kamis (6/1/2022).", []),
        ("dikutip dari akun Instagram pribadinya.", []),
        ("dikutip dari laman resmi PSSI.", []),
        ("dilansir media sosial Twitter.", []),
        ("kata pelatih kepada media Timnas Indonesia.", []),
        ("kata Budi kepada SINDOnews, Selasa (11/1/2022).", []),
        ("menurut Presiden Joko Widodo, Selasa (11/1/2022).", []),
        ("berdasarkan laporan harian Satgas Covid-19.", []),
        ("dilaporkan RT 05 setempat.", []),
        ("perbedaan antara A dan B. Antara lain harga.", []),
        ("Kantor Reuters di London terbakar.", []),
        ("Surat kabar Haaretz pada hari Senin melaporkan hal itu.", ["Haaretz"]),
        ("seperti dikutip SINDOnews dari Reuters, Rabu (12/1/2022).", ["Reuters 2022-01-12"]),
        ("berdasarkan data Bloomberg, rupiah menguat.", ["Bloomberg"]),
        ("dikutip dari thesun.co.uk.", ["thesun.co.uk"]),
        ("dikutip dari Bola.net.", ["Bola.net"]),
        ("Wheels Magazine melaporkan, mobil itu laku.", ["Wheels Magazine"]),
        ("mengutip laman Transfermarkt, nilainya turun.", ["Transfermarkt"]),
        ("AFP, Selasa (11/1/2022), melaporkan ledakan itu.", ["AFP 2022-01-11"]),
        ("KCNA, kantor berita Korea Utara, melaporkan uji coba itu.", ["KCNA"]),
        (
            "Melansir Healthline dan Medis Kita, Selasa (11/1/2022), kopi baik.",
            ["Healthline 2022-01-11", "Medis Kita 2022-01-11"],
        ),
        (
            "dikutip AFP dari media pemerintah Korea Utara KCNA, Selasa (11/1/2022).",
            ["AFP 2022-01-11", "KCNA 2022-01-11"],
        ),
        ("dikutip Antara di Jakarta, Selasa (11/1/2022).", ["Antara 2022-01-11"]),
        ("wawancara eksklusif bersama Sky News, Selasa (11/1/2022)", ["Sky News 2022-01-11"]),
        ("dilansir detikcom, Selasa (11/1/2022).", ["detikcom 2022-01-11"]),
        ("dilansir dari Joko Widodo, Selasa (11/1/2022).", []),
        ("dikutip Reuters dan Joko Widodo, Selasa (11/1/2022).", ["Reuters"]),
        ("katanya kepada iNews, Rabu (12/1/2022).", ["iNews 2022-01-12"]),
        ("menurut jurnal Nature, fosil itu tua.", ["Nature"]),
        ("seperti dilansir Al Sumaria, Rabu (12/1/2022).", ["Al Sumaria 2022-01-12"]),
        ("dilansir dari Kementerian Kesehatan, Rabu (12/1/2022).", []),
        ("dilansir BMKG, Rabu (12/1/2022).", []),
        (
            "dikutip MNC Portal Indonesia dari Yonhap, Rabu (12/1/2022).",
            ["MNC Portal Indonesia 2022-01-12", "Yonhap 2022-01-12"],
        ),
    ],
)
def test_media_are_named_with_their_day_and_nothing_else_is(text: str, expected: list[str]) -> None:
    found = citations(text, PUBLISHED, HOUSE)

    assert [f"{one.name} {one.date or ''}".strip() for one in found] == expected


def test_a_verb_in_another_paragraph_leads_to_nothing() -> None:
    assert citations("Hal itu dilansir\n\nReuters di London.", PUBLISHED, HOUSE) == []


def test_who_speaks_in_the_text_is_no_medium() -> None:
    text = (
        "Dilansir dari Prabowo Subianto, Senin (10/1/2022), anggaran naik.\n\n"
        '"Kita harus kuat," kata Prabowo, seperti dilansir Al Sumaria, Senin (10/1/2022).'
    )

    assert [one.name for one in citations(text, PUBLISHED, HOUSE)] == ["Al Sumaria"]
