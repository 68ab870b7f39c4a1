"""Hugging Face: a folder that `datasets.load_dataset` reads, and the Hub shows."""

from contextlib import ExitStack
from pathlib import Path
from typing import Final

from newsspider.export.card import dataset_card
from newsspider.export.export_source import ExportSource
from newsspider.export.formats.parquet import ROW_GROUP, ParquetFile

DATA: Final = "data"
SHARD: Final = 50_000
"""Rows of a file, about 150 MB."""

_SIZES: Final = ("1K", "10K", "100K", "1M", "10M", "100M")
_FRONT: Final = """---
language:
- id
license: other
pretty_name: Indonesian news articles
size_categories:
- {size}
configs:
- config_name: default
  data_files:
  - split: train
    path: {data}/*.parquet
---

"""


def write(source: ExportSource, folder: Path) -> None:
    """Write `data/train-00000.parquet` …, and what the Hub reads at the head of the card."""
    (folder / DATA).mkdir()
    front = _FRONT.format(size=size_category(source.count), data=DATA)
    (folder / dataset_card.NAME).write_text(front, encoding="utf-8")
    rows = written = 0
    with ExitStack() as stack:
        file = stack.enter_context(_shard(folder, 0, source))
        for batch in source.batches():
            if rows >= (written + 1) * SHARD:
                written += 1
                stack.close()
                file = stack.enter_context(_shard(folder, written, source))
            file.add(batch)
            rows += len(batch)
            if file.waiting >= ROW_GROUP:
                file.flush()


def _shard(folder: Path, number: int, source: ExportSource) -> ParquetFile:
    return ParquetFile(folder / DATA / f"train-{number:05}.parquet", source.columns)


def size_category(count: int) -> str:
    """Return the size as the Hub names it.

    >>> size_category(28), size_category(100_000)
    ('n<1K', '100K<n<1M')
    """
    least = 1_000
    for place, size in enumerate(_SIZES):
        if count < least:
            return f"{_SIZES[place - 1]}<n<{size}" if place else f"n<{size}"
        least *= 10
    return f"n>{_SIZES[-1]}"
