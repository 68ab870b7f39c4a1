"""A site that asks for permission first: saved pages are read, live crawls wait for PERMISSION."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from scrapy.settings import Settings

from newsspider.crawl.preflight import refuse_unpermitted
from newsspider.errors import BadArgument
from tests.second_site.tepian.site import TEPIAN
from tests.support.commands import scrapy
from tests.support.faultserver import FaultServer, Hit, Wire
from tests.support.project import PROJECT

WORDS: Final = "'dilarang merayapi tanpa izin tertulis', foot of each page"
RESERVED: Final = replace(TEPIAN, asks_permission=WORDS)
SPIDER: Final = f"""
from dataclasses import replace
from tests.second_site.spiders.tepian import Tepian

class Reserved(Tepian):
    site = replace(Tepian.site, asks_permission={WORDS!r})
"""


@pytest.mark.parametrize("said", [None, "", "  ", "1", "True", "ya"])
def test_a_live_crawl_is_refused_until_someone_is_named(said: str | None) -> None:
    with pytest.raises(BadArgument) as refused:
        refuse_unpermitted(RESERVED, Settings({"PERMISSION": said}))
    assert refused.value.exit_code == 78
    assert WORDS in str(refused.value)
    assert "\n" not in str(refused.value)


def test_it_begins_where_someone_is_named_or_pages_are_saved_or_the_site_asks_for_nothing() -> None:
    refuse_unpermitted(RESERVED, Settings({"PERMISSION": "Redaksi, 3 Maret 2026"}))
    refuse_unpermitted(RESERVED, Settings({"REPLAY_DIR": "fixtures"}))
    refuse_unpermitted(TEPIAN, Settings())


def run(tmp_path: Path, *options: str) -> tuple[int, str]:
    spider = tmp_path / "reserved.py"
    spider.write_text(SPIDER, encoding="utf-8")
    output = ("-s", f"OUTPUT_DIR={tmp_path / 'output'}")
    done = scrapy("runspider", str(spider), *output, *options)
    return done.returncode, done.stderr


def test_the_refusal_comes_before_the_first_request_and_before_any_file(tmp_path: Path) -> None:
    hits: list[Hit] = []

    async def counts(wire: Wire, hit: Hit) -> None:
        hits.append(hit)
        await wire.reply(b"")

    with FaultServer({"/*": counts}) as server:
        code, said = run(tmp_path, "-s", f"CONNECT_TO={server.address}")
    assert code == 78
    assert said.splitlines()[-1].startswith("tepian: exit 78 (PERMISSION: Kabar Tepian wants to be")
    assert hits == []
    assert not (tmp_path / "output").exists()


def test_saved_pages_are_read_and_the_manifest_keeps_who_allowed_it(tmp_path: Path) -> None:
    saved = PROJECT / "tests" / "second_site" / "fixtures"
    code, said = run(
        tmp_path, "-s", f"REPLAY_DIR={saved}", "-s", "PERMISSION=Redaksi, 3 Maret 2026"
    )
    assert code == 0, said
    [manifest] = (tmp_path / "output" / "runs").glob("*.json")
    settings = json.loads(manifest.read_text("utf-8"))["settings"]
    assert settings["PERMISSION"] == "Redaksi, 3 Maret 2026"
