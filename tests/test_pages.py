"""Pages for readers of the records: their commands and scripts run, in order, over an output."""

import re
import shlex
from pathlib import Path

import pytest

from newsspider.export.columns import ExportedArticle
from newsspider.export.known_formats import FORMATS
from newsspider.items import Article
from tests.export.conftest import output
from tests.support.in_process import run
from tests.test_docs import ROOT

__all__ = ["output"]


def page(name: str) -> str:
    """The text of a page."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["export.md", "full-text-search.md"])
def test_what_the_page_shows_runs(
    name: str,
    output: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "output").symlink_to(output)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", page(name), re.DOTALL | re.MULTILINE)
    assert {language for language, _ in blocks} <= {"console", "python"}
    for language, text in blocks:
        if language == "python":
            exec(compile(text, name, "exec"), {})
            continue
        for line in text.splitlines():
            prompt, scrapy, command, *arguments = shlex.split(line)
            assert (prompt, scrapy) == ("$", "scrapy")
            assert run(command, *arguments) == 0, capsys.readouterr().err


def test_the_page_names_every_format_and_every_column_of_its_own() -> None:
    text = page("export.md")
    assert [name for name in FORMATS if f"| `{name}` |" not in text] == []
    own = set(ExportedArticle.__annotations__) - set(Article.__annotations__)
    assert [name for name in own if f"`{name}`" not in text] == []
