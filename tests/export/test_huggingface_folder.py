"""The folder as `datasets.load_dataset` reads it."""

from pathlib import Path

import datasets
import pyarrow.parquet as pq
import pytest

from newsspider.export.formats import huggingface_folder
from tests.export.conftest import MakeExport


def test_load_dataset_reads_the_folder_with_its_types(make: MakeExport, tmp_path: Path) -> None:
    folder, _ = make("hf")
    loaded = datasets.load_dataset(str(folder), split="train", cache_dir=str(tmp_path / "cache"))
    features = loaded.features
    assert loaded.num_rows == 5
    assert features["date_published"].dtype == "timestamp[us, tz=Asia/Jakarta]"
    assert features["taken_down_at"].dtype == "timestamp[us, tz=Asia/Jakarta]"
    assert loaded[0]["read_also"][0]["headline"] == "Banjir Lain"


def test_the_card_begins_with_what_the_hub_reads(make: MakeExport) -> None:
    folder, _ = make("hf")
    front, card = (folder / "README.md").read_text(encoding="utf-8").split("---\n\n")
    assert "language:\n- id\n" in front
    assert "- n<1K\n" in front
    assert "path: data/*.parquet\n" in front
    assert card.startswith("# News articles of SINDOnews")


def test_shards_are_no_larger_than_they_should_be(
    make: MakeExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_folder, "SHARD", 2)
    monkeypatch.setattr("newsspider.export.export_source.BATCH", 1)
    folder, _ = make("hf")
    shards = sorted((folder / "data").iterdir())
    assert [pq.read_metadata(shard).num_rows for shard in shards] == [2, 2, 1]
