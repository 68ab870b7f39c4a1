"""A disk that takes no more: one line, exit 74, and nothing is left, whatever the format."""

import random
import resource
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from benchmarks.duplicates.texts import news
from newsspider.export.known_formats import FORMATS
from newsspider.store import Store
from tests.store.records import NOW, SITE, record
from tests.support.in_process import run

_SMALL: Final = {"md"}  # whose files are all smaller than what the disk takes
_TAKES: Final = 33_000  # bytes of a file; the state needs so many beside it


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts that do not compress to nothing."""
    folder = tmp_path_factory.mktemp("output")
    rng = random.Random(74)
    store = Store.open(folder, SITE, NOW, batch=100)
    for number in range(100):
        text = news(rng, str(number))
        store.append(record(number, headline=text.headline, body=text.body), NOW)
    store.close()
    return folder


@pytest.fixture
def full_disk() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_TAKES, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - _SMALL))
@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_is_said_and_nothing_is_left(
    name: str, output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = (f"--format={name}", f"--out={tmp_path / name}", "-s", f"OUTPUT_DIR={output}")
    assert run("export", *order) == 74
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("export: exit 74 (output failed: ")
    assert list(tmp_path.iterdir()) == []
