"""Addresses of Kompas.com, as its pages, index and scrapers of 2015-2026 have them."""

import pytest

from newsspider.dates import WIB
from newsspider.sites.kompas.addresses import parse

ARTICLE = "https://regional.kompas.com/read/2015/11/04/21040031/Polres.Serahkan.Berkas."


@pytest.mark.parametrize(
    "url",
    [
        ARTICLE,
        f"{ARTICLE}?page=2",
        ARTICLE.replace("/read/", "/amp/read/"),
        ARTICLE.replace("https", "http").replace("Polres", "polres"),
        "https://www.kompas.com/regional/read/2015/11/04/21040031/x?utm_source=RD",
        "https://regional.kompas.com/read/2015/11/04/21040031",
    ],
)
def test_day_and_digits_are_the_identity_of_an_article(url: str) -> None:
    address = parse(url)
    assert (address.kind, address.id) == ("article", "kompas:2015-11-04:21040031")
    assert address.section == "regional"


def test_the_digits_begin_with_the_time_of_publication() -> None:
    hint = parse(ARTICLE).published_hint
    assert hint is not None
    assert hint.astimezone(WIB).isoformat() == "2015-11-04T21:04:00+07:00"
    assert parse(ARTICLE.replace("21040031", "99990031")).published_hint is None


def test_pages_and_the_whole_text_are_told_by_the_query() -> None:
    first = parse(ARTICLE)
    assert first.page(2) == f"{ARTICLE}?page=2"
    assert first.whole_text == f"{ARTICLE}?page=all"
    assert parse(f"{ARTICLE}?page=2").offset == 2
    assert parse(f"{ARTICLE}?page=all#page2").whole


@pytest.mark.parametrize(
    ("url", "kind", "section"),
    [
        ("https://www.kompas.com/", "front", ""),
        ("https://regional.kompas.com/", "front", "regional"),
        ("https://www.kompas.com/global", "section", "global"),
        ("https://indeks.kompas.com/?site=news&date=2026-07-24&page=2", "index", ""),
        ("https://www.kompas.com/tag/banjir?sort=desc", "topic", ""),
        ("https://search.kompas.com/search?q=banjir", "search", ""),
        ("https://video.kompas.com/watch/1/x", "video", "video"),
        ("https://foto.kompas.com/photo/read/2024/01/01/1/x", "photo", "foto"),
        ("https://kompas.com.evil.id/read/2015/11/04/21040031/x", "foreign", ""),
        ("https://kompas.id/baca/x", "foreign", ""),
    ],
)
def test_what_else_an_address_is_of(url: str, kind: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.section) == (kind, section)
