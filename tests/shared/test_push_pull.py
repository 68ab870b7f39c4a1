import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from newsspider.errors import LeaseLost, SharedAway, SharedDamaged, StateInvalid
from newsspider.shared.commit import Commit
from newsspider.shared.commit_chain import CommitChain
from newsspider.shared.local_copy import LocalCopy, Start, note_rewritten
from newsspider.shared.pull import pull
from newsspider.shared.push import RUNS, push
from newsspider.store import Store
from newsspider.store.compress import compress
from newsspider.store.repair.verify import verify
from tests.shared.memory import Place
from tests.store.records import NOW, SITE, record
from tests.support.crawling import records

TOMORROW = NOW + timedelta(days=1)


class Machine:
    """A machine with a folder of its own."""

    def __init__(self, place: Place, output: Path) -> None:
        self.place = place
        self.output = output
        self.chain = CommitChain(place, SITE, output.name)
        self.copy = LocalCopy(output, SITE)
        self.base: Commit | None = None

    def begin(self) -> Start:
        """Go on from the newest commit, as a run does."""
        self.base = self.chain.fence("")
        start = self.copy.start(self.base)
        if start is Start.SET_ASIDE:
            self.copy.set_aside(NOW)
        if start is not Start.KEEP:
            pull(self.place, self.base, self.copy)
        return start

    def push(self) -> Commit:
        assert self.base is not None
        self.base = push(self.chain, self.copy, self.base, NOW)
        return self.base

    @contextmanager
    def store(self, now: object = NOW) -> Iterator[Store]:
        store = Store.open(self.output, SITE, NOW if now is NOW else TOMORROW)
        yield store
        store.close()

    def crawl(self, *numbers: int) -> None:
        """Store articles, without making a commit."""
        with self.store() as store:
            for number in numbers:
                store.append(record(number), NOW)

    @property
    def ids(self) -> list[int]:
        """The numbers of what stands in the files, after everything was found well."""
        found = verify(self.output, SITE)
        assert found.findings == []
        return [int(line["id"].rpartition(":")[2]) for line in records(self.output)]


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def one(place: Place, tmp_path: Path) -> Machine:
    return Machine(place, tmp_path / "one")


@pytest.fixture
def two(place: Place, tmp_path: Path) -> Machine:
    return Machine(place, tmp_path / "two")


def test_another_machine_goes_on_where_one_has_ended(one: Machine, two: Machine) -> None:
    assert one.begin() is Start.REPLACE
    one.crawl(1, 2, 3)
    one.push()
    assert two.begin() is Start.REPLACE
    assert two.ids == [1, 2, 3]
    two.crawl(3, 4)
    two.push()
    assert one.begin() is Start.REPLACE
    assert one.ids == [1, 2, 3, 4]


def test_what_the_transport_must_heed_travels(one: Machine, two: Machine) -> None:
    one.begin()
    with one.store() as store:
        store.http.pauses.pause("site", TOMORROW)
        store.days.listed("2026-05-01", "nasional", ["https://nasional.sindonews.com/read/1"])
    one.push()
    two.begin()
    with two.store() as store:
        assert store.http.pauses.until("site") == TOMORROW
        (day,) = store.days.between("2026-05-01", "2026-05-01")
        assert (day.listed, day.open) == (1, 1)


def test_what_a_running_crawl_has_not_committed_yet_is_left_out(one: Machine, two: Machine) -> None:
    one.begin()
    with one.store() as store:
        store.append(record(1), NOW)
        store.flush()
        store.append(record(2), NOW)
        one.push()
        two.begin()
        assert two.ids == [1]
        store.flush()
        one.base = two.base
        one.push()
    two.begin()
    assert two.ids == [1, 2]


def test_events_and_manifests_travel(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1)
    with one.store() as store:
        store.append(record(1, headline="Judul Baru"), NOW)
        store.taken_down("sindonews:pena:1", NOW, "gone")
    runs = one.output / "runs"
    runs.mkdir()
    for number in range(RUNS + 5):
        facts = {"id": f"run-{number:02}", "site": SITE, "message": "baik"}
        (runs / f"run-{number:02}.json").write_text(json.dumps(facts))
    (runs / "run-99.json").write_text('{"site": "tempo"}')
    (runs / "run-98.json").write_text('{"site": "sindo')
    one.push()
    two.begin()
    events = f"{SITE}-events.jsonl"
    assert (two.output / events).read_bytes() == (one.output / events).read_bytes() != b""
    assert two.ids == [1, 1]
    assert len(list((two.output / "runs").iterdir())) == RUNS
    assert json.loads((two.output / "runs/run-24.json").read_text())["message"] == "baik"


def test_a_day_has_few_parts_however_often_it_was_sent(one: Machine, two: Machine) -> None:
    one.begin()
    sent = 0
    for number in range(20):
        one.crawl(number)
        commit = one.push()
        sent += sum(
            part.size for part in commit.days["2026-05-01"] if part_is_of(commit, part.name)
        )
    (parts,) = commit.days.values()
    assert len(parts) <= 6
    assert sent < 7 * parts[-1].end
    two.begin()
    assert two.ids == list(range(20))


