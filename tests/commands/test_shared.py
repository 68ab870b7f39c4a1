"""Commands that read what machines share, without the lease and beside a crawl."""

import json
from pathlib import Path

import pytest

from newsspider.shared.commit_chain import CommitChain
from newsspider.shared.lease import Lease
from newsspider.shared.local_copy import LocalCopy
from newsspider.shared.object_store import ObjectStore
from newsspider.shared.push import push
from newsspider.shared.reading_copy import copies_folder
from newsspider.store import Store
from tests.store.records import NOW, SITE, record
from tests.support.in_process import run


class Shared:
    """A shared place with what one machine has stored."""

    def __init__(self, folder: Path) -> None:
        self.place = ObjectStore.open((folder / "place").as_uri())
        self.setting = ("-s", f"SHARED={self.place.url}", "-s", f"OUTPUT_DIR={folder / 'output'}")
        self.output = folder / "machine"
        self.chain = CommitChain(self.place, SITE, "machine")
        self.base = self.chain.fence("")

    def store(self, *numbers: int) -> None:
        """Store articles and share them."""
        store = Store.open(self.output, SITE, NOW)
        for number in numbers:
            store.append(record(number), NOW)
        store.close()
        self.base = push(self.chain, LocalCopy(self.output, SITE), self.base, NOW)

    def share_run(self) -> None:
        """Share a run that is not at its end."""
        store = Store.open(self.output, SITE, NOW)
        store.runs.begin("20260501T030000Z-1", NOW)
        store.close()
        self.base = push(self.chain, LocalCopy(self.output, SITE), self.base, NOW)


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shared:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Shared(tmp_path)


def test_an_export_has_what_was_shared_by_then(shared: Shared, tmp_path: Path) -> None:
    shared.store(1, 2)
    for numbers in ((), (3,)):
        shared.store(*numbers)
        order = ("--format", "jsonld", "--overwrite", "--out", str(tmp_path / "out"))
        assert run("export", *order, *shared.setting) == 0
        (file,) = (tmp_path / "out").glob("*.jsonl")
        assert len(file.read_bytes().splitlines()) == 2 + len(numbers)
    assert not (tmp_path / "output").exists()
    assert shared.place.names("sindonews/lease") == []


@pytest.mark.parametrize("words", [("verify",), ("verify", SITE), ("counts",), ("search", "nomor")])
def test_what_reads_an_output_reads_the_shared_one(
    shared: Shared, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    shared.store(1, 2)
    assert run(*words, *shared.setting) == 0
    assert "2" in capsys.readouterr().out


def test_a_report_of_the_shared_place(shared: Shared, tmp_path: Path) -> None:
    shared.store(1)
    assert run("report", "--out", str(tmp_path / "page.html"), *shared.setting) == 0
    assert "1" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_run_is_under_way_while_its_machine_has_the_lease(
    shared: Shared, capsys: pytest.CaptureFixture[str]
) -> None:
    shared.share_run()
    lease = Lease(shared.place, SITE, "machine", 60, lambda: 0.0)
    lease.look()
    for verdict in ("running", "killed"):
        assert run("status", SITE, "--json", *shared.setting) == 0
        assert json.loads(capsys.readouterr().out)["runs"][0]["verdict"] == verdict
        lease.release()


def test_a_site_that_is_not_shared_is_refused(
    shared: Shared, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", "detik", *shared.setting) == 78
    assert "no crawl of detik is in file://" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["rebuild", "compress"])
def test_what_changes_an_output_leaves_the_shared_one_alone(
    shared: Shared, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shared.store(1)
    assert run(name, *shared.setting) == 78
    assert "say -s SHARED=" in capsys.readouterr().err
    assert not copies_folder(shared.place.url).exists()


def test_after_a_rebuild_the_files_are_shared_whole(shared: Shared) -> None:
    shared.store(1, 2)
    before = shared.base.days
    assert run("rebuild", SITE, "-s", f"OUTPUT_DIR={shared.output}") == 0
    shared.store()
    assert shared.base.days != before
    assert shared.base.sizes == {day: parts[-1].end for day, parts in before.items()}
