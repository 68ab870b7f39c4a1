"""A site may know of its own dates that one is not what it says, or that another one is first."""

from dataclasses import replace
from datetime import UTC, datetime

from newsspider.extract import extract
from newsspider.items import Article
from newsspider.reading.article import extraction
from newsspider.reading.article.site_markup import DateMarkup
from newsspider.reading.page import Page
from tests.second_site.tepian.markup import MARKUP

PAGE = """<!DOCTYPE html><html><head><title>Panen Ikan di Hulu Sungai - Kabar Tepian</title>
<meta name="pubdate" content="2026-07-26T17:40:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished":
"2026-07-26T17:31:00+08:00"}</script></head><body><article class="berita">
<h1 class="judul">Panen Ikan di Hulu Sungai</h1><p class="tanggal">Minggu, 26 Juli 2026 | 17:40 WITA
</p><div class="isi"><p>Nelayan memanen ikan di hulu sungai sejak pagi.</p>
<p>Hasilnya dijual di pasar terapung.</p></div></article></body></html>"""


def read(dates: DateMarkup, source: str = PAGE) -> Article:
    """The article of the page, on a site with such dates."""
    url = "https://kabartepian.example/sungai/7/panen-ikan-di-hulu-sungai"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 7, 27, tzinfo=UTC), "text/html")
    return extraction.extract(replace(MARKUP, dates=dates), page)


def test_an_untrue_date_is_no_evidence_against_the_visible_one() -> None:
    assert "date_conflict" in read(DateMarkup()).warnings
    article = read(DateMarkup(untrue=frozenset(("pubdate", "datePublished"))))
    assert article.date_published == "2026-07-26T17:40:00+08:00"
    assert article.warnings == []


def test_a_site_may_say_that_json_ld_is_first_and_the_visible_line_still_speaks_against_it() -> (
    None
):
    article = read(DateMarkup(first="json_ld"))
    assert article.date_published == "2026-07-26T17:31:00+08:00"
    assert article.date_published_source == "json_ld"
    assert article.date_published_raw == "Minggu, 26 Juli 2026 | 17:40 WITA"
    assert "date_conflict" in article.warnings


def test_the_day_that_a_known_layout_prints_yields_only_to_a_moment_of_that_day() -> None:
    day = PAGE.replace("26 Juli 2026 | 17:40 WITA", "26 Juli 2026")
    article = read(DateMarkup(untrue=frozenset(("pubdate",))), day)
    assert article.date_published == "2026-07-26T17:31:00+08:00"
    edition = day.replace("Minggu, 26 Juli", "Senin, 27 Juli")
    article = read(DateMarkup(untrue=frozenset(("pubdate",))), edition)
    assert article.date_published == "2026-07-27T00:00:00+07:00"
    assert article.warnings == ["date_conflict", "time_unknown"]


def test_a_date_of_the_sites_own_clock_is_read_by_it_whatever_zone_it_states() -> None:
    shown = PAGE.replace("17:40 WITA", "17:40").replace("17:31:00+08:00", "")
    dates = DateMarkup(local=frozenset(("pubdate",)), untrue=frozenset(("datePublished",)))
    assert "date_conflict" in read(replace(dates, local=frozenset()), shown).warnings
    for stated in ("2026-07-26T17:40:00-07:00", "Sun, 26 Jul 2026 17:40:00 GMT"):
        article = read(dates, shown.replace("2026-07-26T17:40:00Z", stated))
        assert article.date_published == "2026-07-26T17:40:00+07:00"
        assert article.warnings == []


def test_a_day_in_the_address_makes_no_date_of_a_side_list_the_articles() -> None:
    url = "https://nasional.okezone.com/read/2026/07/26/337/3200001/panen-ikan-di-hulu-sungai"
    source = """<html><head><title>Panen Ikan di Hulu Sungai : Okezone Nasional</title></head><body>
    <div class="title-article"><h1>Panen Ikan di Hulu Sungai</h1></div><div class="journalist">
    </div><div class="c-detail read"><p>Nelayan memanen ikan di hulu sungai sejak pagi.</p>
    <p>Hasilnya dijual di pasar terapung. (ren)</p></div>
    <div class="lain"><p>Minggu, 26 Juli 2026 16:09 WIB</p></div></body></html>"""
    page = Page.from_bytes(url, source.encode(), datetime(2026, 7, 27, tzinfo=UTC), "text/html")
    article = extract(page)
    assert article.date_published == "2026-07-26T00:00:00+07:00"
    assert "date_lower_bound" in article.warnings