def part_is_of(commit: Commit, name: str) -> bool:
    """Whether the part was sent with this commit."""
    return f"/{commit.number:012d}-" in name


def test_a_finished_day_may_be_compressed_or_moved_away(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1)
    first = one.push()
    with one.store(TOMORROW) as store:
        store.append(record(2), TOMORROW)
    compress(one.output, SITE, TOMORROW, NOW.date())
    assert one.begin() is Start.KEEP
    second = one.push()
    assert second.days["2026-05-01"] == first.days["2026-05-01"]
    (one.output / f"{SITE}-2026-05-01.jsonl.gz").unlink()
    one.push()
    two.begin()
    assert two.ids == [1, 2]


def test_the_folder_of_before_begins_the_chain(one: Machine, two: Machine) -> None:
    one.crawl(1, 2)
    assert one.begin() is Start.KEEP
    one.push()
    two.begin()
    assert two.ids == [1, 2]


def test_a_folder_of_another_origin_is_refused(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1)
    one.push()
    two.crawl(2)
    with pytest.raises(StateInvalid, match="a sindonews of its own, and the shared place another"):
        two.begin()
    elsewhere = Machine(Place(), one.output)
    with pytest.raises(StateInvalid, match="which the shared place does not know"):
        elsewhere.begin()
    assert (one.ids, two.ids) == ([1], [2])


def test_what_was_not_shared_before_a_kill_is_kept_by_who_goes_on(one: Machine) -> None:
    one.begin()
    one.crawl(1)
    one.push()
    one.crawl(2)
    assert one.begin() is Start.KEEP
    one.push()
    assert one.begin() is Start.KEEP
    assert one.ids == [1, 2]


def test_a_commit_that_was_made_before_a_kill_could_note_it_is_kept(
    one: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.begin()
    one.crawl(1)
    one.place.loses = "answer"
    with pytest.raises(SharedAway):
        one.push()
    one.place.loses = ""
    one.crawl(2)
    assert one.begin() is Start.KEEP
    assert one.ids == [1, 2]


def test_what_was_not_shared_when_another_went_on_is_set_aside(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1)
    one.push()
    one.crawl(2)
    two.begin()
    two.crawl(3)
    two.push()
    with pytest.raises(LeaseLost):
        one.push()
    assert one.begin() is Start.SET_ASIDE
    assert one.ids == [1, 3]
    (aside,) = (one.output / "set-aside").iterdir()
    assert Machine(one.place, aside).ids == [1, 2]


def test_a_pull_that_was_cut_short_is_done_over(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1)
    one.push()
    two.begin()
    two.crawl(2)
    commit = two.push()
    assert commit.state is not None
    state = one.place.get(commit.state.name)
    assert state is not None
    one.place.delete([commit.state.name])
    with pytest.raises(SharedDamaged, match=r"parts/.*-state.zst is missing or damaged"):
        one.begin()
    one.place.create(commit.state.name, state)
    assert one.begin() is Start.REPLACE
    assert one.ids == [1, 2]


@pytest.mark.parametrize("spoil", ["cut", "flip", "empty", "garbage", "other"])
def test_a_damaged_part_is_named_and_nothing_of_it_is_taken(
    one: Machine, two: Machine, spoil: str
) -> None:
    one.begin()
    one.crawl(*range(5))
    commit = one.push()
    ((part,),) = commit.days.values()
    data = one.place.get(part.name)
    assert data is not None
    middle = len(data) // 2
    other = one.place.get(commit.state.name) if commit.state else None
    spoilt = {
        "cut": data[:middle],
        "flip": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "empty": b"",
        "garbage": b"<html>500</html>",
        "other": other or b"",
    }
    one.place.delete([part.name])
    one.place.create(part.name, spoilt[spoil])
    with pytest.raises(SharedDamaged, match=part.name) as damaged:
        two.begin()
    assert damaged.value.exit_code == 74
    assert not list(two.output.glob("*.jsonl"))
    assert not two.copy.state.exists()


def test_files_that_were_made_anew_are_sent_whole(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1, 2)
    before = one.push()
    note_rewritten(one.output, SITE)
    one.push()
    two.begin()
    assert two.ids == [1, 2]
    assert one.base is not None
    assert not set(one.base.days["2026-05-01"]) & set(before.days["2026-05-01"])
    again = one.push() if one.begin() is Start.KEEP else None
    assert again is not None
    assert again.days == one.base.days


def test_a_place_that_is_away_costs_nothing_but_the_commit(one: Machine, two: Machine) -> None:
    one.begin()
    one.crawl(1)
    one.place.loses = "request"
    with suppress(SharedAway):
        one.push()
    one.place.loses = ""
    one.push()
    two.begin()
    assert two.ids == [1]
