"""The short form of `python -m tests.export.kills`."""

from tests.export.kills import rain


def test_no_half_export_stands_under_the_final_name() -> None:
    tally = rain(2, seed=1, formats=("sqlite",))
    assert tally.clean, tally
    assert tally.kills == 2
