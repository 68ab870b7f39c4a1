"""`scrapy status`, `coverage` and `history` over a small output, and where there is none."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.store import Store
from tests.support import commands
from tests.support.project import PROJECT

if TYPE_CHECKING:
    import subprocess

CASE = PROJECT / "fixtures" / "sindonews" / "2025-26-lists" / "expected.json"
NOW = datetime(2026, 7, 27, 2, 0, tzinfo=UTC)
DAYS = [("2026-07-24", "ekbis"), ("2026-07-25", "ekbis"), ("2026-07-25", "tekno")]


def record(number: int, **changed: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(CASE.read_text(encoding="utf-8"))
    named = {
        "id": f"sindonews:pena:{number}",
        "url": f"https://ekbis.sindonews.com/read/{number}/33/harga-garam-1784504760",
        "headline": f"Harga Garam Naik Lagi di Pasar Nomor {number}",
        "content_hash": f"{number:064d}",
    }
    return told | named | changed


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles, one of them revised and one taken down; a complete day and an open one."""
    folder = tmp_path_factory.mktemp("output")
    store = Store.open(folder, "sindonews", NOW, indexes=[Duplicates()])
    for number in (1731001, 1731003, 1731005):
        store.append(record(number), NOW)
    later = NOW + timedelta(hours=5)
    headline = "Harga Garam Turun Lagi di Pasar Nomor 1731001"
    changed = record(1731001, headline=headline, fetched_at="2026-07-27T07:00:00+00:00")
    store.append(changed, later)
    store.articles.missing("sindonews:pena:1731003", later, "404")
    for day in DAYS:
        store.days.listed(*day, [f"https://{day[1]}.sindonews.com/read/{day[0][-2:]}/1/x"])
    store.days.settle(*DAYS[0], "https://ekbis.sindonews.com/read/24/1/x", "stored")
    for day in DAYS[:2]:
        store.days.close(*day, NOW)
    store.runs.begin("20260727T020000Z-1", NOW)
    facts = {"article/stored": 3, "downloader/request_count": 9}
    store.runs.end("20260727T020000Z-1", later, "complete", 0, facts)
    store.close()
    return folder


