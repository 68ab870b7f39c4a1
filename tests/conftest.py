"""Options of the whole suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept`: what is read now becomes what is expected; the `git diff` is the review."""
    parser.addoption(
        "--accept", action="store_true", help="write expected.json anew from what is read now"
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be written anew."""
    return bool(request.config.getoption("--accept"))
