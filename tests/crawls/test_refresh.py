"""Looking again: each edit one revision, each takedown told, and nothing else, however stored."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State
from simulator.world import WIB, Piece, World
from tests.support.commands import scrapy
from tests.support.crawling import crawl
from tests.support.faultserver import Behaviour, Hit
from tests.support.scripted_site import PATIENCE, Moody, replies_as, sends_to, serving

NOW: Final = datetime.now(WIB).replace(second=0, microsecond=0)
BEFORE: Final = NOW - timedelta(hours=12)
EDITED: Final = World(until=NOW.date(), articles=60, days=2, edited=0.6, seed=5)
QUIET: Final = World(until=NOW.date(), articles=24, days=2, seed=5)
AGAIN: Final = ("-a", "refresh=96h")
FULL: Final[tuple[str, ...]] = ()
THRIFTY: Final = ("-a", "thrift=1")
FRONT: Final = "https://www.sindonews.com/"
SOFT: Final = b"<html><title>404 - SINDOnews</title><h1>Halaman tidak ditemukan</h1></html>"


def identity(piece: Piece) -> str:
    return f"sindonews:pena:{piece.number}"


def tell(folder: Path, *question: str) -> list[dict[str, Any]]:
    """What `scrapy history` answers."""
    told = scrapy("history", *question, "--json", "-s", f"OUTPUT_DIR={folder}")
    told.check_returncode()
    return [json.loads(line) for line in told.stdout.splitlines()]


def look(address: str, folder: Path, *options: str) -> list[dict[str, Any]]:
    """A healthy crawl; every line there is after it."""
    crawled = crawl(address, folder, *options)
    assert crawled.code == 0, crawled.stderr[-1500:]
    return crawled.records


def gone(folder: Path) -> dict[str, str]:
    """Articles that count as taken down, with the reason."""
    with closing(State.read(folder / "state" / "sindonews.sqlite3")) as state:
        return {known.id: str(known.missing_reason) for known in Articles(state).gone()}


@pytest.mark.parametrize(
    ("first", "second"),
    [(FULL, FULL), (THRIFTY, FULL), (FULL, THRIFTY)],
    ids=["both times whole", "stored by one request", "looked at again by one request"],
)
def test_every_edit_is_one_revision_and_nothing_else_is(
    first: tuple[str, ...], second: tuple[str, ...], tmp_path: Path
) -> None:
    site = Moody(EDITED, BEFORE)
    with serving(site) as address:
        was = look(address, tmp_path, *first)
        site.now = NOW
        now = look(address, tmp_path, *AGAIN, *second)
        again = look(address, tmp_path, *AGAIN, *second)
    stored = {record["id"] for record in was}
    edited = {
        identity(piece)
        for piece in EDITED.held(BEFORE)
        if piece.changed(NOW) and not piece.changed(BEFORE) and identity(piece) in stored
    }
    revised = [record["id"] for record in now if record["revision"] > 1]
    assert edited
    assert sorted(revised) == sorted(edited)
    assert again == now
    told = tell(tmp_path, max(edited))
    assert {entry["field"] for entry in told if "field" in entry} <= {"headline", "article_body"}
    body = next(entry for entry in told if entry.get("field") == "article_body")
    newest = next(r for r in now if r["id"] == max(edited) and r["revision"] == 2)
    after = "".join(text for kind, text in body["diff"] if kind != "removed")
    assert after == newest["article_body"]


def events(folder: Path) -> list[dict[str, Any]]:
    path = folder / "sindonews-events.jsonl"
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


@pytest.mark.parametrize(
    ("fault", "status", "location", "shows"),
    [
        (replies_as(404, body=SOFT), 404, None, SOFT.decode()),
        (replies_as(410, body=b"hilang"), 410, None, "hilang"),
        (sends_to(FRONT), 301, FRONT, "<!"),
        (replies_as(200, body=SOFT), 200, None, SOFT.decode()),
    ],
    ids=["404", "410", "front page", "says so with 200"],
)
def test_what_is_taken_down_is_told_once_with_evidence_and_may_come_back(
    fault: Behaviour, status: int, location: str | None, shows: str, tmp_path: Path
) -> None:
    site = Moody(QUIET, NOW)
    victim = next(QUIET.held(NOW))
    with serving(site) as address:
        look(address, tmp_path)
        site.mood = lambda hit: fault if f"/read/{victim.number}/" in hit.path else None
        look(address, tmp_path, *AGAIN)
        assert set(gone(tmp_path)) == {identity(victim)}
        [told] = tell(tmp_path, "--gone")
        assert told["last_seen"] <= told["missing_since"]
        look(address, tmp_path, *AGAIN)
        assert tell(tmp_path, "--gone") == [told]
        site.mood = lambda hit: None
        back = look(address, tmp_path, *AGAIN)
    assert gone(tmp_path) == {}
    assert all(record["revision"] == 1 for record in back)
    down, up = events(tmp_path)
    assert (down["event"], up["event"]) == ("taken_down", "restored")
    assert down["id"] == up["id"] == identity(victim)
    assert (down["status"], down["location"]) == (status, location)
    assert down["excerpt"].startswith(shows)
    assert len(down["excerpt"]) <= 1024
    assert down["at"] == told["missing_since"] == up["missing_since"]


OUTAGES: Final[dict[str, Callable[[Hit], Behaviour | None]]] = {
    "404 everywhere": lambda hit: replies_as(404),
    "503 everywhere": lambda hit: replies_as(503),
    "all are sent to the front page": lambda hit: None if hit.path == "/" else sends_to(FRONT),
    "every article 404": lambda hit: replies_as(404) if "/read/" in hit.path else None,
}


@pytest.mark.parametrize("mood", OUTAGES.values(), ids=OUTAGES)
def test_a_site_that_is_ill_has_taken_nothing_down(
    mood: Callable[[Hit], Behaviour | None], tmp_path: Path
) -> None:
    site = Moody(QUIET, NOW)
    with serving(site) as address:
        look(address, tmp_path)
        site.mood = mood
        crawl(address, tmp_path, *AGAIN, *PATIENCE)
    assert gone(tmp_path) == {}
