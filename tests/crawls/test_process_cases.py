"""What becomes of a crawl whose process is ended, stuck, doubled or robbed of its streams.

The numbers are those of docs/reliability.md. The site is the saved one.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from newsspider.store.repair.verify import verify
from tests.crawls.test_faults import SITE, on_articles, saved
from tests.support.commands import scrapy
from tests.support.crawling import Crawled, command, crawl, records
from tests.support.faultserver import FaultServer, Hit, Wire, hangs
from tests.support.project import PROJECT, environment

REPLAY: Final = ("-s", f"REPLAY_DIR={PROJECT / 'fixtures'}")
ONE_BY_ONE: Final = ("-s", "CONCURRENT_REQUESTS_PER_DOMAIN=1")


async def slowly(wire: Wire, hit: Hit) -> None:
    await asyncio.sleep(0.15)
    await saved(wire, hit)


SLOW: Final = {**SITE, "/*": on_articles(slowly)}


def replayed(folder: Path, *options: str) -> list[str]:
    output = ("-s", f"OUTPUT_DIR={folder}")
    return [sys.executable, "-m", "scrapy", "crawl", "sindonews", *REPLAY, *output, *options]


def run(folder: Path, *options: str, shell: str = "") -> "subprocess.CompletedProcess[str]":
    """A crawl of the saved site; `shell` follows the command, as redirections do."""
    line = replayed(folder, *options)
    if not shell:
        return scrapy(*line[3:])
    whole = ["bash", "-c", f'set -o pipefail; "$@" {shell}', "bash", *line]
    return subprocess.run(
        whole, env=environment(), cwd=PROJECT, capture_output=True, text=True, check=False
    )


@contextmanager
def begun(server: FaultServer, folder: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    """A crawl that has asked for some articles."""
    asked = len(articles(server))
    line = command(server.address, folder, *ONE_BY_ONE, *options)
    process = subprocess.Popen(
        line, env=environment(), cwd=PROJECT, stderr=subprocess.PIPE, text=True
    )
    try:
        until(lambda: len(articles(server)) >= asked + 3 or process.poll() is not None)
        yield process
    finally:
        process.kill()
        process.communicate()


def articles(server: FaultServer) -> list[str]:
    return [path for path in server.paths() if path.startswith("/read/")]


def until(condition: Callable[[], bool]) -> None:
    while not condition():
        time.sleep(0.01)


def manifests(folder: Path) -> list[dict[str, Any]]:
    """Those of all runs, oldest first."""
    found = [json.loads(path.read_bytes()) for path in (folder / "runs").glob("*.json")]
    return sorted(found, key=lambda facts: (facts["started"], facts["updated"]))


def last_line(log: str) -> str:
    return log.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The articles of the saved site, as a server of them gives them."""
    with FaultServer(SITE) as server:
        done = crawl(server.address, tmp_path_factory.mktemp("whole"))
    assert done.code == 0, done.stderr
    return done.ids


def completes(folder: Path, whole: set[str]) -> Crawled:
    """The next healthy run: each article is there exactly once, in good order."""
    with FaultServer(SITE) as server:
        done = crawl(server.address, folder)
    assert done.code == 0, done.stderr
    assert sorted(done.ids) == sorted(record["id"] for record in done.records) == sorted(whole)
    assert verify(folder, "sindonews").findings == []
    return done


def test_signals_end_a_crawl_with_75_or_themselves_and_lose_nothing(
    whole: set[str], tmp_path: Path
) -> None:
    """Cases 4, 5 and 8."""
    sent = [
        ([signal.SIGINT], {75}),
        ([signal.SIGTERM, signal.SIGTERM], {75, -signal.SIGTERM}),
        ([signal.SIGHUP], {-signal.SIGHUP}),
    ]
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # children of nohup inherit that it is ignored
    with FaultServer(SLOW) as server:
        for signals, codes in sent:
            with begun(server, tmp_path) as process:
                for number in signals:
                    process.send_signal(number)
                    time.sleep(0.05)
                _, log = process.communicate(timeout=30)
                assert process.returncode in codes, log
                if process.returncode == 75:
                    assert last_line(log).startswith("sindonews: exit 75 (")
    verdicts = [facts["verdict"] for facts in manifests(tmp_path)]
    assert verdicts[0] == "interrupted"
    assert verdicts[-1] == "running"
    assert len({record["id"] for record in records(tmp_path)}) >= 1  # the batch was flushed
    completes(tmp_path, whole)
    assert [facts["verdict"] for facts in manifests(tmp_path)][2:] == ["crashed", "complete"]


