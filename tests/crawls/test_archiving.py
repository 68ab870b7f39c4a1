"""ARCHIVE: crawls whose every exchange is kept, byte for byte, before its article is stored."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.utils.test import get_crawler

from newsspider import settings
from newsspider.errors import BadArgument
from newsspider.store.pages.fixtures import Fixture
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage
from simulator.running import running
from simulator.world import World
from tests.support.commands import scrapy
from tests.support.crawling import crawl as crawl_site
from tests.support.faultserver import Behaviour, Hangup, Hit, Wire, at_first, hangs, page
from tests.support.probing import WWW, crawl
from tests.support.project import PROJECT, environment
from tests.support.warc_files import answer, of_case, packed, record
from tests.warc.write.exchanges import files, objections

ODD = (
    b"HTTP/1.1 200 Baik sekali\r\nserver:nginx\r\nX-Lipat: satu\r\n\tdua  tiga\r\n"
    b"X-Kafe: caf\xe9\r\n"
    b"tanpa titik dua\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Type: text/html\r\n"
)
CHUNKED = (
    ODD + b"Transfer-Encoding: chunked\r\n\r\n5;nama=nilai\r\nHalo \r\n3\r\nlah\r\n0\r\n"
    b"X-Akhir: ya\r\n\r\n"
)
PLAIN = ODD + b"Content-Length: 5\r\n\r\nHalo!"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
CUT = ODD + b"Content-Length: 50\r\n\r\nHalo"
UNTIL_CLOSED = ODD + b"Connection: close\r\n\r\nHalo sampai tutup"


def sends(data: bytes, *, hang_up: bool = False) -> Behaviour:
    """These bytes in small pieces, on a connection that is kept unless told otherwise."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        for at in range(0, len(data), 40):
            await wire.send(data[at : at + 40])
            await asyncio.sleep(0)
        if hang_up:
            raise Hangup

    return behaviour


def kept(folder: Path) -> list[tuple[Mapping[str, str], bytes]]:
    """Head and block of every record."""
    return [
        (dict(record.headers.items()), record.reader.read())
        for path in files(folder)
        for record in ArchiveIterator(str(path), parse_http=False)
    ]


def test_the_bytes_are_those_that_went_over_the_wire(tmp_path: Path) -> None:
    """A raw server that answers oddly, to four requests at a time over kept connections."""
    odd = (CHUNKED, PLAIN, UNTIL_CLOSED) * 4
    answers = {f"/{n}": data.replace(b"Halo", b"Hal%c" % (65 + n)) for n, data in enumerate(odd)}
    routes = {path: sends(data, hang_up=data.endswith(b"tutup")) for path, data in answers.items()}
    routes["/isyarat"] = sends(HINTS + PLAIN)
    crawled = crawl(
        routes, *answers, "/isyarat", ARCHIVE=tmp_path, CONCURRENT_REQUESTS_PER_DOMAIN=4
    )
    records = kept(tmp_path)
    found = {
        head["WARC-Target-URI"].removeprefix(WWW): block
        for head, block in records
        if head["WARC-Type"] == "response"
    }
    assert found.pop("/robots.txt").startswith(b"HTTP/1.1 200 OK\r\n")
    assert found == answers | {"/isyarat": PLAIN}
    sent = sorted(block for head, block in records if head["WARC-Type"] == "request")
    assert sent == sorted(hit.head for hit in crawled.server.hits)
    for head, block in records:
        if head["WARC-Type"] == "request":
            line = block.split(b"\r\n")[0].decode()
            assert line == f"GET {head['WARC-Target-URI'].removeprefix(WWW)} HTTP/1.1"
    assert [objections(path) for path in files(tmp_path)] == [""]


def test_answers_that_were_cut_say_so_and_why(tmp_path: Path) -> None:
    endless = ODD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1;%s\r\nx\r\n" % (b"n" * 900) * 2000
    crawl(
        {
            "/putus": at_first(sends(CUT, hang_up=True)),
            "/diam": hangs,
            "/lambat": sends(CUT),
            "/besar": sends(ODD + b"Content-Length: 900000\r\n\r\n" + b"x" * 900_000),
            "/remah": sends(endless),
            "/halaman": page,
        },
        *("/putus", "/diam", "/lambat", "/besar", "/remah", "/halaman"),
        ARCHIVE=tmp_path,
        DOWNLOAD_TIMEOUT=2,
        DOWNLOAD_MAXSIZE=100_000,
        RETRY_TIMES=1,
    )
    told: dict[str, list[str | None]] = {}
    for each in (each for path in files(tmp_path) for each in read_captures(path)):
        assert not isinstance(each, Damage)
        told.setdefault(each.url.removeprefix(WWW), []).append(each.truncated)
    assert told["/putus"] == ["disconnect", None]
    assert "/diam" not in told  # nothing came
    assert told["/lambat"] == ["time", "time"]
    assert told["/besar"] == ["length"]
    assert set(told["/remah"]) == {"length"}
    assert told["/halaman"] == [None]
    assert [objections(path) for path in files(tmp_path)] == [""]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"ARCHIVE": "s3://ember/w"}, "an address; name a local folder"),
        ({"ARCHIVE": "w", "ARCHIVE_ROLL_MB": 0}, "size of a file in megabytes"),
        ({"ARCHIVE": "w", "REPLAY_DIR": "fixtures"}, "REPLAY_DIR exclude each other"),
        (
            {
                "ARCHIVE": "w",
                "DOWNLOAD_HANDLERS": {**settings.DOWNLOAD_HANDLERS, "https": HTTP11DownloadHandler},
            },
            "the handler of https",
        ),
    ],
)
def test_an_archive_that_cannot_be_is_refused(given: dict[str, Any], words: str) -> None:
    own = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    with pytest.raises(BadArgument, match=words):
        get_crawler(settings_dict={**own, **given})  # builds the extensions


