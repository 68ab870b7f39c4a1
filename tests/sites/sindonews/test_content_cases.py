"""Pages and lists that are not what they should be, in whole crawls and alone.

The numbers are those of docs/reliability.md; the extractors' own tests go deeper.
"""

import json
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest

from newsspider.base_spiders.lists.following import MOST_PAGES, next_of_selection
from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.base_spiders.plan import Plan
from newsspider.dates import WIB
from newsspider.extract import Page, listing
from tests.crawls.test_faults import SITE, saved
from tests.support.crawling import crawl
from tests.support.faultserver import Behaviour, FaultServer, Hit, Wire, replies

NOW: Final = datetime(2026, 7, 24, 12, tzinfo=UTC)
SITEMAP: Final = "https://www.sindonews.com/sitemap-news.xml"
ARTICLE: Final = "https://nasional.sindonews.com/read/1731625/15/judul-1784626560"
BAD_PAGES: Final = (
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 teks",
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    b'{"status": "ok", "data": []}',
    b"<html><h1 " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">Judul</h1></html>",
    b"<html>" + b"<div>" * 3000 + b"<h1>Judul</h1><p>teks</p>",
    b"<html><body>" + b"<b><i>" * 400_000,
    b"<html><body><h1>Judul</h1></body></html>",
)


def instead_of_articles(bodies: tuple[bytes, ...]) -> Behaviour:
    """The saved site with one of these, in turn, for every article."""
    turn = cycle(bodies)

    async def behaviour(wire: Wire, hit: Hit) -> None:
        if hit.path.startswith("/read/"):
            await wire.reply(next(turn))
        else:
            await saved(wire, hit)

    return behaviour


def test_what_is_no_page_is_put_aside_and_the_article_comes_after_the_repair(
    tmp_path: Path,
) -> None:
    """Cases 82, 83, 84, 88 and 91."""
    with FaultServer({**SITE, "/*": instead_of_articles(BAD_PAGES)}) as server:
        bad = crawl(server.address, tmp_path, "-s", "LAYOUT_BROKEN_AFTER=100")
    assert bad.code == 65, bad.stderr[-2000:]
    assert bad.records == []
    aside = [json.loads(path.read_bytes()) for path in (tmp_path / "quarantine").glob("*.json")]
    assert len(aside) >= len(BAD_PAGES)
    names = {path.name.partition(".")[0] for path in (tmp_path / "quarantine").iterdir()}
    assert all(len(name) == 64 and int(name, 16) for name in names)
    with FaultServer(SITE) as server:
        good = crawl(server.address, tmp_path)
    assert good.code == 0, good.stderr[-2000:]
    assert len(good.ids) == len(good.records) >= 16


@pytest.mark.parametrize(
    "body", [b"<html><body><p>Tidak ada berita.</p></body></html>", b"<rss><channel/></rss>"]
)
def test_lists_without_articles_are_65(body: bytes, tmp_path: Path) -> None:
    """Case 75."""
    with FaultServer({"/*": replies(body)}) as server:
        done = crawl(server.address, tmp_path)
    assert done.code == 65, done.stderr[-2000:]
    assert "none held an article" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE u SYSTEM "http://127.0.0.1:9/evil.dtd">',
        "<!DOCTYPE u ["
        + '<!ENTITY a "ha">'
        + "".join(
            f'<!ENTITY {name} "{f"&{before};" * 10}">'
            for before, name in zip("abcdefghi", "bcdefghix", strict=True)
        )
        + "]>",
        f'<!DOCTYPE u [<!ENTITY x "{"a" * 100_000}">]>',
    ],
    ids=["file", "dtd", "billion laughs", "quadratic"],
)
def test_entities_of_a_sitemap_open_nothing_and_cost_nothing(head: str) -> None:
    """Case 72."""
    entries = f"<url><loc>{ARTICLE}</loc></url>" + "<url><loc>&x;</loc></url>" * 2000
    body = f"<?xml version='1.0'?>{head}<urlset>{entries}</urlset>"
    found = listing(Page.from_bytes(SITEMAP, body.encode(), NOW, "text/xml"))
    assert [entry.url for entry in found.articles] == [ARTICLE]


def test_a_walk_ends_even_if_the_site_always_has_a_next_page() -> None:
    """Case 76."""
    following: ListSource | None = ListSource(
        url=day(0), kind="index", section="ekbis", day="2026-07-24"
    )
    steps = 0
    while following is not None:
        steps += 1
        assert steps <= MOST_PAGES + 1
        link = f'<a href="{ARTICLE}">Judul yang cukup panjang</a>'
        page = f'<html><body>{link}<a rel="next" href="{day(20 * steps)}">Next</a></body></html>'
        found = listing(Page.from_bytes(following.url, page.encode(), NOW, "text/html"))
        following = next_of_selection(following, found, Plan(), WIB)
    assert steps == MOST_PAGES + 1


def day(offset: int) -> str:
    return f"https://www.sindonews.com/indeks/5/{offset}?t=2026-07-24"
