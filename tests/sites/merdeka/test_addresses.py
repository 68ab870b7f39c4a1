"""Addresses of Merdeka.com, as its pages of 2021 and its lists of 2026 have them."""

import pytest

from newsspider.sites.merdeka.addresses import parse

OLD = "https://www.merdeka.com/jateng/cerita-pembuat-gong-kln.html"
AMP = "m.merdeka.com/amp"
NEW = "https://www.merdeka.com/peristiwa/read/8250311/jembatan-gantung"


@pytest.mark.parametrize(
    "url",
    [OLD, f"{OLD}?page=3", OLD.replace("www.", "m."), OLD.replace("www.merdeka.com", AMP)],
)
def test_section_and_slug_are_the_identity_of_an_old_article(url: str) -> None:
    address = parse(url)
    assert (address.kind, address.id) == ("article", "merdeka:jateng:cerita-pembuat-gong-kln")
    assert address.canonical == OLD
    assert address.page(2) is None, "one document holds all pages"


@pytest.mark.parametrize("url", [NEW, f"{NEW}?show=all", "https://m.merdeka.com/uang/read/8250311"])
def test_the_number_is_the_identity_of_a_new_one(url: str) -> None:
    assert (parse(url).kind, parse(url).id) == ("article", "merdeka:8250311")


@pytest.mark.parametrize(
    ("url", "kind", "section"),
    [
        ("https://www.merdeka.com/", "front", ""),
        ("https://www.merdeka.com/jateng", "section", "jateng"),
        ("https://www.merdeka.com/jateng/sitemap.xml", "sitemap", "jateng"),
        ("https://www.merdeka.com/indeks-berita/2019/05/01/index2.html", "index", ""),
        ("https://www.merdeka.com/tag/gong/", "topic", ""),
        ("https://video.merdeka.com/trending/gong.html", "video", "trending"),
        ("https://www.merdeka.com/foto/peristiwa/1319000/20210618-panen.html", "photo", ""),
        ("https://merdeka.com.evil.id/jateng/gong.html", "foreign", ""),
    ],
)
def test_what_else_an_address_is_of(url: str, kind: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.section) == (kind, section)
