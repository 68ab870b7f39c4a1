"""Whole crawls killed at random instants; `tests.support.kill_loop` has the long form."""

from tests.support.kill_loop import rain


def test_whole_crawls_killed_10_times_each_article_is_there_once() -> None:
    """Cases 1 and 11: nothing lost, nothing doubled, no lock is left behind, and whatever is stored
    after a kill is captured."""
    tally = rain(10, seed=2026, articles=160, archive=True)
    assert tally.clean, tally
    assert tally.mended
