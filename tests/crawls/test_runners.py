"""Whoever runs the spider, what is counted as stored is on disk, and the run has its verdict."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsspider.store.repair.verify import verify
from tests.support.crawling import records
from tests.support.project import PROJECT, environment
from tests.support.runners import HOW

FIXTURES = PROJECT / "fixtures"
SPIDER = PROJECT / "newsspider" / "spiders" / "sindonews.py"
REPLAY = ("-s", f"REPLAY_DIR={FIXTURES}")


def run(
    command: list[str], folder: Path = PROJECT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        env=env or environment(),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def manifests(output: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_bytes()) for path in sorted((output / "runs").glob("*.json"))]


def ended_well(output: Path, stored: int) -> list[dict[str, Any]]:
    """The records of a run that ended well, as every runner must leave them, by id: a page that is
    tried again comes sooner or later by the clock."""
    [manifest] = manifests(output)
    assert (manifest["verdict"], manifest["exit_code"]) == ("complete", 0)
    found = sorted(records(output), key=lambda record: str(record["id"]))
    assert len(found) == stored == manifest["counts"]["article/stored"]
    assert verify(output, "sindonews").findings == []
    assert verify(output, "sindonews").notes == []
    return found


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What `scrapy crawl` stores of the saved site."""
    output = tmp_path_factory.mktemp("crawled")
    done = run(["-m", "scrapy", "crawl", "sindonews", *REPLAY, "-s", f"OUTPUT_DIR={output}"])
    assert done.returncode == 0, done.stderr
    return ended_well(output, len(records(output)))


@pytest.mark.parametrize("how", HOW)
def test_a_script_stores_what_a_crawl_stores(
    how: str, crawled: list[dict[str, Any]], tmp_path: Path
) -> None:
    done = run(["-m", "tests.support.runners", how, str(tmp_path)])
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told == {"verdict": "complete", "exit_code": 0, "stored": len(crawled)}
    assert ended_well(tmp_path, told["stored"]) == crawled


def test_runspider_stores_what_a_crawl_stores(
    crawled: list[dict[str, Any]], tmp_path: Path
) -> None:
    done = run(["-m", "scrapy", "runspider", str(SPIDER), *REPLAY, "-s", f"OUTPUT_DIR={tmp_path}"])
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1].startswith("sindonews: exit 0 (")
    assert ended_well(tmp_path, len(crawled)) == crawled


def test_an_egg_outside_the_folder_started_as_scrapyd_does_stores_what_a_crawl_stores(
    crawled: list[dict[str, Any]], tmp_path: Path
) -> None:
    """scrapyd unpacks nothing: it puts the egg on the path and names the job by `_job`."""
    tree = tmp_path / "tree"
    kept = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "newsspider", tree / "newsspider", ignore=kept)
    egg = shutil.make_archive(str(tmp_path / "newsspider-1.egg"), "zip", tree)
    job = ("-a", "_job=6487ec79947edab326d6db28a2d86511e8247444", "-s", "LOG_FILE=job.log")
    output = tmp_path / "out"
    env = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "PYTHONPATH": egg,
        "SCRAPY_SETTINGS_MODULE": "newsspider.settings",
    }
    done = run(
        ["-m", "scrapy", "crawl", "sindonews", *job, *REPLAY, "-s", f"OUTPUT_DIR={output}"],
        tmp_path,
        env,
    )
    assert done.returncode == 0, done.stderr
    assert ended_well(output, len(crawled)) == crawled


@pytest.mark.parametrize("setting", [
    'ITEM_PIPELINES={"newsspider.pipelines.count_fields.CountFields": 600, '
    '"newsspider.pipelines.save.Save": null}',
    "OUTPUT_DIR=s3://bucket/out",
    "OUTPUT_DIR=",
    'FEEDS={"gopher://host/out.jsonl": {"format": "jsonlines"}}',
    'FEEDS={"out.parquet": {"format": "parquet"}}',
])  # fmt: skip
@pytest.mark.parametrize("command", ["crawl", "runspider"])
def test_settings_that_take_the_ground_away_are_refused_in_one_line(
    command: str, setting: str, tmp_path: Path
) -> None:
    spider = "sindonews" if command == "crawl" else str(SPIDER)
    options = [*REPLAY, "-s", f"OUTPUT_DIR={tmp_path / 'out'}", "-s", setting]
    done = run(["-m", "scrapy", command, spider, *options], tmp_path)
    assert done.returncode == 78, done.stderr
    [line] = done.stderr.splitlines()[-1:]
    assert line.startswith("sindonews: exit 78 (")
    assert setting.partition("=")[0] in line
    assert list(tmp_path.iterdir()) == []


def test_from_a_script_a_refusal_is_raised_and_nothing_is_made(tmp_path: Path) -> None:
    """The program's own exit code is its own affair; Scrapy reports the error of `crawl()`."""
    done = run(["-m", "tests.support.runners", "process", "s3://bucket/out"], tmp_path)
    assert "OUTPUT_DIR=s3://bucket/out: an address; name a local folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["parse", "fetch"])
def test_looking_at_a_page_leaves_no_store(command: str, tmp_path: Path) -> None:
    url = "https://international.sindonews.com/read/1731573/43/x-1785041940"
    done = run(["-m", "scrapy", command, url, *REPLAY, "-s", f"OUTPUT_DIR={tmp_path / 'out'}"])
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
