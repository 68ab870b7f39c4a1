"""Which listed articles are asked for: a list is asked of the store at once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.store import Store
from newsspider.store.duplicates.lookup import Duplicate, Duplicates, drop
from newsspider.store.state.retries import AT_ONCE
from tests.store.records import NOW, SITE, record

STORED, TAKEN_DOWN, DROPPED, WAITING, GIVEN_UP, DUE, NEW = (
    f"{SITE}:pena:{number}" for number in range(1, 8)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path, SITE, NOW, indexes=[Duplicates()])
    for number in (1, 2):
        opened.append(record(number), NOW)
    opened.taken_down(TAKEN_DOWN, NOW, "404")
    for identity in (DROPPED, TAKEN_DOWN):  # the last was dropped before it was stored
        drop(opened, identity, Duplicate(STORED, 1.0))
    for _ in range(AT_ONCE + 1):
        opened.attempts.failed(WAITING, "https://a.example/4", NOW, "no_body")
    for _ in range(4):
        opened.attempts.failed(GIVEN_UP, "https://a.example/5", NOW, "404", gone=True)
    opened.attempts.failed(DUE, "https://a.example/6", NOW, "no_body")
    yield opened
    opened.close()


def test_only_what_is_stored_dropped_or_waiting_is_not_asked_for(store: Store) -> None:
    known = KnownArticles(lambda: store, lambda: NOW, SINDONEWS)
    every = [STORED, TAKEN_DOWN, DROPPED, WAITING, GIVEN_UP, DUE, NEW]
    expected = {STORED: "known", DROPPED: "known", WAITING: "not_due", GIVEN_UP: "not_due"}
    assert known.standings(every) == expected
    later = KnownArticles(lambda: store, lambda: NOW + timedelta(days=2), SINDONEWS)
    assert later.standings(every) == {key: expected[key] for key in expected if key != WAITING}


def test_without_a_store_every_article_is_asked_for() -> None:
    known = KnownArticles(lambda: None, lambda: NOW, SINDONEWS)
    assert known.standings([STORED, NEW]) == {}
