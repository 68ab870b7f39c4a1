"""Lists in every layout, pagers of every kind, feeds and sitemaps however broken, and any bytes."""

import gzip
import json
import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsspider.extract import listing
from newsspider.reading.listing import Listing
from newsspider.reading.lists.feed_entries import MAX_ENTRIES
from newsspider.reading.lists.next_page import next_page
from newsspider.reading.lists.page_links import page_links
from newsspider.reading.page import Page
from newsspider.sites.sindonews.addresses import parse
from newsspider.store.pages.fixtures import Fixture, folders

ROOT = Path(__file__).parents[3] / "fixtures" / "sindonews"
NOW = datetime(2026, 7, 24, 8, 0, tzinfo=UTC)
INDEX = "https://www.sindonews.com/indeks/0"
SITEMAP = "https://ekbis.sindonews.com/sitemap-web.xml"


def _expected(folder: Path) -> dict[str, Any]:
    path = folder / "expected.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


CASES = [folder for folder in folders(ROOT) if "articles" in _expected(folder)]


def list_at(url: str, body: str | bytes) -> Listing:
    body = body if isinstance(body, bytes) else body.encode()
    return listing(Page.from_bytes(url, body, NOW))


def address(number: int) -> str:
    return (
        f"https://ekbis.sindonews.com/read/{1_700_000 + number}/34/judul-{1_780_000_000 + number}"
    )


def urls(found: Listing) -> list[str]:
    return [article.url for article in found.articles]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_saved_list_gives_every_article_and_nothing_else(folder: Path) -> None:
    expected = _expected(folder)
    found = listing(Fixture.load(folder).page())
    assert [
        {key: getattr(article, key) for key in stated}
        for article, stated in zip(found.articles, expected["articles"], strict=True)
    ] == expected["articles"]
    assert found.next == expected["next"]
    assert found.sitemaps == expected.get("sitemaps", [])
    assert found.skipped == expected.get("skipped", found.skipped)


def pager(markup: str, base: str = INDEX + "/20?t=2026-07-24") -> str | None:
    tree = etree.HTML(f"<html><body>{markup}</body></html>")
    return next_page(tree, page_links(tree, base, parse), base, parse)


