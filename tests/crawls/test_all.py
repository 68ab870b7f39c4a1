"""Several sites in one process: each ends as it would alone, the process as the gravest does."""

import json
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newsspider.cli.several_crawls import of_all, sites_of
from newsspider.errors import BadArgument
from newsspider.exit_status.verdict import Verdict
from newsspider.sites import registry
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from tests.support.commands import scrapy
from tests.support.crawling import AT_ONCE
from tests.support.faultserver import FaultServer, hangs, replies
from tests.support.project import PROJECT, environment
from tests.warc.write.exchanges import objections

TWO: Final = ("crawl", "all", "-a", "sites=sindonews,tempo")


def manifests(output: Path) -> dict[str, list[dict[str, Any]]]:
    """The manifests of the runs by site, in order."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(output.glob("runs/*.json")):
        facts = json.loads(path.read_text("utf-8"))
        found.setdefault(facts["site"], []).append(facts)
    return found


def test_each_site_has_its_records_manifest_and_last_line(tmp_path: Path) -> None:
    replayed = ("-s", "REPLAY_DIR=fixtures", "-s", f"OUTPUT_DIR={tmp_path}", "-L", "ERROR")
    done = scrapy(*TWO, *replayed)
    alone, other, whole = done.stderr.splitlines()[-3:]
    assert alone.startswith("sindonews: exit 0 (28 stored")
    assert other.startswith("tempo: exit 75 (incomplete")  # most of its lists are not saved
    assert whole == "all: exit 75 (tempo 75, sindonews 0)"
    assert done.returncode == 75
    assert {
        site: [run["exit_code"] for run in runs] for site, runs in manifests(tmp_path).items()
    } == {
        "sindonews": [0],
        "tempo": [75],
    }
    assert all(list(tmp_path.glob(f"{site}-*.jsonl")) for site in ("sindonews", "tempo"))
    again = scrapy(*TWO, *replayed)
    assert "sindonews: exit 0 (0 stored, 28 known" in again.stderr


def test_each_site_keeps_its_exchanges_in_files_of_its_own(tmp_path: Path) -> None:
    archive = tmp_path / "warc"
    with FaultServer({"/*": replies(b"Tidak ada.", 404)}) as server:
        target = ("-s", f"CONNECT_TO={server.address}", "-s", f"OUTPUT_DIR={tmp_path}")
        scrapy(*TWO, *target, *AT_ONCE, "-s", f"ARCHIVE={archive}")
        asked = [hit.host for hit in server.hits]
    assert sorted(path.suffix for path in archive.iterdir()) == [".cdxj", ".cdxj", ".gz", ".gz"]
    for site in ("sindonews", "tempo"):
        (file,) = archive.glob(f"{site}-*.warc.gz")
        assert not objections(file)
        kept = [each for each in read_captures(file) if isinstance(each, Capture)]
        hosts = [urlsplit(each.url).hostname or "" for each in kept]
        assert sorted(hosts) == sorted(host for host in asked if site in host)
        assert hosts
        (told,) = manifests(tmp_path)[site]
        assert told["archive"] == [file.name]


def test_sigterm_ends_every_crawl_and_the_next_one_goes_on(tmp_path: Path) -> None:
    with FaultServer({"/*": hangs}) as server:
        target = ("-s", f"CONNECT_TO={server.address}", "-s", f"OUTPUT_DIR={tmp_path}")
        order = [sys.executable, "-m", "scrapy", *TWO, *target]
        running = subprocess.Popen(order, env=environment(), cwd=PROJECT, stderr=subprocess.PIPE)
        while len({hit.host.removeprefix("www.") for hit in server.hits}) < 2:
            time.sleep(0.1)
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 75
    assert said.decode().splitlines()[-1] == "all: exit 75 (sindonews 75, tempo 75)"
    ended = {site: runs[0]["verdict"] for site, runs in manifests(tmp_path).items()}
    assert ended == {"sindonews": "interrupted", "tempo": "interrupted"}


def test_sites_that_ask_for_permission_are_left_out_unless_named() -> None:
    loader = get_spider_loader(get_project_settings())
    chosen, left = sites_of(None, loader, Settings())
    asking = {site.name for site in registry.all_sites() if site.asks_permission}
    assert set(left) == asking
    assert not asking.intersection(chosen)
    assert "web" not in chosen
    permitted, _ = sites_of(None, loader, Settings({"PERMISSION": "Redaksi, 3 Maret 2026"}))
    assert asking < set(permitted)
    with pytest.raises(BadArgument, match="no such spider"):
        sites_of("sindonews,tmpo", loader, Settings())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-a", "sites="), "give one or more"),
        (("-a", "sites=kompas"), "wants to be asked"),
        (("-a", "sites=tempo", "-a", "sections=nowhere"), "unknown section"),
        (("-a", "sites=tempo", "-o", "x.jsonl"), "put %(name)s into it"),
    ],
)
def test_what_no_site_can_do_is_refused_before_the_first_request(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = scrapy("crawl", "all", *arguments, "-s", f"OUTPUT_DIR={tmp_path / 'output'}")
    assert done.returncode == 78
    assert words in done.stderr.splitlines()[-1]
    assert not (tmp_path / "output").exists()


def test_the_gravest_code_is_that_of_the_process() -> None:
    codes = (0, 75, 69, 65, 70, 78, 73, 74)
    for milder, graver in pairwise(codes):
        assert of_all({"a": Verdict(milder, ""), "b": Verdict(graver, "")}).exit_code == graver
