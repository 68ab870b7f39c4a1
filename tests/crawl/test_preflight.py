"""What is refused before the first request."""

from pathlib import Path

import pytest

from tests.support.commands import scrapy


@pytest.mark.parametrize(
    ("setting", "name", "says"),
    [
        ("ITEM_PIPELINES", "mine.Component", "No module named 'mine'"),
        ("EXTENSIONS", "newsspider.errors.Mine", "doesn't define any object named 'Mine'"),
        ("DOWNLOADER_MIDDLEWARES", "component", "not a full path"),
    ],
)
def test_a_component_that_cannot_be_loaded_is_refused_in_one_line(
    setting: str, name: str, says: str, tmp_path: Path
) -> None:
    output = ("-s", f"OUTPUT_DIR={tmp_path / 'out'}", "-s", "REPLAY_DIR=fixtures")
    done = scrapy("crawl", "sindonews", *output, "-s", f'{setting}={{"{name}": 600}}')
    assert done.returncode == 78, done.stderr
    line = done.stderr.splitlines()[-1]
    assert f"{setting}: {name}: " in line
    assert says in line
    assert list(tmp_path.iterdir()) == []
