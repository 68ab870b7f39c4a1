"""docs/export.md: its commands and scripts run, in their order, over a stored output."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from newsspider.export.columns import ExportedArticle
from newsspider.export.known_formats import FORMATS
from newsspider.items import Article
from tests.support.in_process import run
from tests.test_docs import ROOT

PAGE: Final = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
BLOCKS: Final = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_what_the_page_shows_runs(
    output: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "output").symlink_to(output)
    monkeypatch.chdir(tmp_path)
    assert {language for language, _ in BLOCKS} == {"console", "python"}
    for language, text in BLOCKS:
        if language == "python":
            exec(compile(text, "docs/export.md", "exec"), {})
            continue
        for line in text.splitlines():
            prompt, scrapy, name, *arguments = shlex.split(line)
            assert (prompt, scrapy) == ("$", "scrapy")
            assert run(name, *arguments) == 0, capsys.readouterr().err


def test_the_page_names_every_format_and_every_column_of_its_own() -> None:
    assert [name for name in FORMATS if f"| `{name}` |" not in PAGE] == []
    own = set(ExportedArticle.__annotations__) - set(Article.__annotations__)
    assert [name for name in own if f"`{name}`" not in PAGE] == []
