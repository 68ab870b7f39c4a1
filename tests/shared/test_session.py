from pathlib import Path

import pytest

from newsspider.errors import BadArgument, LeaseLost, Locked, SharedAway, StateInvalid
from newsspider.shared.session import Session
from newsspider.store import Store
from newsspider.store.state.http import Spent
from tests.shared.memory import Place
from tests.store.records import NOW, SITE, record


def begun(place: Place, output: Path) -> Session:
    return Session.begin(
        place, output, SITE, 60, NOW, clock=place.time.clock, sleep=place.time.sleep
    )


def crawled(output: Path, number: int) -> None:
    store = Store.open(output, SITE, NOW)
    store.append(record(number), NOW)
    store.close()


def test_a_new_holder_fences_the_old_one_off_before_it_has_stored_anything(tmp_path: Path) -> None:
    place = Place()
    sleeper = begun(place, tmp_path / "a")
    crawled(tmp_path / "a", 1)
    place.time.sleep(120)
    other = begun(place, tmp_path / "b")
    with pytest.raises(LeaseLost):
        sleeper.push(NOW)
    assert isinstance(sleeper.finish(NOW), LeaseLost)
    crawled(tmp_path / "b", 1)
    assert other.finish(NOW) is None
    third = begun(place, tmp_path / "c")
    store = Store.open(tmp_path / "c", SITE, NOW)
    assert store.known(record(1)["id"]) is not None
    store.close()
    third.abandon()


def test_who_is_not_allowed_to_go_on_gives_the_lease_back_and_adds_nothing(tmp_path: Path) -> None:
    place = Place()
    crawled(tmp_path / "a", 1)
    first = begun(place, tmp_path / "a")
    assert first.finish(NOW) is None
    before = place.names(f"{SITE}/commits")
    crawled(tmp_path / "b", 2)
    with pytest.raises(StateInvalid, match="name a new OUTPUT_DIR"):
        begun(place, tmp_path / "b")
    assert place.names(f"{SITE}/commits") == before
    now = place.time.now
    begun(place, tmp_path / "a").abandon()
    assert place.time.now == now  # nobody had to be waited for


def test_what_was_reserved_is_known_to_whoever_goes_on_although_its_answer_was_lost(
    tmp_path: Path,
) -> None:
    place = Place()
    lost = begun(place, tmp_path / "a")
    lost.reserve("2026-05-03", Spent(5), NOW)
    place.loses = "answer"
    with pytest.raises(SharedAway):
        lost.reserve("2026-05-03", Spent(10), NOW)
    place.loses = ""
    assert lost.reserved("2026-05-03") == Spent(5)
    crawled(tmp_path / "a", 1)
    lost.push(NOW)
    place.time.sleep(120)
    other = begun(place, tmp_path / "b")
    assert other.reserved("2026-05-03") == Spent(10)
    store = Store.open(tmp_path / "b", SITE, NOW)
    assert store.known(record(1)["id"]) is not None
    store.close()
    other.release("2026-05-03", Spent(7))
    assert other.finish(NOW) is None
    third = begun(place, tmp_path / "c")
    assert third.reserved("2026-05-03") == Spent(7)
    third.abandon()


def test_a_folder_in_which_a_crawl_runs_is_refused(tmp_path: Path) -> None:
    place = Place()
    store = Store.open(tmp_path, SITE, NOW)
    with pytest.raises(Locked, match="locked by pid"):
        begun(place, tmp_path)
    store.close()
    assert place.names(f"{SITE}/lease") == []


def test_a_store_that_overwrites_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    class Overwriting(Place):
        """A look-alike of S3 that ignores If-None-Match."""

        def create(self, name: str, data: bytes) -> bool:
            self._store.put(name, data)
            return True

    place = Overwriting()
    with pytest.raises(BadArgument, match="ignores create-if-absent"):
        begun(place, tmp_path / "a")
    assert place.names(SITE) == []
    assert not (tmp_path / "a").exists()
