"""A run's manifest: there from the start, whole at every moment, honest about its end."""

import json
from datetime import timedelta
from pathlib import Path

from newsspider.store.run_manifest import KEPT_ANYHOW, Manifest, crashed
from tests.store.records import DAY, NOW, SITE

LATER = NOW + timedelta(minutes=5)


def test_a_run_is_told_from_start_to_end(tmp_path: Path) -> None:
    run = Manifest(tmp_path, SITE, NOW, 7, offsets={"2026-04-30": 9, DAY: 10}, version="1.0")
    assert run.path == tmp_path / "runs" / "20260501T030000Z-7.json"
    assert json.loads(run.path.read_text())["verdict"] == "running"
    run.save(LATER, counts={"stored": 3})
    run.end(LATER, "complete", 0, "3 articles", {"2026-04-30": 9, DAY: 50})
    told = json.loads(run.path.read_text())
    assert (told["verdict"], told["exit_code"], told["counts"]) == ("complete", 0, {"stored": 3})
    assert told["offsets"] == {DAY: {"before": 10, "after": 50}}
    assert told["bytes_written"] == 40
    assert told["version"] == "1.0"
    assert (told["started"], told["ended"]) == ("2026-05-01T03:00:00Z", "2026-05-01T03:05:00Z")
    assert not crashed(tmp_path, SITE, LATER)


def test_a_run_that_ended_without_a_word_is_told_once(tmp_path: Path) -> None:
    Manifest(tmp_path, SITE, NOW, 7)
    Manifest(tmp_path, "kompas", NOW, 8)
    assert [facts["id"] for facts in crashed(tmp_path, SITE, LATER)] == ["20260501T030000Z-7"]
    assert not crashed(tmp_path, SITE, LATER)


def test_a_clock_set_back_overwrites_no_manifest(tmp_path: Path) -> None:
    assert len({Manifest(tmp_path, SITE, NOW, 7).id for _ in range(3)}) == 3


def test_secrets_stay_out(tmp_path: Path) -> None:
    run = Manifest(
        tmp_path,
        SITE,
        NOW,
        7,
        settings={"API_KEY": "hush", "DELAY": 2, "PROXY": "http://me:hush@proxy:1/"},
        arguments={"urls": ["https://user:hush@x.sindonews.com/"]},
    )
    text = run.path.read_text()
    assert "hush" not in text
    assert '"DELAY": 2' in text


def test_old_manifests_make_room_but_never_the_newest(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    for day in range(KEPT_ANYHOW + 50):
        then = NOW - timedelta(days=day)
        (folder / f"{then:%Y%m%dT%H%M%SZ}-1.json").write_text("{}")
    Manifest(tmp_path, SITE, NOW, 1, keep=timedelta(days=120))
    kept = sorted(path.name for path in folder.iterdir())
    assert len(kept) == 121 + 1
    Manifest(tmp_path, SITE, NOW + timedelta(days=9999), 1, keep=timedelta(days=120))
    assert len(list(folder.iterdir())) == KEPT_ANYHOW + 1
