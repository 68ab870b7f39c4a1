"""A layout that changes is noticed before anything is written, and its articles are not lost."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from simulator import truth
from tests.support.changed_site import LAST_DAY, TWO_DAYS, WORLD, crawled, unchanged
from tests.support.commands import scrapy
from tests.support.crawling import Crawled


def no_editor(text: str) -> str:
    return text.replace('class="editor"', 'class="sign-off" hidden')


def no_body(text: str) -> str:
    """The text comes by a script from now on."""
    return re.sub(
        r'(id="detail-desc">).*?(</div>\s*<div class="page-status">)', r"\1\2", text, flags=re.S
    )


def manifest(output: Path) -> dict[str, Any]:
    newest = max((output / "runs").glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    loaded: dict[str, Any] = json.loads(newest.read_bytes())
    return loaded


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a healthy run, large enough to compare with."""
    output = tmp_path_factory.mktemp("before")
    done = crawled(output, unchanged, *TWO_DAYS)
    assert done.code == 0, done.stderr[-2000:]
    assert len(done.records) >= 50
    return output


def test_a_field_that_is_gone_stops_the_run_before_a_line_is_written(
    before: Path, tmp_path: Path
) -> None:
    output = copied(before, tmp_path)
    lines = len(crawled(output, unchanged, *TWO_DAYS).records)
    broken = crawled(output, no_editor, *LAST_DAY)
    assert broken.code == 65, broken.stderr[-2000:]
    assert "editor stated by 0% of pages" in broken.stderr.splitlines()[-1]
    assert len(broken.records) == lines
    assert manifest(output)["verdict"] == "broken"
    assert len(list((output / "quarantine").glob("*.json"))) >= 10
    repaired = crawled(output, unchanged, *LAST_DAY)
    assert repaired.code == 0
    assert len(repaired.records) == WORLD.articles, lacking(repaired)
    assert len(repaired.ids) == WORLD.articles


def test_a_change_that_the_user_accepts_is_what_is_usual_from_then_on(
    before: Path, tmp_path: Path
) -> None:
    output = copied(before, tmp_path)
    accepted = crawled(output, no_editor, *LAST_DAY, "-s", "ACCEPT_CHANGES=True")
    assert accepted.code == 0, accepted.stderr[-2000:]
    assert len(accepted.records) == WORLD.articles, lacking(accepted)
    again = crawled(output, no_editor, *LAST_DAY, "-a", "refresh=7d")
    assert again.code == 0, again.stderr[-2000:]


def test_pages_without_a_body_are_put_aside_and_stored_after_the_repair(tmp_path: Path) -> None:
    broken = crawled(tmp_path, no_body, *LAST_DAY)
    assert broken.code == 65, broken.stderr[-2000:]
    assert broken.records == []
    aside = sorted((tmp_path / "quarantine").glob("*.json"))
    assert len(aside) >= 10
    assert manifest(tmp_path)["counts"]["article/misread/no_body"] >= 10
    shown = scrapy("extract", aside[0])
    assert shown.returncode == 65
    assert "no article text" in shown.stderr
    repaired = crawled(tmp_path, unchanged, *LAST_DAY)
    assert repaired.code == 0, repaired.stderr[-2000:]
    assert len(repaired.ids) == len(repaired.records) == 40


def lacking(done: Crawled) -> str:
    """What a perfect crawl has stored more, and the log that may tell why."""
    ids = sorted(truth.articles(WORLD, WORLD.evening).keys() - done.ids)
    return f"lacking {' '.join(ids)}\n{done.stderr}"


def copied(before: Path, folder: Path) -> Path:
    output = folder / "out"
    subprocess.run(["cp", "-a", str(before), str(output)], check=True)
    return output
