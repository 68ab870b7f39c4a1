"""What is read of a page depends on nothing but that page: no other page, order or thread."""

import json
import multiprocessing
import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from newsspider.extract import NotAnArticle, Page, extract
from newsspider.items import to_record
from newsspider.sites import registry
from newsspider.store.pages.fixtures import Fixture, folders

FIXTURES: Final = folders(Path(__file__).parents[2] / "fixtures" / "sindonews")
# A further page in no layout of the site, which asks for classes that no other page asks for.
_UNKNOWN: Final = b"<html><body><h1>Judul</h1><div class='entry-content'>Isi.</div></body></html>"


class Counts(Counter[str]):
    """A stats collector."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""
        self[key] += count


def read(folder: Path) -> str:
    """Return what is read of a fixture, rule counts and all, as a digest."""
    fixture, counts = Fixture.load(folder), Counts()
    page = fixture.page()
    unknown = Page.from_bytes(page.url, _UNKNOWN, page.fetched_at)
    try:
        found = to_record(extract(page, *fixture.more(), unknown, stats=counts))
    except NotAnArticle as refusal:
        found = {"not_an_article": refusal.reason}
    return sha256(json.dumps([found, sorted(counts.items())]).encode()).hexdigest()


def read_all(names: Sequence[Path]) -> dict[Path, str]:
    """Return what is read of fixtures, one after another."""
    return {folder: read(folder) for folder in names}


def read_cold(names: Sequence[Path]) -> dict[Path, str]:
    """Return what is read of fixtures, each by a process that has read no page before."""
    registry.all_sites()  # imported once: what takes its time is no reading
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as one_page:
        return dict(zip(names, one_page.map(read, names, chunksize=1), strict=True))


@pytest.fixture(scope="module")
def cold() -> dict[Path, str]:
    """What a process reads that has read nothing before."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:
        return fresh.submit(read_cold, FIXTURES).result()


@pytest.mark.parametrize("seed", [0, 1])
def test_a_page_reads_the_same_after_any_other_pages(cold: dict[Path, str], seed: int) -> None:
    order = random.Random(seed).sample(FIXTURES, len(FIXTURES))
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:
        warm = fresh.submit(read_all, order).result()
    assert [folder.name for folder in FIXTURES if warm[folder] != cold[folder]] == []


def test_a_page_reads_the_same_in_four_threads(cold: dict[Path, str]) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = dict(zip(FIXTURES, threads.map(read, FIXTURES), strict=True))
    assert [folder.name for folder in FIXTURES if found[folder] != cold[folder]] == []
