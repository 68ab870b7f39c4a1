"""Replays answer from saved pages, the same every time, and from nothing else."""

import asyncio
import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newsspider.errors import BadArgument
from newsspider.store.pages.fixtures import Fixture, FixtureInvalid, Saved
from newsspider.transport.replay import ReplayHandler
from newsspider.transport.saved_answers import SavedAnswers
from tests.support.commands import scrapy

SAVED_AT = datetime(2022, 1, 11, 4, 0, tzinfo=UTC)
FRONT = "https://www.sindonews.com/?a=1&b=2"
HTML = {"Content-Type": "text/html", "Content-Encoding": "gzip"}


def save(folder: Path, *answers: Saved) -> Path:
    Fixture.save(folder, answers, SAVED_AT)
    return folder


def handler(root: Path) -> ReplayHandler:
    built = ReplayHandler(get_crawler())
    built.answers = SavedAnswers.load(root)
    return built


@pytest.fixture
def root(tmp_path: Path) -> Path:
    save(tmp_path / "b", Saved(url=FRONT, body=b"second", headers=HTML))
    save(tmp_path / "a", Saved(url=FRONT, body=b"<html>first", headers=HTML))
    moved = Saved(url="https://x.sindonews.com/", body=b"", status=301, headers={"Location": "/y"})
    save(tmp_path / "deep" / "c", moved)
    return tmp_path


@pytest.mark.parametrize(
    ("url", "status", "body"),
    [
        (FRONT, 200, b"<html>first"),
        ("http://www.sindonews.com/?b=2&a=1", 200, b"<html>first"),
        (FRONT + "#text", 200, b"<html>first"),
        ("https://x.sindonews.com/", 301, b""),
        ("https://www.sindonews.com/", 404, b""),
    ],
)
def test_an_address_is_answered_as_saved(root: Path, url: str, status: int, body: bytes) -> None:
    response = asyncio.run(handler(root).download_request(Request(url)))
    assert (response.url, response.status, response.body) == (url, status, body)
    assert "Content-Encoding" not in response.headers


def test_the_time_of_saving_comes_with_the_answer(root: Path) -> None:
    request = Request(FRONT)
    asyncio.run(handler(root).download_request(request))
    assert request.meta["fetched_at"] == "2022-01-11T04:00:00+00:00"


def test_changed_bytes_are_refused(root: Path) -> None:
    answers = SavedAnswers.load(root)
    (root / "a" / "page.html").write_bytes(b"<html>fir")
    with pytest.raises(FixtureInvalid, match="fixture a sha256 differs"):
        answers.get(FRONT)


def test_a_folder_without_saved_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="no folder with a meta"):
        SavedAnswers.load(tmp_path / "nowhere")


SPIDER = """
import json, socket, sys
from scrapy import Request, Spider

class Probe(Spider):
    name = "probe"
    async def start(self):
        for url in json.loads(self.urls):
            yield Request(url, errback=self.failed, dont_filter=True)
    def parse(self, response):
        try:
            socket.create_connection(("127.0.0.1", 9))
        except RuntimeError as refused:
            print(response.url, response.status, refused)
    def failed(self, failure):
        print(failure.request.url, failure.value)
"""


def crawl(tmp_path: Path, urls: list[str], **settings: object) -> subprocess.CompletedProcess[str]:
    (tmp_path / "probe.py").write_text(SPIDER)
    given = [f"-s{name}={value}" for name, value in settings.items()]
    return scrapy("runspider", tmp_path / "probe.py", f"-aurls={json.dumps(urls)}", *given)


def test_a_replay_opens_no_socket(tmp_path: Path) -> None:
    root = tmp_path / "saved"
    save(root / "a", Saved(url=FRONT, body=b"<html></html>", headers=HTML))
    ended = crawl(tmp_path, [FRONT, "http://169.254.169.254/"], REPLAY_DIR=root)
    assert f"{FRONT} 200 socket." in ended.stdout
    assert "during a replay" in ended.stdout
    assert "http://169.254.169.254/ guard: foreign_host" in ended.stdout


def test_a_replay_with_changed_bytes_ends_as_damaged(tmp_path: Path) -> None:
    root = tmp_path / "saved"
    save(root / "a", Saved(url=FRONT, body=b"<html></html>", headers=HTML))
    (root / "a" / "page.html").write_bytes(b"<html>")
    ended = crawl(tmp_path, [FRONT], REPLAY_DIR=root)
    assert "exit 65 (a saved page differs from its sha256" in ended.stderr.splitlines()[-1]
    assert "fixture a sha256 differs" in ended.stdout


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"REPLAY_DIR": "nowhere"}, "no folder with a meta.json"),
        ({"CONNECT_TO": "nowhere"}, "'nowhere' is not host:port"),
        ({"CONNECT_TO": "h:1", "REPLAY_DIR": "x"}, "exclude each other"),
    ],
)
def test_modes_that_cannot_be_are_refused_at_start(
    tmp_path: Path, settings: dict[str, str], words: str
) -> None:
    ended = crawl(tmp_path, [FRONT], **settings)
    assert ended.returncode
    assert words in ended.stderr
