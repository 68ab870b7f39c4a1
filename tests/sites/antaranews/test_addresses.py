"""What an address of ANTARA is of: a number is an identity within one edition."""

import pytest

from newsspider.sites.antaranews.addresses import parse


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("http://www.antaranews.com/berita/527615/judul", "www:527615"),
        ("https://antaranews.com/berita/527615", "www:527615"),
        ("https://m.antaranews.com/amp/berita/527615/judul?utm_source=x", "www:527615"),
        ("https://www.antaranews.com/berita/527615/judul?page=all", "www:527615"),
        ("https://jabar.antaranews.com/berita/527615/judul", "jabar:527615"),
        ("https://en.antaranews.com/news/527615/title", "en:527615"),
        ("http://www.antaranews.com/en/news/101463/title", "en:101463"),
    ],
)
def test_an_article_is_known_by_its_number_within_its_edition(url: str, identity: str) -> None:
    address = parse(url)
    assert (address.kind, address.id) == ("article", f"antaranews:{identity}")
    assert address.canonical is not None
    assert parse(address.canonical).id == address.id
    assert parse(str(address.whole_text)).whole
    assert parse(str(address.page(3))).offset == 3


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.antaranews.com", "front"),
        ("https://www.antaranews.com/terkini?page=2", "index"),
        ("https://www.antaranews.com/indeks/07-04-2020/2", "index"),
        ("https://www.antaranews.com/politik", "section"),
        ("https://www.antaranews.com/tag/rotan", "topic"),
        ("https://www.antaranews.com/search?q=rotan", "search"),
        ("https://www.antaranews.com/rss/terkini.xml", "feed"),
        ("https://www.antaranews.com/sitemap.xml", "sitemap"),
        ("https://www.antaranews.com/foto/5012340/judul", "photo"),
        ("https://www.antaranews.com/video/5012340/judul", "video"),
        ("https://www.antaranews.com/infografik/5012340/judul", "infographic"),
        ("https://www.antaranews.com/rilis-pers/5012338/judul", "advertisement"),
        ("https://antaranews.example/berita/527615/judul", "foreign"),
    ],
)
def test_what_is_no_article_has_its_kind(url: str, kind: str) -> None:
    assert parse(url).kind == kind