@pytest.mark.parametrize(
    ("markup", "offset"),
    [
        ('<a rel="next nofollow" href="/indeks/0/40?t=2026-07-24">berikut</a>', 40),
        ('<a rel=next href="#">x</a><a href="/indeks/0/40?t=2026-07-24">&raquo;</a>', 40),
        ('<ul><li><a class="active" href="#">2</a></li><li><a href="{40}">3</a></li></ul>', 40),
        ('<ul><li class="active">2</li><li><a href="{40}">3</a></li></ul>', 40),
        ('<strong>2</strong><a href="{40}" data-ci-pagination-page="3">3</a>', 40),
        (
            '<ul><li><strong>2</strong></li>'
            '<li><a href="{40}" data-ci-pagination-page="3">3</a></li></ul>',
            40,
        ),
        ('<span class="current">2</span> <a href="{0}">1</a> <a href="{40}">3</a>', 40),
        ('<a href="{0}">1</a><a class=active>2</a><a href="{40}">3</a><a href="{900}">»</a>', 40),
        ('<a href="{0}"><i class=fa-angle-left></a><a href="{40}"><i class=fa-angle-right>', 40),
        ('<a href="{40}">Selanjutnya</a>', 40),
        ('<a class="next page-numbers" href="{40}">Berita lama</a>', 40),
        ('<a href="{900}" aria-label="Last">&raquo;</a><a href="{40}" aria-label="Next">n</a>', 40),
        ('<a href="{40}">Selanjutnya &raquo;</a>', 40),
        ('<a href="{0}">&laquo;</a><a href="{40}">&raquo;</a>', 40),
        ('<a href="{40}">&gt;</a><a href="{900}">&raquo;</a>', 40),
        # The last page: nothing follows, whatever the arrows say.
        ('<a href="{0}">1</a><a class="active" href="#">2</a>', None),
        ('<a href="{0}">1</a><a class="active" href="{20}">2</a><a href="{20}">&raquo;</a>', None),
        ('<a href="{0}">Selanjutnya</a>', None),
        ('<a href="https://www.sindonews.com/indeks/0?t=2026-07-24" rel="next">1</a>', None),
        # What is no pager: menus, carousels, articles, other sites.
        ('<li><a class="active" href="/">Beranda</a></li><li><a href="/x">Lain</a></li>', None),
        ('<a href="javascript:void(0)">Next</a>', None),
        ('<a href="https://evilsindonews.com/indeks/0/40?t=2026-07-24" rel="next">3</a>', None),
        (f'<a href="{address(1)}">Selanjutnya</a>', None),
        (f'<a class="active">1</a><a href="{address(1)}/10">2</a>', None),
        ('<a href="http://[::1/" rel="next">3</a>', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_next_page_lies_behind_this_one(markup: str, offset: int | None) -> None:
    for number in (0, 20, 40, 900):
        markup = markup.replace(f"{{{number}}}", f"{INDEX}/{number}?t=2026-07-24")
    assert pager(markup) == (offset and f"{INDEX}/{offset}?t=2026-07-24")


def test_search_pages_are_counted_by_their_parameter() -> None:
    base = "https://www.sindonews.com/search/go?type=artikel&q=2024&p=2"
    links = '<a href="{}1">Next</a><a href="{}3">Next</a>'.replace("{}", base[:-1])
    assert pager(links, base) == base[:-1] + "3"


@pytest.mark.parametrize(
    "entries",
    [
        "<url><loc>{0}</loc></url><url><loc>{1}</loc></url>",
        "<url><loc>not a url</loc></url><url><loc>{0}</loc></url><url><loc>{1}</loc></url>",
        "<url><loc>{0}</loc></url><url><loc>{1}</loc></url><url><loc>https://ekbis.sindonews.com/r",
        "<url><loc>{0}</loc></url><url><loc>{1}</loc></url><url><loc>{2}</loc>",
        "<url><loc>\x01{0}</loc><lastmod>\x00</lastmod></url><url><loc>\n {1}\n</loc></url>",
        "<url><loc>{0}?a=1&b=2&nbsp;</loc></url><url><loc><![CDATA[{1}?x=1&y=2]]></loc></url>",
        "<url><loc>{0}</loc></lok></url></x><url><loc>{1}</loc></url>",
        "<url><loc></loc></url><url/><url><loc>{0}</loc></url><url><loc>{1}</loc></url>",
        "<url><loc>{0}</loc></url><url><loc>{0}?showpage=all</loc></url><url><loc>{1}</loc></url>",
        "<!-- <url><loc>{2}</loc></url> --><url><loc>{0}</loc></url><url><loc>{1}</loc></url>",
        "<url><i:image><i:loc>{2}</i:loc></i:image><loc>{0}</loc></url><url><loc>{1}</loc></url>",
    ],
)
@pytest.mark.parametrize("end", ["</urlset>", ""])
@pytest.mark.parametrize("head", ['<?xml version="1.0"?>\n<urlset>', "\ufeff\n<urlset xmlns='x'>"])
def test_a_broken_sitemap_keeps_its_whole_entries(entries: str, end: str, head: str) -> None:
    entries = entries.replace("<i:", "<image:").replace("</i:", "</image:")
    body = head + entries.format(address(0), address(1), address(2)) + end
    assert urls(list_at(SITEMAP, body)) == [address(0), address(1)]


def test_a_sitemap_may_be_gzipped_whole_or_cut_or_be_no_gzip_at_all() -> None:
    body = "<urlset>" + "".join(f"<url><loc>{address(n)}</loc></url>" for n in range(500))
    whole = gzip.compress((body + "</urlset>").encode())
    assert len(list_at(SITEMAP + ".gz", whole).articles) == 500
    assert 0 < len(list_at(SITEMAP + ".gz", whole[: len(whole) // 2]).articles) < 500
    assert len(list_at(SITEMAP + ".gz", body).articles) == 500
    assert list_at(SITEMAP + ".gz", b"\x1f\x8b\x08" + b"x" * 99) == Listing()


def test_of_a_sitemap_beyond_the_protocol_the_newest_are_kept_in_order() -> None:
    entries = "".join(f"<url><loc>{address(n)}</loc></url>" for n in range(MAX_ENTRIES + 10))
    found = list_at(SITEMAP, f"<urlset>{entries}</urlset>")
    assert urls(found)[:1] == [address(10)]
    assert urls(found)[-1:] == [address(MAX_ENTRIES + 9)]
    assert len(found.articles) == MAX_ENTRIES


def test_a_sitemap_says_when_an_article_was_changed_not_published() -> None:
    entry = f"<url><loc>{address(0)}</loc><lastmod>2026-07-24T10:00:00+07:00</lastmod></url>"
    [article] = list_at(SITEMAP, f"<urlset>{entry}</urlset>").articles
    assert article.date_published is None
    assert article.date_modified == "2026-07-24T10:00:00+07:00"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("<![CDATA[Ekonomi & Bisnis]]>", "Ekonomi & Bisnis"),
        ("Ekonomi &amp; Bisnis", "Ekonomi & Bisnis"),
        ("Ekonomi & Bisnis", "Ekonomi & Bisnis"),
        ("&amp;quot;Ekonomi&amp;quot; &ndash; Bisnis", '"Ekonomi" – Bisnis'),
        ("Harga &lt; Rp10.000", "Harga < Rp10.000"),
        ("Harga < Rp10.000", "Harga < Rp10.000"),
        ("<![CDATA[<b>Ekonomi</b> Bisnis]]>", "Ekonomi Bisnis"),
        ("  Ekonomi\n\t Bisnis\u200b ", "Ekonomi Bisnis"),
        ("", None),
    ],
)
def test_the_title_of_a_feed_is_what_a_reader_sees(title: str, headline: str | None) -> None:
    item = f"<item><title>{title}</title><link>{address(0)}</link></item>"
    [article] = list_at(
        "https://www.sindonews.com/feed", f"<rss><channel>{item}</channel></rss>"
    ).articles
    assert article.headline == headline


def test_links_of_a_row_share_its_headline_and_date() -> None:
    row = (
        f'<div class="baris"><a href="{address(0)}"><img alt="Harga Cabai Rawit..."></a>'
        f'<a href="{address(0)}">Harga Cabai Rawit Turun...</a>'
        f'<a href="{address(0)}" title="Harga Cabai Rawit Turun Dua Hari">Selengkapnya</a>'
        "<p>Jum'at, 24 Juli 2026 - 14:00 WIB</p></div>"
    )
    [article] = list_at(INDEX, f"<html><body>{row}</body></html>").articles
    assert article.headline == "Harga Cabai Rawit Turun Dua Hari"
    assert article.date_published == "2026-07-24T14:00:00+07:00"


@pytest.mark.parametrize(
    "link",
    [
        "<a {}>Persib Menang di Menit Akhir</a>",
        "<a {}>Persib <i>Menang</i> di\n Menit&nbsp;Akhir <span class='icon'></span></a>",
        "<a {}><span class='subtitle'>Liga 1</span> Persib Menang di Menit Akhir</a>",
        "<a {}><div class='sub-title'>Liga 1</div><div>Persib Menang di Menit Akhir</div></a>",
        "<a {}><img alt='Persib Menang...'><h3>Persib Menang di Menit Akhir</h3></a>",
        "<a {}><div class='no'>1</div><div class='title'>Persib Menang di Menit Akhir</div></a>",
        "<a {}><p>2 jam yang lalu</p><p>Persib Menang di Menit Akhir</p></a>",
        "<a {}><span>Jum'at, 24 Juli 2026 - 13:00 WIB</span>Persib Menang di Menit Akhir</a>",
        "<a {} title='Persib Menang di Menit Akhir'><img alt='Persib Menang...'></a>",
        "<a {}><img alt='Persib Menang di Menit Akhir'></a>",
        "<p>Persib Menang di Menit Akhir <a {}>Lihat Selengkapnya <img alt='icon right'></a></p>",
    ],
)
def test_the_headline_is_whole_and_alone_in_whatever_card(link: str) -> None:
    body = "<html><body><div>" + link.format(f'href="{address(0)}"') + "</div></body></html>"
    [article] = list_at(INDEX, body).articles
    assert article.headline == "Persib Menang di Menit Akhir"


def test_a_day_in_a_headline_is_not_the_date_of_the_article() -> None:
    row = f'<li><a href="{address(0)}">Jadwal Salat 11 Januari 2022 di Jakarta</a></li>'
    [article] = list_at(INDEX, f"<html><body><ul>{row}</ul></body></html>").articles
    assert article.date_published is None


def test_a_list_costs_little_however_deep_or_wide_its_page_is() -> None:
    deep = "<div>" * 100_000 + f'<a href="{address(0)}">Judul</a>'
    wide = "<a " + " ".join(f"a{n}=1" for n in range(100_000)) + ">"
    nested = "".join(f'<div class="active">1<a href="{address(n)}">' for n in range(3_000))
    for body in (deep, wide, nested):
        assert isinstance(list_at(INDEX, body), Listing)


PAGES = [Fixture.load(folder).page() for folder in CASES]
CUTS = [b"", b"\x00", b"<", b"&", b"]]>", b"<![CDATA[", b"<!--", b"\xff\xfe", b"</url>", b"<url>"]


def mutated(body: bytes, seed: int) -> bytes:
    """The body with pieces cut out, doubled, moved and replaced by what breaks parsers."""
    rng = random.Random(seed)
    for _ in range(rng.randrange(1, 12)):
        start = rng.randrange(len(body) + 1)
        end = min(len(body), start + rng.randrange(400))
        piece = rng.choice([body[start:end] * 2, rng.choice(CUTS), rng.randbytes(8)])
        body = body[:start] + piece + body[end:]
    return body[: rng.randrange(len(body) + 1)] if rng.random() < 0.2 else body


@settings(max_examples=300, deadline=None)
@given(case=st.sampled_from(range(len(CASES))), seed=st.integers(0, 2**32))
def test_any_change_of_a_list_gives_a_list_of_articles(case: int, seed: int) -> None:
    page = PAGES[case]
    found = listing(replace(page, body=mutated(page.body, seed)))
    for article in found.articles:
        assert parse(article.url).kind == "article"
        assert article.headline is None or article.headline == article.headline.strip() != ""
        if article.date_published:
            assert datetime.fromisoformat(article.date_published).tzinfo is not None
    assert len(set(urls(found))) == len(found.articles)
    assert found.next != page.url
    assert not {"article", "index"} & set(found.skipped)


@settings(max_examples=100, deadline=None)
@given(
    body=st.binary(max_size=300),
    head=st.sampled_from([b"", b"\x1f\x8b\x08", b"<urlset>", b"<rss>"]),
)
def test_any_bytes_give_a_list(body: bytes, head: bytes) -> None:
    assert isinstance(list_at("https://www.sindonews.com/", head + body), Listing)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzipped_sitemap_may_be_in_any_encoding(encoding: str, layers: int) -> None:
    entry = f"<url><loc>{address(0)}</loc><news:title>Jum’at</news:title></url>"
    body = f'<?xml version="1.0"?><urlset>{entry}</urlset>'.encode(encoding)
    for _ in range(layers):
        body = gzip.compress(body)

    assert [row.headline for row in list_at(SITEMAP + ".gz", body).articles] == ["Jum’at"]


def test_a_gzipped_sitemap_is_read_in_the_encoding_that_it_declares() -> None:
    entry = f"<url><loc>{address(0)}</loc><news:title>Jum’at</news:title></url>"
    text = f'<?xml version="1.0" encoding="windows-1252"?><urlset>{entry}</urlset>'

    found = list_at(SITEMAP + ".gz", gzip.compress(text.encode("cp1252")))

    assert [row.headline for row in found.articles] == ["Jum’at"]


def test_rows_and_pager_go_by_the_base_that_the_page_sets() -> None:
    row = (
        '<div class="list-article"><a href="read/1745210/34/panen-garam-1789524000">Panen</a></div>'
        '<a rel="next" href="indeks/0/20">Berikutnya</a>'
    )
    page = f'<html><head><base href="https://www.sindonews.com/"></head><body>{row}</body></html>'

    found = list_at("https://www.sindonews.com/indeks/0/0", page)

    assert urls(found) == ["https://www.sindonews.com/read/1745210/34/panen-garam-1789524000"]
    assert found.next == "https://www.sindonews.com/indeks/0/20"
