"""`scrapy fixture` saves a page with its further pages; the case reads back as an article."""

from datetime import date
from pathlib import Path

import pytest

from newsspider.extract import extract
from newsspider.store.pages.fixtures import Fixture
from simulator import truth
from simulator.running import running
from simulator.world import World
from tests.support.commands import scrapy

WORLD = World(until=date(2026, 7, 24), articles=40, days=1)


def test_a_page_is_saved_with_all_its_pages_and_never_overwritten(tmp_path: Path) -> None:
    told = next(
        told for told in truth.articles(WORLD, WORLD.evening).values() if len(told.pages) == 2
    )
    with running(WORLD) as site:
        order = (
            "fixture", "sindonews/2025-26-tried", told.url, f"--fixtures={tmp_path}",
            "--proves=Saving works.", "-s", f"CONNECT_TO={site.address}", "-s", "DOWNLOAD_DELAY=0",
        )  # fmt: skip
        done = scrapy(*order)
        again = scrapy(*order)
    assert done.returncode == 0, done.stderr
    assert "expected.json" in done.stdout
    fixture = Fixture.load(tmp_path / "sindonews" / "2025-26-tried")
    assert [Path(file.name).stem for file in fixture.files] == ["page", "showpage-all", "page-3"]
    article = extract(fixture.page(), *fixture.more())
    assert article.headline == told.headline
    assert article.article_body == truth.body(told)
    assert again.returncode == 78
    assert "exists already" in again.stderr


@pytest.mark.parametrize("case", ["Bad", "sindonews/../x", "sindonews/"])
def test_a_case_has_a_plain_name(case: str, tmp_path: Path) -> None:
    done = scrapy("fixture", case, "https://www.sindonews.com/", f"--fixtures={tmp_path}")
    assert done.returncode == 78
    assert "SITE/CASE" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_address_off_the_site_saves_nothing(tmp_path: Path) -> None:
    done = scrapy("fixture", "sindonews/x", "https://example.org/", f"--fixtures={tmp_path}")
    assert done.returncode == 69
    assert list(tmp_path.iterdir()) == []


def test_a_case_is_of_a_known_site(tmp_path: Path) -> None:
    done = scrapy("fixture", "sindonew/x", "https://www.sindonews.com/", f"--fixtures={tmp_path}")
    assert done.returncode == 78
    assert "did you mean sindonews?" in done.stderr
