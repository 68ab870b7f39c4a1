"""The fixtures in the repository are what their cases say, byte for byte."""

from pathlib import Path

import pytest

from newsspider.store.pages.fixtures import Fixture, folders
from simulator.build import ROOT, build
from simulator.cases import all_cases
from simulator.demo import FEED_SECTIONS, newest


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fixtures")
    build(root=root)
    return root


def test_the_saved_pages_are_those_of_the_cases(built: Path) -> None:
    """When this fails: `python -m simulator.build`, then read `git diff fixtures/`."""
    for folder in built.iterdir():
        for path in folder.iterdir():
            kept = ROOT / folder.name / path.name
            assert kept.is_file(), f"{kept} is missing"
            assert kept.read_bytes() == path.read_bytes(), f"{kept} is not what its case says"


def test_every_saved_page_is_whole(built: Path) -> None:
    for folder in built.iterdir():
        assert list(Fixture.load(folder).answers())


def test_the_demo_has_every_main_section_and_every_day_of_the_week() -> None:
    entries = newest()
    assert {entry.section for entry in entries} == set(FEED_SECTIONS)
    assert {entry.published.weekday() for entry in entries} == set(range(7))


def test_cases_prove_one_thing_each_in_a_sentence() -> None:
    proofs = [case.proves for case in all_cases()]
    assert all(proof.endswith(".") for proof in proofs)
    assert len(set(proofs)) == len(proofs)


def test_article_pages_have_the_size_of_real_ones() -> None:
    whole = [case for case in all_cases() if case.cut_after is None]
    sizes = [(ROOT / case.name / "page.html").stat().st_size for case in whole]
    assert all(50_000 < size < 130_000 for size in sizes), (min(sizes), max(sizes))


def test_every_article_that_the_demo_lists_is_saved() -> None:
    saved = {file.url for folder in folders(ROOT) for file in Fixture.load(folder).files}
    assert {entry.url for entry in newest()} <= saved