def test_sigterm_before_the_crawl_has_begun_leaves_nothing_half_made(
    whole: set[str], tmp_path: Path
) -> None:
    """Case 7."""
    moments: list[Callable[[], bool]] = [
        lambda: time.monotonic() > start + 0.3,
        (tmp_path / "state").exists,
        (tmp_path / "state" / "sindonews.sqlite3-wal").exists,
        lambda: any(tmp_path.glob("runs/*.json")),
    ]
    for moment in moments:
        start = time.monotonic()
        process = subprocess.Popen(
            replayed(tmp_path), env=environment(), cwd=PROJECT, stderr=subprocess.DEVNULL
        )
        until(lambda: moment() or process.poll() is not None)  # noqa: B023 - used at once
        process.terminate()
        assert process.wait(30) in {-signal.SIGTERM, 75, 0}
    completes(tmp_path, whole)


def test_a_second_run_ends_with_75_and_a_killed_one_leaves_no_lock(
    whole: set[str], tmp_path: Path
) -> None:
    """Cases 10 and 11."""
    at_once = ("-s", "CONCURRENT_REQUESTS_PER_DOMAIN=8")
    hung = FaultServer({**SITE, "/*": on_articles(hangs)})
    with hung as server, begun(server, tmp_path, *at_once) as first:
        second = crawl(server.address, tmp_path)
        assert first.poll() is None
        first.kill()
    assert second.code == 75
    assert f"locked by pid {first.pid} since 20" in last_line(second.stderr)
    assert len(manifests(tmp_path)) == 1
    completes(tmp_path, whole)


def test_a_lock_that_cannot_be_made_is_73_and_named(tmp_path: Path) -> None:
    """Case 12."""
    (tmp_path / "state" / "sindonews.lock").mkdir(parents=True)
    done = run(tmp_path)
    assert (done.returncode, len(done.stderr.splitlines()[-1:])) == (73, 1)
    assert "sindonews.lock" in last_line(done.stderr)


STALLS: Final = {
    # The page: the only article asked for. C code cannot be interrupted by our thread, and what
    # ends it exits with 1; the next run finds the page in the file that is kept for it.
    "Loop": (70, "nothing moved for 1 seconds, at "),
    "Regex": (1, None),
    "Exit": (70, "sys.exit(7)"),
    "Bug": (70, "1 errors of ours"),
    "Failing": (70, "1 errors of ours"),
}


@pytest.mark.parametrize("name", STALLS)
def test_a_page_that_blocks_or_breaks_the_crawl_is_named_and_ends_it(
    name: str, tmp_path: Path
) -> None:
    """Cases 13 and 14."""
    code, words = STALLS[name]
    meta = PROJECT / "fixtures" / "sindonews" / "2025-26-lists" / "meta.json"
    url = json.loads(meta.read_bytes())["url"]
    (tmp_path / "urls").write_text(url)
    one = ("-a", f"urls={tmp_path / 'urls'}")
    where = "ITEM_PIPELINES" if name == "Bug" else "SPIDER_MIDDLEWARES"
    save = ', "newsspider.pipelines.save.Save": 900' if name == "Bug" else ""
    stall = (
        "-s",
        f'{where}={{"tests.support.breaking_components.{name}": 50{save}}}',
        "-s",
        "BLOCKED_SECONDS=1",
    )
    done = run(tmp_path, *one, *stall)
    assert done.returncode == code, done.stderr
    if name in ("Loop", "Regex"):
        assert "breaking_components.py" in done.stderr  # the stack
    if words is not None:
        assert last_line(done.stderr).startswith("sindonews: exit 70 (")
        assert words in last_line(done.stderr)
        assert words in manifests(tmp_path)[0]["message"]
    again = run(tmp_path, *one)
    assert again.returncode == 0, again.stderr
    assert len(records(tmp_path)) == 1
    if name == "Loop":
        assert url in manifests(tmp_path)[0]["message"]
    if name == "Regex":
        first = manifests(tmp_path)[0]
        assert (first["verdict"], first["reading"]) == ("crashed", url)
        assert f"while reading {url}" in again.stderr


def test_a_crawl_that_is_told_to_stop_while_it_ends_is_judged_when_it_has_ended(
    tmp_path: Path,
) -> None:
    """Case 4."""
    pipelines = '{"tests.support.breaking_components.Stopped":1,"newsspider.pipelines.save.Save":2}'
    done = run(tmp_path, "-a", "limit=1", "-s", f"ITEM_PIPELINES={pipelines}")
    assert done.returncode == 0, done.stderr
    assert done.stderr.index("Spider closed (finished)") < done.stderr.index("Run judged")
    assert len(records(tmp_path)) == 1


def test_too_much_memory_ends_a_run_with_75(tmp_path: Path) -> None:
    """Case 9, where the kernel has not killed it yet."""
    done = run(tmp_path, "-s", "MEMUSAGE_LIMIT_MB=40")
    assert done.returncode == 75, done.stderr
    assert "memory limit" in last_line(done.stderr)


