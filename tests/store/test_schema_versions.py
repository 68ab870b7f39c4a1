"""Lines of an earlier and a later `schema_version` beside those of today."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from newsspider.items import SCHEMA_VERSION
from newsspider.store import Store, StoreOutcome
from newsspider.store.repair.rebuild import rebuild
from newsspider.store.repair.verify import verify
from tests.store.records import NOW, SITE, record
from tests.support.commands import scrapy

OTHERS = (SCHEMA_VERSION - 1, SCHEMA_VERSION + 1)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An article of today; one stored without `citations`, and one with a key more, both revised
    today."""
    for now, headline in ((NOW, "Judul Lama"), (NOW + timedelta(days=1), "Judul Baru")):
        store = Store.open(tmp_path, SITE, now)
        store.append(record(1), now)
        for number, version in enumerate(OTHERS, start=2):
            told = record(number, headline=headline, fetched_at=now.isoformat())
            if now == NOW:
                told["schema_version"] = version
                if version < SCHEMA_VERSION:
                    del told["citations"]
                else:
                    told["tone"] = "netral"
            store.append(told, now)
        store.close()
    return tmp_path


def versions(output: Path) -> list[int]:
    paths = sorted(output.glob(f"{SITE}-????-??-??.jsonl"))
    lines = [json.loads(line) for path in paths for line in path.read_bytes().splitlines()]
    return [line["schema_version"] for line in lines]


def test_a_store_of_mixed_versions_is_well_and_can_be_rebuilt(output: Path) -> None:
    assert versions(output) == [1, *OTHERS, 1, 1]
    assert verify(output, SITE).findings == []
    rebuilt = rebuild(output, SITE, NOW + timedelta(days=2))
    assert (rebuilt.lost, rebuilt.skipped) == (0, [])
    assert verify(output, SITE).findings == []


@pytest.mark.parametrize("number", ["2", "3"])
def test_history_leads_from_one_version_to_the_other(number: str, output: Path) -> None:
    done = scrapy("history", number, "-s", f"OUTPUT_DIR={output}")
    assert done.returncode == 0, done.stderr
    assert "[-Lama-]{+Baru+}" in done.stdout
    assert done.stdout.count("revision 2") == 1  # a key more or less is no change of the article


def test_an_article_of_another_version_is_known(output: Path) -> None:
    store = Store.open(output, SITE, NOW + timedelta(days=2))
    told = record(2, headline="Judul Baru")
    assert store.append(told, NOW + timedelta(days=2)) is StoreOutcome.UNCHANGED
    store.close()
