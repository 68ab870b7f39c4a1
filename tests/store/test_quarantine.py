"""Pages that could not be read: kept under hashes, loadable again, never too many."""

import os
from pathlib import Path

from newsspider.store.pages.fixtures import Fixture, Saved
from newsspider.store.pages.quarantine import Quarantine
from tests.store.records import NOW


def page(number: int, size: int = 0) -> Saved:
    return Saved(
        url=f"https://nasional.sindonews.com/read/{number}/../../etc/passwd?\x00",
        body=b"<html>%d</html>" % number + os.urandom(size),
        headers={"Content-Type": "text/html", "Set-Cookie": "session=hush"},
    )


def test_a_kept_page_loads_as_a_fixture(tmp_path: Path) -> None:
    path = Quarantine(tmp_path).keep([page(1), page(2)], "no_body", NOW, ["article_body"])
    assert path
    fixture = Fixture.load(path)
    first, second = fixture.answers()
    assert (first.url, first.body, second.body) == (page(1).url, page(1).body, page(2).body)
    assert first.content_type == "text/html"
    assert fixture.fetched_at == NOW
    assert '"missed": [\n    "article_body"\n  ]' in path.read_text()
    assert "hush" not in path.read_text()


def test_names_come_from_hashes_only(tmp_path: Path) -> None:
    Quarantine(tmp_path).keep([page(1)], "no_body", NOW)
    (folder,) = tmp_path.iterdir()
    for path in folder.iterdir():
        name, _, end = path.name.partition(".")
        assert len(name) == 64
        assert set(name) <= set("0123456789abcdef")
        assert end in {"json", "html.gz"}


def test_the_oldest_make_room(tmp_path: Path) -> None:
    quarantine = Quarantine(tmp_path, most_files=6)
    paths = [quarantine.keep([page(n), page(1000)], "no_body", NOW) for n in range(10)]
    kept = [path for path in paths if path and path.exists()]
    assert kept == paths[-3:]
    for path in kept:
        list(Fixture.load(path).answers())
    again = Quarantine(tmp_path, most_files=6).keep([page(11)], "no_body", NOW)
    assert again
    assert [path for path in paths if path and path.exists()] == paths[-2:]


def test_bytes_are_capped_too(tmp_path: Path) -> None:
    quarantine = Quarantine(tmp_path, most_bytes=100_000)
    for number in range(10):
        quarantine.keep([page(number, 30_000)], "no_body", NOW)
    assert sum(path.stat().st_size for path in quarantine.folder.iterdir()) <= 100_000


def test_a_disk_that_refuses_does_not_stop_the_crawl(tmp_path: Path) -> None:
    (tmp_path / "quarantine").write_text("a file is in the way")
    assert Quarantine(tmp_path).keep([page(1)], "no_body", NOW) is None
