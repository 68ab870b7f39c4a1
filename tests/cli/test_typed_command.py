"""A command loads what it needs: not the other commands, not the sites, not what reads pages."""

import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader

from newsspider.cli.spiders_by_name import SpidersByName
from newsspider.cli.typed_command import COMMANDS, commands_module
from newsspider.store import Store
from tests.second_site.settings import SPIDER_MODULES
from tests.store.records import NOW, SITE, record
from tests.support.project import PROJECT, environment

HEAVY = {
    "dateparser", "pyarrow", "duckdb", "jinja2", "rensa", "requests", "prometheus_client",
    "obstore", "newsspider.spiders.sindonews", "newsspider.sites.site", "newsspider.reading.page",
    "newsspider.commands.crawl", "newsspider.dates.parse", "newsspider.dates.vocabulary",
    "newsspider.items", "newsspider.shared.local_copy", "rich.progress", "rich._emoji_codes",
    "concurrent.futures.process",
}  # fmt: skip
UNUSED = {
    "aiohttp", "tldextract", "requests", "twisted.conch", "dateparser", "jinja2", "fastwarc",
    "obstore", "prometheus_client", "rich.console", "newsspider.dates.resolve",
}  # fmt: skip
LOADED = (
    "import sys, atexit; from scrapy.cmdline import execute;"
    " atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr)); execute()"
)


@pytest.mark.parametrize(
    "words",
    [("status",), ("search", "berita"), ("show", "--nth", "1"), ("show", str(record(1)["id"]))],
    ids=" ".join,
)
def test_a_question_loads_neither_sites_nor_readers(tmp_path: Path, words: tuple[str, ...]) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    store.append(record(1), NOW)
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words, "-s", f"OUTPUT_DIR={tmp_path}"],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.splitlines())
    assert f"{COMMANDS}.{words[0]}" in loaded
    assert not loaded & HEAVY


def test_a_second_run_is_refused_before_its_spider_is_loaded(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "crawl", SITE, "-s", f"OUTPUT_DIR={tmp_path}"],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    store.close()
    assert done.returncode == 75
    assert f"{SITE}: exit 75 (locked by pid" in done.stderr
    assert not set(done.stderr.splitlines()) & {
        "newsspider.base_spiders.news_spider", "newsspider.spiders.sindonews", "newsspider.extract",
        "newsspider.store.store", "newsspider.extensions.judge_run",
        "scrapy.core.downloader.contextfactory",
    }  # fmt: skip


def test_a_crawl_loads_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    crawl = ("crawl", SITE, "-a", "limit=1")
    settings = ("-s", f"OUTPUT_DIR={tmp_path}", "-s", f"REPLAY_DIR=fixtures/{SITE}")
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "scrapy", *crawl, *settings],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.split()[-1] for line in done.stderr.splitlines() if "import time:" in line}
    assert "newsspider.reading.article.extraction" in loaded
    assert not loaded & UNUSED


@pytest.mark.parametrize("words", [[], ["-h"], ["nothing"], ["../status"]])
def test_all_commands_are_loaded_where_none_is_named(words: list[str]) -> None:
    assert commands_module(["scrapy", *words]) == COMMANDS


def test_none_of_ours_is_loaded_for_a_command_of_scrapys() -> None:
    assert commands_module(["scrapy", "list"]) == ""


def test_spiders_are_those_that_scrapy_finds() -> None:
    settings = BaseSettings({"SPIDER_MODULES": SPIDER_MODULES, "SPIDER_LOADER_WARN_ONLY": False})
    ours, scrapys = SpidersByName.from_settings(settings), SpiderLoader.from_settings(settings)
    assert ours.list() == scrapys.list()
    assert [ours.load(name) for name in ours.list()] == [
        scrapys.load(name) for name in scrapys.list()
    ]
    with pytest.raises(KeyError):
        ours.load("nobody")
