"""Crawls that read their pages in another process: the same records, and no article lost."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any, Final

from newsspider.store.repair.verify import verify
from newsspider.store.store import Store
from tests.crawls.test_process_cases import SLOW, begun, last_line, manifests, replayed
from tests.store.records import NOW
from tests.support.crawling import records
from tests.support.deadly_site import DEADLY, ENDLESS
from tests.support.faultserver import FaultServer
from tests.support.project import PROJECT, environment

BESIDE: Final = ("-s", "EXTRACT_PROCESSES=1")
TIMES: Final = ("elapsed_time", "per_minute", "memusage", "pace/")  # of counts that no run repeats


def run(folder: Path, *options: str, settings: str = "newsspider.settings") -> tuple[int, str]:
    done = subprocess.run(
        replayed(folder, *BESIDE, *options),
        env=environment() | {"SCRAPY_SETTINGS_MODULE": settings},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def counts(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = manifests(folder)[-1]["counts"]
    return {key: value for key, value in told.items() if not any(word in key for word in TIMES)}


def by_id(folder: Path) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records(folder)}


def test_records_counts_and_verdict_are_those_of_a_crawl_in_one_process(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    one = subprocess.run(
        replayed(here), env=environment(), cwd=PROJECT, capture_output=True, text=True, check=True
    )
    code, said = run(there)
    assert (code, last_line(said)) == (0, last_line(one.stderr))
    assert by_id(there) == by_id(here)
    assert counts(there) == counts(here)


def test_a_page_that_ends_or_blocks_the_reading_is_put_aside_and_ends_the_run_with_70(
    tmp_path: Path,
) -> None:
    deadly = "tests.support.deadly_settings"
    code, said = run(tmp_path, "-s", "BLOCKED_SECONDS=10", settings=deadly)
    assert code == 70
    assert "exit 70 (the process that reads pages died or hung at https://" in last_line(said)
    kept = [json.loads(path.read_bytes()) for path in (tmp_path / "quarantine").glob("*.json")]
    assert {meta["reason"] for meta in kept} == {"reader_died"}
    assert [sum(name in meta["url"] for meta in kept) for name in (DEADLY, ENDLESS)] == [1, 1]
    stored = len(records(tmp_path))
    code, said = run(tmp_path)
    assert code == 0, said
    assert len(by_id(tmp_path)) == len(records(tmp_path)) == stored + 2
    assert verify(tmp_path, "sindonews").findings == []


def test_signals_end_both_processes_and_lose_nothing(tmp_path: Path) -> None:
    with FaultServer(SLOW) as server:
        for number, code in ((signal.SIGINT, 75), (signal.SIGKILL, -signal.SIGKILL)):
            with begun(server, tmp_path, *BESIDE) as process:
                beside = children(process.pid)
                assert len(beside) > 1  # and not only what multiprocessing itself begins
                for each in (process.pid, *beside) if number == signal.SIGINT else (process.pid,):
                    os.kill(each, number)
                assert process.wait() == code
                while any(map(is_there, beside)):
                    time.sleep(0.05)
    Store.open(tmp_path, "sindonews", NOW).close()  # adopts what the kill left behind
    assert verify(tmp_path, "sindonews").findings == []


def children(pid: int) -> list[int]:
    """The processes below one, all generations."""
    found = [int(child) for path in Path(f"/proc/{pid}/task").glob("*/children")
             for child in path.read_text().split()]  # fmt: skip
    return [*found, *(each for child in found for each in children(child))]


def is_there(pid: int) -> bool:
    """Whether a process runs, or has ended and is still listed by whoever began it."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
