"""`scrapy search` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.export.conftest import output
from tests.support.commands import scrapy
from tests.support.in_process import run

__all__ = ["output"]


def test_headline_time_section_and_a_marked_snippet_are_shown(output: Path) -> None:
    done = scrapy("search", '"warga mengungsi"', "--sections=metro", "-s", f"OUTPUT_DIR={output}")
    assert done.returncode == 0, done.stderr
    headline, stated, url, snippet = done.stdout.splitlines()
    assert headline == "Banjir di Tiga Kecamatan"
    assert stated == "  2026-05-01T09:00:00+07:00  metro  sindonews:pena:1"
    assert url.startswith("  https://")
    assert "[Warga mengungsi] ke balai" in snippet
    assert done.stderr == "search: 1 of 1 articles\n"


def test_json_has_an_article_a_line_and_says_what_was_taken_down(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("search", "hyperlink", "--json", "-s", f"OUTPUT_DIR={output}") == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert told["id"] == "sindonews:pena:3"
    assert told["taken_down_at"] == "2026-05-02T03:00:00Z"
    assert ["match", "HYPERLINK"] in told["snippet"]


def test_days_and_number_are_kept_to(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    until = ("pemerintah OR sungai", "--until=2026-04-30", "-s", f"OUTPUT_DIR={output}")
    assert run("search", *until) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "search: 1 of 1 articles"
    assert run("search", "kecamatan", "--limit=1", "-s", f"OUTPUT_DIR={output}") == 0
    assert capsys.readouterr().err.splitlines()[-1] == "search: 1 of 2 articles"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a word"),
        (["(banjir"], "brackets"),
        (["banjir", "--sections=metr"], "did you mean metro?"),
        (["banjir", "--limit=-1"], "not a number"),
    ],
)
def test_what_is_wrong_is_refused_in_one_line(
    arguments: list[str], said: str, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("search", *arguments, "-s", f"OUTPUT_DIR={output}") == 78
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