def test_the_memory_of_whoever_started_a_run_does_not_count(tmp_path: Path) -> None:
    """Case 9: begun by a scheduler of a gigabyte; the run itself takes far below 512 MB."""
    big = "import os, sys; held = b'x' * (600 << 20); os.execv(sys.argv[1], sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", big, *replayed(tmp_path)],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_clock_that_jumps_skips_and_doubles_nothing(whole: set[str], tmp_path: Path) -> None:
    """Case 16: hours back, days ahead; without TZ."""
    line = replayed(tmp_path)[3:]
    for _ in range(2):
        done = scrapy(*line, module="tests.support.jumping_clock", variables={"TZ": None})
        assert done.returncode == 0, done.stderr
    ids = [record["id"] for record in records(tmp_path)]
    assert sorted(ids) == sorted(set(ids))
    assert set(ids) >= whole
    assert verify(tmp_path, "sindonews").findings == []
    assert len({facts["id"] for facts in manifests(tmp_path)}) == 2
    assert all(record["fetched_at"].endswith("+00:00") for record in records(tmp_path))


@pytest.mark.parametrize(
    ("shell", "options"),
    [
        ("", ("--logfile", "/dev/full")),
        ("2>/dev/full", ()),
        ("<&- >&- 2>&-", ()),
        ("2>&1 | head -1", ()),
    ],
)
def test_a_log_or_stream_that_fails_costs_no_article(
    shell: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    """Cases 17 and 19."""
    done = run(tmp_path, "-a", "limit=3", *options, shell=shell)
    assert done.returncode == 0, done.stderr
    assert len(records(tmp_path)) == 3
    assert manifests(tmp_path)[0]["verdict"] == "complete"
    if options:
        log, last = done.stderr.splitlines()
        assert log == "sindonews: the log goes no further: No space left on device"
        assert last.startswith("sindonews: exit 0 (3 stored, 0 known, ")


def test_logrotate_may_move_the_log_of_a_running_crawl(tmp_path: Path) -> None:
    """Case 18."""
    log = tmp_path / "log"
    options = ("--logfile", str(log), "-a", "limit=8")
    with FaultServer(SLOW) as server, begun(server, tmp_path / "out", *options) as process:
        log.rename(tmp_path / "log.1")
        _, stderr = process.communicate(timeout=30)
        assert process.returncode == 0
    [last] = stderr.splitlines()
    assert last.startswith("sindonews: exit 0 (8 stored, 0 known, ")
    assert "Spider closed (finished)" in (tmp_path / "log.1").read_text()
    assert not log.exists()


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (("--bogus",), 78, "--bogus: no such option"),
        (("-s",), 78, "expected one argument"),
        (("-L", "LOUD"), 78, "LOG_LEVEL=LOUD"),
        (("-s", "DOWNLOAD_DELAY=soon"), 78, "not a number"),
        (("-s", "ROBOTSTXT_OBEY=perhaps"), 78, "write True or False"),
        (("--logfile", "/dev/null/log"), 73, "creating the log /dev/null/log"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(
    options: tuple[str, ...], code: int, says: str, tmp_path: Path
) -> None:
    """Case 20; wrong arguments and names of settings are in test_crawl.py."""
    done = run(tmp_path / "out", *options)
    assert done.returncode == code
    [line] = done.stderr.splitlines()
    assert f": exit {code} (" in line
    assert says in line
    assert not (tmp_path / "out").exists()


def test_what_scrapy_logs_and_forgets_is_an_error_of_ours(tmp_path: Path) -> None:
    """A feed that cannot be written: stock Scrapy ends with 0."""
    done = run(tmp_path, "-a", "limit=1", "-o", "/dev/null/feed.jsonl")
    assert done.returncode in {70, 74}
    assert len(records(tmp_path)) == 1


def test_secrets_stand_in_nothing_that_is_written(tmp_path: Path) -> None:
    """The environment is never written; settings that sound secret are not either."""
    secrets = ("-s", "FTP_PASSWORD=geheim-1", "-s", "CONTACT=https://me:geheim-2@example.org/")
    done = subprocess.run(
        replayed(
            tmp_path, "-a", "limit=2", "--logfile", str(tmp_path / "log"), *secrets, "-LDEBUG"
        ),
        env=environment() | {"SECRET_TOKEN": "geheim-3"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) >= 4
    assert [path for path in written if b"geheim" in path.read_bytes()] == []
    assert "geheim" not in done.stdout + done.stderr
    assert b"FTP_PASSWORD" in (tmp_path / "log").read_bytes()
    assert os.environ.get("HOME", "no home").encode() not in (tmp_path / "log").read_bytes()
