"""What an address of detikcom is of, in the forms of 2012 to 2026."""

import pytest

from newsspider.sites.detik.addresses import parse


@pytest.mark.parametrize(
    ("url", "identity", "section", "offset"),
    [
        ("https://news.detik.com/berita/d-7016153/judul-berita", "detik:7016153", "news", 0),
        ("https://news.detik.com/jatim/berita/d-7016153/judul", "detik:7016153", "news", 0),
        ("https://www.detik.com/hikmah/khazanah/d-7016153/judul/3", "detik:7016153", "hikmah", 3),
        ("https://www.detik.com/edu/d-7016153/judul/amp", "detik:7016153", "edu", 0),
        ("http://news.detik.com/berita/3063093/judul-berita", "detik:3063093", "news", 0),
        ("http://sport.detik.com/sepakbola/read/2015/11/05/100026/3062623/71/judul",
         "detik:3062623", "sport", 0),
        ("http://sport.detik.com/read/2013/02/01/091503/2158001/71/judul/2", "detik:2158001",
         "sport", 2),
    ],
)  # fmt: skip
def test_every_form_of_an_article_has_its_number(
    url: str, identity: str, section: str, offset: int
) -> None:
    address = parse(url)
    assert (address.id, address.section, address.offset) == (identity, section, offset)
    assert address.canonical is not None
    assert parse(address.canonical) == parse(url.replace("/amp", "").removesuffix(f"/{offset}"))
    assert parse(f"{address.canonical}?single=1").whole
    assert address.page(2) is not None
    assert parse(str(address.page(2))).offset == 2


def test_an_article_may_be_older_than_its_appearance_but_not_than_its_address() -> None:
    hint = parse("http://inet.detik.com/read/2015/11/05/100026/3062623/323/judul").published_hint
    assert hint is not None
    assert hint.isoformat() == "2015-11-05T10:00:26+07:00"
    odd = parse("http://inet.detik.com/read/2015/13/45/990026/3062623/323/judul")
    assert (odd.kind, odd.published_hint) == ("article", None)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.detik.com/", "front"),
        ("https://www.detik.com/jabar", "front"),
        ("https://finance.detik.com/energi", "section"),
        ("https://finance.detik.com/indeks?date=07%2F24%2F2026&page=2", "index"),
        ("https://finance.detik.com/rss", "feed"),
        ("https://news.detik.com/berita/sitemap_news.xml", "sitemap"),
        ("https://www.detik.com/tag/beras", "topic"),
        ("https://www.detik.com/tag/123456/beras", "topic"),
        ("https://www.detik.com/search/searchnews?query=beras", "search"),
        ("https://news.detik.com/foto-news/d-7016153/judul", "photo"),
        ("https://news.detik.com/readfoto/2015/11/05/100026/3062623/157/1/judul", "photo"),
        ("https://20.detik.com/detikupdate/20260724-260724001/judul", "video"),
        ("https://news.detik.com/adv-nhl-detikcom/d-7016153/judul", "advertisement"),
        ("https://evil.example/detik.com/d-7016153/judul", "foreign"),
        ("https://notdetik.com/berita/d-7016153/judul", "foreign"),
    ],
)
def test_what_is_no_article_has_its_kind(url: str, kind: str) -> None:
    assert parse(url).kind == kind
