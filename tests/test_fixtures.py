"""Every saved page reads as a careful reader wrote down: one result a field.

`expected.json` of a folder is the full record of an article, the articles of a listing, or why the
page is neither. A folder without one gets it from what is read now, and fails once: read it, put it
right, run again. `--accept` writes all anew.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from jsonschema import Draft202012Validator

from newsspider.extract import NotAnArticle, extract, listing
from newsspider.items import Article, from_record, to_record
from newsspider.reading.address import Address
from newsspider.sites import registry
from newsspider.store.pages.fixtures import Fixture, folders
from tests.second_site.tepian.site import TEPIAN

PROJECT: Final = Path(__file__).parents[1]
REPLAYED: Final = (PROJECT / "fixtures", PROJECT / "tests" / "second_site" / "fixtures")
FOLDERS: Final = [folder for root in REPLAYED for folder in folders(root)]
"""The cases of every site: `fixtures/<site>/<case>`, and those of the tests' own second site."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "folder" in metafunc.fixturenames:
        given = metafunc.config.getoption("--saved")
        cases = folders(given) if given else FOLDERS
        names = [f"{case.parent.name}/{case.name}" for case in cases]
        metafunc.parametrize("folder", cases, ids=names)


def test_saved_page_reads_as_expected(
    folder: Path, subtests: pytest.Subtests, accept: bool
) -> None:
    fixture = Fixture.load(folder)
    assert list(fixture.answers()), "sha256 of every page is verified"
    if fixture.url.endswith("/robots.txt"):
        return
    path = folder / "expected.json"
    if accept or not path.exists():
        _write(path, _read(fixture))
        if not accept:
            pytest.fail(f"wrote {path}: read it, put it right, then run again")
    expected = json.loads(path.read_text(encoding="utf-8"))
    if "articles" in expected:
        _compare_listing(fixture, expected, subtests)
    elif "not_an_article" in expected:
        assert _article(fixture) == expected
    else:
        _compare_record(_article(fixture), expected, subtests)


def _compare_record(
    found: dict[str, Any], expected: dict[str, Any], subtests: pytest.Subtests
) -> None:
    assert "not_an_article" not in found, found
    assert list(found) == list(expected), "the keys of the record, in the order of items.py"
    for key, value in expected.items():
        with subtests.test(key):
            assert found[key] == value
    with subtests.test("schema"):
        assert to_record(from_record(found)) == found
        assert not [error.message for error in _schema().iter_errors(found)]


def _compare_listing(fixture: Fixture, expected: dict[str, Any], subtests: pytest.Subtests) -> None:
    found = _listing(fixture)
    for key in ("next", "sitemaps"):
        with subtests.test(key):
            assert found[key] == expected[key]
    with subtests.test("urls"):
        assert [a["url"] for a in found["articles"]] == [a["url"] for a in expected["articles"]]
    for have, wanted in zip(found["articles"], expected["articles"], strict=False):
        with subtests.test(wanted["url"]):
            assert {key: have[key] for key in wanted} == wanted


def _read(fixture: Fixture) -> dict[str, Any]:
    site = registry.of_address(fixture.url)
    address = site.address(fixture.url) if site else Address("foreign")
    is_list = address.id is None and address.kind not in ("article", "foreign")
    return _listing(fixture) if is_list else _article(fixture)


def _article(fixture: Fixture) -> dict[str, Any]:
    try:
        return to_record(extract(fixture.page(), *fixture.more()))
    except NotAnArticle as refusal:
        return {"not_an_article": refusal.reason}


def _listing(fixture: Fixture) -> dict[str, Any]:
    found = listing(fixture.page())
    return {
        "articles": [
            {"url": a.url, "headline": a.headline, "date_published": a.date_published}
            for a in found.articles
        ],
        "next": found.next,
        "sitemaps": list(found.sitemaps),
    }


def _write(path: Path, expected: dict[str, Any]) -> None:
    text = json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
    path.write_text(text, encoding="utf-8")


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(msgspec.json.schema(Article))


def test_no_address_is_saved_twice() -> None:
    """Otherwise a replay of `fixtures/` would answer with one of them, and say nothing."""
    for root in REPLAYED:
        saved = [answer.url for case in folders(root) for answer in Fixture.load(case).answers()]
        assert [url for url, times in Counter(saved).items() if times > 1] == []


def test_every_case_stands_in_the_folder_of_a_known_site() -> None:
    assert TEPIAN in registry.all_sites()
    assert {folder.parent.name for folder in FOLDERS} == {s.name for s in registry.all_sites()}, (
        "fixtures/<site>/ for each folder of newsspider/sites/, and no other"
    )
