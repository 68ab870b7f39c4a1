"""Corrections, takedowns and returns stand in the file of events, each once, whatever happens."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsspider.errors import OutputUnwritable, Refusal
from newsspider.store import Store
from newsspider.store.files.events import ArchivedFrom, events_path
from newsspider.store.repair.rebuild import rebuild
from newsspider.store.repair.verify import verify
from newsspider.store.state.takedowns import EXCERPT, Evidence
from tests.store.faults import FAULTS, FaultyDisk, Killed, abandon, iterate
from tests.store.records import NOW, SITE, record

LATER = NOW + timedelta(hours=5)
ANSWER = Evidence(410, "https://www.sindonews.com/", b"<h1>Tidak ditemukan</h1>" + b" " * 9000)


def told(output: Path) -> list[dict[str, Any]]:
    path = events_path(output, SITE)
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


def fill(output: Path) -> None:
    store = Store.open(output, SITE, NOW)
    for number in range(1, 4):
        store.append(record(number), NOW)
    store.close()


def change(store: Store) -> None:
    """What a later run finds: a correction, a takedown. Harmless where it is known already."""
    new = record(1, headline="Judul yang Dikoreksi", fetched_at="2026-05-01T08:00:00Z")
    store.append(new, LATER)
    store.taken_down("sindonews:pena:2", LATER, "410 Gone", ANSWER)


def read_archive(store: Store) -> None:
    """What a run reads from an archive. Harmless where it is stored already."""
    for number in (7, 8):
        store.append(record(number), LATER, ArchivedFrom("https://arsip.example/1.warc.gz", number))


def test_a_correction_names_what_it_changed(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, LATER)
    change(store)
    assert told(tmp_path) == []  # not durable yet, like the line itself
    store.close()
    assert told(tmp_path)[0] == {
        "event": "revised",
        "at": "2026-05-01T08:00:00Z",
        "id": "sindonews:pena:1",
        "url": record(1)["url"],
        "revision": 2,
        "changed": ["headline"],
        "headline": "Judul yang Dikoreksi",
    }


def test_a_takedown_keeps_its_evidence_in_the_state_and_in_the_file(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, LATER)
    change(store)
    store.taken_down("sindonews:pena:2", LATER + timedelta(days=1), "404", None)
    known = store.known("sindonews:pena:2")
    assert known
    [takedown] = store.events.takedowns.of(known.n)
    store.close()
    assert (takedown.noticed, takedown.last_seen) == (
        "2026-05-01T08:00:00Z",
        "2026-05-01T03:00:00Z",
    )
    assert (takedown.status, takedown.location) == (410, "https://www.sindonews.com/")
    assert takedown.excerpt == ANSWER.body[:EXCERPT]
    _, event = told(tmp_path)
    assert event["event"] == "taken_down"
    assert (event["at"], event["last_seen"]) == ("2026-05-01T08:00:00Z", "2026-05-01T03:00:00Z")
    assert (event["reason"], event["status"]) == ("410 Gone", 410)
    assert event["location"] == "https://www.sindonews.com/"
    assert event["excerpt"] == ANSWER.body[:EXCERPT].decode()


def test_what_is_there_again_is_told_and_a_second_takedown_is_another_one(tmp_path: Path) -> None:
    fill(tmp_path)
    for day in range(3):
        store = Store.open(tmp_path, SITE, LATER)
        now = LATER + timedelta(days=day)
        if day == 1:
            store.append(record(2), now)
        else:
            store.taken_down("sindonews:pena:2", now, "404", None)
        store.close()
    assert [event["event"] for event in told(tmp_path)] == ["taken_down", "restored", "taken_down"]
    store = Store.open(tmp_path, SITE, LATER)
    known = store.known("sindonews:pena:2")
    assert known
    first, second = store.events.takedowns.of(known.n)
    store.close()
    assert (first.ended, second.ended) == ("2026-05-02T08:00:00Z", None)
    assert known.missing_since == "2026-05-03T08:00:00Z"


@pytest.mark.parametrize("fault", FAULTS)
def test_after_a_fault_at_any_call_each_event_is_there_once(
    fault: Callable[..., Any], tmp_path: Path
) -> None:
    for nth, disk in enumerate(iterate(fault, "any")):
        output = tmp_path / str(nth)
        fill(output)
        _disturbed(output, disk)
        store = Store.open(output, SITE, LATER)
        change(store)
        store.close()
        assert [event["event"] for event in told(output)] == ["revised", "taken_down"]
        report = verify(output, SITE)
        assert (report.findings, report.notes) == ([], [])


def _disturbed(output: Path, disk: FaultyDisk, work: Callable[[Store], None] = change) -> None:
    store = None
    try:
        store = Store.open(output, SITE, LATER, disk=disk)
        work(store)
        store.close()
    except (Killed, Refusal):
        if store is not None:
            abandon(store)


@pytest.mark.parametrize("fault", FAULTS)
def test_after_a_fault_at_any_call_each_article_of_an_archive_is_told_once(
    fault: Callable[..., Any], tmp_path: Path
) -> None:
    for nth, disk in enumerate(iterate(fault, "any")):
        output = tmp_path / str(nth)
        fill(output)
        _disturbed(output, disk, read_archive)
        store = Store.open(output, SITE, LATER)
        read_archive(store)
        store.close()
        assert [(event["event"], event["id"]) for event in told(output)] == [
            ("archived", f"sindonews:pena:{number}") for number in (7, 8)
        ]
        report = verify(output, SITE)
        assert (report.findings, report.notes) == ([], [])


def test_a_kill_between_events_and_lines_tells_of_nothing_that_is_not_stored(
    tmp_path: Path,
) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, LATER)
    change(store)
    read_archive(store)
    store.events.journal.write()
    abandon(store)
    assert [event["event"] for event in told(tmp_path)] == [
        "revised", "taken_down", "archived", "archived",
    ]  # fmt: skip
    Store.open(tmp_path, SITE, LATER).close()
    assert told(tmp_path) == []


def test_a_state_put_back_from_a_copy_learns_what_the_file_tells(tmp_path: Path) -> None:
    fill(tmp_path)
    path = tmp_path / "state" / "sindonews.sqlite3"
    copy = path.read_bytes()
    for _ in range(2):
        store = Store.open(tmp_path, SITE, LATER)
        change(store)
        assert [gone.id for gone in store.articles.gone()] == ["sindonews:pena:2"]
        store.close()
        assert len(told(tmp_path)) == 2
        path.write_bytes(copy)


def test_verify_sees_an_event_that_is_gone_and_a_crawl_refuses(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, LATER)
    change(store)
    store.close()
    path = events_path(tmp_path, SITE)
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    [finding] = verify(tmp_path, SITE).findings
    assert finding.path == path
    with pytest.raises(OutputUnwritable, match="restore it, or run `scrapy rebuild`"):
        Store.open(tmp_path, SITE, LATER)
    rebuild(tmp_path, SITE, LATER)
    Store.open(tmp_path, SITE, LATER).close()
    assert not verify(tmp_path, SITE).findings


def test_without_a_state_rebuild_reads_takedowns_from_the_events(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, LATER)
    change(store)
    store.close()
    (tmp_path / "state" / "sindonews.sqlite3").unlink()
    rebuild(tmp_path, SITE, LATER)
    store = Store.open(tmp_path, SITE, LATER)
    [gone] = store.articles.gone()
    assert (gone.id, gone.missing_since) == ("sindonews:pena:2", "2026-05-01T08:00:00Z")
    assert store.events.takedowns.of(gone.n)[0].status == 410
    store.close()
