"""Whole crawls of a site that does not answer as its newest pages would make one expect."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from simulator import articles, truth
from simulator.answer import Answer, Ask, missing, moved
from simulator.routes import answer
from simulator.world import World
from tests.support.crawling import crawl
from tests.support.faultserver import FaultServer, Hit, Wire, replies

_JSON_LD: Final = re.compile(r"<script type=\"application/ld\+json\">.*?</script>", re.DOTALL)
_NOTICE: Final = "<html><title>SINDOnews</title><h1>Sedang dalam perbaikan</h1></html>"
OLD: Final = World(until=date(2026, 7, 24), articles=24, days=2, archive="index/10")
DAYS: Final = ("-a", f"since={OLD.first_day}", "-a", f"until={OLD.until}")


class OldSite:
    """A site of the index of old, which renders the whole text of no article but some.

    By the number of the article, `?showpage=all` is the whole text, no page at all, page 1 without
    its JSON-LD, a redirect to page 1 or a notice.
    """

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    async def behave(self, wire: Wire, hit: Hit) -> None:
        told = self.answer(Ask.of(OLD, OLD.evening, hit.host, hit.path))
        self.asked[told.kind] += 1
        headers = {"Content-Type": told.content_type, "Location": told.location or ""}
        await wire.reply(told.body.encode(), told.status, headers)

    def answer(self, ask: Ask) -> Answer:
        if ask.label == "www" and ask.path.startswith("/indeks"):
            return missing(ask)
        found = articles.ADDRESS.fullmatch(ask.path)
        if found is None or "showpage" not in ask.query:
            return answer(ask)
        page_1 = Ask(world=ask.world, now=ask.now, label=ask.label, path=ask.path)
        here = f"https://{ask.label}.sindonews.com{ask.path}"
        first = answer(page_1)
        bare = replace(first, body=_JSON_LD.sub("", first.body))
        ways = (answer(ask), missing(ask), bare, moved(here), replace(first, body=_NOTICE))
        return ways[int(found["number"]) // 2 % len(ways)]


def test_an_archive_is_whole_where_the_index_is_old_and_whole_texts_are_missing(
    tmp_path: Path,
) -> None:
    site = OldSite()
    with FaultServer({"/*": site.behave, "/robots.txt": site.behave}) as server:
        crawled = crawl(server.address, tmp_path, *DAYS)
    assert crawled.code == 0, crawled.stderr[-3000:]
    held = truth.articles(OLD, OLD.evening)
    bodies = {record["id"]: record["article_body"] for record in crawled.records}
    assert len(crawled.records) == len(held)
    assert bodies == {identity: truth.body(told) for identity, told in held.items()}
    assert not [record["warnings"] for record in crawled.records if record["warnings"]]


def test_a_site_whose_robots_txt_alone_is_well_is_given_up_soon(tmp_path: Path) -> None:
    with FaultServer({"/*": replies(b"", 503)}) as server:
        one = ("-s", "CONCURRENT_REQUESTS_PER_DOMAIN=1")  # as it is by default
        crawled = crawl(server.address, tmp_path, "-s", "FAILING_DELAY=0.01", *one)
    assert crawled.code == 69
    assert "too many failures in a row" in crawled.stderr.splitlines()[-1]
    assert len(server.paths()) < 3 * 10 + 10
