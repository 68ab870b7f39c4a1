"""What the transport makes of faults of the network, each in a crawl of its own process."""

import gzip
import os
import sys
import zlib
from dataclasses import dataclass
from typing import Any, Final

import brotli
import pytest

from tests.support.faultserver import (
    PAGE,
    Behaviour,
    at_first,
    drips,
    floods,
    hangs,
    page,
    redirects,
    replies,
    resets,
    resets_midway,
    sends,
)
from tests.support.probing import IMPATIENT, Crawl, crawl

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def coded(body: bytes, coding: str) -> Behaviour:
    return replies(body, headers={"Content-Encoding": coding})


WHOLE = PAGE + b" " * 100_000
GZIP = gzip.compress(WHOLE)
BR = brotli.compress(WHOLE)
ZSTD = zstd.compress(WHOLE)
DEFLATE = zlib.compress(WHOLE)
BAD_CRC = GZIP[:-8] + b"\0\0\0\0" + GZIP[-4:]


@dataclass(frozen=True)
class Case:
    """A fault, what is told of an address that has it every time, and what is counted."""

    number: int
    fault: Behaviour
    ends: str  # class of the error, or "" for a page
    counted: str  # a statistic that is not 0
    hits: int = 3  # requests for an address that stays bad


OK_HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CASES: Final = {
    "silent": Case(46, hangs, "DownloadTimeoutError", "retry/count"),
    "drip body": Case(
        46,
        drips(OK_HEAD + b"Content-Length: 9999\r\n\r\n", b"x"),
        "DownloadTimeoutError",
        "retry/count",
    ),
    "drip headers": Case(46, drips(OK_HEAD, b"X-A: b\r\n"), "DownloadTimeoutError", "retry/count"),
    "reset": Case(47, resets, "DownloadFailedError", "retry/count"),
    "reset midway": Case(47, resets_midway, "ResponseDataLossError", "retry/count"),
    "no reply": Case(47, sends(b""), "DownloadFailedError", "retry/count"),
    "garbage": Case(47, sends(os.urandom(500)), "DownloadFailedError", "retry/count"),
    "HTTP/0.9": Case(47, sends(PAGE), "DownloadFailedError", "retry/count"),
    "two lengths": Case(
        47,
        sends(OK_HEAD + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"),
        "DownloadFailedError",
        "retry/count",
    ),
    "1 MB header": Case(
        47, floods(OK_HEAD + b"X: ", b"y" * 65536, 16), "DownloadFailedError", "retry/count"
    ),
    "many headers": Case(
        47,
        replies(headers={f"X-{n}": "y" for n in range(5000)}),
        "BadBody",
        "body/header_flood",
    ),
    "short of its length": Case(
        48,
        sends(OK_HEAD + b"Content-Length: 999\r\n\r\n" + PAGE),
        "ResponseDataLossError",
        "retry/count",
    ),
    "chunks cut": Case(
        48,
        sends(OK_HEAD + b"Transfer-Encoding: chunked\r\n\r\n40\r\n" + PAGE[:64] + b"\r\n"),
        "ResponseDataLossError",
        "retry/count",
    ),
    "cut, no length": Case(49, sends(OK_HEAD + b"\r\n" + PAGE[:40]), "", "body/cut"),
    "gzip truncated": Case(50, coded(GZIP[:-20], "gzip"), "BadBody", "body/truncated_gzip"),
    "gzip bad CRC": Case(50, coded(BAD_CRC, "gzip"), "BadBody", "body/bad_gzip", hits=2),
    "br truncated": Case(50, coded(BR[:-2], "br"), "BadBody", "body/truncated_br"),
    "zstd truncated": Case(50, coded(ZSTD[:-5], "zstd"), "BadBody", "body/truncated_zstd"),
    "deflate truncated": Case(
        50, coded(DEFLATE[:-20], "deflate"), "BadBody", "body/truncated_deflate"
    ),
    "plain called gzip": Case(51, coded(PAGE, "gzip"), "BadBody", "body/bad_gzip", hits=2),
    "unknown coding": Case(51, coded(PAGE, "rot13"), "BadBody", "body/unknown_coding", hits=2),
    "empty": Case(65, replies(b""), "BadBody", "body/empty"),
    "204": Case(65, replies(b"", 204), "BadBody", "body/empty"),
    "500": Case(60, replies(b"", 500), "HttpError", "retry/count"),
}


@pytest.fixture(scope="module")
def faults() -> Crawl:
    """One crawl of all the faults, side by side."""
    routes: dict[str, Behaviour] = {"/good": page}
    for name, case in CASES.items():
        routes |= {f"/cured/{slug(name)}": at_first(case.fault), f"/bad/{slug(name)}": case.fault}
    settings: dict[str, Any] = {
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "FAILURES_IN_A_ROW_MAX": 0,
        **IMPATIENT,
    }
    return crawl(routes, *routes, **settings)


def slug(name: str) -> str:
    return name.replace(" ", "-").replace(",", "").replace("/", "")


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES)
def test_a_fault_is_tried_again_and_never_passes_for_a_page(
    faults: Crawl, name: str, case: Case
) -> None:
    cured, bad = f"/cured/{slug(name)}", f"/bad/{slug(name)}"
    assert faults.results[cured].get("size") == len(PAGE), faults.log
    assert faults.results[bad].get("error", "") == case.ends, faults.log
    assert faults.server.paths().count(bad) == case.hits
    assert faults.stats[case.counted]
    if case.ends == "":
        assert faults.results[bad]["flags"] == ["partial"]


def test_faults_do_not_stand_in_the_way_of_good_pages(faults: Crawl) -> None:
    assert faults.reason == "finished"
    assert faults.results["/good"]["size"] == len(PAGE)
    assert faults.rss < 300 << 20


