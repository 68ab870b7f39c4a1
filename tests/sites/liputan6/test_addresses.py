"""Addresses of liputan6, as its pages, feeds and scrapers of 2013-2026 have them."""

import pytest

from newsspider.sites.liputan6.addresses import parse

ARTICLE = "https://www.liputan6.com/bisnis/read/4289456/awasi-jalannya-protokol-kesehatan"


@pytest.mark.parametrize(
    "url",
    [
        ARTICLE,
        f"{ARTICLE}?page=2",
        "http://bisnis.liputan6.com/read/4289456/awasi-jalannya-protokol-kesehatan",
        "https://m.liputan6.com/bisnis/read/4289456/awasi?utm_source=wa",
        "https://m.liputan6.com/amp/4289456/awasi-jalannya-protokol-kesehatan",
        "https://www.liputan6.com/bisnis/read/4289456",
    ],
)
def test_the_number_is_the_identity_on_any_host_and_rendering(url: str) -> None:
    address = parse(url)
    assert (address.kind, address.id) == ("article", "liputan6:4289456")


def test_the_record_has_one_address_for_host_and_path_of_old() -> None:
    old = parse("http://bisnis.liputan6.com/read/1001/harga-beras")
    assert old.canonical == "https://www.liputan6.com/bisnis/read/1001/harga-beras"


@pytest.mark.parametrize(
    ("url", "kind", "section"),
    [
        ("https://www.liputan6.com/", "front", ""),
        ("https://www.liputan6.com/bisnis", "section", "bisnis"),
        ("https://www.liputan6.com/indeks/2026/07/24?page=2", "index", ""),
        ("https://www.liputan6.com/bisnis/indeks/2019/05/01", "index", "bisnis"),
        ("https://www.liputan6.com/tag/cikini", "topic", ""),
        ("https://www.liputan6.com/search?q=cikini", "search", ""),
        ("https://feed.liputan6.com/rss/bisnis", "feed", "bisnis"),
        ("https://feed.liputan6.com/rss", "feed", ""),
        ("https://www.liputan6.com/bisnis/sitemap.xml", "sitemap", "bisnis"),
        ("https://photo.liputan6.com/news/lumpur-sisa-banjir-2440011", "photo", "photo"),
        ("https://www.liputan6.com/foto/read/2440011/lumpur", "photo", "foto"),
        ("https://video.liputan6.com/x", "video", ""),
        ("https://liputan6.com.evil.id/bisnis/read/4289456/x", "foreign", ""),
        ("", "foreign", ""),
    ],
)
def test_what_else_an_address_is_of(url: str, kind: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.section) == (kind, section)
