"""Killed at any call: the same groups, and the same `duplicate_of` in the lines."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from benchmarks.duplicates import edits
from benchmarks.duplicates.texts import news
from newsspider.store import Refusal, Store
from newsspider.store.duplicates.groups import Member, groups
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.files.day_files import day_files
from newsspider.store.files.disk import Disk
from newsspider.store.repair.rebuild import rebuild
from tests.store.faults import Killed, abandon, io_error, iterate, kill_after, kill_before
from tests.store.records import NOW, SITE, record

RNG = random.Random(9)
STORIES = [news(RNG, str(n)) for n in range(2)]
TEXTS = [*STORIES, *(edits.agency_copy(RNG, STORIES[n % 2]) for n in range(3)), STORIES[0]]
RECORDS = [
    record(n, headline=text.headline, body=text.body, content_hash=text.headline + text.body)
    for n, text in enumerate(TEXTS, 1)
]


def crawl(output: Path, disk: Disk) -> list[list[Member]]:
    """A run that compares and stores what is not known yet, two lines a batch; its groups."""
    index = Duplicates()
    store = Store.open(output, SITE, NOW, indexes=[index], disk=disk, batch=2)
    try:
        for each in RECORDS:
            if store.known(each["id"]) is None:
                found = index.find(store.state.connection, each)
                store.append({**each, **(asdict(found) if found else {})}, NOW)
        told = list(groups(store.state.connection))
        store.close()
    except BaseException:
        abandon(store)
        raise
    return told


def marks(output: Path) -> list[tuple[str, str | None, float | None]]:
    lines = b"".join(file.read() for file in day_files(output, SITE)).splitlines()
    return [
        (each["id"], each["duplicate_of"], each["similarity"]) for each in map(json.loads, lines)
    ]


@pytest.mark.parametrize("fault", [kill_before, kill_after, io_error])
@pytest.mark.parametrize("operation", ["write", "sync", "commit", "size"])
def test_killed_at_any_call_the_same_groups_come_out(
    tmp_path: Path, operation: str, fault: Callable[..., Any]
) -> None:
    expected = crawl(tmp_path / "whole", Disk())
    assert [len(group) for group in expected] == [4, 2]
    for n, disk in enumerate(iterate(fault, operation), 1):
        output = tmp_path / str(n)
        with suppress(Killed, Refusal):
            crawl(output, disk)
        assert crawl(output, Disk()) == expected, (operation, n)
        assert marks(output) == marks(tmp_path / "whole")
        rebuild(output, SITE, NOW, indexes=[Duplicates()])
        assert crawl(output, Disk()) == expected
