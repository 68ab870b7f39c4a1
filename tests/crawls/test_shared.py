"""Crawls from a shared place; the long forms are `two_machines` and `outage` of `tests.shared`."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from newsspider.shared.lease import Lease
from newsspider.shared.numbered import name_of, newest
from newsspider.shared.object_store import ObjectStore
from tests.shared.outage import WORLD, outage
from tests.shared.served import WatchedSite, watched
from tests.shared.two_machines import SITE, Machine, Manner, trial
from tests.support.kill_loop import uncaptured
from tests.warc.write.exchanges import captures

if TYPE_CHECKING:
    import subprocess


QUICK = Manner(articles=24, days=1, delay=0.1, ttl=2, push=0.5, rest=8, run_requests=0)


def begun(site: WatchedSite, machine: Machine, manner: Manner) -> "subprocess.Popen[bytes]":
    """A crawl that has asked the site for some pages, or has ended."""
    machine.start(site, manner)
    process = machine.process
    assert process is not None
    while len(site.asked) < 6 and process.poll() is None:
        time.sleep(0.02)
    return process


def log_of(machine: Machine) -> str:
    return (machine.folder.parent / f"{machine.name}.log").read_text(encoding="utf-8")


def archiving(machine: Machine) -> Path:
    """The folder in which a machine keeps what it exchanges."""
    folder = machine.folder.parent / f"{machine.name}-warc"
    machine.options = ("-s", f"ARCHIVE={folder}")
    return folder


def test_a_machine_that_is_lost_with_its_disk_loses_and_doubles_nothing() -> None:
    tally = trial(kills=1, stops=0, seed=1, place="folder", manner=QUICK)
    assert tally.kills == 1
    assert tally.clean, tally
    assert tally.articles >= QUICK.articles


def test_who_lost_the_lease_asks_for_nothing_more_and_ends_with_75(tmp_path: Path) -> None:
    place = ObjectStore.open((tmp_path / "place").as_uri())
    with watched(WORLD) as site:
        machine = Machine("a", tmp_path / "a", place.url, {})
        manner = Manner(delay=0.2, ttl=3, push=30, run_requests=0)
        archive = archiving(machine)
        process = begun(site, machine, manner)
        other = Lease(place, SITE, "b", 60, time.monotonic)
        number = newest(place, f"{SITE}/lease")
        while not place.create(name_of(f"{SITE}/lease", number + 1), b'{"owner":"b","ttl":60}'):
            number += 1
        assert process.wait() == 75, log_of(machine)
        asked = len(site.asked)
    assert "another machine has taken over the site" in log_of(machine)
    assert asked < WORLD.articles
    assert not list(archive.glob("*.open"))
    assert len(captures(archive)) == asked
    assert not uncaptured(machine.folder, archive)
    assert other.look() > 0  # nobody gave back what was not theirs


def test_while_the_place_is_away_nothing_is_asked_and_nothing_is_lost(tmp_path: Path) -> None:
    manner = Manner(delay=0.05, ttl=2, push=0.5, run_requests=0)
    archive = tmp_path / "warc"
    found = outage(tmp_path, 3 * manner.ttl, manner, "-s", f"ARCHIVE={archive}")
    assert found.clean, found
    assert len(captures(archive)) == found.asked
    assert not uncaptured(tmp_path / "b", archive)


def test_the_budget_of_a_day_holds_although_a_machine_is_lost_that_had_told_nothing(
    tmp_path: Path,
) -> None:
    place = ObjectStore.open((tmp_path / "place").as_uri())
    manner = Manner(delay=0.05, ttl=2, push=600, run_requests=0)
    budget = ("-s", "BUDGET_DAY_REQUESTS=40")
    with watched(WORLD) as site:
        lost, other = (Machine(name, tmp_path / name, place.url, {}) for name in "ab")
        lost.options = other.options = budget
        begun(site, lost, manner)
        lost.kill()
        other.start(site, manner)
        assert other.process is not None
        assert other.process.wait() == 75, log_of(other)
        assert "Budget used up: 40 requests a day" in log_of(other)
        # The lost one may have reserved a twentieth, and not have sent what it last counted.
        assert 37 <= len(site.asked) <= 40
