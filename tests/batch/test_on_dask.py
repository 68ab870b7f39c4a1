"""A Dask cluster, started as the documentation says, reads what one process reads."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsspider.batch.extract_file import Order, Outcome, read_here
from newsspider.batch.inputs import inputs_named
from newsspider.batch.on_dask import read_on_dask
from newsspider.batch.out_bucket import OutBucket
from newsspider.batch.out_folder import OutFolder
from newsspider.errors import ClusterAway
from newsspider.shared.object_store import ObjectStore
from newsspider.store.pages.fixtures import Fixture, folders
from tests.shared.served import s3
from tests.support.project import PROJECT, environment
from tests.support.warc_files import of_cases, packed


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[OutBucket]:
    """Return a place in an S3, to which this process and those that it starts are led."""
    with s3() as (_, way):
        for name, value in way.items():
            monkeypatch.setenv(name, value)
        yield OutBucket("s3://kabar/gugus")


@pytest.fixture
def scheduler(tmp_path: Path, bucket: OutBucket) -> Iterator[str]:
    """Return the address of a scheduler with one worker, both started by their command lines."""
    dask = Path(sys.executable).with_name("dask")
    file = tmp_path / "scheduler.json"
    local = ("--host", "127.0.0.1", "--no-dashboard")
    orders = (
        ("scheduler", "--port", "0", "--scheduler-file", str(file), *local),
        ("worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", *local),
    )
    started = []
    try:
        for order in orders:
            started.append(
                subprocess.Popen(
                    [dask, *order],
                    env=environment(),
                    cwd=tmp_path,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            while not file.exists():
                assert started[0].poll() is None
                time.sleep(0.05)
        yield json.loads(file.read_text())["address"]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def test_writes_the_same_as_one_process_into_a_folder_and_into_a_bucket(
    scheduler: str, bucket: OutBucket, tmp_path: Path
) -> None:
    cases = [Fixture.load(case) for case in folders(PROJECT / "fixtures" / "sindonews")][:6]
    for number in range(3):
        (tmp_path / f"{number}.warc.gz").write_bytes(packed(of_cases(cases[number::3])))
    inputs = inputs_named([f"{tmp_path}/*.warc.gz"])
    order = Order(hosts=("sindonews.com",))
    here, there = OutFolder(tmp_path / "here"), OutFolder(tmp_path / "there")
    for out in (here, there, bucket):
        out.prepare({"extractor": order.extractor})
    expected = list(read_here(order, inputs, here))
    for out in (there, bucket):
        found = list(read_on_dask(order, inputs, out, scheduler))
        assert sorted(found, key=lambda each: each.input) == expected
    for outcome in expected:
        assert isinstance(outcome, Outcome)
        assert outcome.records > 0
        first, second = ((out.folder / outcome.output).read_bytes() for out in (here, there))
        assert first == second == ObjectStore.open(str(bucket)).get(outcome.output)


def test_says_that_no_scheduler_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsspider.batch.on_dask._CONNECT", 0.2)
    order, out = Order(hosts=("sindonews.com",)), OutFolder(tmp_path)
    with pytest.raises(ClusterAway, match=r"--dask tcp://127\.0\.0\.1:9: no scheduler answers"):
        list(read_on_dask(order, [], out, "tcp://127.0.0.1:9"))
