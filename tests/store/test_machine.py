"""Any history of storing, failing, dying, losing power and starting again, against a plain model.

The model is two collections: what `flush` reported stored, which must be there, and what was given
since, which may be there. Nothing else may be, and nothing twice.
"""

import shutil
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from newsspider.store import Locked, Refusal, Store, StoreOutcome
from newsspider.store.files.day_files import day_files
from newsspider.store.files.jsonl import from_line
from newsspider.store.repair.verify import verify
from tests.store.conftest import memory_folder
from tests.store.faults import FAULTS, FaultyDisk, Killed, PowerDisk, abandon
from tests.store.records import NOW, SITE, record

Key = tuple[str, int]
NUMBERS = st.integers(1, 12)
TITLES = st.sampled_from(["Judul Satu", "Judul Dua", "Judul Tiga"])
TAILS = st.sampled_from([b'{"id": "sindonews:pena:1"', b"\x00" * 300, b"{}\n", b"\n", b"\xff\xfe"])


class Crawls(RuleBasedStateMachine):
    """Runs of a crawl on one output folder."""

    def __init__(self) -> None:
        super().__init__()
        self.output = memory_folder()
        self.now = NOW
        self.power = PowerDisk()
        self.store: Store | None = None
        self.sure: dict[Key, str] = {}
        self.given: dict[Key, str] = {}

    def teardown(self) -> None:
        if self.store:
            abandon(self.store)
        shutil.rmtree(self.output)

    @initialize()
    def start(self) -> None:
        self.open(0, None)

    def title_of(self, article_id: str) -> tuple[int, str]:
        """The newest revision and headline that the model has of an article; 0 if none."""
        both = self.sure | self.given
        revisions = [revision for known, revision in both if known == article_id]
        newest = max(revisions, default=0)
        return newest, both.get((article_id, newest), "")

    def died(self) -> None:
        if self.store:
            abandon(self.store)
        self.store = None

    @precondition(lambda self: self.store is None)
    @rule(fuse=st.integers(0, 30), fault=st.sampled_from(FAULTS))
    def open(self, fuse: int, fault: Any) -> None:
        """Start a run on a disk that fails at the `fuse`-th call; 0 is a healthy one."""
        disk = FaultyDisk("any", fuse, fault, self.power)
        with suppress(Killed, Refusal):
            self.store = Store.open(self.output, SITE, self.now, disk=disk, batch=3)
        if self.store is None:
            assert disk.reached, "a healthy disk was refused"
            return
        found: dict[Key, str] = {}
        for file in day_files(self.output, SITE):
            for line in file.read().splitlines():
                told = from_line(line)
                assert (told["id"], told["revision"]) not in found, "stored twice"
                found[told["id"], told["revision"]] = told["headline"]
        assert self.sure.items() <= found.items(), "lost"
        assert found.items() <= (self.sure | self.given).items(), "from nowhere"
        self.sure, self.given = found, {}

    @precondition(lambda self: self.store)
    @rule(number=NUMBERS, title=TITLES)
    def add(self, number: int, title: str) -> None:
        assert self.store
        article_id = f"sindonews:pena:{number}"
        revision, known = self.title_of(article_id)
        if title != known:
            self.given[article_id, revision + 1] = title
        try:
            outcome = self.store.append(record(number, headline=title), self.now)
        except (Killed, Refusal):
            self.died()
            return
        expected = StoreOutcome.REVISED if revision else StoreOutcome.NEW
        assert outcome is (StoreOutcome.UNCHANGED if title == known else expected)

    @precondition(lambda self: self.store)
    @rule()
    def flush(self) -> None:
        assert self.store
        try:
            self.store.flush()
        except (Killed, Refusal):
            self.died()
        else:
            self.sure |= self.given
            self.given = {}

    @precondition(lambda self: self.store)
    @rule()
    def end(self) -> None:
        self.flush()
        if self.store:
            self.store.close()
            self.store = None

    @rule()
    def kill(self) -> None:
        self.died()

    @rule(where=st.floats(0, 1), zeros=st.booleans())
    def cut_power(self, where: float, zeros: bool) -> None:
        self.died()
        self.power.cut(SITE, where, zeros)

    @precondition(lambda self: self.store is None)
    @rule(tail=TAILS)
    def tear_tail(self, tail: bytes) -> None:
        """What a power cut may leave behind the end of the newest file."""
        files = day_files(self.output, SITE)
        if files:
            with files[-1].path.open("ab") as file:
                file.write(tail)

    @rule()
    def next_day(self) -> None:
        self.now += timedelta(days=1)

    @precondition(lambda self: self.store)
    @rule()
    def second_opener(self) -> None:
        with pytest.raises(Locked):
            Store.open(self.output, SITE, self.now)

    @invariant()
    def state_and_files_agree(self) -> None:
        """Whatever happens, a promised line is in its place."""
        for finding in verify(self.output, SITE).findings:
            assert "the next run sets it aside" in finding.what, finding


TestCrawls = Crawls.TestCase
TestCrawls.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
