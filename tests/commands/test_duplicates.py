"""`scrapy duplicates` as a user runs it."""

import json
import random
from pathlib import Path

import pytest

from benchmarks.duplicates import edits
from benchmarks.duplicates.texts import Text, news
from newsspider.store import Store
from newsspider.store.duplicates.lookup import Duplicates
from tests.store.records import NOW, SITE, record
from tests.support import in_process
from tests.support.commands import scrapy

STORY = news(random.Random(1), "a")
RETOLD = edits.agency_copy(random.Random(2), STORY)


def line(number: int, text: Text, section: str) -> dict[str, object]:
    more = {"section": section, "content_hash": text.headline + text.body}
    return record(number, headline=text.headline, body=text.body, **more)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    store = Store.open(folder, SITE, NOW, indexes=[Duplicates()])
    for number, text, section in ((1, STORY, "daerah"), (2, RETOLD, "ekbis"), (3, STORY, "metro")):
        store.append(line(number, text, section), NOW)
    store.close()
    return folder


def run(output: Path, *options: str) -> int:
    return in_process.run("duplicates", *options, "-s", f"OUTPUT_DIR={output}")


def test_groups_are_listed_with_headlines_sections_times_and_similarity(output: Path) -> None:
    done = scrapy("duplicates", "-s", f"OUTPUT_DIR={output}")
    assert done.returncode == 0, done.stderr
    heads, first, near, same, total = done.stdout.splitlines()
    assert heads.split() == ["alike", "published", "section", "headline", "id"]
    assert total == "sindonews: 1 groups, 3 articles"
    assert STORY.headline in first
    assert same.startswith("100.0%")
    for line, section in ((first, "daerah"), (near, "ekbis"), (same, "metro")):
        assert section in line
        assert "2026-05-01T09:00:00+07:00" in line


def test_json_has_a_group_a_line(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(output, "--json") == 0
    (group,) = map(json.loads, capsys.readouterr().out.splitlines())
    first, near, same = group["articles"]
    assert list(first) == ["id", "url", "section", "date_published", "headline", "similarity"]
    assert (first["id"], first["headline"]) == ("sindonews:pena:1", STORY.headline)
    assert 0.7 < near["similarity"] < 1
    assert same["similarity"] == 1.0


def test_exact_leaves_out_what_is_only_nearly_the_same(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(output, "--exact", "--json") == 0
    (group,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert [each["id"] for each in group["articles"]] == ["sindonews:pena:1", "sindonews:pena:3"]


def test_without_a_state_the_command_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path) == 78
    (line,) = capsys.readouterr().err.splitlines()
    assert "state missing" in line


def test_a_state_without_an_index_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Store.open(tmp_path, SITE, NOW).close()
    assert run(tmp_path) == 78
    assert "scrapy rebuild" in capsys.readouterr().err
