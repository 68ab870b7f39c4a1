"""Articles of many hosts in one crawl: lists that the user names, robots.txt and pace of each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.commands import scrapy
from tests.support.crawling import AT_ONCE
from tests.support.faultserver import FaultServer, replies
from tests.support.project import PROJECT

FIXTURES: Final = PROJECT / "fixtures" / "web"
BRIDGE: Final = "section-as-first-heading"
FERRY: Final = "english-json-ld"
FORBIDDEN: Final = "https://tertutup.example/daerah/pasar-malam-dibuka-lagi-pekan-ini"
DOWN: Final = "https://mati.example/daerah/{}-jalan-desa-selesai-diperbaiki"
PAGED: Final = "https://kabarlereng.example/tani/panen-kopi-dimulai-lebih-awal"
TITLE: Final = "Panen Kopi di Lereng Timur Dimulai Lebih Awal"
PAGES: Final = (
    (
        "Petani kopi di lereng timur mulai memetik buah dua pekan lebih awal dari biasanya.",
        "Hujan yang berhenti sejak Mei membuat buah masak serentak, kata penyuluh setempat.",
    ),
    (
        "Harga kopi di tingkat petani masih dirundingkan dengan para pengepul dari kota.",
        "Panen raya diperkirakan berlangsung sampai akhir September, kata ketua koperasi.",
    ),
)
CHILDREN: Final = (
    "kabarlereng.example/isi/1.xml",
    "kabarlereng.example/peta.php?bulan=7",
    "kabarlereng.example/daftar.txt",
)
KNOWN: Final = "https://www.sindonews.com/read/1/2/harga-beras-turun-1700000000"


def address(case: str) -> str:
    meta = json.loads((FIXTURES / case / "meta.json").read_text("utf-8"))
    return str(meta["url"])


def path_of(case: str) -> str:
    host, _, path = address(case).partition("://")[2].partition("/")
    return f"{host}/{path.partition('?')[0]}"


def body(case: str) -> bytes:
    return (FIXTURES / case / "page.html").read_bytes()


def feed(*urls: str) -> bytes:
    items = "".join(f"<item><link>{url}</link></item>" for url in urls)
    return f"<rss><channel>{items}</channel></rss>".encode()


def sitemap(tag: str, *urls: str) -> bytes:
    kind = {"sitemap": "sitemapindex", "url": "urlset"}[tag]
    rows = "".join(f"<{tag}><loc>{url}</loc></{tag}>" for url in urls)
    return f"<{kind}>{rows}</{kind}>".encode()


def paged(number: int) -> bytes:
    """A page of an article of two, which links to the other."""
    stated = '<meta property="article:published_time" content="2026-07-21T09:10:00+07:00">'
    lines = "".join(f"<p>{line}</p>" for line in PAGES[number - 1])
    return (
        f"<html lang='id'><head><title>{TITLE}</title>{stated}</head><body><h1>{TITLE}</h1>"
        f"<p>Selasa, 21 Juli 2026 - 09:10 WIB</p><article>{lines}</article>"
        f"<a href='?page={3 - number}'>{3 - number}</a></body></html>"
    ).encode()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    routes = {
        path_of(BRIDGE): replies(body(BRIDGE)),
        path_of(FERRY): replies(body(FERRY)),
        "tertutup.example/robots.txt": replies(b"User-agent: *\nDisallow: /\n"),
        FORBIDDEN[8:]: replies(body(BRIDGE)),
        **{DOWN.format(number)[8:]: replies(b"", 503) for number in range(4)},
        PAGED[8:]: replies(paged(1)),
        f"{PAGED[8:]}?page=2": replies(paged(2)),
        "kabarlereng.example/dua.xml": replies(feed(PAGED)),
        "kabarlereng.example/umpan.xml": replies(feed(address(BRIDGE), address(FERRY), KNOWN)),
        "kabarlereng.example/peta.xml": replies(
            sitemap("sitemap", *(f"https://{child}" for child in CHILDREN))
        ),
        CHILDREN[0]: replies(sitemap("url", address(BRIDGE))),
        CHILDREN[1]: replies(sitemap("url", address(FERRY))),
        CHILDREN[2]: replies(f"\ufeff{PAGED}\r\n".encode()),
    }
    with FaultServer(routes) as server:
        yield server


def crawl(server: FaultServer, folder: Path, *arguments: str) -> tuple[int, str]:
    target = ("-s", f"CONNECT_TO={server.address}", "-s", f"OUTPUT_DIR={folder}")
    quick = ("-s", "FAILING_DELAY=0.01")
    done = scrapy("crawl", "web", *target, *AT_ONCE, *quick, *arguments)
    return done.returncode, done.stderr


def stored(folder: Path) -> list[dict[str, Any]]:
    lines = (line for file in folder.glob("web-*.jsonl") for line in file.read_bytes().splitlines())
    return [json.loads(line) for line in lines]


def test_a_host_that_is_down_or_forbids_us_leaves_the_others_alone(
    server: FaultServer, tmp_path: Path
) -> None:
    urls = tmp_path / "urls.txt"
    dead = [DOWN.format(number) for number in range(4)]
    urls.write_text("\n".join([*dead, FORBIDDEN, address(BRIDGE), address(FERRY), KNOWN]))
    output = tmp_path / "output"
    one = ("-s", "CONCURRENT_REQUESTS_PER_DOMAIN=1", "-s", "RETRY_TIMES=0")
    limit = (*one, "-s", "FAILURES_IN_A_ROW_MAX=2")
    code, said = crawl(server, output, "-a", f"urls={urls}", *limit)
    assert {record["headline"] for record in stored(output)} == {
        "Jembatan Gantung Cibulan Dibuka Lagi Setelah Diperbaiki",
        "Ferry operator cuts winter timetable",
    }
    assert "Nothing more is asked of mati.example: unreachable" in said
    assert "not an address of the web" in said
    assert code in (69, 75)
    asked = [hit.host for hit in server.hits if hit.host == "tertutup.example"]
    assert len(asked) == 1  # its robots.txt
    _, last = crawl(server, output, "-a", f"urls={urls}", *limit)
    assert len(stored(output)) == 2
    assert "2 known" in last.splitlines()[-1]


def test_feeds_and_sitemaps_lead_to_articles_of_whatever_host(
    server: FaultServer, tmp_path: Path
) -> None:
    feeds = tmp_path / "feeds.txt"
    feeds.write_text("https://kabarlereng.example/umpan.xml  # the newest\n")
    code, said = crawl(server, tmp_path / "one", "-a", f"feeds={feeds}")
    assert code == 0, said
    assert len(stored(tmp_path / "one")) == 2
    peta = "sitemap=https://kabarlereng.example/peta.xml"
    code, said = crawl(server, tmp_path / "two", "-a", peta)
    assert code == 0, said
    found = {record["url"] for record in stored(tmp_path / "two")}
    assert found == {address(BRIDGE).partition("?")[0], address(FERRY), PAGED}


def test_the_further_pages_of_an_article_are_fetched_as_it_links_to_them(
    server: FaultServer, tmp_path: Path
) -> None:
    feeds = tmp_path / "feeds.txt"
    feeds.write_text("https://kabarlereng.example/dua.xml")
    code, said = crawl(server, tmp_path / "output", "-a", f"feeds={feeds}")
    assert code == 0, said
    [record] = stored(tmp_path / "output")
    assert record["article_body"].split("\n\n") == [*PAGES[0], *PAGES[1]]
    assert "body_incomplete" not in record["warnings"]


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ((), "name what to read"),
        (("-a", "sitemap=peta.xml"), "not an address of the web"),
        (("-a", "feeds=/dev/null"), "no address in it"),
        (("-a", f"sitemap={KNOWN}"), "not an address of the web"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(
    argument: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = scrapy("crawl", "web", "-s", f"OUTPUT_DIR={tmp_path / 'output'}", *argument)
    assert done.returncode == 78
    assert words in done.stderr.splitlines()[-1]
    assert not (tmp_path / "output").exists()
