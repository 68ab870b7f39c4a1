"""A crawl joins the shared place before its store is opened, and leaves it when it ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from scrapy.crawler import Crawler
from scrapy.utils.test import get_crawler

from newsspider.crawl.open_store import close_store, store_of
from newsspider.crawl.shared_site import give_up, join_all, leave, session_of
from newsspider.errors import BadArgument, Locked, StateInvalid
from newsspider.shared import object_store
from newsspider.shared.numbered import newest
from newsspider.shared.object_store import ObjectStore
from tests.store.records import NOW, record


def machine(tmp_path: Path, name: str, **more: Any) -> Crawler:
    given = {
        "OUTPUT_DIR": str(tmp_path / name),
        "SHARED": (tmp_path / "place").as_uri(),
        "SHARED_LEASE_SECONDS": 0.3,
        "SHARED_PUSH_SECONDS": 60,
    }
    return get_crawler(settings_dict=given | more)


def test_one_machine_goes_on_where_the_other_has_ended(tmp_path: Path) -> None:
    for number, name in enumerate("ab"):
        crawler = machine(tmp_path, name)
        store = store_of(crawler)
        assert session_of(crawler) is not None
        assert [store.known(f"sindonews:pena:{n}") is not None for n in range(2)] == [
            number > 0,
            False,
        ]
        store.append(record(number) | {"site": store.site}, NOW)
        assert close_store(crawler) is None
        assert leave(crawler) is None
        assert leave(crawler) is None


def test_without_the_setting_nothing_is_shared(tmp_path: Path) -> None:
    crawler = machine(tmp_path, "a", SHARED=None)
    store_of(crawler)
    assert session_of(crawler) is None
    assert leave(crawler) is None
    assert close_store(crawler) is None


def test_a_site_that_another_machine_crawls_is_refused_and_another_is_not(tmp_path: Path) -> None:
    first = machine(tmp_path, "a")
    store_of(first)
    second = machine(tmp_path, "b")
    join_all([second])
    with pytest.raises(Locked, match=r"is crawled by .*; try again when it has ended"):
        store_of(second)
    give_up(first)
    join_all([third := machine(tmp_path, "c")])
    store_of(third)
    give_up(third)


def test_a_folder_that_cannot_be_opened_gives_the_lease_back(tmp_path: Path) -> None:
    first = machine(tmp_path, "a")
    store_of(first).append(record(1) | {"site": "default"}, NOW)
    close_store(first)
    leave(first)
    (tmp_path / "a" / "state" / "default.shared.json").unlink()
    with pytest.raises(StateInvalid, match="name a new OUTPUT_DIR"):
        store_of(machine(tmp_path, "a"))
    place = ObjectStore.open((tmp_path / "place").as_uri())
    number = newest(place, "default/lease")
    data = place.get(f"default/lease/{number:012d}.json")
    assert data is not None
    assert json.loads(data)["released"] is True


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"SHARED": "/mnt/bersama"}, "write s3://BUCKET"),
        ({"SHARED_LEASE_SECONDS": 0}, "SHARED_LEASE_SECONDS=0: not a number of seconds above"),
        ({"SHARED_PUSH_SECONDS": -1}, "SHARED_PUSH_SECONDS=-1: not"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused(
    given: dict[str, Any], words: str, tmp_path: Path
) -> None:
    with pytest.raises(BadArgument, match=words):
        store_of(machine(tmp_path, "a", **given))


def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(object_store, "obstore", None)
    with pytest.raises(BadArgument, match=r"install newsspider\[shared\]"):
        store_of(machine(tmp_path, "a"))