LATER = """
import sys
from scrapy.cmdline import execute
from tests.support.jumping_clock import set_ahead
set_ahead(80)
execute(["scrapy", "crawl", "sindonews", *sys.argv[1:]])
"""


def test_records_agree_with_their_captures_and_a_later_replay_with_both(tmp_path: Path) -> None:
    """A whole crawl: `fetched_at` is the WARC-Date, the listing's word is beside it, the manifest
    names the file; and its replay three days later, without a server, stores the same."""
    world, archive = World(until=date(2026, 7, 24), articles=12, days=1), tmp_path / "w"
    with running(world) as site:
        crawled = crawl_site(site.address, tmp_path / "out", f"-sARCHIVE={archive}")
        requests = site.requests()
    [path] = files(archive)
    found = [each for each in read_captures(path) if not isinstance(each, Damage)]
    assert crawled.code == 0, crawled.stderr[-2000:]
    assert len(found) == requests.total
    dates = {each.listed["url"]: each.date for each in found if each.listed}
    for made in crawled.records:
        assert dates[made["url"]].isoformat() == made["fetched_at"].replace("Z", "+00:00")
    [manifest] = (tmp_path / "out" / "runs").glob("*.json")
    assert json.loads(manifest.read_text())["archive"] == [path.name]
    assert objections(path) == ""
    given = (f"-sREPLAY_ARCHIVE={archive}/*.warc.gz", f"-sOUTPUT_DIR={tmp_path / 'replayed'}")
    again = subprocess.run(
        [sys.executable, "-c", LATER, *given],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 0, again.stderr
    assert sorted(lines(tmp_path / "replayed")) == sorted(lines(tmp_path / "out"))
    assert len(lines(tmp_path / "replayed")) == 12


def test_a_replay_of_a_damaged_file_reads_what_is_whole_and_ends_with_65(tmp_path: Path) -> None:
    case = Fixture.load(PROJECT / "fixtures" / "sindonews" / "2025-26-lists")
    [page] = [saved.url for saved in case.answers()]
    robots = record("https://www.sindonews.com/robots.txt", answer(b"", "Content-Type: text/plain"))
    whole, urls = packed([robots, *of_case(case)]), tmp_path / "urls.txt"
    (tmp_path / "a.warc.gz").write_bytes(whole + packed(of_case(case))[:-50])
    urls.write_text(page)
    output, given = tmp_path / "out", f"-sREPLAY_ARCHIVE={tmp_path}/*.warc.gz"
    done = scrapy("crawl", "sindonews", given, f"-sOUTPUT_DIR={output}", f"-aurls={urls}")
    assert done.returncode == 65, done.stderr
    assert f"a.warc.gz: byte {len(whole):,}: cut: the record has no end" in done.stderr
    assert len(lines(output)) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small tmpfs needs root and the right to mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_ends_with_74_and_stores_nothing_that_is_not_captured(
    tmp_path: Path, small_disk: Path
) -> None:
    world, output = World(until=date(2026, 7, 24), articles=40, days=1), tmp_path / "out"
    with running(world) as site:
        full = crawl_site(site.address, output, f"-sARCHIVE={small_disk}")
        grown = ["mount", "-o", "remount,size=30m", str(small_disk)]
        subprocess.run(grown, check=True)
        again = crawl_site(site.address, output, f"-sARCHIVE={small_disk}")
    assert full.code == 74, full.stderr
    assert full.stderr.splitlines()[-1].startswith("sindonews: exit 74 (output failed: ")
    assert again.code == 0, again.stderr
    assert "was left open by a run that was killed" in again.stderr
    assert len(again.records) == 40
    first, second = files(small_disk)
    assert objections(first) == objections(second) == ""
    captured = [
        {
            each.listed["url"]
            for each in read_captures(path)
            if isinstance(each, Capture) and each.listed
        }
        for path in (first, second)
    ]
    assert {record["url"] for record in full.records} <= captured[0]
    assert {record["url"] for record in again.records} <= captured[0] | captured[1]


def lines(folder: Path) -> list[bytes]:
    """The stored lines, as bytes."""
    days = folder.glob("sindonews-????-??-??.jsonl")
    return [line for path in days for line in path.read_bytes().splitlines()]
