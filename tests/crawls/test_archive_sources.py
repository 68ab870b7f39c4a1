"""Articles out of public archives: complete, politely, each once, and never from the site."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.archives import (
    CASES,
    FILE,
    Archive,
    Captured,
    all_cases,
    expected,
    serving,
)
from tests.support.commands import scrapy
from tests.support.crawling import Crawled, records
from tests.support.faultserver import Behaviour, Hit, Wire, replies, resets_midway, sends

SPAN: Final = ("-a", "since=2026-07-01", "-a", "until=2026-07-31")
WAYBACK: Final = ("-s", "CDX_WARC_URL=")
OF_THE_RUN: Final = ("fetched_at", "duplicate_of", "similarity")

WAYS: Final = {
    "Common Crawl": ("-a", "source=cdx"),
    "the Wayback Machine": ("-a", "source=cdx"),
    "CC-NEWS": ("-a", "source=ccnews", *SPAN),
}


def crawl(archive: Archive, folder: Path, *options: str, way: str = "Common Crawl") -> Crawled:
    with serving(archive) as where:
        if way == "the Wayback Machine":
            root = where[1].partition("=")[2]
            where = (*where, "-s", f"CDX_URL={root}cdx/search/cdx", *WAYBACK)
        target = ("-s", f"OUTPUT_DIR={folder}")
        done = scrapy("crawl", "sindonews", *where, *target, *WAYS[way], *options)
    return Crawled(done.returncode, done.stderr, records(folder))


def events(folder: Path) -> list[dict[str, Any]]:
    file = folder / "sindonews-events.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def lasting(told: dict[str, Any]) -> dict[str, Any]:
    """A record without what differs from one run to the next."""
    return {key: value for key, value in told.items() if key not in OF_THE_RUN}


def faulty(path: str, fault: Behaviour, times: int = 1) -> Callable[[Hit], Behaviour | None]:
    """A mood in which the first requests for a path meet a fault."""
    met = [0]

    def mood(hit: Hit) -> Behaviour | None:
        if path not in hit.path or met[0] >= times:
            return None
        met[0] += 1
        return fault

    return mood


@pytest.mark.parametrize("way", WAYS)
def test_every_article_is_read_whole_once_and_dated_by_its_capture(
    way: str, tmp_path: Path
) -> None:
    archive = Archive(all_cases())
    crawled = crawl(archive, tmp_path, way=way)
    assert crawled.code == 0, crawled.stderr[-3000:]
    assert {told["id"]: lasting(told) for told in crawled.records} == {
        told["id"]: lasting(told) for told in map(expected, CASES)
    }
    assert {told["fetched_at"] for told in crawled.records} == {"2026-07-27T02:00:00+00:00"}
    assert archive.most_at_once == 1
    assert all(agent.startswith("newsspider/") for agent in archive.agents)
    assert not any("sindonews" in host for host in archive.hosts)
    found = events(tmp_path)
    assert {event["id"] for event in found} == crawled.ids
    assert {event["event"] for event in found} == {"archived"}
    places = {row["url"]: int(row["offset"]) for row in archive.rows}
    for event in found:
        if way == "the Wayback Machine":
            assert event["archived_from"].endswith(f"/web/20260727020000id_/{event['url']}")
        else:
            assert event["archived_from"].endswith(FILE)
            assert event["offset"] == places[event["url"]]
    [manifest] = [json.loads(path.read_bytes()) for path in (tmp_path / "runs").glob("*.json")]
    assert manifest["counts"]["archive/url"].startswith("http://127.0.0.1:")
    archive.asked.clear()
    again = crawl(archive, tmp_path, way=way)
    assert not archive.asked  # not even for its robots.txt
    assert again.records == crawled.records
    assert again.code == 0


def test_a_live_crawl_after_it_knows_the_articles(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    crawl(archive, tmp_path)
    fixtures = ("-s", "REPLAY_DIR=fixtures/sindonews", "-s", f"OUTPUT_DIR={tmp_path}")
    urls = tmp_path / "urls.txt"
    urls.write_text("\n".join(row["url"] for row in archive.rows))
    done = scrapy("crawl", "sindonews", *fixtures, "-a", f"urls={urls}")
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(records(tmp_path)) == len(CASES)
    assert f"{len(CASES)} known" in done.stderr.splitlines()[-1]


def faults() -> Callable[[Hit], Behaviour | None]:
    """A mood in which each kind of request meets faults before it is answered."""

    async def short(wire: Wire, hit: Hit) -> None:
        first = hit.headers["range"].removeprefix("bytes=").partition("-")[0]
        span = {"Content-Range": f"bytes {first}-{int(first) + 3}/999999"}
        await wire.reply(b"half", 206, span)

    broken = b'HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"url": "https://www.si'
    moods = [
        faulty("showNumPages", replies(b"", 403), 2),
        faulty("page=0", replies(b"", 503, {"Retry-After": "1"})),
        faulty("page=0", replies(b'{"url": "https://www.si'), 2),  # as if it were all
        faulty("page=1", sends(broken), 2),
        faulty(FILE, replies(b"", 429), 2),
        faulty(FILE, resets_midway, 2),
        faulty(FILE, short, 1),
    ]
    return lambda hit: next(filter(None, (mood(hit) for mood in moods)), None)


def test_it_waits_and_asks_again_and_reads_nothing_twice(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    archive.mood = faults()
    crawled = crawl(archive, tmp_path)
    assert crawled.code == 0, crawled.stderr[-3000:]
    assert len(crawled.ids) == len(crawled.records) == len(CASES)
    assert archive.most_at_once == 1


def test_what_stays_away_is_left_to_the_next_run(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    archive.mood = lambda hit: replies(b"", 503) if "page=1" in hit.path else None
    crawled = crawl(archive, tmp_path, "-s", "RETRY_TIMES=1")
    assert crawled.code == 75, crawled.stderr[-3000:]
    assert 0 < len(crawled.records) < len(CASES)
    archive.mood = lambda hit: None
    archive.asked.clear()
    crawled = crawl(archive, tmp_path)
    assert crawled.code == 0
    assert len(crawled.ids) == len(crawled.records) == len(CASES)
    assert archive.asked["/CC-MAIN-2026-30-index"] == 1  # the page that was missing


def test_an_archive_that_is_down_or_forbids_us_ends_with_69(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    archive.mood = lambda hit: replies(b"", 503)
    assert crawl(archive, tmp_path / "down", "-s", "RETRY_TIMES=1").code == 69
    archive.mood = faulty("robots.txt", replies(b"User-agent: *\nDisallow: /\n"), 9)
    forbidden = crawl(archive, tmp_path / "forbidden")
    assert forbidden.code == 69
    assert "robots.txt" in forbidden.stderr.splitlines()[-1]
    archive.mood = faulty("robots.txt", replies(b"User-agent: *\nDisallow: /\n"), 9)
    told = crawl(archive, tmp_path / "told", "-s", "ROBOTSTXT_OBEY=False")
    assert told.code == 0, told.stderr[-2000:]
    assert len(told.records) == len(CASES)


def test_the_newest_capture_that_is_an_article_makes_the_record(tmp_path: Path) -> None:
    page = Captured.case("2025-26-no-author")[0]
    word = b"Ekstrem</h1>"
    assert word in page.body
    archive = Archive(
        [
            page.at("2026-07-27T02:00"),
            page.at("2026-07-28T02:00", word, b"Ekstrem Berlalu</h1>"),
            Captured(page.url, b"<title>403</title><p>Forbidden</p>", page.at("2026-07-29").date),
        ]
    )
    crawled = crawl(archive, tmp_path)
    [told] = crawled.records
    assert told["fetched_at"] == "2026-07-28T02:00:00+00:00"
    assert told["headline"].endswith("Ekstrem Berlalu")
    assert crawled.code == 0, crawled.stderr[-2000:]
    archive.asked.clear()
    assert crawl(archive, tmp_path).records == [told]
    assert not archive.asked


def test_what_is_no_article_is_told_once_and_never_asked_of_the_site(tmp_path: Path) -> None:
    page = Captured.case("2025-26-no-author")[0]
    blocked = Captured(page.url, b"<title>403</title><p>Forbidden</p>", page.date)
    archive = Archive([*(one for one in all_cases() if one.url != page.url), blocked])
    first = crawl(archive, tmp_path)
    assert "1 block pages" in first.stderr.splitlines()[-1]
    again = crawl(archive, tmp_path)
    assert again.code == 0, again.stderr[-2000:]
    live = ("-s", "REPLAY_DIR=fixtures/sindonews", "-s", f"OUTPUT_DIR={tmp_path}")
    done = scrapy("crawl", "sindonews", "-a", "sections=otomotif", *live, "-s", "ACCEPT_CHANGES=1")
    assert page.url not in {told["url"] for told in records(tmp_path)}, done.stderr[-2000:]


def test_a_further_page_that_was_not_captured_is_named_and_the_text_said_to_lack_it(
    tmp_path: Path,
) -> None:
    first, whole = Captured.case("2025-26-two-pages-showpage-all")
    crawled = crawl(Archive([first]), tmp_path)
    [told] = crawled.records
    assert "body_incomplete" in told["warnings"]
    assert f"had: {whole.url}: not in the archive: no capture of it\n" in crawled.stderr
    assert crawled.code == 0, crawled.stderr[-2000:]


def test_damage_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    [row] = [row for row in archive.rows if "/1731573/" in row["url"]]
    place = int(row["offset"]) + 300
    archive.file = archive.file[:place] + b"\0\0\0\0" + archive.file[place + 4 :]
    for way in ("Common Crawl", "CC-NEWS"):
        folder = tmp_path / way
        crawled = crawl(archive, folder, way=way)
        assert crawled.code == 65, crawled.stderr[-3000:]
        assert "amaged" in crawled.stderr
        assert len(crawled.records) == len(CASES) - 1


def test_days_and_sections_hold(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    chosen = ("-a", "since=2026-07-22", "-a", "until=2026-07-25", "-a", "sections=kalam,tekno")
    crawled = crawl(archive, tmp_path, *chosen)
    wanted = [
        told["id"]
        for told in map(expected, CASES)
        if told["section"] in ("kalam", "tekno")
        and "2026-07-22" <= told["date_published"][:10] <= "2026-07-25"
    ]
    assert wanted
    assert sorted(crawled.ids) == sorted(wanted)


def test_a_file_of_cc_news_is_read_in_parts_one_after_the_other(tmp_path: Path) -> None:
    elsewhere = [
        Captured(f"https://lain.example/{n}", b"<p>Bukan berita kami.</p>" * n, page.date)
        for n, page in enumerate(all_cases(), 1)
    ]
    archive = Archive([*all_cases(), *elsewhere])
    crawled = crawl(archive, tmp_path, "-s", "ARCHIVE_PART_BYTES=20000", way="CC-NEWS")
    assert crawled.code == 0, crawled.stderr[-3000:]
    assert archive.asked[f"/{FILE}"] == -(-len(archive.file) // 20000)
    assert crawled.ids == {told["id"] for told in map(expected, CASES)}
    assert archive.most_at_once == 1


def test_a_file_that_changes_while_it_is_read_is_left_to_the_next_run(tmp_path: Path) -> None:
    archive = Archive(all_cases())

    async def changed(wire: Wire, hit: Hit) -> None:
        span = {"Content-Range": f"bytes 20000-39999/{len(archive.file)}", "ETag": '"b"'}
        await wire.reply(archive.file[20000:40000], 206, span)

    archive.mood = lambda hit: changed if "=20000-" in hit.headers.get("range", "") else None
    crawled = crawl(archive, tmp_path, "-s", "ARCHIVE_PART_BYTES=20000", way="CC-NEWS")
    assert crawled.code == 75, crawled.stderr[-3000:]
    assert "has changed while it was read" in crawled.stderr
    archive.mood = lambda hit: None
    assert crawl(archive, tmp_path, way="CC-NEWS").code == 0
    assert len(records(tmp_path)) == len(CASES)


def test_an_archive_is_not_asked_for_several_sites_at_once(tmp_path: Path) -> None:
    target = ("-s", f"OUTPUT_DIR={tmp_path / 'output'}")
    done = scrapy("crawl", "all", "-a", "source=cdx", *target)
    assert done.returncode == 78
    assert "one site at a time" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("source=web",), "known are ccnews, cdx"),
        (("source=cdx", "refresh=48h"), "refresh: means nothing beside source=cdx"),
        (("source=cdx", "order=newest"), "order: means nothing beside source=cdx"),
        (("source=ccnews", "topics=1/a"), "topics: means nothing beside source=ccnews"),
    ],
)
def test_what_makes_no_sense_is_refused(
    options: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    given = [part for option in options for part in ("-a", option)]
    done = scrapy("crawl", "sindonews", *given, "-s", f"OUTPUT_DIR={tmp_path / 'output'}")
    assert done.returncode == 78
    assert words in done.stderr.splitlines()[-1]
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("CDX_URL=index.example", "CDX_URL=index.example: no address"),
        ("REPLAY_DIR=fixtures", "REPLAY_DIR answers for the network"),
    ],
)
def test_settings_that_no_archive_can_be_read_with_are_refused(
    setting: str, words: str, tmp_path: Path
) -> None:
    target = ("-s", f"OUTPUT_DIR={tmp_path / 'output'}", "-s", setting)
    done = scrapy("crawl", "sindonews", "-a", "source=cdx", *target)
    assert done.returncode == 78
    assert words in done.stderr.splitlines()[-1]


def test_a_server_that_goes_on_where_it_was_is_not_asked_for_ever(tmp_path: Path) -> None:
    archive = Archive(all_cases())
    again = json.dumps([["original", "timestamp"], ["x", "not a moment"], [], ["same"]]).encode()
    archive.mood = lambda hit: replies(again) if "showResumeKey" in hit.path else None
    crawled = crawl(archive, tmp_path, way="the Wayback Machine")
    assert crawled.code == 75, crawled.stderr[-2000:]
    assert "goes on where it was" in crawled.stderr
    assert "lines refused" in crawled.stderr.splitlines()[-1]
    assert archive.asked["/cdx/search/cdx"] == 3
