"""METRICS_FILE, read as Prometheus reads it."""

from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.support.commands import scrapy

REPLAY = ("crawl", "sindonews", "-s", "REPLAY_DIR=fixtures", "-a", "limit=2")


def test_a_run_is_told_to_the_textfile_collector(tmp_path: Path) -> None:
    path = tmp_path / "collector" / "sindonews.prom"
    done = scrapy(*REPLAY, "-s", f"OUTPUT_DIR={tmp_path / 'out'}", "-s", f"METRICS_FILE={path}")
    assert done.returncode == 0, done.stderr
    families = text_string_to_metric_families(path.read_text("utf-8"))
    values = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in families
        for sample in family.samples
    }
    assert values["newsspider_run_exit_code", "sindonews"] == 0
    assert values["newsspider_run_articles", "sindonews", "stored"] == 2
    stored = [value for key, value in values.items() if key[0] == "newsspider_articles"]
    assert sum(stored) == 2
    assert [file.name for file in path.parent.iterdir()] == ["sindonews.prom"]


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [("/proc/x/a.prom", 0, "Metrics not written"), ("a.txt", 78, "named ….prom only")],
)
def test_a_file_that_cannot_be_written_costs_a_warning(
    path: str, code: int, says: str, tmp_path: Path
) -> None:
    done = scrapy(*REPLAY, "-s", f"OUTPUT_DIR={tmp_path}", "-s", f"METRICS_FILE={path}")
    assert done.returncode == code
    assert says in done.stderr
