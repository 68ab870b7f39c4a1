"""What an address of Media Indonesia is of: lists have the shape of articles."""

import pytest

from newsspider.sites.mediaindonesia.addresses import parse


@pytest.mark.parametrize(
    "url",
    [
        "https://mediaindonesia.com/ekonomi/851796/judul-berita",
        "http://www.mediaindonesia.com/ekonomi/851796/judul-berita?utm_source=x",
        "https://mediaindonesia.com/amp/ekonomi/851796/judul-berita",
        "https://mediaindonesia.com/ekonomi/851796/judul-lain",
    ],
)
def test_an_article_is_known_by_its_number(url: str) -> None:
    address = parse(url)
    assert (address.kind, address.id) == ("article", "mediaindonesia:851796")
    assert address.section == "ekonomi"
    assert str(address.canonical).startswith("https://mediaindonesia.com/ekonomi/851796/judul-")


@pytest.mark.parametrize(
    ("url", "kind", "section"),
    [
        ("https://mediaindonesia.com/", "front", ""),
        ("https://mediaindonesia.com/ekonomi", "section", "ekonomi"),
        ("https://mediaindonesia.com/ekonomi/20/40", "section", "ekonomi"),
        ("https://mediaindonesia.com/indeks", "index", ""),
        ("https://mediaindonesia.com/indeks/20/40", "index", ""),
        ("https://mediaindonesia.com/feed", "feed", ""),
        ("https://mediaindonesia.com/sitemap.xml", "sitemap", ""),
        ("https://mediaindonesia.com/video/detail_video/55123-judul", "video", ""),
        ("https://mediaindonesia.com/galleries/detail_galleries/33321-judul", "photo", ""),
        ("https://mediaindonesia.com/foto/33321/judul", "photo", ""),
        ("https://mediaindonesia.com/ekonomi/851796/20", "other", ""),
        ("https://epaper.mediaindonesia.com/ekonomi/851796/judul", "foreign", ""),
    ],
)
def test_what_is_no_article_has_its_kind(url: str, kind: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.section, address.id) == (kind, section, None)
