"""The second site crosses the whole product: what is built for one site holds for any."""

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from newsspider.store.pages.fixtures import Fixture, Saved, folders
from newsspider.store.store import Store
from tests.second_site.tepian.site import TEPIAN
from tests.support import commands
from tests.support.faultserver import Behaviour, FaultServer, Hit, Wire
from tests.support.project import PROJECT

SAVED: Final = PROJECT / "tests" / "second_site" / "fixtures"
FERRY: Final = "https://kabartepian.example/sungai/11/feri-penyeberangan-kembali-berlayar"


def scrapy(output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {"SCRAPY_SETTINGS_MODULE": "tests.second_site.settings"}
    return commands.scrapy(*arguments, "-s", f"OUTPUT_DIR={output}", variables=settings)


def replay(output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return scrapy(output, "crawl", "tepian", *arguments, "-s", f"REPLAY_DIR={SAVED}")


def records(output: Path) -> list[dict[str, Any]]:
    files = output.glob("tepian-*.jsonl")
    lines = (line for file in files for line in file.read_bytes().splitlines())
    return sorted((json.loads(line) for line in lines), key=lambda record: str(record["id"]))


def expected() -> Iterator[dict[str, Any]]:
    for case in ("one-page", "two-pages"):
        yield json.loads((SAVED / "tepian" / case / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a crawl of the saved pages stored, after a second one that found nothing new."""
    folder = tmp_path_factory.mktemp("output")
    for stored in ("2 stored", "2 known"):
        done = replay(folder)
        assert done.returncode == 0, done.stderr
        last = done.stderr.splitlines()[-1]
        assert last.startswith("tepian: exit 0 (")
        assert stored in last
    return folder


def test_a_crawl_stores_the_records_that_its_fixtures_expect(output: Path) -> None:
    assert records(output) == list(expected())
    assert (output / "state" / "tepian.sqlite3").is_file()


def test_a_live_crawl_gives_the_same_and_asks_no_other_host(tmp_path: Path) -> None:
    routes = {a.url.removeprefix("https://"): answers(a) for a in every_answer()}
    with FaultServer(routes) as server:
        done = scrapy(
            tmp_path, "crawl", "tepian", "-s", f"CONNECT_TO={server.address}",
            "-s", "DOWNLOAD_DELAY=0",
        )  # fmt: skip
        hosts = {hit.host for hit in server.hits}
    assert done.returncode == 0, done.stderr
    found = [record | {"fetched_at": ""} for record in records(tmp_path)]
    assert found == [record | {"fetched_at": ""} for record in expected()]
    assert hosts == set(TEPIAN.domains)


def every_answer() -> Iterator[Saved]:
    for case in folders(SAVED):
        yield from Fixture.load(case).answers()


def answers(saved: Saved) -> Behaviour:
    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.reply(saved.body, saved.status, saved.headers)

    return behaviour


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("status", "tepian"), "tepian: 2 articles"),
        (("coverage", "tepian"), "the list of no day was read"),
        (("history", "tepian:11"), "Feri Penyeberangan"),
        (("history", FERRY), "Feri Penyeberangan"),
        (("history", "tepian", "--gone"), ""),
        (("verify", "tepian"), "tepian: 2 lines in 1 files: all is well"),
        (("duplicates", "tepian"), "tepian: 0 groups, 0 articles"),
        (("extract", str(SAVED / "tepian" / "two-pages")), '"id": "tepian:12"'),
        (("rebuild", "tepian"), "tepian: 2 articles from 2 lines"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_every_command_answers_for_the_site(
    output: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = scrapy(output, *arguments)
    assert done.returncode == 0, done.stderr
    assert says in done.stdout


def test_a_command_without_a_site_asks_for_the_one_that_is_stored(
    output: Path, tmp_path: Path
) -> None:
    assert "tepian: 2 articles" in scrapy(output, "status").stdout
    for site in ("sindonews", "tepian"):
        Store.open(tmp_path, site, datetime(2026, 7, 27, tzinfo=UTC)).close()
    done = scrapy(tmp_path, "status")
    assert done.returncode == 78
    assert "name one spider: sindonews, tepian" in done.stderr


@pytest.mark.parametrize(
    ("argument", "says"),
    [
        ("sections=sunga", "unknown section; did you mean sungai?"),
        ("sections=ekbis", "unknown section"),
        ("topics=7/banjir", "no topic of Kabar Tepian"),
        ("query=banjir", "Kabar Tepian has no search"),
        ("since=2026-07-01", "Kabar Tepian lists no days"),
    ],
)
def test_what_the_site_lacks_is_refused_before_the_first_request(
    tmp_path: Path, argument: str, says: str
) -> None:
    done = replay(tmp_path, "-a", argument)
    assert done.returncode == 78
    assert says in done.stderr.splitlines()[-1]
    assert not list(tmp_path.iterdir())


def test_a_section_and_a_file_of_addresses_are_read(tmp_path: Path) -> None:
    replay(tmp_path / "section", "-a", "sections=pasar")
    assert [record["id"] for record in records(tmp_path / "section")] == ["tepian:12"]
    urls = tmp_path / "urls.txt"
    urls.write_text(f"{FERRY}?utm_source=wa\nhttps://www.sindonews.com/\n", encoding="utf-8")
    done = replay(tmp_path / "file", "-a", f"urls={urls}")
    assert [record["id"] for record in records(tmp_path / "file")] == ["tepian:11"]
    assert "not an address of Kabar Tepian" in done.stderr
