"""`scrapy counts` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.export.conftest import output
from tests.support.commands import scrapy
from tests.support.in_process import run

__all__ = ["output"]


def test_a_row_has_a_day_of_jakarta_and_a_column_a_section(output: Path) -> None:
    done = scrapy("counts", "-s", f"OUTPUT_DIR={output}", variables={"COLUMNS": "80"})
    assert done.returncode == 0, done.stderr
    head, april, may = (line.split() for line in done.stdout.splitlines())
    assert (head[:3], sorted(head[3:])) == (["day", "all", "nasional"], ["ekbis", "metro"])
    assert april == ["2026-04-30", "1", "1"]
    assert may == ["2026-05-01", "4", "2", "1", "1"]


def test_sections_that_do_not_fit_have_a_table_of_their_own(output: Path) -> None:
    done = scrapy("counts", "-s", f"OUTPUT_DIR={output}", variables={"COLUMNS": "34"})
    heads = [line.split() for line in done.stdout.splitlines() if line.startswith("day")]
    assert [len(head) for head in heads] == [3, 3]
    assert max(map(len, done.stdout.splitlines())) <= 34


def test_json_has_a_day_and_section_a_line(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("counts", "--json", "--by=month", "-s", f"OUTPUT_DIR={output}") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"month": "2026-04", "section": "nasional", "articles": 1}
    assert sum(line["articles"] for line in lines) == 5


def test_bars_are_as_long_as_their_numbers(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ("counts", "--chart", "--sections=nasional,metro", "-s", f"OUTPUT_DIR={output}")
    assert run(*order) == 0
    april, may = capsys.readouterr().out.splitlines()
    assert may.count("█") // april.count("█") == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--by=week"], "no span of time"),
        (["--json", "--chart"], "one of --json and --chart"),
        (["--sections=metr"], "did you mean metro?"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(
    options: list[str], said: str, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("counts", *options, "-s", f"OUTPUT_DIR={output}") == 78
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
