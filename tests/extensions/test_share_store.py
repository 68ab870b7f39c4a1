"""The end of a run whose last commit cannot be made."""

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newsspider.crawl import clock
from newsspider.crawl.open_store import store_of
from newsspider.crawl.shared_site import leave, session_of
from newsspider.extensions.judge_run import JudgeRun
from newsspider.extensions.share_store import ShareStore
from newsspider.extensions.write_manifest import WriteManifest
from newsspider.spiders.sindonews import Sindonews
from newsspider.store.files.times import day_of
from newsspider.store.state.http import WHOLE_SITE
from newsspider.transport.pace.pacing import Pacing
from tests.store.records import NOW, record

_PARTS = {
    "newsspider.extensions.keep_store.KeepStore": 50,
    "newsspider.transport.pace.pacing.Pacing": 100,
    "newsspider.extensions.write_manifest.WriteManifest": 200,
    "newsspider.extensions.judge_run.JudgeRun": 800,
    "newsspider.extensions.share_store.ShareStore": 900,
}


def settings(tmp_path: Path) -> dict[str, Any]:
    return {
        "OUTPUT_DIR": str(tmp_path / "output"),
        "SHARED": (tmp_path / "place").as_uri(),
        "SHARED_LEASE_SECONDS": 60,
        "SHARED_PUSH_SECONDS": 60,
        "ITEM_PIPELINES": {"newsspider.pipelines.save.Save": 900},
        "EXTENSIONS": _PARTS,
        "STORE_ENABLED": True,
        "STORE_FLUSH_SECONDS": 60,
        "MANIFEST_SECONDS": 60,
    }


def test_a_commit_has_the_account_of_the_day_and_what_waits_for_a_full_batch(
    tmp_path: Path,
) -> None:
    crawler = get_crawler(Sindonews, settings(tmp_path))
    pacing, share = crawler.get_extension(Pacing), crawler.get_extension(ShareStore)
    assert pacing is not None
    assert share is not None

    async def crawled() -> None:
        pacing._begin("sindonews")  # as its first request does, which needs an engine
        assert pacing.budget is not None
        pacing.budget.ask()
        asked = Request("https://www.sindonews.com/", meta={"download_slot": "sindonews"})
        pacing.failed(asked, 0.0, OSError("reset"))
        store_of(crawler).append(record(1), NOW)
        share.begin_push()
        share.begin_push()
        assert share.pushing is not None
        await share.pushing

    asyncio.run(crawled())
    session = session_of(crawler)
    assert session is not None
    session.abandon()  # the machine is lost
    other = get_crawler(Sindonews, settings(tmp_path) | {"OUTPUT_DIR": str(tmp_path / "other")})
    store = store_of(other)
    assert store.known("sindonews:pena:1") is not None
    assert store.http.spending.spent(day_of(clock.now())).requests == 1
    for each in (crawler, other):
        store_of(each).close()
    leave(other)


def test_a_pause_that_the_site_asks_for_is_shared_at_once(tmp_path: Path) -> None:
    crawler = get_crawler(Sindonews, settings(tmp_path) | {"RETRY_AFTER_MAX": 60})
    pacing, share = crawler.get_extension(Pacing), crawler.get_extension(ShareStore)
    assert pacing is not None
    assert share is not None
    asked = Request("https://www.sindonews.com/", meta={"download_slot": "sindonews"})

    async def crawled() -> None:
        pacing._begin("sindonews")  # as its first request does, which needs an engine
        share.push_at_once()  # one that knows nothing of the pause is being made
        await asyncio.sleep(0)
        pacing.answered(asked, Response(asked.url, 429, {"Retry-After": "30"}), 0.0)
        assert share.pushing is not None
        await share.pushing

    asyncio.run(crawled())
    session = session_of(crawler)
    assert session is not None
    session.abandon()  # the machine is lost
    other = get_crawler(Sindonews, settings(tmp_path) | {"OUTPUT_DIR": str(tmp_path / "other")})
    until = store_of(other).http.pauses.until(WHOLE_SITE)
    assert until is not None
    assert until > clock.now()
    for each in (crawler, other):
        store_of(each).close()
    leave(other)


def test_nothing_is_called_complete_that_is_not_shared(tmp_path: Path) -> None:
    place = tmp_path / "place"
    crawler = get_crawler(Sindonews, settings(tmp_path))
    judging, session = crawler.get_extension(JudgeRun), session_of(crawler)
    manifest = crawler.get_extension(WriteManifest)
    assert judging is not None
    assert session is not None
    assert manifest is not None
    assert crawler.get_extension(ShareStore) is not None

    async def crawled() -> None:
        await manifest.begin()
        store_of(crawler).append(record(1), NOW)
        await manifest.stop()

    asyncio.run(crawled())
    judging.stopped()
    shutil.rmtree(place)
    place.write_bytes(b"")  # which can be no folder
    refusal = session.finish(clock.now(), patience=0)
    assert refusal is not None
    judging.spoil(refusal)
    assert crawler.stats is not None
    assert crawler.stats.get_value("run/exit_code") == 75
    (told,) = (tmp_path / "output/runs").glob("*.json")
    assert json.loads(told.read_bytes())["exit_code"] == 75
    assert leave(crawler) is None


def test_what_one_run_could_not_share_the_next_one_does(tmp_path: Path) -> None:
    given = settings(tmp_path) | {"EXTENSIONS": {}}
    first = get_crawler(settings_dict=given)
    store = store_of(first)
    store.append(record(1) | {"site": store.site}, NOW)
    store.close()
    session = session_of(first)
    assert session is not None
    session.abandon()  # as a kill, but for the lease
    second = get_crawler(settings_dict=given)
    assert store_of(second).known("sindonews:pena:1") is not None
    store_of(second).close()
    assert leave(second) is None
    other = get_crawler(settings_dict=given | {"OUTPUT_DIR": str(tmp_path / "other")})
    assert store_of(other).known("sindonews:pena:1") is not None
    store_of(other).close()
