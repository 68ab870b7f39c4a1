"""What is refused before the first request."""

import sys
from pathlib import Path

import pytest
from scrapy.crawler import Crawler
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newsspider.crawl.preflight import refuse_lost_ground
from newsspider.errors import BadArgument
from tests.support.commands import scrapy


@pytest.mark.parametrize(
    ("setting", "name", "says"),
    [
        ("ITEM_PIPELINES", "mine.Component", "No module named 'mine'"),
        ("EXTENSIONS", "newsspider.errors.Mine", "doesn't define any object named 'Mine'"),
        ("DOWNLOADER_MIDDLEWARES", "component", "not a full path"),
    ],
)
def test_a_component_that_cannot_be_loaded_is_refused_in_one_line(
    setting: str, name: str, says: str, tmp_path: Path
) -> None:
    output = ("-s", f"OUTPUT_DIR={tmp_path / 'out'}", "-s", "REPLAY_DIR=fixtures")
    done = scrapy("crawl", "sindonews", *output, "-s", f'{setting}={{"{name}": 600}}')
    assert done.returncode == 78, done.stderr
    line = done.stderr.splitlines()[-1]
    assert f"{setting}: {name}: " in line
    assert says in line
    assert list(tmp_path.iterdir()) == []


def _with_s3_feed(tmp_path: Path) -> Crawler:
    feed = {"s3://bucket/out.jsonl": {"format": "jsonlines"}}
    settings = get_project_settings()
    settings.setdict({"OUTPUT_DIR": str(tmp_path), "FEEDS": feed}, priority="cmdline")
    return Crawler(get_spider_loader(settings).load("sindonews"), settings)


def test_a_feed_whose_library_is_missing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    monkeypatch.setitem(sys.modules, "boto3.session", None)
    with pytest.raises(BadArgument, match=r"FEEDS=s3://bucket/out\.jsonl: missing boto3 library"):
        refuse_lost_ground(_with_s3_feed(tmp_path))


def test_a_feed_without_credentials_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    with pytest.raises(BadArgument, match=r"out\.jsonl: no AWS credentials; set AWS_ACCESS_KEY_ID"):
        refuse_lost_ground(_with_s3_feed(tmp_path))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "uji")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "uji")
    refuse_lost_ground(_with_s3_feed(tmp_path))
