"""Options of the whole suite."""

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
