"""Addresses of Okezone, as its pages, lists and scrapers of 2015-2026 have them."""

import pytest

from newsspider.sites.okezone.addresses import parse

ARTICLE = "https://nasional.okezone.com/read/2020/07/07/337/2242807/kasus-asuransi"


@pytest.mark.parametrize(
    "url",
    [
        ARTICLE,
        f"{ARTICLE}-nbsp?page=2",
        ARTICLE.replace("/read/", "/amp/"),
        ARTICLE.replace("/read/", "/feedread/"),
        ARTICLE.replace("nasional", "nasional2017"),
        ARTICLE.replace("https", "http"),
        "https://nasional.okezone.com/read/2020/07/07/337/2242807",
    ],
)
def test_the_number_is_the_identity_of_an_article(url: str) -> None:
    address = parse(url)
    assert (address.kind, address.id) == ("article", "okezone:2242807")
    assert (address.section, address.number) == ("nasional", 2242807)
    assert (address.canonical or "").startswith("https://nasional.okezone.com/read/2020/07/07/")


def test_the_day_in_the_address_is_that_of_publication() -> None:
    hint = parse(ARTICLE).published_hint
    assert hint is not None
    assert hint.isoformat() == "2020-07-07T00:00:00+07:00"
    assert parse(ARTICLE.replace("/07/07/", "/13/07/")).published_hint is None


@pytest.mark.parametrize(
    ("url", "kind", "section"),
    [
        ("https://www.okezone.com/", "front", ""),
        ("https://economy.okezone.com/", "front", "economy"),
        ("https://economy.okezone.com/indeks/2026/07/24/10", "index", "economy"),
        ("https://index.okezone.com/bydate/channel/2026/07/24/11/15/", "index", ""),
        ("https://www.okezone.com/tag/kopi", "topic", ""),
        ("https://economy.okezone.com/feed", "feed", "economy"),
        ("https://sindikasi.okezone.com/index.php/rss/0/RSS2.0", "feed", ""),
        ("https://news.okezone.com/sitemap.xml", "sitemap", "news"),
        ("https://video.okezone.com/play/2026/07/24/1/190001/garam", "video", ""),
        ("https://foto.okezone.com/photo/2026/07/24/1/88001/panen", "photo", ""),
        ("https://mpi.okezone.com/article/sindonews/991", "partner", ""),
        ("https://okezone.com.evil.id/read/2020/07/07/337/2242807/x", "foreign", ""),
    ],
)
def test_what_else_an_address_is_of(url: str, kind: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.section) == (kind, section)
