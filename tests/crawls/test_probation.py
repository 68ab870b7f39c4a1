"""A run judges itself before it writes: with or without earlier runs, whole or in part."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from tests.support.changed_site import LAST_DAY, TWO_DAYS, crawled, unchanged
from tests.support.commands import scrapy

OF_THE_DAY = 40
ADDRESS = re.compile(r'rel="canonical" href="[^"]*?/(\d+)/')


def redesigned(text: str) -> str:
    """Return a page with other names for all that is named."""
    return re.sub(r'(class|id)="[^"]*"', r'\1="tw"', text)


def without_text(text: str) -> str:
    """Return a page that a script would fill."""
    return re.sub(r'(id="detail-desc"[^>]*>).*?</div>', r"\1</div>", text, flags=re.DOTALL)


def garbled(text: str) -> str:
    """Return a page whose server lost a letter of each of two common words."""
    return text.replace(" di ", " d\ufffd ").replace(" yang ", " y\ufffdng ")


def number_of(text: str) -> int:
    """Return the number of the article on a page."""
    found = ADDRESS.search(text)
    assert found is not None
    return int(found[1])


def is_drawn(number: int, of: int) -> bool:
    """Tell whether an article is one of those that change: one of so many, by its number."""
    return crc32(str(number).encode()) % of == 0


def some(of: int, change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a change of one article of so many."""
    return lambda text: change(text) if is_drawn(number_of(text), of) else text


def status(output: Path) -> str:
    """Return what `scrapy status` says of an output."""
    told = scrapy("status", "-s", f"OUTPUT_DIR={output}", variables={"COLUMNS": "400"})
    told.check_returncode()
    return told.stdout


def aside(output: Path) -> list[dict[str, Any]]:
    """Return what was put aside."""
    return [json.loads(path.read_bytes()) for path in (output / "quarantine").glob("*.json")]


@pytest.fixture(scope="module")
def after_two_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("before")
    done = crawled(output, unchanged, *TWO_DAYS)
    assert len(done.records) >= 50, done.stderr[-2000:]
    return output


@pytest.mark.parametrize("change", [redesigned, without_text, garbled])
def test_a_first_crawl_of_a_changed_site_stores_nothing(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    broken = crawled(tmp_path, change, *LAST_DAY)
    assert broken.code == 65, broken.stderr[-2000:]
    assert broken.records == []
    kept = aside(tmp_path)
    assert len(kept) >= 10
    assert all(each["reason"] for each in kept)
    said = status(tmp_path)
    assert "to repair: " in said
    assert "article_body" in said or "layout" in said
    assert "detail" in said.split("to repair: ")[1]
    repaired = crawled(tmp_path, unchanged, *LAST_DAY)
    assert repaired.code == 0, repaired.stderr[-2000:]
    assert len(repaired.ids) == len(repaired.records) == OF_THE_DAY
    assert "to try again: 0" in status(tmp_path)


def test_a_changed_site_stops_a_later_crawl_too(after_two_days: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    subprocess.run(["cp", "-a", str(after_two_days), str(output)], check=True)
    before = len(crawled(output, unchanged, *TWO_DAYS).records)
    broken = crawled(output, redesigned, *LAST_DAY)
    assert broken.code == 65, broken.stderr[-2000:]
    assert len(broken.records) == before
    assert len(aside(output)) >= 10


def test_a_small_first_crawl_is_judged_at_its_end(tmp_path: Path) -> None:
    broken = crawled(tmp_path, redesigned, *LAST_DAY, "-a", "limit=5")
    assert broken.code == 65, broken.stderr[-2000:]
    assert broken.records == []
    assert len(aside(tmp_path)) >= 5


@pytest.mark.parametrize("of", [2, 10])
def test_where_some_pages_changed_the_others_are_stored(of: int, tmp_path: Path) -> None:
    broken = crawled(tmp_path, some(of, redesigned), *LAST_DAY)
    assert broken.code == 65, broken.stderr[-2000:]
    assert not any(is_drawn(int(identity.split(":")[-1]), of) for identity in broken.ids)
    repaired = crawled(tmp_path, unchanged, *LAST_DAY)
    assert repaired.code == 0, repaired.stderr[-2000:]
    assert len(repaired.ids) == len(repaired.records) == OF_THE_DAY
    late = {each["id"] for each in repaired.records} - broken.ids
    assert all(is_drawn(int(identity.split(":")[-1]), of) for identity in late)
    assert len(aside(tmp_path)) >= len(late) >= 3


def test_a_single_page_in_doubt_is_stored_with_its_warnings(tmp_path: Path) -> None:
    chosen: list[int] = []

    def only_the_first(text: str) -> str:
        number = number_of(text)
        if not chosen:
            chosen.append(number)
        return redesigned(text) if chosen == [number] else text

    done = crawled(tmp_path, only_the_first, *LAST_DAY)
    assert done.code == 0, done.stderr[-2000:]
    assert len(done.ids) == len(done.records) == OF_THE_DAY
    in_doubt = [each["id"] for each in done.records if each["layout"] == "generic"]
    assert [int(identity.split(":")[-1]) for identity in in_doubt] == chosen


def test_what_the_user_accepts_is_in_doubt_no_more(tmp_path: Path) -> None:
    accepted = crawled(tmp_path, redesigned, *LAST_DAY, "-s", "ACCEPT_CHANGES=True")
    assert accepted.code == 0, accepted.stderr[-2000:]
    assert len(accepted.records) == OF_THE_DAY
    later = crawled(tmp_path, redesigned, *TWO_DAYS)
    assert later.code == 0, later.stderr[-2000:]
    assert len(later.records) > OF_THE_DAY
