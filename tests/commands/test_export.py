"""`scrapy export` as a user runs it."""

import sys
from pathlib import Path

import pytest

from tests.export.conftest import output
from tests.support.commands import scrapy
from tests.support.in_process import run

__all__ = ["output"]


def test_it_says_where_the_export_is_and_how_large(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "koran"
    done = scrapy("export", "--format=csv", f"--out={target}", "-s", f"OUTPUT_DIR={output}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{target}: 5 rows in 4 files, ")
    assert done.stderr == ""
    assert (target / "articles.csv").is_file()


def test_words_choose_articles(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "banjir"
    order = ("--format=csv", f"--out={target}", "-s", f"OUTPUT_DIR={output}")
    assert run("export", "--query=headline:banjir NOT beras", *order) == 0
    assert capsys.readouterr().out.startswith(f"{target}: 2 rows")
    assert "found by the words headline:banjir NOT beras;" in (target / "README.md").read_text(
        "utf-8"
    )


def test_lines_that_are_not_here_end_it_with_75(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = output / "sindonews-2026-05-02.jsonl"
    away = day.rename(tmp_path / day.name)
    order = ("--format=csv", "-s", f"OUTPUT_DIR={output}")
    try:
        assert run("export", *order, f"--out={tmp_path / 'tanpa'}") == 75
        assert "exit 75 (incomplete: 1 lines left out" in capsys.readouterr().err
        found = run("export", *order, f"--out={tmp_path / 'dengan'}", f"--elsewhere={tmp_path}")
    finally:
        away.rename(day)
    assert found == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format=parket"], "did you mean parquet?"),
        (["--format=csv", "--site=sindonew"], "did you mean sindonews?"),
        (["--format=csv", "--since=2026-13-01"], "did you mean"),
        (["--format=csv", "--since=2026-02", "--until=2026-01"], "did you swap them?"),
        (["--format=csv", "--sections=metr"], "did you mean metro?"),
        (["--format=csv", "--duplicates=drop-exactly"], "did you mean drop-exact?"),
        (["--format=csv", "--without=body"], "only the lists"),
        (["--format=csv", "--partition=month"], "csv has none"),
        (["--format=parquet", "--partition=day"], "only by month"),
        (["--format=csv", "--out=berita.csv"], "name a folder"),
        (["--format=csv", "berita"], "takes options only"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(
    options: list[str], said: str, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", *options, "-s", f"OUTPUT_DIR={output}") == 78
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("export: exit 78 (")
    assert said in line


def test_a_format_whose_library_is_missing_names_the_extra(
    output: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in [name for name in sys.modules if name.startswith("newsspider.export.formats.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    order = ("--format=parquet", f"--out={tmp_path / 'x'}", "-s", f"OUTPUT_DIR={output}")
    assert run("export", *order) == 78
    assert "needs pyarrow; install newsspider[export]" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_where_nothing_is_stored_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "--format=csv", "-s", f"OUTPUT_DIR={tmp_path}") == 78
    assert "nothing was crawled into it" in capsys.readouterr().err
