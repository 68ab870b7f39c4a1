"""Folders in memory where the machine has them: what is tested is the order of the calls to the
disk, not the disk, and thousands of real syncs take minutes on a busy one."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")
_ENOUGH = 48 << 20


def memory_folder() -> Path:
    """A new folder, in memory if there is room for the tests, else where temporary files go."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > _ENOUGH
    return Path(tempfile.mkdtemp(prefix="store-", dir=MEMORY if roomy else None))


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """In place of pytest's own, for all tests of the store."""
    folder = memory_folder()
    yield folder
    shutil.rmtree(folder)
