"""Options of the whole suite."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, by which what is read now becomes what is expected (`git diff` is the
    review), and `--saved`.
    """
    parser.addoption(
        "--accept", action="store_true", help="write expected.json anew from what is read now"
    )
    parser.addoption("--saved", type=Path, help="read the saved pages of this folder instead")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be written anew."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(autouse=True)
def deaf_to_sigpipe() -> Iterator[None]:
    """Hold a test to leaving SIGPIPE ignored, as Python begins: the process of the tests serves
    clients that hang up, and would otherwise end with the first, in some later test."""
    yield
    assert signal.getsignal(signal.SIGPIPE) is signal.SIG_IGN