BIG: Final = 300 << 20  # bytes of a bomb: far above what a crawl may take


def bomb(coding: str) -> bytes:
    """300 MB of blanks, as little as the coding makes of them."""
    if coding == "gzip, gzip":
        return gzip.compress(bomb("gzip"))
    packer: Any = {
        "gzip": zlib.compressobj(wbits=31),
        "deflate": zlib.compressobj(),
        "zstd": zstd.ZstdCompressor(),
        "br": brotli.Compressor(quality=4),
    }[coding]
    pack = packer.process if coding == "br" else packer.compress
    parts = [pack(b" " * (1 << 20)) for _ in range(BIG >> 20)]
    return b"".join([*parts, packer.finish() if coding == "br" else packer.flush()])


def test_bombs_are_stopped_at_the_size_limit() -> None:
    """Case 52, with an address space that any of the bombs would burst."""
    codings = ["gzip", "deflate", "br", "zstd", "gzip, gzip"]
    bombs = {f"/bomb{n}": coded(bomb(coding), coding) for n, coding in enumerate(codings)}
    ended = crawl({**bombs, "/good": page}, *bombs, "/good", memory=1 << 30)
    assert [ended.results[path]["words"] for path in bombs] == ["bad body: too_large"] * 5
    assert ended.results["/good"]["size"] == len(PAGE)
    assert len(ended.server.paths()) == 6
    assert ended.rss < 200 << 20


def test_pages_of_100_mb_are_stopped_at_the_size_limit() -> None:
    """Case 53: with and without a length."""
    filling = b"x" * (1 << 20)
    routes = {
        "/length": floods(OK_HEAD + b"Content-Length: 104857600\r\n\r\n", filling, 100),
        "/none": floods(OK_HEAD + b"\r\n", filling, 100),
    }
    ended = crawl(routes, *routes, memory=1 << 30)
    assert [ended.results[path]["error"] for path in routes] == ["DownloadCancelledError"] * 2
    assert ended.stats["body/too_large"] == 2
    assert len(ended.server.paths()) == 2
    assert ended.rss < 200 << 20


def test_a_head_without_an_end_is_cut_off() -> None:
    """Case 47: lines just short of what Twisted refuses, 2 GB of them."""
    lines = b"".join(b"X-%d: %b\r\n" % (n, b"y" * 16_000) for n in range(60))
    routes = {"/endless": floods(OK_HEAD, lines, 2000), "/good": page}
    ended = crawl(routes, *routes, memory=1 << 30)
    assert ended.results["/endless"]["error"] == "DownloadFailedError"
    assert ended.results["/good"]["size"] == len(PAGE)
    assert ended.rss < 200 << 20


def test_redirects_end_after_five_hops() -> None:
    """Case 54: a loop of each kind, and a chain without an end."""
    loops = {f"/{status}": redirects(f"/{status}", status) for status in (301, 302, 303, 307, 308)}
    ended = crawl({**loops, "/chain*": redirects("/chain/{at}")}, *loops, "/chain")
    assert {facts["words"] for facts in ended.results.values()} == {"max redirections reached"}
    assert [ended.server.paths().count(path) for path in loops] == [6] * 5
    assert len([path for path in ended.server.paths() if path.startswith("/chain")]) == 6


OFF_SITE: Final = [
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:22/",
    "http://10.1.2.3/",
    "http://[::1]/",
    "http://[fc00::1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://2852039166/",
    "http://0xa9.0xfe.0xa9.0xfe/",
    "http://0251.0376.0251.0376/",
    "https://evilsindonews.com/",
    "https://sindonews.com.evil.id/",
    "https://www.sindonews.com./",
    "https://s\u0456ndonews.com/",
    "https://user:pw@www.sindonews.com/",
    "https://www.sindonews.com:8443/",
    "//evil.id/",
    "https://www.sindonews.com/" + "y" * 4_000,
]


def test_a_redirect_off_the_site_is_not_followed() -> None:
    """Cases 56, 58 and 67, from start addresses: Scrapy lets those leave the site."""
    routes = {f"/away/{n}": redirects(target) for n, target in enumerate(OFF_SITE)}
    ended = crawl(routes, *routes)
    assert ended.stats["guard/blocked"] == len(OFF_SITE)
    assert {hit.host for hit in ended.server.hits} == {"www.sindonews.com"}
    assert sorted(ended.server.paths()) == sorted(routes)


def test_other_schemes_are_never_requested() -> None:
    """Case 55, as start addresses and as targets of redirects."""
    foreign = ["file:///etc/hostname", "data:text/html,x", "ftp://www.sindonews.com/y"]
    routes = {f"/away/{n}": redirects(target) for n, target in enumerate(foreign)}
    ended = crawl(routes, *routes, *foreign)
    assert [ended.results[url]["words"] for url in foreign] == ["guard: scheme"] * 3
    assert len(ended.server.paths()) == 3


def test_a_meta_refresh_is_not_followed() -> None:
    """Case 55."""
    body = b'<html><meta http-equiv="refresh" content="0;url=http://169.254.169.254/"></html>'
    ended = crawl({"/meta": replies(body)}, "/meta")
    assert ended.results["/meta"]["size"] == len(body)
    assert ended.server.paths() == ["/meta"]


def test_cookies_are_neither_kept_nor_looked_up() -> None:
    """Case 66: no cookie comes back, and nothing but the site was asked for."""
    flood = {f"Set-Cookie: c{n}": f"{'v' * 4000}; Domain=com" for n in range(100)}
    ended = crawl({"/a": replies(headers=flood), "/b": page}, "/a", "/b")
    assert ended.results["/b"]["size"] == len(PAGE)
    assert not any("cookie" in hit.headers for hit in ended.server.hits)
