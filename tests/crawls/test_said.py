"""What a run says of itself: little when all is well, and why when it is not."""

from pathlib import Path

import pytest

from tests.support.commands import scrapy
from tests.support.crawling import crawl
from tests.support.faultserver import FaultServer, hangs, replies, resets

MOST = 15  # lines of a clean run


def test_a_clean_run_logs_few_lines_and_a_run_of_debug_all(tmp_path: Path) -> None:
    asked = ("crawl", "sindonews", "-s", "REPLAY_DIR=fixtures", "-s", f"OUTPUT_DIR={tmp_path}")
    done = scrapy(*asked)
    assert done.returncode == 0, done.stderr
    assert len(done.stderr.splitlines()) <= MOST
    assert "Dumping Scrapy stats" not in done.stderr
    again = scrapy(*asked, "-L", "DEBUG")
    assert "Dumping Scrapy stats" in again.stderr
    assert "Enabled item pipelines" in again.stderr


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (replies(b"", 503), "answered 503"),
        (replies(b"", 403), "answered 403"),
        (resets, "connection to "),
        (hangs, "no answer in time from "),
    ],
)
def test_why_a_site_was_not_to_be_had_stands_in_the_last_line(
    fault: object, words: str, tmp_path: Path
) -> None:
    with FaultServer({"/*": fault}) as server:  # type: ignore[dict-item]
        quick = ("-s", "DOWNLOAD_TIMEOUT=1", "-s", "FAILING_DELAY=0.01", "-s", "RETRY_TIMES=0")
        ended = crawl(server.address, tmp_path, *quick)
    assert ended.code == 69
    assert words in ended.stderr.splitlines()[-1]
    assert "the crawl is ending" not in ended.stderr


def test_a_server_that_is_down_is_said_to_refuse(tmp_path: Path) -> None:
    ended = crawl("127.0.0.1:9", tmp_path, "-s", "FAILING_DELAY=0.01")
    assert ended.code == 69
    assert "connection refused by www.sindonews.com" in ended.stderr.splitlines()[-1]
    assert "the crawl is ending" not in ended.stderr
