"""A bar for who looks on, and for nobody else."""

import io
import sys

import pytest

from newsspider.cli.progress_bar import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "drawn"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_terminal_shows_how_far_things_are(
    stream: io.StringIO, drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    assert list(ProgressBar("koran").track(range(3), 3)) == [0, 1, 2]
    assert ("koran" in stream.getvalue() and "3/3" in stream.getvalue()) is drawn
    assert bool(stream.getvalue()) is drawn
