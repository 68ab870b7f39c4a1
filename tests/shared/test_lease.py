from contextlib import suppress
from functools import partial

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from newsspider.errors import LeaseLost, Locked, Refusal, SharedAway
from newsspider.shared.lease import Lease
from newsspider.shared.numbered import name_of, numbers
from tests.shared.memory import Place, Time

TTL = 60.0


@pytest.fixture
def place() -> Place:
    return Place()


def machine(place: Place, name: str, ttl: float = TTL) -> Lease:
    return Lease(place, "detik", name, ttl, partial(place.time.clock, float(len(name))))


def taken(place: Place, name: str) -> Lease:
    """A machine that waited until it held the lease."""
    lease = machine(place, name)
    while wait := lease.look():
        place.time.sleep(wait)
    return lease


def test_a_free_lease_is_taken_at_once_and_runs_out(place: Place) -> None:
    lease = machine(place, "a")
    assert not lease.is_valid
    assert lease.look() == 0
    assert lease.is_valid
    place.time.sleep(TTL)
    assert not lease.is_valid


def test_one_that_is_renewed_is_refused_to_others(place: Place) -> None:
    holder, other = taken(place, "a"), machine(place, "b")
    assert other.look() > 0
    place.time.sleep(TTL / 3)
    holder.renew()
    with pytest.raises(Locked, match="detik is crawled by a; try again"):
        other.look()


def test_one_that_nobody_renews_is_taken_over_after_half_as_long_again(place: Place) -> None:
    holder = taken(place, "a")
    place.time.sleep(5 * TTL)
    began = place.time.now
    other = taken(place, "b")
    assert place.time.now - began == pytest.approx(1.5 * TTL)
    assert (holder.is_valid, other.is_valid) == (False, True)
    with pytest.raises(LeaseLost, match="taken over by another machine"):
        holder.renew()
    assert holder.lost


def test_the_ttl_of_the_holder_counts_not_that_of_who_waits(place: Place) -> None:
    slow = machine(place, "a", ttl=600)
    slow.look()
    taken(place, "b")
    assert place.time.now == pytest.approx(900)


def test_one_that_is_given_back_is_free_at_once(place: Place) -> None:
    holder = taken(place, "a")
    holder.release()
    assert not holder.is_valid
    assert machine(place, "b").look() == 0


def test_one_that_ran_out_and_nobody_took_is_renewed(place: Place) -> None:
    holder = taken(place, "a")
    place.time.sleep(10 * TTL)
    holder.renew()
    assert holder.is_valid


def test_the_time_that_the_request_took_is_counted(place: Place) -> None:
    place.before, place.after = 20, 30
    holder = taken(place, "a")
    assert place.time.now == 50
    assert holder.is_valid
    place.time.sleep(10)
    assert not holder.is_valid


def test_a_renewal_whose_answer_was_lost_is_known_again_and_counts_from_its_first_try(
    place: Place,
) -> None:
    holder = taken(place, "a")
    place.time.sleep(20)
    place.loses = "answer"
    with pytest.raises(SharedAway):
        holder.renew()
    place.loses = ""
    place.time.sleep(30)
    holder.renew()
    place.time.sleep(29)
    assert holder.is_valid
    place.time.sleep(1)
    assert not holder.is_valid


def test_a_renewal_whose_request_was_lost_counts_from_the_one_that_came(place: Place) -> None:
    holder = taken(place, "a")
    place.loses = "request"
    with pytest.raises(SharedAway):
        holder.renew()
    place.loses = ""
    place.time.sleep(5 * TTL)
    holder.renew()
    assert holder.is_valid


def test_one_that_is_given_back_after_a_lost_answer_is_free(place: Place) -> None:
    holder = taken(place, "a")
    place.loses = "answer"
    with pytest.raises(SharedAway):
        holder.renew()
    place.loses = ""
    holder.release()
    assert machine(place, "b").look() == 0


def test_a_machine_that_slept_past_the_removal_of_its_next_number_has_lost(place: Place) -> None:
    sleeper = taken(place, "a")
    other = taken(place, "b")
    for _ in range(30):
        other.renew()
    assert numbers(place, "detik/lease")[0] > 2
    with pytest.raises(LeaseLost):
        sleeper.renew()
    other.renew()


def test_nonsense_in_place_of_a_lease_is_waited_for(place: Place) -> None:
    place.create(name_of("detik/lease", 1), b'{"owner": "a", "t')
    taken(place, "b")
    assert place.time.now == pytest.approx(1.5 * TTL)


class Machines(RuleBasedStateMachine):
    """Machines that look, renew, sleep and give back in any order, over a bad line."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Place(Time())
        self.leases = [machine(self.place, name) for name in ("a", "bb", "ccc")]

    @rule(seconds=st.sampled_from([1.0, 19.0, 40.0, 56.0, 88.0, 91.0]))
    def wait(self, seconds: float) -> None:
        self.place.time.sleep(seconds)

    @rule(
        before=st.sampled_from([0.0, 1.0, 45.0, 100.0]),
        after=st.sampled_from([0.0, 1.0, 45.0, 100.0]),
        loses=st.sampled_from(["", "", "", "request", "answer"]),
    )
    def line(self, before: float, after: float, loses: str) -> None:
        self.place.before, self.place.after, self.place.loses = before, after, loses

    @rule(which=st.integers(0, 2))
    def look(self, which: int) -> None:
        if not self.leases[which].is_valid:
            with suppress(Refusal):
                self.leases[which].look()

    @rule(which=st.integers(0, 2))
    def renew(self, which: int) -> None:
        with suppress(Refusal):
            self.leases[which].renew()

    @rule(which=st.integers(0, 2))
    def release(self, which: int) -> None:
        with suppress(Refusal):
            self.leases[which].release()

    @rule(which=st.integers(0, 2))
    def restart(self, which: int) -> None:
        name = self.leases[which].owner
        self.leases[which] = machine(self.place, name + name[0])

    @precondition(lambda self: not self.place.loses)
    @rule(which=st.integers(0, 2))
    def clean_up(self, which: int) -> None:
        self.leases[which].clean_up()

    @invariant()
    def at_most_one_may_ask(self) -> None:
        assert sum(lease.is_valid for lease in self.leases) <= 1


TestMachines = Machines.TestCase
TestMachines.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
