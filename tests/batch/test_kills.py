"""The short form of `python -m tests.batch.kills`."""

from tests.batch.kills import rain


def test_a_batch_that_is_killed_goes_on_and_writes_each_file_once() -> None:
    tally = rain(2, seed=4, files=2, articles=20)
    assert tally.clean, tally
    assert tally.kills == 2
