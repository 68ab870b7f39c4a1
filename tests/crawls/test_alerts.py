"""A whole run that finds a takedown and a changed headline rings for both, and for no other."""

import json
from pathlib import Path
from typing import Any, Final

from simulator import truth
from simulator.answer import Ask
from simulator.routes import answer
from simulator.story import Story
from simulator.world import World
from tests.crawls.test_refresh import BEFORE, NOW, SOFT
from tests.support.commands import scrapy
from tests.support.crawling import AT_ONCE
from tests.support.faultserver import Hit, Wire
from tests.support.scripted_site import Moody, serving
from tests.support.webhook import listening

WORLD: Final = World(until=NOW.date(), articles=24, days=2, seed=5)


class Edited(Moody):
    """A site that gives one article another headline, and takes one down."""

    def __init__(self, changed: Story, headline: str, gone: Story) -> None:
        super().__init__(WORLD, BEFORE)
        self.changed, self.headline, self.gone = changed, headline, gone
        self.is_edited = False

    async def behave(self, wire: Wire, hit: Hit) -> None:
        """Answers one request."""
        told = answer(Ask.of(WORLD, BEFORE, hit.host, hit.path))
        text, status = told.body, told.status
        if self.is_edited:
            text = text.replace(self.changed.headline, self.headline)
            if f"/read/{self.gone.number}/" in hit.path:
                text, status = SOFT.decode(), 404
        headers = {"Content-Type": told.content_type, "Location": told.location or ""}
        await wire.reply(text.encode(), status, headers)


def alerts(output: Path, address: str, *options: str) -> list[dict[str, Any]]:
    """What a run that ends well rings for."""
    target = ("-s", f"CONNECT_TO={address}", "-s", f"OUTPUT_DIR={output}", *AT_ONCE)
    with listening() as (url, heard):
        done = scrapy(
            *("crawl", "sindonews", *target, "-s", "ALERTS=webhook", *options),
            variables={"ALERT_WEBHOOK_URL": url},
        )
    assert done.returncode == 0, done.stderr
    return [alert for _, body in heard for alert in json.loads(body)["alerts"]]


def test_a_takedown_and_a_watched_headline_ring_in_the_run_that_finds_them(tmp_path: Path) -> None:
    changed, gone, *_ = truth.articles(WORLD, BEFORE).values()
    headline = f"{changed.headline}, Warga Bersyukur"
    site = Edited(changed, headline, gone)
    watch = ("-s", "WATCH=bersyukur")
    with serving(site) as address:
        assert alerts(tmp_path, address, *watch) == []
        site.is_edited = True
        rung = alerts(tmp_path, address, *watch, "-a", "refresh=96h")
        again = alerts(tmp_path, address, *watch, "-a", "refresh=96h")
    of_headline, of_takedown = sorted(rung, key=lambda alert: str(alert["kind"]))
    assert of_headline["kind"] == "headline_changed"
    assert f"{changed.headline} → {headline}" in of_headline["words"]
    assert of_takedown["kind"] == "taken_down"
    assert str(gone.number) in of_takedown["words"]
    assert again == []
