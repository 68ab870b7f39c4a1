"""What an address of JPNN is of: the slug alone tells an article."""

import pytest

from newsspider.sites.jpnn.addresses import parse

SLUG = "jembatan-gantung-cisewu-dibuka-lagi"


@pytest.mark.parametrize(
    ("url", "offset"),
    [
        (f"https://www.jpnn.com/news/{SLUG}", 0),
        (f"http://jpnn.com/news/{SLUG}/?utm_source=x", 0),
        (f"https://www.jpnn.com/news/{SLUG}?page=2", 2),
        (f"https://m.jpnn.com/news/{SLUG}", 0),
        (f"https://m.jpnn.com/amp/news/{SLUG}", 0),
    ],
)
def test_an_article_is_known_by_its_slug(url: str, offset: int) -> None:
    address = parse(url)
    assert (address.kind, address.id, address.offset) == ("article", f"jpnn:{SLUG}", offset)
    assert address.canonical == f"https://www.jpnn.com/news/{SLUG}"
    assert address.page(2) == f"https://www.jpnn.com/news/{SLUG}?page=2"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.jpnn.com/?page=2", "front"),
        ("https://www.jpnn.com/nasional/humaniora", "section"),
        ("https://www.jpnn.com/tag/garam?page=1", "topic"),
        ("https://www.jpnn.com/indeks", "index"),
        ("https://www.jpnn.com/search?q=garam", "search"),
        ("https://fullrss.jpnn.com/discover/nasional", "feed"),
        ("https://www.jpnn.com/foto/news/festival-layang-layang", "photo"),
        ("https://bali.jpnn.com/bali-terkini/12/judul-berita", "foreign"),
    ],
)
def test_what_is_no_article_has_its_kind(url: str, kind: str) -> None:
    assert (parse(url).kind, parse(url).id) == (kind, None)
