"""The main job as a user runs it: whole crawls of the saved site, without network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsspider.items import from_record
from tests.support.commands import scrapy
from tests.support.crawling import records
from tests.support.project import PROJECT, environment

EXPECTED = PROJECT / "fixtures" / "sindonews"


def arguments(output: Path, *options: str | Path) -> list[str]:
    replay = ("-s", "REPLAY_DIR=fixtures", "-s", f"OUTPUT_DIR={output}", "-L", "ERROR")
    return ["crawl", "sindonews", *replay, *map(str, options)]


def demo(output: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    return scrapy(*arguments(output, *options))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("demo")
    line = [sys.executable, "-m", "scrapy", *arguments(output)]
    done = subprocess.run(
        line, cwd=PROJECT, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return output


def test_each_site_has_its_spider() -> None:
    folders = (PROJECT / "newsspider" / "sites").glob("*/site.py")
    assert scrapy("list").stdout.split() == sorted(door.parent.name for door in folders)


def test_the_demo_stores_each_listed_article_once_and_right(crawled: Path) -> None:
    stored = records(crawled)
    by_url = {record["url"]: record for record in stored}
    assert len(stored) == len(by_url) >= 16
    expected = [
        record
        for path in EXPECTED.glob("*/expected.json")
        if "article_body" in (record := json.loads(path.read_text(encoding="utf-8")))
        and record["url"] in by_url
    ]
    bodies = {record["url"]: [] for record in expected}  # type: dict[str, list[str]]
    for record in expected:
        bodies[record["url"]].append(record["article_body"])
    assert bodies.keys() == by_url.keys()
    for url, record in by_url.items():
        from_record(record)
        assert record["article_body"] in bodies[url]


def test_every_section_weekday_and_a_second_page_are_in_the_demo(crawled: Path) -> None:
    stored = records(crawled)
    assert {record["section"] for record in stored} >= {
        "nasional", "metro", "daerah", "ekbis", "international", "sports", "lifestyle", "kalam",
        "edukasi", "tekno", "otomotif",
    }  # fmt: skip
    weekdays = {(record["date_published_raw"] or "").split(",")[0] for record in stored}
    assert weekdays >= {"Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu"}
    assert any(record["page_count"] > 1 for record in stored)


def test_a_second_run_adds_nothing_and_fetches_no_article(tmp_path: Path) -> None:
    assert demo(tmp_path).returncode == 0
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.jsonl")}
    again = demo(tmp_path)
    assert again.returncode == 0
    assert "0 stored" in again.stderr.splitlines()[-1]
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.jsonl")} == before
    manifests = [json.loads(path.read_bytes()) for path in (tmp_path / "runs").glob("*.json")]
    second = max(manifests, key=lambda manifest: manifest["counts"].get("article/known", 0))
    assert second["counts"].get("page/read", 0) == 0
    assert "article/stored" not in second["counts"]
    assert {manifest["verdict"] for manifest in manifests} == {"complete"}


def test_two_replays_write_the_same_bytes(crawled: Path, tmp_path: Path) -> None:
    assert demo(tmp_path).returncode == 0
    first, second = (
        b"".join(path.read_bytes() for path in sorted(folder.glob("*.jsonl")))
        for folder in (crawled, tmp_path)
    )
    assert first == second


def test_the_feeds_of_scrapy_work_beside_ours(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    assert demo(tmp_path / "out", "-o", feed, "-a", "limit=3").returncode == 0
    exported = [json.loads(line) for line in feed.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in exported] == [row["id"] for row in records(tmp_path / "out")]
    assert len(exported) == 3


def test_parse_and_shell_work_and_store_nothing(tmp_path: Path) -> None:
    url = records_url()
    options = ("-s", "REPLAY_DIR=fixtures", "-s", f"OUTPUT_DIR={tmp_path / 'out'}", "-L", "ERROR")
    parsed = scrapy("parse", url, "--spider=sindonews", "-c", "parse", *options)
    assert "date_published" in parsed.stdout, parsed.stderr
    shell = scrapy("shell", url, "-c", "response.css('h1::text').get().strip()", *options)
    assert shell.returncode == 0, shell.stderr
    assert shell.stdout.strip()
    assert not (tmp_path / "out").exists()


def records_url() -> str:
    meta = json.loads((EXPECTED / "2025-26-lists" / "meta.json").read_text(encoding="utf-8"))
    return str(meta["url"])


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (("-a", "sinse=2022-01-01"), 78, "did you mean since?"),
        (("-a", "since"), 78, "NAME=VALUE"),
        (("-a", "since=2022-02-31"), 78, "did you mean 2022-02-28?"),
        (("-a", "sections=internasional"), 78, "did you mean international?"),
        (("-s", "OUTPT_DIR=x"), 78, "did you mean OUTPUT_DIR?"),
        (("-s", "OUTPUT_DIR"), 78, "NAME=VALUE"),
        (("-s", "REPLAY_DIR=nowhere"), 78, "nowhere"),
        (("-s", "REPLAY_DIR=", "-s", "CONNECT_TO=nonsense"), 78, "CONNECT_TO"),
        (("-s", "OUTPUT_DIR=README.md"), 73, "README.md"),
        (("-s", "OUTPUT_DIR="), 78, "OUTPUT_DIR: empty"),
    ],
)
def test_bad_input_is_refused_before_the_first_request(
    options: tuple[str, ...], code: int, says: str, tmp_path: Path
) -> None:
    done = demo(tmp_path / "out", *options)
    assert done.returncode == code, done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"sindonews: exit {code} (")
    assert says in last
    assert list((tmp_path / "out").glob("*.jsonl")) == []


def test_an_unknown_spider_is_answered_with_the_right_one() -> None:
    done = scrapy("crawl", "sindonew")
    assert done.returncode == 78
    assert done.stderr.splitlines() == [
        "newsspider: exit 78 (sindonew: no such spider; did you mean sindonews?)"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = demo(tmp_path / "out")
    assert done.returncode == 73


def test_a_changed_saved_page_ends_the_replay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("site-feed", "site-robots", "2025-26-lists"):
        (site / name).mkdir(parents=True)
        for path in (EXPECTED / name).iterdir():
            (site / name / path.name).write_bytes(path.read_bytes())
    page = site / "site-feed" / "page.xml"
    page.write_bytes(page.read_bytes()[:-100])
    done = demo(tmp_path / "out", "-s", f"REPLAY_DIR={site}")
    assert done.returncode == 65
    assert "sha256" in done.stderr


def test_a_page_that_is_no_article_is_told_and_exits_65(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>Maaf</p></body></html>", encoding="utf-8")
    done = scrapy("extract", page, "--url", records_url())
    assert done.returncode == 65
    assert "not an article" in done.stderr
    assert done.stdout == ""


def test_extract_prints_the_record_of_a_case() -> None:
    case = EXPECTED / "2025-26-lists"
    done = scrapy("extract", case)
    assert done.returncode == 0, done.stderr
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    printed = json.loads(done.stdout)
    assert printed["headline"] == expected["headline"]
    assert printed["article_body"] == expected["article_body"]
