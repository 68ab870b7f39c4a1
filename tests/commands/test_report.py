"""`scrapy report` and `scrapy history --html`: what they refuse, and what they leave out."""

import html
import json
import re
import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from newsspider.store import Store
from simulator.world import World
from tests.support.in_process import run
from tests.support.simulated_archive import write_archive

WORLD = World(until=date(2026, 7, 24), articles=60, days=21, edited=0.6)
CHANGED = (
    "https://metro.sindonews.com/read/1700037/170/"
    "malam-panjang-petugas-pam-jaya-di-bekasi-1783661978"
)
"""The one article of it whose headline changes, published on 10 July."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder, WORLD)
    return folder


@pytest.fixture
def output(archive: Path, tmp_path: Path) -> Path:
    """A copy that may be spoilt."""
    return Path(shutil.copytree(archive, tmp_path / "output"))


def report(output: Path, page: Path, *options: str) -> int:
    return run("report", "sindonews", "--out", str(page), "-s", f"OUTPUT_DIR={output}", *options)


def test_what_is_stored_stays_as_it_was(output: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in output.rglob("*.jsonl")}
    assert report(output, tmp_path / "new" / "page.html") == 0
    assert {path: path.read_bytes() for path in output.rglob("*.jsonl")} == before
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["page.html"]


def test_a_day_that_was_moved_away_is_named_and_its_articles_are_left_out(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = min(output.glob("sindonews-????-??-??.jsonl"))
    gone.unlink()
    assert report(output, tmp_path / "page.html") == 75
    day = gone.stem.removeprefix("sindonews-")
    told = capsys.readouterr()
    assert f"left out, not here: {day}" in told.err
    assert "60 articles" not in told.out
    assert f"The files of {day} are not here" in (tmp_path / "page.html").read_text("utf-8")


def test_compressed_days_are_read(output: Path, tmp_path: Path) -> None:
    where = ("-s", f"OUTPUT_DIR={output}")
    assert report(output, tmp_path / "plain.html") == 0
    assert run("compress", "sindonews", "--older-than", "1d", *where) == 0
    assert list(output.glob("sindonews-????-??-??.jsonl.gz"))
    assert report(output, tmp_path / "packed.html") == 0
    plain, packed = (
        (tmp_path / name).read_text("utf-8").partition('<script type="application/json"')[2]
        for name in ("plain.html", "packed.html")
    )
    assert plain == packed


def charts(page: Path) -> dict[str, Any]:
    """Return the numbers that the page draws."""
    data = page.read_text("utf-8").partition('<script type="application/json" id="data">')[2]
    found: dict[str, Any] = json.loads(data.partition("</script>")[0])
    return dict(found["charts"])


def changed(page: Path) -> list[str]:
    """Return the addresses of the articles whose headline changed, as the page shows them."""
    rows = re.findall(r'<tr class="change">.*?href="(\S+?)"', page.read_text("utf-8"))
    return [html.unescape(url) for url in rows]


@pytest.mark.parametrize("span", [("2026-07-08", "2026-07-12"), ("2026-07-14", "2026-07-18")])
def test_a_span_leaves_out_what_was_published_before_and_after(
    archive: Path, tmp_path: Path, span: tuple[str, str]
) -> None:
    whole, within = tmp_path / "all.html", tmp_path / "span.html"
    assert report(archive, whole) == 0
    assert report(archive, within, "--since", span[0], "--until", span[1]) == 0
    days = charts(whole)["calendar"]
    chosen = {day: count for day, count in days if span[0] <= day <= span[1]}
    numbers = charts(within)
    assert dict(numbers["calendar"]) == chosen != dict(days)
    assert sum(count for _, count in numbers["delay"]) == sum(chosen.values())
    assert sum(map(sum, numbers["hours"])) == sum(chosen.values())
    assert all(span[0] <= day <= span[1] for day, _ in numbers["completeness"])
    assert f"Of the articles published {span[0]} to {span[1]}" in within.read_text("utf-8")
    assert changed(whole) == [CHANGED]
    assert changed(within) == ([CHANGED] if "2026-07-10" in chosen else [])


def test_a_span_without_articles_is_a_page_that_says_so(archive: Path, tmp_path: Path) -> None:
    assert report(archive, tmp_path / "page.html", "--since", "2030-01-01") == 0
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "No article that was published in these days is stored." in page


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--language", "fr"), "--language fr: unknown; known are en, id"),
        (("--langauge", "id"), "--langauge"),
    ],
)
def test_a_wrong_option_is_refused(
    archive: Path,
    tmp_path: Path,
    options: tuple[str, ...],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert report(archive, tmp_path / "page.html", *options) == 78
    assert says in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_is_refused(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert report(archive, tmp_path / "file" / "page.html") == 73
    assert "writing" in capsys.readouterr().err


def test_a_missing_library_is_named(
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delitem(sys.modules, "newsspider.report.page.html", raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert report(archive, tmp_path / "page.html") == 78
    assert "needs jinja2; install newsspider[report]" in capsys.readouterr().err


def test_an_output_that_nothing_was_crawled_into_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert report(tmp_path / "empty", tmp_path / "page.html") == 78
    assert "nothing was crawled into it" in capsys.readouterr().err


def test_a_store_without_articles_is_a_page_that_says_so(tmp_path: Path) -> None:
    Store.open(tmp_path / "output", "sindonews", datetime(2026, 7, 24, tzinfo=UTC)).close()
    assert report(tmp_path / "output", tmp_path / "page.html") == 0
    assert "Nothing is stored yet." in (tmp_path / "page.html").read_text("utf-8")


def test_the_page_of_a_history_is_of_one_article(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(tmp_path / "page.html"), "-s", f"OUTPUT_DIR={archive}")
    assert run("history", "sindonews", "--headlines", "--html", *where) == 78
    assert "--html: give the ID or URL of one article" in capsys.readouterr().err
    assert run("history", "sindonews:pena:1", "--html", *where) == 78
    assert "not stored" in capsys.readouterr().err
