from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from newsspider.errors import LeaseLost, SharedAway, SharedDamaged
from newsspider.shared.commit import Commit, FilePart
from newsspider.shared.commit_chain import KEPT, CommitChain
from newsspider.shared.numbered import numbers
from newsspider.shared.parts import send
from tests.shared.memory import Place

AT = "2026-05-01T03:00:00Z"


@pytest.fixture
def place() -> Place:
    return Place()


def machine(place: Place, name: str) -> CommitChain:
    return CommitChain(place, "detik", name)


def grown(chain: CommitChain, base: Commit, folder: Path) -> Commit:
    """A commit on `base` with a new snapshot of the state."""
    number = base.number + 1
    name = chain.part_name(number, "state")
    state = send(chain.store, name, [b"keadaan"], 0, folder / "draft")
    return msgspec.structs.replace(
        base, number=number, writer=chain.writer, state=state, fencing=False
    )


def test_a_chain_begins_with_an_empty_commit(place: Place) -> None:
    chain = machine(place, "a")
    assert chain.newest() is None
    fence = chain.fence(AT)
    assert (fence.number, fence.fencing, fence.state, fence.parts) == (1, True, None, ())
    assert chain.newest() == fence


def test_who_was_fenced_off_can_add_nothing_and_the_new_holder_goes_on(
    place: Place, tmp_path: Path
) -> None:
    sleeper, other = machine(place, "a"), machine(place, "b")
    base = sleeper.append(grown(sleeper, sleeper.fence(AT), tmp_path))
    fence = other.fence(AT)
    assert fence.content == base.content
    assert fence.chain == base.chain
    with pytest.raises(LeaseLost, match="stays here, and is fetched again there"):
        sleeper.append(grown(sleeper, base, tmp_path))
    assert other.append(grown(other, fence, tmp_path)).number == 4


def test_who_slept_past_the_removal_of_its_next_number_can_add_nothing(
    place: Place, tmp_path: Path
) -> None:
    sleeper, other = machine(place, "a"), machine(place, "b")
    base = sleeper.fence(AT)
    newest = other.fence(AT)
    for _ in range(3 * KEPT):
        newest = other.append(grown(other, newest, tmp_path))
    other.clean_up(newest.number)
    assert base.number + 1 not in numbers(place, "detik/commits")
    with pytest.raises(LeaseLost):
        sleeper.append(grown(sleeper, base, tmp_path))
    assert other.newest() == newest


def test_a_commit_whose_answer_was_lost_is_known_again(place: Place, tmp_path: Path) -> None:
    chain = machine(place, "a")
    base = chain.fence(AT)
    place.loses = "answer"
    with pytest.raises(SharedAway):
        chain.append(grown(chain, base, tmp_path))
    place.loses = ""
    made = chain.append(grown(chain, base, tmp_path))
    assert made.number == 2
    assert chain.newest() == made
    assert chain.append(grown(chain, made, tmp_path)).number == 3


def test_cleaning_keeps_what_the_newest_commits_name_and_removes_the_rest(
    place: Place, tmp_path: Path
) -> None:
    chain = machine(place, "a")
    newest = chain.fence(AT)
    for _ in range(3 * KEPT):
        newest = chain.append(grown(chain, newest, tmp_path))
    orphan = chain.part_name(newest.number, "state")  # of a commit that was never made
    place.create(orphan, b"")
    waiting = chain.part_name(newest.number + 1, "state")  # of the next one
    place.create(waiting, b"")
    assert chain.clean_up(newest.number) > 2 * KEPT
    left = place.names("detik/parts")
    assert orphan not in left
    assert waiting in left
    assert len(numbers(place, "detik/commits")) == KEPT + 1
    assert newest.state is not None
    assert newest.state.name in left
    assert chain.clean_up(newest.number) == 0


def test_cleaning_by_who_slept_removes_nothing_that_is_needed(place: Place, tmp_path: Path) -> None:
    sleeper, other = machine(place, "a"), machine(place, "b")
    base = sleeper.append(grown(sleeper, sleeper.fence(AT), tmp_path))
    newest = other.fence(AT)  # which goes on naming the sleeper's snapshot
    for _ in range(3 * KEPT):
        newest = other.append(msgspec.structs.replace(newest, number=newest.number + 1, writer="b"))
    other.clean_up(newest.number)
    sleeper.clean_up(base.number)
    assert base.state is not None
    assert place.names("detik/parts") == [base.state.name]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: data[: len(data) // 2], "no commit"),
        (lambda data: data.replace(b'"writer":"a"', b'"writer":"b"'), "differs from its sha256"),
        (lambda data: b"", "no commit"),
    ],
)
def test_a_damaged_commit_is_named(
    place: Place, spoil: Callable[[bytes], bytes], words: str
) -> None:
    chain = machine(place, "a")
    chain.fence(AT)
    name = "detik/commits/000000000001.json"
    data = place.get(name)
    place.delete([name])
    assert data is not None
    place.create(name, spoil(data))
    with pytest.raises(SharedDamaged, match=words) as damaged:
        chain.newest()
    assert name in str(damaged.value)
    assert damaged.value.exit_code == 74


def test_content_is_the_same_where_only_the_number_differs() -> None:
    part = FilePart("x", 0, 3, "abc")
    one = Commit(number=1, chain="c", writer="a", at=AT, state=part)
    assert one.content == msgspec.structs.replace(one, number=2, writer="b").content
    assert one.content != msgspec.structs.replace(one, events=(part,)).content
