"""A site is found by its name, by a host, and by what a page says of itself."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsspider.extract import NotAnArticle, Page, extract, further, listing
from newsspider.sites import registry
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.sites.site import Site

NOW = datetime(2026, 7, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    "url",
    [
        "https://sindonews.com",
        "http://EKBIS.sindonews.com:80/read/1/2/x",
        " https://www.sindonews.com/feed ",
        "https://index.sindonews.com./index/9",
    ],
)
def test_a_site_is_found_by_the_host_of_an_address(url: str) -> None:
    assert registry.of_address(url) is SINDONEWS


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sindonews.com",
        "https://sindonews.com.evil.id/",
        "https://notsindonews.com/",
        "http://[",
    ],
)
def test_no_site_is_found_for_another_address(url: str) -> None:
    assert registry.of_address(url) is None


def test_a_site_is_found_by_its_name_and_only_one_may_have_it() -> None:
    assert registry.named("sindonews") is SINDONEWS
    assert registry.named("nowhere") is None
    another = Site(
        name="sindonews",
        title="Another",
        domains=("sindonews.example",),
        zone=ZoneInfo("Asia/Jakarta"),
        address=SINDONEWS.address,
        extract=SINDONEWS.extract,
        listing=SINDONEWS.listing,
    )
    with pytest.raises(ValueError, match="two sites of one name"):
        registry.register(another)
    assert registry.register(SINDONEWS) is SINDONEWS
    assert registry.all_sites().count(SINDONEWS) == 1


def test_a_page_of_no_known_site_is_one_of_the_web() -> None:
    page = Page.from_bytes("https://example.org/read/1/2/x", b"<html><h1>Judul</h1></html>", NOW)
    with pytest.raises(NotAnArticle) as refused:
        extract(page)
    assert refused.value.reason == "no_body"
    assert registry.of_other_hosts().domains == ()


def test_a_page_without_an_address_is_refused_and_lists_nothing() -> None:
    page = Page.from_bytes("", b"<html><h1>Judul</h1></html>", NOW)
    with pytest.raises(NotAnArticle) as refused:
        extract(page)
    assert refused.value.reason == "foreign"
    assert listing(page).articles == []
    assert further(page).pages == []


def test_entries_of_a_list_carry_their_parsed_address() -> None:
    url = "https://ekbis.sindonews.com/read/3/34/harga-beras-1700000000"
    feed = f"<rss><channel><item><link>{url}</link></item></channel></rss>".encode()
    [entry] = listing(Page.from_bytes("https://ekbis.sindonews.com/rss", feed, NOW)).articles
    assert entry.address == SINDONEWS.address(url)
    assert entry.address is not None
    assert entry.address.id == "sindonews:pena:3"
    assert SINDONEWS.listed(f"{url}?utm_source=wa").url == url