def scrapy(output: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return commands.scrapy(*arguments, "-s", f"OUTPUT_DIR={output}")


def told(output: Path, *arguments: str) -> Any:
    done = scrapy(output, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_status_tells_what_is_stored_and_how_the_last_runs_ended(output: Path) -> None:
    [status] = told(output, "status")
    assert status["kanals"] == [
        {"kanal": record(1)["section"], "articles": 3, "newest": record(1)["date_published"]}
    ]
    assert status["gone"] == 1
    [run] = status["runs"]
    assert (run["verdict"], run["exit_code"], run["stored"], run["requests"]) == (
        "complete",
        0,
        3,
        9,
    )
    assert [(hole["day"], hole["kanal"], hole["open"]) for hole in status["holes"]] == [
        ("2026-07-25", "ekbis", 1),
        ("2026-07-25", "tekno", 1),
    ]
    shown = scrapy(output, "status").stdout
    assert "open holes: 2 lists of 2026-07-25 to 2026-07-25, 2 articles missing" in shown


def test_a_monitor_is_answered_by_one_line_and_a_code(output: Path) -> None:
    well = scrapy(output, "status", "--check", "--max-age=36500d")
    assert (well.returncode, well.stderr) == (75, "")  # for the day that is open
    [line] = well.stdout.splitlines()
    assert line == "sindonews: not well: holes in the archive: 2 lists, 2 articles missing"
    assert scrapy(output, "status", "--check", "--max-age=soon").returncode == 78


def test_a_run_without_a_verdict_is_running_or_was_killed(output: Path, tmp_path: Path) -> None:
    mine = shutil.copytree(output, tmp_path / "mine")
    store = Store.open(mine, "sindonews", NOW)
    store.runs.begin("20260727T030000Z-7", NOW + timedelta(hours=1))
    store.flush()
    manifest = {"message": None, "counts": {"article/stored": 7}}
    (mine / "runs").mkdir()
    (mine / "runs" / "20260727T030000Z-7.json").write_text(json.dumps(manifest), encoding="utf-8")
    [status] = told(mine, "status")
    assert [run["verdict"] for run in status["runs"]] == ["running", "complete"]
    store.close()
    [status] = told(mine, "status")
    assert [run["verdict"] for run in status["runs"]] == ["killed", "complete"]
    assert status["runs"][0]["stored"] == 7


def test_coverage_tells_sums_and_holes_of_the_days_asked_for(output: Path) -> None:
    [found] = told(output, "coverage", "--since=2026-07-24", "--until=2026-07-26")
    ekbis, tekno = found["kanals"]
    assert (ekbis["listed"], ekbis["stored"], ekbis["open"], ekbis["days_closed"]) == (2, 1, 1, 2)
    assert (tekno["listed"], tekno["open"], tekno["days_closed"]) == (1, 1, 0)
    assert found["holes"] == ["2026-07-24", "2026-07-25", "2026-07-26"]
    shown = scrapy(output, "coverage", "--since=2026-07-24", "--until=2026-07-26").stdout
    assert "2026-07" in shown
    assert "left: about" in shown


def test_coverage_is_readable_in_a_mail_and_has_no_hole_where_nobody_asked(output: Path) -> None:
    shown = scrapy(output, "coverage").stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert "…" not in shown
    assert "2026-07-24 to 2026-07-25" in shown
    [found] = told(output, "coverage")
    assert found["holes"] == ["2026-07-24", "2026-07-25"]  # not to yesterday
    assert found["until"] == "2026-07-25"


@pytest.mark.parametrize("name", ["1731001", "sindonews:pena:1731001"])
def test_an_article_has_its_history_by_its_bare_number_too(name: str, output: Path) -> None:
    assert len(told(output, "history", name)) == 2


@pytest.mark.parametrize("command", ["status", "coverage", "history", "show", "crawl", "verify"])
def test_help_has_examples_and_exit_codes(command: str, output: Path) -> None:
    done = scrapy(output, command, "--help")
    assert done.returncode == 0
    assert f"  scrapy {command}" in done.stdout
    assert "exit codes:" in done.stdout


def test_history_tells_what_a_revision_changed(output: Path) -> None:
    first, changed = told(output, "history", "sindonews:pena:1731001")
    assert first["revision"] == 1
    assert (changed["revision"], changed["field"]) == (2, "headline")
    assert ["removed", "Naik"] in changed["diff"]
    assert ["added", "Turun"] in changed["diff"]
    shown = scrapy(output, "history", record(1731001)["url"] + "?showpage=all").stdout
    assert "[-Naik-]{+Turun+}" in shown


@pytest.mark.parametrize(
    "name", ["1731001", "sindonews:pena:1731001", record(1731001)["url"] + "?showpage=all"]
)
def test_an_article_is_shown_whole_by_any_of_its_names(name: str, output: Path) -> None:
    [found] = told(output, "show", name)
    assert (found["id"], found["revision"]) == ("sindonews:pena:1731001", 2)
    shown = scrapy(output, "show", name).stdout
    assert "Harga Garam Turun Lagi" in shown
    assert "[…]" not in shown
    last = found["article_body"].split()[-1]
    assert last in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("1731999",), "1731999: not stored"),
        (("https://example.org/a",), "https://example.org/a: not stored"),
        (("sindonews:pena:1",), "sindonews:pena:1: not stored"),
        (("1731001", "1731003"), "one at a time"),
        (("1731001", "--nth", "2"), "an article is named by its id"),
        (("--nth", "0"), "has records 1 to 4"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_line(
    arguments: tuple[str, ...], says: str, output: Path
) -> None:
    done = scrapy(output, "show", *arguments)
    assert (done.returncode, done.stdout) == (78, "")
    assert says in done.stderr


def test_an_article_whose_day_was_moved_away_is_missed_by_its_day(
    output: Path, tmp_path: Path
) -> None:
    shutil.copytree(output / "state", tmp_path / "state")
    done = scrapy(tmp_path, "show", "1731001")
    assert done.returncode == 73
    assert "in the file of 2026-07-27, which is not here" in done.stderr


def test_coverage_of_days_that_nobody_read_says_so(output: Path) -> None:
    shown = scrapy(output, "coverage", "--since=2020-01", "--until=2020-02").stdout
    assert shown.startswith("2020-01-01 to 2020-02-29: the list of no day was read")
    assert "-a since=" in shown


def test_what_is_told_has_headings(output: Path) -> None:
    gone = scrapy(output, "history", "--gone").stdout.splitlines()
    assert gone == [
        "Harga Garam Naik Lagi di Pasar Nomor 1731003",
        f"  sindonews:pena:1731003  {record(1731003)['url']}",
        "  last seen 2026-07-27 09:00 WIB",
        "  taken down: missing since 2026-07-27 14:00 WIB (404)",
    ]
    revised = scrapy(output, "history", "1731001").stdout
    assert "revision 2, fetched 2026-07-27 14:00 WIB: headline" in revised
    none = scrapy(output, "history", "--headlines", "--since=2026-07-28").stdout
    assert none == "sindonews: no headline changed\n"


def test_history_lists_changed_headlines_and_takedowns(output: Path) -> None:
    [headline] = told(output, "history", "--headlines", "--since=2026-07-27")
    assert headline["id"] == "sindonews:pena:1731001"
    assert told(output, "history", "--headlines", "--since=2026-07-28") == []
    [gone] = told(output, "history", "--gone")
    assert (gone["id"], gone["reason"]) == ("sindonews:pena:1731003", "404")
    assert gone["missing_since"] == "2026-07-27T07:00:00Z"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("history",), 78, "give an ID or URL"),
        (("history", "sindonews:pena:1"), 78, "not stored"),
        (("history", "--headlines", "--since=2026-02-31"), 78, "did you mean 2026-02-28?"),
        (("coverage", "--until=besok lusa"), 78, "not a date"),
        (("coverage", "--since=2026-07-26", "--until=2026-07-24"), 78, "did you swap them?"),
        (("status", "sindonew"), 78, "did you mean sindonews?"),
        (("status", "sindonews", "detik"), 78, "one site at a time"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(
    output: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    done = scrapy(output, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    [line] = done.stderr.splitlines()
    assert says in line


@pytest.mark.parametrize("command", ["status", "coverage", "duplicates", "history"])
def test_before_any_crawl_they_say_so(command: str, tmp_path: Path) -> None:
    arguments = [command, "--gone"] if command == "history" else [command]
    done = scrapy(tmp_path, *arguments)
    assert done.returncode == 78
    assert "nothing was crawled" in done.stderr
