"""What `scrapy crawl` and `scrapy runspider` have in common."""

import gc
import importlib
from collections.abc import Iterator

import pytest

from newsspider.cli.judged import uncollected


@pytest.fixture
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_a_run_imports_is_never_looked_through_for_garbage() -> None:
    with uncollected():
        assert not gc.isenabled()
        kept: list[object] = []
    assert gc.isenabled()
    assert gc.get_freeze_count() > 10_000
    assert all(kept is not each for each in gc.get_objects())


@pytest.mark.usefixtures("thawed")
def test_what_cannot_be_imported_leaves_the_collector_on() -> None:
    with pytest.raises(ImportError), uncollected():
        importlib.import_module("newsspider.nobody")
    assert gc.isenabled()
